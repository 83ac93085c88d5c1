import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readActionLine, writeActionLine } from '../../../src/model/actionLine.ts';

describe('readActionLine', () => {
  const lines: [string, string, string | null, string | null][] = [
    ['Try the outbox pattern', 'Try the outbox pattern', null, null],
    ['@ada-wren Try it by 2026-12-01', 'Try it', 'ada-wren', '2026-12-01'],
    ['  @ada   Try it   by   2026-12-01  ', 'Try it', 'ada', '2026-12-01'],
    ['@"Ada Wren" Try it', 'Try it', 'Ada Wren', null],
    ['Try it BY 2026-12-01', 'Try it', null, '2026-12-01'],
    ['Learn by doing', 'Learn by doing', null, null],
    ['Shadow the release by friday', 'Shadow the release by friday', null, null],
    ['Ask @theo about it', 'Ask @theo about it', null, null],
    ['\\@everyone is the team', '@everyone is the team', null, null],
    ['Stand by 2026-12-01 as the day', 'Stand by 2026-12-01 as the day', null, null],
    ['@naïve-ñ Übe', 'Übe', 'naïve-ñ', null],
  ];
  for (const [line, text, owner, dueDate] of lines) {
    it(`reads “${line}”`, () => assert.deepEqual(readActionLine(line), { text, owner, dueDate }));
  }

  for (const line of ['', '   ', '@ada', '@ada by 2026-12-01', 'by 2026-12-01']) {
    it(`asks for words in “${line}”`, () => assert.deepEqual(readActionLine(line), { problem: 'text' }));
  }
  for (const line of ['Try it by 2026-02-30', 'Try it by 2026-13-01', 'Try it by 2026-1-1']) {
    it(`refuses the date of “${line}”`, () => assert.deepEqual(readActionLine(line), { problem: 'date' }));
  }

  it('reads what was written for editing as the same words', () => {
    const words = fc
      .array(fc.constantFrom('by', '@x', 'outbox', '\\', '2026', 'naïve', '"'), {
        minLength: 1,
        maxLength: 5,
      })
      .map((parts) => parts.join(' '))
      .filter((text) => !text.startsWith('\\@'));
    fc.assert(
      fc.property(
        words,
        fc.constantFrom(null, 'ada-wren', 'Ada Wren', 'bot[bot]'),
        fc.constantFrom(null, '2026-12-01'),
        (text, owner, dueDate) => {
          const action = { text, owner, dueDate };
          assert.deepEqual(readActionLine(writeActionLine(action)), action);
        },
      ),
    );
  });

  it('takes no longer than a glance for a line made to be slow', () => {
    const slow = `@${'"'.repeat(5)}${' by 2026-1'.repeat(20_000)}`;
    assert.ok('text' in readActionLine(slow));
  });
});
