import { join } from 'node:path';
import { CairnError } from '../../model/errors.ts';
import type { Work } from '../work/work.ts';
import { isDirty, keepChanges, keepTip } from './backup.ts';
import { listBackups } from './backups.ts';
import { findCommon, settle } from './findings.ts';
import { look } from './inspect.ts';
import { bringBack, checkOut, setAside } from './move.ts';
import { oneLine } from './oneLine.ts';
import { isThere } from './operations.ts';
import { localRef, readRefs } from './refs.ts';
import type { ActOptions, Backup, Restored } from './types.ts';

/**
 * Makes branch, index and working tree as they were when a backup was made. What is here now is backed up first. A
 * backup of a branch at the remote comes back as no branch: its commit is checked out detached.
 * @throws CairnError 'not-found', 'pairing-blocked' while git is in the middle of something or the branch is checked
 *   out elsewhere, 'pairing-conflict' where an ignored file is in the way; all is as it was then
 */
export async function restoreBackup(work: Work, ref: string, options: ActOptions = {}): Promise<Restored> {
  const backup = (await listBackups(work)).find((one) => one.ref === ref);
  if (!backup)
    throw new CairnError('not-found', 'This backup is no longer there. Choose another one.', { detail: ref });
  const { state, status } = await look(work, {});
  const found = findCommon(state, { remote: false, identity: false });
  settle(
    found.filter(({ obstacle }) => obstacle !== 'protected-branch'),
    options.decisions,
  );
  const branch = backup.branch === null || backup.what === 'fetch' ? null : backup.branch;
  const there =
    branch === null ? undefined : (await readRefs(work, [localRef(branch)])).get(localRef(branch));
  if (there?.elsewhere) {
    throw new CairnError(
      'pairing-blocked',
      'The branch of this backup is checked out in another working tree. Go on there, or check out another branch there.',
      {
        detail: 'elsewhere',
      },
    );
  }
  await checkWay(work, backup);

  const backups: string[] = [];
  const keep = async (of: string | null, oid: string) =>
    void backups.push(await keepTip(work, { what: 'restore', branch: of, oid }));
  if (there && there.oid !== backup.commit) await keep(branch, there.oid);
  const head = state.head as string;
  if (state.branch === null && head !== backup.commit) await keep(null, head);
  let kept: string | null = null;
  if (isDirty(status)) {
    const { ref: own, ...rest } = await keepChanges(work, status, 'restore');
    backups.push(own);
    await setAside(work, head, { ...rest, what: 'restore' });
    kept = own;
  }
  let hasMoved = false;
  try {
    const clean = { ...status, staged: [], unstaged: [], untracked: [], deleted: [], unindexed: [] };
    if (state.branch !== branch || head !== backup.commit) {
      await checkOut(work, { branch, start: backup.commit, from: clean });
      hasMoved = true;
    }
    if (backup.isDirty) await bringBack(work, backup.commit, backup.kept);
  } catch (error) {
    if (hasMoved) {
      await checkOut(work, { branch: state.branch, start: head, from: status });
      if (branch !== null && branch !== state.branch) {
        const back = there ? [localRef(branch), there.oid] : ['-d', localRef(branch)];
        await work.change(['update-ref', ...back]);
      }
    }
    if (kept) await bringBack(work, head, kept);
    throw error;
  }
  return { branch, commit: backup.commit, backups };
}

/** Files that the backup would bring must not write over ignored ones, which no backup has. */
async function checkWay(work: Work, { commit, kept, isDirty: hasChanges }: Backup): Promise<void> {
  if (!hasChanges) return;
  const { stdout } = await work.read([
    ...[
      'diff-tree',
      '-r',
      '-z',
      '--no-renames',
      '--diff-filter=A',
      '--name-only',
      '--end-of-options',
      commit,
      kept,
    ],
  ]);
  const paths = stdout
    .toString('utf8')
    .split('\0')
    .filter((path) => path !== '');
  const here = await Promise.all(paths.map((path) => isThere(join(work.folder, path))));
  // Begun like this, no path is taken for one of git's patterns, which this command cannot switch off.
  const input = paths.flatMap((path, at) => (here[at] ? [`./${path}\0`] : [])).join('');
  if (input === '') return;
  const env = { GIT_LITERAL_PATHSPECS: '0' };
  // Tracked files are not listed.
  const ran = await work.read(['check-ignore', '-z', '--stdin'], { input, env, codes: [0, 1] });
  const first = (ran.stdout.toString('utf8').split('\0')[0] ?? '').slice(2);
  if (first === '') return;
  throw new CairnError(
    'pairing-conflict',
    `An ignored file is in the way of one in the backup: ${oneLine(first, 200)}. Move it elsewhere, then try again. Nothing has changed.`,
    { detail: first },
  );
}
