import { blockCovers } from '../../../coach/comment/reading/blocks.ts';

/** A text without its code blocks and quotes, and what stands for each. */
export type Taken = { words: string; blocks: { mark: string; text: string }[] };

/**
 * Takes code blocks, suggestion blocks and quotes out of a part of a comment: they are nobody's to rephrase, and go
 * nowhere. A mark stands for each.
 * @param text the whole comment, which tells what is code
 */
export function takeOut(text: string, start = 0, end = text.length): Taken {
  let sign = 'BLOCK';
  while (text.includes(sign)) sign += '_';
  const blocks: Taken['blocks'] = [];
  let words = '';
  let at = start;
  for (const cover of joined(text)) {
    const [from, to] = [Math.max(cover.start, start), Math.min(cover.end, end)];
    if (from >= to) continue;
    const part = text.slice(from, to);
    const block = part.trimEnd();
    const mark = `[[${sign}-${blocks.length + 1}]]`;
    blocks.push({ mark, text: block });
    words += text.slice(at, from) + mark + part.slice(block.length);
    at = to;
  }
  return { words: words + text.slice(at, end), blocks };
}

/** Puts the blocks back into an answer; `null` where one is missing, doubled, moved past another, or made up. */
export function putBack(answer: string, { blocks }: Taken): string | null {
  let whole = '';
  let rest = answer;
  for (const { mark, text } of blocks) {
    const [before, ...after] = rest.split(mark);
    if (after.length !== 1) return null;
    whole += before + text;
    rest = after[0]!;
  }
  const said = blocks.reduce((left, { mark }) => left.replace(mark, 'x'), answer);
  return blockCovers(said).length > 0 ? null : whole + rest;
}

/** The lines of one quote are one block. */
function joined(text: string): { start: number; end: number }[] {
  const all: { start: number; end: number }[] = [];
  for (const { start, end } of blockCovers(text)) {
    const last = all.at(-1);
    if (last && text.slice(last.end, start).trim() === '') last.end = end;
    else all.push({ start, end });
  }
  return all;
}
