import type { Work } from '../work/work.ts';
import type { InspectOptions, PeekedTakeOver } from './types.ts';

export async function peekTakeOver(_work: Work, _options: InspectOptions = {}): Promise<PeekedTakeOver> {
  throw new Error('Not built yet');
}
