import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { gitSync } from '../../git/repositories.ts';
import { commitObject, treeOf } from './objects.ts';
import type { StoredCode, StoredCommit } from './types.ts';

/**
 * Makes what `git clone` would: the commits that the branches reach, the branches below `origin`, and `main` with its
 * files in the folder, which must be there.
 * @param remote the address that the clone remembers
 */
export function cloneInto(folder: string, code: StoredCode, remote: string): void {
  const { main } = code.branches;
  if (main === undefined) throw new Error('There is no main branch to check out');
  const commits = reachable(code);
  gitSync(['init', '--quiet', '--initial-branch', 'main'], { cwd: folder });
  gitSync(['remote', 'add', 'origin', remote], { cwd: folder });
  const git = join(folder, '.git');
  writeObjects(join(git, 'objects'), commits);
  for (const [branch, sha] of Object.entries(code.branches)) {
    write(join(git, 'refs', 'remotes', 'origin', branch), `${sha}\n`);
  }
  write(join(git, 'refs', 'heads', 'main'), `${main}\n`);
  gitSync(['reset', '--quiet', '--hard'], { cwd: folder });
}

/** What the branches lead to: of a squashed pull request the one commit, of a branch that is gone nothing. */
export function reachable({ commits, branches }: StoredCode): StoredCommit[] {
  const byId = new Map(commits.map((commit) => [commit.sha, commit]));
  const found = new Map<string, StoredCommit>();
  const waiting = Object.values(branches);
  for (let sha = waiting.pop(); sha !== undefined; sha = waiting.pop()) {
    const commit = byId.get(sha);
    if (!commit) throw new Error(`The code has no commit ${sha}`);
    if (found.has(sha)) continue;
    found.set(sha, commit);
    waiting.push(...commit.parents);
  }
  return [...found.values()];
}

/** Puts commits with their trees and files into a folder of objects. */
export function writeObjects(folder: string, commits: readonly StoredCommit[]): void {
  const written = new Set<string>();
  for (const commit of commits) {
    for (const { id, bytes } of [...treeOf(commit.files), commitObject(commit)]) {
      if (written.has(id)) continue;
      written.add(id);
      write(join(folder, id.slice(0, 2), id.slice(2)), deflateSync(bytes, { level: 1 }));
    }
  }
}

function write(path: string, content: string | Buffer): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
