import type { Work } from '../work/work.ts';
import type { ActOptions, Done, InspectOptions, Prepared } from './types.ts';

export async function prepareStart(_work: Work, _options: InspectOptions = {}): Promise<Prepared> {
  throw new Error('Not built yet');
}

export async function startPairing(
  _work: Work,
  _prepared: Prepared,
  _options: ActOptions = {},
): Promise<Done> {
  throw new Error('Not built yet');
}
