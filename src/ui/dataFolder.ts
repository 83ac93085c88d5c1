import envPaths from 'env-paths';
import * as config from './config.ts';

/** Where spaces and journals live: outside VS Code's own storage, which an uninstall deletes. */
export function dataFolder(): string {
  return config.dataFolderSetting() || envPaths('cairn', { suffix: '' }).data;
}
