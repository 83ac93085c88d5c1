import { join } from 'node:path';
import type { Git } from './git.ts';

/** Newest commits that are looked at: beyond them a file counts as not known. */
const mostCommits = 50_000;
const limit = 64 * 1024 * 1024;

/**
 * When somebody's commits first touched which file of a clone, as far as the checked-out branch tells.
 * @param folder the clone's work tree
 * @param login whose no-reply address at GitHub counts beside the address that the clone's settings name
 * @returns paths relative to the repository's root, each with milliseconds since 1970
 * @throws CairnError 'git-missing', 'git-failed', 'cancelled'
 */
export async function filesBy(
  git: Git,
  folder: string,
  login: string,
  signal?: AbortSignal,
): Promise<Map<string, number>> {
  const where = { gitDir: join(folder, '.git'), cwd: folder };
  const unset = { signal, accepts: ({ code }: { code: number | null }) => code === 1 };
  const own = await git.local(where, ['config', '--get', 'user.email'], unset);
  const address = own.stdout.toString().trim();
  // A number and a plus sign may stand before the login.
  const authors = [`<${login}@users.noreply.github.com>`, `+${login}@users.noreply.github.com>`];
  if (address !== '') authors.push(`<${address}>`);
  const about = authors.map((author) => `--author=${author}`);
  const shape = ['--format=%x01%at', '--name-only', '--no-renames', '-z', '--no-merges'];
  const bounds = [`--max-count=${mostCommits}`, '--fixed-strings', '--regexp-ignore-case', ...about];
  const { stdout } = await git.local(
    where,
    ['-c', 'log.showSignature=false', 'log', ...shape, ...bounds, 'HEAD', '--'],
    // A branch without a commit has no history.
    { signal, limit, accepts: ({ code }) => code === 128 },
  );
  return firstTouched(stdout.toString());
}

/** @param log what git printed: `\x01` and seconds for a commit, then its paths, newest first, with NUL between all */
function firstTouched(log: string): Map<string, number> {
  const first = new Map<string, number>();
  let at = 0;
  for (const raw of log.split('\0')) {
    const token = raw.replace(/^\n/, '');
    const seconds = token.startsWith('\x01') ? token.slice(1) : '';
    if (/^\d{1,12}$/.test(seconds)) at = Number(seconds) * 1000;
    else if (token !== '') first.set(token, Math.min(first.get(token) ?? at, at));
  }
  return first;
}
