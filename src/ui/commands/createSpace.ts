import * as vscode from 'vscode';
import { authorName } from '../author.ts';
import * as config from '../config.ts';
import { dataFolder } from '../dataFolder.ts';
import { objectArgument } from './ask.ts';
import type { Command, Deps } from './deps.ts';
import {
  blankMentorship,
  type MentorshipInput,
  mentorshipArgument,
  mentorshipSteps,
} from './mentorshipInput.ts';
import { askSteps } from './steps.ts';

/**
 * `cairn.createSpace({ name, kind?, mentors?, mentees?, rhythmDays?, hoursPerMonth? }?)`: makes a space on this
 * machine that begins with who mentors whom, and switches to it. Resolves to `{ space }`, its folder's name.
 */
export const createSpace: Command = async (deps, argument) => {
  const given = objectArgument(argument);
  const blank = blankMentorship(config.menteeSetting() ?? loginOf(deps));
  if (given) return makeSpace(deps, mentorshipArgument(given, blank));
  await askSteps(vscode.l10n.t('Create a space'), mentorshipSteps(blank));
  return makeSpace(deps, blank);
};

/** Either all of it is there, with the mentorship as the first act, or nothing. */
export async function makeSpace(deps: Deps, mentorship: MentorshipInput): Promise<{ space: string }> {
  const { activeSpace, signIn, store } = deps;
  const data = dataFolder();
  const [spaces, { privateFolderOf, Space }] = await Promise.all([
    import('../../journal/folders/spaces.ts'),
    import('../../journal/space.ts'),
  ]);
  const slug = await spaces.createSpace(data, mentorship.title);
  try {
    const space = await Space.open({
      folder: spaces.folderOf(data, slug),
      privateFolder: privateFolderOf(data, slug),
      author: () => authorName(signIn),
    });
    try {
      await space.perform([{ type: 'mentorship.recorded', payload: mentorship }]);
    } finally {
      space.dispose();
    }
  } catch (error) {
    await spaces.discardSpace(data, slug);
    throw error;
  }
  await activeSpace.choose(slug);
  await store.reload();
  return { space: slug };
}

function loginOf({ signIn }: Deps): string | null {
  try {
    return signIn.login();
  } catch {
    return null;
  }
}
