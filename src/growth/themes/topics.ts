import { code } from './lexicon/code.ts';
import { families } from './lexicon/families.ts';
import { writing } from './lexicon/writing.ts';
import { stemOf } from './stem.ts';
import type { Token } from './tokens.ts';

export type Topic = { id: string; name: string };
/** How strongly a comment speaks of a topic, by the topic's index, and the words that say so. */
export type Spoken = Map<number, { score: number; words: string[] }>;

type Entry = { topic: number; rest: string[]; weight: number };

export const topics: Topic[] = [];
const entries = new Map<string, Entry[]>();
for (const line of `${writing}${code}`.trim().split('\n')) {
  if (line === '') continue;
  const [id = '', name = '', words = ''] = line.split(' | ');
  const topic = topics.push({ id, name }) - 1;
  for (const word of words.split(' ')) {
    const weight = word.startsWith('!') ? 3 : word.startsWith('?') ? 1 : 2;
    const [first = '', ...rest] = word.replace(/^[!?]/, '').split('_').map(stemOf);
    entries.set(first, [...(entries.get(first) ?? []), { topic, rest, weight }]);
  }
}
// The longest phrase first: `test vector` is no test.
for (const list of entries.values()) list.sort((one, other) => other.rest.length - one.rest.length);

const indexes = new Map(topics.map(({ id }, index) => [id, index]));

const familyByTopic = new Map<number, number>();
for (const line of families.trim().split('\n')) {
  const [name = '', members = ''] = line.split(' | ');
  const family = topics.push({ id: `family ${name}`, name }) - 1;
  for (const id of members.split(' ')) familyByTopic.set(indexes.get(id) as number, family);
}

/** The family of a topic, which is a topic of its own that no words speak of; itself where it has none. */
export const familyOf = (topic: number): number => familyByTopic.get(topic) ?? topic;

/** Stems of the words in a topic's name. */
export const nameStems = (topic: number): Set<string> =>
  new Set(topics[topic]?.name.toLowerCase().split(/[ ,]+/).map(stemOf));

/** Index of a topic that surely is there. */
export const topicNamed = (id: string): number => indexes.get(id) as number;

/** The topics that words speak of. A word of a phrase that was found speaks for nothing else; each counts once. */
export function spokenOf(tokens: readonly Token[]): Spoken {
  const spoken: Spoken = new Map();
  const said = new Set<string>();
  for (let at = 0; at < tokens.length; ) {
    const found = longest(tokens, at);
    const length = 1 + (found[0]?.rest.length ?? 0);
    for (const { topic, weight, rest } of found) {
      const words = tokens.slice(at, at + length);
      const key = `${topic} ${words[0]?.stem} ${rest.join(' ')}`;
      if (said.has(key)) continue;
      said.add(key);
      const one = spoken.get(topic) ?? { score: 0, words: [] };
      one.score += rest.length > 0 ? weight + 1 : weight;
      one.words.push(words.map(({ word }) => word).join(' '));
      spoken.set(topic, one);
    }
    at += length;
  }
  return spoken;
}

/** All entries of the longest phrase that stands here. */
function longest(tokens: readonly Token[], at: number): Entry[] {
  const token = tokens[at] as Token;
  const begin = token.stem === '' ? undefined : entries.get(token.stem);
  if (!begin) return [];
  const first = begin.find(({ rest }) => rest.every((stem, index) => tokens[at + 1 + index]?.stem === stem));
  if (!first) return [];
  const phrase = first.rest.join(' ');
  return begin.filter(({ rest }) => rest.length === first.rest.length && rest.join(' ') === phrase);
}
