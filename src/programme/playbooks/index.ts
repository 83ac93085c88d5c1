export {
  agendaText,
  type Cast,
  type Draft,
  draftOf,
  draftsOf,
  isMaking,
  partsIn,
  titleLine,
} from './drafts.ts';
export { type Made, madeBefore, type Standing } from './made.ts';
export { mostSteps, readPlaybook } from './readPlaybook.ts';
export { isPlaybookName } from './readStep.ts';
export type * from './types.ts';
export { dayFor, readWhen } from './when.ts';
