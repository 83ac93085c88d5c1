import { clean } from '../../model/cleanText.ts';

/** A stranger's words for the middle of a sentence: one line, nothing that cannot be seen, at most `longest` long. */
export function oneLine(text: string, longest: number): string {
  const line = clean(text).replace(/\s+/g, ' ').trim();
  return line.length <= longest
    ? line
    : `${line
        .slice(0, longest - 1)
        .toWellFormed()
        .trimEnd()}…`;
}
