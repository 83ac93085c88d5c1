import type { PullLine } from '../github/types.ts';

/** The project's own sample mentorship, told backwards from `now` (milliseconds since 1970). */
export function sampleLines(_options: { now?: number } = {}): PullLine[] {
  return [];
}
