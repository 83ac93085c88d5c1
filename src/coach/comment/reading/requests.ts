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
  /\b(?:must(?: not|n't)?(?! have)|needs? to|have to|has to|ought to|needs? (?:an?|some|more|tests?|docs?|documentation|better)\b|(?:do not|don't) (?:merge|ship|land|commit)|not acceptable|unacceptable|blocker|never (?:use|do|call|put|write|commit))/;
const should =
  /\b(?:should(?:n't| not)?|shall|supposed to|better to|you'd better|had better|is missing|are missing)\b/;
/** What stands before "have to" and the like where nobody is asked for anything. */
const notAsked =
  /\b(?:i|i'll|i'd|i've|don't|doesn't|didn't|do not|does not|did not|not|no|to|would|will|wouldn't|won't|might|may|could|who|users?|everyone|they|he|she|if|if you|if we|thought|hope|as it|we'd|we'll|you'll|i also|i just|i still|i really|i think i|really)\s{1,3}$/;
const fineAnyway =
  /\bshould (?:work|be (?:fine|ok|okay|good|safe|enough|sufficient|possible|able|the case|happening|noted|there|here|ready|fixed|covered|seeing|getting)|already|now|probably|never happen|be no|help|suffice|have (?:been|worked)|i|note that)\b|\bnot supposed to\b|\b(?:i|who|how|when|what|why|where|whether|rule about when we) should\b/;
const soft =
  /\b(?:(?:could|can|would|will) (?:you|we) (?:please |also |just |maybe |perhaps |at least |instead )?(?=[a-z])|should (?:we|this|it|these|that)|shall we|(?:can|could|might|may) (?:also |just |probably |all )?be (?:\w{2,20}ed|simplified|moved|made|written|put|done|split|shortened)|consider\w{0,3}|(?:i|i'd|we|would|i'll) (?:suggest|recommend|propose)|suggest(?:ion)?|recommend|how about|what about|why not|perhaps|maybe|(?:would|might|may|could|will|it'd|that'd) (?:also |probably |still |really )?be (?:much |even |a bit |a lot |more )?(?:nice|nicer|good|great|better|best|helpful|useful|clearer|cleaner|simpler|easier|safer|worth\w{0,5}|worthwhile|preferable|cool|awesome|ideal)|i'd (?:rather|prefer|like|love|vote|go|move|use|make|put|say|add|keep|just|expect|drop|remove|rename)|i would (?:rather|prefer|like|love|vote|go|move|use|make|put|say|add|keep|just|drop|remove|rename)|worth|let's|i prefer|prefer to|prefer using|wonder(?:ing)? (?:if|whether)|nice to (?:have|see|add)|you (?:can|could|might|may) (?:just |also |simply |instead |probably |want to |consider )?(?=(?:add|use|make|move|rename|put|extract|split|remove|delete|drop|omit|replace|change|update|reuse|avoid|skip|combine|simplify|inline|merge|call|pass|return|wrap|convert|do|write|check|try|get|set|keep|leave|factor|rely|cross-reference|reference|mention|document|test|fold|collapse|shorten) )|instead)/;

/** Reads what a sentence asks for; `null` where it asks nothing. */
export function requestOf(sentence: Sentence, from: number): Request | null {
  if (/^[-*+] \[[ x]\]/.test(sentence.text)) return null;
  const tokens = tokensOf(sentence.text, sentence.start).filter(({ start }) => start >= from);
  return (
    orderOf(sentence, tokens) ??
    phrase(sentence, tokens, sentence.mark === '?' ? 'soft' : 'must', must, from) ??
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
    if (!orderVerbs.has(verb.text) || notAfterOrder.has(next) || /^\d/.test(next)) continue;
    if (sentence.mark === '?' && (asked < 0 || place !== asked + 1)) continue;
    // A path or a name in code: "include/", "use.js", "update()".
    if (/[/\\.(=_]/.test(around(sentence, verb))) continue;
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

/** The characters at both sides of a word; a full stop that ends the sentence is left out. */
function around({ text, start }: Sentence, { start: from, end }: Token): string {
  const after = text.slice(end - start, end - start + 2);
  return (text[from - start - 1] ?? '') + (/^\.(?:\s|\.|$)/.test(after) ? '' : (after[0] ?? ''));
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
  if (pattern === must && notAsked.test(sentence.text.slice(Math.max(0, found.index - 24), found.index)))
    return null;
  const start = sentence.start + found.index;
  const end = start + found[0].trimEnd().length;
  const verb = tokens.find((token) => token.start >= end)?.text ?? '';
  if (how === 'soft' && /^you (?:can|could|might|may)/.test(found[0]) && stateVerbs.has(verb)) return null;
  return { start, end, how, verb, isDesign: designVerbs.has(verb), sentence };
}
