import { join } from 'node:path';
import { committer } from '../environment.ts';
import type { Work } from '../work/work.ts';
import { addPaths, type Draft, draftIndex, dropDraft, writeTree } from './draftIndex.ts';
import { isThere } from './operations.ts';
import type { Status } from './status.ts';

export const backupFolder = 'refs/cairn/backup/';
/** How a backup of uncommitted changes begins its message. */
export const dirtySubject = 'Cairn: uncommitted changes';
/** What stands for a branch where there was none: git lets no branch be called so. */
export const detachedName = 'HEAD';

type Kept = {
  /** The act that makes it necessary. */
  what: string;
  /** `null`: HEAD was detached. */
  branch: string | null;
  oid: string;
};

/**
 * Names a commit under refs/cairn/backup, so that git never tidies it away.
 * @returns the full name of the ref
 */
export async function keepTip(work: Work, { what, branch, oid }: Kept): Promise<string> {
  const time = new Date(work.now()).toISOString().replace(/[-:]|\.\d+Z$/g, '');
  for (let attempt = 0; ; attempt++) {
    // Two in a second, or one branch that is the folder of another.
    const name = `${time}-${what}${attempt === 0 ? '' : `-${attempt + 1}`}`;
    const ref = `${backupFolder}${name}/${branch ?? detachedName}`;
    const ran = await work.change(['update-ref', '--stdin', '-z'], {
      input: `create ${ref}\0${oid}\0`,
      codes: attempt < 20 ? [0, 128] : [0],
    });
    if (ran.code === 0) return ref;
  }
}

/**
 * Keeps what is not committed as a commit under refs/cairn/backup: its tree is the working tree, untracked files
 * included and ignored ones left out; its parents are HEAD and a commit of the index.
 * @returns the ref, and a draft of the index that holds the whole tree, for who goes on from here
 */
export async function keepChanges(
  work: Work,
  status: Status,
  what: string,
): Promise<{ ref: string; tree: string; draft: Draft }> {
  const head = status.head as string;
  const draft = await draftIndex(work);
  try {
    const index = await writeTree(work, draft.env);
    const paths = [...status.unstaged, ...status.untracked, ...(await ignoredAgain(work, status))];
    await addPaths(work, draft, paths, status.deleted);
    const tree = await writeTree(work, draft.env);
    const env = committer(work.now());
    const make = async (of: string, parents: string[], message: string) =>
      (
        await work.change(['commit-tree', ...parents.flatMap((oid) => ['-p', oid]), '-F', '-', of], {
          env,
          input: `${message}\n`,
        })
      ).stdout
        .toString()
        .trim();
    const staged = await make(index, [head], 'Cairn: the index');
    const commit = await make(tree, [head, staged], `${dirtySubject} before ${what}`);
    return { ref: await keepTip(work, { what, branch: status.branch, oid: commit }), tree, draft };
  } catch (error) {
    await dropDraft(draft);
    throw error;
  }
}

/** Staged as deleted, and still there: ignored by now, yet in the way of what HEAD has in the same place. */
async function ignoredAgain(work: Work, { unindexed, untracked }: Status): Promise<string[]> {
  const known = new Set(untracked);
  const there = await Promise.all(
    unindexed.map(async (path) =>
      !known.has(path) && (await isThere(join(work.folder, path))) ? [path] : [],
    ),
  );
  return there.flat();
}

export function isDirty({
  staged,
  unstaged,
  untracked,
}: Pick<Status, 'staged' | 'unstaged' | 'untracked'>): boolean {
  return staged.length + unstaged.length + untracked.length > 0;
}
