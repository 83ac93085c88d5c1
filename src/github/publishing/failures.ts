import { CairnError, type ErrorCode } from '../../model/errors.ts';
import { GitHubFailure } from '../failure.ts';

/*
 * What goes wrong on the way to a pull request, in words that say what to do. Those of a pull speak of what was
 * pulled, which is no comfort to somebody who wrote a comment.
 */

/** Where the connection failed before a request could have left: what was to be written is surely not there. */
const beforeSending =
  /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|ERR_SSL/;

const words: Partial<Record<ErrorCode, string>> = {
  'not-found': 'There is no GitHub service at this address. Check the setting cairn.github.host.',
  forbidden: 'GitHub does not let your sign-in do this. Ask for the right to, or give a token that has it.',
  'sso-required':
    'The organisation asks for single sign-on. Authorise Cairn’s sign-in or your token for it on GitHub, then try again.',
  'rate-limited': 'GitHub asks for a pause. Your words are kept; try again in some minutes.',
  'github-unavailable': 'GitHub has a problem of its own just now. Try again later.',
  'github-unreadable': 'GitHub’s answer could not be read, it may have been cut off. Try again.',
  offline: 'GitHub cannot be reached. Your words are kept; try again when you are connected.',
  cancelled: 'Cancelled.',
};

/** The failure of something that was only read, in words that fit here. */
export function ofReading(error: unknown): unknown {
  if (!(error instanceof CairnError)) return error;
  const message = words[error.code];
  return message === undefined ? error : reworded(error, error.code, message, false);
}

/** The failure of something that was to be written. A read that came before it failed as one of `ofReading`. */
export function ofWriting(error: unknown): unknown {
  if (!(error instanceof CairnError)) return error;
  if (error.code === 'forbidden' || error.code === 'not-found') return noRights(error.detail);
  if (mayHaveArrived(error)) {
    const message =
      'GitHub’s answer got lost, so what you wrote may be there or not. It is kept here, and Cairn looks before it sends it again.';
    return reworded(error, 'answer-lost', message, true);
  }
  return ofReading(error);
}

function mayHaveArrived(error: CairnError): boolean {
  if (error.code === 'offline') return !beforeSending.test(error.detail ?? '');
  return ['github-unavailable', 'github-unreadable', 'cancelled'].includes(error.code);
}

function reworded(error: CairnError, code: ErrorCode, message: string, mayHaveArrived: boolean) {
  const { isTransient = false, nextAllowedAt = null } = error instanceof GitHubFailure ? error : {};
  const detail = error.detail === undefined ? {} : { detail: error.detail };
  return new GitHubFailure(code, message, { ...detail, isTransient, nextAllowedAt, mayHaveArrived });
}

/** Nothing was sent. */
export const cancelled = () => coded('cancelled', 'Cancelled.');

/** GitHub hides what somebody may not change: "not found" means the same. */
export function noRights(detail?: string): CairnError {
  if (/\blocked\b/i.test(detail ?? '')) {
    return coded(
      'no-rights',
      'The conversation is locked. Ask somebody who maintains the repository.',
      detail,
    );
  }
  return coded(
    'no-rights',
    'GitHub does not let you write on this pull request. Ask for access to the repository, or sign in with a token that may: scope “repo”, or with fine-grained tokens “Pull requests: write”.',
    detail,
  );
}

export const lineNotInDiff = (why: string, detail?: string) =>
  coded(
    'line-not-in-diff',
    `GitHub takes comments only on lines that the pull request shows: ${why} Keep it as a note, or choose a line of the diff.`,
    detail,
  );

export const pendingReviewExists = (detail?: string) =>
  coded(
    'pending-review-exists',
    'You have a review of this pull request that you did not submit yet, and GitHub takes nothing else from you until then. Add this to the review, or submit the review first.',
    detail,
  );

export const noSuchReview = (detail?: string) =>
  coded(
    'no-such-review',
    'The review was submitted or deleted meanwhile. Begin a new one, or publish this on its own.',
    detail,
  );

export const pullRequestChanged = (detail?: string) =>
  coded(
    'pull-request-changed',
    'The pull request has other commits than those you look at. Open it again and see where your words belong.',
    detail,
  );

export const pullRequestNotFound = (name: string) =>
  coded(
    'pull-request-not-found',
    `GitHub shows no pull request ${name.slice(0, 200)} to you. Check its number and your access to the repository.`,
  );

export const repositoryNotFound = (name: string) =>
  coded(
    'repository-not-found',
    `GitHub shows no repository ${name.slice(0, 200)} to you. Check its name and your access to it.`,
  );

export const threadNotFound = () =>
  coded('thread-not-found', 'The conversation is no longer on GitHub, or you may not see it. Pull again.');

export const commentTooLong = (length: number) =>
  coded(
    'comment-too-long',
    `GitHub takes at most 65,536 characters, and this has ${length.toLocaleString('en')}. Shorten it, or link to the rest.`,
  );

export const emptyComment = () => coded('invalid-argument', 'There is nothing to send yet. Write something.');

export const ownPullRequest = (detail?: string) =>
  coded(
    'own-pull-request',
    'This is your own pull request: GitHub lets nobody approve it or request changes on it but others. Submit the review as a comment.',
    detail,
  );

export function coded(code: ErrorCode, message: string, detail?: string): CairnError {
  return new CairnError(code, message, detail === undefined ? {} : { detail });
}
