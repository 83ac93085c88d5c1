import { diffOf } from './changes.ts';
import type { Pull, PullFile } from './types.ts';

/** A row of a diff, with the line that it shows on each side. */
export type Row = { text: string; LEFT: number | null; RIGHT: number | null; hunk: number };

type Placed = { line: number; side: 'LEFT' | 'RIGHT' };

/**
 * The rows of a file's part of a diff, hunk headers among them; nothing where the file is not in it. Read from the
 * whole diff by the files' order, on its own and in another way than Cairn does.
 */
export function rowsOf(pull: Pull, path: string): Row[] {
  const part = partOf(pull, path);
  const rows: Row[] = [];
  let [left, right, hunk] = [0, 0, 0];
  for (const text of part?.slice(part.findIndex((line) => line.startsWith('@@ '))) ?? []) {
    const header = /^@@ -(\d+)\S* \+(\d+)/.exec(text);
    if (header) {
      [left, right] = [Number(header[1]), Number(header[2])];
      hunk += 1;
      rows.push({ text, LEFT: null, RIGHT: null, hunk });
    } else if (hunk > 0) {
      const isLeft = text[0] === '-' || text[0] === ' ';
      const isRight = text[0] === '+' || text[0] === ' ';
      rows.push({ text, LEFT: isLeft ? left++ : null, RIGHT: isRight ? right++ : null, hunk });
    }
  }
  return rows;
}

/** Where a line is among the rows, -1 where the diff does not show it. */
export function rowAt(rows: readonly Row[], { line, side }: Placed): number {
  return rows.findIndex((row) => row[side] === line);
}

/** What GitHub keeps of the diff with a comment: its hunk down to its line. */
export function hunkTo(rows: readonly Row[], index: number): string {
  const { hunk } = rows[index]!;
  return rows
    .filter((row, at) => row.hunk === hunk && at <= index)
    .map((row) => row.text)
    .join('\n');
}

const parts = new WeakMap<readonly PullFile[], Map<string, string[]>>();

/** Names are compared as git writes them. */
function partOf(pull: Pull, path: string): string[] | undefined {
  const file = pull.files?.find((one) => one.path === path);
  if (!pull.files || !file) return undefined;
  const all = parts.get(pull.files) ?? partsOf(diffOf(pull) ?? '');
  parts.set(pull.files, all);
  return all.get(`diff --git ${named('a', file.previousPath ?? path)} ${named('b', path)}`);
}

function partsOf(diff: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  let part: string[] = [];
  for (const line of diff.split('\n').slice(0, -1)) {
    if (line.startsWith('diff --git ')) {
      part = [];
      found.set(line, part);
    }
    part.push(line);
  }
  return found;
}

function named(side: string, path: string): string {
  const bytes = [...Buffer.from(`${side}/${path}`)];
  if (bytes.every((byte) => byte >= 32 && byte < 127 && byte !== 34 && byte !== 92)) return `${side}/${path}`;
  const escaped = bytes.map((byte) => {
    if (byte === 34 || byte === 92) return `\\${String.fromCharCode(byte)}`;
    if (byte === 9) return '\\t';
    if (byte === 10) return '\\n';
    return byte >= 32 && byte < 127 ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, '0')}`;
  });
  return `"${escaped.join('')}"`;
}
