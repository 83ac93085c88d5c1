import assert from 'node:assert/strict';
import fc from 'fast-check';
import { textBefore } from '../../../../src/github/publishing/before.ts';
import { parseDiff } from '../../../../src/github/publishing/diff.ts';
import { commentable, hunksOf, placeProblem } from '../../../../src/github/publishing/diffLines.ts';
import type { ReviewPlace } from '../../../../src/github/publishing/types.ts';
import { diffOfFiles } from '../../../support/github/changes.ts';
import type { PullFile } from '../../../support/github/types.ts';
import { files, numbered } from './support.ts';

/** Lines that look like parts of a diff, and line ends of all kinds. */
const line = fc.oneof(
  { arbitrary: fc.constantFrom('', 'a', 'b', 'c', '}', '  x'), weight: 6 },
  {
    arbitrary: fc.constantFrom(
      ...['--- a/x', '+++ b/x', '@@ -1,2 +1,2 @@', 'diff --git a/x b/x', '\\ No newline at end of file'],
      ...['Binary files a/x and b/x differ', 'rename to y', 'crlf\r', 'a\rb', '\u2028', '🪨 ü', '\t'],
    ),
    weight: 1,
  },
  { arbitrary: fc.string({ maxLength: 8 }).map((text) => text.replaceAll(/[\n\0]/g, '')), weight: 1 },
);
const text = fc
  .tuple(fc.array(line, { maxLength: 40 }), fc.boolean())
  .map(([lines, ends]) => lines.join('\n') + (ends && lines.length > 0 ? '\n' : ''));
const edits = fc.array(
  fc.record({ at: fc.nat(60), remove: fc.nat(4), add: fc.array(line, { maxLength: 4 }) }),
  {
    maxLength: 5,
  },
);
const changed = fc.tuple(text, edits).map(([before, all]) => {
  const lines = before.split('\n');
  for (const { at, remove, add } of all) lines.splice(at % (lines.length + 1), remove, ...add);
  return { before, after: lines.join('\n') };
});

describe('a diff', () => {
  it('of git’s own is read whole: names, kinds, counts, hunks', () => {
    const read = parseDiff(diffOfFiles(files));
    assert.deepEqual(
      read.map(({ patch, ...file }) => ({ ...file, hunks: patch === null ? null : hunksOf(patch).length })),
      [
        row('docs/gone.md', 'removed', 0, 2, 1),
        row('docs/new.md', 'added', 3, 0, 1),
        { ...row('logo.png', 'modified', 0, 0, null), isBinary: true },
        row('src/signal.ts', 'modified', 2, 2, 3),
        { ...row('src/über alles.ts', 'renamed', 1, 1, 1), previousPath: 'src/old name.ts' },
      ],
    );
  });

  it('is read with any names', () => {
    const names = [
      'a b',
      'tab\there',
      'quote"s',
      'back\\slash',
      'ü/🪨.md',
      'b/b b/b',
      '"',
      'x ',
      '-- a',
      '@@ -1 +1 @@',
    ];
    const some = names.flatMap((name, at): PullFile[] => [
      { path: `changed/${name}`, before: `${name}\n`, after: `other ${at}\n` },
      { path: `empty/${name}`, before: null, after: '' },
      {
        path: `moved/${name}`,
        previousPath: `was/${name}`,
        before: numbered(20, { 1: name }),
        after: numbered(20, { 1: name }),
      },
      { path: `binary/${name}`, before: `\0${at}`, after: `\0${at} more` },
    ]);
    const read = parseDiff(diffOfFiles(some));
    assert.deepEqual(read.map(({ path }) => path).sort(), some.map(({ path }) => path).sort());
    for (const file of read) {
      const wanted = some.find(({ path }) => path === file.path);
      assert.equal(file.previousPath, wanted?.previousPath ?? null);
      assert.equal(file.isBinary, file.path.startsWith('binary/'));
      if (file.path.startsWith('moved/') || file.path.startsWith('empty/')) assert.equal(file.patch, '');
    }
  });

  it('gives back the text that was there before, and tells where comments may stand', function () {
    this.timeout(120_000);
    fc.assert(
      fc.property(fc.array(changed, { minLength: 15, maxLength: 30 }), (pairs) => {
        const all = pairs.map((pair, at): PullFile => ({ path: `${at}.txt`, ...pair }));
        const read = new Map(parseDiff(diffOfFiles(all)).map((file) => [file.path, file]));
        for (const { path, before, after } of all) {
          const patch = read.get(path)?.patch ?? '';
          assert.equal(read.has(path), before !== after, path);
          assert.equal(textBefore(after ?? '', patch), before);
          checkPlaces(patch, before ?? '', after ?? '');
        }
      }),
      { numRuns: 8 },
    );
  });

  it('that is not one of the text is not laid over it', () => {
    const [file] = parseDiff(
      diffOfFiles([{ path: 'x', before: numbered(30), after: numbered(30, { 9: 'nine' }) }]),
    );
    const patch = file!.patch!;
    assert.equal(textBefore(numbered(30, { 9: 'nine' }), patch), numbered(30));
    for (const other of ['', numbered(30), numbered(30, { 9: 'nine', 8: 'eight' }), numbered(8)])
      assert.equal(textBefore(other, patch), null);
    // Further away from the hunk anything may stand.
    assert.equal(textBefore(numbered(30, { 9: 'nine', 25: 'x' }), patch), numbered(30, { 25: 'x' }));
  });

  it('says on which lines comments may stand', () => {
    const patch = parseDiff(diffOfFiles(files)).find(({ path }) => path === 'src/signal.ts')!.patch!;
    assert.deepEqual(commentable(patch, 'RIGHT'), [
      { startLine: 2, endLine: 8 },
      { startLine: 17, endLine: 22 },
      { startLine: 37, endLine: 43 },
    ]);
    assert.deepEqual(commentable(patch, 'LEFT'), [
      { startLine: 2, endLine: 8 },
      { startLine: 17, endLine: 23 },
      { startLine: 38, endLine: 43 },
    ]);
  });

  it('takes time that grows with its length', () => {
    const long = numbered(200_000);
    const head = `diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -0,0 +1,200000 @@\n`;
    const diff =
      head +
      long
        .split('\n')
        .slice(0, -1)
        .map((one) => `+${one}\n`)
        .join('');
    const [file] = parseDiff(diff + `"\\${'\\'.repeat(100_000)}`);
    assert.equal(file?.additions, 200_000);
    assert.equal(placeProblem(file?.patch ?? '', place('RIGHT', 200_000, 'RIGHT', 1)), null);
  });
});

function row(path: string, status: string, additions: number, deletions: number, hunks: number | null) {
  return { path, previousPath: null, status, additions, deletions, isBinary: false, hunks };
}

function place(
  side: 'LEFT' | 'RIGHT',
  line: number,
  startSide: 'LEFT' | 'RIGHT',
  startLine: number,
): ReviewPlace {
  return { path: 'x', side, line, startSide, startLine };
}

/** By the rows of the patch, one by one: each shows a line of the left, of the right, or of both. */
function checkPlaces(patch: string, before: string, after: string): void {
  const rows: { LEFT: number | null; RIGHT: number | null; hunk: number }[] = [];
  let [left, right, hunk] = [0, 0, 0];
  for (const one of patch.split('\n')) {
    const header = /^@@ -(\d+)(?:,\d+)? \+(\d+)/.exec(one);
    if (header) {
      [left, right, hunk] = [Number(header[1]), Number(header[2]), hunk + 1];
    } else if (one[0] === ' ') rows.push({ LEFT: left++, RIGHT: right++, hunk });
    else if (one[0] === '-') rows.push({ LEFT: left++, RIGHT: null, hunk });
    else if (one[0] === '+') rows.push({ LEFT: null, RIGHT: right++, hunk });
  }
  const count = { LEFT: before.split('\n').length + 1, RIGHT: after.split('\n').length + 1 };
  for (const side of ['LEFT', 'RIGHT'] as const) {
    for (let line = 0; line <= count[side]; line += 1) {
      const row = rows.findIndex((one) => one[side] === line);
      const single = placeProblem(patch, { path: 'x', side, line, startLine: null, startSide: null });
      assert.equal(single, row < 0 ? 'line' : null, `${side} ${line}`);
      if (row < 0) continue;
      for (const startSide of ['LEFT', 'RIGHT'] as const) {
        for (const startLine of [line - 3, line - 1, line, line + 1]) {
          if (startLine === line && startSide === side) continue;
          const start = rows.findIndex((one) => one[startSide] === startLine);
          const fits = start >= 0 && start < row && rows[start]?.hunk === rows[row]?.hunk;
          const problem = placeProblem(patch, place(side, line, startSide, startLine));
          assert.equal(problem, fits ? null : 'range', `${startSide} ${startLine} to ${side} ${line}`);
        }
      }
    }
  }
}
