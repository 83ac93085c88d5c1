import type { ChangedFile } from './types.ts';

/** A file as a diff tells of it. */
export type DiffFile = Omit<ChangedFile, 'patch'> & { patch: string | null };

/**
 * Reads what git prints as a diff: a file's header, then hunks whose every line begins with a sign of its own, so
 * that no text of a file can be taken for a header. In the order of the diff; time grows with its length.
 */
export function parseDiff(text: string): DiffFile[] {
  const files: DiffFile[] = [];
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  let header: string[] | null = null;
  let hunks: string[] = [];
  const finish = () => {
    if (header) files.push(fileOf(header, hunks));
  };
  for (const line of lines) {
    if (line.startsWith('diff --git ')) {
      finish();
      header = [line];
      hunks = [];
    } else if (header !== null) (hunks.length > 0 || line.startsWith('@@ ') ? hunks : header).push(line);
  }
  finish();
  return files;
}

function fileOf(header: readonly string[], hunks: readonly string[]): DiffFile {
  const after = (prefix: string) => header.find((line) => line.startsWith(prefix))?.slice(prefix.length);
  const pathAfter = (prefix: string) => {
    const told = after(prefix);
    return told === undefined ? undefined : unquoted(told);
  };
  const [was, now] = [inTree(pathAfter('--- ')), inTree(pathAfter('+++ '))];
  const renamed = { from: pathAfter('rename from '), to: pathAfter('rename to ') };
  const copied = { from: pathAfter('copy from '), to: pathAfter('copy to ') };
  const path = renamed.to ?? copied.to ?? now ?? was ?? pathOfFirstLine(header[0] ?? '');
  const isBinary = header.some((line) => line.startsWith('Binary files ') || line === 'GIT binary patch');
  return {
    path,
    previousPath: renamed.from ?? copied.from ?? null,
    status: statusOf(header, renamed.to !== undefined, copied.to !== undefined),
    additions: hunks.filter((line) => line.startsWith('+')).length,
    deletions: hunks.filter((line) => line.startsWith('-')).length,
    isBinary,
    patch: isBinary ? null : hunks.join('\n'),
  };
}

function statusOf(header: readonly string[], isRenamed: boolean, isCopied: boolean): ChangedFile['status'] {
  if (header.some((line) => line.startsWith('new file mode '))) return 'added';
  if (header.some((line) => line.startsWith('deleted file mode '))) return 'removed';
  if (isRenamed) return 'renamed';
  return isCopied ? 'copied' : 'modified';
}

/** Without the `a/` or `b/` in front; nothing for `/dev/null`. A path with a space ends in a tab. */
function inTree(path: string | undefined): string | undefined {
  if (path === undefined || path === '/dev/null') return undefined;
  return (path.endsWith('\t') ? path.slice(0, -1) : path).slice(2);
}

/** `diff --git a/x b/x`: there is nothing else where no line and no name changed, and both paths are the same. */
function pathOfFirstLine(line: string): string {
  const both = line.slice('diff --git '.length);
  if (both.startsWith('"')) return unquoted(both.slice(0, (both.length - 1) / 2)).slice(2);
  return both.slice(2, (both.length - 1) / 2);
}

const escapes: Record<string, number> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '"': 34, '\\': 92 };

/** git puts a path with anything but plain characters in quotes, its bytes in octal. */
function unquoted(path: string): string {
  const text = path.endsWith('\t') ? path.slice(0, -1) : path;
  if (text.length < 2 || !text.startsWith('"') || !text.endsWith('"')) return path;
  const bytes: Buffer[] = [];
  const inner = text.slice(1, -1);
  for (const [, octal, sign, plain] of inner.matchAll(/\\([0-7]{3})|\\(.)|([^\\]+)/gs)) {
    if (octal !== undefined) bytes.push(Buffer.from([Number.parseInt(octal, 8) & 255]));
    else if (sign !== undefined) bytes.push(Buffer.from([escapes[sign] ?? sign.charCodeAt(0) & 255]));
    else bytes.push(Buffer.from(plain ?? ''));
  }
  return Buffer.concat(bytes).toString('utf8');
}
