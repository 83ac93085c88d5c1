import { designVerbs, leads, notAfterOrder, orderVerbs, stateVerbs } from '../words/requests.ts';
import { codeSign } from './read.ts';
import type { Sentence } from './sentences.ts';
import { type Token, tokensOf } from './tokens.ts';

/** What a sentence asks for, and how. */
export type Request = {
  /** The words that ask: "please add", "should be". */
  start: number;
  end: number;
  /** `order`: an imperative; `must`: said to be needed; `should`; `soft`: offered or asked politely. */
  how: 'order' | 'must' | 'should' | 'soft';
  verb: string;
  /** Whether it leaves a choice of design to talk about. */
  isDesign: boolean;
  sentence: Sentence;
};

const must =
  /\b(?:must(?: not|n't)?|needs? to|have to|has to|ought to|is required|are required|needs? (?:an?|some|more|tests?|docs?|documentation|better)\b|(?:do not|don't) (?:merge|ship|land|commit)|not acceptable|unacceptable|blocker|never (?:use|do|call|put|write|commit))/;
const should =
  /\b(?:should(?:n't| not)?|shall|supposed to|better to|you'd better|had better|is missing|are missing)\b/;
const fineAnyway =
  /\bshould (?:work|be (?:fine|ok|okay|good|safe|enough|sufficient|possible|able|the case|happening|noted|there|here|ready)|already|now|probably|never happen|be no|help|suffice|have (?:been|worked)|i|we)\b|\bnot supposed to\b/;
const soft =
  /\b(?:(?:could|can|would|will|might|may) (?:you|we|this|it|that|these|those)|should (?:we|this|it|i)|shall we|(?:can|could|might|may) be (?:\w{2,20}ed|simplified|moved|made|written|put|just|done|split|shortened)|consider\w{0,3}|suggest\w{0,3}|recommend\w{0,3}|propose|how about|what about|why not|perhaps|maybe|would (?:be|make|prefer|rather|like|suggest|love|help)|i'd|it'd be|might be (?:better|good|nice|worth|useful|cleaner|easier)|worth|let's|prefer\w{0,4}|instead|rather than|wonder\w{0,4}|nice to|you (?:can|could|might|may)(?: (?:just|also|simply|instead|want))?)\b/;

/** Reads what a sentence asks for; `null` where it asks nothing. */
export function requestOf(sentence: Sentence, from: number): Request | null {
  const tokens = tokensOf(sentence.text, sentence.start).filter(({ start }) => start >= from);
  return (
    orderOf(sentence, tokens) ??
    phrase(sentence, tokens, 'must', must, from) ??
    (fineAnyway.test(sentence.text) ? null : phrase(sentence, tokens, 'should', should, from)) ??
    phrase(sentence, tokens, 'soft', soft, from)
  );
}

/** An imperative: its verb stands first, but for words like "please", or follows "please". */
function orderOf(sentence: Sentence, tokens: readonly Token[]): Request | null {
  let at = 0;
  while (at < tokens.length && at < 5 && leads.has((tokens[at] as Token).text)) at++;
  const asked = tokens.findIndex(({ text }) => text === 'please' || text === 'pls' || text === 'plz');
  for (const place of asked >= 0 && asked + 1 > at ? [at, asked + 1] : [at]) {
    let verb = tokens[place];
    if (!verb) continue;
    if (verb.text === 'do' && tokens[place + 1]?.text === 'not')
      verb = { ...verb, end: (tokens[place + 1] as Token).end, text: "don't" };
    const next = tokens[place + 1]?.text ?? '';
    if (!orderVerbs.has(verb.text) || notAfterOrder.has(next)) continue;
    if (sentence.mark === '?' && place !== asked + 1) continue;
    // "Check this", "use `map`" are orders; "let me", "have you" and "see above" are none.
    if (
      (verb.text === 'let' && next !== 'us') ||
      (verb.text === 'have' && next !== 'a') ||
      (verb.text === 'be' && next === '')
    )
      continue;
    if (
      (verb.text === 'see' || verb.text === 'look' || verb.text === 'do' || verb.text === 'like') &&
      !/^(?:at|into|it|this|that|not)$/.test(next)
    )
      continue;
    return {
      start: asked >= 0 && asked < place ? (tokens[asked] as Token).start : (tokens[at] as Token).start,
      end: verb.end,
      how: 'order',
      verb: verb.text,
      isDesign: designVerbs.has(verb.text) || next === codeSign,
      sentence,
    };
  }
  return null;
}

function phrase(
  sentence: Sentence,
  tokens: readonly Token[],
  how: Request['how'],
  pattern: RegExp,
  from: number,
): Request | null {
  const found = pattern.exec(sentence.text);
  if (!found || sentence.start + found.index < from) return null;
  const start = sentence.start + found.index;
  const end = start + found[0].length;
  const verb = tokens.find((token) => token.start >= end)?.text ?? '';
  if (how === 'soft' && /^you (?:can|could|might|may)/.test(found[0]) && stateVerbs.has(verb)) return null;
  return { start, end, how, verb, isDesign: designVerbs.has(verb), sentence };
}
