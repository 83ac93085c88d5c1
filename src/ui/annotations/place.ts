import { stat } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { Anchor } from '../../model/events.ts';
import { parsePullRequestUri } from '../pullRequest/uri.ts';
import { repositoriesOf } from '../repositories.ts';
import { type FileName, fits } from './fits.ts';

/** Where a document belongs, in words that hold in another clone, too. */
export type DocumentPlace = FileName & {
  /** Known for the files of a pull request. */
  commit: string | null;
  /** The pull request that the document is a part of. */
  number: number | null;
  /** The folder that the path begins in; `null` for a document that is no file. */
  root: vscode.Uri | null;
};

const roots = new Map<string, Promise<vscode.Uri | null>>();
const names = new Map<string, { at: number; names: Promise<string[]> }>();
/** Milliseconds for which the remotes of a folder count as known. */
const knownFor = 30_000;

/** Forgets which folders are repositories: one may have been cloned, moved or begun. */
export function forgetPlaces(): void {
  roots.clear();
  names.clear();
}

/** `null` for a document that is no file. */
export async function placeOfDocument(uri: vscode.Uri): Promise<DocumentPlace | null> {
  const file = parsePullRequestUri(uri);
  if (file) {
    const { path, repository, side, sha, number } = file;
    return { path, repositories: [repository], side, commit: sha, number, root: null };
  }
  const root = (await rootOf(uri)) ?? vscode.workspace.getWorkspaceFolder(uri)?.uri ?? parentOf(uri);
  const path = below(root, uri);
  if (path === null) return null;
  const repositories = await repositoriesAt(root);
  return { path, repositories, side: 'RIGHT', commit: null, number: null, root };
}

/** The file of an anchor in the workspace, `null` where no folder has it. */
export async function fileOf(anchor: Anchor): Promise<vscode.Uri | null> {
  const perhaps: vscode.Uri[] = [];
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
    const root = (await rootOf(vscode.Uri.joinPath(uri, 'x'))) ?? uri;
    const place = { ...anchor, repositories: await repositoriesAt(root), number: null, root };
    const fit = fits(anchor, place);
    const file = vscode.Uri.joinPath(root, anchor.path);
    if (fit === null || !(await isThere(file))) continue;
    if (fit === 'sure') return file;
    perhaps.push(file);
  }
  return perhaps[0] ?? null;
}

function repositoriesAt(root: vscode.Uri): Promise<string[]> {
  const key = root.toString();
  const known = names.get(key);
  if (known && Date.now() - known.at < knownFor) return known.names;
  const found = virtualName(root) ?? repositoriesOf(root).catch(() => []);
  names.set(key, { at: Date.now(), names: found });
  return found;
}

/** Folders that VS Code shows from GitHub without a clone are named `/owner/name`. */
function virtualName({ scheme, authority, path }: vscode.Uri): Promise<string[]> | undefined {
  const name = /^\/([^/]+\/[^/]+)/.exec(path)?.[1];
  return scheme === 'vscode-vfs' && /^github/.test(authority) && name ? Promise.resolve([name]) : undefined;
}

/** The folder with the `.git` of a file; it is looked for directly, as restricted mode has no Git extension. */
export function rootOf(uri: vscode.Uri): Promise<vscode.Uri | null> {
  const folder = parentOf(uri);
  const key = folder.toString();
  let known = roots.get(key);
  if (!known) {
    known = findRoot(folder);
    roots.set(key, known);
  }
  return known;
}

async function findRoot(folder: vscode.Uri): Promise<vscode.Uri | null> {
  if (await isThere(vscode.Uri.joinPath(folder, '.git'))) return folder;
  const parent = vscode.Uri.joinPath(folder, '..');
  return parent.path === folder.path ? null : rootOf(vscode.Uri.joinPath(parent, 'x'));
}

function isThere(uri: vscode.Uri): Promise<boolean> {
  // While a window starts, VS Code's own way to the disk takes seconds.
  const found = uri.scheme === 'file' ? stat(uri.fsPath) : vscode.workspace.fs.stat(uri);
  return Promise.resolve<unknown>(found).then(
    () => true,
    () => false,
  );
}

const parentOf = (uri: vscode.Uri) => vscode.Uri.joinPath(uri, '..');

function below(root: vscode.Uri, uri: vscode.Uri): string | null {
  const folder = root.path.endsWith('/') ? root.path : `${root.path}/`;
  if (uri.scheme !== root.scheme || uri.authority !== root.authority) return null;
  return uri.path.startsWith(folder) && uri.path.length > folder.length
    ? uri.path.slice(folder.length)
    : null;
}
