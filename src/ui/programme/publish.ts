import { promises as fs } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import * as vscode from 'vscode';
import { ensureInfo, readInfo } from '../../journal/folders/spaces.ts';
import { CairnError } from '../../model/errors.ts';
import { isSamePerson } from '../../model/fold.ts';
import { dayOf } from '../../model/isoDate.ts';
import type { Mentorship } from '../../model/state.ts';
import {
  mayPublish,
  missingAgreements,
  type PublishedSpace,
  publishedId,
  publishedOf,
} from '../../programme/shared/index.ts';
import type { Store } from '../store.ts';
import { programmeFolder, writeOwn } from './folder.ts';
import { forget, type KeptFile, publishedAs, remember } from './publishedFiles.ts';

export type PublishParts = {
  store: Pick<Store, 'records' | 'agreements' | 'sessions' | 'space'>;
  log: Pick<vscode.LogOutputChannel, 'info' | 'warn'>;
};
type PublishStore = PublishParts['store'];

/** Whether two names are one person's in this space. */
const sameIn =
  ({ records }: PublishStore) =>
  (one: string, other: string): boolean =>
    isSamePerson(records, one, other);

/** The mentorship, where it can be published at all. Throws CairnError 'not-found'. */
export function mentorshipToPublish({ records }: PublishStore): Mentorship {
  const { mentorship } = records;
  if (!mentorship)
    throw new CairnError(
      'not-found',
      vscode.l10n.t(
        'Nobody knows here who mentors whom: there is nothing to publish. “Cairn: Start Mentorship” begins.',
      ),
    );
  if (mentorship.group?.isCommon)
    throw new CairnError(
      'not-found',
      vscode.l10n.t(
        'This is the space that a group has in common. Each mentee’s own space is published by itself, where its people agree.',
      ),
    );
  return mentorship;
}

export const isPublishable = (store: PublishStore): boolean =>
  store.records.mentorship !== null &&
  store.records.mentorship.group?.isCommon !== true &&
  mayPublish(store.records.mentorship, store.agreements, sameIn(store));

/** Who has not agreed yet. */
export const missing = (store: PublishStore): string[] =>
  store.records.mentorship
    ? missingAgreements(store.records.mentorship, store.agreements, sameIn(store))
    : [];

/** What would be written now. */
export async function fileOf(store: PublishStore, now = new Date()): Promise<PublishedSpace> {
  const mentorship = mentorshipToPublish(store);
  const { folder } = store.space!;
  const { id } = await ensureInfo(folder, mentorship.title);
  return publishedOf(mentorship, store.sessions, { spaceId: id, now });
}

/** Writes the space's file and remembers that it is kept up to date from now on. Returns its path. */
export async function publish(
  { store }: Pick<PublishParts, 'store'>,
  file: PublishedSpace,
  now = new Date(),
): Promise<string> {
  const { privateFolder } = store.space!;
  const path = await writeOwn('spaces', file.id, file);
  await remember(privateFolder, {
    id: file.id,
    folder: programmeFolder()!,
    day: dayOf(now),
  });
  return path;
}

/**
 * Takes the space's file out of the programme's folder: the one that this machine wrote, and the one that another member's
 * machine did. Returns whether there was any. Throws CairnError 'bad-programme': then it is remembered, and tried again.
 */
export async function withdraw({ store }: Pick<PublishParts, 'store'>): Promise<boolean> {
  if (!store.space) return false;
  const { privateFolder, folder } = store.space;
  const kept = await publishedAs(privateFolder);
  const info = await readInfo(folder).catch(() => null);
  const chosen = programmeFolder();
  const here = info && chosen !== null ? { id: publishedId(info.id), folder: chosen } : null;
  const isGone = await Promise.all([kept && remove(kept), here && remove(here)]);
  if (kept) await forget(privateFolder);
  return isGone.includes(true);
}

async function remove(file: Pick<KeptFile, 'id' | 'folder'>): Promise<boolean> {
  try {
    // A drive that is away has the file still.
    await fs.stat(file.folder);
    return await fs.unlink(pathOf(file)).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return false;
        throw error;
      },
    );
  } catch (error) {
    throw new CairnError(
      'bad-programme',
      vscode.l10n.t(
        '{0} could not be taken away. Connect the drive, check your rights, then try again.',
        pathOf(file),
      ),
      { cause: error },
    );
  }
}

const pathOf = ({ folder, id }: Pick<KeptFile, 'id' | 'folder'>): string =>
  join(folder, 'spaces', `${id}.json`);

/**
 * Brings the file of the active space up to date, if this machine published it: at most once a day, and at once takes it
 * away where somebody agrees no longer. A file that somebody else took away stays away. Never throws.
 */
export async function update(parts: PublishParts, now = new Date()): Promise<'withdrawn' | 'written' | null> {
  try {
    if (!parts.store.space) return null;
    const { privateFolder } = parts.store.space;
    const kept = await publishedAs(privateFolder);
    if (!kept || !isAbsolute(kept.folder)) return null;
    if (!isPublishable(parts.store)) {
      await withdraw(parts);
      parts.log.info(
        'This space is published no longer: somebody takes their word back, or has not given it.',
      );
      return 'withdrawn';
    }
    if (kept.day === dayOf(now) || kept.folder !== programmeFolder()) return null;
    const isThere = await fs.lstat(pathOf(kept)).then(
      (stat) => stat.isFile(),
      () => null,
    );
    // No folder: a drive that is away. A folder without the file: somebody took it away.
    if (isThere === null && (await fs.stat(join(kept.folder, 'spaces')).catch(() => null))) {
      await forget(privateFolder);
      parts.log.info('The published file of this space was taken away: it is not written again by itself.');
      return 'withdrawn';
    }
    if (!isThere) return null;
    await publish(parts, await fileOf(parts.store, now), now);
    return 'written';
  } catch (error) {
    parts.log.warn(`The published file is not up to date: ${error instanceof Error ? error.message : error}`);
    return null;
  }
}
