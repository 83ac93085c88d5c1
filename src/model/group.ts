import type { Theme } from './growth.ts';
import type { Feedback, Goal } from './state.ts';

export const groupings = ['goal', 'pullRequest', 'reviewer', 'tag', 'file', 'theme'] as const;
/** What tagged feedback is grouped by. */
export type Grouping = (typeof groupings)[number];

/** A group of the Feedback view. `untagged`, `bots` and `setAside` are there whatever the grouping. */
export type FeedbackGroup = {
  /** Stable, so that the view keeps what is open. */
  id: string;
  kind: Grouping | 'untagged' | 'bots' | 'setAside';
  /** What it is called: a goal's sentence, a login, a path; empty for "none" and for the groups that are always there. */
  name: string;
  items: Feedback[];
};

/**
 * Sorts feedback into the groups of the view, in one pass: what is to be tagged first, then what is tagged, by the
 * grouping, then what bots said, last what was set aside. A piece that is linked to several goals stands below each
 * of them. Themes come before all else and show their whole history, tagged or not. Empty groups are left out. Keeps the order of the pieces.
 * @param themeOf the theme of a piece, asked where feedback is grouped by it
 */
export function groupFeedback(
  feedback: readonly Feedback[],
  goals: readonly Goal[],
  grouping: Grouping,
  themeOf: (id: string) => Theme | undefined = () => undefined,
): FeedbackGroup[] {
  const untagged: Feedback[] = [];
  const bots: Feedback[] = [];
  const setAside: Feedback[] = [];
  const groups = new Map<string, FeedbackGroup>();
  const titles = new Map(goals.map((goal) => [goal.id, goal.title]));
  if (grouping === 'goal') for (const goal of goals) put(goal.id, goal.title);
  for (const item of feedback) {
    const theme = grouping === 'theme' && !item.isSetAside ? themeOf(item.id) : undefined;
    if (item.isSetAside) setAside.push(item);
    else if (theme) put(theme.id, theme.name).items.push(item);
    // Linked but not tagged still waits for a tag; a bot's words count once somebody linked them.
    else if (item.tag === null) (item.isBot && item.goalIds.length === 0 ? bots : untagged).push(item);
    else {
      for (const [key, name] of keysOf(item)) put(key, name).items.push(item);
    }
  }
  const byName = [...groups.values()].filter((group) => group.items.length > 0);
  if (grouping === 'reviewer' || grouping === 'tag' || grouping === 'file')
    byName.sort((a, b) => a.name.localeCompare(b.name));
  // "None" comes last.
  byName.sort((a, b) => Number(a.name === '') - Number(b.name === ''));
  const always = (kind: FeedbackGroup['kind'], items: Feedback[]): FeedbackGroup[] =>
    items.length > 0 ? [{ id: `:${kind}`, kind, name: '', items }] : [];
  const themes = grouping === 'theme' ? byName.filter(({ name }) => name !== '') : [];
  return [
    ...themes,
    ...always('untagged', untagged),
    ...byName.filter((group) => !themes.includes(group)),
    ...always('bots', bots),
    ...always('setAside', setAside),
  ];

  function put(key: string, name: string): FeedbackGroup {
    const found = groups.get(key);
    if (found) return found;
    const group: FeedbackGroup = { id: `${grouping}:${key}`, kind: grouping, name, items: [] };
    groups.set(key, group);
    return group;
  }

  function keysOf(item: Feedback): [string, string][] {
    if (grouping === 'goal') {
      return item.goalIds.length > 0 ? item.goalIds.map((id) => [id, titles.get(id) ?? '']) : [['', '']];
    }
    if (grouping === 'pullRequest') {
      const { pullRequest } = item;
      return pullRequest
        ? [[`${pullRequest.repository}#${pullRequest.number}`, `#${pullRequest.number} ${pullRequest.title}`]]
        : [['', '']];
    }
    if (grouping === 'theme') return [['', '']];
    const key = { reviewer: item.author, tag: item.tag ?? '', file: item.path ?? '' }[grouping];
    return [[key, key]];
  }
}
