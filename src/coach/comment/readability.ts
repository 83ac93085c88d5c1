import { type Reading, read } from './reading/read.ts';
import { tokensOf } from './reading/tokens.ts';
import { ambiguous, commonEnglish, foreignWords } from './words/english.ts';

/** GitHub takes no longer comment than this. */
const most = 65_536;

/** Why the coach is silent on a text, or `words` where it reads it. Takes linear time. */
export function readability(
  text: string,
): 'words' | 'code-only' | 'no-words' | 'other-language' | 'too-long' {
  return text.length > most ? 'too-long' : readabilityOf(read(text));
}

/** Words with accents that English has too. */
const borrowed =
  /^(?:na\u00efve(?:ly)?|caf\u00e9s?|fa\u00e7ades?|r\u00e9sum\u00e9s?|clich\u00e9s?|co\u00f6rdinat\w{1,4}|d\u00e9j\u00e0)$/;

/** The same of a text that was read already. */
export function readabilityOf({ prose, hasCode, hasSuggestion }: Reading): ReturnType<typeof readability> {
  let latin = 0;
  let other = 0;
  for (const [letters] of prose.matchAll(/\p{L}{1,400}/gu)) {
    if (/^[a-z\u00c0-\u024f]/i.test(letters)) latin += letters.length;
    else other += letters.length;
  }
  if (latin + other === 0) return hasCode || hasSuggestion ? 'code-only' : 'no-words';
  if (other > latin) return 'other-language';
  const words = tokensOf(prose).filter(
    ({ text }) => /^[^\ue001-\ue003]{0,90}$/.test(text) && /\p{L}/u.test(text),
  );
  if (words.length === 0) return 'no-words';
  const english = words.filter(({ text }) => commonEnglish.has(text)).length;
  // Names in code are made of such letters and syllables too.
  const plain = words.filter(
    ({ text, start, end }) =>
      text.length > 1 &&
      !/[._(/\\:*]/.test((prose[start - 1] ?? '') + (prose[end] === '.' ? '' : (prose[end] ?? ''))) &&
      !ambiguous.has(text),
  );
  const accented = plain.filter(({ text }) => /[\u00c0-\u024f]/.test(text) && !borrowed.test(text)).length;
  const foreign = Math.max(
    ...foreignWords.map(
      (list) => plain.filter(({ text }) => list.has(text) && !commonEnglish.has(text)).length,
    ),
  );
  const isOther =
    (foreign >= 2 && foreign > english) ||
    (foreign >= 1 && foreign + accented > Math.max(1, english)) ||
    (foreign + accented >= 1 && english === 0 && words.length <= 8) ||
    (words.length >= 12 && english / words.length < 0.04 && !hasCode && words.length === plain.length);
  return isOther ? 'other-language' : 'words';
}
