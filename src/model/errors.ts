/**
 * A failure that a person can do something about. `message` is for people and says what to do;
 * `code` is stable, for programs, and the key under which the user interface finds a translation.
 * Anything that is thrown and is not a CairnError is a bug and goes to the log with its stack.
 */
export class CairnError extends Error {
  readonly code: ErrorCode;
  /** Shown beside the message where it helps: an HTTP status line, a file and a line. No secrets. */
  readonly detail: string | undefined;

  constructor(code: ErrorCode, message: string, options: { detail?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'CairnError';
    this.code = code;
    this.detail = options.detail;
  }
}

/** Every code that a CairnError can carry. */
export type ErrorCode =
  | 'invalid-argument'
  | 'not-found'
  | 'cancelled'
  | 'not-signed-in'
  | 'bad-host'
  | 'bad-data-folder'
  | 'no-repository'
  | 'no-programme'
  | 'bad-programme'
  | 'unauthorized'
  | 'forbidden'
  | 'sso-required'
  | 'rate-limited'
  | 'repository-not-found'
  | 'github-refused'
  | 'github-unavailable'
  | 'github-unreadable'
  | 'offline'
  | 'answer-lost'
  | 'no-rights'
  | 'line-not-in-diff'
  | 'pending-review-exists'
  | 'no-such-review'
  | 'own-pull-request'
  | 'pull-request-changed'
  | 'pull-request-not-found'
  | 'thread-not-found'
  | 'comment-too-long'
  | 'file-not-shown'
  | 'journal-unwritable'
  | 'journal-unreadable'
  | 'bad-space'
  | 'bad-remote'
  | 'remote-not-empty'
  | 'not-a-space'
  | 'git-missing'
  | 'git-failed'
  | 'sync-unauthorized'
  | 'bad-import'
  | 'not-yours'
  | 'nothing-to-undo'
  | 'remarks-unusable'
  | 'themes-failed'
  | 'no-model'
  | 'model-not-allowed'
  | 'model-refused'
  | 'model-failed'
  | 'nothing-to-rephrase'
  | 'text-changed'
  | 'pairing-blocked'
  | 'pairing-changed'
  | 'pairing-conflict'
  | 'pairing-rejected'
  | 'pairing-newer-push';
