import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import { readOutline } from '../../programme/markdown/index.ts';
import { copyToTeam } from '../playbooks/copy.ts';
import { plainName, teamFolder } from '../playbooks/library.ts';
import { kindWords, label } from '../playbooks/words.ts';
import { programmeFolder } from '../programme/folder.ts';
import { listShipped, listTemplates, type TemplateFile, templateKinds } from '../programme/templates.ts';
import {
  booleanArgument,
  cancelled,
  invalid,
  objectArgument,
  pick,
  textArgument,
  wordArgument,
} from './ask.ts';
import type { Command } from './deps.ts';

/**
 * `cairn.copyPlaybook({ kind?, name, replace? }?)`: copies a shipped playbook (or `kind` goals, rubrics, charters) into the
 * programme folder, where the team changes it, and opens it. A file that is there already is opened as it is for a person,
 * unless they want it replaced; a program says `replace: true` or is refused. Resolves to `{ uri, isNew }`.
 */
export const copyPlaybook: Command = async (_, argument, options) => {
  const given = objectArgument(argument);
  const isProgram = given !== undefined && !objectArgument(options)?.fromRow;
  const kind = wordArgument(given?.kind, 'kind', templateKinds) ?? 'playbooks';
  const name = textArgument(given?.name, 'name', 200);
  const replace = booleanArgument(given?.replace, 'replace') ?? false;
  if (given && name === undefined) throw invalid(vscode.l10n.t('"name" is missing: which file?'));
  if (programmeFolder() === null)
    throw new CairnError(
      'no-programme',
      vscode.l10n.t(
        'A team’s own playbooks stand in its programme folder, and none is chosen. Use "Cairn: Choose Programme Folder".',
      ),
    );
  const file =
    name === undefined
      ? await chooseShipped()
      : (await listShipped(kind)).find((one) => plainName(one) === name);
  if (!file)
    throw new CairnError(
      'not-found',
      vscode.l10n.t('Cairn has no file “{0}” to copy.', (name ?? '').slice(0, 80)),
    );
  const folder = teamFolder(file.kind)!;
  const isNew = await copyToTeam(file, folder, replace || (isProgram ? 'refuse' : () => askReplace(file)));
  const uri = vscode.Uri.joinPath(vscode.Uri.file(folder), file.name);
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
  return { uri: String(uri), isNew };
};

async function chooseShipped(): Promise<TemplateFile> {
  const rows: (vscode.QuickPickItem & { value: TemplateFile })[] = [];
  for (const kind of templateKinds) {
    const [files, { files: known }] = await Promise.all([listShipped(kind), listTemplates(kind)]);
    const team = new Set(known.filter(({ isTeams }) => isTeams).map(({ name }) => name));
    if (files.length === 0) continue;
    rows.push({ label: kindWords(kind), kind: vscode.QuickPickItemKind.Separator } as never);
    for (const file of files) {
      const { title } = readOutline(file.text);
      const description = team.has(file.name) ? vscode.l10n.t('your team has one') : '';
      rows.push({ label: label(title, 80) || plainName(file), description, value: file });
    }
  }
  return pick(vscode.l10n.t('Which one shall your team have a copy of, to change it?'), rows);
}

/** Whether to replace; `false` opens what is there. Throws 'cancelled'. */
async function askReplace({ name }: TemplateFile): Promise<boolean> {
  const open = vscode.l10n.t('Open it');
  const replace = vscode.l10n.t('Replace it');
  const words = vscode.l10n.t('Your team has a file “{0}” already.', name);
  const detail = vscode.l10n.t('To replace it takes away what your team wrote there.');
  const answer = await vscode.window.showWarningMessage(words, { modal: true, detail }, open, replace);
  if (answer === undefined) throw cancelled();
  return answer === replace;
}
