import { plainLine } from '../../model/plainLine.ts';
import { plainMarkdown } from '../../model/plainMarkdown.ts';

/** Longest excerpt of anybody's words, in UTF-16 code units. */
const longest = 140;

/**
 * Anybody's words as part of a line of a prepared document, which is saved as its author's own and read again: no row,
 * task, heading or link can come of them, not even of a bare address.
 */
export function plainWords(text: string): string {
  return plainMarkdown(plainLine(text, longest))
    .replace(/:(?=\/\/)/g, ':\\')
    .replace(/(www)(?=\.)/gi, '$1\\')
    .replace(/@/g, '\\@');
}

/** A link with plain words; the words alone where the address leads to no web page. */
export function plainLink(text: string, address: string | null): string {
  const words = plainWords(text);
  const href = webAddress(address);
  return href === null ? words : `[${words}](<${href}>)`;
}

function webAddress(address: string | null): string | null {
  if (address === null || address.length > 2000) return null;
  try {
    const { href, protocol } = new URL(address);
    const isWeb = protocol === 'https:' || protocol === 'http:';
    return isWeb ? href.replace(/[\s<>\\`|[\]]/g, (sign) => encodeURIComponent(sign)) : null;
  } catch {
    return null;
  }
}
