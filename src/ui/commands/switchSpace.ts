import * as vscode from 'vscode';
import type { SpaceMentorship } from '../../journal/folders/mentorships.ts';
import { CairnError } from '../../model/errors.ts';
import { plainLine } from '../../model/plainLine.ts';
import { defaultSlug } from '../activeSpace.ts';
import { dataFolder } from '../dataFolder.ts';
import { commands } from '../ids.ts';
import { spaceName, unmarked } from '../words/spaces.ts';
import { objectArgument, pick, textArgument } from './ask.ts';
import type { Command } from './deps.ts';

/**
 * `cairn.switchSpace({ space }?)`: shows another space, by its folder's name or its id, in this window and, once they
 * get the focus, in the others. Resolves to `{ space }`, the folder's name; rejects with 'not-found'.
 */
export const switchSpace: Command = async ({ activeSpace, store }, argument) => {
  const given = objectArgument(argument);
  const { listMentorships } = await import('../../journal/folders/mentorships.ts');
  const found = await listMentorships(dataFolder());
  const own = defaultSlug();
  const all: Choice[] = found.some(({ slug }) => slug === own) ? found : [blank(own), ...found];
  const active = activeSpace.slug();
  const chosen = given
    ? named(all, textArgument(given.space, 'space', 200) ?? '')
    : await pick<string | Next>(vscode.l10n.t('Which space do you want to see?'), [
        ...all.map((space) => ({ ...rowOf(space, space.slug === active, all), value: space.slug })),
        { label: '', kind: vscode.QuickPickItemKind.Separator, value: active },
        ...nextItems(),
      ]);
  if (typeof chosen !== 'string') return vscode.commands.executeCommand(chosen.command);
  await activeSpace.choose(chosen);
  await store.reload();
  return { space: chosen };
};

type Choice = Pick<
  SpaceMentorship,
  'slug' | 'name' | 'id' | 'isShared' | 'remote' | 'problem' | 'mentorship'
>;
type Next = { command: string };

/** The user's own space is there before anything was said in it. */
const blank = (slug: string): Choice => ({
  slug,
  name: slug,
  id: null,
  isShared: false,
  remote: null,
  ...{ problem: null, mentorship: null },
});

function named(all: Choice[], text: string): string {
  const found = all.find(({ slug, id }) => slug === text || (id !== null && id === text));
  if (found) return found.slug;
  throw new CairnError('not-found', vscode.l10n.t('There is no such space on this machine.'));
}

function rowOf(space: Choice, isActive: boolean, all: readonly Choice[]): vscode.QuickPickItem {
  const icon = space.isShared ? '$(organization)' : '$(device-desktop)';
  const said = [
    ...(isActive ? [vscode.l10n.t('active')] : []),
    space.isShared ? vscode.l10n.t('shared') : vscode.l10n.t('on this machine only'),
    ...groupWords(space, all),
  ];
  const detail = space.problem ?? space.remote;
  return {
    label: `${icon} ${unmarked(spaceName(space))}`,
    description: unmarked(said.join(', ')),
    ...(detail !== null && { detail: unmarked(detail) }),
  };
}

/** Which group it belongs to: by the name of what all of it have in common, where that is here. */
function groupWords({ mentorship }: Choice, all: readonly Choice[]): string[] {
  const group = mentorship?.group;
  if (!group) return [];
  if (group.isCommon) return [vscode.l10n.t('what a group has in common')];
  const common = all.find(
    (other) => other.mentorship?.group?.id === group.id && other.mentorship.group.isCommon,
  );
  return [
    common
      ? vscode.l10n.t('group “{0}”', plainLine(spaceName(common), 60))
      : vscode.l10n.t('part of a group'),
  ];
}

const nextItems = () => [
  { label: `$(add) ${vscode.l10n.t('Create a space…')}`, value: { command: commands.createSpace } },
  { label: `$(repo-clone) ${vscode.l10n.t('Join a space…')}`, value: { command: commands.joinSpace } },
];
