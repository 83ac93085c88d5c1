import type { FollowThrough } from './growth.ts';

/**
 * The code of one repository over time, as a clone (`git/history`) or GitHub (`github/history`) can tell it. Read-only.
 *
 * What is not known is said with the reason and is never an empty list. Commits and contents are named by their full
 * ids, which stand for the same thing wherever they are found: a clone that has a commit may answer for it whatever
 * the repository is called there. Questions come in lists, so that one process or one request can answer many; an
 * answer has the order and the length of its question. Ids and paths come from strangers: an id that is none (40 or 64
 * digits) is answered with 'commit-gone' and reaches neither a command line nor a query as it is.
 *
 * A whole question that cannot be answered (no network, git is missing, the limit of requests is used up) rejects with
 * a CairnError; 'cancelled' when it was stopped.
 */
export type CodeHistory = {
  /** The commits by their ids: their parents and time. */
  commits(ids: readonly string[]): Promise<(CodeCommit | Unknown)[]>;

  /**
   * How one gets from one commit to a later one. `line`: by first parents `to` comes from `from`, these are the commits
   * in between and `to`, oldest first (empty where both are one). `apart`: it does not, what they have in common is
   * `base` (`null` where they have nothing, or nobody can tell). At most `mostSteps`, else unknown with 'too-large'.
   * GitHub: one comparison.
   */
  way(from: string, to: string): Promise<Way | Unknown>;

  /** The commit that two commits both come from, the newest one; GitHub: the `merge_base_commit` of a comparison. */
  mergeBase(one: string, other: string): Promise<string | Unknown>;

  /**
   * What stands at a path at a commit: the id of its content, `null` where there is no such file. The same id is the
   * same content. A submodule is no file; of a link it is the path that it names. GitHub: aliases of `object(expression:)` in one query, about 100.
   */
  files(places: readonly CodePlace[]): Promise<(string | null | Unknown)[]>;

  /**
   * Texts by the ids that `files` gave; as UTF-8, line ends as they are stored. 'binary' (a NUL in the first 8,000
   * bytes, or what GitHub calls so), 'too-large' (over `largestText`, or what GitHub cut off).
   */
  texts(contents: readonly string[]): Promise<({ text: string } | Unknown)[]>;

  /** Files that differ between two commits, with renames; at most `mostFiles`, else unknown with 'too-large'. */
  changes(from: string, to: string): Promise<FileChange[] | Unknown>;

  /**
   * Commits on a branch, by first parents, that came after a commit of it and touched a path: oldest first, at most
   * `most`, none later than `until` (ISO; by the commit's own clock, so a bound of work rather than a promise). Where
   * the content at the end is what it was at the beginning it may leave out what came and went. Unknown ('commit-gone')
   * where the branch is not there or does not come from the commit. GitHub: one page of the branch's history by path.
   */
  later(question: {
    branch: string;
    after: string;
    path: string;
    until: string;
    most: number;
  }): Promise<CodeCommit[] | Unknown>;
};

/** Bytes of a text; files beyond are not compared. */
export const largestText = 2 * 1024 * 1024;
/** Commits from one place to another that are looked at one by one; GitHub tells 250 in a comparison. */
export const mostSteps = 250;
/** Files of one comparison; GitHub tells 300. */
export const mostFiles = 300;

/** Why something is not known; see `FollowThrough.reason` for what people are told. */
export type Unknown = { unknown: UnknownReason };
export type UnknownReason = Extract<
  FollowThrough['reason'],
  'commit-gone' | 'shallow' | 'binary' | 'too-large' | 'offline'
>;

export type CodeCommit = {
  id: string;
  parents: readonly string[];
  /** The committer's time, ISO; as wrong as that person's clock. */
  at: string;
};

export type CodePlace = { commit: string; path: string };

export type Way = { kind: 'line'; commits: readonly CodeCommit[] } | { kind: 'apart'; base: string | null };

/**
 * `before` is `null` for a new file, `after` for one that is gone; both differ where it was renamed. `content` is as in
 * `files`, `null` where nobody said (GitHub says that of `after` only).
 */
export type FileChange = {
  before: { path: string; content: string | null } | null;
  after: { path: string; content: string | null } | null;
};

export const isUnknown = (answer: unknown): answer is Unknown =>
  typeof answer === 'object' && answer !== null && 'unknown' in answer;
