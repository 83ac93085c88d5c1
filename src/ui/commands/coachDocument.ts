import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import { isBox, isDraft } from '../coach/boxes.ts';
import { activeDocument } from './activeText.ts';
import { booleanArgument, objectArgument, textArgument } from './ask.ts';
import type { Command } from './deps.ts';

/**
 * `cairn.coachDocument({ uri?, isCoached? }?)`: lets the coach read a draft (Markdown, plain text, a commit message)
 * as it reads comment boxes, or no longer. Without arguments it is the other way round for the active document.
 * Resolves to `{ isCoached }`.
 */
export const coachDocument: Command = async ({ coach }, argument) => {
  const given = objectArgument(argument);
  const wanted = booleanArgument(given?.isCoached, 'isCoached');
  const document = await activeDocument(textArgument(given?.uri, 'uri', 4000));
  if (!isBox(document) && !isDraft(document)) {
    throw new CairnError(
      'invalid-argument',
      vscode.l10n.t('Cairn coaches comment boxes, Markdown, plain text and commit messages.'),
    );
  }
  const editorCoach = await coach.load();
  // Every comment box is read anyway.
  const isCoached = isBox(document) || (wanted ?? !editorCoach.isCoached(document));
  if (isCoached !== editorCoach.isCoached(document)) editorCoach.toggle(document);
  if (!given) {
    vscode.window.setStatusBarMessage(
      isCoached
        ? vscode.l10n.t('Cairn coaches this document')
        : vscode.l10n.t('Cairn no longer coaches this document'),
      5000,
    );
  }
  return { isCoached };
};
