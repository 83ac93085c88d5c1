import fs from 'node:fs';
import path from 'node:path';
import { CairnError } from '../../model/errors.ts';
import { mergeLines } from '../backup/mergeLines.ts';
import { codeOf, syncFolder, syncPath } from '../disk/files.ts';
import { withLock } from '../disk/lock.ts';
import {
  copyFile,
  hashOf,
  type MoveFiles,
  removeEmpty,
  removeTree,
  removeUnfinished,
  stampOf,
  syncTree,
  type TreeFile,
  treeFiles,
} from './copyTree.ts';
import { isSlug } from './spaces.ts';

export type MoveOptions = {
  files?: MoveFiles;
  /** Runs `work` while nothing is synced into or out of this space; left out where nothing can be. */
  whileNotSynced?: <T>(space: string, work: () => Promise<T>) => Promise<T>;
  /** Told which space comes next, and how many there are. */
  onProgress?: (done: number, total: number) => void;
  signal?: AbortSignal;
};

export type MoveReport = {
  /** Spaces that are in the new folder now, by folder name. */
  moved: string[];
  /** Spaces that both folders had: each was left as it is. */
  kept: string[];
  /** Files that could not be taken along, by their path: links, or what has changed in both places. */
  left: string[];
};

/** What belongs to a space, by the folder that it stands in; the space itself comes last, when all else is there. */
const kinds = ['backups', 'private', 'drafts', 'spaces'] as const;
/** In a folder that came from another data folder: from which. Local, as all that begins with a dot there. */
const marker = '.moved-from';
const staging = '.moving-';
/** File systems tell times in steps of up to two seconds. */
const clockStep = 2;
/** What each place has for itself, or can make anew. */
const own = /^(?:\.writer-id|\.gitignore|\.moved-from|\.git\/.*)$/;

/** Whether there is anything in a data folder that a move would take along. */
export async function holdsData(dataFolder: string): Promise<boolean> {
  return (await slugsIn(fs.promises, dataFolder)).length > 0;
}

/**
 * Brings every space with its private journal, drafts and backups into another data folder: copied, read again and synced
 * there. Nothing in the old folder changes. Nothing in the new one is written over: a space that is there already stays,
 * unless it came from this old folder before (a move that was cut off); then what it lacks is added.
 * @throws CairnError 'bad-data-folder' where one lies in the other's spaces, 'journal-unwritable', 'cancelled'
 */
export function copyData(from: string, to: string, options: MoveOptions = {}): Promise<MoveReport> {
  return eachSpace(from, to, false, options);
}

/**
 * Removes from the old folder what is in the new one, once more with what was written there since it was copied. Call it
 * when no window works in the old folder any more, and again later: one that slept may have written there after all.
 * @throws as `copyData`
 */
export function leaveData(from: string, to: string, options: MoveOptions = {}): Promise<MoveReport> {
  return eachSpace(from, to, true, options);
}

async function eachSpace(
  from: string,
  to: string,
  isLeaving: boolean,
  options: MoveOptions,
): Promise<MoveReport> {
  const { files = fs.promises, whileNotSynced = (_, work) => work(), signal } = options;
  const report: MoveReport = { moved: [], kept: [], left: [] };
  try {
    await checkPlaces(files, from, to);
    const slugs = await slugsIn(files, from);
    for (const [done, slug] of slugs.entries()) {
      options.onProgress?.(done, slugs.length);
      signal?.throwIfAborted();
      const space = path.join(from, 'spaces', slug);
      // In the order in which a backup takes them.
      const places = kinds.map((kind) => path.join(from, kind, slug));
      const move = () => locked(files, [places[0]!, space, places[1]!], () => one(slug));
      await ((await isFolder(files, space)) ? whileNotSynced(space, move) : move());
      if (isLeaving) for (const kind of kinds) await removeEmpty(files, path.join(from, kind, slug));
    }
    if (isLeaving) for (const kind of kinds) await files.rmdir(path.join(from, kind)).catch(() => {});
  } catch (error) {
    throw said(error, to, signal);
  }
  return report;

  async function one(slug: string): Promise<void> {
    const here = [];
    for (const kind of kinds) if (await isFolder(files, path.join(from, kind, slug))) here.push(kind);
    for (const kind of kinds) {
      const there = path.join(to, kind, slug);
      if (!(await isThere(files, there)) || (await cameFrom(files, there, from))) continue;
      report.kept.push(slug);
      return;
    }
    for (const kind of here) {
      const left: string[] = [];
      const taken = await take(files, path.join(from, kind, slug), path.join(to, kind, slug), from, left);
      if (isLeaving) await removeTaken(files, path.join(from, kind, slug), taken, left);
      report.left.push(...left.map((name) => path.join(from, kind, slug, name)));
    }
    if (isLeaving) await files.unlink(path.join(from, 'snapshots', `${slug}.json`)).catch(() => {});
    report.moved.push(slug);
  }
}

/** Brings one folder to where it is to be. @returns the files that are there now, with everything that they held */
async function take(
  files: MoveFiles,
  from: string,
  to: string,
  data: string,
  left: string[],
): Promise<TreeFile[]> {
  const found = await treeFiles(files, from, (name) => left.push(name));
  if (await isThere(files, to)) return merge(files, from, to, found, left);
  const parent = path.dirname(to);
  await files.mkdir(parent, { recursive: true });
  const stage = path.join(parent, `${staging}${path.basename(to)}`);
  const begun = Date.now() / 1000 - clockStep;
  await removeTree(files, stage);
  try {
    await files.mkdir(stage);
    for (const { name } of found) {
      if (name === marker) continue;
      await files.mkdir(path.dirname(path.join(stage, name)), { recursive: true });
      await copyFile(files, path.join(from, name), path.join(stage, name));
    }
    const handle = await files.open(path.join(stage, marker), 'wx', 0o600);
    try {
      await handle.writeFile(data);
      await handle.sync();
    } finally {
      await handle.close();
    }
    // Says what was there when the copy began: see `wasSent`.
    await files.lutimes(path.join(stage, marker), begun, begun);
    await syncTree(files, stage);
    // Somebody else's folder, made meanwhile, stays: it is not empty.
    await files.rename(stage, to);
    await syncPath(files, parent);
  } catch (error) {
    await removeTree(files, stage).catch(() => {});
    throw error;
  }
  return found;
}

/** Adds what the new folder lacks to it. */
async function merge(
  files: MoveFiles,
  from: string,
  to: string,
  found: TreeFile[],
  left: string[],
): Promise<TreeFile[]> {
  const taken: TreeFile[] = [];
  for (const file of found) {
    const [source, target] = [path.join(from, file.name), path.join(to, file.name)];
    const there = await files.lstat(target).catch(() => null);
    if (!there) {
      if (!own.test(file.name) && !(await wasSent(files, source, to))) {
        await files.mkdir(path.dirname(target), { recursive: true });
        const fresh = `${target}.new`;
        await files.unlink(fresh).catch(() => {});
        await copyFile(files, source, fresh);
        await files.rename(fresh, target);
        await syncPath(files, path.dirname(target));
      }
    } else if (!own.test(file.name) && !(await isSame(files, source, target))) {
      const isJournal = there.isFile() && /^journal\/.*\.jsonl$/.test(file.name);
      if (!isJournal) {
        left.push(file.name);
        continue;
      }
      await withLock(files, path.join(to, '.lock'), () => mergeLines(files, source, target));
    }
    taken.push(file);
  }
  return taken;
}

/** Whether it is a draft that was copied before, and is no longer in the new folder since it was sent there. */
async function wasSent(files: MoveFiles, source: string, to: string): Promise<boolean> {
  if (path.basename(path.dirname(to)) !== 'drafts') return false;
  const [draft, copied] = [await files.lstat(source), await files.lstat(path.join(to, marker))];
  return draft.mtimeMs < copied.mtimeMs;
}

/** Removes what is in the new folder by now, and nothing that has changed since it was read. */
async function removeTaken(
  files: MoveFiles,
  folder: string,
  taken: TreeFile[],
  left: string[],
): Promise<void> {
  // They are sorted, so that space.json goes last: until then the folder is still the space that it was.
  for (const { name, stamp } of taken) {
    const file = path.join(folder, name);
    if ((await stampOf(files, file).catch(() => '')) === stamp) await files.unlink(file);
    else left.push(name);
  }
  await removeUnfinished(files, folder);
  await syncFolder(files, folder);
}

/** Runs `work` while no window appends to the folders that are there. */
function locked<T>(files: MoveFiles, folders: string[], work: () => Promise<T>): Promise<T> {
  const [first, ...rest] = folders;
  if (first === undefined) return work();
  return isFolder(files, first).then((isThere) =>
    isThere
      ? withLock(files, path.join(first, '.lock'), () => locked(files, rest, work))
      : locked(files, rest, work),
  );
}

async function slugsIn(files: MoveFiles, dataFolder: string): Promise<string[]> {
  const slugs = new Set<string>();
  for (const kind of kinds) {
    const entries = await files
      .readdir(path.join(dataFolder, kind), { withFileTypes: true })
      .catch((error: unknown) => {
        if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return [];
        throw error;
      });
    for (const entry of entries) if (entry.isDirectory() && isSlug(entry.name)) slugs.add(entry.name);
  }
  return [...slugs].sort();
}

async function checkPlaces(files: MoveFiles, from: string, to: string): Promise<void> {
  await files.mkdir(to, { recursive: true });
  const [old, fresh] = await Promise.all([fs.promises.realpath(from), fs.promises.realpath(to)]);
  const isIn = (inner: string, outer: string) => !path.relative(outer, inner).startsWith('..');
  const inside = kinds.some((kind) => isIn(fresh, path.join(old, kind)) || isIn(old, path.join(fresh, kind)));
  if (old !== fresh && !inside) return;
  throw new CairnError(
    'bad-data-folder',
    `${to} lies in ${from}, or the other way round. Choose a folder beside it for cairn.dataFolder.`,
  );
}

const isSame = async (files: MoveFiles, one: string, other: string) =>
  (await hashOf(files, one)) === (await hashOf(files, other));

async function cameFrom(files: MoveFiles, folder: string, from: string): Promise<boolean> {
  return (await files.readFile(path.join(folder, marker), 'utf8').catch(() => null)) === from;
}

async function isThere(files: MoveFiles, folder: string): Promise<boolean> {
  const there = await files.lstat(folder).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  });
  return there !== null;
}

async function isFolder(files: MoveFiles, folder: string): Promise<boolean> {
  return (await files.lstat(folder).catch(() => null))?.isDirectory() ?? false;
}

function said(error: unknown, to: string, signal?: AbortSignal): unknown {
  if (signal?.aborted) return new CairnError('cancelled', 'The move was stopped; all is where it was.');
  const code = codeOf(error);
  if (error instanceof CairnError || code === '') return error;
  const why =
    code === 'ENOSPC' || code === 'EDQUOT'
      ? 'the disk is full'
      : ['EACCES', 'EPERM', 'EROFS'].includes(code)
        ? 'Cairn may not write there'
        : code;
  return new CairnError(
    'journal-unwritable',
    `Not all could be brought to ${to}: ${why}. Nothing is lost; what was not brought there is where it was.`,
    { detail: String(error), cause: error },
  );
}
