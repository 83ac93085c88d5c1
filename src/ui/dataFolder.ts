import { homedir } from 'node:os';
import envPaths from 'env-paths';
import { parseDataFolder } from '../journal/dataFolder.ts';
import * as config from './config.ts';

/**
 * Where spaces and journals live: outside VS Code's own storage, which an uninstall deletes.
 * Throws CairnError 'bad-data-folder'.
 */
export function dataFolder(): string {
  return parseDataFolder(config.dataFolderSetting(), homedir()) ?? envPaths('cairn', { suffix: '' }).data;
}
