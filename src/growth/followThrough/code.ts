import { align } from '../../model/anchor/align.ts';
import type { TextLines } from '../../model/anchor/lines.ts';
import type { Window } from '../../model/anchor/window.ts';

/** Lines of a text, 0-based: the first, and behind the last. */
export type Region = { from: number; to: number };

/** A text by its lines. Two lines of one book have the same number where they say the same, ends of lines apart. */
export type Code = { texts: readonly string[]; lines: TextLines };

/** Which line of a later text each line is; -1: none, or nobody can tell. */
export type LineMap = Int32Array;

/** Reads texts so that their lines can be compared as numbers. Whitespace counts: who indents anew changes a line. */
export class Book {
  readonly #numbers = new Map<string, number>();

  read(text: string): Code {
    const texts = text.split('\n');
    // What ends with a line feed has no line behind it.
    if (texts.at(-1) === '') texts.pop();
    const starts = new Int32Array(texts.length + 1);
    const marks = new Int32Array(texts.length);
    let start = 0;
    for (const [i, raw] of texts.entries()) {
      const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
      texts[i] = line;
      starts[i] = start;
      start += raw.length + 1;
      marks[i] = this.#number(line);
    }
    starts[texts.length] = Math.min(start, text.length);
    return { texts, lines: { text, count: texts.length, starts, marks } };
  }

  #number(line: string): number {
    if (line === '') return 0;
    const known = this.#numbers.get(line);
    if (known !== undefined) return known;
    const number = this.#numbers.size + 1;
    this.#numbers.set(line, number);
    return number;
  }
}

export function windowOf(code: Code, { from, to }: Region): Window {
  const { marks } = code.lines;
  return {
    marks: marks as unknown as number[],
    texts: code.texts as string[],
    ...{ from, to, isWholeAbove: true, isWholeBelow: true },
  };
}

/** How the lines of a text went to a later one; with those that are the only ones to say what they say. */
export type Lineage = { map: LineMap; isOnly: Uint8Array };

export function mapLines(old: Code, now: Code): Lineage {
  return align(windowOf(old, { from: 0, to: old.lines.count }), now.lines);
}

/** The same from the later text's side. */
export function inverse(map: LineMap, count: number): LineMap {
  const back = new Int32Array(count).fill(-1);
  for (let i = 0; i < map.length; i++) if (map[i]! >= 0) back[map[i]!] = i;
  return back;
}

/** Lines of the later text between those that stayed around an old line. */
export function gapAround(
  map: LineMap,
  line: number,
  count: number,
): Region & { above: number; below: number } {
  let [above, below] = [line - 1, line + 1];
  while (above >= 0 && map[above]! < 0) above--;
  while (below < map.length && map[below]! < 0) below++;
  return {
    from: above < 0 ? 0 : map[above]! + 1,
    to: below >= map.length ? count : map[below]!,
    ...{ above, below },
  };
}

/**
 * The lines of both texts between the nearest that are the only ones of their kind: whatever says the same as an old
 * line within may be that line.
 */
export function zoneAround(
  lineage: Lineage,
  { from, to }: Region,
  count: number,
): { old: Region; now: Region } {
  const { map, isOnly } = lineage;
  let [above, below] = [from - 1, to];
  while (above >= 0 && isOnly[above] === 0) above--;
  while (below < map.length && isOnly[below] === 0) below++;
  const now = { from: above < 0 ? 0 : map[above]! + 1, to: below >= map.length ? count : map[below]! };
  return { old: { from: above + 1, to: below }, now };
}
