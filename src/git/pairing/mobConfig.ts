import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { unquoteGo } from './goString.ts';
import type { MobConfig } from './types.ts';

/** What `mob` 5 does where nobody has set anything. */
export const mobDefaults: MobConfig = { remote: 'origin', prefix: 'mob/', qualifier: '', separator: '-' };

const keys: Record<string, keyof MobConfig> = {
  MOB_REMOTE_NAME: 'remote',
  MOB_WIP_BRANCH_PREFIX: 'prefix',
  MOB_WIP_BRANCH_QUALIFIER: 'qualifier',
  MOB_WIP_BRANCH_QUALIFIER_SEPARATOR: 'separator',
  MOB_WIP_COMMIT_MESSAGE: 'subject',
};
/** Bytes; more of a settings file than that is not read. */
const longestFile = 64 * 1024;
const longestValue = 200;

export type MobPlaces = {
  env: NodeJS.ProcessEnv;
  /** The user's home folder; `null` where there is none. */
  home: string | null;
  /** Top of the working tree. */
  root: string;
};

/**
 * What `mob` is set to, later ones first: `<root>/.mob`, `~/.mob`, the environment, its defaults. The files are read
 * line by line and never run. The one in the repository is a stranger's: a value that could not be part of the name
 * of a branch or remote is left out, from wherever it comes, as `mob` leaves out what it cannot parse.
 */
export async function readMobConfig({ env, home, root }: MobPlaces): Promise<MobConfig> {
  let config = fromEnvironment(mobDefaults, env);
  for (const folder of home === null ? [root] : [home, root]) {
    config = fromFile(config, await settingsFile(join(folder, '.mob')));
  }
  return config;
}

/** Empty variables count as not set. */
export function fromEnvironment(config: MobConfig, env: NodeJS.ProcessEnv): MobConfig {
  const result = { ...config };
  // mob under another name writes that name into its commits.
  const cli = env.MOB_CLI_NAME;
  if (cli && cli !== 'mob') set(result, 'subject', `${cli} next [ci-skip] [ci skip] [skip ci]`);
  for (const [name, key] of Object.entries(keys)) {
    const value = env[name];
    if (value) set(result, key, value);
  }
  return result;
}

/** A line `KEY="value"` each, the value in Go's quotes; anything else says nothing. */
export function fromFile(config: MobConfig, text: string): MobConfig {
  const result = { ...config };
  for (const line of text.split('\n')) {
    const trimmed = line.trim();
    const equals = trimmed.indexOf('=');
    const name = equals < 0 ? '' : trimmed.slice(0, equals);
    const key = Object.hasOwn(keys, name) ? keys[name] : undefined;
    const value = key && unquoteGo(trimmed.slice(equals + 1));
    if (key && typeof value === 'string') set(result, key, value);
  }
  return result;
}

function set(config: MobConfig, key: keyof MobConfig, value: string): void {
  if (isUsable(key, value)) config[key] = value;
}

/** Whether a branch or remote may be named so; git says the last word about the whole name. */
function isUsable(key: keyof MobConfig, value: string): boolean {
  if (value.length > longestValue) return false;
  if (key === 'subject') return value.trim() !== '' && !/\p{Cc}/u.test(value);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: git allows none of these in the name of a ref.
  if (/[\x00-\x20\x7f~^:?*[\\]|\.\.|@\{|\/\/|^[-/]/.test(value)) return key === 'qualifier' && value === '';
  // Without a prefix the branch of the pairing would be the base branch itself.
  return value !== '' || key === 'qualifier';
}

async function settingsFile(path: string): Promise<string> {
  try {
    // A pipe or a device would keep us waiting, from opening it on.
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      if (!(await file.stat()).isFile()) return '';
      const { buffer, bytesRead } = await file.read(Buffer.alloc(longestFile), 0, longestFile, 0);
      return buffer.toString('utf8', 0, bytesRead);
    } finally {
      await file.close();
    }
  } catch {
    // Not there, or not for us: as if nothing was set, as in mob.
    return '';
  }
}
