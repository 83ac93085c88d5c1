import * as vscode from 'vscode';
import { type FindingCode, findingCodes } from '../../coach/comment/types.ts';
import { settings } from '../ids.ts';

export const coachLevels = ['off', 'light', 'full'] as const;
export type CoachLevel = (typeof coachLevels)[number];

/** Settings are files that people write: nothing holds their values to the types that the manifest names. */
const value = (name: string): unknown => vscode.workspace.getConfiguration('cairn').get(name);

/** How much the coach says; light for what is no level. */
export function coachLevel(): CoachLevel {
  const found = value(settings.coachLevel) as CoachLevel;
  return coachLevels.includes(found) ? found : 'light';
}

/** The kinds of findings that the user does not want to hear of. */
export function silencedFindings(): FindingCode[] {
  const found = value(settings.coachSilenced);
  return Array.isArray(found) ? findingCodes.filter((code) => found.includes(code)) : [];
}

/** Replaces that list, for this user in every workspace. */
export function setSilencedFindings(codes: readonly FindingCode[]): Thenable<void> {
  const sorted = findingCodes.filter((code) => codes.includes(code));
  const target = vscode.ConfigurationTarget.Global;
  return vscode.workspace.getConfiguration('cairn').update(settings.coachSilenced, sorted, target);
}

/** Whether Cairn reminds once a round that specific praise is allowed. */
export function remindsOfPraise(): boolean {
  return value(settings.coachPraise) === true;
}

/** Whether the user has said that a comment may go to a language model of VS Code, act by act. */
export function mayUseModel(): boolean {
  return value(settings.coachLanguageModel) === true;
}

/** A team's own decorations of Conventional Comments, such as `a11y`. */
export function ownDecorations(): string[] {
  const found = value(settings.coachDecorations);
  const words = Array.isArray(found) ? found.filter((one) => typeof one === 'string') : [];
  return words.map((one) => one.trim()).filter((one) => /^[^\s(),:]{1,40}$/.test(one));
}
