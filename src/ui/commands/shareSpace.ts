import * as vscode from 'vscode';
import type { Remote } from '../../git/index.ts';
import { CairnError } from '../../model/errors.ts';
import { privateRepositories, type RepositoryWords } from '../../model/repositoryWords.ts';
import { dataFolder } from '../dataFolder.ts';
import { withLease } from '../sync/lease.ts';
import { spaceName, unmarked } from '../words/spaces.ts';
import { invalid, objectArgument, textArgument } from './ask.ts';
import type { Command, Deps } from './deps.ts';
import { withStopButton } from './remoteInput.ts';
import { askName, askTarget, newRepository, readersOf, type Target, targetArgument } from './shareTarget.ts';
import { agree, agreeToReaders, type Understood, understoodArgument } from './shareWords.ts';

/** How long to wait for another window that syncs this very space, in milliseconds. */
const patience = 10_000;

/**
 * `cairn.shareSpace({ remote, name?, understood? } | { createRepository, name?, understood? }?)`: puts the active space
 * on an empty git remote, or on a private repository made for it on the signed-in host. A person is asked first, with
 * the private repositories named whose words are in it, and once more where everybody may read the remote or nobody
 * knows; a program says in `understood` what it knows of that, or the person at the screen is asked all the same.
 * Resolves to `{ space, remote }`.
 */
export const shareSpace: Command = async (deps, argument) => {
  const given = objectArgument(argument);
  const { activeSpace, store } = deps;
  const slug = activeSpace.slug();
  const spaces = await import('../../journal/folders/spaces.ts');
  const folder = spaces.folderOf(dataFolder(), slug);
  const info = await spaces.readInfo(folder);
  const shared = await spaces.remoteOf(folder);
  if (shared !== null) {
    throw invalid(vscode.l10n.t('This space is shared already. Its remote is {0}.', shared));
  }
  await store.load();
  const usual = info?.name ?? textArgument(given?.name, 'name', 100) ?? usualName(deps, slug);
  const name = given || info ? usual : await askName(usual);
  const target = given ? await targetArgument(given) : await askTarget(name);
  const understood = understoodArgument(given?.understood);
  const isFolder = 'remote' in target && target.remote.kind === 'path';

  const words = async () => {
    if (store.space?.folder !== folder) throw moved();
    return privateRepositories(await store.events());
  };
  let repositories = await words();
  await agree({ name, label: target.label, isFolder, repositories, understood });
  const remote = await remoteOf(deps, target, understood);
  // Somebody may have tagged on, in another window, while the questions stood.
  for (let now = await words(); hasMore(now, repositories); now = await words()) {
    repositories = now;
    await agree({ name, label: target.label, isFolder, repositories, understood });
  }
  await spaces.ensureInfo(folder, name);
  await push(deps, folder, remote, !given);
  activeSpace.touch();
  await store.reload();
  vscode.window.setStatusBarMessage(
    vscode.l10n.t('Cairn: the space is shared to {0}.', unmarked(remote.label)),
    5000,
  );
  return { space: slug, remote: remote.url };
};

async function push(deps: Deps, folder: string, remote: Remote, isPerson: boolean): Promise<void> {
  const { space } = deps.store;
  if (space?.folder !== folder) throw moved();
  const git = await deps.git();
  const { shareSpace: share } = await import('../../git/index.ts');
  const clone = {
    folder,
    hold: <T>(work: () => Promise<T>) => space.hold(work),
    writer: () => space.writer(),
    renewWriter: () => space.renewWriter(),
  };
  const title = vscode.l10n.t('Sharing the space to {0}', unmarked(remote.label));
  const done = await withStopButton(title, isPerson, (stop) =>
    withLease(folder, { patience, signal: stop }, (signal) => share(git, clone, remote, { signal })),
  );
  if (done === 'busy') throw invalid(vscode.l10n.t('Another window is sharing this space just now.'));
}

/** The remote to share to; where it is to be made, it is made now, after all was agreed to. */
async function remoteOf(deps: Deps, target: Target, understood: Understood | undefined): Promise<Remote> {
  if ('repository' in target) return newRepository(deps, target.repository);
  const readers = await readersOf(deps, target.remote);
  await agreeToReaders(target.remote.label, readers, understood);
  return target.remote;
}

/** What others see of a space that has no name yet. */
function usualName({ store }: Deps, slug: string): string {
  const title = store.records.mentorship?.title;
  if (title) return title;
  const { mentee } = store;
  return mentee === null ? spaceName({ slug, name: slug }) : vscode.l10n.t('The mentorship of {0}', mentee);
}

const moved = () =>
  new CairnError('invalid-argument', vscode.l10n.t('Another space is active by now. Share it again.'));

/** Whether there are repositories of which the person has not heard. */
function hasMore(now: RepositoryWords[], before: RepositoryWords[]): boolean {
  return now.some(({ repository }) => !before.some((one) => one.repository === repository));
}
