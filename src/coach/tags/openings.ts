import { type Put, word } from './act.ts';
import { asking, bes, cans, needing, nots, shoulds, softeners, things, whWords } from './actWords.ts';
import { doing, dropping, reporting } from './lexicon.ts';
import type { Word } from './sentences.ts';
import { says, subject } from './subjects.ts';

/** What a sentence that begins at a word does; false where that says nothing. */
export function opening(words: Word[], at: number, isAsked: boolean, put: Put): boolean {
  const one = word(words, at);
  const two = word(words, at + 1);
  let rest = at + 1;
  const done = (name: string, to = rest) => {
    put(name, at, to);
    return true;
  };
  if (whWords.has(one)) {
    if ((one === 'how' || one === 'what') && two === 'about') return done('how-about', at + 1);
    if (one === 'why' && two === 'not') return done('why-not', at + 1);
    if (one === 'what' && two === 'if') return done('what-if', at + 1);
    if (one === 'why' && words.slice(at, at + 9).some(({ word }) => needing.has(word)))
      return done('why-needed', at + 1);
    if (one === 'why') return done(nots.has(two) ? 'why-neg' : isAsked ? 'why' : 'why-said', at + 1);
    return done(isAsked ? `wh-${one === 'how' ? 'how' : 'what'}` : 'wh-said', at + 1);
  }
  if (asking.has(one) && !((one === "don't" || one === 'do') && doesOrder(words, at)))
    return asks(words, at, isAsked, put);
  if (one === "don't" || (one === 'do' && two === 'not') || one === 'never') return done('order-not', at + 1);
  if (one === "let's" || (one === 'let' && two === 'us')) {
    return done(
      nots.has(word(words, at + 1)) || dropping.has(word(words, at + 1)) ? 'order-not' : 'lets',
      at + 1,
    );
  }
  if (one === 'let' && two === 'me') return done('i-do', at + 1);
  if (dropping.has(one) && !bes.has(two)) return done(isAsked ? 'drop-asked' : 'order-drop', at + 1);
  if (one === 'thanks' || one === 'thank' || one === 'cheers') return done('thanks', at + 1);
  if (reporting.has(one) && !(doing.has(one) && two !== '')) return done('reports', at);
  if (doing.has(one) && !bes.has(two)) return done(isAsked ? 'do-asked' : 'order-do', at + 1);
  if (one === 'i' || one.startsWith("i'")) return says(words, at, put);
  if (one === 'we' || one.startsWith("we'")) return subject('we', words, at, put);
  if (one === 'you' || one.startsWith("you'")) return subject('you', words, at, put);
  if (things.has(one)) {
    while (softeners.has(word(words, rest))) rest++;
    return subject('it', words, at, put);
  }
  if (one === 'there' || one === "there's") return subject('there', words, at, put);
  if (one === 'if' || one === 'when' || one === 'unless') return done('if', at);
  if (one === 'not') return done('not', at + 1);
  if (one === 'missing' || (one === 'no' && two !== '')) return done('missing', at + 1);
  if (one === 'better' || one === 'prefer' || one === 'would') return done('better', at + 1);
  // Something that is named and then told about.
  for (let verb = at + 1; verb < Math.min(words.length, at + 8); verb++) {
    const here = word(words, verb);
    if (shoulds.has(here))
      return done(nots.has(word(words, verb + 1)) ? 'thing-should-not' : 'thing-should', verb + 1);
    if (cans.has(here)) return done(nots.has(word(words, verb + 1)) ? 'thing-not' : 'thing-can', verb + 1);
    if (nots.has(here)) return done('thing-not', verb + 1);
    if (['is', 'are', 'was', 'were', 'seems', 'looks', 'has', 'have', 'will', 'does'].includes(here)) {
      return nots.has(word(words, verb + 1)) ? done('thing-not', verb + 1) : done('thing-is', verb + 1);
    }
  }
  return false;
}

/** `don't use`, `do not add`: told to somebody, not asked. */
function doesOrder(words: Word[], at: number): boolean {
  const next =
    word(words, at) === 'do'
      ? word(words, at + 1) === 'not'
        ? word(words, at + 2)
        : ''
      : word(words, at + 1);
  return (
    next !== '' &&
    ![
      'you',
      'we',
      'i',
      'they',
      'these',
      'those',
      'this',
      'the',
      'it',
      'know',
      'think',
      'see',
      'understand',
      'get',
      'like',
    ].includes(next)
  );
}

function asks(words: Word[], at: number, isAsked: boolean, put: Put): boolean {
  const verb = word(words, at);
  const who = word(words, at + 1);
  let next = at + 2;
  while (softeners.has(word(words, next))) next++;
  const then = word(words, next);
  const ending = isAsked ? '' : '-said';
  if (nots.has(verb)) {
    const whose = ['you', 'we', 'i'].includes(who) ? `-${who}` : '';
    put(
      `ask-not${verb === "shouldn't" ? `-should${whose}` : verb === "don't" ? `-do${whose}` : whose}${ending}`,
      at,
      at + 1,
    );
    return true;
  }
  const whose = ['you', 'we', 'i'].includes(who) ? who : who === 'there' ? 'there' : 'it';
  const kind = ['can', 'could', 'would', 'will', 'may', 'might'].includes(verb)
    ? 'can'
    : ['should', 'shall'].includes(verb)
      ? 'should'
      : ['do', 'does', 'did'].includes(verb)
        ? verb === 'did'
          ? 'did'
          : 'do'
        : ['has', 'have', 'had'].includes(verb)
          ? 'have'
          : 'is';
  put(`ask-${kind}-${whose}${ending}`, at, at + 1);
  if (kind === 'can' || kind === 'should') {
    if (dropping.has(then)) put('ask-drop', at, next);
    else if (doing.has(then)) put('ask-doing', at, next);
    else if (then === 'be' || word(words, next + 1) === 'be') put('ask-be', at, next + 1);
  } else if (kind === 'do' && (then === 'need' || then === 'want' || then === 'have'))
    put('ask-need', at, next);
  else if (kind === 'is') {
    for (let near = at + 1; near < Math.min(words.length, at + 9); near++) {
      if (needing.has(word(words, near))) {
        put('ask-is-needed', at, near);
        break;
      }
    }
  }
  return true;
}
