import { dayOf } from '../../model/isoDate.ts';
import { type TrackedAction, trackActions } from '../../model/nextActions.ts';
import type { Pairing, Scaffold, ScaffoldStep, Session, SessionText } from '../../model/session.ts';
import type { Goal, NextAction, State } from '../../model/state.ts';
import { type KeyboardTime, timeAtKeyboard } from '../../sessions/keyboard.ts';
import { type NextSession, nextSession } from '../../sessions/nextSession.ts';
import { missingIn, type ToPrepare } from '../../sessions/prepare/missing.ts';
import { type TopicTrend, trendsOfTopics } from '../../sessions/topics.ts';

/** What a row of the Sessions view stands for, as data; `rows.ts` puts it into words. */
export type Content =
  /** `missing`: what the mentee has not prepared; `null` where there is nothing to prepare yet, or nothing to bring. */
  | { type: 'next'; next: NextSession; missing: ToPrepare[] | null; people: string[] }
  | { type: 'planned'; session: Session }
  | { type: 'running'; pairing: Pairing; goal: string | null }
  | { type: 'actions'; open: number; overdue: number }
  | { type: 'action'; tracked: TrackedAction; goal: string | null }
  | { type: 'done'; count: number; shown: number }
  | { type: 'log'; count: number }
  | { type: 'month'; month: string; count: number }
  | { type: 'session'; session: Session }
  /** What somebody else wrote about a session. */
  | { type: 'text'; session: Session; text: SessionText }
  | { type: 'pairings'; count: number }
  | { type: 'keyboard'; time: KeyboardTime }
  | { type: 'person'; person: string; time: number; of: number }
  | { type: 'goalTime'; goal: string | null; time: KeyboardTime['goals'][number] }
  | { type: 'pairing'; pairing: Pairing; goal: string | null }
  | { type: 'topics'; count: number }
  | { type: 'topic'; trend: TopicTrend; of: number }
  | { type: 'scaffolds'; count: number }
  | { type: 'scaffold'; scaffold: Scaffold; name: string | null }
  | { type: 'step'; step: ScaffoldStep; reached: Scaffold['steps'][number] | null; session: Session | null }
  /** The state could not be read: what can be done. */
  | { type: 'remedy'; remedy: 'reload' | 'showLog' };

/** A row with what is below it. `id` stays with what it stands for. */
export type Outline = { id: string; content: Content; children: Outline[] };

/** The state, and who looks at it. */
export type Told = { isMe: (name: string) => boolean } & Pick<
  State,
  'sessions' | 'mentorship' | 'actions' | 'goals' | 'pairings' | 'scaffolds' | 'mentee'
>;

/** More sessions than these are shown by month. */
const manySessions = 24;
/** Rows of a list that only grows: whoever looks for more searches. */
const shown = 200;
const shownTopics = 30;
const steps = ['shadow', 'navigate', 'reverse-shadow', 'solo'] as const satisfies readonly ScaffoldStep[];

/** The Sessions view from top to bottom; what has nothing to show is left out. Pure. */
export function outlineOf(state: Told, now: Date): Outline[] {
  const goals = new Map(state.goals.map((goal) => [goal.id, goal]));
  const nameOf = (id: string | null) => (id === null ? null : (goals.get(id)?.title ?? null));
  const next = nextOf(state, now);
  const today = dayOf(now);
  return [
    ...(next
      ? [leaf('next', next, next.next.session ? texts('next', next.next.session, state.isMe) : [])]
      : []),
    ...state.pairings
      .filter(({ endedAt }) => endedAt === null)
      .toReversed()
      .map((pairing) =>
        leaf(`running/${pairing.id}`, { type: 'running', pairing, goal: nameOf(pairing.goalId) }),
      ),
    ...planned(state, next?.next.session?.id, today),
    ...actions(state.actions, state.goals, nameOf, today),
    ...log(state, next?.next.session?.id, today),
    ...pairings(state.pairings, nameOf, now),
    ...topics(state.sessions, now),
    ...scaffolds(state, nameOf),
  ];
}

const leaf = (id: string, content: Content, children: Outline[] = []): Outline => ({ id, content, children });
type NameOf = (goalId: string | null) => string | null;

/** The user's meeting that comes next, with what is missing of its preparation and whom it is with. */
export function nextOf(
  { sessions, mentorship, mentee, isMe }: Pick<Told, 'sessions' | 'mentorship' | 'mentee' | 'isMe'>,
  now: Date,
): Extract<Content, { type: 'next' }> | null {
  const mine = sessions.filter(({ people }) => people.length === 0 || people.some(isMe));
  const next = nextSession({ sessions: mine, mentorship }, now);
  if (!next) return null;
  const mentees = mentorship?.mentees ?? (mentee === null ? [] : [mentee]);
  // Peers are on both sides.
  const named = new Set([...(mentorship?.mentors ?? []), ...(mentorship?.mentees ?? [])]);
  const people = next.session?.people ?? [...named];
  const missing = next.session && next.kind === 'check-in' ? missingIn(next.session, mentees) : null;
  return { type: 'next', next, missing, people };
}

/** What else is planned, after the one that comes next. */
function planned({ sessions, isMe }: Told, next: string | undefined, today: string): Outline[] {
  return sessions
    .filter(({ id, heldAt, date }) => heldAt === null && date >= today && id !== next)
    .map((session) => {
      const id = `session/${session.id}`;
      return leaf(id, { type: 'planned', session }, texts(id, session, isMe));
    });
}

/** What others wrote, where there is more to read than the row itself opens. */
function texts(id: string, session: Session, isMe: Told['isMe']): Outline[] {
  const others = session.texts.filter(({ by }) => !isMe(by));
  if (session.heldAt !== null && session.texts.length < 2) return [];
  return others.map((text, i) => leaf(`${id}/text/${i}/${text.by}`, { type: 'text', session, text }));
}

function actions(
  all: readonly NextAction[],
  goals: readonly Goal[],
  nameOf: NameOf,
  today: string,
): Outline[] {
  if (all.length === 0) return [];
  // One list over all goals, in the order of the tracker.
  const { open, done } = trackActions(
    all.map((action) => ({ ...action, goalId: null })),
    goals,
    today,
  ).get(null)!;
  const goalOf = new Map(all.map(({ id, goalId }) => [id, goalId]));
  const row = (tracked: TrackedAction) => {
    const { id } = tracked.action;
    const goalId = goalOf.get(id) ?? null;
    const action = { ...tracked.action, goalId };
    return leaf(`action/${id}`, { type: 'action', tracked: { ...tracked, action }, goal: nameOf(goalId) });
  };
  const overdue = open.filter(({ isOverdue }) => isOverdue).length;
  const closed = done.slice(0, shown).map((action) => row({ action, isOverdue: false, isToday: false }));
  const folded =
    done.length > 0 ? [leaf('done', { type: 'done', count: done.length, shown: closed.length }, closed)] : [];
  return [leaf('actions', { type: 'actions', open: open.length, overdue }, [...open.map(row), ...folded])];
}

/** What was held, and what was planned for a day that is over and never held: somebody may have written in it. */
function log({ sessions, isMe }: Told, next: string | undefined, today: string): Outline[] {
  const held = sessions
    .filter(({ id, heldAt, date }) => heldAt !== null || (date < today && id !== next))
    .toReversed();
  if (held.length === 0) return [];
  const row = (session: Session) => {
    const id = `session/${session.id}`;
    return leaf(id, { type: 'session', session }, texts(id, session, isMe));
  };
  const content: Content = { type: 'log', count: held.length };
  if (held.length <= manySessions) return [leaf('log', content, held.map(row))];
  const months = Map.groupBy(held, ({ date }) => date.slice(0, 7));
  const byMonth = [...months].map(([month, some]) =>
    leaf(`log/${month}`, { type: 'month', month, count: some.length }, some.map(row)),
  );
  return [leaf('log', content, byMonth)];
}

function pairings(all: readonly Pairing[], nameOf: NameOf, now: Date): Outline[] {
  const ended = all.filter(({ endedAt }) => endedAt !== null).toReversed();
  const time = timeAtKeyboard(all, now);
  if (ended.length === 0 && time.people.length === 0) return [];
  const people = (id: string, some: KeyboardTime['people'], of: number) =>
    some.map(({ person, time }) =>
      leaf(`${id}/${person.toLowerCase()}`, { type: 'person', person, time, of }),
    );
  const byGoal = time.goals.map((goal) => {
    const id = `keyboard/goal/${goal.goalId ?? ''}`;
    const content: Content = { type: 'goalTime', goal: nameOf(goal.goalId), time: goal };
    return leaf(id, content, people(id, goal.people, goal.time));
  });
  const hasGoals = time.goals.some(({ goalId }) => goalId !== null);
  const keyboard = leaf('keyboard', { type: 'keyboard', time }, [
    ...people('keyboard/person', time.people, time.time),
    ...(hasGoals ? byGoal : []),
  ]);
  const rows = ended
    .slice(0, shown)
    .map((pairing) =>
      leaf(`pairing/${pairing.id}`, { type: 'pairing', pairing, goal: nameOf(pairing.goalId) }),
    );
  return [
    leaf('pairings', { type: 'pairings', count: ended.length }, [
      ...(time.people.length > 0 ? [keyboard] : []),
      ...rows,
    ]),
  ];
}

/** A topic is a trend once it came up twice; before that the log tells it. */
function topics(sessions: readonly Session[], now: Date): Outline[] {
  const { topics, sessions: of } = trendsOfTopics(sessions, { now });
  const repeated = topics.filter(({ sessions }) => sessions > 1);
  if (repeated.length === 0) return [];
  const byId = new Map(sessions.map((session) => [session.id, session]));
  const rows = repeated.slice(0, shownTopics).map((trend) => {
    const id = `topic/${trend.topic.toLowerCase()}`;
    const children = trend.sessionIds.slice(0, shown).flatMap((one) => {
      const session = byId.get(one);
      return session ? [leaf(`${id}/${one}`, { type: 'session', session })] : [];
    });
    return leaf(id, { type: 'topic', trend, of }, children);
  });
  return [leaf('topics', { type: 'topics', count: repeated.length }, rows)];
}

function scaffolds({ scaffolds, sessions }: Told, nameOf: NameOf): Outline[] {
  if (scaffolds.length === 0) return [];
  const byId = new Map(sessions.map((session) => [session.id, session]));
  const rows = scaffolds.map((scaffold) => {
    const id = `scaffold/${scaffold.id}`;
    const children = steps.map((step) => {
      const reached = scaffold.steps.find((one) => one.step === step) ?? null;
      const session = byId.get(reached?.sessionId ?? '') ?? null;
      return leaf(`${id}/${step}`, { type: 'step', step, reached, session });
    });
    return leaf(id, { type: 'scaffold', scaffold, name: scaffold.part ?? nameOf(scaffold.goalId) }, children);
  });
  return [leaf('scaffolds', { type: 'scaffolds', count: rows.length }, rows)];
}
