import * as vscode from 'vscode';
import type { Scale } from '../../model/growth.ts';

/** What a mentee is asked about themselves. */
export function scaleName(scale: Scale): string {
  return {
    confidence: vscode.l10n.t('Confidence'),
    autonomy: vscode.l10n.t('Autonomy'),
    escalations: vscode.l10n.t('Escalations'),
  }[scale];
}

/** What a number on a scale means, in words; for one that is none of the scale's, the number. */
export function scaleValue(scale: Scale, value: number): string {
  if (scale === 'escalations')
    return value === 1
      ? vscode.l10n.t('once in four weeks')
      : vscode.l10n.t('{0} times in four weeks', value);
  const words = scaleSteps(scale)[value - 1];
  return words === undefined ? String(value) : vscode.l10n.t('{0} of 5: {1}', value, words);
}

/** The words for 1 to 5. */
export function scaleSteps(scale: Exclude<Scale, 'escalations'>): string[] {
  if (scale === 'confidence')
    return [
      vscode.l10n.t('I doubt most of what I hand in'),
      vscode.l10n.t('I am often unsure'),
      vscode.l10n.t('Sometimes sure, sometimes not'),
      vscode.l10n.t('I am mostly sure'),
      vscode.l10n.t('I can stand by what I hand in'),
    ];
  return [
    vscode.l10n.t('I need somebody beside me'),
    vscode.l10n.t('I need help at most steps'),
    vscode.l10n.t('I do the usual things alone'),
    vscode.l10n.t('I do most things alone and ask when it is hard'),
    vscode.l10n.t('I do it alone, and help others with it'),
  ];
}
