import type { Code } from './code/code.ts';

/*
 * What the local GitHub server serves, in the shape of GitHub's REST API: only fields that the server
 * reads are named, all others are passed through untouched.
 */

export type RestUser = {
  login: string;
  id: number;
  node_id: string;
  type: 'User' | 'Bot' | 'Mannequin' | 'Organization';
  [key: string]: unknown;
};

export type RestRepository = {
  id: number;
  node_id: string;
  name: string;
  full_name: string;
  owner: RestUser;
  private: boolean;
  visibility?: string;
  [key: string]: unknown;
};

export type RestPull = {
  id: number;
  node_id: string;
  number: number;
  html_url: string;
  title: string;
  body: string | null;
  user: RestUser | null;
  state: 'open' | 'closed';
  merged?: boolean;
  merged_at?: string | null;
  closed_at?: string | null;
  draft?: boolean;
  created_at: string;
  updated_at: string;
  head: { ref: string; sha: string; [key: string]: unknown };
  base: { ref: string; sha: string; repo: RestRepository; [key: string]: unknown };
  [key: string]: unknown;
};

type RestSaid = {
  id: number;
  node_id: string;
  html_url: string;
  body: string;
  user: RestUser | null;
  author_association: string;
  [key: string]: unknown;
};

export type RestLineComment = RestSaid & {
  pull_request_review_id: number | null;
  in_reply_to_id?: number;
  diff_hunk: string;
  path: string;
  position: number | null;
  original_position: number | null;
  commit_id: string;
  original_commit_id: string;
  line: number | null;
  original_line: number | null;
  start_line: number | null;
  original_start_line: number | null;
  side: 'LEFT' | 'RIGHT';
  start_side: 'LEFT' | 'RIGHT' | null;
  subject_type?: 'line' | 'file';
  created_at: string;
  updated_at: string;
};

export type RestReview = RestSaid & {
  commit_id: string | null;
  state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED' | 'PENDING';
  submitted_at?: string | null;
};

export type RestIssueComment = RestSaid & { created_at: string; updated_at: string };

/** A file that a pull request changes, with both its texts; `null` on the side where there is none. */
export type PullFile = {
  path: string;
  /** Where it was, for a renamed one. */
  previousPath?: string;
  before: string | null;
  after: string | null;
};

/** `commit_id`: the head after the push; `before`: the one that it pushed away. */
export type ForcePush = { created_at: string; commit_id: string; before?: string };

/**
 * One pull request with everything said on it: one line of an NDJSON set. `threads` (by the id of a
 * thread's first comment) and `minimized` (comment ids) are this project's own addition; where they are
 * absent, thread resolution and minimised comments are made up, the same on every run. `files` is an addition as well:
 * without it nothing is known of the diff, and review comments may stand on any line. So are a commit's `committed_at`
 * and what a forced push took away (`before`).
 */
export type PullLine = {
  number: number;
  pull: RestPull;
  reviews: RestReview[];
  review_comments: RestLineComment[];
  issue_comments: RestIssueComment[];
  force_pushes: ForcePush[];
  commits: { sha: string; message: string; committed_at?: string }[];
  comment_deleted: number;
  threads?: Record<string, { isResolved: boolean; resolvedBy?: string }>;
  minimized?: number[];
  files?: PullFile[];
};

export type Thread = {
  kind: 'thread';
  id: string;
  pull: Pull;
  isResolved: boolean;
  resolvedBy: string | null;
  /** In the order in which they were written; the first one began the thread. */
  comments: RestLineComment[];
};

export type Pull = {
  kind: 'pull';
  repository: Repository;
  raw: RestPull;
  reviews: RestReview[];
  lineComments: RestLineComment[];
  issueComments: RestIssueComment[];
  threads: Thread[];
  commits: PullLine['commits'];
  forcePushes: ForcePush[];
  minimized: Set<number>;
  files: PullFile[] | null;
  /** When pending reviews were begun, ISO, by id. */
  drafted: Map<number, string>;
};

/** `code`: what is in it, by commit; a set that tells none has what `files` of its pull requests say, at most. */
export type Repository = {
  kind: 'repository';
  raw: RestRepository;
  pulls: Map<number, Pull>;
  code: Code | null;
  /** What it was called before. */
  formerNames: string[];
};

/** Whatever `node(id:)` finds. */
export type Found =
  | { kind: 'pull'; pull: Pull }
  | { kind: 'thread'; thread: Thread }
  | { kind: 'lineComment'; pull: Pull; comment: RestLineComment }
  | { kind: 'review'; pull: Pull; review: RestReview }
  | { kind: 'issueComment'; pull: Pull; comment: RestIssueComment }
  | { kind: 'repository'; repository: Repository }
  | { kind: 'user'; user: RestUser };
