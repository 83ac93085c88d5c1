import * as vscode from 'vscode';
import type { Remote } from '../../git/index.ts';
import { CairnError } from '../../model/errors.ts';
import type { Host } from '../../model/host.ts';
import * as config from '../config.ts';
import { ask, pick } from './ask.ts';
import type { Deps } from './deps.ts';
import { remoteTyped } from './remoteInput.ts';
import type { Readers } from './shareWords.ts';

/** Where a space is to be shared: a remote that is there, or a private repository that is to be made. */
export type Target = { label: string } & ({ remote: Remote } | { repository: string });

/** Made in this session for a share that then failed: offered again. */
let leftOver = '';

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
  const { slugOf } = await import('../../journal/spaces.ts');
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
