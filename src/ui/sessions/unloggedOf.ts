import { join } from 'node:path';
import { dataFolder } from '../dataFolder.ts';
import { Unlogged } from './unlogged.ts';

/** One for each folder, so that what a disk refused is here for the next try. */
const all = new Map<string, Unlogged>();

/** Those of a space, by its folder's name. */
export function unloggedOf(space: string): Unlogged {
  const folder = join(dataFolder(), 'drafts', space, 'sessions');
  const known = all.get(folder) ?? new Unlogged(folder);
  all.set(folder, known);
  return known;
}
