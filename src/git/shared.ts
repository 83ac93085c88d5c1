import { CairnError } from '../model/errors.ts';
import { filePattern, type LocalJournal, largestFile, writerPattern } from './disk.ts';
import { readIdentity } from './identity.ts';
import type { Objects } from './objects.ts';
import { fileModes, folderMode, parseTree, type TreeEntry } from './tree.ts';
import type { Skipped, SkipReason, SpaceIdentity } from './types.ts';

/** A writer's folder at the remote: all of its entries, and the ones that are files of a journal, by name. */
export type SharedWriter = { entries: TreeEntry[]; files: Map<string, string> };

/** What a commit of the remote holds; nothing of it was written to the disk. */
export type Shared = {
  /** `null` where the remote has no branch (an empty remote). */
  commit: string | null;
  /** Bytes of an object's id. */
  oidLength: number;
  /** The id of the root tree. */
  tree: string | null;
  root: TreeEntry[];
  journal: TreeEntry[];
  writers: Map<string, SharedWriter>;
  /** Writers whose folder at the remote is too large to be read: nothing is known of what is in there. */
  unread: Set<string>;
  /** `null` where there is no space.json that can be read. */
  identity: SpaceIdentity | null;
  /** The bytes of space.json as they are there. */
  spaceFile: Buffer | null;
  skipped: Skipped[];
};

const mostWriters = 20_000;
const mostFiles = 2_000;
const largestTree = 16 * 1024 * 1024;
const largestWriter = 512 * 1024;
const largestSpaceFile = 64 * 1024;
const mostSkipped = 1000;
/** What people and servers put at the root of a repository; of no interest and no harm. */
const usual = /^(space\.json|\.gitignore|README(\.md)?|LICENSE(\.md|\.txt)?)$/;

/**
 * Looks at a commit of the remote by its trees alone, three levels deep, whatever is in them.
 * @param name what the commit is called here; `null` where the remote has none
 * @param here what is on this disk already: that is looked at however many others there are
 */
export async function readShared(
  objects: Objects,
  name: string | null,
  here: LocalJournal['writers'] = new Map(),
): Promise<Shared> {
  const commit = name === null ? null : await commitOf(objects, name);
  const shared: Shared = {
    commit,
    oidLength: commit?.length === 64 ? 32 : 20,
    tree: null,
    root: [],
    journal: [],
    writers: new Map(),
    unread: new Set(),
    identity: null,
    spaceFile: null,
    skipped: [],
  };
  if (commit === null) return shared;
  const skip = (name: string, reason: SkipReason) => {
    if (shared.skipped.length < mostSkipped) shared.skipped.push({ path: shown(name), reason });
  };
  const root = await readTree(objects, `${commit}^{tree}`, shared.oidLength);
  shared.tree = root.oid;
  shared.root = root.entries;
  for (const entry of root.entries) {
    if (entry.name === 'journal' && entry.mode === folderMode) {
      shared.journal = (await readTree(objects, entry.oid, shared.oidLength)).entries;
    } else if (entry.name === 'space.json' && fileModes.has(entry.mode)) {
      shared.spaceFile = await readSmall(objects, entry.oid);
      shared.identity = shared.spaceFile && readIdentity(shared.spaceFile);
    } else if (!usual.test(entry.name) || !fileModes.has(entry.mode)) {
      skip(entry.name, reasonOf(entry, 'path'));
    }
  }
  await readWriters(objects, shared, here, skip);
  return shared;
}

async function readWriters(
  objects: Objects,
  shared: Shared,
  here: LocalJournal['writers'],
  skip: (name: string, reason: SkipReason) => void,
): Promise<void> {
  const folders = shared.journal.filter((entry) => {
    const isWriter = writerPattern.test(entry.name) && entry.mode === folderMode;
    if (!isWriter)
      skip(`journal/${entry.name}`, reasonOf(entry, writerPattern.test(entry.name) ? 'folder' : 'path'));
    return isWriter;
  });
  const heads = await objects.find(folders.map(({ oid }) => oid));
  const wanted = new Map<string, string>();
  for (const { name: writer, oid } of folders) {
    const head = heads.get(oid);
    if (wanted.has(writer) || head?.type !== 'tree') skip(`journal/${writer}`, 'folder');
    else if (head.size > largestWriter) {
      shared.unread.add(writer);
      skip(`journal/${writer}`, 'large');
    } else if (wanted.size >= mostWriters && !here.has(writer)) skip(`journal/${writer}`, 'many');
    else wanted.set(writer, oid);
  }
  // Some at a time, since each may be large and they may be many.
  const writers = [...wanted];
  for (let at = 0; at < writers.length; at += 100) {
    const some = writers.slice(at, at + 100);
    const trees = await objects.readAll(some.map(([, oid]) => oid));
    for (const [index, [writer]] of some.entries()) {
      const tree = trees[index];
      if (tree) readWriter(shared, writer, parseTree(tree.bytes, shared.oidLength), here.get(writer), skip);
    }
  }
}

function readWriter(
  shared: Shared,
  writer: string,
  entries: TreeEntry[],
  here: ReadonlyMap<string, unknown> | undefined,
  skip: (name: string, reason: SkipReason) => void,
): void {
  const files = new Map<string, string>();
  for (const entry of entries) {
    const where = `journal/${writer}/${entry.name}`;
    if (!filePattern.test(entry.name)) skip(where, reasonOf(entry, 'path'));
    else if (!fileModes.has(entry.mode) || files.has(entry.name)) skip(where, reasonOf(entry, 'folder'));
    else if (files.size >= mostFiles && !here?.has(entry.name)) skip(where, 'many');
    else files.set(entry.name, entry.oid);
  }
  shared.writers.set(writer, { entries, files });
}

/** Which of these objects are blobs of a size that is read; the others are told of. */
export async function readableFiles(
  objects: Objects,
  wanted: readonly { where: string; oid: string }[],
  skipped: Skipped[],
): Promise<Set<string>> {
  const heads = await objects.find([...new Set(wanted.map(({ oid }) => oid))]);
  const readable = new Set<string>();
  for (const { where, oid } of wanted) {
    const size = heads.get(oid);
    if (size?.type === 'blob' && size.size <= largestFile) readable.add(oid);
    else if (skipped.length < mostSkipped) {
      skipped.push({ path: shown(where), reason: size?.type === 'blob' ? 'large' : 'folder' });
    }
  }
  return readable;
}

async function commitOf(objects: Objects, name: string): Promise<string> {
  const head = (await objects.find([`${name}^{commit}`])).get(`${name}^{commit}`);
  if (head) return head.oid;
  throw new CairnError('not-a-space', 'What is at the remote is no space of Cairn: its branch is no commit.');
}

async function readTree(objects: Objects, name: string, oidLength: number) {
  const size = (await objects.find([name])).get(name);
  const found = size?.type === 'tree' && size.size <= largestTree ? await objects.read(name) : null;
  if (!found) {
    throw new CairnError(
      'not-a-space',
      'What is at the remote is no space of Cairn: its folders cannot be read.',
    );
  }
  return { oid: found.oid, entries: parseTree(found.bytes, oidLength) };
}

async function readSmall(objects: Objects, oid: string): Promise<Buffer | null> {
  const size = (await objects.find([oid])).get(oid);
  if (size?.type !== 'blob' || size.size > largestSpaceFile) return null;
  return (await objects.read(oid))?.bytes ?? null;
}

function reasonOf({ mode }: TreeEntry, otherwise: SkipReason): SkipReason {
  if (mode === '120000') return 'link';
  if (mode === '160000') return 'submodule';
  return otherwise;
}

/** A stranger's path as it may be shown. */
function shown(name: string): string {
  const text = Buffer.from(name, 'latin1').toString('utf8');
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '�').slice(0, 300);
}
