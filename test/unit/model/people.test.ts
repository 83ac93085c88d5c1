import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { JournalEvent, NewEvent } from '../../../src/model/events.ts';
import { applyEvent, emptyRecords, foldEvents, hasWritten } from '../../../src/model/fold.ts';
import { compareEvents } from '../../../src/model/order.ts';
import { actionsOf, goalsOf } from '../../../src/model/overlay.ts';

type Line = NewEvent & { writer?: string; author: string; at?: number; id?: string; isPrivate?: true };

/** Lines of several writers, one millisecond apart. */
function lines(...given: Line[]): JournalEvent[] {
  return given.map(({ type, payload, writer, author, at, id, isPrivate }, index) => {
    const own = id ?? `e${String(index).padStart(4, '0')}`;
    const origin = isPrivate ? { isPrivate } : { writer };
    const time = [at ?? 1000 + index, 0];
    return { id: own, time, author, act: own, type, version: 1, payload, ...origin } as JournalEvent;
  });
}
const goal = (id: string, title = id): NewEvent => ({
  type: 'goal.created',
  payload: { goal: id, title, category: null, origin: 'mentee', targetDate: null },
});
const edited = (id: string, title: string): NewEvent => ({
  type: 'goal.edited',
  payload: { goal: id, title },
});
const tagged = (feedback: string, tag: 'keep' | 'stop' | 'start' = 'keep'): NewEvent => ({
  type: 'feedback.tagged',
  payload: { feedback, tag },
});
const introduced = (name: string): NewEvent => ({ type: 'writer.introduced', payload: { name } });
const undone = (act: string): NewEvent => ({ type: 'act.undone', payload: { act } });
const hidden = (record: string, isHidden = true): NewEvent => ({
  type: 'record.hidden',
  payload: { record, isHidden },
});
const ada = { writer: 'adaadaada', author: 'ada' };
const bo = { writer: 'bobobobo', author: 'bo' };
/** A line in Bo's folder that says it is by Ada. */
const boAsAda = { writer: 'bobobobo', author: 'ada' };

describe('whose words they are', () => {
  it('takes a line that speaks in another’s name as its writer’s, with the claim', () => {
    const records = foldEvents(
      lines({ ...goal('B1'), ...bo }, { ...goal('G'), ...boAsAda }, { ...tagged('f'), ...boAsAda }),
    );
    const [, claimed] = goalsOf(records);
    assert.deepEqual([claimed?.createdBy, claimed?.claimedBy], ['bo', 'ada']);
    assert.deepEqual(records.marks.get('f')?.tagged, { by: 'bo', claimedBy: 'ada' });
  });

  it('lets nobody change another’s sentence, in whatever name', () => {
    const mine = lines({ ...goal('G', 'Ask early'), ...ada }, { ...goal('B'), ...bo });
    for (const other of [bo, boAsAda]) {
      const [, , attack] = lines(
        { ...goal('G'), ...ada },
        { ...goal('B'), ...bo },
        { ...edited('G', 'Be quiet'), ...other },
      );
      assert.equal(foldEvents([...mine, attack!]).goals.get('G')?.title, 'Ask early');
      const live = foldEvents(mine);
      assert.equal(applyEvent(live, attack!), true);
      assert.equal(live.goals.get('G')?.title, 'Ask early');
    }
    const [, , own] = lines(
      { ...goal('G'), ...ada },
      { ...goal('B'), ...bo },
      { ...edited('G', 'Ask first'), ...ada },
    );
    assert.equal(foldEvents([...mine, own!]).goals.get('G')?.title, 'Ask first');
  });

  it('lets a true author’s record replace one that was only claimed, whichever came first', () => {
    const events = lines(
      { ...goal('B1'), ...bo },
      { ...goal('G', 'Forged'), ...boAsAda },
      { ...goal('A1'), ...ada },
      { ...goal('G', 'True'), ...ada },
    );
    for (const order of [events, events.toReversed()]) {
      const made = foldEvents(order).goals.get('G');
      assert.deepEqual([made?.title, made?.created], ['True', { by: 'ada', claimedBy: null }]);
    }
    const live = foldEvents(events.slice(0, 3));
    assert.equal(applyEvent(live, events[3]!), false, 'a new fold is needed');
  });

  it('keeps both events where a stranger uses an id again', () => {
    const events = lines({ ...goal('G'), ...ada, id: 'same' }, { ...goal('X'), ...bo, id: 'same', at: 1 });
    for (const order of [events, events.toReversed()]) {
      assert.deepEqual([...foldEvents(order).goals.keys()].toSorted(), ['G', 'X']);
    }
  });

  it('takes a copy of an event for that event, in its author’s name', () => {
    const [true_, , copy] = lines(
      { ...goal('G'), ...ada, id: 'same', at: 5 },
      { ...goal('B'), ...bo, at: 2 },
      { ...goal('G'), ...boAsAda, id: 'same', at: 5 },
    );
    const [first] = lines({ ...goal('B'), ...bo, at: 2 });
    for (const order of [
      [first!, true_!, copy!],
      [copy!, true_!, first!],
    ]) {
      assert.deepEqual(foldEvents(order).goals.get('G')?.created, { by: 'ada', claimedBy: null });
    }
  });

  it('knows a person by all names that their own folder introduced', () => {
    const events = lines(
      { ...goal('G', 'First'), ...ada },
      { ...introduced('ada-wren'), ...ada },
      { ...edited('G', 'Second'), writer: ada.writer, author: 'Ada-Wren' },
    );
    const made = foldEvents(events).goals.get('G');
    assert.deepEqual([made?.title, made?.created.claimedBy], ['Second', null]);
    assert.equal(applyEvent(foldEvents(events.slice(0, 1)), events[1]!), false);
  });

  it('lets nobody introduce themselves by a name that another began with', () => {
    const events = lines(
      { ...goal('G', 'Mine'), ...ada },
      { ...goal('B'), ...bo },
      { ...introduced('ada'), ...bo },
      { ...edited('G', 'Yours'), ...boAsAda },
    );
    assert.equal(foldEvents(events).goals.get('G')?.title, 'Mine');
  });

  it('lets own words be taken back by their author only, and status by any member', () => {
    const events = lines({ ...goal('G'), ...ada }, { ...tagged('f'), ...ada }, { ...goal('B'), ...bo });
    const then = (line: Line) => {
      const [attack] = lines({ ...line, at: 9000, id: 'z' });
      return foldEvents([...events, attack!]);
    };
    assert.ok(then({ ...undone('e0000'), ...bo }).goals.has('G'));
    assert.ok(then({ ...undone('e0000'), ...boAsAda }).goals.has('G'));
    assert.equal(then({ ...undone('e0000'), ...ada }).goals.has('G'), false);
    assert.equal(then({ ...undone('e0001'), ...bo }).marks.get('f')?.tag ?? null, null);
  });

  it('takes what only the private journal may say from there only', () => {
    const kept: NewEvent = { type: 'record.private', payload: { record: 'G', isPrivate: true } };
    assert.equal(foldEvents(lines({ ...goal('G'), ...ada }, { ...kept, ...bo })).isPrivate.size, 0);
    const own = lines({ ...goal('G'), ...ada }, { ...kept, author: 'ada', isPrivate: true });
    assert.ok(foldEvents(own).isPrivate.has('G'));
  });
});

describe('what is hidden', () => {
  it('hides its author’s words about a record, and nobody else’s', () => {
    const events = lines(
      { ...tagged('f', 'keep'), ...ada },
      { ...tagged('f', 'stop'), ...bo },
      { ...goal('G'), ...ada },
      { ...hidden('f'), ...ada },
      { ...hidden('G'), ...bo },
    );
    const records = foldEvents(events);
    assert.equal(records.marks.get('f')?.tag, 'stop');
    assert.ok(records.goals.has('G'), 'Bo cannot hide what Ada said');
    const shown = foldEvents([...events, ...lines({ ...hidden('f', false), ...ada, at: 9000, id: 'z' })]);
    assert.equal(shown.marks.get('f')?.tag, 'stop');
    assert.equal(applyEvent(foldEvents(events.slice(0, 3)), events[3]!), false);
  });

  it('leaves the private copy to its owner', () => {
    const [said, hint] = lines({ ...tagged('f'), ...ada, id: 'x' }, { ...hidden('f'), ...ada });
    const [copy] = lines({ ...tagged('f'), author: 'ada', isPrivate: true, id: 'x' });
    for (const order of [
      [said!, hint!, copy!],
      [copy!, hint!, said!],
    ]) {
      assert.equal(foldEvents(order).marks.get('f')?.tag, 'keep');
    }
    assert.equal(foldEvents([said!, hint!]).marks.get('f'), undefined);
  });
});

describe('the fold over several writers', () => {
  const picked = fc.array(
    fc.record({
      kind: fc.nat(9),
      writer: fc.constantFrom('adaadaada', 'bobobobo', 'cycycycy', undefined),
      author: fc.constantFrom('ada', 'bo', 'cy', 'Ada-Wren'),
      record: fc.constantFrom('g1', 'g2', 'f1', 'a1'),
      at: fc.nat(10),
      act: fc.nat(14),
      id: fc.nat(40),
    }),
    { maxLength: 40 },
  );
  const anyLines = picked.map((all) =>
    all.map(({ kind, writer, author, record, at, act, id }): JournalEvent => {
      const about = [
        goal(record, `t${at}`),
        edited(record, `t${at}`),
        tagged(record, at % 2 ? 'keep' : 'stop'),
        introduced(['ada', 'bo', 'cy', 'Ada-Wren'][at % 4]!),
        hidden(record, at % 3 > 0),
        undone(`act${act}`),
        {
          type: 'action.added',
          payload: { action: record, text: `t${at}`, owner: null, dueDate: null, goal: null },
        },
        { type: 'action.edited', payload: { action: record, text: `t${at}` } },
        { type: 'action.done', payload: { action: record, doneAt: at % 2 ? 'x' : null } },
        { type: 'record.private', payload: { record, isPrivate: at % 2 > 0 } },
      ][kind] as NewEvent;
      const origin = writer === undefined ? { isPrivate: true as const } : { writer };
      return {
        id: `e${id}`,
        time: [at, 0],
        author,
        act: `act${act}`,
        version: 1,
        ...about,
        ...origin,
      } as JournalEvent;
    }),
  );
  const plain = (records: ReturnType<typeof foldEvents>) => ({ ...records, actions: actionsOf(records) });

  it('says the same whatever order the files are read in', () => {
    fc.assert(
      fc.property(anyLines, fc.infiniteStream(fc.nat()), (events, random) => {
        const shuffled = events
          .map((event) => ({ event, key: random.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ event }) => event);
        assert.deepEqual(plain(foldEvents(shuffled)), plain(foldEvents(events)));
      }),
      { numRuns: 3000 },
    );
  });

  it('says the same however the deliveries are split', () => {
    fc.assert(
      fc.property(anyLines, fc.nat(40), (events, cut) => {
        const first = events.slice(0, cut);
        let live = first.length > 0 ? foldEvents(first) : emptyRecords();
        const seen = [...first];
        for (const event of events.slice(cut).toSorted(compareEvents)) {
          seen.push(event);
          if (!applyEvent(live, event)) live = foldEvents(seen);
        }
        assert.deepEqual(plain(live), plain(foldEvents(events)));
      }),
      { numRuns: 3000 },
    );
  });
});

describe('whether somebody has written', () => {
  it('is known by each of their names, and not by a name that somebody else claims', () => {
    const records = foldEvents(
      lines({ ...bo, ...goal('g') }, { ...bo, ...introduced('bo-login') }, { ...boAsAda, ...goal('h') }),
    );
    const known = ['bo', 'BO', 'bo-login', 'ada', 'lena'].map((name) => hasWritten(records, name));
    assert.deepEqual(known, [true, true, true, false, false]);
    assert.equal(hasWritten(emptyRecords(), 'bo'), false);
  });
});
