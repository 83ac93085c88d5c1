/** How far back the panel looks. */
export const choices = ['3-months', '12-months', 'all'] as const;
export type Choice = (typeof choices)[number];

/** What is looked at, milliseconds since 1970, both ends included; whole months of local time up to now. */
export type Period = { choice: Choice; from: number; to: number; bins: Bin[] };

/** A stretch of a chart over time. */
export type Bin = {
  size: 'month' | 'quarter' | 'year';
  /** The first moment, and the first one after it. */
  from: number;
  until: number;
};

const day = 86_400_000;
/** Nobody was reviewed on GitHub before: such a time is a clock's mistake. */
const earliest = Date.UTC(2000, 0, 1);
/** More bars than these cannot be told apart in a narrow editor. */
const mostBins = 66;

/** Milliseconds of an ISO time or day; `null` where it is none, lies in the future or before all reviews. */
export function timeOf(iso: string, now: Date): number | null {
  const time = read(iso);
  // Clocks of two machines differ by hours at most.
  return Number.isFinite(time) && time >= earliest && time <= now.getTime() + day ? time : null;
}

/** The panel asks for each time often; reading one takes longer than finding it again. */
const known = new Map<string, number>();
const mostKnown = 50_000;
function read(iso: string): number {
  const found = known.get(iso);
  if (found !== undefined) return found;
  if (known.size >= mostKnown) known.clear();
  const time = iso.length === 10 ? localDay(iso) : Date.parse(iso);
  known.set(iso, time);
  return time;
}

/** The start of an ISO day in local time. */
export function localDay(iso: string): number {
  const [year = Number.NaN, month = Number.NaN, date = Number.NaN] = iso.split('-').map(Number);
  return new Date(year, month - 1, date).getTime();
}

/** @param times everything that is shown, to know where `all` begins; `null`s are passed over */
export function periodOf(choice: Choice, times: Iterable<number | null>, now: Date): Period {
  const back = { '3-months': 2, '12-months': 11, all: 0 }[choice];
  let from = new Date(now.getFullYear(), now.getMonth() - back, 1).getTime();
  if (choice === 'all') {
    for (const time of times) if (time !== null && time < from) from = time;
    const first = new Date(from);
    from = new Date(first.getFullYear(), first.getMonth(), 1).getTime();
  }
  // What was said a moment ago by a clock that is ahead counts as now.
  return { choice, from, to: now.getTime() + day, bins: binsOf(from, now) };
}

function binsOf(from: number, now: Date): Bin[] {
  const steps = { month: 1, quarter: 3, year: 12 };
  const first = new Date(from);
  const all = (now.getFullYear() - first.getFullYear()) * 12 + now.getMonth() - first.getMonth() + 1;
  const size = all <= mostBins ? 'month' : all <= mostBins * 3 ? 'quarter' : 'year';
  const step = steps[size];
  const bins: Bin[] = [];
  const start = new Date(first.getFullYear(), Math.floor(first.getMonth() / step) * step, 1);
  for (let at = start; at <= now; ) {
    const next = new Date(at.getFullYear(), at.getMonth() + step, 1);
    bins.push({ size, from: at.getTime(), until: next.getTime() });
    at = next;
  }
  return bins;
}

export const isIn = (time: number | null, { from, to }: Pick<Period, 'from' | 'to'>): time is number =>
  time !== null && time >= from && time <= to;

/** The index of the bin that a time of the period falls in. */
export function binAt(bins: readonly Bin[], time: number): number {
  let [low, high] = [0, bins.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (bins[middle]!.from <= time) low = middle;
    else high = middle - 1;
  }
  return low;
}
