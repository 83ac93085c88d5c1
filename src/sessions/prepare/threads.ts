import type { Feedback } from '../../model/state.ts';
import { compare, type Few, few, newestFirst } from './few.ts';

/** A conversation by its first comment, or `count` of one pull request by the latest of them. */
export type Thread = { first: Feedback; count: number };

/**
 * Conversations that wait for an answer: one by one those that somebody has tagged or linked, then the others by pull
 * request, with the latest of each.
 */
export function openThreads(feedback: readonly Feedback[]): Few<Thread> {
  const threads = waiting(feedback);
  const groups = new Map<string, Thread>();
  for (const first of threads) {
    const { id, pullRequest } = first;
    const key = isKept(first) || !pullRequest ? id : `${pullRequest.repository}#${pullRequest.number}`;
    const known = groups.get(key);
    if (known) known.count++;
    else groups.set(key, { first, count: 1 });
  }
  const all = [...groups.values()].sort((a, b) => Number(isKept(b.first)) - Number(isKept(a.first)));
  const { items } = few(all);
  return { items, more: threads.length - items.reduce((sum, { count }) => sum + count, 0) };
}

/** Whether the journal has its words: a comment that nobody tagged or linked is GitHub's alone. */
export const isKept = ({ kind, tag, goalIds }: Feedback): boolean =>
  kind === 'entered' || tag !== null || goalIds.length > 0;

/** The first comment of each conversation that is not resolved: what still fits the code first, then what was said last. */
function waiting(feedback: readonly Feedback[]): Feedback[] {
  const threads = new Map<string, Feedback[]>();
  for (const item of feedback) {
    if (item.threadId === null || item.isResolved !== false) continue;
    const known = threads.get(item.threadId);
    if (known) known.push(item);
    else threads.set(item.threadId, [item]);
  }
  return [...threads.values()]
    .filter((thread) => thread.some(({ isBot }) => !isBot))
    .map((thread) => newestFirst(thread))
    .sort(
      ([a], [b]) =>
        Number(a!.isOutdated === true) - Number(b!.isOutdated === true) ||
        compare(b!.createdAt, a!.createdAt),
    )
    .map((thread) => thread.find(({ inReplyTo }) => inReplyTo === null) ?? thread.at(-1)!);
}
