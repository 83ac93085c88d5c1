import assert from 'node:assert/strict';
import type { Session } from '../../../../src/model/session.ts';
import { isOwnName, otherPath, ownPath, parsePath, textNamed } from '../../../../src/ui/sessions/address.ts';

const by = (name: string) => ({
  by: name,
  claimedBy: null,
  text: `of ${name}`,
  writtenAt: '2026-11-20T10:00:00Z',
});
const session = (...names: string[]) =>
  ({ id: '01S', kind: 'check-in', date: '2026-11-20', texts: names.map(by) }) as unknown as Session;

describe('the addresses of sessions', () => {
  it('name the space, the session and one’s own text by its day and kind', () => {
    const path = ownPath('ada-and-theo', session());
    assert.equal(path, '/sessions/ada-and-theo/01S/2026-11-20 check-in.md');
    const address = parsePath(path);
    assert.deepEqual(address, { space: 'ada-and-theo', session: '01S', name: '2026-11-20 check-in.md' });
    assert.ok(isOwnName(address!.name!));
    assert.deepEqual(parsePath('/sessions/a/01S'), { space: 'a', session: '01S', name: null });
  });

  for (const path of [
    ...['', '/', '/sessions', '/sessions/a', '/sessions/a/', '/sessions/a/01S/', '/others/a/01S/x.md'],
    ...[
      '/sessions/a/01S/x/y.md',
      '/sessions/../01S/x.md',
      '/sessions/a/../x.md',
      '/sessions/a/01S/..',
      'sessions/a/b/c',
    ],
  ]) {
    it(`are nothing else: ${JSON.stringify(path)}`, () => assert.equal(parsePath(path), null));
  }

  it('lead to other people’s texts by names that lead nowhere else, each once', () => {
    const names = [
      ...[
        'theo',
        'Theo',
        'theo',
        '../../etc/passwd',
        'C:\\x|y?',
        '..',
        '.',
        '',
        '2026-11-20 check-in',
        '\u202egnp',
      ],
      ...['a'.repeat(300), 'x/y.md', 'x_y.md', '\ud800'],
    ];
    const one = session(...names);
    const paths = one.texts.map((text) => otherPath('s', one, text));
    assert.equal(new Set(paths.map((path) => path.toLowerCase())).size, names.length);
    for (const [at, path] of paths.entries()) {
      const { name } = parsePath(path)!;
      assert.ok(name && !isOwnName(name) && !name.startsWith('.'), path);
      assert.doesNotMatch(name, /[\p{C}/\\:*?"<>|]/u);
      assert.ok(name.length < 100 && name.isWellFormed());
      assert.equal(textNamed(one, name), one.texts[at]);
    }
    assert.equal(paths[0], '/sessions/s/01S/theo.md');
    assert.equal(textNamed(one, 'nobody.md'), undefined);
  });
});
