import type { Work } from '../work/work.ts';
import type { InspectOptions, WorkState } from './types.ts';

export async function inspect(_work: Work, _options: InspectOptions = {}): Promise<WorkState> {
  throw new Error('Not built yet');
}
