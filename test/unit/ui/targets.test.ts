import assert from 'node:assert/strict';
import type { FeedbackGroup } from '../../../src/model/group.ts';
import { fromEntered } from '../../../src/model/overlay.ts';
import { feedbackOf } from '../../../src/ui/feedback/targets.ts';

const piece = (id: string) =>
  fromEntered({ id, author: 'ines', body: 'b', url: null, saidAt: '2026-02-01T00:00:00Z', enteredBy: 'ada' });
const [a, b, c] = [piece('a'), piece('b'), piece('c')];
const group: FeedbackGroup = { id: ':untagged', kind: 'untagged', name: '', items: [a, b, c] };
const node = (item: typeof a) => ({ type: 'feedback' as const, item, group });
const store = { getFeedback: (id: string) => [a, b, c].find((item) => item.id === id) };
const of = (...args: unknown[]) =>
  feedbackOf(args, { store, view: { selection: () => [c] } }).map((item) => item.id);

describe('the feedback that a command means', () => {
  const [one, two] = [node(a), node(b)];
  it('is named by id, ids, row, rows or thread', () => {
    assert.deepEqual(of('a', 'keep'), ['a']);
    assert.deepEqual(of(['a', 'b'], 'keep'), ['a', 'b']);
    assert.deepEqual(of(one), ['a']);
    assert.deepEqual(of(one, [one, two]), ['a', 'b']);
    assert.deepEqual(of({ comments: [{}, { feedbackId: 'b' }] }), ['b']);
    assert.deepEqual(of({ thread: { comments: [{ feedbackId: 'b' }] } }), ['b']);
    assert.deepEqual(of({ feedbackId: 'b' }), ['b']);
  });
  it('is the clicked row where that is outside of the selection', () =>
    assert.deepEqual(of(one, [two]), ['a']));
  it('stands in several groups and counts once', () => assert.deepEqual(of(one, [one, node(a)]), ['a']));
  it('is the selection when nothing is named', () => assert.deepEqual(of(), ['c']));
  it('is refused when the id is none', () => assert.throws(() => of('nowhere'), { code: 'not-found' }));
});
