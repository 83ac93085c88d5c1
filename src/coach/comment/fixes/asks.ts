import type { Facts } from '../reading/facts.ts';
import { slip } from '../reading/signs.ts';
import type { Finding, Fix } from '../types.ts';
import { capital, caretHere, endOfWords, firstOwn, fix, sentenceAt } from './edits.ts';
import { questionsFor } from './questions.ts';

/** Puts labels in front, the one that fits best first; nothing where there is a label. */
export function labelFixes(facts: Facts, code: Finding['code']): (Fix | null)[] {
  if (facts.label) return [];
  const at = firstOwn(facts);
  const one = (label: string) =>
    fix(facts, 'label', `Begin with “${label}:”`, [{ start: at, end: at, text: `${label}: ` }]);
  const request = facts.requests[0];
  if (code === 'blocking-unclear') {
    const gentle = request && slip.test(request.sentence.text) ? 'nitpick' : 'suggestion (non-blocking)';
    return [one(gentle), one('issue (blocking)')];
  }
  if (facts.hasQuestion) return [one('question')];
  if (request && slip.test(request.sentence.text)) return [one('nitpick')];
  return [one(!request || request.how === 'must' || request.how === 'should' ? 'issue' : 'suggestion')];
}

/** ", because …" at the end of the sentence, and the writer goes on there. */
export function becauseFix(facts: Facts, finding: Finding): Fix | null {
  const sentence = sentenceAt(facts, finding.start);
  if (!sentence) return null;
  const at = endOfWords(facts, sentence);
  return fix(facts, 'because', 'Add “because …”', [{ start: at, end: at, text: `, because ${caretHere}…` }]);
}

/** A sentence of the shape "When …, then …." after the one that asks. */
export function impactFix(facts: Facts, finding: Finding): Fix | null {
  const sentence = sentenceAt(facts, finding.start);
  if (!sentence) return null;
  const stop = endOfWords(facts, sentence) === sentence.end ? '.' : '';
  return fix(facts, 'impact', 'Say the effect: “When …, then …”', [
    { start: sentence.end, end: sentence.end, text: `${stop} When ${caretHere}…, then ….` },
  ]);
}

/** The order as a question, and questions that could stand beside it. */
export function questionFixes(facts: Facts, finding: Finding): (Fix | null)[] {
  const sentence = sentenceAt(facts, finding.start);
  const request = facts.requests.find(({ start }) => start === finding.start);
  if (!sentence || !request) return [];
  const end = endOfWords(facts, sentence);
  const fixes: (Fix | null)[] = [];
  if (request.how === 'order' && request.verb !== "don't" && request.verb !== 'never') {
    const verb = facts.text.slice(request.start, request.end).replace(/^(?:please|pls|plz)\s{1,5}/i, '');
    const before = facts.prose.slice(sentence.start, request.start).trim();
    const could = before === '' || /[:,-]$/.test(before) ? 'Could we ' : 'could we ';
    fixes.push(
      fix(facts, 'question', 'Ask: “Could we …?”', [
        {
          start: request.start,
          end: request.end,
          text: could + verb.slice(0, 1).toLowerCase() + verb.slice(1),
        },
        { start: end, end: sentence.end, text: '?' },
      ]),
    );
  }
  for (const question of questionsFor(sentence.text)) {
    const stop = end === sentence.end ? '.' : '';
    fixes.push(
      fix(facts, 'question', `Ask: “${capital(question)}”`, [
        { start: sentence.end, end: sentence.end, text: `${stop} ${question}` },
      ]),
    );
  }
  return fixes;
}

/** What is seen, and what would be better, to be filled in. */
export function specificFix(facts: Facts, finding: Finding): Fix | null {
  const sentence = sentenceAt(facts, Math.max(finding.start, finding.end - 1)) ?? facts.sentences.at(-1);
  if (!sentence) return null;
  const stop = endOfWords(facts, sentence) === sentence.end ? '.' : '';
  return fix(facts, 'specific', 'Say what you see and what you would expect', [
    { start: sentence.end, end: sentence.end, text: `${stop} I see ${caretHere}…; I would expect ….` },
  ]);
}

/** Says of an idea that it can wait. */
export function laterFix(facts: Facts, finding: Finding): Fix | null {
  return fix(facts, 'later', 'Say that it can wait', [
    { start: finding.start, end: finding.start, text: 'For a later round: ' },
  ]);
}
