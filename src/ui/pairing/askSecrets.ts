import * as vscode from 'vscode';
import type { PreparedHandOff, Secret } from '../../git/pairing/index.ts';
import { cancelled } from '../commands/ask.ts';
import { wordsForFinding } from '../words/pairing.ts';
import { restorePlaces } from './restorePlaces.ts';

/**
 * Holds a packet back in which probable secrets are, until the person says that they are none. What Enter does is to
 * look at the first one. Throws 'cancelled' for all but "push".
 */
export async function askSecrets(root: vscode.Uri, { findings, secrets }: PreparedHandOff): Promise<void> {
  const finding = findings.find(({ obstacle }) => obstacle === 'secrets');
  const [first] = secrets;
  if (!finding || !first) return;
  const detail = { ...finding.detail, paths: withLines(secrets) };
  const [message = '', ...lines] = wordsForFinding({ ...finding, detail }).split('\n');
  const look = vscode.l10n.t('Look at It');
  const push = vscode.l10n.t('Push All the Same');
  const warning = vscode.l10n.t(
    'Whoever can read the repository could read them, for good. Nothing was committed or pushed.',
  );
  const picked = await vscode.window.showWarningMessage(
    message,
    { modal: true, detail: [lines.join('\n'), warning].join('\n\n') },
    look,
    push,
  );
  if (picked === push) return;
  if (picked === look) await restorePlaces(root, [{ path: first.path, line: first.line, column: 1 }]);
  throw cancelled();
}

/** Where they are, so that they are found; the secret itself is nowhere. */
const withLines = (secrets: readonly Secret[]) =>
  secrets.map(({ path, line, kind }) => `${path}:${line} (${kind})`);
