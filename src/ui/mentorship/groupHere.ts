import * as vscode from 'vscode';
import type { SpaceMentorship } from '../../journal/folders/mentorships.ts';
import type { NewEvent } from '../../model/events.ts';
import { groupAmong } from '../../model/groupSpaces.ts';
import { authorName } from '../author.ts';
import { invalid } from '../commands/ask.ts';
import type { Deps } from '../commands/deps.ts';
import { dataFolder } from '../dataFolder.ts';

type Known = Pick<Deps, 'store' | 'activeSpace' | 'signIn'>;

/** What of a group is on this machine. */
export type GroupHere = ReturnType<typeof groupAmong<SpaceMentorship>>;

/**
 * The group that the active space belongs to.
 * @throws CairnError 'invalid-argument' where it belongs to none
 */
export async function groupHere({ store }: Known): Promise<GroupHere> {
  await store.load();
  const { group = null } = store.records.mentorship ?? {};
  if (group === null)
    throw invalid(
      vscode.l10n.t(
        'This space belongs to no group. “Cairn: Start Mentorship” begins one; “Cairn: Switch Space” shows another space.',
      ),
    );
  return groupOf(group.id);
}

/** What of a group is on this machine now, whichever space is active by then. */
export async function groupOf(id: string): Promise<GroupHere> {
  const { listMentorships } = await import('../../journal/folders/mentorships.ts');
  return groupAmong(await listMentorships(dataFolder()), id);
}

/** Whether a name is one of the user's, as far as the active space knows. */
export function isMe({ store, signIn }: Known, name: string): boolean {
  return name.toLowerCase() === authorName(signIn).toLowerCase() || store.space?.isMe(name) === true;
}

/** Does an act in a space, whether it is the active one or not. Throws 'journal-unwritable'. */
export async function performIn(deps: Known, slug: string, events: NewEvent[]): Promise<void> {
  if (deps.activeSpace.slug() === slug) {
    await deps.store.perform(events);
    return;
  }
  const [{ privateFolderOf, Space }, { folderOf }] = await Promise.all([
    import('../../journal/space.ts'),
    import('../../journal/folders/spaces.ts'),
  ]);
  const space = await Space.open({
    folder: folderOf(dataFolder(), slug),
    privateFolder: privateFolderOf(dataFolder(), slug),
    author: () => authorName(deps.signIn),
  });
  try {
    await space.perform(events);
  } finally {
    space.dispose();
  }
}
