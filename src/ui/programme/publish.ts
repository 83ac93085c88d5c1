import { promises as fs } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import * as vscode from 'vscode';
import { ensureInfo } from '../../journal/folders/spaces.ts';
import { CairnError } from '../../model/errors.ts';
import { isSamePerson } from '../../model/fold.ts';
import { dayOf } from '../../model/isoDate.ts';
import type { Mentorship } from '../../model/state.ts';
import {
  mayPublish,
  missingAgreements,
  type PublishedSpace,
  publishedOf,
} from '../../programme/shared/index.ts';
import { dataFolder } from '../dataFolder.ts';
import type { Store } from '../store.ts';
import { programmeFolder, writeOwn } from './folder.ts';
import { forget, type KeptFile, publishedAs, remember } from './publishedFiles.ts';

export type PublishParts = {
  store: Pick<Store, 'records' | 'agreements' | 'sessions' | 'space'>;
  activeSpace: { slug(): string };
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
  { activeSpace }: PublishParts,
  file: PublishedSpace,
  now = new Date(),
): Promise<string> {
  const path = await writeOwn('spaces', file.id, file);
  await remember(dataFolder(), activeSpace.slug(), {
    id: file.id,
    folder: programmeFolder()!,
    day: dayOf(now),
  });
  return path;
}

/** Takes the space's file out of the programme's folder. Returns whether there was one of ours. */
export async function withdraw({ activeSpace }: Pick<PublishParts, 'activeSpace'>): Promise<boolean> {
  const slug = activeSpace.slug();
  const kept = await publishedAs(dataFolder(), slug);
  if (!kept) return false;
  await fs.rm(pathOf(kept), { force: true }).catch((error: unknown) => {
    throw new CairnError(
      'bad-programme',
      vscode.l10n.t(
        '{0} could not be taken away. Check the disk and your rights, then try again.',
        pathOf(kept),
      ),
      { cause: error },
    );
  });
  await forget(dataFolder(), slug);
  return true;
}

const pathOf = ({ folder, id }: KeptFile): string => join(folder, 'spaces', `${id}.json`);

/**
 * Brings the file of the active space up to date, if this machine published it: at most once a day, and at once takes it
 * away where somebody agrees no longer. A file that somebody else took away stays away. Never throws.
 */
export async function update(parts: PublishParts, now = new Date()): Promise<'withdrawn' | 'written' | null> {
  try {
    const slug = parts.activeSpace.slug();
    const kept = await publishedAs(dataFolder(), slug);
    if (!kept || !parts.store.space || !isAbsolute(kept.folder)) return null;
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
      await forget(dataFolder(), slug);
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
