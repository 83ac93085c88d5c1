import { CairnError } from '../model/errors.ts';
import { type LocalFile, listJournal, oidOf, readLocal } from './disk.ts';
import type { Where } from './environment.ts';
import type { Git } from './git.ts';
import { countNews, idsOf, isPrefix } from './lines.ts';
import type { Objects } from './objects.ts';
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

/** Files of the remote by name; those that are too large to be read are left out. */
export async function readRemote(
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
