export { fewest, type Group, grouped } from './grouped.ts';
export { mayPublish, missingAgreements, publishedId, publishedOf } from './published.ts';
export { readPublished } from './read.ts';
export { type Kept, type ProgrammeSummary, summaryOf } from './summary.ts';
export { type PublishedSpace, type RhythmWord, rhythmWords } from './types.ts';
