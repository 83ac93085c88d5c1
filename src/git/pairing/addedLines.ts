import { unquotePath } from './filePath.ts';

export type AddedLine = {
  /** Relative to the repository. */
  path: string;
  /** 1-based, in the new file. */
  line: number;
  text: string;
};

/**
 * The lines that a diff adds, one after the other; nothing is kept of the others. Which line is a header is told by the
 * lengths that each hunk gives, so that no content can pass for one.
 * @param diff as `git diff -p -U0 --no-color --no-ext-diff --src-prefix=a/ --dst-prefix=b/` prints it
 */
export function* addedLines(diff: string): Generator<AddedLine> {
  let path = '';
  let [removed, added, number] = [0, 0, 0];
  for (let from = 0; from < diff.length; ) {
    const end = diff.indexOf('\n', from);
    const until = end < 0 ? diff.length : end;
    const sign = diff[from];
    if (added > 0 && sign === '+') {
      yield { path, line: number++, text: diff.slice(from + 1, until) };
      added--;
    } else if (removed > 0 && sign === '-') {
      removed--;
    } else if (added > 0 && removed > 0 && sign === ' ') {
      [added, removed, number] = [added - 1, removed - 1, number + 1];
    } else if (sign !== '\\') {
      const line = diff.slice(from, Math.min(until, from + 10_000));
      const hunk = /^@@ -\d{1,10}(?:,(\d{1,10}))? \+(\d{1,10})(?:,(\d{1,10}))? @@/.exec(line);
      if (hunk) [removed, number, added] = [Number(hunk[1] ?? 1), Number(hunk[2]), Number(hunk[3] ?? 1)];
      // A name with a blank ends with a tab.
      else if (line.startsWith('+++ ')) path = nameOf(line.slice(4).replace(/\t$/, ''));
    }
    from = until + 1;
  }
}

function nameOf(written: string): string {
  return (unquotePath(written) ?? written).replace(/^b\//, '');
}
