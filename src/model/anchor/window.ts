import type { Anchor } from '../events.ts';
import { markOf, readMarks } from './lines.ts';

/** What an anchor knows of the text that it was made from: its code, and the lines around, in their order. */
export type Window = {
  /** A mark a line; -1 for code that was too long to be kept. */
  marks: number[];
  /** What a line said where that is known: of the code and the nearest lines. */
  texts: (string | undefined)[];
  /** Places of the code's lines in both: the first, and behind the last. */
  from: number;
  to: number;
  /** The window begins where the text began, or ends where it ended. */
  isWholeAbove: boolean;
  isWholeBelow: boolean;
};

/** As many lines of surroundings as are kept, and of code that was not kept as are believed. */
const most = 200;
const mostUnkept = 2000;

export function windowOf(anchor: Anchor): Window {
  const before = anchor.startLine === 1 ? [] : anchor.before.split('\n');
  const after = anchor.after.split('\n');
  const code = anchor.code.split('\n');
  const unkept = Math.min(Math.max(0, anchor.endLine - anchor.startLine + 1 - code.length), mostUnkept);
  const above = anchor.above === undefined ? before.map(markOf) : readMarks(anchor.above).reverse();
  const below = anchor.below === undefined ? after.map(markOf) : readMarks(anchor.below);
  const marks = [...above, ...code.map(markOf), ...Array<number>(unkept).fill(-1), ...below];
  const texts: (string | undefined)[] = Array(marks.length).fill(undefined);
  const from = above.length;
  const to = from + code.length + unkept;
  for (const [i, line] of before.entries()) texts[from - before.length + i] = line;
  for (const [i, line] of code.entries()) texts[from + i] = line;
  for (const [i, line] of after.entries()) if (to + i < marks.length) texts[to + i] = line;
  return {
    marks,
    texts,
    from,
    to,
    isWholeAbove: above.length >= anchor.startLine - 1,
    isWholeBelow: anchor.below !== undefined && below.length < most,
  };
}
