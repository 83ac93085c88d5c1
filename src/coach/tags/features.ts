import { actsOf } from './acts.ts';
import { lists } from './lexicon.ts';
import type { Words } from './read.ts';
import { type Sentence, sentencesOf, type Word } from './sentences.ts';

/** Something that speaks for or against a tag; offsets in the own words, both 0 where it stands nowhere. */
export type Feature = {
  name: string;
  start: number;
  end: number;
  /** How much of its weight counts: words count less in a long comment, where each says less about the whole. */
  counts: number;
};
/** The pairs of words that are features: second words by their first, with the feature's name. */
export type Pairs = ReadonlyMap<string, ReadonlyMap<string, string>>;
type Take = (name: string, start: number, end: number) => void;
/** A feature's name, its name in the first sentence, and its name in a question. */
type Names = { name: string; first: string; asked: string };

const namesOf = (name: string): Names => ({ name: `=${name}`, first: `=1st ${name}`, asked: `=${name}?` });

/** Phrases of the word lists by their first word. */
const phrases = new Map<string, { rest: string[]; names: Names }[]>();
for (const [name, list] of Object.entries(lists)) {
  const names = namesOf(name);
  for (const phrase of list) {
    const [first = '', ...rest] = phrase.split(' ');
    const others = phrases.get(first);
    if (others) others.push({ rest, names });
    else phrases.set(first, [{ rest, names }]);
  }
}
/** A word by itself, neither a pair, nor the first of a sentence, nor a sign. */
const isSingle = /^[^=^ ][^ ]*$/;
/** Acts by name: there are few, and names are not put together anew for each comment. */
const acts = new Map<string, Names>();
/** Up to so many different words each counts in full. */
const fewWords = 6;
const sizes = [1, 3, 7, 15, 30, 60, 120];

/**
 * What speaks for or against a tag in a comment, each feature once, where it is first met, and no more than 2,000:
 * words, pairs of words and the first word of sentences as they are; what sentences do (`actsOf`), words of the
 * lists, and how long it is, with `=` before the name. Linear time.
 * @param pairs without them every pair of words is a feature
 */
export function featuresOf({ own, proposes }: Words, pairs?: Pairs): Feature[] {
  const met = new Set<string>();
  const features: Feature[] = [];
  const take: Take = (name, start, end) => {
    if (met.has(name) || features.length >= 2000) return;
    met.add(name);
    features.push({ name, start, end, counts: 1 });
  };
  const sentences = sentencesOf(own);
  let words = 0;
  let asked = 0;
  sentences.forEach((sentence, index) => {
    words += sentence.words.length;
    if (sentence.mark === '?') asked++;
    if (sentence.mark === '!') take('=exclaims', 0, 0);
    featuresOfOne(sentence, index === 0, take, pairs);
  });
  take(`=up to ${sizes.find((size) => words <= size) ?? 'many'} words`, 0, 0);
  take(`=${sentences.length <= 1 ? 'one' : sentences.length <= 3 ? 'few' : 'many'} sentences`, 0, 0);
  if (asked > 0) take(asked === sentences.length ? '=all asked' : '=some asked', 0, 0);
  if (sentences.at(-1)?.mark === '?') take('=ends asked', 0, 0);
  if (proposes === null && words === 0) take('=no words', 0, 0);
  const different = features.filter(({ name }) => isSingle.test(name)).length;
  const counts = Math.min(1, Math.sqrt(fewWords / Math.max(1, different)));
  for (const feature of features) if (!feature.name.startsWith('=')) feature.counts = counts;
  return features;
}

function featuresOfOne(sentence: Sentence, isFirst: boolean, take: Take, pairs: Pairs | undefined): void {
  const { words, mark } = sentence;
  const put = (names: Names, from: Word | undefined, to: Word | undefined) => {
    take(names.name, from?.start ?? 0, to?.end ?? 0);
    if (isFirst) take(names.first, from?.start ?? 0, to?.end ?? 0);
  };
  for (const { name, from, to } of actsOf(sentence)) {
    const names = acts.get(name) ?? namesOf(name);
    acts.set(name, names);
    put(names, words[from], words[to]);
  }
  for (let at = 0; at < words.length; at++) {
    const here = words[at] as Word;
    for (const { rest, names } of phrases.get(here.word) ?? []) {
      let size = 0;
      while (size < rest.length && words[at + 1 + size]?.word === rest[size]) size++;
      if (size < rest.length) continue;
      const last = words[at + size] as Word;
      put(names, here, last);
      if (mark === '?') take(names.asked, here.start, last.end);
    }
    take(here.word, here.start, here.end);
    const next = words[at + 1];
    if (!next) continue;
    const pair = pairs ? pairs.get(here.word)?.get(next.word) : `${here.word} ${next.word}`;
    if (pair !== undefined) take(pair, here.start, next.end);
  }
  const first = words[0] as Word;
  take(`^${first.word}`, first.start, first.end);
}
