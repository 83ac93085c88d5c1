import { join } from 'node:path';
import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import { isPlaybookName, type Playbook, readPlaybook } from '../../programme/playbooks/index.ts';
import { sessionScheme } from '../ids.ts';
import { programmeFolder } from '../programme/folder.ts';
import { listShipped, listTemplates, type TemplateFile, type TemplateKind } from '../programme/templates.ts';

/** A playbook and the document as which it is opened: a shipped one read-only, a team's own one as an ordinary file. */
export type FoundPlaybook = { name: string; isTeams: boolean; uri: vscode.Uri; playbook: Playbook };

/** Where a team keeps its own files of a kind, `null` without a programme folder. */
export function teamFolder(kind: TemplateKind): string | null {
  const folder = programmeFolder();
  return folder === null ? null : join(folder, kind);
}

/** The name of a template without `.md`. */
export const plainName = ({ name }: Pick<TemplateFile, 'name'>): string => name.replace(/\.md$/i, '');

/** Name of the shipped playbook that a path of the scheme means, `null` for none. */
export function shippedName(path: string): string | null {
  const [empty, root, file = '', ...rest] = path.split('/');
  const name = file.endsWith('.md') ? file.slice(0, -3) : '';
  return empty === '' && root === 'playbook' && rest.length === 0 && isPlaybookName(name) ? name : null;
}

/** Whether a document is a playbook: a shipped one, or an ordinary file of the team's folder. */
export function isPlaybook(uri: vscode.Uri): boolean {
  if (uri.scheme === sessionScheme) return shippedName(uri.path) !== null;
  const team = uri.scheme === 'file' ? teamFolder('playbooks') : null;
  if (team === null) return false;
  const folder = `${vscode.Uri.file(team).path}/`;
  const name = uri.path.startsWith(folder) ? uri.path.slice(folder.length) : '';
  return name.endsWith('.md') && !name.includes('/');
}

/** All playbooks: a team's own, and the shipped ones that it has no copy of, by name. */
export async function listPlaybooks(): Promise<FoundPlaybook[]> {
  return (await listTemplates('playbooks')).files.map(found);
}

/**
 * A playbook by its name (the team's before the shipped one) or by the address of its document, as it is being typed
 * where it was not saved. Throws 'not-found'.
 */
export async function findPlaybook(named: string): Promise<FoundPlaybook> {
  const isNamed = ({ name, uri }: FoundPlaybook) =>
    name.toLowerCase() === named.toLowerCase() || String(uri) === named;
  // A shipped one stays open after the team has made its copy.
  const shipped = named.startsWith(`${sessionScheme}:`) ? (await listShipped('playbooks')).map(found) : [];
  const one = shipped.find(isNamed) ?? (await listPlaybooks()).find(isNamed);
  if (!one)
    throw new CairnError(
      'not-found',
      vscode.l10n.t('There is no playbook “{0}”. "Cairn: Open Playbook" lists them.', named.slice(0, 80)),
    );
  return one;
}

function found(file: TemplateFile): FoundPlaybook {
  const name = plainName(file);
  const { isTeams } = file;
  const uri = isTeams
    ? vscode.Uri.file(file.path)
    : vscode.Uri.from({ scheme: sessionScheme, path: `/playbook/${name}.md` });
  // What is being typed counts; else the disk, which an editor may follow later.
  const typed = vscode.workspace.textDocuments.find((one) => one.isDirty && String(one.uri) === String(uri));
  return { name, isTeams, uri, playbook: readPlaybook(typed?.getText() ?? file.text) };
}
