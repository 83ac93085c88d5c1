import type { Recurrence, Theme } from '../../../model/growth.ts';
import { plainLine } from '../../../model/plainLine.ts';
import type { Feedback } from '../../../model/state.ts';
import { localDay } from '../period.ts';
import { phrase, text } from '../phrase.ts';
import { placesOf, type Scene } from '../scene.ts';
import type { Claim, Part } from '../types.ts';

/** So many themes are told of: those that came up most. */
const mostThemes = 12;

/** A theme as far as everybody may see it. */
export type SeenTheme = {
  id: string;
  name: Part;
  /** All of its feedback that is not private, oldest first. */
  items: Feedback[];
  /** `null` where something private is in it, of which it would tell, and where it is of a later time. */
  recurrence: Recurrence | null;
};

/** Themes that came up, were learned, or are open, with their first and their last place. */
export function themes(scene: Scene): Claim[] {
  const { words } = scene;
  const told = themesOf(scene).filter(
    ({ items, recurrence }) =>
      items.some(({ createdAt }) => scene.isIn(createdAt)) || scene.isIn(recurrence?.learnedAt ?? null),
  );
  const claims = told.slice(0, mostThemes).map(({ id, name, items, recurrence }) => {
    const pulls = Math.max(1, placesOf(items).length);
    const [first, last] = [items[0]!, items.at(-1)!];
    const days = [scene.day(first.createdAt), scene.day(last.createdAt)] as const;
    const parts = phrase(
      (mark) => (pulls === 1 ? words.themes.once(mark, days[0]) : words.themes.came(mark, pulls, ...days)),
      name,
    );
    if (recurrence) {
      const { standing, clear, needed, learnedAt, unknown } = recurrence;
      const since = learnedAt === null ? null : scene.day(learnedAt);
      parts.push(...text(` ${words.themes.standing(standing, clear.length, needed, since)}`));
      if (unknown > 0) parts.push(...text(` ${words.themes.unknown(unknown)}`));
    }
    const said = first === last ? [first] : [first, last];
    const free = recurrence?.standing === 'learned' ? recurrence.clear : [];
    const sources = [...scene.comments(said), ...free.flatMap((one) => scene.pullRequest(one))];
    // Its name is made of the words of all of them.
    return scene.claim(`theme:${id}`, parts, sources, { isOfPrivateRepository: scene.isClosed(items) });
  });
  const rest = told.slice(mostThemes);
  if (rest.length > 0) {
    const last = rest.map(({ items }) => items.at(-1)!);
    claims.push(
      scene.claim('theme-rest', text(words.themes.more(rest.length)), scene.comments(last), {
        isOfPrivateRepository: scene.isClosed(last),
      }),
    );
  }
  return claims;
}

/** Themes of two or more, and those that somebody named; those that came up on most pull requests first. */
export function themesOf({ input, byId, words, period }: Scene): SeenTheme[] {
  /** What came after the period is no part of it. */
  const isBefore = (time: string) => (localDay(time) ?? '~') <= period.to;
  const seen = input.themes.flatMap((theme): (SeenTheme & { pulls: number })[] => {
    const items = theme.feedbackIds
      .flatMap((id) => byId.get(id) ?? [])
      .filter(({ isSetAside, createdAt }) => !isSetAside && isBefore(createdAt));
    items.sort((a, b) => (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0));
    const isWhole = theme.feedbackIds.every((id) => byId.has(id));
    if (items.length === 0 || (items.length < 2 && !theme.isNamed)) return [];
    const name = nameOf(theme, isWhole, items, words.themes.quoted);
    const known = isWhole ? input.recurrences.get(theme.id) : undefined;
    // It counts as learned when the last of the needed pull requests was over, which may be long after it began.
    const times = known && [...known.occurrences, ...known.clear].map(({ at }) => at);
    const isOver = times?.concat(known?.learnedAt ?? []).every(isBefore);
    const recurrence = known && isOver ? known : null;
    return [{ id: theme.id, name, items, recurrence, pulls: placesOf(items).length }];
  });
  return seen.sort((a, b) => b.pulls - a.pulls || b.items.length - a.items.length || (a.id < b.id ? -1 : 1));
}

/** The words of a theme may be those of private feedback in it: then those of the others stand for it. */
function nameOf(
  theme: Theme,
  isWhole: boolean,
  items: readonly Feedback[],
  quoted: (words: string) => string,
): Part {
  if (isWhole && theme.name.trim() !== '') return { said: theme.name };
  return { said: quoted(plainLine(items[0]!.body, 80)) };
}
