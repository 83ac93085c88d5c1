import { type Facts, factsOf } from '../reading/facts.ts';
import type { Finding, Fix } from '../types.ts';
import { becauseFix, impactFix, labelFixes, laterFix, questionFixes, specificFix } from './asks.ts';
import { calmFix, dropFix, taskFixes, withoutWordFix } from './tone.ts';

const byCode: Record<Finding['code'], (facts: Facts, finding: Finding) => (Fix | null)[]> = {
  'no-why': (facts, finding) => [becauseFix(facts, finding), impactFix(facts, finding)],
  vague: (facts, finding) => [
    specificFix(facts, finding),
    impactFix(facts, finding),
    ...labelFixes(facts, finding.code),
  ],
  'about-the-person': (facts, finding) => [...taskFixes(facts, finding), dropFix(facts, finding)],
  harsh: (facts, finding) => [
    withoutWordFix(facts, finding),
    calmFix(facts, finding),
    dropFix(facts, finding),
  ],
  'command-not-question': questionFixes,
  'blocking-unclear': (facts, finding) => labelFixes(facts, finding.code),
  'too-much': (facts, finding) => [laterFix(facts, finding), dropFix(facts, finding)],
};

/**
 * Ways to mend a finding of this very text, the best first. They change the writer's own words only; where a sentence
 * to be rewritten holds code or a link, that way is left out.
 */
export function fixesFor(text: string, finding: Finding): Fix[] {
  if (finding.start < 0 || finding.end > text.length || finding.start > finding.end) return [];
  const facts = factsOf(text);
  return byCode[finding.code](facts, finding).filter((fix) => fix !== null);
}
