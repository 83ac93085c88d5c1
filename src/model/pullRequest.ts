import type { Side } from './state.ts';

/**
 * A pull request of the mentee with everything that was said on it, as GitHub said it: what `github`
 * stores in the cache and `model` turns into feedback. Mentee's own comments are in it, too, since a
 * conversation needs them.
 */
export type PullRequestRecord = {
  schema: 1;
  /** Host name (with port) of the server, as in feedback ids: `github.com`. */
  host: string;
  /** `owner/name` as GitHub spells it. */
  repository: string;
  isPrivate: boolean | null;
  number: number;
  nodeId: string;
  title: string;
  url: string;
  author: Person | null;
  state: 'OPEN' | 'CLOSED' | 'MERGED';
  createdAt: string;
  updatedAt: string;
  headSha: string | null;
  baseSha: string | null;
  threads: ThreadRecord[];
  reviews: ReviewRecord[];
  conversation: CommentRecord[];
  /** What happened to its code; missing in what an earlier version pulled. */
  changes?: PullRequestChanges;
};

/** What happened to the code of a pull request. What GitHub did not say, or not whole, is `null`, never empty. */
export type PullRequestChanges = {
  /** ISO times. */
  mergedAt: string | null;
  closedAt: string | null;
  /** The commit on the base branch that it became. */
  mergeCommit: string | null;
  /** Name of the branch that it goes to. */
  base: string | null;
  /** Commits that are in it now, oldest first; those that were pushed away are not. */
  commits: { sha: string; committedAt: string }[] | null;
  /** In the order in which they happened; a commit that is gone is `null`. */
  forcePushes: { at: string; before: string | null; after: string | null }[] | null;
  /** Paths as they are in its newest commit, with lines that were added and removed. */
  files: { path: string; additions: number; deletions: number }[] | null;
  /** How many files it changes, whether they are known or not. */
  fileCount: number | null;
};

/** Who wrote something; a deleted account is `null` wherever a Person is expected. */
export type Person = { login: string; isBot: boolean };

/** A thread of line comments. */
export type ThreadRecord = {
  /** GraphQL node id. */
  id: string;
  isResolved: boolean;
  isOutdated: boolean;
  path: string;
  /** 1-based lines; `null` when outdated or, all four, when the comment is about the whole file. */
  line: number | null;
  startLine: number | null;
  originalLine: number | null;
  originalStartLine: number | null;
  side: Side | null;
  /** In the order in which they were written; the first one began the thread. */
  comments: LineCommentRecord[];
};

export type CommentRecord = {
  nodeId: string;
  /** GitHub's numeric id, as a string since it may exceed 2^53. */
  databaseId: string;
  author: Person | null;
  body: string;
  url: string;
  createdAt: string;
  updatedAt: string;
  isMinimized: boolean;
};

export type LineCommentRecord = CommentRecord & {
  diffHunk: string | null;
  /** Commit that the comment was made on. */
  originalCommit: string | null;
};

/** A submitted review; its body may be empty. */
export type ReviewRecord = CommentRecord & {
  verdict: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED' | 'PENDING';
};
