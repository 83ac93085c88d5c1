import { clean, closes, fence, withoutComments } from './cleanText.ts';

/**
 * One line for a tree's row: the first words that are the writer's own, without Markdown's signs, quotes and
 * code blocks, at most `longest` characters (then it ends with `…`). Empty where nothing is left.
 */
export function plainLine(body: string, longest: number): string {
  const text = withoutComments(clean(body.slice(0, 20_000)));
  const words: string[] = [];
  let length = 0;
  let marks = '';
  for (const line of text.split('\n')) {
    const opening = fence.exec(line);
    if (marks !== '') {
      if (closes(line, marks)) marks = '';
      continue;
    }
    if (opening) {
      marks = opening[2] as string;
      continue;
    }
    if (/^\s{0,3}>/.test(line)) continue;
    const plain = withoutSigns(line.slice(0, 4000));
    if (plain === '') continue;
    words.push(plain);
    length += plain.length + 1;
    if (length > longest) break;
  }
  return cut(words.length > 0 ? words.join(' ') : firstCodeLine(text), longest);
}

function withoutSigns(line: string): string {
  return line
    .replace(/^\s{0,9}(?:#{1,6}\s+|[-*+]\s+(?:\[[ xX]\]\s+)?|\d{1,9}[.)]\s+|(?:[-*_]\s*){3,}$)/, '')
    .replace(/!?\[([^[\]]{0,500})\]\([^()\s]{0,2000}(?:\s+"[^"]{0,300}")?\)/g, '$1')
    .replace(/<\/?[a-z][^<>]{0,500}>/gi, '')
    .replace(/`+|(?<!\\)\*{1,3}(?=\S)|(?<=[^\s\\])\*{1,3}|~~/g, '')
    .replace(/(?<![\w])_{1,2}(?=\S)|(?<=\S)_{1,2}(?![\w])/g, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What to show of a comment that is nothing but code or a quote. */
function firstCodeLine(text: string): string {
  const lines = text.split('\n').map((line) => line.replace(/^[\s>]+/, '').trim());
  return lines.find((line) => line !== '' && !fence.test(line)) ?? '';
}

function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return `${text
    .slice(0, Math.max(0, longest - 1))
    .toWellFormed()
    .replace(/\ufffd$/, '')
    .trimEnd()}…`;
}
