import type { Facts } from '../reading/facts.ts';
import type { Found } from '../types.ts';
import { personSigns } from '../words/person.ts';

/** Remarks aimed at somebody rather than at the code. */
export function aboutThePerson(facts: Facts): Found[] {
  const found: Found[] = [];
  for (const sentence of facts.sentences) {
    for (const { pattern, isSure } of personSigns) {
      const hit = pattern.exec(sentence.text);
      if (!hit) continue;
      const start = sentence.start + hit.index;
      found.push({
        code: 'about-the-person',
        start,
        end: start + hit[0].length,
        message: isSure
          ? 'This speaks of the person; say what the code does or lacks, and it can be acted on.'
          : 'Naming what the code lacks, instead of who left it out, is easier to take up.',
        isSure,
      });
      break;
    }
  }
  return found;
}
