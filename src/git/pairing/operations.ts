import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Work } from '../work/work.ts';
import type { Operation } from './types.ts';

/** The files by which git remembers what it is in the middle of; the first of each counts. */
const signs: readonly [string, Operation][] = [
  ['rebase-merge', 'rebase'],
  ['rebase-apply/applying', 'am'],
  ['rebase-apply', 'rebase'],
  ['MERGE_HEAD', 'merge'],
  ['REVERT_HEAD', 'revert'],
  ['CHERRY_PICK_HEAD', 'cherry-pick'],
  // Between two commits of several.
  ['sequencer', 'cherry-pick'],
  ['BISECT_LOG', 'bisect'],
];

/** What git is in the middle of. */
export async function readOperations({ gitDir }: Work): Promise<Operation[]> {
  const there = await Promise.all(signs.map(([name]) => isThere(join(gitDir, name))));
  const found = new Set<Operation>(signs.flatMap(([, operation], at) => (there[at] ? [operation] : [])));
  if (found.has('am')) found.delete('rebase');
  if (found.has('revert')) found.delete('cherry-pick');
  // A rebase that stops picks, too.
  if (found.has('rebase')) for (const part of ['cherry-pick', 'merge'] as const) found.delete(part);
  return [...found];
}

export async function isThere(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
