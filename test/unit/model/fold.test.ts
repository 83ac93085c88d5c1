import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Excerpt, JournalEvent, NewEvent } from '../../../src/model/events.ts';
import { applyEvent, emptyRecords, foldEvents } from '../../../src/model/fold.ts';
import { lastAct } from '../../../src/model/lastAct.ts';

/** Events of one author, each an act of its own unless `act` says otherwise, one millisecond apart. */
function said(...events: (NewEvent & { act?: string; author?: string; at?: number })[]): JournalEvent[] {
  return events.map(({ type, payload, act, author = 'ann', at }, index) => {
    const id = `e${String(index).padStart(4, '0')}`;
    return {
      id,
      time: [at ?? 1000 + index, 0],
      author,
      act: act ?? id,
      type,
      version: 1,
      payload,
    } as JournalEvent;
  });
}
const goal = (id: string): NewEvent => ({
  type: 'goal.created',
  payload: { goal: id, title: `Goal ${id}`, category: null, origin: 'mentee', targetDate: null },
});
const tagged = (feedback: string, tag: 'keep' | 'stop' | 'start' | null): NewEvent => ({
  type: 'feedback.tagged',
  payload: { feedback, tag },
});
const linked = (feedback: string, to: string): NewEvent => ({
  type: 'feedback.linked',
  payload: { feedback, goal: to },
});
const undone = (act: string): NewEvent => ({ type: 'act.undone', payload: { act } });

/** Any events at all about a few goals and pieces of feedback, undos of each other's acts included. */
const anyEvents = fc
  .array(
    fc.record({
      kind: fc.nat(9),
      goal: fc.constantFrom('g1', 'g2', 'g3'),
      feedback: fc.constantFrom('f1', 'f2'),
      act: fc.nat(12),
      target: fc.nat(12),
      at: fc.nat(8),
      tag: fc.constantFrom('keep' as const, 'stop' as const, 'start' as const, null),
      id: fc.nat(60),
    }),
    { maxLength: 40 },
  )
  .map((picked) =>
    picked.map((p) => {
      const about = [
        goal(p.goal),
        { type: 'goal.edited', payload: { goal: p.goal, title: `t${p.at}` } },
        { type: 'goal.status', payload: { goal: p.goal, status: p.at % 2 ? 'completed' : 'archived' } },
        { type: 'milestone.added', payload: { goal: p.goal, milestone: `m${p.target % 3}`, title: 'm' } },
        {
          type: 'milestone.completed',
          payload: { goal: p.goal, milestone: `m${p.target % 3}`, completedAt: `${p.at}` },
        },
        tagged(p.feedback, p.tag),
        linked(p.feedback, p.goal),
        { type: 'feedback.unlinked', payload: { feedback: p.feedback, goal: p.goal } },
        { type: 'feedback.setAside', payload: { feedback: p.feedback, isSetAside: p.at % 2 === 0 } },
        undone(`a${p.target}`),
      ][p.kind] as NewEvent;
      return {
        id: `e${p.id}`,
        time: [p.at, p.kind % 2],
        author: 'ann',
        act: `a${p.act}`,
        version: 1,
        ...about,
      };
    }),
  ) as fc.Arbitrary<JournalEvent[]>;

describe('foldEvents', () => {
  it('gives the same records for any order of the events', () => {
    fc.assert(
      fc.property(
        anyEvents.chain((events) =>
          fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
        ),
        ([events, shuffled]) => assert.deepEqual(foldEvents(shuffled), foldEvents(events)),
      ),
      { numRuns: 500 },
    );
  });

  it('does not care whether an event came twice', () => {
    fc.assert(
      fc.property(anyEvents, (events) =>
        assert.deepEqual(foldEvents([...events, ...events]), foldEvents(events)),
      ),
    );
  });

  it('does not change the events it is given', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const before = structuredClone(events);
        foldEvents(events);
        assert.deepEqual(events, before);
      }),
    );
  });

  it('takes the newest word on a tag, a status and a title', () => {
    const records = foldEvents(
      said(goal('g'), tagged('f', 'keep'), tagged('f', 'stop'), {
        type: 'goal.edited',
        payload: { goal: 'g', title: 'New', targetDate: '2027-01-01' },
      }),
    );
    assert.deepEqual(
      {
        tag: records.marks.get('f')?.tag,
        at: records.marks.get('f')?.taggedAt,
        by: records.marks.get('f')?.tagged?.by,
      },
      { tag: 'stop', at: '1970-01-01T00:00:01.002Z', by: 'ann' },
    );
    assert.equal(records.goals.get('g')?.title, 'New');
    assert.equal(records.goals.get('g')?.targetDate, '2027-01-01');
  });

  it('takes a tag away with its time and author', () => {
    const mark = foldEvents(said(tagged('f', 'keep'), tagged('f', null))).marks.get('f');
    assert.deepEqual([mark?.tag, mark?.taggedAt, mark?.tagged], [null, null, null]);
  });

  it('keeps a link to a goal that is not there yet', () => {
    const events = said(linked('f', 'later'), goal('later'));
    assert.deepEqual(foldEvents(events.slice(0, 1)).marks.get('f')?.goalIds, ['later']);
    assert.equal(foldEvents(events).goals.get('later')?.title, 'Goal later');
  });

  it('keeps the newest excerpt', () => {
    const excerpt = (text: string): Excerpt => ({
      ...{
        kind: 'line',
        author: 'bo',
        text,
        url: null,
        repository: null,
        isPrivate: null,
        number: null,
        title: null,
      },
      ...{ path: null, line: null, createdAt: '2026-01-01T00:00:00Z' },
    });
    const [a, b, c] = said(
      { type: 'feedback.tagged', payload: { feedback: 'f', tag: 'keep', excerpt: excerpt('old') } },
      { type: 'feedback.linked', payload: { feedback: 'f', goal: 'g', excerpt: excerpt('new') } },
      tagged('f', 'stop'),
    );
    assert.equal(foldEvents([c, b, a] as JournalEvent[]).marks.get('f')?.excerpt?.text, 'new');
  });

  it('edits a goal although a wrong clock put the edit before it', () => {
    const [made, edit] = said(
      { ...goal('g'), at: 2000 },
      { type: 'goal.edited', payload: { goal: 'g', title: 'X' }, at: 1000 },
    );
    assert.equal(foldEvents([edit, made] as JournalEvent[]).goals.get('g')?.title, 'X');
  });

  it('lives through times that no date can hold', () => {
    assert.match(
      foldEvents(said({ ...goal('g'), at: 2 ** 53 - 1 })).goals.get('g')?.createdAt ?? '',
      /^\+275760/,
    );
  });
});

describe('undo', () => {
  it('takes every event of the act back, and an undone undo brings them back', () => {
    const act = { act: 'a' };
    const events = said(
      { ...tagged('f', 'keep'), ...act },
      { ...linked('f', 'g'), ...act },
      { ...undone('a'), act: 'u1' },
      { ...undone('u1'), act: 'u2' },
      { ...undone('u2'), act: 'u3' },
      { ...undone('a'), act: 'u4' },
    );
    const stands = (count: number) => foldEvents(events.slice(0, count)).marks.get('f')?.goalIds.length ?? 0;
    assert.deepEqual([2, 3, 4, 5, 6].map(stands), [1, 0, 1, 0, 0]);
  });

  it('gives back the tag that stood before', () => {
    const events = said(tagged('f', 'keep'), { ...tagged('f', 'stop'), act: 'a' }, undone('a'));
    assert.equal(foldEvents(events).marks.get('f')?.tag, 'keep');
  });

  it('leaves alone what came after it under the same act', () => {
    const events = said(undone('a'), { ...tagged('f', 'stop'), act: 'a' });
    assert.equal(foldEvents(events).marks.get('f')?.tag, 'stop');
  });
});

describe('applyEvent', () => {
  it('gives what a new fold gives, or says that it cannot', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        let records = emptyRecords();
        events.forEach((event, index) => {
          const before = structuredClone(records);
          if (!applyEvent(records, event)) {
            assert.deepEqual(records, before);
            records = foldEvents(events.slice(0, index + 1));
          }
          assert.deepEqual(records, foldEvents(events.slice(0, index + 1)));
        });
      }),
      { numRuns: 500 },
    );
  });

  it('applies the plain newer event in place', () => {
    const [first, second] = said(tagged('f', 'keep'), tagged('f', 'stop')) as [JournalEvent, JournalEvent];
    const records = foldEvents([first]);
    assert.equal(applyEvent(records, second), true);
    assert.equal(records.marks.get('f')?.tag, 'stop');
  });

  it('leaves to a new fold which of two doubles counts', () => {
    const events = said({ ...tagged('g', 'keep'), author: 'bo' }, tagged('f', 'keep'));
    const [others, own] = events.map((event, i) => ({ ...event, writer: i ? 'aaaaaaaa' : 'bbbbbbbb' })) as [
      JournalEvent,
      JournalEvent,
    ];
    // Somebody else's copy, in their own folder.
    const copy: JournalEvent = { ...own, writer: 'bbbbbbbb' };
    assert.equal(applyEvent(foldEvents([others, own]), copy), false);
    const whole = foldEvents([others, own, copy]);
    assert.deepEqual(whole.marks.get('f')?.tagged, { by: 'ann', claimedBy: null });
  });
});

describe('lastAct', () => {
  it('is the newest act of that author that stands', () => {
    const events = said(
      { ...tagged('f', 'keep'), act: 'a' },
      { ...tagged('f', 'stop'), act: 'b', author: 'bo' },
      { ...tagged('f', 'start'), act: 'c' },
      { ...undone('c'), act: 'd' },
    );
    assert.equal(lastAct(events, ({ author }) => author === 'ann')?.act, 'a');
    assert.equal(lastAct(events)?.act, 'b');
    assert.equal(
      lastAct(events, ({ author }) => author === 'cy'),
      null,
    );
    assert.deepEqual(
      lastAct(events.slice(0, 3), ({ author }) => author === 'ann')?.events.map(({ id }) => id),
      ['e0002'],
    );
    assert.equal(lastAct([]), null);
  });
});
