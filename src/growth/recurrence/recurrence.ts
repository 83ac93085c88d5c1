import type { Occurrence, Opportunity, Recurrence, Theme } from '../../model/growth.ts';
import type { Feedback } from '../../model/state.ts';
import { keyOf, type PullRequestFacts, timeOf } from './facts.ts';
import type { RecurrenceIndex } from './recurrenceIndex.ts';
import { tagOf } from './tagOf.ts';

type Source = {
  /** Feedback by id; what is not there is left out. */
  feedback: (id: string) => Feedback | undefined;
  /** The mentee's pull requests. */
  pullRequests: RecurrenceIndex;
  /** Opportunities without recurrence that make a theme learned. */
  needed: number;
  /** Milliseconds since 1970. */
  now: number;
};

/** A time at which a theme came up: on a pull request, or elsewhere and written down by hand. */
type Event = { at: number; key: string | null; occurrence: Occurrence | null };

/** When a theme had come up before, seen from a piece of its feedback. */
export type Earlier = {
  /** The pull request before on which it came up. */
  occurrence: Occurrence;
  /** Opportunities without it since it came up last. */
  clear: number;
  /** It had counted as learned. */
  wasLearned: boolean;
};

const oneDay = 86_400_000;

/**
 * Where a stop or start theme stands; `null` for what is neither.
 *
 * It came up once on a pull request, however many comments said so; a piece that is tagged keep, or
 * not tagged and looks like it, says that it did not.
 * A later pull request is an opportunity when
 * - it was created after the theme came up, and is merged or closed,
 * - somebody other than the mentee, and no bot, said something on it,
 * - it touched such code: a file that the theme's feedback stands on, or one of the same kind (the ending of its name,
 *   and whether it is source, test, docs or build) in the same folder of the same repository.
 * Where the files are not known, those with comments are a lower bound; a pull request of which nothing else is known is
 * counted apart. Times that cannot be (a comment before its pull request, an end before the beginning, tomorrow) make
 * what depends on them unknown.
 */
export function recurrenceOf(theme: Theme, source: Source): Recurrence | null {
  return readTheme(theme, source)?.recurrence ?? null;
}

/** `recurrenceOf` with what had come before each piece of feedback that is not of the first time, by feedback id. */
export function readTheme(
  theme: Theme,
  source: Source,
): { recurrence: Recurrence; earlier: ReadonlyMap<string, Earlier> } | null {
  const items = theme.feedbackIds.flatMap((id) => source.feedback(id) ?? []);
  const tag = tagOf(items);
  if (tag === null || tag === 'keep') return null;
  const said = items.filter((item) => (item.tag ?? item.suggestedTag) !== 'keep');
  const { events, isPossible } = eventsOf(said, source);
  const occurrences = events.flatMap(({ occurrence }) => occurrence ?? []);
  const came = new Set(occurrences.map(keyOf));
  const { matching, unknown } = source.pullRequests.touching(pathsOf(said));
  const isElsewhere = ({ key }: PullRequestFacts) => !came.has(key);
  const candidates = [...matching].filter(isElsewhere);
  const last = events.at(-1);
  const blank: Recurrence = {
    themeId: theme.id,
    tag,
    standing: 'not-enough',
    occurrences,
    clear: [],
    unknown: 0,
    needed: source.needed,
    learnedAt: null,
    intervals: [],
  };
  if (!last || occurrences.length === 0) return { recurrence: blank, earlier: new Map() };
  // Nobody can tell what came after what.
  if (!isPossible) {
    const notKnown = candidates.length + unknown.filter(isElsewhere).length;
    return { recurrence: { ...blank, unknown: notKnown }, earlier: new Map() };
  }
  const gaps = events.map((event, at) => clearIn(candidates, event.at, events[at + 1]?.at, source.now));
  const clear = gaps.at(-1)!.toSorted(byTime);
  const learnedAt = gaps.map((gap) => learnedIn(gap, source.needed)).find((at) => at !== null) ?? null;
  const isUnknown = (facts: PullRequestFacts) =>
    isElsewhere(facts) && (!hasTimes(facts, source.now) || facts.createdAt! > last.at);
  const isLearned = clear.length >= source.needed;
  const recurrence: Recurrence = {
    ...blank,
    standing: isLearned
      ? 'learned'
      : learnedAt !== null
        ? 'recurred'
        : occurrences.length > 1 || clear.length > 0
          ? 'open'
          : 'not-enough',
    clear: clear.map(opportunityOf),
    unknown:
      unknown.filter(isUnknown).length + candidates.filter((facts) => !hasTimes(facts, source.now)).length,
    learnedAt: learnedAt === null ? null : new Date(learnedAt).toISOString(),
    intervals: occurrences
      .slice(1)
      .map(({ at }, before) => (timeOf(at)! - timeOf(occurrences[before]!.at)!) / oneDay),
  };
  const lengths = gaps.map(({ length }) => length);
  return { recurrence, earlier: earlierOf(said, events, lengths, source.needed) };
}

function earlierOf(
  items: readonly Feedback[],
  events: readonly Event[],
  clear: readonly number[],
  needed: number,
): Map<string, Earlier> {
  const earlier = new Map<string, Earlier>();
  for (const item of items) {
    const key = item.pullRequest && keyOf(item.pullRequest);
    const place = key === null ? -1 : events.findIndex((event) => event.key === key);
    const before = events.slice(0, Math.max(place, 0)).findLast(({ occurrence }) => occurrence !== null);
    if (!before?.occurrence) continue;
    earlier.set(item.id, {
      occurrence: before.occurrence,
      clear: clear[place - 1]!,
      wasLearned: clear.slice(0, place).some((length) => length >= needed),
    });
  }
  return earlier;
}

/** The times at which it came up, oldest first; one a pull request. */
function eventsOf(items: readonly Feedback[], source: Source): { events: Event[]; isPossible: boolean } {
  let isPossible = true;
  const events: Event[] = [];
  const seen = new Set<string>();
  const sorted = items
    .map((item) => ({ item, at: timeOf(item.createdAt) }))
    .sort((a, b) => (a.at ?? 0) - (b.at ?? 0) || (a.item.id < b.item.id ? -1 : 1));
  for (const { item, at } of sorted) {
    const { pullRequest } = item;
    const key = pullRequest && keyOf(pullRequest);
    const created = key === null ? undefined : source.pullRequests.get(key)?.record.createdAt;
    const isAfter = created === undefined || (timeOf(created) ?? Number.POSITIVE_INFINITY) <= (at ?? 0);
    if (at === null || at > source.now + oneDay || !isAfter) isPossible = false;
    if (key !== null && seen.has(key)) continue;
    if (key !== null) seen.add(key);
    const occurrence = pullRequest && {
      ...{ repository: pullRequest.repository, number: pullRequest.number },
      ...{ url: pullRequest.url, title: pullRequest.title },
      at: item.createdAt,
      feedbackId: item.id,
    };
    events.push({ at: at ?? 0, key, occurrence });
  }
  return { events, isPossible };
}

/** The opportunities without it between two times at which it came up, or since the last. */
function clearIn(
  candidates: PullRequestFacts[],
  from: number,
  until: number | undefined,
  now: number,
): PullRequestFacts[] {
  return candidates.filter(
    (facts) =>
      hasTimes(facts, now) &&
      facts.createdAt! > from &&
      // One that was still under way when it came up again had not been without it by then.
      (until === undefined || facts.overAt! <= until),
  );
}

function hasTimes({ createdAt, overAt }: PullRequestFacts, now: number): boolean {
  return createdAt !== null && overAt !== null && overAt <= now + oneDay;
}

/** When the last of the needed ones was over, `null` where there are too few. */
function learnedIn(clear: PullRequestFacts[], needed: number): number | null {
  const ends = clear.map(({ overAt }) => overAt!).sort((a, b) => a - b);
  return ends[needed - 1] ?? null;
}

function byTime(a: PullRequestFacts, b: PullRequestFacts): number {
  return a.createdAt! - b.createdAt! || (a.key < b.key ? -1 : 1);
}

function opportunityOf({ record }: PullRequestFacts): Opportunity {
  const { repository, number, url, title, createdAt: at } = record;
  return { repository, number, url, title, at };
}

function pathsOf(items: readonly Feedback[]): { repository: string; path: string }[] {
  return items.flatMap(({ pullRequest, path }) =>
    pullRequest && path !== null ? [{ repository: pullRequest.repository, path }] : [],
  );
}
