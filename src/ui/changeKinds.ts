import type { EventType, JournalEvent } from '../model/events.ts';
import type { GrowthEvent, ThemeEvent } from '../model/foldGrowth.ts';
import type { MentorshipEvent } from '../model/foldMentorship.ts';
import type { Change } from './store.ts';

/*
 * Which views an event concerns.
 */

/** What adds to what the views list, or takes from it. */
export const isMaking = new Set<EventType>([
  'goal.created',
  'feedback.entered',
  'record.private',
  'mentorship.recorded',
]);

const isGrown = new Set<EventType>([
  'theme.made',
  'theme.placed',
  'theme.merged',
  'guess.made',
  'guess.judged',
  'agreement.given',
  'scale.answered',
  'kudos.given',
]);

const isMentored = new Set<EventType>([
  'mentorship.status',
  'charter.written',
  'charter.accepted',
  'pulse.given',
  'trial.answered',
  'nudge.answered',
  'skill.rated',
  'knowledge.noted',
  'knowledge.edited',
  'knowledge.moved',
  'help.asked',
]);

/** All views draw anew. */
export const everything: Change = {
  ...{ feedback: 'all', goals: true, annotations: true, sessions: true, growth: true, mentorship: true },
};

/** What a session, a pairing or a scaffold is; what a session's text made is a next action or feedback like any other. */
export function isOfSessions({ type }: JournalEvent): boolean {
  return type.startsWith('session.') || type.startsWith('pairing.') || type === 'scaffold.reached';
}

/** What stands beside feedback and changes nothing of it. */
export function isOfGrowth(event: JournalEvent): event is GrowthEvent | ThemeEvent {
  return isGrown.has(event.type);
}

/** What stands beside all of these; who mentors whom is no part of it, since it says whose feedback is shown. */
export function isOfMentorship(
  event: JournalEvent,
): event is Exclude<MentorshipEvent, { type: 'mentorship.recorded' }> {
  return isMentored.has(event.type);
}
