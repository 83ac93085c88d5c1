import type { ReadSession, Session } from '../../model/session.ts';
import { readSession } from '../../model/sessionText/readSession.ts';

/** What a mentee comes prepared with. */
export const toPrepare = ['question', 'goal', 'example'] as const;
export type ToPrepare = (typeof toPrepare)[number];

/** What a text does not yet say of what a mentee comes prepared with. */
export function missingOf(read: Pick<ReadSession, 'prepared'>): ToPrepare[] {
  return toPrepare.filter((part) => read.prepared[part].trim() === '');
}

/**
 * What is missing of a session as a whole: what none of the mentees' texts says. Where nobody is known as a mentee,
 * everybody's text counts.
 * @param mentees logins or names
 */
export function missingIn({ texts }: Pick<Session, 'texts'>, mentees: readonly string[]): ToPrepare[] {
  const names = new Set(mentees.map((name) => name.toLowerCase()));
  const own = texts.filter(({ by }) => names.size === 0 || names.has(by.toLowerCase()));
  const missing = own.map(({ text }) => missingOf(readSession(text)));
  return toPrepare.filter((part) => missing.every((parts) => parts.includes(part)));
}
