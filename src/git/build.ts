import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readLocal } from './disk.ts';
import { committer, type Where } from './environment.ts';
import type { Git } from './git.ts';
import type { Own } from './own.ts';
import { scratchOf } from './repository.ts';
import type { Shared } from './shared.ts';
import { folderMode, formatTree, objectId, type TreeEntry, withEntries } from './tree.ts';

/** What a space's folder holds that is this clone's alone. */
const ignored = '.writer-id\n.writer-id.new\n.lock*\n.sync-lock*\n';

/** Writes the space's `.gitignore` where there is none. */
export async function putIgnore(where: Where): Promise<void> {
  try {
    await writeFile(path.join(where.cwd, '.gitignore'), ignored, { flag: 'wx' });
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'EEXIST') throw error;
  }
}

/**
 * Builds a commit upon the remote's: its tree with the own writer's files as they are here, and with what others'
 * the remote has lost. Everything else of the tree stays as it is, byte for byte.
 * @returns the commit; `null` where the remote has all of it
 */
export async function buildCommit(
  git: Git,
  where: Where,
  shared: Shared,
  own: Own,
  putBack: ReadonlyMap<string, ReadonlyMap<string, string>>,
): Promise<string | null> {
  const trees: Buffer[] = [];
  const keep = (entries: readonly TreeEntry[]) => {
    const bytes = formatTree(entries);
    trees.push(bytes);
    return { mode: folderMode, oid: objectId('tree', bytes, shared.oidLength) };
  };
  const files = (names: ReadonlyMap<string, string>) =>
    new Map([...names].map(([name, oid]) => [name, { mode: '100644', oid }] as const));

  const writers = new Map<string, { mode: string; oid: string }>();
  if (own.writer !== null && own.files.size > 0)
    writers.set(own.writer, keep(withEntries([], files(own.files))));
  for (const [writer, names] of putBack) {
    writers.set(writer, keep(withEntries(shared.writers.get(writer)?.entries ?? [], files(names))));
  }
  const changes = new Map<string, { mode: string; oid: string }>();
  if (writers.size > 0) changes.set('journal', keep(withEntries(shared.journal, writers)));
  if (shared.commit === null) {
    await putIgnore(where);
    // Not from their paths: a link could stand there.
    const contents = {
      'space.json': await readLocal(path.join(where.cwd, 'space.json')),
      '.gitignore': ignored,
    };
    for (const [name, input] of Object.entries(contents)) {
      const { stdout } = await git.local(where, ['hash-object', '-w', '--no-filters', '--stdin'], { input });
      changes.set(name, { mode: '100644', oid: stdout.toString().trim() });
    }
  }
  const root = keep(withEntries(shared.root, changes));
  if (root.oid === shared.tree) return null;

  await keepTrees(git, where, trees);
  const parents = shared.commit === null ? [] : ['-p', shared.commit];
  const { stdout } = await git.local(where, ['commit-tree', root.oid, ...parents], {
    input: 'Sync\n',
    env: committer(Date.now()),
  });
  return stdout.toString().trim();
}

/** Puts trees into the repository as they are; git's own checks would refuse what strangers put beside ours. */
async function keepTrees(git: Git, where: Where, trees: readonly Buffer[]): Promise<void> {
  const folder = scratchOf(where);
  await mkdir(folder, { recursive: true });
  const files: string[] = [];
  try {
    for (const bytes of trees) {
      const file = path.join(folder, randomUUID());
      files.push(file);
      await writeFile(file, bytes);
    }
    await git.local(
      where,
      ['hash-object', '-t', 'tree', '-w', '--literally', '--no-filters', '--stdin-paths'],
      {
        input: files.map((file) => `.git/cairn/${path.basename(file)}\n`).join(''),
        limit: 64 * 1024 * 1024,
      },
    );
  } finally {
    for (const file of files) await rm(file, { force: true });
  }
}
