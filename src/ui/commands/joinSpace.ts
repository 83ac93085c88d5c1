import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Git, Remote } from '../../git/index.ts';
import { dataFolder } from '../dataFolder.ts';
import { spaceName, unmarked } from '../words/spaces.ts';
import { ask, cancelled, objectArgument, textArgument } from './ask.ts';
import type { Command } from './deps.ts';
import { remoteTyped, withStopButton } from './remoteInput.ts';

/**
 * `cairn.joinSpace({ remote }?)`: fetches a shared space from the address of its git remote and switches to it.
 * Resolves to `{ space, isNew }`: `isNew` is false where this very space was here already, to which it then switches.
 * Rejects with what a sync rejects with, and 'not-a-space'.
 */
export const joinSpace: Command = async (deps, argument) => {
  const given = objectArgument(argument);
  const address =
    textArgument(given?.remote, 'remote', 2000) ??
    (await ask({
      prompt: vscode.l10n.t('Address of the space to join: what the other person shared it to'),
      placeHolder: 'https://github.com/ada-wren/our-space.git',
      validate: remoteTyped(await import('../../git/index.ts')),
    }));
  const { parseRemote } = await import('../../git/index.ts');
  const remote = parseRemote(address);
  const git = await deps.git();
  const found = await withStopButton(
    vscode.l10n.t('Joining the space at {0}', unmarked(remote.label)),
    !given,
    (signal) => fetchSpace(git, remote, signal),
  );
  if (!found.isNew && !given) await askToSwitch(found.name);
  await deps.activeSpace.choose(found.space);
  await deps.store.reload();
  return { space: found.space, isNew: found.isNew };
};

type Found = { space: string; name: string; isNew: boolean };

/** What this folder's name begins with is no space yet; one this old was left behind, in milliseconds. */
const unfinished = '.joining-';
const longestJoin = 24 * 3600_000;

/** All of the space is here under its own name when this resolves, and nothing of it is when it rejects. */
async function fetchSpace(git: Git, remote: Remote, signal: AbortSignal): Promise<Found> {
  const [{ joinSpace: fetchInto }, spaces] = await Promise.all([
    import('../../git/index.ts'),
    import('../../journal/folders/spaces.ts'),
  ]);
  const data = dataFolder();
  const all = spaces.spacesFolder(data);
  await mkdir(all, { recursive: true });
  await sweep(all);
  const fresh = join(all, `${unfinished}${randomBytes(6).toString('hex')}`);
  try {
    await fetchInto(git, fresh, remote, { signal });
    const { id, name } = (await spaces.readInfo(fresh))!;
    const same = (await spaces.listSpaces(data)).find((space) => space.id === id);
    if (same) return { space: same.slug, name: spaceName(same), isNew: false };
    const slug = await spaces.reserveSlug(data, name);
    const folder = spaces.folderOf(data, slug);
    try {
      // Windows renames to nothing that is there.
      await rmdir(folder);
      await rename(fresh, folder);
    } catch (error) {
      await rmdir(folder).catch(() => {});
      throw error;
    }
    return { space: slug, name, isNew: true };
  } finally {
    await rm(fresh, { recursive: true, force: true, maxRetries: 3 }).catch(() => {});
  }
}

/** What a window that died left behind. */
async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(unfinished)) continue;
    const old = join(folder, name);
    const at = (await stat(old).catch(() => null))?.mtimeMs ?? Date.now();
    if (Date.now() - at > longestJoin) await rm(old, { recursive: true, force: true }).catch(() => {});
  }
}

async function askToSwitch(name: string): Promise<void> {
  const yes = vscode.l10n.t('Switch to It');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t('The space “{0}” is on this machine already.', name),
    { modal: true },
    yes,
  );
  if (answer !== yes) throw cancelled();
}
