import * as vscode from 'vscode';
import { type Host, parseHost } from '../model/host.ts';
import { settings } from './ids.ts';

/** Settings are files that people write: nothing holds their values to the types that the manifest names. */
const value = (name: string): unknown => vscode.workspace.getConfiguration('cairn').get(name);

function text(name: string): string {
  const found = value(name);
  return typeof found === 'string' ? found.trim() : '';
}

/** The GitHub server. Throws CairnError 'bad-host'. Machine-scoped: a workspace cannot redirect a token. */
export function host(): Host {
  return parseHost(text(settings.host) || 'https://github.com');
}

/** Repositories named in the settings, `owner/name` each. */
export function repositorySetting(): string[] {
  const found = value(settings.repositories);
  const names = Array.isArray(found) ? found.filter((name) => typeof name === 'string') : [];
  return names.map((name) => name.trim()).filter(Boolean);
}

/** Login that the settings name as the mentee, `null` where they name none. */
export function menteeSetting(): string | null {
  return text(settings.mentee).replace(/^@/, '') || null;
}

const shortest = 3000;
const longest = 24 * 3600_000;

/** Milliseconds between two pulls by themselves, 3 s to a day; 0 for never. What is no number is 10 minutes. */
export function pullInterval(): number {
  const found = value(settings.pullInterval);
  const minutes = typeof found === 'number' && Number.isFinite(found) ? found : 10;
  return minutes <= 0 ? 0 : Math.min(Math.max(minutes * 60_000, shortest), longest);
}

/** Milliseconds between two looks for what others wrote, a second to a day; 0 for only on command. */
export function syncInterval(): number {
  const found = value(settings.syncInterval);
  const minutes = typeof found === 'number' && Number.isFinite(found) ? found : 1;
  return minutes <= 0 ? 0 : Math.min(Math.max(minutes * 60_000, 1000), longest);
}

/** Minutes of a turn in a pairing. */
export function turnMinutes(): number {
  const found = value(settings.pairingTurnMinutes);
  return typeof found === 'number' && Number.isInteger(found) && found > 0 && found <= 600 ? found : 10;
}

/** Whether the hooks of the user's repositories run for a pairing. */
export const pairingHooks = (): boolean => value(settings.pairingHooks) === true;

/** Whether earlier feedback on what is staged is recalled. */
export const recall = (): boolean => value(settings.recall) !== false;

/** Folder that the settings name for journals; empty where the platform's usual place is meant. */
export function dataFolderSetting(): string {
  return text(settings.dataFolder);
}

/** Runs `act` when one of these settings changes. */
export function onSettingChange(names: (keyof typeof settings)[], act: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (names.some((name) => event.affectsConfiguration(`cairn.${settings[name]}`))) act();
  });
}
