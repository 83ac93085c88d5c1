import { CairnError, type ErrorCode } from '../model/errors.ts';

/** A request to GitHub that failed, with what a pull needs in order to go on. */
export class GitHubFailure extends CairnError {
  /** Worth another try, or one for less: the server was busy, slow, or its answer was broken. */
  readonly isTransient: boolean;
  /** When GitHub answers again, in milliseconds since 1970; `null` where it is not a matter of time. */
  readonly nextAllowedAt: number | null;
  /** What was to be written may be there: it must be looked up before it is sent again. */
  readonly mayHaveArrived: boolean;

  constructor(
    code: ErrorCode,
    message: string,
    options: {
      detail?: string;
      isTransient?: boolean;
      nextAllowedAt?: number | null;
      mayHaveArrived?: boolean;
    } = {},
  ) {
    super(code, message, options.detail === undefined ? {} : { detail: options.detail });
    this.isTransient = options.isTransient ?? false;
    this.nextAllowedAt = options.nextAllowedAt ?? null;
    this.mayHaveArrived = options.mayHaveArrived ?? false;
  }
}

/** What is read of an answer that went wrong. */
export type Answer = { status: number; headers: Record<string, string | number | undefined>; data: unknown };

/** The failure behind an HTTP status that is not a success. `now` in milliseconds. */
export function failureOfStatus(answer: Answer, now: number): GitHubFailure {
  const { status, headers } = answer;
  const said = messageOf(answer.data);
  const detail = `HTTP ${status}${said ? `: ${said}` : ''}`;
  if (status === 401) {
    const message = 'GitHub does not accept your sign-in. Sign in again, or give a new token.';
    return new GitHubFailure('unauthorized', message, { detail });
  }
  if (status === 429 || (status === 403 && isRateLimit(headers, said)))
    return rateLimited(headers, now, detail);
  if (status === 403) {
    const sso = headers['x-github-sso'];
    return sso !== undefined && /required/i.test(String(sso)) ? ssoRequired(detail) : forbidden(detail);
  }
  if (status >= 300 && status < 400) {
    const message = 'The server sends Cairn to another address, and your token is not sent there.';
    return new GitHubFailure('github-refused', `${message} Set cairn.github.host to the right one.`, {
      detail,
    });
  }
  if (status === 404) {
    const message = 'There is no GitHub service at this address. Check the setting cairn.github.host.';
    return new GitHubFailure('not-found', message, { detail });
  }
  if (status === 408 || status >= 500) {
    const message = 'GitHub has a problem of its own just now. What was pulled is kept; pull again later.';
    return new GitHubFailure('github-unavailable', message, { detail, isTransient: true });
  }
  return refused(detail);
}

/** The answer is not what GitHub sends: cut off, or a page of something in between. */
export function unreadable(detail: string): GitHubFailure {
  const message = 'GitHub’s answer could not be read, it may have been cut off. Pull again later.';
  return new GitHubFailure('github-unreadable', message, { detail, isTransient: true });
}

/** No answer in time. */
export function timedOut(milliseconds: number): GitHubFailure {
  const message = 'GitHub did not answer in time. What was pulled is kept; pull again later.';
  const detail = `no answer in ${Math.round(milliseconds / 1000)} s`;
  return new GitHubFailure('github-unavailable', message, { detail, isTransient: true });
}

/** There was no connection, or it broke before an answer. `reason` must hold no secrets. */
export function noConnection(reason: string): GitHubFailure {
  // Whoever hangs up on a big question may answer a small one.
  if (/ECONNRESET|EPIPE|UND_ERR_SOCKET|other side closed|socket hang up/.test(reason)) return gaveUp(reason);
  const message = 'GitHub cannot be reached. Check your network and the setting cairn.github.host.';
  return new GitHubFailure('offline', message, { detail: reason, isTransient: true });
}

/** GitHub answered, and does not do what was asked. */
export function refused(detail: string): GitHubFailure {
  const message = 'GitHub refused what Cairn asked for. The log says more; please report it.';
  return new GitHubFailure('github-refused', message, { detail });
}

/** GitHub gave up on a query: too slow, or too much at once. */
export function gaveUp(detail: string): GitHubFailure {
  const message = 'GitHub could not finish the answer. What was pulled is kept; pull again later.';
  return new GitHubFailure('github-unavailable', message, { detail, isTransient: true });
}

/** The organisation wants single sign-on for this token. */
export function ssoRequired(detail: string): GitHubFailure {
  const message =
    'The organisation asks for single sign-on. Authorise Cairn’s sign-in or your token for it on GitHub, then pull again.';
  return new GitHubFailure('sso-required', message, { detail });
}

const askFor = 'Ask for read access to the repository, or give a token that may read pull requests.';

/** The sign-in may not read this at all. */
export function forbidden(detail: string): GitHubFailure {
  return new GitHubFailure('forbidden', `GitHub does not allow this for your sign-in. ${askFor}`, { detail });
}

/** Some of what was asked for may not be read; the rest is there. */
export function partlyForbidden(detail: string): GitHubFailure {
  const message = `Some of the pull requests may not be read with your sign-in; the rest is here. ${askFor}`;
  return new GitHubFailure('forbidden', message, { detail });
}

/** GitHub wants a pause; the headers say until when. */
export function rateLimited(headers: Answer['headers'], now: number, detail: string): GitHubFailure {
  const after = Number(headers['retry-after']);
  const reset = Number(headers['x-ratelimit-reset']);
  let nextAllowedAt = now + 60_000;
  if (headers['retry-after'] !== undefined && Number.isFinite(after)) nextAllowedAt = now + after * 1000;
  else if (isUsedUp(headers) && Number.isFinite(reset)) nextAllowedAt = Math.max(now, reset * 1000);
  const message = 'GitHub asks for a pause. What was pulled is kept, and Cairn goes on when it may.';
  return new GitHubFailure('rate-limited', message, { detail, nextAllowedAt });
}

function isRateLimit(headers: Answer['headers'], said: string): boolean {
  return (
    isUsedUp(headers) || headers['retry-after'] !== undefined || /rate limit|abuse detection/i.test(said)
  );
}

function isUsedUp(headers: Answer['headers']): boolean {
  return String(headers['x-ratelimit-remaining'] ?? '') === '0';
}

function messageOf(data: unknown): string {
  const message = (data as { message?: unknown } | null)?.message;
  return typeof message === 'string' ? message.slice(0, 300) : '';
}
