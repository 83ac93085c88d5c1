import assert from 'node:assert/strict';
import { coachSentence } from '../../../../src/programme/goals/sentence.ts';
import { goodSentences, missedSentences, weakSentences } from './sentences.ts';

describe('the coach of goal sentences', () => {
  for (const sentence of goodSentences) {
    it(`is content with: ${sentence}`, () => assert.deepEqual(coachSentence(sentence), []));
  }
  for (const [sentence, reason] of weakSentences) {
    it(`asks about ${reason}: ${JSON.stringify(sentence).slice(0, 80)}`, () =>
      assert.equal(coachSentence(sentence)[0]?.reason, reason));
  }

  for (const [sentence, reason] of missedSentences) {
    it(`is not yet able to ask about ${reason}: ${sentence}`, () =>
      assert.notEqual(coachSentence(sentence)[0]?.reason, reason));
  }

  it('says all that it would ask, the most important first, with the words that it is about', () => {
    const hints = coachSentence('You should improve the reviews of our team. Then rest.');
    assert.deepEqual(
      hints.map(({ reason, quote, topic }) => [reason, quote, topic]),
      [
        ['imposed', 'you', 'review'],
        ['several', '', 'review'],
        ['vague', 'improve', 'review'],
        ['no-horizon', '', 'review'],
      ],
    );
  });

  it('does not ask until when where the goal has a date', () => {
    assert.deepEqual(coachSentence('I keep the runbooks current', { hasDate: true }), []);
  });

  it('reads whatever is typed, in a moment', () => {
    for (const odd of [
      '',
      '   ',
      '\u202e\u0000',
      '💥'.repeat(9000),
      'and also '.repeat(9000),
      '. A'.repeat(9000),
    ])
      assert.ok(Array.isArray(coachSentence(odd)));
  });

  it('is measured on at least 60 sentences of both sorts', () => {
    assert.ok(goodSentences.length >= 30 && weakSentences.length >= 30);
    assert.equal(
      new Set([...goodSentences, ...weakSentences.map(([one]) => one)]).size,
      goodSentences.length + weakSentences.length,
    );
  });
});
