import { CairnError } from '../model/errors.ts';
import type { Ran } from './spawn.ts';
import type { Remote } from './types.ts';

/** Takes out what may be a credential: of addresses, headers and known forms of tokens, and `secret` itself. */
export function scrub(text: string, secret?: string | null): string {
  let clean = text
    .replace(/:\/\/[^/@\s'"]*@/g, '://***@')
    .replace(/\b(authorization:\s*)[^\r\n]*/gi, '$1***')
    .replace(/\b(gh[a-z]_|github_pat_|glpat-|ATATT|ATBB)[A-Za-z0-9_=-]{6,}/g, '***');
  for (const form of secret ? [secret, encodeURIComponent(secret), base64(secret)] : []) {
    clean = clean.replaceAll(form, '***');
  }
  return clean;
}

function base64(secret: string): string {
  return Buffer.from(`x-access-token:${secret}`).toString('base64');
}

const unauthorized =
  /Authentication failed|could not read (Username|Password)|terminal prompts disabled|returned error: 40[137]|Permission denied \(|Permission to .{0,1000} denied|Access denied|invalid credentials|Invalid username or (token|password)|access denied or repository not exported/i;
const hostKey = /Host key verification failed|REMOTE HOST IDENTIFICATION HAS CHANGED/;
const unreachable =
  /Could not resolve (host|proxy|hostname)|Temporary failure in name resolution|Name or service not known|Couldn't connect|Could not connect|Failed to connect|Connection (refused|timed out|reset|closed by)|Operation (timed out|too slow)|Network is (unreachable|down)|No route to host|Empty reply from server|Recv failure|Send failure|early EOF|unexpected disconnect|the remote end hung up|returned error: (5\d\d|429)|SSL_ERROR_SYSCALL|GnuTLS recv error|RPC failed/i;
const missing =
  /Repository not found|repository '.{0,1000}' not found|does not appear to be a git repository|returned error: 404|project you were looking for could not be found|no such (path|device)/i;

/** What a call of git that failed means to a person. `what` says what was attempted: `fetch`. */
export function failure(ran: Ran, what: string, remote?: Remote, secret?: string | null): CairnError {
  const stderr = scrub(ran.stderr, secret);
  const detail = `git ${what}: ${lastLines(stderr) || ran.stopped || `exit ${ran.code}`}`;
  const say = (code: ConstructorParameters<typeof CairnError>[0], message: string) =>
    new CairnError(code, message, { detail });
  if (ran.stopped === 'aborted') return say('cancelled', 'The sync was stopped.');
  const local = /No space left on device|Disk quota exceeded/i.test(stderr)
    ? 'The disk is full. Free some space, then sync again.'
    : null;
  if (local) return say('git-failed', local);
  if (remote) {
    const there = remote.label;
    if (ran.stopped === 'timeout') {
      return say('offline', `${there} did not answer. Nothing is lost; Cairn tries again later.`);
    }
    if (/detected dubious ownership/i.test(stderr)) {
      return say(
        'git-failed',
        `git does not trust ${there}, since the folder belongs to somebody else. If you trust it, run: git config --global --add safe.directory ${there}`,
      );
    }
    if (hostKey.test(stderr)) {
      return say(
        'sync-unauthorized',
        `ssh does not know ${remote.host ?? there} yet. Connect to it once in a terminal with ssh, compare the key it shows, then sync again.`,
      );
    }
    if (/certificate|server verification failed/i.test(stderr) && /SSL|TLS|certificate/i.test(stderr)) {
      return say(
        'git-failed',
        `git does not trust the certificate of ${remote.host ?? there}. Ask who runs it, or set http.sslCAInfo in your git settings.`,
      );
    }
    // Before what cannot be reached: ssh says "Permission denied" and then that the remote end hung up.
    if (unauthorized.test(stderr)) {
      return say(
        'sync-unauthorized',
        `${there} did not let you in. Sign in to it with an account that may read and write it, or set up git's own credentials for it.`,
      );
    }
    if (missing.test(stderr)) {
      return say(
        'bad-remote',
        `There is no git repository at ${there}, or you may not see it. Check the address, and that your account has access.`,
      );
    }
    if (unreachable.test(stderr)) {
      return say('offline', `${there} cannot be reached. Nothing is lost; Cairn tries again later.`);
    }
    if (/transport '.{0,1000}' not allowed/i.test(stderr)) {
      return say(
        'bad-remote',
        `git would talk to ${there} in a way that Cairn does not allow. Look for url.….insteadOf in your git settings.`,
      );
    }
  }
  if (ran.stopped === 'timeout')
    return say('git-failed', 'git took too long. Sync again; if it stays so, look at the log.');
  return say('git-failed', 'git failed. Sync again; if it fails again, the log says why.');
}

/** What is thrown where git cannot be started. */
export function gitMissing(program: string, cause: unknown): CairnError {
  return new CairnError(
    'git-missing',
    'Cairn found no git to share the space with. Install git (https://git-scm.com), or say where it is with the setting git.path.',
    { detail: program, cause },
  );
}

/**
 * Does `work`; where the disk refuses it, that is said in words for people.
 * @throws CairnError 'journal-unwritable', and what `work` throws that is no error of the disk
 */
export async function sayingDisk<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code, syscall } = (error ?? {}) as { code?: unknown; syscall?: unknown };
    if (error instanceof CairnError || typeof code !== 'string' || typeof syscall !== 'string') throw error;
    const isFull = code === 'ENOSPC' || code === 'EDQUOT';
    throw new CairnError(
      'journal-unwritable',
      isFull
        ? 'The disk is full. Free some space, then sync again. Nothing is lost.'
        : `Cairn cannot work with the files in ${folder} (${code}). Check the disk and that you may write there, then sync again.`,
      { detail: `${code} ${syscall} ${folder}`, cause: error },
    );
  }
}

/** The end of what git said, without its progress. */
function lastLines(stderr: string): string {
  return stderr
    .split(/[\r\n]+/)
    .filter((line) => line.trim() !== '' && !/^(remote: )?[A-Z][a-z]+ objects:\s/.test(line))
    .slice(-8)
    .join('\n')
    .slice(-1500);
}
