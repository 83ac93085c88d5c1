import type { Pairing } from '../../model/session.ts';
import { authorName } from '../author.ts';
import type { Deps } from '../commands/deps.ts';

/** Whether both are the same login or name. */
export const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** Whether a name is this user's, also one of those under which they wrote before. */
export type IsMe = (name: string) => boolean;

export function userOf({ store, signIn }: Pick<Deps, 'store' | 'signIn'>): IsMe {
  const name = authorName(signIn);
  return (one) => isSame(one, name) || (store.space?.isMe(one) ?? false);
}

/** Each once, without the `@` that people write in front of logins, in the order given. */
export function eachOnce(names: readonly string[]): string[] {
  const plain = names.map((name) => name.trim().replace(/^@/, '')).filter(Boolean);
  return plain.filter((name, at) => plain.findIndex((other) => isSame(name, other)) === at);
}

/** Who takes part besides this one, whoever drives next first: the one after the driver in the order of people. */
export function others({ people }: Pick<Pairing, 'people'>, isMe: IsMe): string[] {
  const at = people.findIndex(isMe);
  const ordered = at < 0 ? people : [...people.slice(at + 1), ...people.slice(0, at)];
  return ordered.filter((one) => !isMe(one));
}

/** Everybody who takes part: who was named, and who had the keyboard without having been named. */
export function everybody({ people, handoffs }: Pairing): string[] {
  return eachOnce([...people, ...handoffs.flatMap(({ driver, takenBy }) => [driver, takenBy ?? ''])]);
}
