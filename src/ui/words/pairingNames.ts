import { clean } from '../../model/cleanText.ts';

const longest = 120;

/** A branch's name or a path as people read it: on one line, nothing that hides or draws anything. */
export function inQuotes(name: string | undefined): string {
  const plain = clean((name ?? '').slice(0, 1000))
    .replace(/\s+/g, ' ')
    .trim();
  const short = plain.length > longest ? `${plain.slice(0, longest - 1).toWellFormed()}…` : plain;
  return `“${short.replaceAll('$(', '$\u200a(')}”`;
}
