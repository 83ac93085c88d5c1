import { dayOf } from '../../model/isoDate.ts';
import { type TrackedAction, trackActions } from '../../model/nextActions.ts';
import type { Feedback, Goal, Milestone, State } from '../../model/state.ts';
import { daysLater } from '../nextSession.ts';
import { compare, type Few, few, newestFirst } from './few.ts';
import { lastMovements, localDay, madeOn } from './movement.ts';
import { openThreads, type Thread } from './threads.ts';

/** What a meeting should be about, out of what really happened. */
export type Agenda = {
  /** ISO date from which on something is recent: the last held check-in, or 30 days ago. */
  since: string;
  /** Conversations that wait for an answer. */
  threads: Few<Thread>;
  /** Active goals for which nothing happened for a while, and the ISO date of what happened last, if anything. */
  still: Few<{ goal: Goal; last: string | null }>;
  keeps: Few<Feedback>;
  milestones: Few<{ goal: Goal; milestone: Milestone }>;
  /**
   * The active goal with the most stops of the last 90 days, and those; where none has any, the stops that no active
   * goal has. `null` where there are none at all.
   */
  focus: { goal: Goal | null; since: string; stops: Few<Feedback> } | null;
  /** Open promises, overdue first. */
  actions: Few<TrackedAction>;
};

export type AgendaState = Pick<State, 'goals' | 'feedback' | 'actions' | 'sessions'>;

const [recentDays, stillDays, focusDays] = [30, 30, 90];

/** Chooses what to talk about. Whether private records take part is for the caller to decide. */
export function agendaOf(state: AgendaState, now: Date): Agenda {
  const today = dayOf(now);
  const { goals, feedback, actions, sessions } = state;
  const active = goals.filter(({ status }) => status === 'active');
  const counting = feedback.filter(({ isSetAside, isMinimized }) => !isSetAside && isMinimized !== true);

  const since = sessions.reduce(
    (last, { kind, heldAt, date }) =>
      kind === 'check-in' && heldAt !== null && date < today && (last === null || date > last) ? date : last,
    null as string | null,
  );
  const from = since ?? daysLater(today, -recentDays);
  const isRecent = (time: string) => localDay(time) >= from;

  const stillFrom = daysLater(today, -stillDays);
  const moved = lastMovements(state);
  const still = active
    .map((goal) => ({ goal, last: moved.get(goal.id) ?? null }))
    .filter(({ goal, last }) => (last ?? madeOn(goal.id) ?? '') < stillFrom);

  return {
    since: from,
    threads: openThreads(counting),
    still: few(still.sort((a, b) => compare(a.last ?? '', b.last ?? ''))),
    keeps: few(newestFirst(counting.filter(({ tag, createdAt }) => tag === 'keep' && isRecent(createdAt)))),
    milestones: few(
      goals
        .flatMap((goal) => goal.milestones.map((milestone) => ({ goal, milestone })))
        .filter(({ milestone: { completedAt } }) => completedAt !== null && isRecent(completedAt))
        .sort((a, b) => compare(b.milestone.completedAt!, a.milestone.completedAt!)),
    ),
    focus: focusOf(active, counting, daysLater(today, -focusDays)),
    actions: few(trackActions(actions, [], today).get(null)?.open ?? []),
  };
}

function focusOf(goals: readonly Goal[], feedback: readonly Feedback[], since: string): Agenda['focus'] {
  const stops = newestFirst(
    feedback.filter(({ tag, createdAt }) => tag === 'stop' && localDay(createdAt) >= since),
  );
  const [best] = goals
    .map((goal) => ({ goal, own: stops.filter(({ goalIds }) => goalIds.includes(goal.id)) }))
    .filter(({ own }) => own.length > 0)
    // As many: whichever was heard of last.
    .sort((a, b) => b.own.length - a.own.length || compare(b.own[0]!.createdAt, a.own[0]!.createdAt));
  if (best) return { goal: best.goal, since, stops: few(best.own) };
  return stops.length > 0 ? { goal: null, since, stops: few(stops) } : null;
}
