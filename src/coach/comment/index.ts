export { coach, warmUp } from './coach.ts';
export { fixesFor } from './fixes/index.ts';
export { decorations, labels } from './labels.ts';
export { readability } from './readability.ts';
export { reasons } from './reasons.ts';
export { type CoachOptions, type Finding, type FindingCode, type Fix, findingCodes } from './types.ts';
