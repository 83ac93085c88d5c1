/** What stands in a line, or in a part of one, that nobody reads as the writer's own words. */
export type Cover = {
  start: number;
  end: number;
  kind: 'code' | 'suggestion' | 'quote' | 'cited' | 'html' | 'link';
};

type Line = { start: number; end: number; next: number };

/** The lines of a text with their offsets, whatever ends them. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start <= text.length) {
    let end = start;
    while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
    const next = text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
    lines.push({ start, end, next });
    start = next;
  }
  return lines;
}

const fence = /^ {0,12}(?:(?:[-*+]|\d{1,3}[.)]) {1,4})?(`{3,}(?!`)|~{3,}(?!~))([^`]*)$/;
const quote = /^ {0,3}(?:(?:[-*+]|\d{1,3}[.)]) {1,4})?>/;

/**
 * The lines of code blocks, fenced or indented, and of quotes, by the rules of Markdown as GitHub reads it. A fence
 * that is never closed reaches to the end. Takes linear time.
 */
export function blockCovers(text: string): Cover[] {
  const covers: Cover[] = [];
  let open: { marks: string; start: number; kind: 'code' | 'suggestion' } | null = null;
  let isAfterBlank = true;
  let isInList = false;
  for (const { start, end, next } of linesOf(text)) {
    const line = text.slice(start, Math.min(end, start + 400));
    if (open) {
      const close = fence.exec(line);
      if (close && (close[1] as string).startsWith(open.marks) && close[2]?.trim() === '') {
        covers.push({ start: open.start, end: Math.min(next, text.length), kind: open.kind });
        open = null;
      }
      continue;
    }
    const opening = fence.exec(line);
    if (opening) {
      const info = (opening[2] as string).trim().toLowerCase();
      open = {
        marks: opening[1] as string,
        start,
        kind: info.startsWith('suggestion') ? 'suggestion' : 'code',
      };
    } else if (quote.test(line)) {
      covers.push({ start, end, kind: 'quote' });
    } else if (
      isAfterBlank &&
      !isInList &&
      (line.startsWith('    ') || line.startsWith('\t')) &&
      line.trim()
    ) {
      covers.push({ start, end, kind: 'code' });
      // The next indented line belongs to the same block.
      continue;
    }
    isAfterBlank = line.trim() === '';
    if (/^ {0,3}(?:[-*+]|\d{1,3}[.)]) /.test(line)) isInList = true;
    else if (!isAfterBlank && !line.startsWith(' ')) isInList = false;
  }
  if (open) covers.push({ start: open.start, end: text.length, kind: open.kind });
  return covers;
}
