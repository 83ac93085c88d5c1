import type { Work } from '../work/work.ts';
import type { ActOptions, Restored } from './types.ts';

export async function restoreBackup(_work: Work, _ref: string, _options: ActOptions = {}): Promise<Restored> {
  throw new Error('Not built yet');
}
