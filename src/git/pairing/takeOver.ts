import type { Work } from '../work/work.ts';
import type { ActOptions, Done, PeekedTakeOver } from './types.ts';

export async function takeOver(
  _work: Work,
  _peeked: PeekedTakeOver,
  _options: ActOptions = {},
): Promise<Done> {
  throw new Error('Not built yet');
}
