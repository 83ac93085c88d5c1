import { CairnError } from '../../model/errors.ts';
import type { Work } from '../work/work.ts';
import { oneLine } from './oneLine.ts';

/**
 * What two commits come to together, without touching the working tree.
 * @returns the id of the tree
 * @throws CairnError 'pairing-conflict' with the paths in `detail`, a line each
 */
export async function mergeTree(work: Work, ours: string, theirs: string): Promise<string> {
  const { stdout, code } = await work.change(
    ['merge-tree', '--write-tree', '-z', '--name-only', '--no-messages', ours, theirs],
    { codes: [0, 1], accepts: ({ stderr }) => stderr.includes('unrelated histories') },
  );
  const [tree = '', ...paths] = stdout.toString('utf8').split('\0');
  if (code === 0) return tree.trim();
  if (code !== 1) {
    throw new CairnError(
      'pairing-conflict',
      'Both sides have no commit in common here, so they cannot be merged. In a shallow clone, run "git fetch --unshallow" first. Nothing has changed.',
    );
  }
  const files = paths.filter((path) => path !== '');
  const names = files.slice(0, 3).map((path) => oneLine(path, 200));
  throw new CairnError(
    'pairing-conflict',
    `Both sides changed the same places: ${names.join(', ')}${files.length > 3 ? ' …' : ''}. Nothing has changed. Merge in a terminal, or set one side aside.`,
    { detail: files.join('\n') },
  );
}

/** Makes a commit by the user, of a tree that is there, as `git commit` would. @returns its id */
export async function makeCommit(
  work: Work,
  commit: { tree: string; parents: string[]; message: string },
): Promise<string> {
  const sign = work.setting('commit.gpgsign');
  const { stdout } = await work.change(
    [
      'commit-tree',
      ...(sign !== null && /^(true|yes|on|[1-9]\d*)$/i.test(sign) ? ['-S'] : []),
      ...commit.parents.flatMap((oid) => ['-p', oid]),
      '-F',
      '-',
      commit.tree,
    ],
    { input: commit.message },
  );
  return stdout.toString().trim();
}
