import type { Matches } from './types.ts';

/**
 * The same matches for whatever leaves the lead's machine: files, copies, results for programs. Who is to be kept apart
 * is the lead's alone, so nobody reads that it was a reason, and no login that stands in those pairs only.
 */
export const forOthers = <T extends Matches>(matches: T): T => ({
  ...matches,
  unmatched: matches.unmatched.map(({ mentee, advice }) => ({
    mentee,
    advice: advice.map((one) => (one.kind === 'kept-apart' ? { kind: 'nobody-fits' as const } : one)),
  })),
  unknownLogins: [],
});
