import type { SessionKind } from '../../model/session.ts';

/** What a conversation is about, as far as questions go. */
export const promptTopics = [
  'check-in',
  'retrospective',
  'milestone',
  'code',
  'design',
  'incident',
  'watching',
] as const;
export type PromptTopic = (typeof promptTopics)[number];

const byKind: Record<SessionKind, PromptTopic> = {
  'check-in': 'check-in',
  retrospective: 'retrospective',
  milestone: 'milestone',
  pairing: 'code',
  shadowing: 'watching',
  'reverse-shadowing': 'watching',
  'incident-review': 'incident',
};
/** The categories on offer that have questions of their own; the others are talked about as the kind of meeting goes. */
const byCategory = new Map<string | null, PromptTopic>([
  ['architecture understanding', 'design'],
  ['code quality', 'code'],
  ['incident response', 'incident'],
]);

/**
 * Which questions fit a meeting: its kind's, and for a check-in those about its focus before them.
 * @param category of the goal in focus
 */
export function promptTopicsFor(kind: SessionKind, category: string | null): PromptTopic[] {
  const focus = kind === 'check-in' ? byCategory.get(category) : undefined;
  return focus === undefined ? [byKind[kind]] : [focus, byKind[kind]];
}
