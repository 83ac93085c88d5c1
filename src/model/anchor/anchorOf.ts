import type { Anchor } from '../events.ts';
import { linesAt, linesOf, writeMarks } from './lines.ts';

const [longestCode, longestContext] = [8000, 1000];
/** Lines of surroundings that are kept as they are, and as marks. */
const context = 3;
const marked = 200;

/**
 * What finds these lines again. Lines beyond the text's end are those at its end; long code is cut to whole lines.
 * @param lines 1-based, both included
 */
export function anchorOf(
  text: string,
  lines: { startLine: number; endLine: number },
  about: Pick<Anchor, 'path' | 'repository' | 'side' | 'commit'>,
): Anchor {
  const all = linesOf(text);
  const from = Math.min(Math.max(lines.startLine, 1), all.count) - 1;
  const to = Math.min(Math.max(lines.endLine, from + 1), all.count);
  const above = linesAt(all, Math.max(0, from - context), from);
  const below = linesAt(all, to, Math.min(all.count, to + context));
  const { path, repository, side, commit } = about;
  return {
    ...{ path, repository, side, commit, startLine: from + 1, endLine: to },
    code: fitting(linesAt(all, from, to), longestCode),
    before: fitting(above.reverse(), longestContext).split('\n').reverse().join('\n'),
    after: fitting(below, longestContext),
    // From the nearest on.
    above: writeMarks(all.marks.slice(Math.max(0, from - marked), from).reverse()),
    below: writeMarks(all.marks.slice(to, to + marked)),
  };
}

/** As many whole lines as fit, and of a first one that is too long what fits. */
function fitting(lines: readonly string[], longest: number): string {
  let length = -1;
  const kept = lines.findIndex((line) => {
    length += line.length + 1;
    return length > longest;
  });
  if (kept === 0) return lines[0]!.slice(0, longest).toWellFormed();
  return (kept < 0 ? lines : lines.slice(0, kept)).join('\n').toWellFormed();
}
