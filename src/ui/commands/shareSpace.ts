import * as vscode from 'vscode';
import type { Remote } from '../../git/index.ts';
import { CairnError } from '../../model/errors.ts';
import { privateRepositories } from '../../model/repositoryWords.ts';
import { dataFolder } from '../dataFolder.ts';
import { withLease } from '../sync/lease.ts';
import { spaceName } from '../words/spaces.ts';
import { invalid, objectArgument, textArgument } from './ask.ts';
import type { Command, Deps } from './deps.ts';
import { withStopButton } from './remoteInput.ts';
import { askTarget, newRepository, readersOf, type Target } from './shareTarget.ts';
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
  const spaces = await import('../../journal/spaces.ts');
  const folder = spaces.folderOf(dataFolder(), slug);
  const info = await spaces.readInfo(folder);
  const shared = await spaces.remoteOf(folder);
  if (shared !== null) {
    throw invalid(vscode.l10n.t('This space is shared already. Its remote is {0}.', shared));
  }
  await store.load();
  const name = info?.name ?? usualName(deps, slug);
  const target = given ? await targetArgument(given) : await askTarget(name);
  const givenName = textArgument(given?.name, 'name', 100);
  const understood = understoodArgument(given?.understood);

  await agree({
    name: info?.name ?? givenName ?? name,
    label: target.label,
    isFolder: 'remote' in target && target.remote.kind === 'path',
    repositories: privateRepositories(await store.events()),
    understood,
  });
  const remote = await remoteOf(deps, target, understood);
  await store.load();
  const space = store.space;
  if (!space || space.folder !== folder) throw moved();
  await spaces.ensureInfo(folder, givenName ?? name);
  const git = await deps.git();
  const { shareSpace: push } = await import('../../git/index.ts');
  const clone = {
    folder,
    hold: <T>(work: () => Promise<T>) => space.hold(work),
    writer: () => space.writer(),
    renewWriter: () => space.renewWriter(),
  };
  const done = await withStopButton(vscode.l10n.t('Sharing the space to {0}', remote.label), !given, (stop) =>
    withLease(folder, { patience, signal: stop }, (signal) => push(git, clone, remote, { signal })),
  );
  if (done === 'busy') throw invalid(vscode.l10n.t('Another window is sharing this space just now.'));
  activeSpace.touch();
  await store.reload();
  vscode.window.setStatusBarMessage(vscode.l10n.t('Cairn: the space is shared to {0}.', remote.label), 5000);
  return { space: slug, remote: remote.url };
};

/** The remote to share to; where it is to be made, it is made now, after all was agreed to. */
async function remoteOf(deps: Deps, target: Target, understood: Understood | undefined): Promise<Remote> {
  if ('repository' in target) return newRepository(deps, target.repository);
  const readers = await readersOf(deps, target.remote);
  await agreeToReaders(target.remote.label, readers, understood);
  return target.remote;
}

async function targetArgument(given: Record<string, unknown>): Promise<Target> {
  const unknown = Object.keys(given).find(
    (key) => !['remote', 'createRepository', 'name', 'understood'].includes(key),
  );
  if (unknown) throw invalid(vscode.l10n.t('Sharing knows no "{0}".', unknown.slice(0, 40)));
  const address = textArgument(given.remote, 'remote', 2000);
  const repository = textArgument(given.createRepository, 'createRepository', 100);
  if ((address === undefined) === (repository === undefined)) {
    throw invalid(vscode.l10n.t('Give either "remote" or "createRepository".'));
  }
  if (repository !== undefined) return { repository, label: repository };
  const { parseRemote } = await import('../../git/index.ts');
  const remote = parseRemote(address!);
  return { remote, label: remote.label };
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
