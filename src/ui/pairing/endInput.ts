import * as vscode from 'vscode';
import type { EndHow, PreparedEnd } from '../../git/pairing/index.ts';
import { clean } from '../../model/cleanText.ts';
import { ask, cancelled, pick } from '../commands/ask.ts';
import { plural } from '../words/language.ts';
import { inQuotes } from '../words/pairingNames.ts';

/** What becomes of the work. Throws 'cancelled'. */
export function askHow({ base, branch, commits }: PreparedEnd): Promise<EndHow> {
  const count = commits.length;
  return pick<EndHow>(vscode.l10n.t('The pairing ends. What becomes of its commits?'), [
    {
      label: `$(git-merge) ${vscode.l10n.t('One commit on {0}', inQuotes(base))}`,
      detail: vscode.l10n.t('With the names of everybody who took part. Nothing is pushed to it.'),
      value: 'squash',
    },
    {
      label: `$(git-commit) ${vscode.l10n.t('All of them on {0}', inQuotes(base))}`,
      detail: plural(
        count,
        vscode.l10n.t('1 commit, as it is. Nothing is pushed to it.'),
        vscode.l10n.t('{0} commits, as they are. Nothing is pushed to it.', count),
      ),
      value: 'keep',
    },
    {
      label: `$(git-branch) ${vscode.l10n.t('Leave them on {0}', inQuotes(branch))}`,
      detail: vscode.l10n.t('Nothing is moved. The session is logged.'),
      value: 'none',
    },
  ]);
}

/** Shows the message of the one commit, and lets the person write its words anew. Throws 'cancelled'. */
export async function askMessage({ message, base }: PreparedEnd): Promise<string> {
  const commit = { title: vscode.l10n.t('Commit') };
  const edit = { title: vscode.l10n.t('Edit') };
  for (let now = message; ; ) {
    const title = vscode.l10n.t('Commit this to {0}? It is not pushed.', inQuotes(base));
    const detail = clean(now);
    const picked = await vscode.window.showInformationMessage(title, { modal: true, detail }, commit, edit);
    if (picked === commit) return now;
    if (picked !== edit) throw cancelled();
    now = await askWords(now);
  }
}

/** The subject and, with `|` between its lines, what stands below it; the trailers stay. */
async function askWords(message: string): Promise<string> {
  const [subject, body, trailers] = parted(message);
  const first = await ask({
    prompt: vscode.l10n.t('The first line of the message'),
    value: subject,
    validate: (text) => (text.trim() === '' ? vscode.l10n.t('A commit needs a first line.') : undefined),
  });
  const rest = await ask({
    prompt: vscode.l10n.t('What stands below it, with | between the lines; it may be empty'),
    value: body.split('\n').filter(Boolean).join(' | '),
  });
  const lines = rest
    .split('|')
    .map((line) => line.trim())
    .filter(Boolean);
  return [first.trim(), lines.join('\n'), trailers].filter(Boolean).join('\n\n');
}

/** Subject, body and trailers of a message. */
export function parted(message: string): [subject: string, body: string, trailers: string] {
  const [subject = '', ...paragraphs] = message.trim().split(/\n\n+/);
  const isTrailers = /^Co-authored-by: /m.test(paragraphs.at(-1) ?? '');
  const trailers = isTrailers ? (paragraphs.pop() ?? '') : '';
  return [subject, paragraphs.join('\n'), trailers];
}
