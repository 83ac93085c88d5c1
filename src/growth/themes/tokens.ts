import { stemOf } from './stem.ts';

/** A word of a comment; `stem` is '' where a sentence or a stretch of code ends. */
export type Token = { stem: string; word: string; isName: boolean };

const wordPattern = /[\p{L}\p{M}\d_'’-]+|[.;:!?()\n]/gu;
const mostTokens = 900;
const longestWord = 60;

/** A name of code: it has an underscore, a digit among letters, or a capital inside. */
const isNameOfCode = (word: string) =>
  /_|\p{Ll}\p{Lu}|\p{L}\d|\d\p{L}/u.test(word) && /\p{L}/u.test(word) && word.length > 3;

const end: Token = { stem: '', word: '', isName: false };
/** What a written word is read as: feedback uses the same words again and again. */
let known = new Map<string, readonly Token[]>();
const mostKnown = 50_000;

/** Words with their stems, in their order; a hyphen parts them, a name of code stays whole. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const [found] of text.matchAll(wordPattern)) {
    if (tokens.length >= mostTokens) break;
    if (found.length === 1 && '.;:!?()\n'.includes(found)) {
      if (tokens.at(-1) !== end) tokens.push(end);
    } else if (found.length <= longestWord) {
      let read = known.get(found);
      if (read === undefined) {
        read = readWord(found);
        if (known.size >= mostKnown) known = new Map();
        known.set(found, read);
      }
      for (const token of read) tokens.push(token);
    }
  }
  return tokens;
}

function readWord(found: string): Token[] {
  const plain = found
    .normalize('NFC')
    .replace(/’/g, "'")
    .replace(/^['-]{1,60}|['-]{1,60}$/g, '');
  if (isNameOfCode(plain)) return [{ stem: plain.toLowerCase(), word: plain, isName: true }];
  return plain
    .toLowerCase()
    .split('-')
    .filter((part) => part !== '' && !/^\d+$/.test(part))
    .map((part) => ({ stem: stemOf(part), word: part, isName: false }));
}

/** The words that a name of code is made of, in lower case: `feSetB32` gives fe, set, b32. */
export function partsOf(name: string): string[] {
  return name
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1_$2')
    .toLowerCase()
    .split('_')
    .filter((part) => part !== '');
}
