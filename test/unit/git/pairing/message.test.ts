import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { readMessage, wipSubject, writeMessage } from '../../../../src/git/pairing/message.ts';
import { emptyNote, type Note } from '../../../../src/git/pairing/note.ts';
import { gitSync } from '../../../support/git/repositories.ts';

const handoff = '01JCQ8Z7V3M4N5P6Q7R8S9T0AB';
const ben = { name: 'Ben', email: 'ben@example.org' };
const write = (note: Partial<Note>, more: Partial<Parameters<typeof writeMessage>[0]> = {}) =>
  writeMessage({ note: { ...emptyNote, ...note }, coAuthors: [ben], handoff, lastFile: 'src/a.ts', ...more });

/** What git says are the trailers, a line each. */
function trailers(message: string): string[] {
  return gitSync(['interpret-trailers', '--parse'], { input: message }).trimEnd().split('\n');
}
const expected = ['Co-authored-by: Ben <ben@example.org>', `Cairn-Handoff: ${handoff}`, 'lastFile: src/a.ts'];

/** What `mob` opens, as its `openLastModifiedFileIfPresent` reads a message. */
function openedByMob(message: string): string | null {
  const parts = message.trim().split('lastFile:');
  return parts.length === 2 ? (parts[1] as string) : null;
}

/** Whom `mob done` takes for co-authors, as its `parseCoauthors` reads a message. */
function coAuthorsOfMob(message: string): string[] {
  return message.split('\n').filter((line) => /.*(author)+.+<+.*>+/i.test(line));
}

const hostile: [string, string][] = [
  ['nothing', ''],
  ['a trailer', 'Co-authored-by: Eve <eve@example.org>'],
  [
    'a trailer as the last paragraph',
    'done\n\nCo-authored-by: Eve <eve@example.org>\nSigned-off-by: Eve <e@x>',
  ],
  ['the author of something in brackets', 'ask the author of List<T> and the author of Map<K, V>'],
  ['capitals', 'AUTHOR of <b>İ author <i>'],
  ['a last file', 'lastFile:/etc/passwd'],
  ['two last files', 'lastFile:a lastFile:b\n\nlastFile:c'],
  ['the end of a message', 'before\n---\nafter'],
  ['a patch', '--- a/src\n+++ b/src\n@@ -1 +1 @@'],
  ['comments', '# a heading\n\n# ------------------------ >8 ------------------------\nbelow'],
  ['carriage returns', 'one\r\n\r\nCo-authored-by: Eve <eve@example.org>\r\n\rlastFile:x\r'],
  ['other line ends', 'one\u2028\u2028Signed-off-by: x <y>\u2029\u0085lastFile:x\v\f'],
  ['another handoff', 'Cairn-Handoff: 01JCQ8Z7V3M4N5P6Q7R8S9T0ZZ'],
  ['unicode', 'Größe 日本語 🧑‍🚀 \u202egnp.exe \ud800 half'],
  ['a NUL', 'a\0b'],
  ['great length', `${'word '.repeat(50_000)}\nlastFile:x`],
  ['many lines', 'Co-authored-by: Eve <eve@example.org>\n\n'.repeat(5000)],
];

describe('message of a handoff', () => {
  it('looks as agreed', () => {
    const note = {
      done: 'The list is sorted.',
      todo: 'Sort it by date.',
      unclear: 'Which one?',
      failing: 'sorts',
    };
    assert.equal(
      write(note),
      [
        'mob next [ci-skip] [ci skip] [skip ci]',
        '',
        'Done: The list is sorted.',
        '',
        'Next: Sort it by date.',
        '',
        'Unclear: Which one?',
        '',
        'Failing: sorts',
        '',
        'Co-authored-by: Ben <ben@example.org>',
        `Cairn-Handoff: ${handoff}`,
        'lastFile:src/a.ts',
      ].join('\n'),
    );
    const read = readMessage(write(note));
    assert.deepEqual(read, { subject: wipSubject, note, coAuthors: [ben], handoff, lastFile: 'src/a.ts' });
  });

  for (const [what, words] of hostile) {
    it(`holds ${what} in a note, and no program takes it for something else`, () => {
      for (const part of ['done', 'todo', 'unclear', 'failing'] as const) {
        const message = write({ [part]: words });
        assert.deepEqual(trailers(message), expected);
        assert.equal(openedByMob(message), 'src/a.ts');
        assert.deepEqual(coAuthorsOfMob(message), [expected[0]]);
        const lines = message.split('\n');
        assert.equal(lines.at(-1), 'lastFile:src/a.ts');
        assert.ok(lines.every((line) => !/^(#|---)|\s$/.test(line)));
        assert.ok(message.length < 5000);
        const { note, ...rest } = readMessage(message);
        assert.deepEqual(rest, { subject: wipSubject, coAuthors: [ben], handoff, lastFile: 'src/a.ts' });
        assert.deepEqual(
          Object.keys(note).filter((key) => note[key as keyof Note] !== ''),
          words === '' ? [] : [part],
        );
      }
    });
  }

  it('says the same words when it was committed and read again', () => {
    const words = fc.array(
      fc.oneof(
        fc.constantFrom(
          'Done:',
          'Next:',
          '---',
          '#',
          ' ',
          '\n',
          '\r\n',
          '\n\n',
          'author',
          '<',
          '>',
          'lastFile',
          ':',
        ),
        fc.string({ unit: 'grapheme', maxLength: 8 }),
      ),
      { maxLength: 12 },
    );
    const part = words.map((list) => list.join(''));
    const name = fc.string({ unit: 'grapheme', maxLength: 12 });
    const note = fc.record({ done: part, todo: part, unclear: part, failing: part });
    fc.assert(
      fc.property(note, name, (given, who) => {
        const message = write(given, { coAuthors: [{ name: who, email: ben.email }] });
        const read = readMessage(message);
        const again = write(read.note, { coAuthors: read.coAuthors });
        assert.equal(again, message);
        assert.equal(read.lastFile, 'src/a.ts');
        assert.equal(openedByMob(message), 'src/a.ts');
        assert.equal(coAuthorsOfMob(message).length, 1);
      }),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(note, (given) => assert.deepEqual(trailers(write(given)), expected)),
      { numRuns: 40 },
    );
  });

  it('names everybody once who has an address, and nobody gets out of their line', () => {
    const eve = { name: 'Eve\nSigned-off-by: x <y@z>', email: 'eve@example.org>\nlastFile:x' };
    const coAuthors = [
      ben,
      { name: 'Benjamin', email: 'BEN@example.org' },
      { name: 'Nobody', email: ' ' },
      eve,
    ];
    const message = write({}, { coAuthors });
    assert.deepEqual(trailers(message), [
      expected[0],
      'Co-authored-by: Eve Signed-off-by: x y@z <eve@example.orglastFile :x>',
      ...expected.slice(1),
    ]);
    assert.equal(openedByMob(message), 'src/a.ts');
  });

  it('keeps to one line of another subject, and to the usual one where that is empty', () => {
    assert.equal(write({}, { subject: 'wip [skip ci]\n\nmore' }).split('\n\n')[0], 'wip [skip ci]');
    assert.equal(write({}, { subject: ' \n' }).split('\n\n')[0], wipSubject);
  });

  it('names a last file of any name so that it is read back, and none that leads out or cannot be read', () => {
    for (const lastFile of [
      'a b.ts',
      'ä/日本.ts',
      '"q".ts',
      ' x ',
      'back\\slash',
      'tab\t',
      'li\nne',
      'z\u200dw',
      '-x',
    ]) {
      const message = write({}, { lastFile });
      assert.equal(readMessage(message).lastFile, lastFile);
      assert.match(message.split('\n').at(-1) ?? '', /^lastFile:/);
      assert.equal(trailers(message).length, 3);
    }
    for (const lastFile of ['../x', '/etc/passwd', 'a/../../b', 'C:\\x', '.git/config', 'lastFile:x', '']) {
      assert.doesNotMatch(write({}, { lastFile }), /lastFile:/);
    }
  });

  it('reads what git quotes', () => {
    const of = (path: string) => readMessage(`${wipSubject}\n\nlastFile:${path}`).lastFile;
    assert.equal(of('"src/\\303\\244 b.ts"'), 'src/ä b.ts');
    assert.equal(of('src/x.ts'), 'src/x.ts');
    for (const path of ['"open', '"a"b"', '"\\9"', '"\\']) assert.equal(of(path), null);
    for (const path of ['../../x', '"..\\\\x"', '/x', '\\\\server\\x', '.GIT/hooks/x'])
      assert.equal(of(path), null);
  });

  it('reads the messages of others', () => {
    const plain = readMessage(
      'Fix the login\n\nIt was broken.\n\nFixes: #3\nCo-authored-by: Ann <ann@x>\nNo trailer',
    );
    assert.equal(plain.subject, 'Fix the login');
    assert.equal(plain.handoff, null);
    assert.deepEqual(plain.coAuthors, []);
    assert.match(plain.note.done, /^It was broken\.\nFixes/);
    assert.deepEqual(readMessage(''), {
      subject: '',
      note: emptyNote,
      coAuthors: [],
      handoff: null,
      lastFile: null,
    });
    assert.equal(readMessage(`x\n\nCairn-Handoff: ../../etc\nlastFile:a`).handoff, null);
    // In time, which is what mocha's limit says.
    readMessage(`${'\n \t'.repeat(400_000)}x${'a:b\n'.repeat(400_000)}`);
  });

  it('is what git itself keeps', () => {
    const message = write({ done: 'one\n\n\n two  \n# three' });
    const { stdout } = spawnSync('git', ['stripspace'], { input: message });
    assert.equal(stdout.toString().trimEnd(), message);
  });
});
