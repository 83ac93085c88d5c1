import type { JournalEvent, NewEvent } from './events.ts';

/**
 * The records (ids of goals, feedback, next actions, annotations, ratings, sessions, pairings, scaffolds, themes,
 * guesses, scale answers, thanks, charters, pulses, trials, nudges, ratings of skills, knowledge notes, questions) that
 * an event speaks of. The one that it is about comes first.
 */
export function refsOf({ type, payload }: JournalEvent | NewEvent): string[] {
  switch (type) {
    case 'goal.created':
    case 'goal.edited':
    case 'goal.status':
    case 'milestone.added':
    case 'milestone.completed':
      return [payload.goal];
    case 'feedback.entered':
      return payload.session ? [payload.feedback, payload.session] : [payload.feedback];
    case 'feedback.tagged':
    case 'feedback.setAside':
      return [payload.feedback];
    case 'feedback.linked':
    case 'feedback.unlinked':
      return [payload.feedback, payload.goal];
    case 'action.added':
      return [payload.action, payload.goal, payload.session].filter(isId);
    case 'action.edited':
      return payload.goal ? [payload.action, payload.goal] : [payload.action];
    case 'action.done':
      return [payload.action];
    case 'feedback.rated':
      return [payload.rating, payload.feedback];
    case 'annotation.added':
      return payload.feedback ? [payload.annotation, payload.feedback] : [payload.annotation];
    case 'annotation.linked':
      return [payload.annotation, payload.goal];
    case 'annotation.replied':
    case 'annotation.edited':
    case 'annotation.deleted':
    case 'annotation.resolved':
    case 'annotation.tagged':
    case 'annotation.moved':
    case 'annotation.published':
      return [payload.annotation];
    // The goals of a session are not among them: it is about more than one, and stays where it is for the others'.
    case 'session.logged':
      return payload.pairing ? [payload.session, payload.pairing] : [payload.session];
    case 'session.edited':
    case 'session.written':
      return [payload.session];
    case 'pairing.started':
      return payload.goal ? [payload.pairing, payload.goal] : [payload.pairing];
    case 'pairing.handedOff':
    case 'pairing.takenOver':
    case 'pairing.ended':
      return [payload.pairing];
    case 'scaffold.reached':
      return payload.goal ? [payload.scaffold, payload.goal] : [payload.scaffold];
    case 'theme.made':
      return [payload.theme];
    case 'theme.placed':
      return payload.theme === null ? [payload.feedback] : [payload.feedback, payload.theme];
    case 'theme.merged':
      return [payload.theme, payload.into];
    case 'guess.made':
      return [payload.guess];
    case 'guess.judged':
      return payload.feedback === null ? [payload.guess] : [payload.guess, payload.feedback];
    case 'scale.answered':
      return payload.goal === null ? [payload.answer] : [payload.answer, payload.goal];
    case 'kudos.given':
      return [payload.kudos, payload.feedback, payload.goal, payload.help].filter(isId);
    case 'charter.written':
    case 'charter.accepted':
      return [payload.charter];
    // What its author lets others see is no part of the whole one, which stays private.
    case 'pulse.given':
      return [payload.pulse];
    case 'trial.answered':
      return [payload.trial];
    case 'nudge.answered':
      return [payload.nudge];
    case 'skill.rated':
      return [payload.rating, ...payload.evidence];
    case 'knowledge.noted':
      return [payload.knowledge, payload.feedback, payload.session].filter(isId);
    case 'knowledge.edited':
    case 'knowledge.moved':
      return [payload.knowledge];
    case 'help.asked':
      return [payload.help];
    case 'record.withdrawn':
    case 'record.hidden':
    case 'record.private':
      return [payload.record];
    default:
      return [];
  }
}

const isId = (id: unknown): id is string => typeof id === 'string';

/** Types that only their own person's journal says, whatever they are about. */
export const alwaysPrivate: ReadonlySet<string> = new Set(['nudge.answered']);

/** Whether an event speaks of one of these records; as `refsOf`, without a list for every event. */
export function isAboutAny(
  { type, payload }: JournalEvent,
  records: { has(record: string): boolean },
): boolean {
  switch (type) {
    case 'feedback.tagged':
    case 'feedback.setAside':
      return records.has(payload.feedback);
    case 'feedback.linked':
    case 'feedback.unlinked':
      return records.has(payload.feedback) || records.has(payload.goal);
    default:
      return refsOf({ type, payload } as JournalEvent).some((record) => records.has(record));
  }
}
