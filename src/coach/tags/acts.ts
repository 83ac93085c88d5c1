import { type Act, type Put, word } from './act.ts';
import { asking, bes, leadIns, nots, praised, praising, softeners } from './actWords.ts';
import { doing, dropping } from './lexicon.ts';
import { opening } from './openings.ts';
import type { Sentence, Word } from './sentences.ts';

/** All that a sentence does. */
export function actsOf(sentence: Sentence): Act[] {
  const { words, mark } = sentence;
  const acts: Act[] = [];
  const put: Put = (name, from, to) => {
    // `please add` is what somebody would call the reason, not `add a`.
    const isAsked = word(words, from - 1) === 'please';
    acts.push({ name, from: isAsked ? from - 1 : from, to: Math.min(to, words.length - 1) });
  };
  let at = 0;
  if (word(words, 0) === 'who') put('greets', 0, 0);
  while (at < words.length - 1 && leadIns.has(word(words, at)) && at < 5) at++;
  const isAsked = mark === '?';
  const opened = opening(words, at, isAsked, put);
  // What follows a comma, a colon, `and` or `then` may be told as well.
  for (let next = at + 1; next < words.length; next++) {
    const before = words[next - 1] as Word;
    if (before.mark === '' && before.word !== 'and' && before.word !== 'then' && before.word !== 'please')
      continue;
    clause(words, next, isAsked, before.mark === '', put);
  }
  praises(words, put);
  if (isAsked) {
    put('asks', -1, -1);
    if (!opened)
      put(words.length <= 4 ? 'short-asked' : words.length <= 9 ? 'mid-asked' : 'long-asked', -1, -1);
  } else if (!opened) {
    put(words.length <= 2 ? 'tiny-said' : words.length <= 6 ? 'short-said' : 'said', -1, -1);
  }
  return acts;
}

/** `nice clean test`, `this is really good`: praise of something. */
function praises(words: Word[], put: Put): void {
  for (let at = 0; at < words.length; at++) {
    if (!praising.has(word(words, at))) continue;
    const noun = praised.has(word(words, at + 1)) ? at + 1 : praised.has(word(words, at + 2)) ? at + 2 : 0;
    if (noun > 0) put('praises-thing', at, noun);
    let before = at - 1;
    while (before >= 0 && softeners.has(word(words, before))) before--;
    if (before >= 0 && /^(?:is|are|looks?|reads|seems|sounds|.+'(?:s|re))$/.test(word(words, before)))
      put('is-praised', before, at);
    if (before < 0) put('opens-praising', 0, at);
  }
}

/** What a part of a sentence does, which begins after a comma, a colon, `and`, `then` or `please`. */
function clause(words: Word[], at: number, isAsked: boolean, isJoined: boolean, put: Put) {
  let first = at;
  while (first < words.length - 1 && leadIns.has(word(words, first)) && first < at + 3) first++;
  const one = word(words, first);
  const two = word(words, first + 1);
  if (dropping.has(one) && !bes.has(two)) return put('clause-drop', first, first);
  if (doing.has(one) && !bes.has(two) && !(isJoined && at < 2)) return put('clause-do', first, first);
  if ((one === "don't" || one === 'do') && (one === "don't" || two === 'not'))
    return put('clause-dont', first, first + 2);
  if (isJoined) return;
  if (isAsked && asking.has(one)) {
    const kind = ['can', 'could', 'would', 'should', 'shall'].includes(one)
      ? 'can'
      : nots.has(one)
        ? 'not'
        : 'is';
    return put(`clause-ask-${kind}`, first, first + 1);
  }
  if (isAsked && one === 'why') return put(two === 'not' ? 'clause-offer' : 'clause-why', first, first + 1);
  if (isAsked && (one === 'how' || one === 'what') && two === 'about')
    return put('clause-offer', first, first + 1);
  if (one === "let's") return put('clause-do', first, first + 1);
  if (one === 'i' || one === "i've" || one === "i'll") return put('clause-i', first, first + 1);
  if (one === 'thanks' || one === 'thank') return put('clause-thanks', first, first + 1);
}
