import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** An environment in which git knows nothing of the machine's user: no settings, no credentials, no `GIT_*`. */
export function plainEnvironment(home: string): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(GIT_|SSH_|XDG_CONFIG)/.test(name));
  return {
    ...Object.fromEntries(kept),
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    GIT_CONFIG_NOSYSTEM: '1',
  };
}

/** Runs git and returns what it printed. Throws with what it said where it fails. */
export function gitSync(
  args: readonly string[],
  options: { cwd?: string; input?: string | Buffer } = {},
): string {
  return gitBytes(args, options).toString('utf8');
}

/** As `gitSync`, for output that is no text. */
export function gitBytes(
  args: readonly string[],
  options: { cwd?: string; input?: string | Buffer } = {},
): Buffer {
  const settings = ['-c', 'user.name=Test', '-c', 'user.email=test@localhost', '-c', 'commit.gpgSign=false'];
  const { status, stdout, stderr, error } = spawnSync('git', [...settings, ...args], {
    ...options,
    env: plainEnvironment(tmpdir()),
    maxBuffer: 1024 * 1024 * 1024,
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr.toString('utf8')}`);
  return stdout;
}

/** Makes an empty bare repository at this path, parents included. */
export function makeBare(path: string): string {
  mkdirSync(dirname(path), { recursive: true });
  gitSync(['init', '--quiet', '--bare', path]);
  gitSync(['config', 'http.receivepack', 'true'], { cwd: path });
  return path;
}

/** An empty bare repository in a temporary folder. */
export function bareRemote(): { path: string; close(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-remote-'));
  return {
    path: makeBare(join(folder, 'space.git')),
    close: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

export type RawEntry = { mode: string; name: string; content: string | Buffer | RawEntry[] } | GitLink;
type GitLink = { mode: '160000'; name: string; content: string };

/**
 * Puts a commit with any tree at all upon a branch of a bare repository: links, submodules, climbing names.
 * A tree's content is its entries, a submodule's the commit it names.
 */
export function commitRaw(
  bare: string,
  entries: readonly RawEntry[],
  branch = 'main',
  parent?: string,
): string {
  const tree = writeRaw(bare, entries);
  const parents = parent ? ['-p', parent] : [];
  const commit = gitSync(['commit-tree', tree, '-m', 'Raw', ...parents], { cwd: bare }).trim();
  gitSync(['update-ref', `refs/heads/${branch}`, commit], { cwd: bare });
  return commit;
}

function writeRaw(bare: string, entries: readonly RawEntry[]): string {
  const parts = entries.map(({ mode, name, content }) => {
    const oid = Array.isArray(content)
      ? writeRaw(bare, content)
      : mode === '160000'
        ? String(content)
        : gitSync(['hash-object', '-w', '--stdin'], { cwd: bare, input: content }).trim();
    return Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(oid, 'hex')]);
  });
  const args = ['hash-object', '-t', 'tree', '-w', '--literally', '--stdin'];
  return gitSync(args, { cwd: bare, input: Buffer.concat(parts) }).trim();
}
