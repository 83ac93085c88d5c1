import type { NewEvent } from '../../model/events.ts';
import type { Theme, ThemeDecisions } from '../../model/growth.ts';
import { plainLine } from '../../model/plainLine.ts';
import type { Feedback } from '../../model/state.ts';

/** Longest name of a theme, in characters. */
export const longestName = 200;

/** What makes a theme, or changes it, with the id that it has afterwards. */
export type ThemeAct = { id: string; events: NewEvent[] };

/** Whether people made or named it; all other themes are computed, and their ids change with their feedback. */
export const isReal = ({ id }: Pick<Theme, 'id'>): boolean => !id.startsWith('auto:');

/**
 * What gives a theme a name. A computed theme becomes real by it: with an id of its own, and its feedback put into it, so
 * that nothing that is computed later takes it away.
 */
export function naming(theme: Theme, name: string, newId: () => string): ThemeAct {
  const id = isReal(theme) ? theme.id : newId();
  const events: NewEvent[] = [{ type: 'theme.made', payload: { theme: id, name } }];
  if (!isReal(theme)) events.push(...placing(theme.feedbackIds, id));
  return { id, events };
}

/** What puts feedback into a theme, or with `null` out of all. */
export function placing(feedbackIds: readonly string[], theme: string | null): NewEvent[] {
  return feedbackIds.map((feedback) => ({ type: 'theme.placed', payload: { feedback, theme } }));
}

/** Longest quotation that stands for the name of a theme, in characters. */
const longestQuote = 80;

/**
 * A theme whose name may stand in the space. A computed name may be made of words that only private feedback has: where
 * what is private and what is not shall be together, the first words of what is not stand for it.
 * @param joining feedback that will be in it, too
 */
export function asShared(
  theme: Theme,
  joining: readonly string[],
  feedback: (id: string) => Pick<Feedback, 'body' | 'isPrivate'> | undefined,
): Theme {
  if (theme.isNamed || !theme.feedbackIds.some((id) => feedback(id)?.isPrivate)) return theme;
  const all = [...theme.feedbackIds, ...joining].flatMap((id) => feedback(id) ?? []);
  const open = all.filter(({ isPrivate }) => !isPrivate);
  if (open.length === 0) return theme;
  const name = open.map(({ body }) => plainLine(body, longestQuote)).find((words) => words !== '') ?? '';
  return { ...theme, name, words: [] };
}

/** A theme that others can be put into: itself, or what makes a computed one real. */
export function made(theme: Theme, newId: () => string): ThemeAct {
  return isReal(theme) ? { id: theme.id, events: [] } : naming(theme, nameOf(theme), newId);
}

/** What makes themes part of another one. */
export function merging(themes: readonly Theme[], into: Theme, newId: () => string): ThemeAct {
  const { id, events } = made(into, newId);
  const others = themes.filter((theme) => theme.id !== into.id);
  return {
    id,
    events: [
      ...events,
      ...others.flatMap((theme): NewEvent[] =>
        isReal(theme)
          ? [{ type: 'theme.merged', payload: { theme: theme.id, into: id } }]
          : placing(theme.feedbackIds, id),
      ),
    ],
  };
}

/** What keeps the rest of a theme where it is when a part of it leaves: it resembles what left, and would follow. */
export function keeping(
  theme: Theme,
  leaving: readonly string[],
  decisions: ThemeDecisions,
  newId: () => string,
): ThemeAct {
  const { id, events } = made(theme, newId);
  const staying = theme.feedbackIds.filter((one) => !leaving.includes(one));
  const isPlaced = (one: string) => isReal(theme) && decisions.placed.has(one);
  return {
    id,
    events: [
      ...events.filter(({ type }) => type === 'theme.made'),
      ...placing(
        staying.filter((one) => !isPlaced(one)),
        id,
      ),
    ],
  };
}

/** What makes a theme of its own out of a part of one. */
export function splitting(
  theme: Theme,
  leaving: readonly string[],
  name: string,
  decisions: ThemeDecisions,
  newId: () => string,
): ThemeAct {
  const { events } = keeping(theme, leaving, decisions, newId);
  const id = newId();
  const made: NewEvent = { type: 'theme.made', payload: { theme: id, name } };
  return { id, events: [...events, made, ...placing(leaving, id)] };
}

/** What moves feedback into a theme; one piece leaves by itself, several would take along what is like them. */
export function moving(
  feedbackIds: readonly string[],
  into: string,
  themes: readonly Theme[],
  decisions: ThemeDecisions,
  newId: () => string,
): NewEvent[] {
  const left = themes.filter(({ id, feedbackIds: all }) => {
    const count = all.filter((one) => feedbackIds.includes(one)).length;
    return id !== into && count > 1 && count < all.length;
  });
  return [
    ...left.flatMap((theme) => keeping(theme, feedbackIds, decisions, newId).events),
    ...placing(feedbackIds, into),
  ];
}

/** A name for a computed theme that nobody named. */
function nameOf({ name, words }: Theme): string {
  return plainLine(name, longestName) || plainLine(words.join(' '), longestName) || '…';
}
