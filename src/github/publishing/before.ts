import { hunksOf } from './diffLines.ts';

/**
 * A file as it was before a patch. GitHub names no merge base, but the patch is against it, so that the left side of a
 * diff follows from the right one.
 * @param after `''` for a file that was removed
 * @returns `null` where the patch is not one of this text
 */
export function textBefore(after: string, patch: string): string | null {
  const lines = withEnds(after);
  const before: string[] = [];
  let at = 0;
  for (const hunk of hunksOf(patch)) {
    const { start, count } = hunk.RIGHT;
    // A hunk that leaves no line on the right names the line before it.
    const first = count === 0 ? start : start - 1;
    if (first < at || first > lines.length) return null;
    before.push(...lines.slice(at, first));
    at = first;
    for (const [row, signed] of hunk.lines.entries()) {
      const [sign, text] = [signed[0], signed.slice(1)];
      if (sign === '\\') continue;
      const isLast = hunk.lines[row + 1]?.startsWith('\\') ?? false;
      const line = isLast ? text : `${text}\n`;
      if (sign !== '-') {
        if (lines[at] !== line) return null;
        at += 1;
      }
      if (sign !== '+') before.push(line);
    }
    if (at !== first + count) return null;
  }
  for (; at < lines.length; at += 1) before.push(lines[at]!);
  return before.join('');
}

/** The lines of a text, each with the line end that it has. */
function withEnds(text: string): string[] {
  const lines = text.split('\n');
  const last = lines.pop() ?? '';
  return [...lines.map((line) => `${line}\n`), ...(last === '' ? [] : [last])];
}
