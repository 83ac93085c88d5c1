import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CairnError } from '../../model/errors.ts';
import { committer } from '../environment.ts';
import type { Work } from '../work/work.ts';
import { keepTip } from './backup.ts';
import { draftIndex, dropDraft, useDraft, writeTree } from './draftIndex.ts';
import { localRef } from './refs.ts';
import type { Status } from './status.ts';
import { readStatus } from './status.ts';

/** A name that git's own commands would take for an option. */
const isOdd = (branch: string) => branch.startsWith('-');

/**
 * Checks out a commit as this branch, which is made or moved; uncommitted changes come along where git can carry them,
 * files that nobody tracks are never written over. Whoever calls this has made sure that the branch loses nothing.
 * @param start what to check out: a commit, or the full name of a remote branch that the new one shall track
 * @throws CairnError 'pairing-conflict' where changes or files are in the way, 'git-failed'; all is as it was then
 */
export async function checkOut(
  work: Work,
  { branch, start, from }: { branch: string | null; start: string; from: Status },
): Promise<void> {
  const quiet = ['checkout', '--quiet', '--no-overwrite-ignore', '--no-recurse-submodules'];
  try {
    if (branch === null || isOdd(branch)) {
      await work.change([...quiet, '--detach', start, '--']);
      if (branch === null) return;
      await work.change(['update-ref', '-m', 'cairn: move', localRef(branch), 'HEAD']);
      await work.change(['symbolic-ref', '-m', 'cairn: switch', 'HEAD', localRef(branch)]);
    } else {
      await work.change([...quiet, '-B', branch, start, '--']);
    }
  } catch (error) {
    if (error instanceof CairnError && error.code === 'git-failed') await undoCheckOut(work, start, from);
    throw error;
  }
}

/**
 * A checkout that broke off (a filter program failed, the disk is full) may have written files already: those it
 * wrote were unchanged before, so they are as HEAD has them.
 */
async function undoCheckOut(work: Work, start: string, from: Status): Promise<void> {
  const now = await readStatus(work);
  if (now.head !== from.head) return;
  const before = new Set([...from.unstaged, ...from.untracked, ...from.staged, ...from.submodules]);
  const { stdout } = await work.read([
    ...['diff-tree', '-r', '-z', '--no-renames', '--name-status', '--end-of-options', from.head ?? '', start],
  ]);
  const added = new Set<string>();
  const [parts, changed] = [stdout.toString('utf8').split('\0'), new Set<string>()];
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const path = parts[at + 1] as string;
    (parts[at] === 'A' ? added : changed).add(path);
  }
  const isNew = (path: string) => !before.has(path);
  const back = now.unstaged.filter((path) => isNew(path) && changed.has(path));
  await Promise.all(
    now.untracked
      .filter((path) => isNew(path) && added.has(path))
      .map((path) => rm(join(work.folder, path), { force: true })),
  );
  if (back.length > 0) {
    const input = back.map((path) => `${path}\0`).join('');
    await work.change(['checkout-index', '--force', '--index', '-z', '--stdin'], { input });
  }
}

/**
 * Makes the working tree and the index as HEAD is, after `keepChanges`. Only what was kept is taken away: a file that
 * was changed since makes git refuse.
 * @param kept tree and draft of the backup; the draft is used up
 */
export async function setAside(
  work: Work,
  head: string,
  { tree, draft, what }: { tree: string; draft: Awaited<ReturnType<typeof draftIndex>>; what: string },
): Promise<void> {
  try {
    await work.change(['read-tree', '-m', '-u', tree, head], { env: draft.env });
    if (!(await useDraft(work, draft))) await resetIndex(work, what, [head]);
  } finally {
    await dropDraft(draft);
  }
}

/**
 * Makes the index as HEAD is, where somebody changed it meanwhile: what they staged is kept first.
 * @param known commits of which one is likely to be what the index holds
 */
export async function resetIndex(work: Work, what: string, known: readonly string[]): Promise<void> {
  const draft = await draftIndex(work);
  try {
    const tree = await writeTree(work, draft.env);
    const { stdout: trees } = await work.read(['rev-parse', ...known.map((oid) => `${oid}^{tree}`)]);
    if (trees.toString().split('\n').includes(tree)) {
      await work.change(['reset', '--quiet', '--mixed', 'HEAD', '--']);
      return;
    }
    const { stdout } = await work.change(['commit-tree', '-p', 'HEAD', '-m', 'Cairn: the index', tree], {
      env: committer(work.now()),
    });
    await keepTip(work, { what: `${what}-index`, branch: null, oid: stdout.toString().trim() });
    await work.change(['reset', '--quiet', '--mixed', 'HEAD', '--']);
  } finally {
    await dropDraft(draft);
  }
}

/**
 * Brings back what `keepChanges` kept, upon a clean working tree at the commit it was made on: files, untracked ones
 * included, and what of them was staged.
 */
export async function bringBack(work: Work, head: string, kept: string): Promise<void> {
  const draft = await draftIndex(work);
  try {
    await work.change(['read-tree', '-m', '-u', head, kept], { env: draft.env });
    await work.change(['read-tree', '-m', `${kept}^2`], { env: draft.env });
    if (!(await useDraft(work, draft))) {
      throw new CairnError(
        'pairing-changed',
        'Somebody else changed the index just now. Your files are back; stage them again.',
      );
    }
  } finally {
    await dropDraft(draft);
  }
}
