import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { JournalEvent, NewEvent, Origin } from '../../../src/model/events.ts';
import { foldEvents } from '../../../src/model/fold.ts';
import { type HistoryEntry, historyOf } from '../../../src/model/history.ts';

type Said = NewEvent & { act?: string; author?: string; id?: string } & Origin;

/** Events one millisecond apart, each an act of its own unless `act` says otherwise, by ann in her folder. */
function said(...events: Said[]): JournalEvent[] {
  return events.map(({ type, payload, act, author = 'ann', id: given, isPrivate, writer }, index) => {
    const id = given ?? `e${String(index).padStart(4, '0')}`;
    const origin: Origin = isPrivate ? { isPrivate } : { writer: writer ?? `folder-of-${author}` };
    return {
      id,
      time: [1000 + index, 0],
      author,
      act: act ?? id,
      type,
      version: 1,
      payload,
      ...origin,
    } as JournalEvent;
  });
}
const goal = (id: string, title = `Goal ${id}`): NewEvent => ({
  type: 'goal.created',
  payload: { goal: id, title, category: null, origin: 'mentee', targetDate: null },
});
const retitled = (id: string, title: string): NewEvent => ({
  type: 'goal.edited',
  payload: { goal: id, title },
});
const action = (id: string, to: string | null = null): NewEvent => ({
  type: 'action.added',
  payload: { action: id, text: `Do ${id}`, owner: 'ann', dueDate: null, goal: to },
});
const tagged = (feedback: string, tag: 'keep' | 'stop' | 'start' | null): NewEvent => ({
  type: 'feedback.tagged',
  payload: { feedback, tag },
});
const undone = (act: string): NewEvent => ({ type: 'act.undone', payload: { act } });
const isAnns = ({ author, isPrivate }: JournalEvent) => author === 'ann' || isPrivate === true;
const told = (entries: HistoryEntry[]) =>
  entries.map(({ changes }) => changes.map(({ what }) => what).join());

describe('historyOf', () => {
  it('tells a goal from its newest act back to its first, with what stood there before', () => {
    const events = said(
      goal('g'),
      goal('other'),
      retitled('g', 'Better'),
      { type: 'goal.edited', payload: { goal: 'g', targetDate: '2027-01-31' }, author: 'bob' },
      { type: 'goal.status', payload: { goal: 'g', status: 'completed' } },
    );
    const entries = historyOf(events, 'g');
    assert.deepEqual(told(entries), ['status', 'edited', 'edited', 'created']);
    assert.deepEqual(
      entries.map(({ by, at }) => [by, at]),
      [
        ['ann', '1970-01-01T00:00:01.004Z'],
        ['bob', '1970-01-01T00:00:01.003Z'],
        ['ann', '1970-01-01T00:00:01.002Z'],
        ['ann', '1970-01-01T00:00:01.000Z'],
      ],
    );
    assert.deepEqual(entries[2]?.changes, [
      { what: 'edited', kind: 'goal', id: 'g', fields: [{ field: 'title', to: 'Better', from: 'Goal g' }] },
    ]);
  });

  it('does not depend on the order in which the files were read', () => {
    const events = said(goal('g'), retitled('g', 'A'), retitled('g', 'B'), undone('e0001'), {
      ...retitled('g', 'C'),
      author: 'bob',
    });
    fc.assert(
      fc.property(fc.shuffledSubarray(events, { minLength: events.length }), (shuffled) => {
        assert.deepEqual(historyOf(shuffled, 'g', isAnns), historyOf(events, 'g', isAnns));
      }),
    );
  });

  it('counts events of one act as one entry', () => {
    const events = said(
      { ...tagged('f', 'keep'), act: 'one' },
      { type: 'feedback.setAside', payload: { feedback: 'f', isSetAside: false }, act: 'one' },
      { ...tagged('f2', 'keep'), act: 'one' },
    );
    assert.deepEqual(told(historyOf(events, 'f')), ['tagged,setAside']);
  });

  it('shows a link and a next action with the goal, too', () => {
    const events = said(
      goal('g'),
      { type: 'feedback.linked', payload: { feedback: 'f', goal: 'g' } },
      action('a', 'g'),
      { type: 'action.done', payload: { action: 'a', doneAt: '2026-11-22T10:00:00Z' } },
    );
    assert.deepEqual(told(historyOf(events, 'g')), ['created', 'linked', 'created']);
    assert.deepEqual(told(historyOf(events, 'f')), ['linked']);
    assert.deepEqual(told(historyOf(events, 'a')), ['done', 'created']);
  });

  it('names milestones', () => {
    const events = said(
      goal('g'),
      { type: 'milestone.added', payload: { goal: 'g', milestone: 'm', title: 'A step' } },
      { type: 'milestone.completed', payload: { goal: 'g', milestone: 'm', completedAt: '2026-11-22' } },
    );
    assert.deepEqual(historyOf(events, 'g')[0]?.changes, [
      { what: 'milestone', title: 'A step', isDone: true },
    ]);
  });

  describe('taking back', () => {
    it('offers the act itself while it stands, and the undo of it once it does not', () => {
      const events = said(tagged('f', 'keep'), tagged('f', 'stop'));
      assert.deepEqual(
        historyOf(events, 'f', isAnns).map(({ undone: by, toggle }) => [by, toggle]),
        [
          [null, ['e0001']],
          [null, ['e0000']],
        ],
      );
      const [, first] = historyOf([...events, ...later(undone('e0000'))], 'f', isAnns);
      assert.deepEqual(first?.undone, { by: 'ann', at: '1970-01-01T00:00:02.000Z' });
      assert.deepEqual(first?.toggle, ['later0']);
      const again = historyOf([...events, ...later(undone('e0000'), undone('later0'))], 'f', isAnns);
      assert.deepEqual([again[1]?.undone, again[1]?.toggle], [null, ['e0000']]);
    });

    it("leaves others' words to them, and lets anybody take status back", () => {
      const events = said(
        { ...goal('g'), author: 'bob' },
        { type: 'goal.status', payload: { goal: 'g', status: 'archived' }, author: 'bob' },
        retitled('other', 'by ann'),
      );
      assert.deepEqual(
        historyOf(events, 'g', isAnns).map(({ toggle }) => toggle),
        [['e0001'], null],
      );
      // An undo of those words by somebody else counts for nothing.
      const [, made] = historyOf([...events, ...later(undone('e0000'))], 'g', isAnns);
      assert.equal(made?.undone, null);
    });

    it("does not offer to redo what somebody else has undone: the undo is that person's", () => {
      const events = [...said(tagged('f', 'keep')), ...later({ ...undone('e0000'), author: 'bob' })];
      const [entry] = historyOf(events, 'f', isAnns);
      assert.deepEqual([entry?.undone?.by, entry?.toggle], ['bob', null]);
    });

    it('forgets the value of an undone edit', () => {
      const events = said(goal('g'), retitled('g', 'A'), undone('e0001'), retitled('g', 'B'));
      const [newest] = historyOf(events, 'g')[0]!.changes;
      assert.deepEqual(newest?.what === 'edited' && newest.fields, [
        { field: 'title', to: 'B', from: 'Goal g' },
      ]);
    });

    it('agrees with the records: undoing what is offered changes the state, doing it again brings it back', () => {
      const events = said(goal('g'), retitled('g', 'Better'));
      const [entry] = historyOf(events, 'g', isAnns);
      const without = [...events, ...later(...entry!.toggle!.map(undone))];
      assert.equal(foldEvents(without).goals.get('g')?.title, 'Goal g');
      const [again] = historyOf(without, 'g', isAnns);
      const redone = [...without, ...later(undone('none'), ...again!.toggle!.map(undone))];
      assert.equal(foldEvents(redone).goals.get('g')?.title, 'Better');
    });
  });

  describe('whose words', () => {
    it('names the owner of the folder, and the claim beside', () => {
      const events = said(goal('g'), { ...tagged('f', 'keep'), author: 'bob', writer: 'folder-of-ann' });
      const [entry] = historyOf(events, 'f');
      assert.deepEqual([entry?.by, entry?.claimedBy], ['ann', 'bob']);
    });

    it("marks a change of another's sentence as vain, and keeps it out of what stood there before", () => {
      const events = said(
        goal('g'),
        { ...retitled('g', 'Mine now'), author: 'bob' },
        retitled('g', 'Better'),
      );
      const [last, vain] = historyOf(events, 'g');
      assert.equal(vain?.changes[0]?.isVain, true);
      assert.equal(last?.changes[0]?.isVain, undefined);
      const [change] = last!.changes;
      assert.equal(change?.what === 'edited' && change.fields[0]?.from, 'Goal g');
      assert.equal(foldEvents(events).goals.get('g')?.title, 'Better');
    });

    it("tells what counts of an edit that changes another's sentence, too", () => {
      const mixed: NewEvent = {
        type: 'goal.edited',
        payload: { goal: 'g', title: 'Mine now', targetDate: '2027-01-31' },
      };
      const [change] = historyOf(said(goal('g'), { ...mixed, author: 'bob' }), 'g')[0]!.changes;
      assert.deepEqual(change?.what === 'edited' && change.fields, [
        { field: 'targetDate', to: '2027-01-31', from: null },
      ]);
    });
  });

  describe('what is private', () => {
    const hides = (isHidden: boolean): NewEvent => ({
      type: 'record.hidden',
      payload: { record: 'g', isHidden },
    });
    const keeps = (isPrivate: boolean): NewEvent => ({
      type: 'record.private',
      payload: { record: 'g', isPrivate },
    });

    it('is marked, and going private is one entry that only its own command takes back', () => {
      const events = said(
        { ...goal('g'), id: 'made' },
        { ...goal('g'), id: 'made', isPrivate: true },
        { ...keeps(true), isPrivate: true },
        hides(true),
        { ...retitled('g', 'To myself'), isPrivate: true },
      );
      // The copy is the very event that was shared.
      Object.assign(events[1]!, { time: events[0]!.time, act: events[0]!.act });
      const entries = historyOf(events, 'g', isAnns);
      assert.deepEqual(told(entries), ['edited', 'private', 'created']);
      assert.deepEqual(
        entries.map(({ isPrivate }) => isPrivate),
        [true, true, true],
      );
      assert.equal(entries[1]?.toggle, null);
      const shared = [
        ...events,
        ...later({ ...keeps(false), isPrivate: true }, { ...hides(false), act: 's' }),
      ];
      assert.equal(historyOf(shared, 'g', isAnns).at(-1)?.isPrivate, false);
    });

    it('from the first is one act with the record, which can be undone as a whole', () => {
      const events = said(
        { ...keeps(true), isPrivate: true, act: 'make' },
        { ...goal('g'), isPrivate: true, act: 'make' },
      );
      const entries = historyOf(events, 'g', isAnns);
      assert.deepEqual(told(entries), ['created']);
      assert.deepEqual([entries[0]?.isPrivate, entries[0]?.toggle], [true, ['make']]);
    });

    it("is gone from others' history once its author has hidden it, and that is said", () => {
      const events = said(
        { ...goal('g', 'A secret'), author: 'bob' },
        { ...retitled('g', 'More of it'), author: 'bob' },
        { ...hides(true), author: 'bob' },
        { type: 'goal.status', payload: { goal: 'g', status: 'completed' } },
      );
      const entries = historyOf(events, 'g', isAnns);
      assert.deepEqual(told(entries), ['status', 'hidden']);
      assert.ok(!JSON.stringify(entries).includes('secret'));
    });

    it('is not made so by a stranger: a line of that kind in a shared folder says nothing', () => {
      assert.deepEqual(told(historyOf(said(goal('g'), { ...keeps(true), author: 'bob' }), 'g')), ['created']);
    });
  });

  it('reads any time, and 20,000 acts about one record', () => {
    const odd = said(goal('g'));
    odd[0]!.time = [Number.MAX_SAFE_INTEGER, 0];
    assert.equal(historyOf(odd, 'g')[0]?.at, '+275760-09-13T00:00:00.000Z');
    const many = said(...Array.from({ length: 20_000 }, (_, i) => tagged('f', i % 2 ? 'keep' : 'stop')));
    assert.equal(historyOf(many, 'f').length, 20_000);
  });

  function later(...events: Said[]): JournalEvent[] {
    return said(...events).map((event, i) => ({
      ...event,
      id: `later${i}`,
      time: [2000 + i, 0],
      act: event.act.startsWith('e') ? `later${i}` : event.act,
    }));
  }
});
