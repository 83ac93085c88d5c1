import * as vscode from 'vscode';
import type { PreparedHandOff } from '../../git/pairing/index.ts';
import { clean } from '../../model/cleanText.ts';
import { cancelled } from '../commands/ask.ts';
import { plural } from '../words/language.ts';
import { inQuotes } from '../words/pairingNames.ts';
import { nameWord } from '../words/whose.ts';

const mostFiles = 10;

/** Shows what is about to be pushed, whole, and asks. Throws 'cancelled'. */
export async function askToPush(prepared: PreparedHandOff, next: string | null): Promise<'push' | 'edit'> {
  const { message, files, branch } = prepared;
  const title =
    next === null
      ? vscode.l10n.t('Push this to {0}?', inQuotes(branch))
      : vscode.l10n.t('Hand off to {0} by pushing this to {1}?', nameWord(next), inQuotes(branch));
  const detail = [clean(message), filesWords(files)].join('\n\n');
  const push = { title: vscode.l10n.t('Push') };
  const edit = { title: vscode.l10n.t('Edit') };
  const picked = await vscode.window.showInformationMessage(title, { modal: true, detail }, push, edit);
  if (picked === push) return 'push';
  if (picked === edit) return 'edit';
  throw cancelled();
}

/** Which files a commit changes, the first ones by name. */
export function filesWords(files: readonly { path: string; status: string }[]): string {
  if (files.length === 0) return vscode.l10n.t('No file has changed since the last commit.');
  const head = plural(
    files.length,
    vscode.l10n.t('1 file has changed:'),
    vscode.l10n.t('{0} files have changed:', files.length),
  );
  const lines = files
    .slice(0, mostFiles)
    .map(({ path, status }) => `${signs[status] ?? '•'} ${inQuotes(path)}`);
  const rest = files.length - lines.length;
  return [head, ...lines, ...(rest > 0 ? [vscode.l10n.t('• and {0} more', rest)] : [])].join('\n');
}

const signs: Record<string, string> = { A: '+', D: '−', M: '•' };
