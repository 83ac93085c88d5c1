export { type ChangedSection, changedSections, isChanged } from './changes.ts';
export { type CharterFacts, fillCharter, placeholders } from './fill.ts';
export { type CharterPart, charterParts, partsOf } from './parts.ts';
export { type CharterRemark, type ReadCharter, readCharter } from './read.ts';
export { monthsText, readMonths, readRhythm, rhythmText, type SaidRhythm } from './rhythm.ts';
