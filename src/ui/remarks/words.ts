import * as vscode from 'vscode';

/** What a label of Conventional Comments says, in the user's language. */
export function labelMeaning(name: string): string | undefined {
  return meanings().get(name);
}

/** What a decoration says; `undefined` for a team's own. */
export function decorationMeaning(name: string): string | undefined {
  return decorationMeanings().get(name);
}

const meanings = () =>
  new Map([
    ['praise', vscode.l10n.t('Something good, and why')],
    ['nitpick', vscode.l10n.t('A matter of taste, optional')],
    ['suggestion', vscode.l10n.t('A better way, and why')],
    ['issue', vscode.l10n.t('A problem, best with a suggestion')],
    ['todo', vscode.l10n.t('A small change that is needed')],
    ['question', vscode.l10n.t('Something that you are not sure of')],
    ['thought', vscode.l10n.t('An idea; nothing has to be done')],
    ['chore', vscode.l10n.t('A task of the process')],
    ['note', vscode.l10n.t('To know; nothing has to be done')],
    ['typo', vscode.l10n.t('A slip of spelling')],
    ['polish', vscode.l10n.t('Nothing is wrong, it can be made better')],
    ['quibble', vscode.l10n.t('Much like a nitpick')],
  ]);

const decorationMeanings = () =>
  new Map([
    ['non-blocking', vscode.l10n.t('May be done later')],
    ['blocking', vscode.l10n.t('Has to be done first')],
    ['if-minor', vscode.l10n.t('Only when it is a small change')],
    ['security', vscode.l10n.t('Concerns security')],
    ['test', vscode.l10n.t('Concerns tests')],
    ['ux', vscode.l10n.t('Concerns what users see')],
  ]);
