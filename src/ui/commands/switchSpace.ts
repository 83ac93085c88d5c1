import * as vscode from 'vscode';
import type { SpaceEntry } from '../../journal/folders/spaces.ts';
import { CairnError } from '../../model/errors.ts';
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
  const { listSpaces } = await import('../../journal/folders/spaces.ts');
  const found = await listSpaces(dataFolder());
  const own = defaultSlug();
  const all: Choice[] = found.some(({ slug }) => slug === own) ? found : [blank(own), ...found];
  const active = activeSpace.slug();
  const chosen = given
    ? named(all, textArgument(given.space, 'space', 200) ?? '')
    : await pick<string | Next>(vscode.l10n.t('Which space do you want to see?'), [
        ...all.map((space) => ({ ...rowOf(space, space.slug === active), value: space.slug })),
        { label: '', kind: vscode.QuickPickItemKind.Separator, value: active },
        ...nextItems(),
      ]);
  if (typeof chosen !== 'string') return vscode.commands.executeCommand(chosen.command);
  await activeSpace.choose(chosen);
  await store.reload();
  return { space: chosen };
};

type Choice = Pick<SpaceEntry, 'slug' | 'name' | 'id' | 'isShared' | 'remote' | 'problem'>;
type Next = { command: string };

/** The user's own space is there before anything was said in it. */
const blank = (slug: string): Choice => ({
  slug,
  name: slug,
  id: null,
  isShared: false,
  remote: null,
  problem: null,
});

function named(all: Choice[], text: string): string {
  const found = all.find(({ slug, id }) => slug === text || (id !== null && id === text));
  if (found) return found.slug;
  throw new CairnError('not-found', vscode.l10n.t('There is no such space on this machine.'));
}

function rowOf(space: Choice, isActive: boolean): vscode.QuickPickItem {
  const icon = space.isShared ? '$(organization)' : '$(device-desktop)';
  const said = [
    ...(isActive ? [vscode.l10n.t('active')] : []),
    space.isShared ? vscode.l10n.t('shared') : vscode.l10n.t('on this machine only'),
  ];
  const detail = space.problem ?? space.remote;
  return {
    label: `${icon} ${unmarked(spaceName(space))}`,
    description: said.join(', '),
    ...(detail !== null && { detail: unmarked(detail) }),
  };
}

const nextItems = () => [
  { label: `$(add) ${vscode.l10n.t('Create a space…')}`, value: { command: commands.createSpace } },
  { label: `$(repo-clone) ${vscode.l10n.t('Join a space…')}`, value: { command: commands.joinSpace } },
];
