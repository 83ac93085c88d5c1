import assert from 'node:assert/strict';
import { agreementWord } from '../../../src/model/agreementWord.ts';

describe('what is said of a clause once somebody spoke', () => {
  const word = (isAgreed: boolean, since: string | null, mayBeLeft: boolean) =>
    agreementWord({ isAgreed, since, mayBeLeft });

  it('is never that it is over while another machine’s file may be left', () => {
    assert.equal(word(false, null, true), 'left');
    assert.equal(word(false, null, false), 'ended');
  });

  it('is that it holds, or waits for others', () => {
    assert.equal(word(true, '2026-11-01', false), 'holds');
    assert.equal(word(true, null, false), 'waits');
    assert.equal(word(true, null, true), 'waits');
    assert.equal(word(false, '2026-11-01', false), 'holds');
  });
});
