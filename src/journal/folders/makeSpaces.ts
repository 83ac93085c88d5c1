import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { NewEvent } from '../../model/events.ts';
import { unwritable } from '../disk/files.ts';
import { Space } from '../space.ts';
import { writeInfo } from './spaceInfo.ts';
import { folderOf, newInfo, reserveSlug, spacesFolder } from './spaces.ts';

/** A space that is to be made, and what is said in it first. */
export type SpacePlan = { name: string; events: NewEvent[] };

/** What is not finished yet stands in a folder whose name begins so: it is no space. */
const unfinished = '.making-';
/** One this old was left behind, in milliseconds. */
const longestMake = 24 * 3600_000;

/**
 * Makes several spaces: all of them are there, with what is said in them first, or none. They are made whole beside the
 * others and then put in their places, so that a window that dies leaves nothing half made.
 * @returns their slugs, in the order of the plans
 * @throws CairnError 'invalid-argument' for a name of nothing but spaces, 'journal-unwritable'
 */
export async function makeSpaces(
  dataFolder: string,
  plans: readonly SpacePlan[],
  author: () => string,
): Promise<string[]> {
  const spaces = spacesFolder(dataFolder);
  const staging = path.join(spaces, `${unfinished}${randomBytes(6).toString('hex')}`);
  const placed: string[] = [];
  let reserved: string | null = null;
  try {
    await fs.promises.mkdir(staging, { recursive: true });
    await sweep(spaces);
    for (const [i, plan] of plans.entries()) await make(path.join(staging, String(i)), plan, author);
    for (const [i, { name }] of plans.entries()) {
      reserved = await reserveSlug(dataFolder, name);
      const [slug, folder] = [reserved, folderOf(dataFolder, reserved)];
      // Windows renames to nothing that is there.
      await fs.promises.rmdir(folder);
      // From here on it is free: what stands there then is another window's.
      reserved = null;
      await fs.promises.rename(path.join(staging, String(i)), folder);
      placed.push(slug);
    }
    return placed;
  } catch (error) {
    if (reserved !== null) await fs.promises.rmdir(folderOf(dataFolder, reserved)).catch(() => {});
    for (const slug of placed) await remove(folderOf(dataFolder, slug));
    throw unwritable(error, spaces);
  } finally {
    await remove(staging);
  }
}

async function make(folder: string, { name, events }: SpacePlan, author: () => string): Promise<void> {
  await fs.promises.mkdir(folder);
  await writeInfo(folder, newInfo(name));
  const space = await Space.open({ folder, privateFolder: `${folder}-private`, author });
  try {
    await space.perform(events);
  } finally {
    space.dispose();
  }
}

/** What a window that died left behind. */
async function sweep(spaces: string): Promise<void> {
  for (const name of await fs.promises.readdir(spaces)) {
    if (!name.startsWith(unfinished)) continue;
    const old = path.join(spaces, name);
    const { mtimeMs } = await fs.promises.stat(old).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > longestMake) await remove(old);
  }
}

const remove = (folder: string) =>
  fs.promises.rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => {});
