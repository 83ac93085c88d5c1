import { type LocalFile, largestFile, listJournal, oidOf, readLocal } from './disk.ts';
import type { Git } from './git.ts';
import { countNews } from './lines.ts';
import { Objects } from './objects.ts';
import { lastSeen, whereOf } from './repository.ts';
import { remoteInSettings } from './settings.ts';
import { parseTree } from './tree.ts';
import type { SpaceClone } from './types.ts';

/**
 * How many own events the remote does not have yet, as far as the last sync knows; erased lines that it still has
 * in full count, too. 0 for a space that is not shared. No network.
 */
export async function waiting(git: Git, clone: SpaceClone): Promise<number> {
  if (!(await remoteInSettings(git, clone.folder))) return 0;
  const writer = await clone.hold(() => clone.writer());
  if (writer === null) return 0;
  const local = (await listJournal(clone.folder, writer)).writers.get(writer) ?? new Map<string, LocalFile>();
  const objects = new Objects(git, whereOf(clone.folder));
  try {
    const tree = await objects.read(`${lastSeen}:journal/${writer}`);
    const oidLength = (tree?.oid.length ?? 40) / 2;
    const entries = tree?.type === 'tree' ? parseTree(tree.bytes, oidLength) : [];
    const remote = new Map(entries.map(({ name, oid }) => [name, oid]));
    let count = 0;
    for (const [name, file] of local) {
      const oid = remote.get(name);
      if (oid === (await oidOf(file, oidLength))) continue;
      const isReadable =
        oid !== undefined && ((await objects.find([oid])).get(oid)?.size ?? Infinity) <= largestFile;
      const there = isReadable ? ((await objects.read(oid))?.bytes ?? null) : null;
      count += countNews(await readLocal(file.file), there);
    }
    return count;
  } finally {
    objects.close();
  }
}
