import * as vscode from 'vscode';
import type { PulseQuestion, TrialQuestion, TrialWord } from '../../model/mentorship.ts';
import { listWords } from '../growth/panelWords.ts';

export function pulseName(question: PulseQuestion): string {
  return {
    value: vscode.l10n.t('Value'),
    clarity: vscode.l10n.t('Clarity'),
    workload: vscode.l10n.t('Workload'),
    relationship: vscode.l10n.t('Relationship'),
  }[question];
}

export function pulseQuestion(question: PulseQuestion): string {
  return {
    value: vscode.l10n.t('Value: what do you get out of it?'),
    clarity: vscode.l10n.t('Clarity: do you know what you are working on together?'),
    workload: vscode.l10n.t('Workload: does it fit into your weeks?'),
    relationship: vscode.l10n.t('Relationship: how openly can you speak?'),
  }[question];
}

/** The words for 1 to 5: more is better in each of them. */
export function pulseSteps(question: PulseQuestion): string[] {
  switch (question) {
    case 'value':
      return [
        vscode.l10n.t('Nothing that I could name'),
        vscode.l10n.t('Little so far'),
        vscode.l10n.t('Something now and then'),
        vscode.l10n.t('A good deal'),
        vscode.l10n.t('More than I hoped for'),
      ];
    case 'clarity':
      return [
        vscode.l10n.t('Not at all'),
        vscode.l10n.t('Only roughly'),
        vscode.l10n.t('By and large'),
        vscode.l10n.t('Yes, with small gaps'),
        vscode.l10n.t('Yes, and what comes next'),
      ];
    case 'workload':
      return [
        vscode.l10n.t('It is far too much'),
        vscode.l10n.t('It is often too much'),
        vscode.l10n.t('It just about fits'),
        vscode.l10n.t('It fits'),
        vscode.l10n.t('It fits with ease'),
      ];
    case 'relationship':
      return [
        vscode.l10n.t('I keep most things to myself'),
        vscode.l10n.t('I am careful with what I say'),
        vscode.l10n.t('About the work, yes'),
        vscode.l10n.t('Mostly openly'),
        vscode.l10n.t('I can say and ask anything'),
      ];
  }
}

export function trialName(question: TrialQuestion): string {
  return {
    useful: vscode.l10n.t('Useful'),
    respectful: vscode.l10n.t('Respectful'),
    sustainable: vscode.l10n.t('Sustainable'),
  }[question];
}

export function trialQuestion(question: TrialQuestion): string {
  return {
    useful: vscode.l10n.t('Useful: does it help with what you want to learn, or to pass on?'),
    respectful: vscode.l10n.t('Respectful: are your time, your words and your limits respected?'),
    sustainable: vscode.l10n.t('Sustainable: could you go on like this for months?'),
  }[question];
}

export function trialWord(word: TrialWord): string {
  return {
    yes: vscode.l10n.t('Yes'),
    partly: vscode.l10n.t('Partly'),
    no: vscode.l10n.t('No'),
  }[word];
}

const fieldName = (field: string): string =>
  field === 'words'
    ? vscode.l10n.t('Words')
    : field in pulseNames
      ? pulseName(field as PulseQuestion)
      : trialName(field as TrialQuestion);
const pulseNames = { value: 1, clarity: 1, workload: 1, relationship: 1 };

/** "Value and Words". */
export const fieldWords = (fields: readonly string[]): string => listWords(fields.map(fieldName));
export { fieldName };
