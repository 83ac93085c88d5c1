import { type Reading, read } from './reading/read.ts';
import { tokensOf } from './reading/tokens.ts';
import { commonEnglish, foreignWords } from './words/english.ts';

/** GitHub takes no longer comment than this. */
const most = 65_536;

/** Why the coach is silent on a text, or `words` where it reads it. Takes linear time. */
export function readability(
  text: string,
): 'words' | 'code-only' | 'no-words' | 'other-language' | 'too-long' {
  return text.length > most ? 'too-long' : readabilityOf(read(text));
}

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
  const english = words.filter((token) => commonEnglish.has(token.text)).length;
  const foreign = Math.max(
    ...foreignWords.map(
      (list) => words.filter((token) => list.has(token.text) && !commonEnglish.has(token.text)).length,
    ),
  );
  const isOther =
    (foreign >= 2 && foreign > english) ||
    (foreign >= 1 && english === 0 && words.length <= 8) ||
    (words.length >= 12 && english / words.length < 0.04);
  return isOther ? 'other-language' : 'words';
}
