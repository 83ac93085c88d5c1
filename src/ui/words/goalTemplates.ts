import * as vscode from 'vscode';
import type { GoalSignal, Stage } from '../../programme/goals/index.ts';

export function stageName(stage: Stage): string {
  if (stage === 'junior') return vscode.l10n.t('Junior');
  return stage === 'mid' ? vscode.l10n.t('Mid') : vscode.l10n.t('Senior');
}

/** What most grow in at a stage. */
export function stageMeaning(stage: Stage): string {
  if (stage === 'junior')
    return vscode.l10n.t('Tools, process, confidence: doing it alone for the first times.');
  return stage === 'mid'
    ? vscode.l10n.t('Troubleshooting, ownership: carrying things from start to end.')
    : vscode.l10n.t('Influence, design judgement, mentoring others: making others succeed.');
}

/** What shows that a goal is lived, with where: "Pull request: …". */
export function signalWords({ by, text }: GoalSignal): string {
  if (by === null) return text;
  return by === 'session'
    ? vscode.l10n.t('In a session: {0}', text)
    : vscode.l10n.t('In a pull request: {0}', text);
}
