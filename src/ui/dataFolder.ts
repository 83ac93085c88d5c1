import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import envPaths from 'env-paths';
import { parseDataFolder } from '../journal/folders/dataFolder.ts';
import * as config from './config.ts';

/** Which folder this machine's windows work in, beside what the setting says: nothing moves before a person was asked. */
export type SettledFolder = {
  folder: string;
  /** The setting as it was then, for who takes a change back. */
  setting: string;
  /** A folder from which all was moved: a window that slept may have written there once more. */
  from: string | null;
  /** When that was, milliseconds since 1970. */
  movedAt: number;
};

let memory: string | undefined;

/** @param globalStorage where windows of this machine remember together which folder they work in */
export function rememberDataFolder(globalStorage: string): void {
  memory = join(globalStorage, 'dataFolder.json');
}

/**
 * Where spaces and journals live: outside VS Code's own storage, which an uninstall deletes. After a change of the
 * setting it is the old folder for as long as that holds spaces and nobody has said what shall become of them.
 * Throws CairnError 'bad-data-folder'.
 */
export function dataFolder(): string {
  const wanted = wantedFolder();
  const settled = settledFolder();
  return settled && settled.folder !== wanted && hasSpaces(settled.folder) ? settled.folder : wanted;
}

/** The folder that the setting means. Throws CairnError 'bad-data-folder'. */
export function wantedFolder(): string {
  return resolve(
    parseDataFolder(config.dataFolderSetting(), homedir()) ?? envPaths('cairn', { suffix: '' }).data,
  );
}

/** `null` before anything was settled, and for a file that cannot be read. */
export function settledFolder(): SettledFolder | null {
  try {
    const { folder, setting, from, movedAt } = JSON.parse(readFileSync(memory ?? '', 'utf8'));
    if (typeof folder !== 'string' || typeof setting !== 'string') return null;
    return { folder, setting, from: typeof from === 'string' ? from : null, movedAt: Number(movedAt) || 0 };
  } catch {
    return null;
  }
}

/** From now on, in every window of this machine. Throws errors of the file system. */
export function settleFolder(settled: SettledFolder): void {
  if (memory === undefined) return;
  mkdirSync(join(memory, '..'), { recursive: true });
  writeFileSync(`${memory}.${process.pid}.new`, JSON.stringify(settled));
  renameSync(`${memory}.${process.pid}.new`, memory);
}

function hasSpaces(folder: string): boolean {
  return (
    existsSync(join(folder, 'remarks.md')) ||
    ['spaces', 'private', 'backups'].some((kind) => {
      try {
        return readdirSync(join(folder, kind)).some((name) => !name.startsWith('.'));
      } catch {
        return false;
      }
    })
  );
}
