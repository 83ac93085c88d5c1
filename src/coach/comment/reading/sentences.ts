/** A sentence of the writer's own words; `text` is lower case and has the length of what it stands for. */
export type Sentence = { start: number; end: number; text: string; mark: '' | '.' | '!' | '?' };

/** Longer sentences are read in pieces of this length. */
const most = 600;
const shortened = /\b(?:e\.g|i\.e|etc|vs|cf|approx|resp|no|fig|al)$/;

/**
 * Splits covered prose into sentences: at full stops and the like before white space, at blank lines and before
 * points of a list. Takes linear time.
 */
export function sentencesOf(prose: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  const close = (end: number, mark: Sentence['mark']) => {
    let from = start;
    let to = end;
    while (from < to && isSpace(prose[from] as string)) from++;
    while (to > from && isSpace(prose[to - 1] as string)) to--;
    if (to > from) sentences.push({ start: from, end: to, text: prose.slice(from, to), mark });
    start = end;
  };
  for (let at = 0; at < prose.length; at++) {
    const here = prose[at] as string;
    if (here === '\n') {
      if (endsParagraph(prose, at)) close(at, '');
    } else if (here === '.' || here === '!' || here === '?' || here === '\u2026') {
      let end = at + 1;
      while (end < prose.length && '.!?\u2026)"\'\u201d*_'.includes(prose[end] as string)) end++;
      const isEnd = end >= prose.length || isSpace(prose[end] as string);
      const isShort = end === at + 1 && here === '.' && shortened.test(prose.slice(Math.max(0, at - 8), at));
      if (isEnd && !isShort) close(end, markOf(prose.slice(at, Math.min(end, at + 20))));
      at = end - 1;
    } else if (at - start >= most && (isSpace(here) || at - start >= 2 * most)) close(at, '');
  }
  close(prose.length, '');
  return sentences;
}

function isSpace(character: string): boolean {
  return character === ' ' || character === '\n' || character === '\t' || character === '\u00a0';
}

function markOf(marks: string): Sentence['mark'] {
  if (marks.includes('?')) return '?';
  return marks.includes('!') ? '!' : '.';
}

const point = /^[ \t]{0,12}(?:[-*+]|\d{1,3}[.)])[ \t]|^[ \t]{0,3}#{1,6}[ \t]/;

/** Whether this line break is one before a blank line, a point of a list or a heading. */
function endsParagraph(prose: string, at: number): boolean {
  const next = prose.slice(at + 1, at + 40);
  return /^[ \t]{0,38}(?:\n|$)/.test(next) || point.test(next);
}
