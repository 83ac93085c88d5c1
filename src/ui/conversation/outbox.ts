import * as vscode from 'vscode';
import { GitHubFailure } from '../../github/failure.ts';
import type { PendingReview, Published, Publisher } from '../../github/publishing/index.ts';
import { CairnError } from '../../model/errors.ts';
import type { ThreadRecord } from '../../model/pullRequest.ts';
import type { PullRequests } from '../pullRequest/pullRequests.ts';
import { wordsFor } from '../words/errors.ts';
import type { ReplyDrafts } from './replyDrafts.ts';
import { type Talk, type TalkSources, type ThreadKey, talkOf } from './talk.ts';

type Parts = TalkSources & {
  publisher: () => Promise<Publisher>;
  /** Loads what pulls a pull request. */
  loadPullRequests: () => Promise<PullRequests>;
  login: () => string | null;
  /** Where words are kept until they have arrived. */
  replies: ReplyDrafts;
  /** The box of a thread counts for nothing while its words are on their way. */
  onSending: (key: ThreadKey) => void;
  onSent: (key: ThreadKey) => void;
  log: vscode.LogOutputChannel;
};

/** What is under way in a thread, or went wrong there. */
export type Sending = {
  /** Words on their way. */
  body: string | null;
  /** Answers in the user's pending review, which others do not see yet. */
  pending: string[];
  /** What went wrong last, for people. */
  problem: string | null;
};

/** Answers threads and resolves them. What may have arrived is looked up before it is sent again. */
export class Outbox implements vscode.Disposable {
  readonly #parts: Parts;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #sending = new Map<string, Sending>();
  /** When words were first sent whose answer got lost, ISO, by thread and words. */
  readonly #attempts = new Map<string, string>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  of(threadId: string): Sending | undefined {
    return this.#sending.get(threadId);
  }

  /**
   * Answers in a thread, once.
   * @param review the user's pending review that the answer is to be part of
   * @param isTyped a person's words stay a draft where they are refused
   * Throws the publisher's errors, 'pending-review-exists' above all, and 'invalid-argument' while one is on its way.
   */
  async reply(
    key: ThreadKey,
    body: string,
    review: PendingReview | null = null,
    isTyped = true,
  ): Promise<Published> {
    const { threadId } = key;
    if (this.of(threadId)?.body != null)
      throw new CairnError('invalid-argument', vscode.l10n.t('An answer is on its way already.'));
    this.#set(threadId, { body, problem: null });
    this.#parts.onSending(key);
    try {
      const published = await this.#parts.replies.hold(key, () => this.#send(key, body, review, isTyped));
      if (published.isPending)
        this.#set(threadId, { pending: [...(this.of(threadId)?.pending ?? []), body] });
      else await this.#change(key, (thread) => withReply(thread, published, body, this.#parts.login()));
      this.#set(threadId, { body: null });
      await this.#refresh(key);
      return published;
    } catch (error) {
      this.#set(threadId, { body: null, problem: wordsFor(error) });
      throw error;
    } finally {
      this.#parts.onSent(key);
    }
  }

  /** Resolves a thread, or opens it again; shown at once, and taken back where GitHub refuses. */
  async resolve(key: ThreadKey, isResolved: boolean): Promise<void> {
    const was = talkOf(this.#parts, key)?.thread.isResolved ?? !isResolved;
    const show = (now: boolean) => this.#change(key, (thread) => ({ ...thread, isResolved: now }));
    const publisher = await this.#parts.publisher();
    this.#set(key.threadId, { problem: null });
    await show(isResolved);
    try {
      await publisher.resolve(key.threadId, isResolved);
    } catch (error) {
      this.#set(key.threadId, { problem: wordsFor(error) });
      await show(was);
      throw error;
    }
    await this.#refresh(key);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async #send(
    key: ThreadKey,
    body: string,
    review: PendingReview | null,
    isTyped: boolean,
  ): Promise<Published> {
    const { threadId } = key;
    const { replies } = this.#parts;
    const attempt = JSON.stringify([threadId, body]);
    const since = this.#attempts.get(attempt) ?? (await replies.triedAt(key, body));
    const now = since ?? new Date().toISOString();
    const done = async (published: Published) => {
      this.#attempts.delete(attempt);
      // It has arrived, and was said so; a draft that cannot be removed is found to have arrived another time.
      await replies.remove(key).catch((error) => this.#parts.log.warn(wordsFor(error)));
      return published;
    };
    // On the disk first: without that, nobody knows after a crash that it may have arrived.
    await replies.begin(key, body, now, review?.id ?? null);
    this.#attempts.set(attempt, now);
    try {
      const publisher = await this.#parts.publisher();
      // Without an answer to the look-up nothing is sent: it could be there twice.
      const found = since === null ? null : await publisher.findReply(threadId, body, since);
      if (found) return await done(found);
      try {
        return await done(await publisher.reply(key, threadId, body, undefined, review));
      } catch (error) {
        if (!(error instanceof GitHubFailure && error.mayHaveArrived)) throw error;
        const arrived = await publisher.findReply(threadId, body, now).catch(() => null);
        if (arrived) return await done(arrived);
        throw new Lost(error);
      }
    } catch (error) {
      if (error instanceof Lost) throw error.failure;
      if (since === null) {
        this.#attempts.delete(attempt);
        await (isTyped ? replies.refused(key) : replies.remove(key)).catch(() => {});
      }
      throw error;
    }
  }

  /** Shows a thread as it is now, before the next pull says so. */
  async #change(key: ThreadKey, change: (thread: ThreadRecord) => ThreadRecord): Promise<void> {
    const talk = talkOf(this.#parts, key);
    if (!talk) return;
    const threads = talk.record.threads.map((one) => (one.id === key.threadId ? change(one) : one));
    await (await this.#parts.loadPullRequests()).take({ ...talk.record, threads });
  }

  /** What was written stands at GitHub by now, whether it can be pulled again or not. */
  async #refresh(key: ThreadKey): Promise<void> {
    const talk: Talk | undefined = talkOf(this.#parts, key);
    if (!talk) return;
    const { repository, number, nodeId } = talk.record;
    try {
      await (await this.#parts.loadPullRequests()).pull({ repository, number, nodeId });
    } catch (error) {
      this.#parts.log.warn(`${repository}#${number} could not be pulled again: ${wordsFor(error)}`);
    }
  }

  #set(threadId: string, change: Partial<Sending>): void {
    const before = this.of(threadId) ?? { body: null, pending: [], problem: null };
    this.#sending.set(threadId, { ...before, ...change });
    this.#changed.fire();
  }
}

/** It may have arrived, and nobody can say so just now. */
class Lost {
  readonly failure: GitHubFailure;

  constructor(failure: GitHubFailure) {
    this.failure = failure;
  }
}

function withReply(
  thread: ThreadRecord,
  { commentId, nodeId, url }: Published,
  body: string,
  login: string | null,
): ThreadRecord {
  if (thread.comments.some((comment) => comment.databaseId === commentId)) return thread;
  const now = `${new Date().toISOString().slice(0, 19)}Z`;
  const reply = {
    nodeId,
    databaseId: commentId,
    author: login === null ? null : { login, isBot: false },
    body,
    url,
    createdAt: now,
    updatedAt: now,
    isMinimized: false,
    diffHunk: thread.comments[0]?.diffHunk ?? null,
    originalCommit: thread.comments[0]?.originalCommit ?? null,
  };
  return { ...thread, comments: [...thread.comments, reply] };
}
