import { join } from 'node:path';
import * as vscode from 'vscode';
import { listSpaces } from '../../../journal/folders/spaces.ts';
import { privateFolderOf, Space } from '../../../journal/space.ts';
import { isSamePerson } from '../../../model/fold.ts';
import type { Kudos } from '../../../model/growth.ts';
import { kudosOf } from '../../../model/growthOf.ts';
import type { SpaceRecords } from '../../../model/records.ts';
import type { SpaceTold } from '../../../programme/load/index.ts';
import { dataFolder } from '../../dataFolder.ts';
import { extensionId } from '../../ids.ts';
import type { Store } from '../../store.ts';

export type LoadStore = Pick<Store, 'space' | 'records' | 'pullRequests'>;

/** A space as a mentor's load needs it; `kudos` are those that others gave the user. */
export type MentoredSpace = Omit<SpaceTold, 'reviews'> & { kudos: Kudos[]; name: string };

export type MentoredSpaces = {
  spaces: MentoredSpace[];
  /** Names of spaces that could not be read. */
  unread: string[];
};

/**
 * What every space of this machine says of the user's mentoring: the active one as it is open, each other one read from
 * its files and closed again, one after the other. Nothing is switched, and nothing is written.
 */
export async function readSpaces({ space: active, records }: LoadStore): Promise<MentoredSpaces> {
  const found: MentoredSpaces = { spaces: [], unread: [] };
  if (!active) return found;
  const folder = dataFolder();
  for (const entry of await listSpaces(folder)) {
    const { slug, name } = entry;
    if (entry.folder === active.folder) {
      found.spaces.push(told(slug, name, records, (one) => active.isMe(one)));
      continue;
    }
    try {
      found.spaces.push(await readOne(folder, slug, name, entry.folder, active.author));
    } catch {
      found.unread.push(name);
    }
  }
  return found;
}

async function readOne(data: string, slug: string, name: string, folder: string, author: string) {
  const space = await Space.open({
    folder,
    privateFolder: privateFolderOf(data, slug),
    author: () => author,
    snapshot: { file: join(data, 'snapshots', `${slug}.json`), version: cairnVersion() },
  });
  try {
    // Whoever was signed in when it was written in last is the user, too.
    const owner = await space.owner();
    const { records } = space;
    const isMe = (one: string) => space.isMe(one) || (owner !== null && isSamePerson(records, one, owner));
    return told(slug, name, records, isMe);
  } finally {
    space.dispose();
  }
}

const cairnVersion = (): string =>
  String(vscode.extensions.getExtension(extensionId)?.packageJSON.version ?? '');

function told(
  space: string,
  name: string,
  records: SpaceRecords,
  isMe: (name: string) => boolean,
): MentoredSpace {
  return {
    ...{ space, name, mentorship: records.mentorship, isMe },
    sessions: Array.from(records.sessions.values(), ({ date, heldAt, people, minutes, pairing }) => ({
      ...{ date, heldAt, people, minutes, pairingId: pairing },
    })),
    pairings: Array.from(records.pairings.values(), ({ id, startedAt, people, ended }) => ({
      ...{ id, startedAt, people },
      endedAt: ended?.endedAt ?? null,
      sessionId: ended?.session != null && records.sessions.has(ended.session) ? ended.session : null,
    })),
    kudos: kudosOf(records).filter(({ to, createdBy }) => isMe(to) && createdBy !== null && !isMe(createdBy)),
  };
}
