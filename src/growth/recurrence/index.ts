export { codeKind } from './codeKind.ts';
export { type Earlier, readTheme, recurrenceOf } from './recurrence.ts';
export { RecurrenceIndex } from './recurrenceIndex.ts';
export { tagOf } from './tagOf.ts';
