import assert from 'node:assert/strict';
import { anchorOf } from '../../../../src/model/anchor/index.ts';
import { Followed } from '../../../../src/ui/annotations/followed.ts';

const about = { path: 'a.ts', repository: null, side: 'RIGHT', commit: null } as const;
const text = 'one();\n  two(twice);\nthree();\n';
const insertion = (line: number, character: number, added: string) => ({
  range: { start: { line, character }, end: { line, character } },
  text: added,
});

describe('a note in a file that is edited', () => {
  const anchor = anchorOf(text, { startLine: 2, endLine: 2 }, about);
  const put = () => {
    const followed = new Followed();
    followed.put('n', [anchor], text);
    return followed;
  };
  const lineOf = (followed: Followed) => followed.lines('n')?.startLine ?? null;

  it('goes down with its code where a line is begun before its first sign, and stays where one is begun behind it', () => {
    const followed = put();
    followed.edit([insertion(1, 2, '\n  ')], null);
    assert.equal(lineOf(followed), 3);
    followed.edit([insertion(2, 13, '\n')], null);
    assert.equal(lineOf(followed), 3);
  });

  it('knows so, too, once it was found again, and when it was put there by hand', () => {
    const followed = put();
    followed.edit([], `// more\n${text}`);
    assert.equal(lineOf(followed), 3);
    followed.edit([insertion(2, 2, '\n  ')], null);
    assert.equal(lineOf(followed), 4);
    followed.place('n', [anchor], { startLine: 1, endLine: 1 }, text);
    followed.edit([insertion(0, 0, '\n'), insertion(1, 6, '\n')], null);
    assert.equal(lineOf(followed), 2);
  });
});
