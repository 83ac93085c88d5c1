import type { Work } from '../work/work.ts';
import type { ActOptions, Done, PreparedHandOff } from './types.ts';

export async function handOff(
  _work: Work,
  _prepared: PreparedHandOff,
  _options: ActOptions = {},
): Promise<Done> {
  throw new Error('Not built yet');
}
