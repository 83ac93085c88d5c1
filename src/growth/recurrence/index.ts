export { codeKind } from './codeKind.ts';
export { recurrenceOf } from './recurrence.ts';
export { RecurrenceIndex } from './recurrenceIndex.ts';
export { tagOf } from './tagOf.ts';
