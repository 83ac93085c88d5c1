import { fromEntered } from '../../../src/model/overlay.ts';
import { blankMentorship } from '../../../src/model/records.ts';
import type { Session } from '../../../src/model/session.ts';
import type { Feedback, Goal, Mentorship, NextAction, State } from '../../../src/model/state.ts';

/*
 * Records of a made-up mentorship, with nothing in them but what a test says.
 */
const kept = { createdBy: 'ada', claimedBy: null, isPrivate: false };

export const session = (id: string, more: Partial<Session> = {}): Session => ({
  ...{ ...kept, id, kind: 'check-in', people: ['ada', 'theo'], date: '2026-11-02', heldAt: null },
  ...{ minutes: null, goalIds: [], link: null, pairingId: null, texts: [], entries: [], createdAt: '' },
  ...more,
});
/** Held at noon, local time. */
export const held = (id: string, date: string, more: Partial<Session> = {}): Session =>
  session(id, { date, heldAt: noon(date), ...more });
/** A local noon as ISO time, so that no test depends on where it runs. */
export const noon = (date: string): string => new Date(`${date}T12:00:00`).toISOString();

export const goal = (id: string, more: Partial<Goal> = {}): Goal => ({
  ...{
    ...kept,
    id,
    title: `goal ${id}`,
    category: null,
    origin: 'mentee',
    status: 'active',
    targetDate: null,
  },
  ...{ milestones: [], counts: { keep: 0, stop: 0, start: 0 } },
  ...more,
});
export const feedback = (id: string, more: Partial<Feedback> = {}): Feedback => ({
  ...fromEntered({
    ...{ id, author: 'theo', body: `words ${id}`, url: null, saidAt: noon('2026-11-20') },
    ...{ entered: { by: 'ada', claimedBy: null }, session: null, isWithdrawn: false },
  }),
  ...more,
});
/** A line comment on GitHub that began a conversation which waits for an answer. */
export const thread = (id: string, more: Partial<Feedback> = {}): Feedback =>
  feedback(id, {
    ...{ kind: 'line', threadId: `t-${id}`, isResolved: false, isOutdated: false, path: 'src/a.ts', line: 7 },
    url: `https://github.com/x/y/pull/3#r${id}`,
    pullRequest: { repository: 'x/y', number: 3, title: 'Retry', url: 'https://github.com/x/y/pull/3' },
    ...more,
  });
export const action = (id: string, more: Partial<NextAction> = {}): NextAction => ({
  ...{ ...kept, id, text: `action ${id}`, owner: null, dueDate: null, goalId: null, doneAt: null },
  ...{ sessionId: null, createdAt: noon('2026-11-01') },
  ...more,
});
export const mentorship = (more: Partial<Mentorship> = {}): Mentorship => ({
  ...{ title: 'Growing', kind: 'one-to-one', mentors: ['theo'], mentees: ['ada'], rhythmDays: 14 },
  ...{ ...blankMentorship, hoursPerMonth: null, ...more },
});

export const state = (more: Partial<State> = {}): State => ({
  ...{ mentee: 'ada', goals: [], feedback: [], actions: [], annotations: [], ratings: [], sessions: [] },
  ...{ pairings: [], scaffolds: [], guesses: [], kudos: [], scaleAnswers: [], agreements: [] },
  ...{ charters: [], pulses: [], trials: [], skillRatings: [], knowledge: [], help: [] },
  mentorship: null,
  ...more,
});
