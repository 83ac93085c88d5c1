import * as vscode from 'vscode';
import { dayOf } from '../../model/isoDate.ts';
import { sessionKinds } from '../../model/kinds.ts';
import type { Session, SessionKind } from '../../model/session.ts';
import { type NextSession, nextSession } from '../../sessions/nextSession.ts';
import { type Frame, frames } from '../../sessions/templates/frames.ts';
import { isMe, titleOf } from '../sessions/texts.ts';
import { usualPeople } from '../sessions/usual.ts';
import { frameName, frameUse } from '../words/frameWords.ts';
import { kindName } from '../words/sessions.ts';
import { unmarked } from '../words/spaces.ts';
import { day, localDay } from '../words/time.ts';
import { ask, booleanArgument, objectArgument, pick, textArgument, wordArgument } from './ask.ts';
import { sessionById } from './chosenSession.ts';
import type { Deps } from './deps.ts';
import { sessionFields } from './sessionInput.ts';

/** What is to be prepared: a session that is there, or one that is planned with it. */
export type Plan = {
  session: Session | null;
  kind: SessionKind;
  /** ISO date. */
  date: string;
  /** Without the user. */
  people: readonly string[];
  isPrivate: boolean;
};

/** What a program wants prepared, `null` where it leaves that to the user. Throws 'invalid-argument', 'not-found'. */
export function planArgument(deps: Deps, argument: unknown): (Plan & { frame: Frame | null }) | null {
  const given = objectArgument(argument);
  if (!given) return null;
  const { kind, date, people } = sessionFields(deps, given, ['session', 'frame', 'isPrivate']);
  const frame = wordArgument(given.frame, 'frame', frames) ?? null;
  const isPrivate = booleanArgument(given.isPrivate, 'isPrivate') ?? false;
  const id = textArgument(given.session, 'session', 200);
  const session = id === undefined ? null : sessionById(deps, id);
  if (session) return { ...planOf(session), frame };
  const mine = mineOf(deps);
  const now = new Date();
  const next = nextSession({ sessions: mine, mentorship: deps.store.records.mentorship }, now);
  if (!kind && !date && next)
    return { ...nextPlan(deps, next, now), ...(people && { people }), isPrivate, frame };
  const planned = mine.filter(
    (one) => one.heldAt === null && (!kind || one.kind === kind) && (!date || one.date === date),
  );
  const known = date
    ? planned[0]
    : nextSession({ sessions: heldOr(mine, planned), mentorship: null }, now)?.session;
  if (known) return { ...planOf(known), frame };
  const isNext = next !== null && (kind ?? 'check-in') === next.kind;
  const plan = {
    session: null,
    kind: kind ?? 'check-in',
    date: date ?? (isNext ? aheadOf(next, now) : dayOf(now)),
    people: people ?? usual(deps),
  };
  return { ...plan, isPrivate, frame };
}

/** Asks what is to be prepared; what comes next is offered first. Throws 'cancelled'. */
export async function askPlan(deps: Deps): Promise<Plan> {
  const now = new Date();
  const mine = mineOf(deps);
  const next = nextSession({ sessions: mine, mentorship: deps.store.records.mentorship }, now);
  const planned = mine
    .filter((one) => one.heldAt === null && one.id !== next?.session?.id && one.date >= dayOf(now))
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const offered = [...(next ? [nextPlan(deps, next, now)] : []), ...planned.map(planOf)];
  const chosen = await pick<Plan | SessionKind>(vscode.l10n.t('Which session do you prepare?'), [
    ...offered.map((plan) => ({
      label: unmarked(titleOf(deps, plan.session ?? { ...plan, people: [...plan.people] })),
      description: plan.session ? vscode.l10n.t('planned') : vscode.l10n.t('by the rhythm'),
      value: plan,
    })),
    ...sessionKinds.map((kind) => ({
      label: kindName(kind),
      description: vscode.l10n.t('choose the day'),
      value: kind,
    })),
  ]);
  if (typeof chosen !== 'string') return chosen;
  const date = await askDate(now);
  const known = mine.find((one) => one.heldAt === null && one.kind === chosen && one.date === date);
  if (known) return planOf(known);
  return { session: null, kind: chosen, date, people: usual(deps), isPrivate: false };
}

/** A way to lead the conversation, or none. Throws 'cancelled'. */
export const askFrame = (): Promise<Frame | null> =>
  pick<Frame | null>(vscode.l10n.t('Which frame do you want for the conversation?'), [
    { label: vscode.l10n.t('None'), description: vscode.l10n.t('agenda and questions only'), value: null },
    ...frames.map((frame) => ({ label: frameName(frame), description: frameUse(frame), value: frame })),
  ]);

async function askDate(now: Date): Promise<string> {
  const { readDate } = await import('../../sessions/dates.ts');
  const read = (typed: string): string | null => {
    const found = readDate(`by ${typed.trim()}`, now);
    return found && 'date' in found && found.before === '' ? found.date : null;
  };
  const typed = await ask({
    prompt: vscode.l10n.t('On which day?'),
    placeHolder: vscode.l10n.t('tomorrow, friday, 3 december, 2026-12-03'),
    value: vscode.l10n.t('today'),
    validate: (text) => {
      const date = read(text) ?? (text.trim() === vscode.l10n.t('today') ? dayOf(now) : null);
      if (date === null) return vscode.l10n.t('Say a day: tomorrow, friday, 3 december or 2026-12-03.');
      return { hint: day(localDay(date), now) };
    },
  });
  return read(typed) ?? dayOf(now);
}

/** Sessions of the user's own, or of nobody in particular. */
function mineOf(deps: Deps): Session[] {
  const isMine = (name: string) => isMe(deps, name);
  return deps.store.sessions.filter(({ people }) => people.length === 0 || people.some(isMine));
}

/** What was held, and of what is planned only this. */
const heldOr = (sessions: readonly Session[], planned: readonly Session[]) =>
  sessions.filter((one) => one.heldAt !== null || planned.includes(one));

const planOf = (session: Session): Plan => ({
  ...{ session, kind: session.kind, date: session.date, people: session.people },
  isPrivate: session.isPrivate,
});

const nextPlan = (deps: Deps, next: NextSession, now: Date): Plan =>
  next.session
    ? planOf(next.session)
    : { session: null, kind: next.kind, date: aheadOf(next, now), people: usual(deps), isPrivate: false };

/** What is overdue by the rhythm is planned for today. */
const aheadOf = ({ date, isOverdue }: NextSession, now: Date) => (isOverdue ? dayOf(now) : date);

/** With whom the user meets as a rule. */
function usual(deps: Deps): string[] {
  const { sessions, goals, records } = deps.store;
  const isMine = (name: string) => isMe(deps, name);
  const known = { sessions, goals, mentorship: records.mentorship, isMe: isMine, today: dayOf(new Date()) };
  return usualPeople(known)[0] ?? [];
}
