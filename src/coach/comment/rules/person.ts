import type { Facts } from '../reading/facts.ts';
import type { Sentence } from '../reading/sentences.ts';
import { type Token, tokensOf } from '../reading/tokens.ts';
import type { Found } from '../types.ts';
import { blameSigns } from '../words/blame.ts';
import { beings, between, doings, howOften, personSigns } from '../words/person.ts';

const notSo =
  /\b(?:you are|you're|you were) (?:not (?:very |too |that |so )?(?:smart|bright|good|capable|competent|qualified|careful|experienced|listening|paying attention|thinking|reading|trying|cut out)|(?:a )?(?:terrible|bad|awful|lousy) (?:at|programmer|developer|coder|engineer))\b/;

/** Remarks aimed at somebody rather than at the code. */
export function aboutThePerson(facts: Facts): Found[] {
  const found: Found[] = [];
  for (const sentence of facts.sentences) {
    const hit = saidOfYou(sentence) ?? matched(sentence);
    if (!hit) continue;
    const { isSure } = hit;
    const message = isSure
      ? 'This speaks of the person; say what the code does or lacks, and it can be acted on.'
      : 'Naming what the code lacks, instead of who left it out, is easier to take up.';
    found.push({ code: 'about-the-person', start: hit.start, end: hit.end, message, isSure });
  }
  return found;
}

type Hit = { start: number; end: number; isSure: boolean };

function matched({ text, start }: Sentence): Hit | null {
  const sure = notSo.exec(text);
  if (sure) return { start: start + sure.index, end: start + sure.index + sure[0].length, isSure: true };
  for (const { pattern, needs, isSure } of personSigns) {
    const hit = needs.test(text) ? pattern.exec(text) : null;
    if (!hit) continue;
    const found = { start: start + hit.index, end: start + hit.index + hit[0].length, isSure };
    if (isSure) return found;
    return blamed(text, start) ?? found;
  }
  return blamed(text, start);
}

function blamed(text: string, start: number): Hit | null {
  for (const { pattern, unless } of blameSigns) {
    const hit = pattern.exec(text);
    if (hit && !unless?.test(text))
      return { start: start + hit.index, end: start + hit.index + hit[0].length, isSure: true };
  }
  return null;
}

/** "You always forget", "you are so lazy", "don't be lazy", "are you blind". */
function saidOfYou({ text, start }: Sentence): Hit | null {
  if (!/\b(?:you|you're|u|ur|be|being)\b/.test(text)) return null;
  const tokens = tokensOf(text, start);
  for (const [at, token] of tokens.entries()) {
    const word = token.text;
    const before = tokens[at - 1]?.text ?? '';
    const next = tokens[at + 1]?.text ?? '';
    if (word === 'you' || word === 'u') {
      let often = at + 1;
      while (
        often < at + 6 &&
        !howOften.has(tokens[often]?.text ?? '') &&
        between.has(tokens[often]?.text ?? '')
      )
        often++;
      if (howOften.has(tokens[often]?.text ?? '')) {
        const end = skip(tokens, often + 1, between);
        if (doings.has(tokens[end]?.text ?? '')) return hit(token, tokens[end] as Token);
      }
      const isBeing = /^(?:are|were|being)$/.test(next) || /^(?:are|were)$/.test(before);
      const from = /^(?:are|were|being)$/.test(next)
        ? at + 2
        : next === 'must' || next === "can't"
          ? at + 3
          : at + 1;
      if (isBeing || next === 'must' || next === "can't") {
        const end = skip(tokens, from, between);
        if (beings.has(tokens[end]?.text ?? ''))
          return hit(
            before === 'are' || before === 'were' ? (tokens[at - 1] as Token) : token,
            tokens[end] as Token,
          );
      }
    } else if (
      word === "you're" ||
      word === 'ur' ||
      ((word === 'be' || word === 'being') && /^(?:don't|stop|not)$/.test(before))
    ) {
      const end = skip(tokens, at + 1, between);
      if (beings.has(tokens[end]?.text ?? ''))
        return hit(word.startsWith('b') ? (tokens[at - 1] as Token) : token, tokens[end] as Token);
    }
  }
  return null;
}

const hit = (from: Token, to: Token): Hit => ({ start: from.start, end: to.end, isSure: true });

/** The first place from `at` on whose word is none of a set, at most five further. */
function skip(tokens: readonly Token[], at: number, set: ReadonlySet<string>): number {
  let place = at;
  while (place < at + 5 && set.has(tokens[place]?.text ?? '')) place++;
  return place;
}
