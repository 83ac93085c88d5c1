import type { Work } from '../work/work.ts';
import type { Backup } from './types.ts';

export async function listBackups(_work: Work): Promise<Backup[]> {
  throw new Error('Not built yet');
}
