/** Characters that reorder or hide text, apart from what people write: tab and line feed stay. */
const unseen =
  /(?![\t\n])[\p{Cc}\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
const lineEnds = /\r\n?|[\u2028\u2029\u0085]/g;

/** Line ends as line feeds; without what cannot be seen, and half characters made whole. */
export function clean(text: string): string {
  return text.replace(lineEnds, '\n').replace(unseen, '').toWellFormed();
}

/** The line that begins or ends fenced code: blanks, its marks, what it says. */
export const fence = /^([ \t]{0,12})(`{3,}(?!`)|~{3,}(?!~))([^`]*)$/;

/** Whether a line ends the fenced code that these marks began. */
export function closes(line: string, marks: string): boolean {
  const end = line.trim();
  return end.length >= marks.length && end === (marks[0] as string).repeat(end.length);
}

/** HTML comments are not shown on GitHub either. */
export function withoutComments(text: string): string {
  let out = '';
  let from = 0;
  for (;;) {
    const start = text.indexOf('<!--', from);
    const end = start < 0 ? -1 : text.indexOf('-->', start + 4);
    if (end < 0) return out + text.slice(from);
    out += text.slice(from, start);
    from = end + 3;
  }
}
