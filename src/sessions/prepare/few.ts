import type { Feedback } from '../../model/state.ts';

/** What people read of a list, and how much of it is left out. */
export type Few<T> = { items: T[]; more: number };

const most = 5;

export const few = <T>(all: readonly T[]): Few<T> => ({
  items: all.slice(0, most),
  more: Math.max(0, all.length - most),
});
/** For sorting. */
export const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
export const newestFirst = (feedback: readonly Feedback[]) =>
  feedback.toSorted((a, b) => compare(b.createdAt, a.createdAt));
