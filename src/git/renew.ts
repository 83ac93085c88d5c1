import { rm } from 'node:fs/promises';
import { type LocalFile, listJournal, putFile, readLocal } from './disk.ts';
import type { Where } from './environment.ts';
import { fileOf, type JournalLine, linesOf } from './lines.ts';
import type { Objects } from './objects.ts';
import { readRemote } from './own.ts';
import { scratchOf } from './repository.ts';
import type { Shared } from './shared.ts';
import type { SpaceClone } from './types.ts';

/**
 * Takes a new writer id, since another clone writes under this one (a restored disk, a copied home). What the remote
 * has stays under the old id; lines that it lacks move into the new writer's files.
 * @returns old files in which lines are erased here and not at the remote: they shall go there, by path
 */
export function renew(
  where: Where,
  clone: SpaceClone,
  shared: Shared,
  objects: Objects,
): Promise<Map<string, Buffer>> {
  return clone.hold(async () => {
    const erased = new Map<string, Buffer>();
    const old = await clone.writer();
    const remote = old === null ? undefined : shared.writers.get(old)?.files;
    if (old === null || !remote) return erased;
    const local = (await listJournal(clone.folder, old)).writers.get(old) ?? new Map<string, LocalFile>();
    const there = await readRemote(objects, old, remote, [...remote.keys()]);
    const known = new Set([...there.values()].flatMap((bytes) => linesOf(bytes)).map(keyOf));
    const erasedHere = new Map<string, JournalLine>();
    const fresh = await clone.renewWriter();
    const scratch = scratchOf(where);
    for (const [name, { file }] of local) {
      const lines = linesOf(await readLocal(file));
      for (const line of lines) if (line.id !== null && line.isErased) erasedHere.set(line.id, line);
      const moved = lines.filter((line) => !known.has(keyOf(line)));
      if (moved.length > 0)
        await putFile(clone.folder, `journal/${fresh}/${name}`, fileOf(moved), scratch, true);
    }
    for (const [name, bytes] of there) {
      const lines = linesOf(bytes);
      const isStale = lines.some(({ id, isErased }) => id !== null && !isErased && erasedHere.has(id));
      const kept = isStale
        ? fileOf(lines.map((line) => (line.id !== null && erasedHere.get(line.id)) || line))
        : bytes;
      await putFile(clone.folder, `journal/${old}/${name}`, kept, scratch, true);
      if (isStale) erased.set(`journal/${old}/${name}`, kept);
    }
    for (const [name, { file }] of local) {
      if (!remote.has(name)) await rm(file, { force: true });
    }
    return erased;
  });
}

function keyOf({ id, bytes }: JournalLine): string {
  return id === null ? `torn ${bytes.toString('latin1')}` : `id ${id}`;
}
