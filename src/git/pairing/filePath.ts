import { clean } from '../../model/cleanText.ts';

/*
 * Paths as git and `mob` write them where they hold what a line cannot: in quotes, with the escapes of C.
 */
const escapes: Record<string, string> = { '\n': '\\n', '\t': '\\t', '\r': '\\r', '"': '\\"', '\\': '\\\\' };
const letters: Record<string, string> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
  '"': '"',
  '\\': '\\',
  "'": "'",
};
const longestPath = 4000;

/** A path for the end of a line; what could be taken for something else, or not be seen, is quoted. */
export function quotePath(path: string): string {
  const chars = [...path];
  const isPlain = !/^\s|\s$/.test(path) && chars.every((char) => !needsEscape(char));
  if (isPlain) return path;
  return `"${chars.map((char) => (needsEscape(char) ? (escapes[char] ?? octal(char)) : char)).join('')}"`;
}

function needsEscape(char: string): boolean {
  return char in escapes || clean(char) !== char;
}

function octal(char: string): string {
  return [...Buffer.from(char, 'utf8')].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
}

/** What `quotePath`, git or `mob` has written; `null` where the quotes or escapes are broken. */
export function unquotePath(written: string): string | null {
  if (!written.startsWith('"')) return written;
  if (written.length < 2 || !written.endsWith('"')) return null;
  const bytes: Buffer[] = [];
  const inner = written.slice(1, -1);
  for (let i = 0; i < inner.length; ) {
    const char = inner[i] as string;
    if (char === '"') return null;
    if (char !== '\\') {
      const next = inner.slice(i).search(/[\\"]/);
      const end = next < 0 ? inner.length : i + next;
      bytes.push(Buffer.from(inner.slice(i, end), 'utf8'));
      i = end;
      continue;
    }
    const digits = /^[0-3][0-7]{2}/.exec(inner.slice(i + 1, i + 4))?.[0];
    const letter = letters[inner[i + 1] ?? ''];
    if (digits === undefined && letter === undefined) return null;
    bytes.push(digits === undefined ? Buffer.from(letter as string) : Buffer.of(Number.parseInt(digits, 8)));
    i += digits === undefined ? 2 : 4;
  }
  return Buffer.concat(bytes).toString('utf8');
}

/** A path that somebody else wrote, or `null` where it would lead out of the repository, or into git's own folder. */
export function insidePath(path: string): string | null {
  if (path === '' || path.length > longestPath || /\0|^[\\/]|^[A-Za-z]:/.test(path)) return null;
  const parts = path.split(/[\\/]/);
  return parts.some((part) => part === '..' || part.toLowerCase() === '.git') ? null : path;
}
