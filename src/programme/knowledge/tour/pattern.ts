/** Signs of a line that its pattern holds: the rest of a longer one may be anything. */
const longest = 300;
/** Lines around that may tell one of several same lines from the others. */
const around = 3;
/** Code that says something: a brace alone is in many places, now or later. */
const telling = /[\p{L}\p{N}_]{2}/u;
/** Blanks before a line's code, as many as anybody means, and after it. */
const [indent, rest] = ['[^\\S\\r\\n]{0,120}', '[^\\S\\r\\n]{0,20}'];

/**
 * A regular expression whose first match in a text begins on this line, with the flag `m`, as CodeTour looks for it;
 * `null` where nothing tells the line from others. Where the line is there once its indentation and whatever stands
 * around may change. It takes linear time.
 * @param line 1-based
 */
export function patternAt(text: string, line: number): string | null {
  const lines = text.split(/\r\n|\r|\n/);
  const own = lines[line - 1];
  if (own === undefined || own.trim() === '') return null;
  const fitting = candidates(lines, line - 1).filter((pattern) => lineOf(text, pattern) === line);
  // What is only the first of several is soon no longer that.
  return fitting.find((pattern) => isOnly(text, pattern)) ?? fitting[0] ?? null;
}

function isOnly(text: string, pattern: string): boolean {
  const match = compiled(pattern)?.exec(text);
  return match?.[0] !== undefined && !compiled(pattern)!.test(text.slice(match.index + match[0].length));
}

/** The line, 1-based, on which the first match of a pattern begins; `null` where there is none. */
export function lineOf(text: string, pattern: string): number | null {
  const match = compiled(pattern)?.exec(text);
  return match ? text.slice(0, match.index).split(/\r\n|\r|\n/).length : null;
}

/** As CodeTour makes it; `null` where it is none. */
export function compiled(pattern: string): RegExp | null {
  try {
    return new RegExp(pattern, 'm');
  } catch {
    return null;
  }
}

/** From what needs least to what needs most of the lines around. */
function candidates(lines: readonly string[], at: number): string[] {
  const own = whole(lines[at]!);
  const alone = `^${own}`;
  const below: string[] = [];
  const above: string[] = [];
  const both: string[] = [];
  for (let n = 1; n <= around; n++) {
    const after = lines.slice(at + 1, at + 1 + n);
    const before = lines.slice(Math.max(0, at - n), at);
    const ahead = after.length === n ? `(?=${after.map((each) => `\\r?\\n${whole(each)}`).join('')})` : '';
    const behind =
      before.length === n ? `(?<=^${before.map((each) => `${whole(each)}\\r?\\n`).join('')})` : '';
    if (ahead) below.push(`^${own}${ahead}`);
    if (behind) above.push(`^${behind}${own}`);
    if (ahead && behind) both.push(`^${behind}${own}${ahead}`);
  }
  const more = [...below, ...above, ...both];
  return telling.test(lines[at]!) ? [alone, ...more] : [...more, alone];
}

/** A line with whatever indentation; of a long one how it begins. */
function whole(line: string): string {
  const words = line.trim();
  if (words.length > longest) return indent + escaped(words.slice(0, longest));
  return `${indent}${escaped(words)}${words === '' ? '' : rest}$`;
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
