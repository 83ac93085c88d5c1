import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gitSync } from '../git/repositories.ts';
import type { Pull, PullFile, Repository } from './types.ts';

/*
 * What pull requests change, and what files hold at their commits. The diff is git's own, so that renames, binary
 * files, odd names and missing line ends look as they do on GitHub. A set without files has no diff: nothing is known.
 */

/** By what the files hold: many servers of a test run have the same ones. */
const diffs = new Map<string, string>();
const texts = new WeakMap<readonly PullFile[], string>();
const kept = 200;

/** The diff of a pull request against its merge base, as REST gives it; `null` where the set tells no files. */
export function diffOf({ files }: Pull): string | null {
  return files && diffOfFiles(files);
}

/** What git says that changed in these files. */
export function diffOfFiles(files: readonly PullFile[]): string {
  const known = texts.get(files);
  if (known !== undefined) return known;
  const input = history(files);
  const hash = createHash('sha1').update(input).digest('hex');
  const diff = diffs.get(hash) ?? makeDiff(input);
  diffs.set(hash, diff);
  for (const old of diffs.keys()) if (diffs.size > kept) diffs.delete(old);
  texts.set(files, diff);
  return diff;
}

function makeDiff(input: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-github-diff-'));
  try {
    gitSync(['init', '--quiet', '--bare'], { cwd: folder });
    gitSync(['fast-import', '--quiet'], { cwd: folder, input });
    return gitSync(['diff', '--no-color', '--no-ext-diff', '-M', 'before', 'after'], { cwd: folder });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function history(files: readonly PullFile[]): string {
  const commit = (branch: string, trees: [string, string | null][]) => {
    const added = trees.flatMap(([path, text]) =>
      text === null ? [] : [`M 100644 inline ${quoted(path)}\ndata ${Buffer.byteLength(text)}\n${text}\n`],
    );
    return `commit refs/heads/${branch}\ncommitter Test <test@localhost> 0 +0000\ndata 1\n.\n${added.join('')}\n`;
  };
  return (
    commit(
      'before',
      files.map((file) => [file.previousPath ?? file.path, file.before]),
    ) +
    commit(
      'after',
      files.map((file) => [file.path, file.after]),
    )
  );
}

function quoted(path: string): string {
  return /[\n"\\]/.test(path) ? JSON.stringify(path) : path;
}

/** A file at a commit: `after` at a pull request's head and its own commits, `before` at its merge base. */
export function contentAt(repository: Repository, sha: string, path: string): string | null {
  const commit = repository.code?.find(sha);
  if (commit) return commit.files[path] ?? null;
  for (const pull of repository.pulls.values()) {
    if (!pull.files) continue;
    if (sha === pull.raw.base.sha) {
      const file = pull.files.find((one) => (one.previousPath ?? one.path) === path && one.before !== null);
      if (file) return file.before;
    }
    if (sha === pull.raw.head.sha || pull.commits.some((commit) => commit.sha === sha)) {
      const file = pull.files.find((one) => one.path === path && one.after !== null);
      if (file) return file.after;
    }
  }
  return null;
}

export function isBinary(text: string): boolean {
  return text.includes('\0');
}
