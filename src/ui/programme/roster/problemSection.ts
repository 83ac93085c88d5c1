import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Programme } from '../../../programme/roster/types.ts';
import type { PanelSection } from '../../panel/content.ts';
import { plural } from '../../words/language.ts';
import { problemWords } from '../../words/programmeProblems.ts';

/** Files of a programme that need somebody's hand, with a way to each; `false` where all are well. */
export function problemSection({ problems }: Pick<Programme, 'problems'>): PanelSection | false {
  if (problems.length === 0) return false;
  const open = vscode.l10n.t('Open File');
  return {
    id: 'problems',
    heading: plural(
      problems.length,
      vscode.l10n.t('1 file to mend'),
      vscode.l10n.t('{0} things to mend in files', problems.length),
    ),
    note: vscode.l10n.t('Everything else in the folder was read.'),
    blocks: [
      {
        kind: 'list',
        items: problems.map((problem, at) => ({
          text: problem.file,
          about: problemWords(problem),
          ...(problem.file.endsWith('.json') && problem.kind !== 'not-a-file'
            ? {
                offers: [
                  { id: `open:${at}`, label: open, says: vscode.l10n.t('{0}: {1}', open, problem.file) },
                ],
              }
            : {}),
        })),
      },
    ],
  };
}

/** Opens the file of a problem, where the offer is about one; the name was a file's in the folder. */
export async function openProblemFile({ folder, problems }: Programme, offer: string): Promise<boolean> {
  const found = /^open:(\d{1,5})$/.exec(offer);
  const problem = found && problems[Number(found[1])];
  if (!problem) return false;
  await vscode.window.showTextDocument(vscode.Uri.file(join(folder, problem.file)));
  return true;
}
