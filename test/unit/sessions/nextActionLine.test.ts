import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readActionLine, writeActionLine } from '../../../src/model/actionLine.ts';
import { readDate } from '../../../src/sessions/dates.ts';
import { readNextAction, readPromised } from '../../../src/sessions/nextActionLine.ts';

const friday = new Date(2026, 10, 20, 15, 0);
const read = (line: string) => readNextAction(line, friday, readDate);

describe('readNextAction', () => {
  const lines: [string, string, string | null, string | null][] = [
    ['try it', 'try it', null, null],
    ['@ada try it by friday', 'try it', 'ada', '2026-11-27'],
    ['@"Ada Wren" try it by 3 december', 'try it', 'Ada Wren', '2026-12-03'],
    ['@ada: try it (by tomorrow)', 'try it', 'ada', '2026-11-21'],
    ['@"Ada Wren", try it', 'try it', 'Ada Wren', null],
    ['try it by 2026-12-01', 'try it', null, '2026-12-01'],
    ['leave by friday by 2026-12-01', 'leave by friday', null, '2026-12-01'],
    ['learn it by hand', 'learn it by hand', null, null],
    ['\\@everyone: read it by friday', '@everyone: read it', null, '2026-11-27'],
  ];
  for (const [line, text, owner, dueDate] of lines)
    it(`reads “${line}”`, () => assert.deepEqual(read(line), { text, owner, dueDate }));

  for (const line of ['', '@ada', '@ada:', '@ada by friday', 'by 2026-12-01', 'by friday'])
    it(`asks for words in “${line}”`, () => assert.deepEqual(read(line), { problem: 'text' }));
  for (const line of ['try it by 31 february', 'try it by 2026-02-30', '@ada try it by 3/12/2026'])
    it(`refuses the date of “${line}”`, () => assert.deepEqual(read(line), { problem: 'date' }));

  it('reads what readActionLine reads where no date is in words', () => {
    const words = fc.constantFrom(
      'try',
      'it',
      '@x',
      'by',
      'hand',
      '"',
      '2026-12-01',
      '2026-02-30',
      '\\@',
      'ü',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 7 }), (parts) => {
        const line = parts.join(' ');
        assert.deepEqual(read(line), readActionLine(line));
      }),
    );
  });

  it('reads what was written for editing as the same words', () => {
    const action = { text: 'try it by hand', owner: 'Ada Wren', dueDate: '2026-12-01' };
    assert.deepEqual(read(writeActionLine(action)), action);
  });
});

describe('readPromised', () => {
  const promised = (line: string) => readPromised({ line, isDone: true }, friday, readDate);

  it('tells the words of the date, and what is unclear of it', () => {
    const line = { isDone: true, isUnclear: false };
    const ada = { text: 'try it', owner: 'ada' };
    const [worded, iso] = ['@ada try it by next friday', '@ada: try it by 2026-12-01'];
    assert.deepEqual(promised(worded), {
      ...line,
      ...ada,
      line: worded,
      dueDate: '2026-11-27',
      due: 'by next friday',
    });
    assert.deepEqual(promised(iso), {
      ...line,
      ...ada,
      line: iso,
      dueDate: '2026-12-01',
      due: 'by 2026-12-01',
    });
    assert.deepEqual(promised('try it'), {
      ...line,
      line: 'try it',
      text: 'try it',
      owner: null,
      dueDate: null,
      due: '',
    });
    for (const unclear of [
      '@ada try it by 31 february',
      '@ada try it by 2026-02-30',
      '@ada try it (by 3/12/2026)',
    ]) {
      assert.deepEqual(
        { ...promised(unclear), due: '' },
        { ...line, ...ada, line: unclear, dueDate: null, due: '', isUnclear: true },
      );
    }
    for (const empty of ['', '@ada', 'by friday', 'by 31 february']) assert.equal(promised(empty), null);
  });

  it('cuts what the journal would not take', () => {
    const long = promised(`@ada ${'👋 '.repeat(1000)}`);
    assert.ok(long && long.text.length <= 1000 && long.text.isWellFormed());
  });
});
