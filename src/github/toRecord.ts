import type * as z from 'zod/mini';
import type {
  CommentRecord,
  LineCommentRecord,
  Person,
  PullRequestRecord,
  ReviewRecord,
  ThreadRecord,
} from '../model/pullRequest.ts';
import { commentShape, lineCommentShape, type pullShape, reviewShape, threadShape } from './shapes.ts';

type Raw<T extends z.ZodMiniType> = z.infer<T>;
export type RawPull = Raw<typeof pullShape>;
export type RawThread = Raw<typeof threadShape>;

/** Those items of a list that can be used; the others are counted by `onBroken`. Repeated ones are left out. */
export function usable<T extends { id: string }>(
  shape: { safeParse(value: unknown): { success: boolean; data?: T } },
  items: readonly unknown[],
  onBroken: () => void,
): T[] {
  const found = new Map<string, T>();
  for (const item of items) {
    const { data } = shape.safeParse(item);
    if (data) found.set(data.id, data);
    else onBroken();
  }
  return [...found.values()];
}

export const readThreads = (items: readonly unknown[], onBroken: () => void) =>
  usable(threadShape, items, onBroken);

/** The items of a thread's list of comments; what its author has not sent yet is left out. */
export function lineComments(items: readonly unknown[], onBroken: () => void): LineCommentRecord[] {
  return usable(lineCommentShape, items, onBroken)
    .filter((raw) => raw.state !== 'PENDING')
    .map((raw) => ({
      ...common(raw),
      diffHunk: raw.diffHunk,
      originalCommit: raw.originalCommit?.oid ?? null,
    }));
}

/** A thread with its comments; `null` when nothing in it has been sent. */
export function toThread(raw: RawThread, comments: LineCommentRecord[]): ThreadRecord | null {
  if (comments.length === 0) return null;
  const isWhole = raw.subjectType === 'FILE';
  return {
    id: raw.id,
    isResolved: raw.isResolved,
    isOutdated: raw.isOutdated,
    path: raw.path,
    line: isWhole ? null : raw.line,
    startLine: isWhole ? null : raw.startLine,
    originalLine: isWhole ? null : raw.originalLine,
    originalStartLine: isWhole ? null : raw.originalStartLine,
    side: raw.diffSide === 'LEFT' || raw.diffSide === 'RIGHT' ? raw.diffSide : null,
    comments,
  };
}

const verdicts: readonly string[] = ['APPROVED', 'CHANGES_REQUESTED', 'COMMENTED', 'DISMISSED', 'PENDING'];

/** The items of a list of reviews. */
export function reviews(items: readonly unknown[], onBroken: () => void): ReviewRecord[] {
  return usable(reviewShape, items, onBroken).map((raw) => ({
    ...common(raw),
    createdAt: raw.submittedAt ?? raw.createdAt,
    verdict: verdicts.includes(raw.state) ? (raw.state as ReviewRecord['verdict']) : 'COMMENTED',
  }));
}

/** The items of a conversation. */
export function conversation(items: readonly unknown[], onBroken: () => void): CommentRecord[] {
  return usable(commentShape, items, onBroken).map(common);
}

/** A pull request's own fields; its lists are given. */
export function toRecord(
  raw: RawPull,
  host: string,
  lists: Pick<PullRequestRecord, 'threads' | 'reviews' | 'conversation' | 'changes'>,
): PullRequestRecord {
  return {
    schema: 1,
    host,
    repository: raw.repository.nameWithOwner,
    isPrivate: raw.repository.isPrivate,
    number: raw.number,
    nodeId: raw.id,
    title: raw.title,
    url: raw.url,
    author: person(raw.author),
    state: raw.state === 'CLOSED' || raw.state === 'MERGED' ? raw.state : 'OPEN',
    createdAt: raw.createdAt,
    updatedAt: raw.updatedAt,
    headSha: raw.headRefOid,
    baseSha: raw.baseRefOid,
    ...lists,
  };
}

function common(raw: Raw<typeof commentShape>): CommentRecord {
  return {
    nodeId: raw.id,
    databaseId: String(raw.fullDatabaseId),
    author: person(raw.author),
    body: raw.body,
    url: raw.url,
    createdAt: raw.createdAt,
    updatedAt: raw.updatedAt,
    isMinimized: raw.isMinimized,
  };
}

function person(actor: RawPull['author']): Person | null {
  if (actor === null) return null;
  // GraphQL leaves the suffix of a bot's login out, an older server may not.
  return { login: actor.login, isBot: actor.__typename === 'Bot' || actor.login.endsWith('[bot]') };
}
