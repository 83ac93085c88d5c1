import * as vscode from 'vscode';
import { isBox, isDraft } from '../coach/boxes.ts';
import type { Silence } from '../coach/editorCoach.ts';
import { silencedFindings } from '../coach/settings.ts';
import { kindName } from '../coach/words.ts';
import { activeDocument } from './activeText.ts';
import { objectArgument, textArgument } from './ask.ts';
import type { Command } from './deps.ts';

/**
 * `cairn.explainCoach({ uri? }?)`: says what the coach found in a text, or why it is silent. Resolves to
 * `{ findings, reason, silenced }`: the codes that were found; why there are none (`null` where there are some); the
 * kinds that the settings silence.
 */
export const explainCoach: Command = async ({ coach }, argument) => {
  const given = objectArgument(argument);
  const document = await activeDocument(textArgument(given?.uri, 'uri', 4000));
  const editorCoach = await coach.load();
  const findings = editorCoach.findings(document).map(({ code }) => code);
  const reason = findings.length > 0 ? null : editorCoach.whySilent(document);
  const silenced = silencedFindings();
  if (!given) {
    const lines = [reason === null ? foundWords(findings.length) : silentWords(reason, document)];
    if (silenced.length > 0 && reason !== 'off' && reason !== 'not-coached')
      lines.push(vscode.l10n.t('You silenced: {0}.', silenced.map(kindName).join(', ')));
    void vscode.window.showInformationMessage(lines.join(' '));
  }
  return { findings, reason, silenced };
};

const foundWords = (count: number) =>
  count === 1
    ? vscode.l10n.t(
        'Cairn underlines one thing here. Put the caret on it and press Ctrl+. to see what can be done.',
      )
    : vscode.l10n.t(
        'Cairn underlines {0} things here. Put the caret on one and press Ctrl+. to see what can be done.',
        count,
      );

function silentWords(reason: Silence, document: vscode.TextDocument): string {
  switch (reason) {
    case 'off':
      return vscode.l10n.t('The coach is off: see the setting cairn.coach.level.');
    case 'not-coached':
      return isDraft(document) && !isBox(document)
        ? vscode.l10n.t('Cairn reads this document only when you ask: use “Cairn: Coach This Document”.')
        : vscode.l10n.t('Cairn coaches comment boxes, Markdown, plain text and commit messages.');
    case 'code-only':
      return vscode.l10n.t(
        'Cairn is silent: there is only code or quotes here, and it does not touch those.',
      );
    case 'no-words':
      return vscode.l10n.t('Cairn is silent: there are no words here that it could read.');
    case 'other-language':
      return vscode.l10n.t(
        'Cairn is silent: this does not read like English, the only language that it knows.',
      );
    case 'too-long':
      return vscode.l10n.t('Cairn is silent: this is longer than a comment that it reads.');
    case 'nothing-found':
      return vscode.l10n.t('Cairn has read this and has nothing to say about it.');
  }
}
