import type { JournalEvent, NewEvent } from './events.ts';

/**
 * The records (ids of goals, feedback, next actions, annotations, ratings, sessions, pairings, scaffolds, themes,
 * guesses, scale answers, thanks) that an event speaks of.
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
      return [payload.action, payload.goal, payload.session].filter((id) => typeof id === 'string');
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
      return [payload.kudos, payload.feedback, payload.goal].filter((id) => typeof id === 'string');
    case 'record.withdrawn':
    case 'record.hidden':
    case 'record.private':
      return [payload.record];
    default:
      return [];
  }
}

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
