/**
 * A stranger's title as one line for a label: no icons, no line ends, and nothing that is no letter of any script, such
 * as a change of direction, which could make it say something else.
 * @param longest in UTF-16 code units
 */
export function plainTitle(title: string, longest: number): string {
  const text = title
    .slice(0, 2000)
    .replace(/[\p{C}\s]+/gu, ' ')
    .replace(/\$\(/g, '$\u200b(')
    .trim();
  return text.length > longest ? `${text.slice(0, longest - 1).toWellFormed()}…` : text;
}
