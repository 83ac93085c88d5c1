import { isAbsolute } from 'node:path';
import * as vscode from 'vscode';
import { invalid, textArgument } from './ask.ts';

/** A file that a program names by its whole path, `undefined` where it names none. Throws 'invalid-argument'. */
export function fileArgument(value: unknown): vscode.Uri | undefined {
  const file = textArgument(value, 'file', 4000);
  if (file === undefined) return undefined;
  if (!isAbsolute(file)) throw invalid(vscode.l10n.t('"file" must be a whole path.'));
  return vscode.Uri.file(file);
}
