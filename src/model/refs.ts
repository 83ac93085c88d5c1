import type { JournalEvent, NewEvent } from './events.ts';

/** The records (ids of goals, feedback, next actions, annotations, ratings) that an event speaks of. */
export function refsOf({ type, payload }: JournalEvent | NewEvent): string[] {
  switch (type) {
    case 'goal.created':
    case 'goal.edited':
    case 'goal.status':
    case 'milestone.added':
    case 'milestone.completed':
      return [payload.goal];
    case 'feedback.entered':
    case 'feedback.tagged':
    case 'feedback.setAside':
      return [payload.feedback];
    case 'feedback.linked':
    case 'feedback.unlinked':
      return [payload.feedback, payload.goal];
    case 'action.added':
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
    case 'feedback.entered':
      return records.has(payload.feedback);
    case 'feedback.linked':
    case 'feedback.unlinked':
      return records.has(payload.feedback) || records.has(payload.goal);
    default:
      return refsOf({ type, payload } as JournalEvent).some((record) => records.has(record));
  }
}
