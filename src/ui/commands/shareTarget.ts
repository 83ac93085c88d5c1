import * as vscode from 'vscode';
import type { Remote } from '../../git/index.ts';
import { CairnError } from '../../model/errors.ts';
import type { Host } from '../../model/host.ts';
import * as config from '../config.ts';
import { ask, invalid, pick, textArgument } from './ask.ts';
import type { Deps } from './deps.ts';
import { remoteTyped } from './remoteInput.ts';
import type { Readers } from './shareWords.ts';

/** Where a space is to be shared: a remote that is there, or a private repository that is to be made. */
export type Target = { label: string } & ({ remote: Remote } | { repository: string });

/** Made in this session for a share that then failed: offered again. */
let leftOver = '';

/** Asks what a space that has no name yet is to be called, by everybody and for good. Throws 'cancelled'. */
export async function askName(value: string): Promise<string> {
  const name = await ask({
    prompt: vscode.l10n.t('A name for the space, for everybody in it; it stays'),
    value,
    validate: (text) => {
      if (text.trim() === '') return vscode.l10n.t('A space needs a name.');
      return text.length > 100 ? vscode.l10n.t('That is too long for a name.') : undefined;
    },
  });
  return name.trim();
}

/** Where an argument says to. Throws 'invalid-argument' and 'bad-remote'. */
export async function targetArgument(given: Record<string, unknown>): Promise<Target> {
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

/** Asks where to. Throws 'cancelled'. */
export async function askTarget(name: string): Promise<Target> {
  const git = await import('../../git/index.ts');
  const way = await pick(vscode.l10n.t('Where should the space be shared?'), [
    {
      label: `$(repo-create) ${vscode.l10n.t('Create a private GitHub repository')}`,
      detail: vscode.l10n.t('With your sign-in for {0}. You then invite the others there.', hostName()),
      value: 'create' as const,
    },
    {
      label: `$(link) ${vscode.l10n.t('Use an empty repository that is there already')}`,
      detail: vscode.l10n.t('By its address, or a folder that both of you reach.'),
      value: 'address' as const,
    },
  ]);
  if (way === 'address') {
    const address = await ask({
      prompt: vscode.l10n.t('Address of an empty git repository'),
      placeHolder: 'https://github.com/ada-wren/our-space.git',
      value: leftOver,
      validate: remoteTyped(git),
    });
    const remote = git.parseRemote(address);
    return { remote, label: remote.label };
  }
  const { repositoryNamePattern } = await import('../../github/createRepository.ts');
  const { slugOf } = await import('../../journal/folders/spaces.ts');
  const repository = await ask({
    prompt: vscode.l10n.t('Name of the new private repository on {0}', hostName()),
    value: slugOf(name),
    validate: (typed) =>
      repositoryNamePattern.test(typed.trim())
        ? undefined
        : vscode.l10n.t('Use letters, digits, “-”, “_” and “.”.'),
  });
  return {
    repository: repository.trim(),
    label: vscode.l10n.t('a new private repository “{0}” on {1}', repository.trim(), hostName()),
  };
}

/**
 * Makes the private repository with the account that is signed in, and asks for a sign-in where nobody is.
 * Throws 'not-signed-in', 'forbidden' with what to do, 'invalid-argument' for a name that is taken.
 */
export async function newRepository({ signIn, log }: Deps, name: string): Promise<Remote> {
  const host = config.host();
  if ((await signIn.token()) === undefined) await signIn.signIn();
  const token = await signIn.token();
  if (token === undefined) throw new CairnError('not-signed-in', vscode.l10n.t('Sign in first.'));
  const [{ createRepository }, { parseRemote }] = await Promise.all([
    import('../../github/createRepository.ts'),
    import('../../git/index.ts'),
  ]);
  const { url, repository } = await createRepository({ host, token }, name);
  log.info(`Made the private repository ${repository} on ${host.name}.`);
  const remote = parseRemote(url);
  leftOver = remote.url;
  return remote;
}

/** Who may read a remote, as far as that can be found out: the host that the user signed in to is asked. */
export async function readersOf({ signIn }: Deps, remote: Remote): Promise<Readers> {
  if (remote.kind === 'path') return 'folder';
  const host = config.host();
  if (remote.repository === null || !isAt(remote, host)) return 'unknown';
  const token = await signIn.token().catch(() => undefined);
  if (token === undefined) return 'unknown';
  const { visibilityOf } = await import('../../github/visibility.ts');
  return visibilityOf({ host, token }, remote.repository);
}

/** An ssh address says nothing about the port of the web server. */
function isAt(remote: Remote, host: Host): boolean {
  if (remote.kind === 'ssh') {
    const name = remote.host === 'ssh.github.com' ? 'github.com' : remote.host;
    return name === host.name.replace(/:\d+$/, '');
  }
  return remote.origin === host.web;
}

function hostName(): string {
  try {
    return config.host().name;
  } catch {
    return 'GitHub';
  }
}
