import fs from 'node:fs';
import path from 'node:path';
import { CairnError } from '../../model/errors.ts';
import { remotesInConfig } from '../../model/remotes.ts';
import { codeOf, unwritable } from '../disk/files.ts';
import { newId } from '../id.ts';
import { plainName, readInfo, readText, type SpaceInfo, writeInfo } from './spaceInfo.ts';

export { infoFile, readInfo, type SpaceInfo } from './spaceInfo.ts';

/** What a space's folder may be called: one name on every system, in whatever case. */
export const slugPattern = /^[a-z0-9_-](?:[a-z0-9._-]{0,148}[a-z0-9_-])?$/;
/** Devices that Windows finds under these names in every folder. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/;
/** The space that everybody has: nobody else's takes its name. */
export const ownSlug = 'personal';

/** A space on this machine. */
export type SpaceEntry = {
  slug: string;
  folder: string;
  /** Its name, or the folder's where it has none (yet). */
  name: string;
  /** ULID; `null` for a space that was never shared and not made by `createSpace`, and for a damaged `space.json`. */
  id: string | null;
  isShared: boolean;
  /** Address of the git remote, `null` where it is not shared. */
  remote: string | null;
  /** Why its `space.json` cannot be read, in words for people. */
  problem: string | null;
};

export const spacesFolder = (dataFolder: string) => path.join(dataFolder, 'spaces');
export const folderOf = (dataFolder: string, slug: string) => path.join(spacesFolder(dataFolder), slug);

/** Whether a folder can have this name everywhere. */
export const isSlug = (slug: string) => slugPattern.test(slug) && !devices.test(slug);

/** A folder name for a space called `name`; not yet unique. */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .slice(0, 60)
    .replace(/^[.-]+|[.-]+$/g, '');
  if (plain === '') return 'space';
  return isSlug(plain) ? plain : `space-${plain}`;
}

/**
 * Makes a folder that no other space has or had: beside the spaces, private journals and backups are looked at, so
 * that a new space finds nobody's words in its place.
 * @returns its slug; the folder is there and empty
 * @throws CairnError 'journal-unwritable'
 */
export async function reserveSlug(dataFolder: string, name: string): Promise<string> {
  const spaces = spacesFolder(dataFolder);
  try {
    await fs.promises.mkdir(spaces, { recursive: true });
    const taken = new Set([ownSlug, ...(await namesIn(dataFolder))]);
    const wanted = slugOf(name);
    for (let count = 1; ; count++) {
      const slug = count === 1 ? wanted : `${wanted}-${count}`;
      if (taken.has(slug)) continue;
      try {
        await fs.promises.mkdir(path.join(spaces, slug));
        return slug;
      } catch (error) {
        if (codeOf(error) !== 'EEXIST') throw error;
      }
    }
  } catch (error) {
    throw unwritable(error, spaces);
  }
}

/**
 * Makes a space: its folder and its `space.json`, both on disk when this resolves.
 * @returns its slug
 * @throws CairnError 'invalid-argument' for a name of nothing but spaces, 'journal-unwritable'; then nothing is left
 */
export async function createSpace(dataFolder: string, name: string): Promise<string> {
  const info = newInfo(name);
  const slug = await reserveSlug(dataFolder, info.name);
  const folder = folderOf(dataFolder, slug);
  try {
    await writeInfo(folder, info);
  } catch (error) {
    await fs.promises.rmdir(folder).catch(() => {});
    throw unwritable(error, folder);
  }
  return slug;
}

/** Takes a space away that was just made here, and that nobody has written to. */
export async function discardSpace(dataFolder: string, slug: string): Promise<void> {
  await fs.promises.rm(folderOf(dataFolder, slug), { recursive: true, force: true }).catch(() => {});
}

/**
 * The identity of a space, given to it now where it has none: one that was never shared.
 * @throws CairnError 'bad-space' where there is one that cannot be read, 'journal-unwritable'
 */
export async function ensureInfo(folder: string, name: string): Promise<SpaceInfo> {
  const known = await readInfo(folder);
  if (known) return known;
  try {
    await fs.promises.mkdir(folder, { recursive: true });
    await writeInfo(folder, newInfo(name));
  } catch (error) {
    throw unwritable(error, folder);
  }
  // Another window may have been first.
  return (await readInfo(folder))!;
}

/** All spaces of a data folder, by name; a folder in which nothing was ever said is none. Never throws for one. */
export async function listSpaces(dataFolder: string): Promise<SpaceEntry[]> {
  const spaces = spacesFolder(dataFolder);
  const found = await fs.promises.readdir(spaces, { withFileTypes: true }).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return [];
    throw unwritable(error, spaces);
  });
  const entries = await Promise.all(
    found
      .filter((entry) => entry.isDirectory() && isSlug(entry.name))
      .map((entry) => entryOf(path.join(spaces, entry.name), entry.name)),
  );
  return entries
    .filter((entry) => entry !== null)
    .sort((a, b) => a.name.localeCompare(b.name) || (a.slug < b.slug ? -1 : 1));
}

async function entryOf(folder: string, slug: string): Promise<SpaceEntry | null> {
  let info: SpaceInfo | null = null;
  let problem: string | null = null;
  try {
    info = await readInfo(folder);
  } catch (error) {
    problem = error instanceof CairnError ? error.message : codeOf(error);
  }
  if (!info && !problem && !(await isFolder(path.join(folder, 'journal')))) return null;
  const remote = await remoteOf(folder);
  const isShared = remote !== null;
  return { slug, folder, name: info?.name ?? slug, id: info?.id ?? null, isShared, remote, problem };
}

/** Where a space is shared, `null` where it is not; from the text of its git configuration, without running git. */
export async function remoteOf(folder: string): Promise<string | null> {
  const git = path.join(folder, '.git');
  if (!(await isFolder(git))) return null;
  const config = await readText(path.join(git, 'config'), 64 * 1024).catch(() => null);
  return remotesInConfig(config ?? '')[0] ?? null;
}

/** No link to one. */
async function isFolder(folder: string): Promise<boolean> {
  return fs.promises.lstat(folder).then(
    (there) => there.isDirectory(),
    () => false,
  );
}

/** What stands in the places of spaces already, in lower case: a data folder may move to a disk that ignores it. */
async function namesIn(dataFolder: string): Promise<string[]> {
  const lists = await Promise.all(
    ['spaces', 'private', 'backups', 'snapshots'].map((name) =>
      fs.promises.readdir(path.join(dataFolder, name)).catch(() => [] as string[]),
    ),
  );
  return lists.flat().map((name) => name.toLowerCase().replace(/\.json$/, ''));
}

/**
 * The identity of a new space.
 * @throws CairnError 'invalid-argument' for a name of nothing but spaces
 */
export function newInfo(name: string): SpaceInfo {
  const shown = plainName(name);
  if (shown === '') throw new CairnError('invalid-argument', 'A space needs a name.');
  return { id: newId(), name: shown, createdAt: new Date().toISOString() };
}
