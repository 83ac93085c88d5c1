import { type LocalFile, listJournal, oidOf, putFile, readLocal } from './disk.ts';
import type { Where } from './environment.ts';
import type { Git } from './git.ts';
import { idsOf, settle } from './lines.ts';
import type { Objects } from './objects.ts';
import { hashFiles } from './own.ts';
import { scratchOf } from './repository.ts';
import { readableFiles, type Shared } from './shared.ts';
import { objectId } from './tree.ts';
import type { Skipped } from './types.ts';

/** What came from the remote, and what of other writers it lacks and is put back: object ids by writer and file. */
export type Others = { received: string[]; putBack: Map<string, Map<string, string>>; skipped: Skipped[] };

/**
 * Takes other writers' files out of the remote's commit, and finds what the remote has lost.
 * @param forced what shall stand at the remote whatever stands there, by path; it is on this disk already
 */
export async function takeOthers(
  git: Git,
  where: Where,
  shared: Shared,
  objects: Objects,
  own: string | null,
  forced: ReadonlyMap<string, Buffer> = new Map(),
): Promise<Others> {
  const space = where.cwd;
  const scratch = scratchOf(where);
  const { writers: local, odd } = await listJournal(space);
  const others: Others = { received: [], putBack: new Map(), skipped: [] };
  const back: string[] = [];
  const changed: { where: string; oid: string; file: LocalFile | undefined }[] = [];
  for (const writer of new Set([...shared.writers.keys(), ...local.keys()])) {
    if (writer === own || shared.unread.has(writer)) continue;
    const remote = shared.writers.get(writer)?.files;
    const here = local.get(writer);
    for (const name of new Set([...(remote?.keys() ?? []), ...(here?.keys() ?? [])])) {
      const at = `journal/${writer}/${name}`;
      const oid = remote?.get(name);
      const file = here?.get(name);
      if (odd.has(at) || odd.has(`journal/${writer}`)) others.skipped.push({ path: at, reason: 'local' });
      else if (oid === undefined) back.push(at);
      else if (file && (await oidOf(file, shared.oidLength)) === oid) continue;
      else if (file && (await isForced(at, file, shared.oidLength))) back.push(at);
      else changed.push({ where: at, oid, file });
    }
  }

  let ownIds: Promise<Set<string>> | undefined;
  const isElsewhere = async (id: string) => {
    ownIds ??= readIds(own === null ? undefined : local.get(own));
    return (await ownIds).has(id);
  };
  const readable = await readableFiles(objects, changed, others.skipped);
  for (const { where: at, oid, file } of changed) {
    const found = readable.has(oid) ? await objects.read(oid) : null;
    if (!found) continue;
    const right = file ? await settle(await readLocal(file.file), found.bytes, isElsewhere) : 'remote';
    if (right === 'local') {
      back.push(at);
      continue;
    }
    const isPut = await putFile(space, at, right === 'remote' ? found.bytes : right, scratch);
    if (!isPut) others.skipped.push({ path: at, reason: 'local' });
    else {
      others.received.push(at);
      if (right !== 'remote') back.push(at);
    }
  }
  const oids = back.length > 0 ? await hashFiles(git, where, back) : [];
  for (const [index, at] of back.entries()) {
    const [, writer = '', name = ''] = at.split('/');
    const files = others.putBack.get(writer) ?? new Map<string, string>();
    others.putBack.set(writer, files.set(name, oids[index] as string));
  }
  return others;

  async function isForced(at: string, file: LocalFile, oidLength: number): Promise<boolean> {
    const bytes = forced.get(at);
    return bytes !== undefined && objectId('blob', bytes, oidLength) === (await oidOf(file, oidLength));
  }
}

async function readIds(files: Map<string, LocalFile> | undefined): Promise<Set<string>> {
  return idsOf(await Promise.all([...(files?.values() ?? [])].map(({ file }) => readLocal(file))));
}
