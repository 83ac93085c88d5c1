import { readFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { CairnError } from '../model/errors.ts';
import { isRepositoryName, parseRemote, remotesInConfig } from '../model/remotes.ts';
import * as config from './config.ts';
import { settings } from './ids.ts';

const remembered = 'repositories';

/** Which repositories feedback is pulled from: the setting, else what was chosen here, else the only remote there is. */
export class Repositories implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #memory: vscode.Memento;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
  }

  /** `owner/name` each; empty when nothing is chosen and the folders do not settle it. */
  async chosen(): Promise<string[]> {
    const set = config.repositorySetting();
    if (set.length > 0) return set;
    const before = this.#memory.get<string[]>(remembered, []);
    if (before.length > 0) return before;
    const found = await proposedRepositories();
    return found.length === 1 ? found : [];
  }

  /** Asks once and remembers. Throws 'cancelled'. */
  async choose(): Promise<string[]> {
    const found = await proposedRepositories();
    const before = await this.chosen();
    const names = [...new Set([...before, ...found])];
    const picked = names.length > 0 ? await pickSome(names, before) : await typeOne();
    if (!picked || picked.length === 0)
      throw new CairnError('cancelled', vscode.l10n.t('No repository was chosen.'));
    await this.remember(picked);
    return picked;
  }

  /** Keeps them for this workspace; where the setting names some, in the setting too, since that goes first. */
  async remember(repositories: string[]): Promise<void> {
    if (config.repositorySetting().length > 0) {
      const section = vscode.workspace.getConfiguration('cairn');
      const isOfWorkspace = section.inspect(settings.repositories)?.workspaceValue !== undefined;
      // A workspace that is not trusted has no say: what counts there is the user's setting.
      await section.update(
        settings.repositories,
        repositories,
        isOfWorkspace && vscode.workspace.isTrusted
          ? vscode.ConfigurationTarget.Workspace
          : vscode.ConfigurationTarget.Global,
      );
    }
    await this.#memory.update(remembered, repositories);
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

/** Repositories on the chosen host that the remotes of all workspace folders name. */
export async function proposedRepositories(): Promise<string[]> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const named = await Promise.all(folders.map((folder) => repositoriesOf(folder.uri)));
  return [...new Set(named.flat())];
}

/** Repositories on the chosen host that a folder's remotes name. */
export async function repositoriesOf(folder: vscode.Uri): Promise<string[]> {
  return onHost(await remotesOf(folder));
}

/** Those of the chosen host among addresses of remotes, as `owner/name`. Throws CairnError 'bad-host'. */
export function onHost(addresses: readonly string[]): string[] {
  const { name } = config.host();
  return addresses
    .map(parseRemote)
    .flatMap((remote) => (remote && sameHost(remote.host, name) ? [remote.repository] : []));
}

/** `owner/name` of a folder's remotes, whatever their host. */
export async function remoteNamesOf(folder: vscode.Uri): Promise<string[]> {
  return (await remotesOf(folder)).flatMap((address) => parseRemote(address)?.repository ?? []);
}

/** An ssh remote has no port to compare. */
function sameHost(remote: string, host: string): boolean {
  return remote === host || remote === host.replace(/:\d+$/, '');
}

/** Addresses of a folder's remotes. The file is read directly: in restricted mode there is no Git extension. */
async function remotesOf(folder: vscode.Uri): Promise<string[]> {
  const git = vscode.Uri.joinPath(folder, '.git');
  try {
    return remotesInConfig(await read(vscode.Uri.joinPath(git, 'config')));
  } catch {
    return remotesOfWorkTree(folder, git).catch(() => remotesFromGit(folder));
  }
}

async function read(file: vscode.Uri): Promise<string> {
  // While a window starts, VS Code's own way to the disk takes seconds.
  if (file.scheme === 'file') return readFile(file.fsPath, 'utf8');
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
}

/** A work tree's or submodule's `.git` is a file that names the folder; a work tree's folder names the common one. */
async function remotesOfWorkTree(folder: vscode.Uri, git: vscode.Uri): Promise<string[]> {
  const named = /^gitdir: (.+)$/m.exec(await read(git))?.[1];
  if (named === undefined) throw new Error('not a work tree');
  const own = beside(folder, named);
  const common = await read(vscode.Uri.joinPath(own, 'commondir')).catch(() => '.');
  return remotesInConfig(await read(vscode.Uri.joinPath(beside(own, common), 'config')));
}

/** A path as git writes it, absolute or seen from `folder`. */
function beside(folder: vscode.Uri, path: string): vscode.Uri {
  const named = path.trim();
  if (!/^([A-Za-z]:)?[\\/]/.test(named)) return vscode.Uri.joinPath(folder, named);
  return folder.with({ path: named.startsWith('/') ? named : `/${named}` });
}

/** Folders below a repository's root have no `.git` of their own: the Git extension knows them. */
async function remotesFromGit(folder: vscode.Uri): Promise<string[]> {
  type Git = {
    getAPI(version: 1): {
      getRepository(uri: vscode.Uri): { state: { remotes: { fetchUrl?: string }[] } } | null;
    };
  };
  const git = vscode.extensions.getExtension<Git>('vscode.git');
  if (!git?.isActive) return [];
  const remotes = git.exports.getAPI(1).getRepository(folder)?.state.remotes ?? [];
  return remotes.flatMap((remote) => remote.fetchUrl ?? []);
}

async function pickSome(names: string[], before: string[]): Promise<string[] | undefined> {
  const other = vscode.l10n.t('Another repository…');
  const picked = await vscode.window.showQuickPick(
    [
      ...names.map((label) => ({ label, picked: before.includes(label) || names.length === 1 })),
      { label: other, picked: false },
    ],
    {
      canPickMany: true,
      ignoreFocusOut: true,
      placeHolder: vscode.l10n.t('Repositories to pull feedback from'),
    },
  );
  const labels = picked?.map((item) => item.label);
  if (!labels?.includes(other)) return labels;
  const typed = await typeOne();
  return typed ? [...labels.filter((label) => label !== other), ...typed] : undefined;
}

async function typeOne(): Promise<string[] | undefined> {
  const typed = await vscode.window.showInputBox({
    prompt: vscode.l10n.t('Repository to pull feedback from, as owner/name'),
    placeHolder: 'owner/name',
    ignoreFocusOut: true,
    validateInput: (text) =>
      isRepositoryName(text.trim()) ? undefined : vscode.l10n.t('Write it as owner/name.'),
  });
  return typed === undefined ? undefined : [typed.trim()];
}
