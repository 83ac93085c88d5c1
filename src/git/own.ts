import { rm } from 'node:fs/promises';
import { CairnError } from '../model/errors.ts';
import { type LocalFile, listJournal, oidOf, putFile, readLocal } from './disk.ts';
import type { Where } from './environment.ts';
import type { Git } from './git.ts';
import { countNews, fileOf, idsOf, isPrefix, type JournalLine, linesOf } from './lines.ts';
import type { Objects } from './objects.ts';
import { scratchOf } from './repository.ts';
import { readableFiles, type Shared } from './shared.ts';
import type { SpaceClone } from './types.ts';

/** The own writer's files as they shall stand at the remote. */
export type Own = {
  writer: string | null;
  /** Object ids by file name; the objects are in the repository. */
  files: Map<string, string>;
  /** Events that the remote lacks. */
  news: number;
  /** The remote holds events under this writer's id that are not here: another clone writes under the same id. */
  isTaken: boolean;
};

/** Reads the own files and puts them into the repository, while no window appends. */
export function readOwn(
  git: Git,
  where: Where,
  clone: SpaceClone,
  shared: Shared,
  objects: Objects,
): Promise<Own> {
  return clone.hold(async () => {
    const own: Own = { writer: await clone.writer(), files: new Map(), news: 0, isTaken: false };
    if (own.writer === null) return own;
    const local =
      (await listJournal(clone.folder, own.writer)).writers.get(own.writer) ?? new Map<string, LocalFile>();
    const remote = shared.writers.get(own.writer)?.files ?? new Map<string, string>();
    const changed: string[] = [];
    for (const [name, file] of local) {
      const oid = await oidOf(file, shared.oidLength);
      own.files.set(name, oid);
      if (remote.get(name) !== oid) changed.push(name);
    }
    const gone = [...remote.keys()].filter((name) => !local.has(name));
    if (changed.length === 0 && gone.length === 0) return own;

    const there = await readRemote(objects, own.writer, remote, [...changed, ...gone]);
    let isCertain = gone.length === 0;
    for (const name of changed) {
      const bytes = await readLocal((local.get(name) as LocalFile).file);
      own.news += countNews(bytes, there.get(name) ?? null);
      isCertain &&= isPrefix(there.get(name) ?? Buffer.alloc(0), bytes);
    }
    if (!isCertain) {
      const here = idsOf(await Promise.all([...local.values()].map(({ file }) => readLocal(file))));
      own.isTaken = [...idsOf(there.values())].some((id) => !here.has(id));
    }
    if (!own.isTaken) await keepObjects(git, where, own, changed);
    return own;
  });
}

/** Files' contents become objects; no filter, attribute or line-end setting of anybody's touches them. */
async function keepObjects(git: Git, where: Where, own: Own, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  const oids = await hashFiles(
    git,
    where,
    names.map((name) => `journal/${own.writer}/${name}`),
  );
  for (const [index, name] of names.entries()) own.files.set(name, oids[index] as string);
}

/** @param files relative to the space's folder; names of journal files, which need no quoting */
export async function hashFiles(git: Git, where: Where, files: readonly string[]): Promise<string[]> {
  const { stdout } = await git.local(where, ['hash-object', '-w', '--no-filters', '--stdin-paths'], {
    input: `${files.join('\n')}\n`,
    limit: 64 * 1024 * 1024,
  });
  const oids = stdout.toString('latin1').trim().split('\n');
  if (oids.length === files.length) return oids;
  throw new CairnError('git-failed', 'git did not read all files of the space. Sync again.');
}

async function readRemote(
  objects: Objects,
  writer: string,
  files: ReadonlyMap<string, string>,
  names: readonly string[],
): Promise<Map<string, Buffer>> {
  const wanted = names.flatMap((name) => {
    const oid = files.get(name);
    return oid === undefined ? [] : [{ name, where: `journal/${writer}/${name}`, oid }];
  });
  const readable = await readableFiles(objects, wanted, []);
  const found = new Map<string, Buffer>();
  for (const { name, oid } of wanted) {
    const object = readable.has(oid) ? await objects.read(oid) : null;
    if (object) found.set(name, object.bytes);
  }
  return found;
}

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
