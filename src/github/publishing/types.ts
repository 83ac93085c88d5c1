import type { Side } from '../../model/state.ts';

/** A pull request by `owner/name` and number. */
export type PullRequestKey = { repository: string; number: number };

/**
 * Where a review comment stands, in GitHub's way: 1-based, inclusive, the last line first named. `line: null` is the
 * file as a whole. `startLine` is `null` for one line. A range may begin on the left and end on the right.
 */
export type ReviewPlace = {
  /** The file's path in the pull request, on the left side of a renamed one as well. */
  path: string;
  side: Side;
  line: number | null;
  startLine: number | null;
  startSide: Side | null;
};

export type NewComment = {
  pullRequest: PullRequestKey;
  place: ReviewPlace;
  body: string;
  /**
   * The head commit whose lines the writer saw. Where the pull request has newer ones, a comment on its own is made on
   * that commit (GitHub moves it along), and one for a pending review is refused. Absent: the newest commit.
   */
  commit?: string | null;
};

export type Published = {
  /** GitHub's numeric id, as a string since it may exceed 2^53. */
  commentId: string;
  nodeId: string;
  url: string;
  /** GraphQL node id of the thread that it began or is part of; `null` where it could not be learnt. */
  threadId: string | null;
  /** Only its author sees it until the review is submitted. */
  isPending: boolean;
  /** GraphQL node id of the review that it is part of. */
  reviewId: string | null;
};

/** A review of the signed-in person's own that nobody else sees yet. A person has at most one a pull request. */
export type PendingReview = { id: string; url: string; comments: number; createdAt: string };

export type ReviewEvent = 'COMMENT' | 'APPROVE' | 'REQUEST_CHANGES';

export type ChangedFile = {
  path: string;
  /** Where it was before, for renamed and copied ones, where GitHub tells. */
  previousPath: string | null;
  status: 'added' | 'removed' | 'modified' | 'renamed' | 'copied';
  additions: number;
  deletions: number;
  isBinary: boolean;
  /** The hunks, from the first `@@` on; `''` where no line changed, `null` for a binary file and where GitHub gives none. */
  patch: string | null;
};

/** One end of a pull request. `repository` is `null` for a fork that is gone. */
export type PullRequestEnd = { ref: string; sha: string; repository: string | null };

export type PullRequestDetails = PullRequestKey & {
  nodeId: string;
  title: string;
  url: string;
  /** `null` for a deleted account. */
  author: string | null;
  /** The newest commit of the base branch: not what the left side shows, see `mergeBase`. */
  base: PullRequestEnd;
  head: PullRequestEnd;
  /**
   * The commit of the base branch that the left side shows, where it can be told for sure: not when the base branch
   * was merged into the pull request, nor with more than a hundred commits. `sides` mostly needs none.
   */
  mergeBase: string | null;
  isOpen: boolean;
  /** By path as GitHub sorts them; at most 3,000. */
  files: ChangedFile[];
  /** How many files there are, also those beyond `files`. */
  fileCount: number;
  /** False where the diff is too big for GitHub to give: `patch` is `null` then, and previous paths are not known. */
  hasPatches: boolean;
};

/** Both texts of a changed file; `null` on the side where there is none. */
export type FileSides = { before: string | null; after: string | null };

export type OpenPullRequest = {
  number: number;
  title: string;
  author: string | null;
  /** ISO time. */
  updatedAt: string;
  isDraft: boolean;
  url: string;
};

/**
 * Everything that Cairn writes to pull requests, and what is read for it. A write is sent once and never again by
 * itself. Where it failed and may have arrived all the same, it rejects with a GitHubFailure whose `mayHaveArrived` is
 * true: look it up with `find` or `findReply` before it is sent again.
 *
 * All methods throw CairnErrors: 'unauthorized', 'no-rights', 'sso-required', 'rate-limited', 'github-unavailable',
 * 'github-unreadable', 'offline', 'cancelled', 'not-found', and those named with them.
 */
export type Publisher = {
  /** The signed-in person's own. */
  pendingReview(pr: PullRequestKey, signal?: AbortSignal): Promise<PendingReview | null>;
  /**
   * Puts a comment on its own, seen by all at once.
   * @throws CairnError 'line-not-in-diff', 'pending-review-exists', 'pull-request-changed', 'comment-too-long'
   */
  publish(comment: NewComment, signal?: AbortSignal): Promise<Published>;
  /**
   * Adds to the own pending review; `null` begins one with this comment.
   * @throws CairnError as `publish`; 'pending-review-exists' where one is to begin and there is one, 'no-such-review'
   * where the one that is named was submitted or deleted
   */
  addToReview(comment: NewComment, review: PendingReview | null, signal?: AbortSignal): Promise<Published>;
  /**
   * Makes the pending review and its comments seen by all. One that was submitted already is left as it is.
   * @throws CairnError 'no-such-review', 'own-pull-request' for a verdict on one's own
   */
  submitReview(
    pr: PullRequestKey,
    review: Pick<PendingReview, 'id'>,
    event: ReviewEvent,
    body: string,
    signal?: AbortSignal,
  ): Promise<{ url: string }>;
  /** Deletes the pending review with all its comments; fine where it is gone already. */
  discardReview(review: Pick<PendingReview, 'id'>, signal?: AbortSignal): Promise<void>;
  /**
   * The own comment with this body at this place, written since then, also in the own pending review.
   * @param since ISO time of the first try by this machine's clock; ten minutes earlier counts as well
   */
  find(comment: NewComment, since: string, signal?: AbortSignal): Promise<Published | null>;
  /**
   * Answers in a thread, seen by all at once; with `review`, as part of that pending review.
   * @throws CairnError 'pending-review-exists' where there is one and it is not named
   */
  reply(
    pr: PullRequestKey,
    threadId: string,
    body: string,
    signal?: AbortSignal,
    review?: Pick<PendingReview, 'id'> | null,
  ): Promise<Published>;
  /** The own answer with this body in this thread since then, as `find`. */
  findReply(threadId: string, body: string, since: string, signal?: AbortSignal): Promise<Published | null>;
  /** Resolves a thread, or opens it again. The same twice does no harm. */
  resolve(threadId: string, isResolved: boolean, signal?: AbortSignal): Promise<void>;
  /** What a pull request changes. */
  details(pr: PullRequestKey, signal?: AbortSignal): Promise<PullRequestDetails>;
  /**
   * Both texts of one of its files, the left one as of the merge base.
   * @throws CairnError 'file-not-shown' for binary, too large and where the left side cannot be told,
   * 'pull-request-changed' where the details are no longer those of the pull request
   */
  sides(details: PullRequestDetails, file: ChangedFile, signal?: AbortSignal): Promise<FileSides>;
  /**
   * A file at a commit; `null` where there is none. Commits of a pull request, also of a fork, are had from the
   * repository that it goes to.
   * @throws CairnError 'file-not-shown' for a binary one, or one of more than 5 MB
   */
  fileText(repository: string, sha: string, path: string, signal?: AbortSignal): Promise<string | null>;
  /** Open ones, the last updated first, at most 500 looked through. */
  openPullRequests(repository: string, author?: string, signal?: AbortSignal): Promise<OpenPullRequest[]>;
};
