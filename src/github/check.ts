import type { PullRequestRecord, ThreadRecord } from '../model/pullRequest.ts';
import { inBatches } from './batches.ts';
import type { Context } from './context.ts';
import { pullCheckQuery, threadCheckQuery } from './queries.ts';
import {
  detailsShape,
  type PullCheck,
  pullCheckShape,
  type States,
  type ThreadCheck,
  threadCheckShape,
} from './shapes.ts';

/** How much a check that comes by itself looks at: one request each. */
const budget = { pulls: 50, threads: 100 };
/** A check comes by itself when the last one is so long ago, in milliseconds. */
export const checkInterval = 3600_000;

/**
 * Finds the pull requests whose records no longer say what GitHub says though their `updatedAt` is the same:
 * a thread was resolved, a comment deleted, hidden or edited. Returns their node ids.
 *
 * @param isFull everything is looked at; otherwise some of it, going on where the last check stopped, and
 * within threads only where they are open
 */
export async function findChanged(
  context: Context,
  records: readonly PullRequestRecord[],
  isFull: boolean,
): Promise<Set<string>> {
  const { marks } = context;
  const sorted = records.toSorted((a, b) => b.number - a.number);
  const turn = isFull ? sorted : nextTurn(sorted, marks.checkedTo);
  const changed = new Set<string>();
  const byId = new Map(turn.map((record) => [record.nodeId, record]));
  await check(context, pullCheckQuery, [...byId.keys()], 50, (id, node) => {
    const record = byId.get(id);
    const { data } = pullCheckShape.safeParse(node);
    // What is gone as a whole may be back tomorrow: lost access is not a deletion.
    if (record && data && isDifferent(record, data)) changed.add(id);
  });
  const threads = new Map<string, { record: PullRequestRecord; thread: ThreadRecord }>();
  for (const record of turn) {
    if (changed.has(record.nodeId)) continue;
    for (const thread of record.threads) {
      if (isFull || (!thread.isResolved && threads.size < budget.threads))
        threads.set(thread.id, { record, thread });
    }
  }
  await check(context, threadCheckQuery, [...threads.keys()], 100, (id, node) => {
    const known = threads.get(id);
    const { data } = threadCheckShape.safeParse(node);
    if (known && (!data || isThreadDifferent(known.thread, data))) changed.add(known.record.nodeId);
  });
  const last = turn.at(-1);
  marks.checkedTo = isFull || last === sorted.at(-1) ? null : (last?.number ?? null);
  marks.checkedAt = context.now();
  return changed;
}

function nextTurn(sorted: readonly PullRequestRecord[], checkedTo: number | null): PullRequestRecord[] {
  const waiting = checkedTo === null ? sorted : sorted.filter((record) => record.number < checkedTo);
  let threads = 0;
  const turn: PullRequestRecord[] = [];
  for (const record of waiting.slice(0, budget.pulls)) {
    threads += record.threads.filter((thread) => !thread.isResolved).length;
    if (turn.length > 0 && threads > budget.threads) break;
    turn.push(record);
  }
  return turn;
}

async function check(
  context: Context,
  query: string,
  ids: readonly string[],
  size: number,
  onNode: (id: string, node: unknown) => void,
): Promise<void> {
  await inBatches({
    items: ids,
    size,
    atOnce: 2,
    onShrink: () => {},
    onGiveUp: (_, failure) => context.report(failure),
    run: async (batch) => {
      // What is gone, or may no longer be read, is simply not in the answer.
      const options = { signal: context.signal, onPartial: () => {}, attempts: 2 };
      const answer = detailsShape.safeParse(await context.github.graphql(query, { ids: batch }, options));
      batch.forEach((id, index) => {
        onNode(id, answer.data?.nodes[index]);
      });
    },
  });
}

function isDifferent(record: PullRequestRecord, now: PullCheck): boolean {
  if (record.updatedAt !== now.updatedAt) return true;
  if (now.reviewThreads && areThreadsDifferent(record.threads, now.reviewThreads)) return true;
  return areDifferent(record.reviews, now.reviews) || areDifferent(record.conversation, now.comments);
}

function areThreadsDifferent(
  known: readonly ThreadRecord[],
  now: NonNullable<PullCheck['reviewThreads']>,
): boolean {
  const byId = new Map(known.map((thread) => [thread.id, thread]));
  const isOther = (thread: Pick<ThreadRecord, 'id' | 'isResolved' | 'isOutdated'>) => {
    const old = byId.get(thread.id);
    return old?.isResolved !== thread.isResolved || old.isOutdated !== thread.isOutdated;
  };
  return now.totalCount !== known.length || now.nodes.some((thread) => thread !== null && isOther(thread));
}

function isThreadDifferent(known: ThreadRecord, now: ThreadCheck): boolean {
  if (known.isResolved !== now.isResolved || known.isOutdated !== now.isOutdated) return true;
  return areDifferent(known.comments, now.comments);
}

type Known = { nodeId: string; updatedAt: string; isMinimized: boolean };

function areDifferent(known: readonly Known[], now: States): boolean {
  if (now === null) return false;
  if (now.totalCount !== known.length) return true;
  const byId = new Map(known.map((comment) => [comment.nodeId, comment]));
  return now.nodes.some((comment) => {
    if (comment === null) return false;
    const old = byId.get(comment.id);
    return old?.updatedAt !== comment.updatedAt || old.isMinimized !== comment.isMinimized;
  });
}
