export { diffLines } from './diffLines.ts';
export { lineInText } from './place.ts';
export { type Answer, type Idea, type Recalled, RecallIndex, type Staged } from './recallIndex.ts';
