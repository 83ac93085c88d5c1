import { type Put, word } from './act.ts';
import { cans, nots, shoulds, softeners } from './actWords.ts';
import { dropping } from './lexicon.ts';
import type { Word } from './sentences.ts';

/** What a sentence about its writer does. */
export function says(words: Word[], at: number, put: Put): boolean {
  const one = word(words, at);
  let next = at + 1;
  while (softeners.has(word(words, next))) next++;
  const verb = word(words, next);
  const then = word(words, next + 1);
  const name = () => {
    if (one === "i'd" || verb === 'would') return nots.has(verb) || nots.has(then) ? 'i-doubt' : 'i-would';
    if (nots.has(verb))
      return ['think', 'see', 'like', 'believe', 'want'].includes(then)
        ? 'i-doubt'
        : then === 'know' || then === 'understand'
          ? 'i-ask'
          : 'i-not';
    if (one === "i'm")
      return ['not'].includes(verb)
        ? 'i-doubt'
        : ['confused', 'curious', 'wondering', 'wonder'].includes(verb)
          ? 'i-ask'
          : ['happy', 'glad', 'impressed', 'ok', 'fine'].includes(verb)
            ? 'i-like'
            : 'i-do';
    if (one === "i've" || one === "i'll") return 'i-do';
    if (['am', 'was'].includes(verb))
      return then === 'wondering' || then === 'curious' ? 'i-ask' : then === 'not' ? 'i-doubt' : 'i-do';
    if (verb === 'wonder') return 'i-ask';
    if (['like', 'love', 'appreciate', 'enjoy'].includes(verb)) return 'i-like';
    if (['think', 'guess', 'believe', 'feel', 'suppose', 'assume', 'suspect', 'expect'].includes(verb))
      return 'i-think';
    if (
      ['suggest', 'recommend', 'propose', 'prefer', 'find', 'vote', 'want', 'need', 'hope', 'wish'].includes(
        verb,
      )
    )
      return 'i-suggest';
    if (['agree', 'see', 'understand', 'know', 'got', 'mean', 'meant'].includes(verb)) return 'i-agree';
    return 'i-do';
  };
  put(name(), at, next);
  return true;
}

/** What a sentence about somebody else or something does. */
export function subject(who: 'we' | 'you' | 'it' | 'there', words: Word[], at: number, put: Put): boolean {
  const one = word(words, at);
  let next = at + 1;
  while (softeners.has(word(words, next))) next++;
  const verb = word(words, next);
  let after = next + 1;
  while (softeners.has(word(words, after))) after++;
  const then = word(words, after);
  const name = () => {
    if (nots.has(verb)) return verb === "shouldn't" ? 'should-not' : 'not';
    if (shoulds.has(verb)) return nots.has(then) ? 'should-not' : 'should';
    if (verb === 'have' && then === 'to') return 'should';
    if (cans.has(verb) || one.endsWith("'d")) return nots.has(then) ? 'not' : 'can';
    if (nots.has(then)) return 'not';
    if (['will', 'may', 'might'].includes(verb) || one.endsWith("'ll")) return 'will';
    if (
      ['is', 'are', 'was', 'were', 'looks', 'seems', 'feels', 'sounds', 'look', 'seem'].includes(verb) ||
      /'(?:s|re)$/.test(one)
    )
      return 'is';
    return 'does';
  };
  const found = name();
  put(`${who}-${found}`, at, next);
  if (found === 'should' || found === 'can') {
    if (
      dropping.has(then) ||
      (then === 'be' && /^(?:remov|delet|dropp|revert|avoid)/.test(word(words, after + 1)))
    )
      put('told-drop', at, after);
    else if (then === 'be') put('told-be', at, after + 1);
    else put('told', at, after);
  }
  return true;
}
