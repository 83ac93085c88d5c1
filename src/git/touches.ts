import { join } from 'node:path';
import type { Git } from './git.ts';

/** Somebody as a commit names them; untrusted. */
export type CommitPerson = { name: string; email: string };
/** A commit that changed files, with everybody who worked on it. */
export type TouchCommit = {
  /** Milliseconds since 1970. */
  at: number;
  people: CommitPerson[];
  /** As the files are called in the newest commit that was read, relative to the repository's root. */
  paths: string[];
};

/** Files of one commit beyond which it says nothing of who knows what: a reformatting, a vendored library. */
const mostPaths = 300;
const limit = 64 * 1024 * 1024;

/**
 * Who changed which files of a clone, as far as the checked-out branch tells; newest first. Merges are left out. A file
 * that was moved as it is keeps its history. Nothing is fetched and nothing of the repository runs: no hooks, no filters,
 * no external diff; contents are not read either.
 * @param folder the clone's work tree
 * @param since how far to go back, milliseconds since 1970; at most `most` commits
 * @returns also whether there was more than was read
 * @throws CairnError 'git-missing', 'git-failed', 'cancelled'
 */
export async function touches(
  git: Git,
  folder: string,
  { since, most, signal }: { since: number; most: number; signal?: AbortSignal },
): Promise<{ commits: TouchCommit[]; isCut: boolean }> {
  const where = { gitDir: join(folder, '.git'), cwd: folder };
  if (!(await hasCommit(git, folder, signal))) return { commits: [], isCut: false };
  const format = '%x01%at%x02%aN%x02%aE%x02%(trailers:key=Co-authored-by,valueonly,separator=%x02)';
  const shape = [`--format=${format}`, '--name-status', '-M100%', '-l0', '-z', '--no-merges'];
  const safe = ['--no-ext-diff', '--no-textconv', '--ignore-submodules=all'];
  const bounds = [`--max-count=${most}`, ...(since > 0 ? [`--since=${new Date(since).toISOString()}`] : [])];
  const { stdout } = await git.local(
    where,
    ['-c', 'log.showSignature=false', 'log', ...shape, ...safe, ...bounds, 'HEAD', '--'],
    { signal, limit },
  );
  const commits = readTouches(stdout.toString('utf8'));
  return { commits, isCut: commits.length >= most };
}

/** The files of the newest commit. @throws as `touches` */
export async function filesNow(git: Git, folder: string, signal?: AbortSignal): Promise<Set<string>> {
  const where = { gitDir: join(folder, '.git'), cwd: folder };
  if (!(await hasCommit(git, folder, signal))) return new Set();
  const { stdout } = await git.local(where, ['ls-tree', '-r', '--name-only', '-z', 'HEAD'], {
    signal,
    limit,
  });
  return new Set(stdout.toString('utf8').split('\0').filter(Boolean));
}

/** A branch without a commit has no history; whatever else git refuses is a failure. */
async function hasCommit(git: Git, folder: string, signal: AbortSignal | undefined): Promise<boolean> {
  const where = { gitDir: join(folder, '.git'), cwd: folder };
  const args = ['rev-parse', '--quiet', '--verify', 'HEAD^{commit}'];
  return (await git.local(where, args, { signal, accepts: ({ code }) => code === 1 })).code === 0;
}

/** @param log what git printed: `\x01`, time and people for a commit, then a letter and paths each, with NUL between all */
export function readTouches(log: string): TouchCommit[] {
  const commits: TouchCommit[] = [];
  /** What a file was called before it got the name of today. */
  const today = new Map<string, string>();
  const nameOf = (path: string) => today.get(path) ?? path;
  const tokens = log.split('\0');
  let commit: TouchCommit | null = null;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!.replace(/^\n/, '');
    if (token.startsWith('\x01')) {
      commit = commitOf(token.slice(1));
      if (commit) commits.push(commit);
      continue;
    }
    if (!/^[A-Z]\d{0,3}$/.test(token)) continue;
    const hasTwo = token.startsWith('R') || token.startsWith('C');
    const before = tokens[++i] ?? '';
    const path = hasTwo ? (tokens[++i] ?? '') : before;
    if (path === '' || !commit) continue;
    const now = nameOf(path);
    if (token.startsWith('R')) today.set(before, now);
    // Whoever only moves a file, or takes it away, knows it no better.
    else if (!token.startsWith('D') && commit.paths.length <= mostPaths) commit.paths.push(now);
  }
  return commits.flatMap((one) => (one.paths.length > mostPaths ? [{ ...one, paths: [] }] : [one]));
}

function commitOf(head: string): TouchCommit | null {
  const [seconds = '', name = '', email = '', ...trailers] = head.split('\x02');
  if (!/^\d{1,12}$/.test(seconds)) return null;
  const others = trailers.slice(0, 20).flatMap((trailer) => {
    const at = trailer.lastIndexOf('<');
    const end = trailer.indexOf('>', at);
    if (at < 0 || end < 0) return [];
    return [{ name: trailer.slice(0, at).trim(), email: trailer.slice(at + 1, end).trim() }];
  });
  return { at: Number(seconds) * 1000, people: [{ name, email }, ...others], paths: [] };
}
