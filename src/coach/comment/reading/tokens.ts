/** A word, a number or a sign of `prose`; offsets are those of the whole text. */
export type Token = { text: string; start: number; end: number };

const word = /[\p{L}\p{N}_\ue001-\ue003][\p{L}\p{N}\p{M}_'\ue001-\ue003-]{0,80}/gu;

/** The words of a stretch of prose. Takes linear time. */
export function tokensOf(prose: string, offset = 0): Token[] {
  const tokens: Token[] = [];
  for (const found of prose.matchAll(word)) {
    const text = found[0].replace(/['-]{1,40}$/, '');
    tokens.push({ text, start: offset + found.index, end: offset + found.index + text.length });
  }
  return tokens;
}
