import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { anchorOf } from '../../../../src/model/anchor/index.ts';
import { type Edit, Followed } from '../../../../src/ui/annotations/followed.ts';

const about = { path: 'src/a.ts', repository: null, side: 'RIGHT' as const, commit: null };
const text = Array.from({ length: 60 }, (_, i) => `line(${i + 1}, '${(i * 7919).toString(36)}');`).join('\n');
const lineAt = (whole: string, line: number) => whole.split('\n')[line - 1];

/** The text after an edit, as an editor makes it. */
function edited(whole: string, { range: { start, end }, text: put }: Edit): string {
  const lines = whole.split('\n');
  const offset = ({ line, character }: Edit['range']['start']) =>
    lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
  return whole.slice(0, offset(start)) + put + whole.slice(offset(end));
}

/** Replaces whole lines, 0-based, the last one not included. */
const lines = (from: number, to: number, put: string): Edit => ({
  range: { start: { line: from, character: 0 }, end: { line: to, character: 0 } },
  text: put,
});

describe('where annotations are while a document is edited', () => {
  it('stays on its line through 200 random edits elsewhere', () => {
    const edit = fc.tuple(fc.nat(), fc.nat(4), fc.constantFrom('', 'x();\n', 'y();\nz();\n'));
    const many = fc.array(edit, { minLength: 200, maxLength: 200 });
    fc.assert(
      fc.property(many, (edits) => {
        const followed = new Followed();
        const anchor = anchorOf(text, { startLine: 30, endLine: 31 }, about);
        followed.put('a', [anchor], text);
        let now = text;
        for (const [at, length, put] of edits) {
          const { startLine, endLine } = followed.lines('a')!;
          const count = now.split('\n').length - 1;
          const above = startLine - 1;
          // Anywhere but on its own lines.
          const from = at % (count - 1);
          const isAbove = from < above;
          const first = isAbove ? from : Math.min(count, Math.max(from, endLine));
          const last = Math.min(first + length, isAbove ? above : count);
          const one = lines(first, last, put);
          now = edited(now, one);
          followed.edit([one]);
        }
        const { startLine, endLine } = followed.lines('a')!;
        assert.deepEqual(
          now
            .split('\n')
            .slice(startLine - 1, endLine)
            .join('\n'),
          anchor.code,
        );
        assert.deepEqual(followed.changed(now), []);
      }),
      { numRuns: 30 },
    );
  });

  it('is changed where its own code was edited, once, and its new anchor finds it', () => {
    const followed = new Followed();
    followed.put('a', [anchorOf(text, { startLine: 10, endLine: 10 }, about)], text);
    const one: Edit = {
      range: { start: { line: 9, character: 0 }, end: { line: 9, character: 4 } },
      text: 'called',
    };
    const now = edited(text, one);
    followed.edit([one]);
    const [changed] = followed.changed(now);
    assert.equal(changed?.anchor.code, lineAt(now, 10));
    assert.equal(changed?.anchor.path, 'src/a.ts');
    assert.deepEqual(followed.changed(now), []);
    const elsewhere = new Followed();
    assert.equal(elsewhere.put('a', [changed!.anchor], `\n\n${now}`)?.startLine, 12);
  });

  it('is nowhere where its code is deleted, and back where that comes back', () => {
    const followed = new Followed();
    const anchor = anchorOf(text, { startLine: 20, endLine: 22 }, about);
    followed.put('a', [anchor], text);
    const cut = lines(19, 22, '');
    assert.equal(followed.edit([cut]), true);
    assert.equal(followed.lines('a'), null);
    const without = edited(text, cut);
    followed.search(without);
    assert.equal(followed.lines('a'), null);
    const paste = lines(5, 5, `${anchor.code}\n`);
    followed.edit([paste]);
    followed.search(edited(without, paste));
    assert.equal(followed.lines('a')?.startLine, 6);
  });

  it('is looked for in a text that came from elsewhere, and is outdated where it is not there', () => {
    const followed = new Followed();
    const anchor = anchorOf(text, { startLine: 40, endLine: 40 }, about);
    followed.put('a', [anchor], text);
    const rebased = `${'// new\n'.repeat(15)}${text}`;
    const whole = (before: string, put: string): Edit => lines(0, before.split('\n').length, put);
    followed.edit([whole(text, rebased)]);
    followed.check(rebased);
    assert.equal(followed.lines('a')?.startLine, 55);
    followed.edit([whole(rebased, 'nothing\n')]);
    followed.check('nothing\n');
    assert.equal(followed.lines('a'), null);
    followed.edit([whole('nothing\n', text)]);
    followed.check(text);
    assert.equal(followed.lines('a')?.startLine, 40);
  });

  it('does not stay on what took the place of its code in a text that came from elsewhere', () => {
    const followed = new Followed();
    const anchor = anchorOf(text, { startLine: 40, endLine: 40 }, about);
    followed.put('a', [anchor], text);
    const other: Edit = {
      range: { start: { line: 39, character: 2 }, end: { line: 39, character: anchor.code.length } },
      text: 'something else entirely;',
    };
    const moved = lines(9, 9, `${anchor.code}\n`);
    followed.edit([other, moved]);
    assert.equal(followed.lines('a')?.startLine, 41);
    followed.check(edited(edited(text, other), moved));
    // One line alone at another place is not enough to be sure: it may be nowhere.
    assert.ok([undefined, 10].includes(followed.lines('a')?.startLine));
  });

  it('stays where it is here when somebody puts it to code that is not here', () => {
    const followed = new Followed();
    const here = anchorOf(text, { startLine: 8, endLine: 8 }, about);
    followed.put('a', [here], text);
    const theirs = { ...here, code: 'something(else, entirely);', before: 'a();', after: 'b();' };
    assert.equal(followed.put('a', [theirs], text)?.startLine, 8);
  });
});
