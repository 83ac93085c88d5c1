import type { WorkOptions } from '../pairing/types.ts';
import type { Work } from './work.ts';

/** Opens the repository that holds a folder. @throws CairnError 'no-repository', 'git-missing', 'git-failed' */
export async function openWork(_options: WorkOptions): Promise<Work> {
  throw new Error('Not built yet');
}
