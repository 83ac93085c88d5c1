import assert from 'node:assert/strict';
import { minutesOf, namesOf } from '../../../../src/ui/sessions/said.ts';

describe('what is typed about a session', () => {
  const lengths: [string, number | null][] = [
    ...([
      ['25', 25],
      [' 25 min ', 25],
      ['1h', 60],
      ['1.5 h', 90],
      ['1,5h', 90],
      ['1h30', 90],
    ] as [string, number][]),
    ...([
      ['1:30', 90],
      ['2 hours', 120],
      ['0:45', 45],
      ['1h 5m', 65],
      ['10000', null],
    ] as [string, number | null][]),
    ...(['', '0', '-5', 'soon', '1:30:00', '5 apples', '99999', '0h', '1e3'].map((text) => [text, null]) as [
      string,
      null,
    ][]),
  ];
  for (const [text, minutes] of lengths) {
    it(`lasts ${minutes} minutes: ${JSON.stringify(text)}`, () => assert.equal(minutesOf(text), minutes));
  }

  it('names each person once, without the @ of a login', () => {
    assert.deepEqual(namesOf([' @theo ', 'Theo', '', 'Rosa Lind', '@']), ['theo', 'Rosa Lind']);
  });
});
