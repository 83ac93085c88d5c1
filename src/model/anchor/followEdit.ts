import { linesAt, linesOf } from './lines.ts';

/** 1-based, both included. */
export type Lines = { startLine: number; endLine: number };
/** Lines, and where what they say begins in the first and ends in the last one, 0-based, where that is known. */
export type Place = Lines & { startCharacter?: number; endCharacter?: number };
/** An edit as VS Code tells it: 0-based, the places as they were before it. */
export type Change = { start: Position; end: Position; text: string };
type Position = { line: number; character: number };

/** Lines with where in them their code begins and ends, so that `followEdit` knows more than line numbers can say. */
export function placeIn(text: string, { startLine, endLine }: Lines): Place {
  const all = linesOf(text);
  const lines = linesAt(all, startLine - 1, Math.min(endLine, all.count));
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first < 0) return { startLine, endLine };
  const startCharacter = first === 0 ? lines[0]!.length - lines[0]!.trimStart().length : 0;
  return { startLine, endLine, startCharacter, endCharacter: lines.at(-1)!.trimEnd().length };
}

/**
 * The lines of some code after an edit. It never gives a line that is not the code's: where an edit may have taken the
 * code, or have put other code onto its line, it is `null`, and `findAnchor` may know. With `placeIn` it knows more.
 */
export function followEdit(lines: Place, { start, end, text }: Change): Place | null {
  const isKnown = lines.endCharacter !== undefined;
  const from: Position = { line: lines.startLine - 1, character: lines.startCharacter ?? 0 };
  const to: Position = { line: lines.endLine - 1, character: lines.endCharacter ?? endless };
  const added = text.split(/\r\n|\r|\n/);
  const after = behind(start, added);
  const isInsertion = compare(start, end) === 0;
  const [isBlank, isBreak] = [text.trim() === '', /^[^\S\r\n]*[\r\n]/.test(text)];
  /** Where what stood behind the edit is now. */
  const moved = ({ line, character }: Position): Position => ({
    line: line + after.line - end.line,
    character: line === end.line ? character - end.character + after.character : character,
  });
  const place = (first: Position, last: Position): Place => {
    const found: Place = { startLine: first.line + 1, endLine: last.line + 1 };
    const isOver = last.character === 0 && last.line > first.line;
    if (isOver) found.endLine--;
    if (lines.startCharacter !== undefined) found.startCharacter = first.character;
    if (isKnown && !isOver) found.endCharacter = last.character;
    return found;
  };

  if (compare(start, to) > 0 || (compare(start, to) === 0 && !isInsertion)) return lines;
  if (compare(end, from) < 0 || (compare(end, from) === 0 && (isInsertion || compare(start, from) < 0)))
    return place(moved(from), moved(to));
  // What comes below the last line is not the code's; but is it below?
  if (isBreak && start.line === to.line && end.line === to.line) {
    if (isKnown && isInsertion && compare(start, to) === 0) return lines;
    if (!isKnown) return from.line < to.line ? lines : null;
  }

  if (compare(start, from) <= 0) {
    const isOwnLine = start.line === from.line;
    if (compare(end, to) >= 0) {
      // All of it is gone; written anew where nothing but the code was replaced.
      return isOwnLine && end.line === to.line && !isBlank ? place(start, after) : null;
    }
    if (isOwnLine) return place(start, moved(to));
    if (end.line < to.line) {
      // What is left of that line may be nothing, and it stands behind what is not the code's.
      const line = moved(end).line + (end.character > 0 || after.character > 0 ? 1 : 0);
      return place({ line, character: 0 }, moved(to));
    }
    return isKnown || end.character === 0 ? place(moved(end), moved(to)) : null;
  }
  if (compare(end, to) < 0) return place(from, moved(to));
  if (end.line === to.line) {
    if (isInsertion) return isBlank ? lines : place(from, behind(start, [added[0]!.trimEnd()]));
    return place(from, isBlank || isBreak ? start : after);
  }
  // Other code may stand on that line now.
  if (isBreak) return place(from, start);
  if (start.line > from.line) return place(from, { line: start.line, character: 0 });
  return lines.startCharacter === undefined ? null : place(from, start);
}

const endless = Number.MAX_SAFE_INTEGER;
const compare = (a: Position, b: Position) => a.line - b.line || a.character - b.character;

/** Where a text ends that begins there. */
function behind({ line, character }: Position, added: readonly string[]): Position {
  const length = added.at(-1)!.length;
  return { line: line + added.length - 1, character: added.length === 1 ? character + length : length };
}
