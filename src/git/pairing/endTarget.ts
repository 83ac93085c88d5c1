import type { Work } from '../work/work.ts';
import { makeCommit, mergeTree } from './mergeTree.ts';
import type { BranchState } from './types.ts';

/** Whether all that `older` reaches is reached by `newer`, too. */
export async function isWithin(work: Work, older: string, newer: string): Promise<boolean> {
  if (older === newer) return true;
  const { code } = await work.read(['merge-base', '--is-ancestor', older, newer], { codes: [0, 1] });
  return code === 0;
}

/** One commit that has both sides: one of them where it has the other, or else a merge. @throws 'pairing-conflict' */
export async function together(work: Work, ours: string, theirs: string, message: string): Promise<string> {
  if (await isWithin(work, theirs, ours)) return ours;
  if (await isWithin(work, ours, theirs)) return theirs;
  const tree = await mergeTree(work, ours, theirs);
  return makeCommit(work, { tree, parents: [ours, theirs], message });
}

/** What the base branch stands on before: own commits that nobody has pushed stay, else the remote's newest. */
export function startOf({ local, remote, ahead }: BranchState): string {
  return (local === null || (remote !== null && ahead === 0) ? remote : local) as string;
}

/** What the base branch has after one commit with all of the work; `start` itself where the work changes nothing. */
export async function squashed(work: Work, start: string, tip: string, message: string): Promise<string> {
  const tree = (await isWithin(work, start, tip))
    ? await treeOf(work, tip)
    : await mergeTree(work, start, tip);
  if (tree === (await treeOf(work, start))) return start;
  return makeCommit(work, { tree, parents: [start], message });
}

async function treeOf(work: Work, commit: string): Promise<string> {
  const { stdout } = await work.read(['rev-parse', '--verify', '--end-of-options', `${commit}^{tree}`]);
  return stdout.toString().trim();
}
