import type { PullRequestKey } from '../../github/publishing/index.ts';
import type { PullRequestRecord, ThreadRecord } from '../../model/pullRequest.ts';
import type { Feedback } from '../../model/state.ts';
import { feedbackId } from '../../model/toFeedback.ts';
import type { PullRequests } from '../pullRequest/pullRequests.ts';
import type { Store } from '../store.ts';

/** Names a thread of a pull request, for as long as it exists. */
export type ThreadKey = PullRequestKey & { threadId: string };

/** A thread with the pull request that it stands on. */
export type Talk = { record: PullRequestRecord; thread: ThreadRecord };

/** Where conversations are looked up: what was opened here is the freshest. */
export type TalkSources = { store: Store; pullRequests: () => PullRequests | undefined };

export function talkOf(
  { store, pullRequests }: TalkSources,
  { threadId, ...key }: ThreadKey,
): Talk | undefined {
  const known = [pullRequests()?.record(key), store.record({ ...key, title: '', url: '' })];
  for (const record of known) {
    const thread = record?.threads.find(({ id }) => id === threadId);
    if (record && thread) return { record, thread };
  }
  return undefined;
}

export function threadKeyOf({ pullRequest, threadId }: Feedback): ThreadKey | null {
  if (!pullRequest || threadId === null) return null;
  return { repository: pullRequest.repository, number: pullRequest.number, threadId };
}

/** The id that a comment has as feedback, whoever wrote it. */
export function commentIdOf({ record }: Talk, comment: { databaseId: string }): string {
  return feedbackId(record.host, 'line', comment.databaseId);
}
