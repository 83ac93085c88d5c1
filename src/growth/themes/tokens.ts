import { stemOf } from './stem.ts';

/** A word of a comment; `stem` is '' where a sentence or a stretch of code ends. */
export type Token = { stem: string; word: string; isName: boolean };

const wordPattern = /[\p{L}\p{M}\d_'’-]+|[.;:!?()\n]/gu;
const mostTokens = 900;
const longestWord = 60;

/** A name of code: it has an underscore, a digit among letters, or a capital inside. */
const isNameOfCode = (word: string) =>
  /_|\p{Ll}\p{Lu}|\p{L}\d|\d\p{L}/u.test(word) && /\p{L}/u.test(word) && word.length > 3;

/** Words with their stems, in their order. A name of code is followed by its parts, which are words too. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const [found] of text.matchAll(wordPattern)) {
    if (tokens.length >= mostTokens) break;
    if (/^[.;:!?()\n]$/.test(found)) {
      if (tokens.at(-1)?.stem !== '') tokens.push({ stem: '', word: '', isName: false });
      continue;
    }
    if (found.length > longestWord) continue;
    const plain = found
      .normalize('NFC')
      .replace(/’/g, "'")
      .replace(/^['-]{1,60}|['-]{1,60}$/g, '');
    if (isNameOfCode(plain)) tokens.push({ stem: plain.toLowerCase(), word: plain, isName: true });
    else {
      for (const part of plain.toLowerCase().split('-')) {
        if (part !== '' && !/^\d+$/.test(part))
          tokens.push({ stem: stemOf(part), word: part, isName: false });
      }
    }
  }
  return tokens;
}

/** The words that a name of code is made of, in lower case: `feSetB32` gives fe, set, b32. */
export function partsOf(name: string): string[] {
  return name
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1_$2')
    .toLowerCase()
    .split('_')
    .filter((part) => part !== '');
}
