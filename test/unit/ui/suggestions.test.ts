import assert from 'node:assert/strict';
import { blankRecords, type Mark } from '../../../src/model/records.ts';
import type { Feedback } from '../../../src/model/state.ts';
import { Suggestions } from '../../../src/ui/suggestions.ts';

const text = 'Bosun says: fender out.';
const piece = (id: string, body: string, changes: Partial<Feedback> = {}) =>
  ({
    id,
    body,
    isBot: false,
    createdAt: '2026-03-01T00:00:00Z',
    suggestedTag: null,
    isSetAsideSuggested: false,
    ...changes,
  }) as Feedback;
const mark = (changes: Partial<Mark>): Mark => ({
  tag: null,
  taggedAt: null,
  tagged: null,
  goalIds: [],
  isSetAside: false,
  excerpt: null,
  ...changes,
});

/** What is suggested for the bosun after sixty pieces with such marks. */
function suggestedAfter(given: Partial<Mark>) {
  const feedback = Array.from({ length: 60 }, (_, at) => piece(`f${at}`, text));
  const records = blankRecords();
  for (const { id } of feedback) records.marks.set(id, mark(given));
  const suggestions = new Suggestions();
  const known = { records, isMe: (name: string) => name === 'ada', forgotten: null };
  assert.equal(suggestions.learn(feedback, known), true);
  assert.equal(suggestions.learn(feedback, known), false, 'nothing has changed since');
  return suggestions.of(piece('new', text))?.tag;
}

const byMe = { by: 'ada', claimedBy: null };
const taggedAt = '2026-03-02T10:00:00.000Z';

describe('Suggestions', () => {
  const before = new Suggestions().of(piece('new', text))?.tag;

  it('follow the user’s own tags, and what was set aside', () => {
    assert.notEqual(before, 'keep');
    assert.equal(suggestedAfter({ tag: 'keep', tagged: byMe, taggedAt }), 'keep');
    assert.equal(suggestedAfter({ tag: 'stop', tagged: byMe, taggedAt }), 'stop');
    assert.equal(suggestedAfter({ isSetAside: true }), 'none');
  });

  it('learn nothing from others, nor from names that are only claimed, nor of bots', () => {
    const plain = (given: Partial<Mark>, changes?: { isBot: boolean }) => {
      const records = blankRecords();
      const feedback = [piece('a', text, changes)];
      records.marks.set('a', mark(given));
      return new Suggestions().learn(feedback, { records, isMe: (name) => name === 'ada', forgotten: null });
    };
    assert.equal(plain({ tag: 'keep', tagged: byMe, taggedAt }), true);
    assert.equal(plain({ tag: 'keep', tagged: { by: 'ines', claimedBy: null }, taggedAt }), false);
    assert.equal(plain({ tag: 'keep', tagged: { by: 'ada', claimedBy: 'ines' }, taggedAt }), false);
    assert.equal(plain({ tag: 'keep', tagged: byMe, taggedAt }, { isBot: true }), false);
  });

  it('learn nothing from what the user has told them to forget', () => {
    const setAside = Array.from({ length: 60 }, (_, at) => `f${at}`);
    const forgotten = { until: '2026-03-02T10:00:00.000Z', setAside };
    const records = blankRecords();
    const feedback = [piece('f1', text), piece('f2', text), piece('f3', text)];
    records.marks.set('f1', mark({ tag: 'keep', tagged: byMe, taggedAt }));
    records.marks.set('f2', mark({ isSetAside: true }));
    const suggestions = new Suggestions();
    const known = { records, isMe: () => true, forgotten };
    assert.equal(suggestions.learn(feedback, known), false);
    records.marks.set('f3', mark({ tag: 'keep', tagged: byMe, taggedAt: '2026-03-02T10:00:01.000Z' }));
    assert.equal(suggestions.learn(feedback, known), true);
  });

  it('put on a piece what would be shown, and say whether it is new', () => {
    const suggestions = new Suggestions();
    const thanks = piece('a', 'Thanks for the review, I have updated the branch.');
    assert.deepEqual(
      [suggestions.put(thanks), thanks.suggestedTag, thanks.isSetAsideSuggested],
      [true, null, true],
    );
    assert.equal(suggestions.put(thanks), false);
    const bot = piece('b', 'Great work!', { isBot: true });
    assert.deepEqual([suggestions.put(bot), bot.suggestedTag], [false, null]);
  });
});
