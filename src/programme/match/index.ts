export { matchCohort } from './cohort.ts';
export { findFor, type Proposals } from './find.ts';
export { forOthers } from './forOthers.ts';
export { readNoGo } from './noGo.ts';
export type * from './types.ts';
export { type Touch, type Trace, touchesOf } from './work.ts';
