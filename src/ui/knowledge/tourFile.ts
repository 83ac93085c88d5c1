import { lstat } from 'node:fs/promises';
import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import { makeTour, tourFileName } from '../../programme/knowledge/tour/tour.ts';
import type { Draft } from './tourStops.ts';

/** The folder in which CodeTour looks for tours. */
const tours = '.tours';

/** The workspace folder that has the most of the stops: CodeTour names files from there. Throws 'not-found'. */
export function folderFor(drafts: readonly Draft[]): vscode.WorkspaceFolder {
  const all = vscode.workspace.workspaceFolders ?? [];
  const count = (folder: vscode.WorkspaceFolder) =>
    drafts.filter(({ at }) => at && isIn(folder, at.file)).length;
  const [best] = all.toSorted((one, other) => count(other) - count(one));
  if (best) return best;
  throw new CairnError('not-found', vscode.l10n.t('Open the folder first in which the tour shall stand.'));
}

const isIn = ({ uri }: vscode.WorkspaceFolder, file: vscode.Uri) =>
  uri.scheme === file.scheme &&
  uri.authority === file.authority &&
  file.path.startsWith(`${uri.path.replace(/\/$/, '')}/`);

/** The tour as its file holds it. */
export function tourText(
  folder: vscode.WorkspaceFolder,
  { title, ref, drafts }: { title: string; ref: string | null; drafts: readonly Draft[] },
): string {
  const begin = folder.uri.path.replace(/\/$/, '').length + 1;
  const stops = drafts.map(({ at, ...stop }) => ({
    ...stop,
    place: at && isIn(folder, at.file) ? { ...at, file: at.file.path.slice(begin) } : null,
  }));
  const untitled = vscode.l10n.t('Worth knowing');
  return `${JSON.stringify(makeTour({ title, description: '', ref, stops }, { untitled }), null, 2)}\n`;
}

/** The file of a tour, and whether there is one already. Throws 'invalid-argument' where a link would lead elsewhere. */
export async function tourFile(
  folder: vscode.WorkspaceFolder,
  title: string,
): Promise<{ file: vscode.Uri; isThere: boolean }> {
  const inside = vscode.Uri.joinPath(folder.uri, tours);
  const file = vscode.Uri.joinPath(inside, tourFileName(title));
  await refuseLink(inside);
  return { file, isThere: await refuseLink(file) };
}

/** Whether something is there, which must be no link: a repository may lead it to anywhere. */
async function refuseLink(uri: vscode.Uri): Promise<boolean> {
  const isLink =
    uri.scheme === 'file'
      ? await lstat(uri.fsPath).then(
          (found) => found.isSymbolicLink(),
          () => null,
        )
      : await vscode.workspace.fs.stat(uri).then(
          ({ type }) => (type & vscode.FileType.SymbolicLink) !== 0,
          () => null,
        );
  if (isLink)
    throw new CairnError(
      'invalid-argument',
      vscode.l10n.t('{0} is a link to another place, so no tour is written there.', uri.fsPath),
    );
  return isLink !== null;
}
