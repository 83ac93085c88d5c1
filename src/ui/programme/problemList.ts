import * as vscode from 'vscode';
import { cancelled, pick } from '../commands/ask.ts';
import { plainIcons } from '../commands/chosenRecord.ts';
import { plural } from '../words/language.ts';
import type { TemplateNote } from './templates.ts';

/** A last row of a list of templates: what of them could not be read. None where all could. */
export function problemRow<T>(
  problems: readonly TemplateNote[],
  value: T,
): (vscode.QuickPickItem & { value: T })[] {
  if (problems.length === 0) return [];
  const label = plural(
    problems.length,
    vscode.l10n.t('1 line of the templates is to be mended'),
    vscode.l10n.t('{0} lines of the templates are to be mended', problems.length),
  );
  return [{ label: `$(warning) ${label}`, detail: plainIcons(problems[0]!.says), value }];
}

/** Lets somebody open the file with a problem at its line, and ends the command with that. Throws 'cancelled'. */
export async function openProblem(problems: readonly TemplateNote[]): Promise<never> {
  const note = await pick(
    vscode.l10n.t('Which one do you want to open?'),
    problems.map((one) => ({ label: `$(warning) ${plainIcons(one.says)}`, value: one })),
  );
  await openAt(note);
  throw cancelled();
}

/** Opens the file that a problem is in, at its line. */
export async function openAt({ path, line }: Pick<TemplateNote, 'path' | 'line'>): Promise<void> {
  if (path === null) return;
  const at = new vscode.Position(Math.max((line ?? 1) - 1, 0), 0);
  await vscode.window.showTextDocument(vscode.Uri.file(path), { selection: new vscode.Range(at, at) });
}
