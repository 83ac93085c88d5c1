import assert from 'node:assert/strict';
import type { FeedbackGroup } from '../../../src/model/group.ts';
import { fromEntered } from '../../../src/model/overlay.ts';
import { goalsOfAll, linkChanges } from '../../../src/ui/feedback/links.ts';
import { argumentAfter, feedbackOf } from '../../../src/ui/feedback/targets.ts';

const piece = (id: string) =>
  fromEntered({
    id,
    author: 'ines',
    body: 'b',
    url: null,
    saidAt: '2026-02-01T00:00:00Z',
    entered: { by: 'ada', claimedBy: null },
  });
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
  it('is each piece once, whatever is named twice', () =>
    assert.deepEqual(of(['a', one, 'b', 'a']), ['a', 'b']));

  const nothing = [
    42,
    true,
    {},
    [],
    [42],
    [null],
    ['a', {}],
    { type: 'feedback', item: 5, group },
    { comments: [{}] },
  ];
  for (const argument of [...nothing, { thread: null }, { feedbackId: 5 }, { type: 'group', group }]) {
    it(`is refused when it is ${JSON.stringify(argument).slice(0, 40)}`, () =>
      assert.throws(() => of(argument, 'keep'), { code: 'invalid-argument' }));
  }

  it('is followed by a word, or by what the editor adds', () => {
    assert.equal(argumentAfter(['a', 'keep']), 'keep');
    assert.equal(argumentAfter([one, 'keep']), 'keep');
    assert.equal(argumentAfter([one, [one, two]]), undefined);
    assert.equal(argumentAfter([{ comments: [{ feedbackId: 'b' }] }, {}]), undefined);
    assert.deepEqual(argumentAfter(['a', {}]), {});
    assert.equal(argumentAfter(['a', 5]), 5);
  });
});

describe('the goals that are ticked for feedback', () => {
  const one = { id: 'a', goalIds: ['x', 'y'] };
  const two = { id: 'b', goalIds: ['y', 'z'] };
  const changes = (ticked: string[]) =>
    linkChanges([one, two], ticked, goalsOfAll([one, two])).map(
      ({ item, goal, isLinked }) => `${item.id}${isLinked ? '+' : '-'}${goal}`,
    );
  it('are ticked at first when all pieces are linked to them', () => {
    assert.deepEqual(goalsOfAll([one, two]), ['y']);
    assert.deepEqual(goalsOfAll([]), []);
  });
  it('change nothing when they are left as they are', () => assert.deepEqual(changes(['y']), []));
  it('are linked where they were not', () => assert.deepEqual(changes(['y', 'x']), ['b+x']));
  it('are unlinked when they are unticked, and no others', () =>
    assert.deepEqual(changes([]), ['a-y', 'b-y']));
});
