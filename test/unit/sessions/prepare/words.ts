import { sessionKinds } from '../../../../src/model/kinds.ts';
import type { PrepareWords } from '../../../../src/sessions/prepare/words.ts';
import { frameSections } from '../../../../src/sessions/templates/frames.ts';
import { promptTopics } from '../../../../src/sessions/templates/prompts.ts';

const same = <T extends string>(names: readonly T[]) =>
  Object.fromEntries(names.map((name) => [name, name])) as unknown as Record<T, string>;
const sections = Object.values(frameSections).flat();

/** Words that say where they come from. */
export const words: PrepareWords = {
  kinds: same(sessionKinds),
  title: (kind, date) => `${kind} on ${date}`,
  since: (date) => `since ${date}`,
  headings: same(['blockers', 'wins', 'focus', 'actions', 'prompts', 'log']),
  ...{ threads: 'threads:', stillGoals: 'still:', keeps: 'keeps:', milestones: 'milestones:' },
  ...{ noBlockers: 'no blockers', noWins: 'no wins', noFocus: 'no focus', noActions: 'no actions' },
  conversations: (count, latest) => `${latest} of ${count}`,
  more: (count) => `and ${count} more`,
  lastMoved: (date) => `last moved ${date}`,
  neverMoved: 'never moved',
  stops: (count, since) => `${count} stops since ${since}`,
  withoutGoal: 'without a goal',
  due: (date) => `due ${date}`,
  overdue: (date) => `due ${date}, overdue`,
  somebody: 'somebody',
  outdated: 'outdated',
  unverified: (name) => `says to be ${name}`,
  hints: { question: 'ask', goal: 'aim', example: 'show', log: 'write' },
  sections: Object.fromEntries(
    sections.map((name) => [name, { heading: `the ${name}`, hint: `hint ${name}` }]),
  ) as PrepareWords['sections'],
  prompts: Object.fromEntries(
    promptTopics.map((topic) => [topic, [`why ${topic}?`]]),
  ) as unknown as PrepareWords['prompts'],
};
