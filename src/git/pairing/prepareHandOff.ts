import type { Work } from '../work/work.ts';
import type { HandOffOptions, PreparedHandOff } from './types.ts';

export async function prepareHandOff(_work: Work, _options: HandOffOptions): Promise<PreparedHandOff> {
  throw new Error('Not built yet');
}
