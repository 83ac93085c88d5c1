import * as vscode from 'vscode';
import type { Frame } from '../../sessions/templates/frames.ts';

/** What a frame is called. */
export function frameName(frame: Frame): string {
  return {
    'keep-stop-start': vscode.l10n.t('Keep, stop, start'),
    grow: vscode.l10n.t('GROW: goal, reality, options, will'),
    'after-action-review': vscode.l10n.t('After-action review'),
    'situation-behaviour-impact-ask': vscode.l10n.t('Situation, behaviour, impact, ask'),
  }[frame];
}

/** When a frame helps. */
export function frameUse(frame: Frame): string {
  return {
    'keep-stop-start': vscode.l10n.t('to give feedback that becomes part of the space'),
    grow: vscode.l10n.t('to find one’s own way towards a goal'),
    'after-action-review': vscode.l10n.t('to learn from something that is over'),
    'situation-behaviour-impact-ask': vscode.l10n.t('to say something that is hard to say'),
  }[frame];
}
