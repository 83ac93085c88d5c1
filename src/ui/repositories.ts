import * as vscode from 'vscode';
import { CairnError } from '../model/errors.ts';
import { isRepositoryName, parseRemote, remotesInConfig } from '../model/remotes.ts';
import * as config from './config.ts';

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

  /** Asks once and remembers for this workspace. Throws 'cancelled'. */
  async choose(): Promise<string[]> {
    const found = await proposedRepositories();
    const before = await this.chosen();
    const names = [...new Set([...before, ...found])];
    const picked = names.length > 0 ? await pickSome(names, before) : await typeOne();
    if (!picked || picked.length === 0) throw new CairnError('cancelled', 'No repository was chosen.');
    await this.remember(picked);
    return picked;
  }

  async remember(repositories: string[]): Promise<void> {
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
  const { name } = config.host();
  const remotes = (await remotesOf(folder)).map(parseRemote);
  return remotes.flatMap((remote) => (remote && sameHost(remote.host, name) ? [remote.repository] : []));
}

/** An ssh remote has no port to compare. */
function sameHost(remote: string, host: string): boolean {
  return remote === host || remote === host.replace(/:\d+$/, '');
}

/** Addresses of a folder's remotes. The file is read directly: in restricted mode there is no Git extension. */
async function remotesOf(folder: vscode.Uri): Promise<string[]> {
  const read = async (...path: string[]) =>
    new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, ...path)));
  try {
    return remotesInConfig(await read('.git', 'config'));
  } catch {
    return remotesFromGit(folder);
  }
}

/** Work trees and folders below a repository's root have no `.git/config` of their own: the Git extension knows them. */
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
