import { itemStart } from '../../model/sessionText/lines.ts';
import { plainWords } from '../../model/sessionText/plainWords.ts';

const longestName = 60;

/**
 * The field that a line is, with or without a list's sign: `- **Rhythm:** every two weeks`. `null` where it is none: an
 * address (`https://…`) and a time (`14:00`) are not.
 * @returns name in lower case, value; both plain words, the value may be empty
 */
export function readField(line: string): { name: string; value: string } | null {
  const words = plainWords(line.replace(itemStart, ''));
  const colon = words.slice(0, longestName).search(/[:：](?:\s|$)/u);
  const name = words.slice(0, Math.max(colon, 0)).trim().toLowerCase();
  if (!/^\p{L}/u.test(name)) return null;
  return { name, value: words.slice(colon + 1).trim() };
}
