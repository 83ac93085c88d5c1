import { homedir } from 'node:os';
import * as vscode from 'vscode';
import { outlineOf, type Report, type ReportWords, toHtml, toMarkdown } from '../../growth/report/index.ts';
import { CairnError } from '../../model/errors.ts';

export const formats = ['markdown', 'html'] as const;
export type Format = (typeof formats)[number];

/** A report, without what was taken out already, as the text of a file. */
export function textOf(report: Report, format: Format, words: ReportWords): string {
  const outline = outlineOf(report, words);
  return format === 'html' ? toHtml(outline, words) : toMarkdown(outline, words);
}

/** Throws 'not-found' where nothing can be written there. */
export async function writeText(file: vscode.Uri, text: string): Promise<void> {
  try {
    await vscode.workspace.fs.writeFile(file, Buffer.from(text));
  } catch (error) {
    throw new CairnError(
      'not-found',
      vscode.l10n.t('The file cannot be written: {0}. Choose another place.', file.fsPath),
      { cause: error },
    );
  }
}

/** Asks where to; not the open folder, where others read along. `undefined`: the user has left. */
export async function askFile(name: string, format: Format): Promise<vscode.Uri | undefined> {
  const ending = format === 'html' ? 'html' : 'md';
  return vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(vscode.Uri.file(homedir()), `${name}.${ending}`),
    filters: format === 'html' ? { HTML: ['html'] } : { Markdown: ['md'] },
    title: vscode.l10n.t('Save the report'),
  });
}

/** Markdown in the editor; a page where pages are read. */
export async function openFile(file: vscode.Uri, format: Format): Promise<void> {
  if (format === 'html') await vscode.env.openExternal(file);
  else await vscode.window.showTextDocument(file, { preview: true });
}
