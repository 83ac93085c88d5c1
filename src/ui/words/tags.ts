import * as vscode from 'vscode';
import type { Tag } from '../../model/state.ts';

/** The word of a tag as it stands within a line: "1 keep". */
export function tagWord(tag: Tag): string {
  return { keep: vscode.l10n.t('keep'), stop: vscode.l10n.t('stop'), start: vscode.l10n.t('start') }[tag];
}

/** The word of a tag where it stands alone: "Keep". */
export function tagName(tag: Tag): string {
  return { keep: vscode.l10n.t('Keep'), stop: vscode.l10n.t('Stop'), start: vscode.l10n.t('Start') }[tag];
}

/** What Cairn suggests: a tag, or that the feedback is set aside, since it asks for nothing. */
export function suggestionName(suggested: Tag | 'setAside'): string {
  return suggested === 'setAside' ? vscode.l10n.t('Set aside') : tagName(suggested);
}
