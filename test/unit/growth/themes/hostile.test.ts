import assert from 'node:assert/strict';
import { ThemeEngine } from '../../../../src/growth/themes/engine.ts';
import type { ThemeInput } from '../../../../src/growth/themes/types.ts';
import { groups, piece } from './support.ts';

/** Each id at most once, and no other. */
function themesOf(inputs: readonly ThemeInput[]) {
  const themes = new ThemeEngine().set(inputs);
  const all = groups(themes).flat();
  assert.equal(new Set(all).size, all.length);
  const ids = new Set(inputs.map(({ id }) => id));
  assert.ok(all.every((id) => ids.has(id)));
  assert.ok(themes.every(({ name }) => name !== '' && name.length < 200));
  return themes;
}

describe('themes of hostile feedback', () => {
  it('are none of nothing, of one piece, and of what says nothing', () => {
    assert.deepEqual(themesOf([]), []);
    assert.deepEqual(themesOf([piece(1, 'Please add a test.')]), []);
    assert.deepEqual(
      themesOf([piece(1, ''), piece(2, '\n\t '), piece(3, '...'), piece(4, '😀'), piece(5, '12')]),
      [],
    );
  });

  it('is one theme where all say the same, 8,000 times', () => {
    const same = (body: string) => Array.from({ length: 8000 }, (_, id) => piece(id, body, { tag: 'stop' }));
    assert.deepEqual(
      groups(themesOf(same('nit: trailing whitespace'))).map(({ length }) => length),
      [8000],
    );
    assert.deepEqual(
      groups(themesOf(same('The zanzibar gauge wobbles over the quagmire.'))).map(({ length }) => length),
      [8000],
    );
  });

  it('come in time from comments of 64 kB, whatever they repeat', () => {
    const long = [
      '`',
      '``',
      '```',
      '```suggestion\n',
      '[',
      '](',
      '![a](',
      '<!--',
      '<',
      '</',
      '@',
      '#1',
      'a@',
      'http://',
      's/a/',
      '/',
      '_',
      'a_',
      'aB',
      'test ',
      'rename this ',
      '> ',
      '\n',
      '\r\n',
      ' ',
      '\u202e',
      '-',
      "'",
      'é',
      '\u0301',
      '𝔸',
      '.',
      'x'.repeat(500),
      'deadbeef ',
    ].map((part, id) =>
      piece(id, part.repeat(Math.ceil(64_000 / part.length)), {
        path: part.repeat(200),
        diffHunk: `@@ -1 +1 @@\n${part.repeat(1000)}`,
      }),
    );
    themesOf(long);
  });

  it('do not trip over strange letters, names of objects and broken pairs', () => {
    const bodies = [
      'constructor __proto__ toString',
      '\ud800 lone',
      'ﷺ'.repeat(50),
      '测试 缺少 测试',
      'Bitte teste das, bitte!',
      '\0\u0001',
    ];
    const themes = themesOf(
      bodies.flatMap((body, id) =>
        [0, 1, 2].map((more) => piece(id * 3 + more, body, { path: '__proto__/constructor.ts' })),
      ),
    );
    assert.ok(themes.length > 0);
    assert.ok(themes.every(({ feedbackIds }) => feedbackIds.length <= 3));
  });

  it('have impossible times and equal times in the order of their ids', () => {
    const say = (id: string, at: string) => ({ ...piece(1, 'Please add a test.'), id, at });
    const inputs = [
      say('c', 'no time'),
      say('b', '2026-01-01T00:00:00Z'),
      say('a', '2026-01-01T00:00:00Z'),
      say('d', ''),
    ];
    assert.deepEqual(groups(themesOf(inputs)), [['d', 'a', 'b', 'c']]);
  });

  it('read no further than themes need: a hunk of 10,000 lines', () => {
    const hunk = `@@ -1 +1,10000 @@\n${'+let value = other;\n'.repeat(10_000)}+teh end`;
    const body = '```suggestion\nthe end\n```';
    const themes = themesOf([1, 2].map((id) => piece(id, body, { path: 'docs/a.md', diffHunk: hunk })));
    assert.deepEqual(
      themes.map(({ name }) => name),
      ['Typos'],
    );
  });
});
