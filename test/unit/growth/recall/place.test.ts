import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { diffLines, lineInText } from '../../../../src/growth/recall/index.ts';
import { piece } from './pieces.ts';

const code = ['import { open } from "./open.ts";', '', 'export function read(path: string) {'];
const rest = ['  const file = open(path);', '  return file.text();', '}', ''];
const text = [...code, ...rest].join('\n');
const hunk = `@@ -1,3 +1,5 @@ module\n${code.map((line) => `+${line}`).join('\n')}\n+  const file = open(path);`;

describe('where code that was commented on stands today', () => {
  const comment = piece('one', { line: 4, originalLine: 4, diffHunk: hunk });

  it('is its line, also after lines above it came or went', () => {
    assert.equal(lineInText(text, comment), 3);
    assert.equal(lineInText(`// Reads files.\n// And no more.\n${text}`, comment), 5);
    assert.equal(lineInText(rest.join('\n'), comment), 0);
    assert.equal(
      lineInText(text.replaceAll('\n', '\r\n'), { ...comment, diffHunk: hunk.replaceAll('\n', '\r\n') }),
      3,
    );
  });

  it('is the last of several lines', () => {
    const several = { ...comment, startLine: 3 };
    assert.equal(lineInText(`\n${text}`, several), 4);
    // GitHub says a beginning behind the end for nothing; a stranger might.
    assert.equal(lineInText(text, { ...comment, startLine: 99 }), 3);
    assert.equal(lineInText(text, { ...comment, startLine: -5_000_000 }), 3);
  });

  it('is nowhere where the code is gone, or nothing says what it was', () => {
    assert.equal(lineInText('export const other = 1;\n', comment), null);
    assert.equal(lineInText('', comment), null);
    assert.equal(lineInText(text, { ...comment, diffHunk: null }), null);
    assert.equal(lineInText(text, { ...comment, diffHunk: '' }), null);
    assert.equal(lineInText(text, { ...comment, diffHunk: '@@ -1 +1 @@' }), null);
    assert.equal(lineInText(text, { ...comment, diffHunk: '@@ -1 +1 @@\n+' }), null);
    assert.equal(lineInText(text, { ...comment, line: null, originalLine: null }), null);
  });

  it('is looked for on the side that was commented on', () => {
    const both = `${hunk}\n-  const file = await open(path);`;
    const old = { ...comment, side: 'LEFT' as const, diffHunk: both };
    assert.equal(lineInText(text.replace('= open', '= await open'), old), 3);
    // On the new side what the hunk takes away says nothing.
    assert.equal(lineInText(text, { ...comment, diffHunk: `${both}\n\\ No newline at end of file` }), 3);
  });

  it('is found in long hunks and long texts', () => {
    const lines = Array.from({ length: 10_000 }, (_, i) => `  call(${i}, "${i * 7}");`);
    const long = `@@ -1,9999 +1,10000 @@\n${lines.map((line) => `+${line}`).join('\n')}`;
    const at = { ...comment, line: 10_000, originalLine: 10_000, diffHunk: long };
    assert.equal(lineInText(['// new', ...lines].join('\n'), at), 10_000);
  });
});

describe('the lines that a diff changes', () => {
  it('are those of its hunks, on both sides', () => {
    const diff = [
      'diff --git a/x b/x',
      '--- a/x',
      '+++ b/x',
      '@@ -1,3 +1,4 @@ function',
      '+@@ -900,3 +900,4 @@',
      '@@ -20 +22,0 @@',
      '-gone',
      '@@ -30,0 +31 @@',
      '+new',
    ].join('\n');
    assert.deepEqual(diffLines(diff), {
      before: [
        { startLine: 1, endLine: 3 },
        { startLine: 20, endLine: 20 },
        { startLine: 30, endLine: 30 },
      ],
      now: [
        { startLine: 1, endLine: 4 },
        { startLine: 22, endLine: 22 },
        { startLine: 31, endLine: 31 },
      ],
    });
  });

  it('are none in a binary file, in nothing, and in what is no diff', () => {
    const none = { now: [], before: [] };
    assert.deepEqual(diffLines('Binary files a/x and b/x differ\n'), none);
    assert.deepEqual(diffLines(''), none);
    assert.deepEqual(diffLines('@@ -a +b @@\n@@ -1 @@\n@@ -99999999999 +1 @@'), none);
  });
});
