import type { Help } from '../../model/mentorship.ts';

/** Days after which a question without a thank-you is brought up, quietly. */
export const quietDays = 14;

/** Questions of somebody that nothing has closed, the oldest first. */
export function openQuestions(help: readonly Help[], isMe: (name: string) => boolean): Help[] {
  return help
    .filter(({ thanksId, createdBy }) => thanksId === null && createdBy !== null && isMe(createdBy))
    .sort((a, b) => (a.askedAt < b.askedAt ? -1 : a.askedAt > b.askedAt ? 1 : 0));
}

/** Those of them that have been open for two weeks. */
export function waitingQuestions(help: readonly Help[], isMe: (name: string) => boolean, now: Date): Help[] {
  const before = now.getTime() - quietDays * 86_400_000;
  return openQuestions(help, isMe).filter(({ askedAt }) => Date.parse(askedAt) <= before);
}
