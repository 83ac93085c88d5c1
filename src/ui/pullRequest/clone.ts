import * as vscode from 'vscode';
import type { Git } from '../../git/index.ts';
import { repositoriesOf } from '../repositories.ts';

/** Largest file that is shown, in bytes; as many as GitHub's are. */
const largest = 5 * 1024 * 1024;
/** Bytes in which git itself looks for a NUL to tell what is no text. */
const looked = 8000;

type GitExtension = {
  getAPI(version: 1): { getRepository(uri: vscode.Uri): { rootUri: vscode.Uri } | null };
};

/** A clone of a repository on this machine, to read commits from that are there already. */
export class Clone {
  readonly #git: Git;
  readonly #where: { gitDir: string; cwd: string };

  constructor(git: Git, root: vscode.Uri) {
    this.#git = git;
    this.#where = { gitDir: vscode.Uri.joinPath(root, '.git').fsPath, cwd: root.fsPath };
  }

  /** The commit that two commits have both come from; `null` where this clone does not know. */
  async mergeBase(base: string, head: string): Promise<string | null> {
    // What a shallow clone finds may be any commit.
    const isWhole = (await this.#text('rev-parse', '--is-shallow-repository')) === 'false';
    const found = isWhole ? await this.#text('merge-base', base, head) : null;
    return found !== null && /^[0-9a-f]{40,64}$/.test(found) ? found : null;
  }

  /** A file at a commit; `null` where it is not here, or is no text, or too large. */
  async fileText(commit: string, path: string): Promise<string | null> {
    const bytes = await this.#run('cat-file', 'blob', `${commit}:${path}`);
    return bytes === null || bytes.subarray(0, looked).includes(0) ? null : bytes.toString('utf8');
  }

  async #text(...args: string[]): Promise<string | null> {
    return (await this.#run(...args))?.toString('utf8').trim() ?? null;
  }

  /** Nothing is fetched, and nothing of the repository's settings runs. `null` where git says no. */
  async #run(...args: string[]): Promise<Buffer | null> {
    try {
      return (await this.#git.local(this.#where, args, { limit: largest })).stdout;
    } catch {
      return null;
    }
  }
}

/** The workspace's clone of a repository; none in a workspace that is not trusted. */
export async function findClone(repository: string, git: () => Promise<Git>): Promise<Clone | null> {
  if (!vscode.workspace.isTrusted) return null;
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
    if (uri.scheme !== 'file') continue;
    const names = await repositoriesOf(uri).catch(() => []);
    if (!names.some((name) => name.toLowerCase() === repository.toLowerCase())) continue;
    return new Clone(await git(), rootOf(uri));
  }
  return null;
}

/** A folder below a repository's root has no `.git`: the Git extension knows whose it is. */
export function rootOf(folder: vscode.Uri): vscode.Uri {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  return (extension?.isActive && extension.exports.getAPI(1).getRepository(folder)?.rootUri) || folder;
}
