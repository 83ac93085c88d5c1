import * as vscode from 'vscode';
import { type Host, parseHost } from '../model/host.ts';
import { settings } from './ids.ts';

const section = () => vscode.workspace.getConfiguration('cairn');

/** The GitHub server. Throws CairnError 'bad-host'. Machine-scoped: a workspace cannot redirect a token. */
export function host(): Host {
  return parseHost(section().get<string>(settings.host, 'https://github.com'));
}

/** Repositories named in the settings, `owner/name` each. */
export function repositorySetting(): string[] {
  return section().get<string[]>(settings.repositories, []);
}

/** Login that the settings name as the mentee, `null` where they name none. */
export function menteeSetting(): string | null {
  return section().get<string>(settings.mentee, '').trim().replace(/^@/, '') || null;
}

/** Milliseconds between two pulls by themselves; 0 for never. */
export function pullInterval(): number {
  return Math.max(0, section().get<number>(settings.pullInterval, 10)) * 60_000;
}

/** Folder that the settings name for journals; empty where the platform's usual place is meant. */
export function dataFolderSetting(): string {
  return section().get<string>(settings.dataFolder, '').trim();
}

/** Runs `act` when one of these settings changes. */
export function onSettingChange(names: (keyof typeof settings)[], act: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (names.some((name) => event.affectsConfiguration(`cairn.${settings[name]}`))) act();
  });
}
