import type { Recurrence, Theme } from '../../model/growth.ts';
import type { Feedback, Tag } from '../../model/state.ts';
import { isIn, type Period, timeOf } from './period.ts';
import { noTags } from './tagged.ts';

export type ThemeRow = {
  theme: Theme;
  /** The tag that most of its pieces have, `null` where none has one, or two have as many. */
  tag: Tag | null;
  /** Pieces of the period (and the goal), newest first. */
  pieces: Feedback[];
  /** All pieces, whenever they were said. */
  all: number;
  /** Where it stands; `null` for keep themes and while that is being worked out. */
  recurrence: Recurrence | null;
  /** What its timeline shows, oldest first, milliseconds since 1970. */
  marks: Mark[];
  /** When it came up last in the period; `null` without a time. */
  last: number | null;
};
export type Mark = {
  at: number;
  kind: 'occurrence' | 'clear' | 'learned';
  /** Pull request or, where there is none, `null`. */
  where: { repository: string; number: number; title: string } | null;
};

/** Themes that came up in the period; what came up last comes first. */
export function themeRows(
  { themes, recurrences, feedback, goal, now }: ThemesInput,
  period: Pick<Period, 'from' | 'to' | 'choice'>,
): ThemeRow[] {
  const byId = new Map(feedback.map((piece) => [piece.id, piece]));
  const rows: ThemeRow[] = [];
  for (const theme of themes) {
    const known = theme.feedbackIds.flatMap((id) => {
      const piece = byId.get(id);
      return piece && !piece.isSetAside ? [{ piece, at: timeOf(piece.createdAt, now) }] : [];
    });
    const inPeriod = known
      .filter(({ piece, at }) => {
        const isAsked = goal === null || piece.goalIds.includes(goal);
        // What was said at an impossible time was said at some time.
        return isAsked && (at === null ? period.choice === 'all' : isIn(at, period));
      })
      .sort((a, b) => (b.at ?? 0) - (a.at ?? 0) || compare(a.piece.id, b.piece.id));
    if (inPeriod.length === 0) continue;
    const recurrence = recurrences?.get(theme.id) ?? null;
    rows.push({
      theme,
      tag: recurrence?.tag ?? majority(known.map(({ piece }) => piece.tag)),
      pieces: inPeriod.map(({ piece }) => piece),
      all: known.length,
      recurrence,
      marks: marksOf(recurrence, known, period, now),
      last: inPeriod[0]?.at ?? null,
    });
  }
  return rows.sort((a, b) => (b.last ?? 0) - (a.last ?? 0) || compare(a.theme.id, b.theme.id));
}

type ThemesInput = {
  themes: readonly Theme[];
  recurrences: ReadonlyMap<string, Recurrence> | null;
  feedback: readonly Feedback[];
  goal: string | null;
  now: Date;
};

function marksOf(
  recurrence: Recurrence | null,
  known: readonly { piece: Feedback; at: number | null }[],
  period: Pick<Period, 'from' | 'to'>,
  now: Date,
): Mark[] {
  const seen = new Set<string>();
  const marks: Mark[] = known.flatMap(({ piece: { pullRequest: where }, at }) => {
    // One pull request is one occurrence, however much was said on it.
    const key = where === null ? String(at) : `${where.repository}#${where.number}`;
    if (!isIn(at, period) || seen.has(key)) return [];
    seen.add(key);
    return [{ at, kind: 'occurrence' as const, where }];
  });
  for (const each of recurrence?.clear ?? []) {
    const at = timeOf(each.at, now);
    if (isIn(at, period)) marks.push({ at, kind: 'clear', where: each });
  }
  const learned = recurrence?.learnedAt ? timeOf(recurrence.learnedAt, now) : null;
  if (isIn(learned, period)) marks.push({ at: learned, kind: 'learned', where: null });
  return marks.sort((a, b) => a.at - b.at);
}

function majority(given: readonly (Tag | null)[]): Tag | null {
  const counts = noTags();
  for (const tag of given) if (tag !== null) counts[tag]++;
  const [first, second] = (Object.entries(counts) as [Tag, number][]).sort((a, b) => b[1] - a[1]);
  return first![1] > second![1] ? first![0] : null;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
