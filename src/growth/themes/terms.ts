import { common } from './lexicon/common.ts';
import { partsOf, type Token } from './tokens.ts';
import type { ThemeInput } from './types.ts';
import { weightOf } from './weights.ts';

/** What a piece of feedback is about beside its topic. */
export type Terms = {
  /** Stems, pairs of stems, names of code, place and goals, with how much each says; of length 1. */
  terms: Map<string, number>;
  /** How each is written. */
  written: Map<string, string>;
};

/** Terms that are no words begin so: the goal that somebody linked, the place in the code, a name of code. */
export const goalMark = '^';
export const placeMark = '/';
export const nameMark = '=';

const mostTerms = 60;
/** Words that say less are no terms. */
const leastWeight = 0.3;
/** Of other paths nothing is shown. */
const plainPath = /^[\p{L}\d._+@/ -]{1,120}$/u;

const isAdverb = (word: string) => word.length > 5 && word.endsWith('ly') && !/(?:pp|b|mi|ti)ly$/.test(word);

/** `o2`, `v1`. */
const isTiny = (word: string) => word.length < 4 && /\d/.test(word);

/** Rare words, pairs of words that stand together, and names of code. */
export function termsOf(
  tokens: readonly Token[],
  code: readonly string[],
  { path, goalIds }: ThemeInput,
): Terms {
  const found = new Map<string, number>();
  const written = new Map<string, string>();
  const add = (term: string, weight: number, as: string) => {
    if (weight < leastWeight) return;
    found.set(term, Math.max(weight, found.get(term) ?? 0));
    if (!written.has(term)) written.set(term, as);
  };
  let before: Token | null = null;
  for (const token of tokens) {
    if (
      token.stem === '' ||
      token.stem.length < 2 ||
      isTiny(token.word) ||
      common.has(token.word) ||
      isAdverb(token.word)
    ) {
      before = null;
      continue;
    }
    if (token.isName) {
      addName(token.word, add);
      before = null;
      continue;
    }
    const weight = weightOf(token.stem);
    add(token.stem, weight, token.word);
    if (before)
      add(
        `${before.stem} ${token.stem}`,
        (weight + weightOf(before.stem)) * 0.6,
        `${before.word} ${token.word}`,
      );
    before = token;
  }
  for (const one of code)
    for (const [name] of one.matchAll(/[\p{L}_][\p{L}\d_]{3,59}/gu))
      if (/_|\p{Ll}\p{Lu}/u.test(name)) addName(name, add);
  for (const id of goalIds.slice(0, 5)) add(`${goalMark}${id}`, 0.8, '');
  if (path !== null && plainPath.test(path)) {
    add(`${placeMark}${path.toLowerCase()}`, 0.5, path.slice(path.lastIndexOf('/') + 1));
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    if (folder.includes('/')) add(`${placeMark}${folder.toLowerCase()}/`, 0.3, `${folder}/`);
  }
  const strongest = [...found].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, mostTerms);
  const length = Math.sqrt(strongest.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return { terms: new Map(strongest.map(([term, weight]) => [term, weight / length])), written };
}

function addName(name: string, add: (term: string, weight: number, as: string) => void): void {
  add(`${nameMark}${name.toLowerCase()}`, 1.2, name);
  for (const part of partsOf(name))
    if (part.length > 3 && !/\d/.test(part) && !common.has(part)) add(part, 0.6 * weightOf(part), part);
}
