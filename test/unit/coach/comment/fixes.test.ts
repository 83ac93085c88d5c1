import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  coach,
  type FindingCode,
  type Fix,
  findingCodes,
  fixesFor,
} from '../../../../src/coach/comment/index.ts';
import { applied } from './applied.ts';

const found = (text: string, code: FindingCode) =>
  coach(text, { level: 'full', silenced: findingCodes.filter((one) => one !== code) });

describe('the ways to mend a finding', () => {
  /** A comment, its finding, the way, what it becomes; with what is filled in where the writer goes on. */
  const table: [string, FindingCode, Fix['id'], string, string?][] = [
    ['Use a Map here.', 'no-why', 'because', 'Use a Map here, because a list is slow….', 'a list is slow'],
    ['Use a Map here', 'no-why', 'impact', 'Use a Map here. When it grows…, then ….', 'it grows'],
    ['Use a Map here.', 'command-not-question', 'question', 'Could we use a Map here?'],
    ['please extract this loop!', 'command-not-question', 'question', 'Could we extract this loop?'],
    [
      'It might be nice to have a second case.',
      'blocking-unclear',
      'label',
      'suggestion (non-blocking): It might be nice to have a second case.',
    ],
    ['You always forget to close the file.', 'about-the-person', 'task', 'This does not close the file yet.'],
    ['You forgot the `null` case.', 'about-the-person', 'task', 'The `null` case is missing here.'],
    ['you broke the build!', 'about-the-person', 'task', 'The build does not work any more.'],
    ['Did you even test this?', 'about-the-person', 'task', 'How was this tested?'],
    ['You never check the result.', 'about-the-person', 'task', 'This does not check the result.'],
    ['Why did you use a list here?', 'about-the-person', 'task', 'What is the reason to use a list here?'],
    ['Why didn’t you just use a list?', 'about-the-person', 'task', 'Would it work to use a list?'],
    ['You are so lazy. Add a test, please.', 'about-the-person', 'drop', 'Add a test, please.'],
    ['This is a stupid hack.', 'harsh', 'calm', 'This makes it difficult to test….', 'test'],
    ['What the hell. The handle leaks.', 'harsh', 'drop', 'The handle leaks.'],
    ['WHY IS THIS STILL HERE AT ALL?', 'harsh', 'calm', 'Why is this still here at all?'],
    ['No!!!! The lock is held twice.', 'harsh', 'calm', 'No. The lock is held twice.'],
    ['This is a stupid hack and it leaks.', 'harsh', 'drop', 'This is a hack and it leaks.'],
    ['What an ugly name.', 'harsh', 'calm', 'This makes it difficult to read….', 'read'],
    [
      'Please split it, this damn file is too long.',
      'harsh',
      'drop',
      'Please split it, this file is too long.',
    ],
    ['Damn, `a` leaks here and in b.', 'harsh', 'drop', '`a` leaks here and in b.'],
    ['WTF, this leaks.', 'harsh', 'drop', 'This leaks.'],
    [
      'Use a Map. Rename x. Add a case. Remove the log.',
      'too-much',
      'later',
      'Use a Map. Rename x. Add a case. For a later round: Remove the log.',
    ],
    [
      'Use a Map. Rename x. Add a case. Remove the log.',
      'too-much',
      'drop',
      'Use a Map. Rename x. Add a case. ',
    ],
    [
      'please fix this',
      'vague',
      'specific',
      'please fix this. I see two locks…; I would expect ….',
      'two locks',
    ],
  ];
  for (const [text, code, id, expected, words] of table) {
    it(`${code}, ${id}: “${text}”`, () => {
      const [finding] = found(text, code);
      assert.ok(finding, 'nothing was found');
      const fix = fixesFor(text, finding).find((one) => one.id === id);
      assert.ok(fix, 'there is no such way');
      const after = applied(text, fix, words);
      assert.equal(after, expected);
      assert.deepEqual(found(after, code), [], 'the finding stays');
    });
  }

  it('asks what fits what the comment is about', () => {
    const titles = (text: string) =>
      found(text, 'command-not-question').flatMap((finding) =>
        fixesFor(text, finding).map(({ title }) => title),
      );
    assert.ok(
      titles('Use a better name for this class.').some((title) => title.includes('sees only this name')),
    );
    assert.ok(
      titles('Cache the query in the loop.').some((title) => title.includes('a hundred times as much data')),
    );
    assert.ok(
      titles('Use a Map here.').some((title) => title.includes('What alternatives did you consider?')),
    );
  });

  it('offers no label where there is one, and none that does not fit', () => {
    const labelled = 'suggestion: please fix this';
    const [finding] = found(labelled, 'vague');
    assert.ok(finding);
    assert.deepEqual(
      fixesFor(labelled, finding).filter(({ id }) => id === 'label'),
      [],
    );
  });

  it('never change a byte of code, quotes, suggestion blocks, HTML or links, nor reach out of the text', () => {
    const own = fc.constantFrom(
      'Use a Map here.',
      'please fix this',
      'You always forget to close the file!',
      'You forgot ',
      'This is a stupid hack',
      'WHY IS THIS STILL HERE AT ALL?',
      'It might be nice to add a test, maybe.',
      'Crap!!!! ',
      'Did you even test this? ',
      'Never do that. ',
      'Why did you ',
      'suggestion: ',
      ', ',
      ' and ',
      '😀 ',
      'é',
      '\ud800',
      '\u202e',
      '1. ',
    );
    const kept = fc.constantFrom(
      '`you always forget`',
      '`` a ` please fix this ``',
      '\n\n```js\nplease.fix(this); // you idiot\n```\n\n',
      '\n\n```suggestion\nUse a Map here.\n```\n\n',
      '\r\n\r\n~~~\r\nThis is a stupid hack\r\n~~~\r\n\r\n',
      '\n\n> You always forget to close the file!\n\n',
      '<!-- please fix this -->',
      'https://example.org/you/always/forget',
      '[please fix this](https://example.org/a)',
      '![crap](https://example.org/b.png)',
      '<code>You never test this.</code>',
    );
    const parts = fc.array(
      fc.oneof(
        { weight: 3, arbitrary: own.map((text) => ({ text, isKept: false })) },
        { weight: 1, arbitrary: kept.map((text) => ({ text: ` ${text} `, isKept: true })) },
      ),
      { maxLength: 9 },
    );
    let tried = 0;
    fc.assert(
      fc.property(parts, fc.constantFrom('', ' ', '\n\n'), (pieces, between) => {
        const text = pieces.map((piece) => piece.text).join(between);
        for (const finding of coach(text, { level: 'full', threadsInRound: 9 })) {
          assert.ok(0 <= finding.start && finding.start < finding.end && finding.end <= text.length);
          for (const fix of fixesFor(text, finding)) {
            tried++;
            let last = 0;
            for (const { start, end } of fix.edits) {
              assert.ok(last <= start && start <= end && end <= text.length, 'edits overlap');
              last = end;
            }
            const after = applied(text, fix);
            assert.ok(fix.caret === null || (0 <= fix.caret && fix.caret <= after.length));
            let at = 0;
            for (const { text: piece, isKept } of pieces) {
              if (!isKept) continue;
              const next = after.indexOf(piece.trim(), at);
              assert.ok(next >= 0, `${fix.id} of ${finding.code} changed ${JSON.stringify(piece)}`);
              at = next + piece.trim().length;
            }
          }
        }
      }),
      { numRuns: 3000 },
    );
    assert.ok(tried > 3000, `only ${tried} ways were tried`);
  });
});
