import assert from 'node:assert/strict';
import type { JournalEvent, NewEvent } from '../../../src/model/events.ts';
import { People } from '../../../src/model/people.ts';
import { hiddenBy, isHidden, undoneBy } from '../../../src/model/takenBack.ts';

const many = 500;
let count = 0;
function said(author: string, act: string, event: NewEvent): JournalEvent {
  const id = `e${String(count++).padStart(6, '0')}`;
  return { ...event, id, time: [1000 + count, 0], author, act, version: 1 } as JournalEvent;
}
const times = (make: (i: number) => JournalEvent) => Array.from({ length: many }, (_, i) => make(i));
const retitled: NewEvent = { type: 'goal.edited', payload: { goal: 'G', title: 'x' } };

/** Asks as a fold does, and counts how often somebody's name is looked up. */
function counting(events: JournalEvent[]) {
  const people = new People();
  let looks = 0;
  const saidBy = (event: JournalEvent) => {
    looks++;
    return event.author;
  };
  const isUndone = undoneBy(events, saidBy, people);
  const hidden = hiddenBy(events, saidBy, people, isUndone);
  const left = events.filter((event) => !isUndone(event) && !isHidden(hidden, event, saidBy, people));
  return { left, looks };
}

describe('What is taken back', () => {
  it('is found in a few looks, however many a stranger makes undo the acts of another one', () => {
    const edits = times(() => said('bo', 'Z', retitled));
    const undos = times((i) => said('cy', `u${i}`, { type: 'act.undone', payload: { act: 'Z' } }));
    const { left, looks } = counting([...edits, ...undos]);
    assert.equal(left.length, 2 * many, 'nobody takes back another’s words');
    assert.ok(looks < 20 * many, `${looks} looks`);
  });

  it('is found in a few looks, however many hide what they said about one record', () => {
    const hides = times((i) =>
      said(`p${i}`, `h${i}`, { type: 'record.hidden', payload: { record: 'G', isHidden: true } }),
    );
    const edits = times((i) => said(i % 2 ? 'ada' : 'p7', `a${i}`, retitled));
    const { left, looks } = counting([...hides, ...edits]);
    assert.deepEqual(
      new Set(left.filter(({ type }) => type === 'goal.edited').map(({ author }) => author)),
      new Set(['ada']),
    );
    assert.ok(looks < 20 * many, `${looks} looks`);
  });
});

describe('People', () => {
  it('knows one person by all names, however many there were one after the other', () => {
    const people = new People();
    const names = Array.from({ length: 200 }, (_, i) => `N${i}`);
    for (const [i, name] of names.entries()) {
      const next: NewEvent = { type: 'writer.introduced', payload: { name: names[i + 1] ?? 'last' } };
      assert.equal(people.meet({ ...said(name, `i${i}`, next), writer: 'waaaaaaa' }), null);
    }
    for (const known of [people, People.thaw(people.freeze())]) {
      for (const name of names) assert.ok(known.isSame(name.toLowerCase(), 'LAST'), name);
      assert.equal(known.isSame('N0', 'somebody'), false);
    }
  });
});
