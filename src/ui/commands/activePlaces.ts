import { basename, dirname, join } from 'node:path';
import type { Places } from '../../journal/backup/backupLists.ts';
import type { SpaceInfo } from '../../journal/folders/spaceInfo.ts';
import type { Space } from '../../journal/space.ts';
import { spaceName } from '../words/spaces.ts';
import type { Deps } from './deps.ts';

/** The open space, and where its files and its backups stand. Throws 'journal-unwritable' where it cannot be opened. */
export async function activePlaces({
  store,
}: Pick<Deps, 'store'>): Promise<{ space: Space; places: Places; slug: string; snapshots: string }> {
  await store.load();
  const space = store.space!;
  const slug = basename(space.folder);
  const data = dirname(dirname(space.folder));
  return {
    space,
    slug,
    places: {
      folder: space.folder,
      privateFolder: space.privateFolder,
      backups: join(data, 'backups', slug),
    },
    snapshots: join(data, 'snapshots'),
  };
}

/** What a space is called and by which id others know it; a damaged `space.json` says nothing. */
export async function nameOf(folder: string): Promise<{ id: string | null; name: string }> {
  const { readInfo } = await import('../../journal/folders/spaceInfo.ts');
  const slug = basename(folder);
  const info: SpaceInfo | null = await readInfo(folder).catch(() => null);
  return { id: info?.id ?? null, name: spaceName({ slug, name: info?.name ?? slug }) };
}
