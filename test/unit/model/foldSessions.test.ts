import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type EventType,
  type JournalEvent,
  type NewEvent,
  type Origin,
  payloads,
} from '../../../src/model/events.ts';
import { applyEvent, emptyRecords, foldEvents } from '../../../src/model/fold.ts';
import { mostTexts } from '../../../src/model/foldSessions.ts';
import { freezeRecords } from '../../../src/model/frozen.ts';
import { lastAct } from '../../../src/model/lastAct.ts';
import { compareEvents } from '../../../src/model/order.ts';
import { actionsOf } from '../../../src/model/overlay.ts';
import { pairingsOf, scaffoldsOf } from '../../../src/model/pairingsOf.ts';
import { madeBySession, mostEntries, mostRead, sessionsOf } from '../../../src/model/sessionsOf.ts';
import { anyEvents } from '../journal/payloads.ts';

type Said = NewEvent & { act?: string; author?: string; at?: number; id?: string } & Origin;

/** Events one millisecond apart, each an act of its own, by ann unless somebody else is named; a folder a person. */
function said(...events: Said[]): JournalEvent[] {
  return events.map(({ type, payload, act, author = 'ann', at, writer, isPrivate, id: given }, index) => {
    const id = given ?? `e${String(index).padStart(6, '0')}`;
    const origin: Origin = isPrivate ? { isPrivate } : { writer: writer ?? `folder-of-${author}` };
    const rest = { id, time: [at ?? 1000 + index, 0], author, act: act ?? id, type, version: 1, payload };
    return { ...rest, ...origin } as JournalEvent;
  });
}
const about = {
  ...{ kind: 'check-in' as const, people: ['ann', 'bob'], date: '2026-11-22', heldAt: null },
  ...{ minutes: null, goals: [] as string[], link: null, pairing: null as string | null },
};
const logged = (session: string, more: Partial<typeof about> = {}): NewEvent => ({
  type: 'session.logged',
  payload: { session, ...about, ...more },
});
const written = (text: string, session = 's'): NewEvent => ({
  type: 'session.written',
  payload: { session, text },
});
const table = (rows: number) =>
  `| Topic | Insight | Next action |\n| --- | --- | --- |\n${'| a | b | c |\n'.repeat(rows)}`;
const promised = (action: string, session?: string): NewEvent => ({
  type: 'action.added',
  payload: {
    action,
    text: `do ${action}`,
    owner: null,
    dueDate: null,
    goal: null,
    ...(session && { session }),
  },
});
const entered = (feedback: string, session?: string): NewEvent => ({
  type: 'feedback.entered',
  payload: { feedback, author: 'bob', body: feedback, url: null, saidAt: '', ...(session && { session }) },
});
const withdrawn = (record: string, isWithdrawn = true): NewEvent => ({
  type: 'record.withdrawn',
  payload: { record, isWithdrawn },
});
const goal = (id: string): NewEvent => ({
  type: 'goal.created',
  payload: { goal: id, title: id, category: null, origin: 'mentee', targetDate: null },
});
const undone = (act: string): NewEvent => ({ type: 'act.undone', payload: { act } });
const one = (events: JournalEvent[]) => sessionsOf(foldEvents(events))[0];
const textsOf = (events: JournalEvent[]) => one(events)?.texts.map(({ by, text }) => [by, text]);

/** The same events, each brought into the records by itself; a new fold of all so far where that is asked for. */
function stepByStep(events: readonly JournalEvent[]) {
  let records = emptyRecords();
  for (const [i, event] of events.entries()) {
    if (!applyEvent(records, event)) records = foldEvents(events.slice(0, i + 1));
  }
  return records;
}

describe('sessions in the fold', () => {
  it('are logged, edited by any member, and written by each person for themselves', () => {
    const text =
      '| Topic | Insight | Next action |\n| --- | --- | --- |\n| outbox | retry is cheap | @bob ask |\n';
    const events = said(
      goal('g'),
      logged('s', { goals: ['g', 'gone', 'g'] }),
      written('mine'),
      { ...written(text), author: 'bob' },
      written('mine, again'),
      {
        type: 'session.edited',
        payload: { session: 's', minutes: 30, heldAt: '2026-11-22T10:00' },
        author: 'bob',
      },
    );
    assert.deepEqual(one(events), {
      ...{
        id: 's',
        kind: 'check-in',
        people: ['ann', 'bob'],
        date: '2026-11-22',
        heldAt: '2026-11-22T10:00',
      },
      ...{ minutes: 30, goalIds: ['g'], link: null, pairingId: null, createdAt: '1970-01-01T00:00:01.001Z' },
      texts: [
        { text: 'mine, again', writtenAt: '1970-01-01T00:00:01.004Z', by: 'ann', claimedBy: null },
        { text, writtenAt: '1970-01-01T00:00:01.003Z', by: 'bob', claimedBy: null },
      ],
      entries: [{ topic: 'outbox', insight: 'retry is cheap', nextAction: '@bob ask', by: 'bob' }],
      ...{ createdBy: 'ann', claimedBy: null, isPrivate: false },
    });
  });

  it('keep each person’s text from all others', () => {
    const base = [logged('s'), written('mine')];
    // In her name, in his folder: a text of his, and no word of hers.
    const spoiled = said(...base, { ...written('spoiled'), writer: 'folder-of-bob' });
    const begun = { ...entered('f'), author: 'bob', at: 1 };
    assert.deepEqual(textsOf([...said(begun), ...spoiled]), [['ann', 'mine']]);
    // What an import brings along stands in the importer's folder, and goes when its author is there.
    const brought = { ...written('theirs'), author: 'eve', writer: 'folder-of-ann' };
    assert.deepEqual(textsOf(said(...base, brought)), [
      ['ann', 'mine'],
      ['ann', 'theirs'],
    ]);
    const [, claim] = one(said(...base, brought))!.texts;
    assert.equal(claim?.claimedBy, 'eve');
    for (const both of [
      [brought, { ...written('hers'), author: 'eve' }],
      [{ ...written('hers'), author: 'eve' }, brought],
    ])
      assert.deepEqual(textsOf(said(...base, ...both)), [
        ['ann', 'mine'],
        ['eve', 'hers'],
      ]);
  });

  it('know a person by another name, too', () => {
    const events = said(
      logged('s'),
      written('first'),
      { type: 'writer.introduced', payload: { name: 'Annika' } },
      { ...written('second'), author: 'Annika', writer: 'folder-of-ann' },
    );
    assert.deepEqual(textsOf(events), [['Annika', 'second']]);
  });

  it('are there although a wrong clock put the text before them', () => {
    const events = said({ ...written('early'), at: 1 }, logged('s'));
    assert.deepEqual(textsOf(events), [['ann', 'early']]);
    assert.deepEqual(stepByStep(events), foldEvents(events));
  });

  it('are their author’s, although somebody logged them in that name before, and keep what was written', () => {
    const events = said(
      { ...entered('f'), author: 'bob', at: 1 },
      { ...logged('s', { date: '2026-01-01' }), writer: 'folder-of-bob' },
      { ...written('his'), author: 'bob' },
      logged('s'),
    );
    assert.deepEqual(
      [one(events)?.createdBy, one(events)?.date, textsOf(events)],
      ['ann', about.date, [['bob', 'his']]],
    );
    assert.deepEqual(stepByStep(events), foldEvents(events));
  });

  it('come in the order of their dates', () => {
    const events = said(
      logged('b', { date: '2026-11-23' }),
      logged('c', { date: '2026-11-23' }),
      logged('a'),
    );
    assert.deepEqual(
      sessionsOf(foldEvents(events)).map(({ id }) => id),
      ['a', 'b', 'c'],
    );
  });

  it('give back the text that stood before when their writer undoes it, and nobody else does', () => {
    const events = said(logged('s'), written('first'), written('second'));
    const act = events[2]!.act;
    assert.deepEqual(textsOf(said(logged('s'), written('first'), written('second'), undone(act))), [
      ['ann', 'first'],
    ]);
    const others = said(logged('s'), written('first'), written('second'), { ...undone(act), author: 'bob' });
    assert.deepEqual(textsOf(others), [['ann', 'second']]);
  });

  it('keep so much of a stranger that everybody’s own text has room', () => {
    const flood = Array.from({ length: 3000 }, (_, i) => ({
      ...written(table(4000)),
      ...{ author: `name${i}`, writer: 'folder-of-eve' },
    }));
    const first = { ...entered('f'), author: 'eve' };
    const events = said(first, logged('s'), ...flood, written('mine'), { ...written('own'), author: 'eve' });
    const session = one(events)!;
    assert.equal(session.texts.length, mostTexts + 2);
    assert.deepEqual(
      session.texts.slice(-2).map(({ text }) => text),
      ['mine', 'own'],
    );
    assert.equal(session.entries.length, mostTexts * mostEntries);
  });

  it('read so much of what a person wrote, the newest first, and all of what others did', () => {
    const much = `${table(1)}${'x'.repeat(60_000)}`;
    const many = Math.ceil(mostRead / much.length) + 20;
    const flood = Array.from({ length: many }, (_, i) => [
      { ...logged(`x${i}`, { date: i < 10 ? '2026-12-24' : '2026-11-23' }), author: 'eve' },
      { ...written(much, `x${i}`), author: 'eve' },
    ]).flat();
    const sessions = sessionsOf(foldEvents(said(...flood, logged('s'), written(table(2)))));
    const isRead = (id: string) => sessions.find((session) => session.id === id)?.entries.length;
    assert.deepEqual([isRead('x0'), isRead(`x${many - 1}`), isRead('x10'), isRead('s')], [1, 1, 0, 2]);
    assert.equal(sessions.find(({ id }) => id === 'x10')?.texts[0]?.text, much);
  });

  it('read a text once, however often they are asked for', () => {
    const events = said(logged('s'), written(table(400)));
    const [first, again] = [foldEvents(events), foldEvents(events)].map((records) => sessionsOf(records)[0]!);
    assert.deepEqual(first!.entries, again!.entries);
    first!.entries[0]!.topic = 'spoiled';
    assert.equal(one(events)?.entries[0]?.topic, 'a', 'and nobody spoils what others are told');
  });
});

describe('what a session’s text made', () => {
  it('is withdrawn by its author only, and brought back', () => {
    const base = [logged('s'), promised('a', 's'), promised('b'), entered('f', 's'), entered('g')];
    const act = (...more: Said[]) => foldEvents(said(...base, ...more));
    assert.deepEqual(
      actionsOf(act()).map(({ id, sessionId }) => [id, sessionId]),
      [
        ['a', 's'],
        ['b', null],
      ],
    );
    const gone = act(withdrawn('a'), withdrawn('f'));
    assert.deepEqual(
      actionsOf(gone).map(({ id }) => id),
      ['b'],
    );
    const made = madeBySession(gone, 's');
    assert.deepEqual(
      [...made.actions, ...made.feedback].map(({ id, isWithdrawn, sessionId }) => [
        id,
        isWithdrawn,
        sessionId,
      ]),
      [
        ['a', true, 's'],
        ['f', true, 's'],
      ],
    );
    assert.equal(actionsOf(act({ ...withdrawn('a'), author: 'bob' })).length, 2);
    assert.equal(actionsOf(act(withdrawn('a'), withdrawn('a', false))).length, 2);
    assert.equal(actionsOf(act(withdrawn('a'), { ...withdrawn('a', false), author: 'bob' })).length, 1);
    const undo = act({ ...withdrawn('a'), act: 'w' }, { ...undone('w'), author: 'bob' });
    assert.equal(actionsOf(undo).length, 1);
    assert.equal(actionsOf(act({ ...withdrawn('a'), act: 'w' }, undone('w'))).length, 2);
  });
});

const started = (pairing: string, more: object = {}): NewEvent => ({
  type: 'pairing.started',
  payload: {
    ...{ pairing, people: ['ann', 'bob'], goal: null, style: 'ping-pong', turnMinutes: 10 },
    ...{ repository: 'x/y', base: 'main', branch: 'mob/main', startedAt: '2026-11-22T10:00' },
    ...more,
  },
});
const handedOff = (handoff: string, more: object = {}): NewEvent => ({
  type: 'pairing.handedOff',
  payload: {
    ...{ pairing: 'p', handoff, driver: 'ann', next: 'bob', done: `done ${handoff}`, todo: '', unclear: '' },
    ...{ failing: null, commit: null, startedAt: '', handedAt: 'then', files: [] },
    ...more,
  },
});
const takenOver = (handoff: string | null, driver = 'bob', takenAt = 'now'): NewEvent => ({
  type: 'pairing.takenOver',
  payload: { pairing: 'p', handoff, driver, takenAt },
});
const ended = (session: string | null = null): NewEvent => ({
  type: 'pairing.ended',
  payload: { pairing: 'p', session, how: 'squash', commit: 'abc', endedAt: 'end' },
});
const pair = (...events: Said[]) => pairingsOf(foldEvents(said(...events)))[0]!;
const drives = (...events: Said[]) => {
  const { driver, since } = pair(...events);
  return [driver, since];
};

describe('pairings in the fold', () => {
  it('pass the keyboard on', () => {
    const begin = started('p');
    assert.deepEqual(drives(begin), ['ann', '2026-11-22T10:00']);
    assert.deepEqual(drives(begin, handedOff('h')), [null, null]);
    const taken = { ...takenOver('h'), author: 'bob' };
    assert.deepEqual(drives(begin, handedOff('h'), taken), ['bob', 'now']);
    assert.deepEqual(drives(begin, handedOff('h'), taken, handedOff('i')), [null, null]);
    assert.deepEqual(drives(begin, handedOff('h'), taken, takenOver(null, 'cy', 'later')), ['cy', 'later']);
    assert.deepEqual(drives(begin, takenOver(null, 'cy'), handedOff('h'), taken), ['bob', 'now']);
    assert.deepEqual(drives(begin, handedOff('h'), taken, ended()), [null, null]);
    // The clock of whoever took over was slow: it is the same turn.
    assert.deepEqual(drives(begin, handedOff('h'), { ...taken, at: 1 }), ['bob', 'now']);
    const early = said(begin, taken, handedOff('h'));
    assert.deepEqual(stepByStep(early), foldEvents(early));
    assert.equal(pairingsOf(foldEvents(early))[0]?.driver, 'bob');
  });

  it('tell who took part, each handoff and the session in the end', () => {
    const place = { path: 'src/a.ts', line: 3, column: 1 };
    const files = [
      place,
      { ...place, path: '../out' },
      { ...place, path: '/etc/passwd' },
      { ...place, path: 'C:\\x' },
    ];
    const pairing = pair(
      goal('g'),
      logged('s', { pairing: 'p' }),
      started('p', { goal: 'g', people: ['ann', 'bob', 'ann'] }),
      handedOff('h', { files }),
      ended('s'),
    );
    assert.deepEqual([pairing.goalId, pairing.people, pairing.sessionId], ['g', ['ann', 'bob'], 's']);
    assert.deepEqual([pairing.endedAt, pairing.commit], ['end', 'abc']);
    assert.deepEqual(pairing.handoffs[0]?.files, [place]);
    assert.equal(pair(started('p', { goal: 'gone' }), ended('gone')).sessionId, null);
    assert.equal(one(said(logged('s', { pairing: 'gone' })))?.pairingId, null);
  });

  it('keep the words of a handoff from all but their author', () => {
    const spoiled = { ...handedOff('h', { done: 'spoiled' }), author: 'bob' };
    assert.equal(pair(started('p'), handedOff('h'), spoiled).handoffs[0]?.done, 'done h');
    const claim = { ...handedOff('h', { done: 'claimed' }), writer: 'folder-of-bob' };
    const events = [{ ...entered('f'), author: 'bob' }, started('p'), claim, handedOff('h')];
    assert.equal(pair(...events).handoffs[0]?.done, 'done h');
    assert.deepEqual(stepByStep(said(...events)), foldEvents(said(...events)));
  });

  it('have happened: taking back the record of it hands the keyboard to nobody', () => {
    const events: Said[] = [started('p'), handedOff('h'), takenOver('h'), ended()].map((event, i) => ({
      ...event,
      act: `a${i}`,
    }));
    const back = ['a1', 'a2', 'a3'].map(undone);
    assert.deepEqual(pair(...events, ...back), pair(...events));
    assert.equal(lastAct(said(...events))?.act, 'a0');
    assert.equal(pairingsOf(foldEvents(said(...events, undone('a0')))).length, 0);
  });

  it('keep a thousand handoffs of a stranger, and everybody’s own', () => {
    const flood = Array.from({ length: 5000 }, (_, i) => ({ ...handedOff(`x${i}`), author: 'eve' }));
    const { handoffs } = pair(started('p'), ...flood, handedOff('mine'));
    assert.deepEqual([handoffs.length, handoffs.at(-1)?.id], [1001, 'mine']);
  });
});

describe('scaffolds in the fold', () => {
  const reached = (step: 'shadow' | 'solo', at: string | null = 'then', more: object = {}): NewEvent => ({
    type: 'scaffold.reached',
    payload: { scaffold: 'c', goal: 'g', part: null, step, session: 's', url: null, reachedAt: at, ...more },
  });

  it('are climbed step by step, the newest word on each by whomever, and taken back', () => {
    const events = said(goal('g'), logged('s'), reached('solo'), reached('shadow'), {
      ...reached('solo', 'since', { session: 'gone' }),
      author: 'bob',
    });
    assert.deepEqual(scaffoldsOf(foldEvents(events)), [
      {
        ...{ id: 'c', goalId: 'g', part: null, createdBy: 'ann', claimedBy: null, isPrivate: false },
        steps: [
          { step: 'shadow', sessionId: 's', url: null, reachedAt: 'then' },
          { step: 'solo', sessionId: null, url: null, reachedAt: 'since' },
        ],
      },
    ]);
    assert.deepEqual(scaffoldsOf(foldEvents(said(reached('solo'), reached('solo', null)))), []);
  });
});

describe('sessions, pairings and scaffolds', () => {
  it('are copied into a snapshot, so that what comes next changes nothing in it', () => {
    const events = said(
      ...[logged('s'), written('mine'), promised('a', 's'), entered('f', 's')],
      ...[started('p'), handedOff('h'), written('again'), takenOver('h'), withdrawn('a'), withdrawn('f')],
      ended('s'),
      { type: 'session.edited', payload: { session: 's', goals: ['g'], minutes: 5 } },
    );
    const records = foldEvents(events.slice(0, 6));
    const frozen = freezeRecords(records);
    const before = structuredClone(frozen);
    for (const event of events.slice(6)) assert.ok(applyEvent(records, event), event.type);
    assert.deepEqual(frozen, before);
    assert.deepEqual(freezeRecords(records), freezeRecords(foldEvents(events)));
    assert.notDeepEqual(freezeRecords(records), before);
  });

  it('are the same in whatever order events come, and one by one', () => {
    const types = (Object.keys(payloads) as EventType[]).filter((type) =>
      /^(session|pairing|scaffold|action|feedback\.entered|record|act|writer)/.test(type),
    );
    const making = types.filter((type) =>
      /logged|started|added|written|handedOff|takenOver|withdrawn/.test(type),
    );
    const events = anyEvents(40, [...types, ...Array(4).fill(making).flat()]).map((some) =>
      some.map(({ writer, ...event }) => ({ ...event, ...(writer ? { writer } : { isPrivate: true }) })),
    ) as unknown as fc.Arbitrary<JournalEvent[]>;
    const seen = { sessions: 0, texts: 0, handoffs: 0, scaffolds: 0, withdrawn: 0 };
    fc.assert(
      fc.property(events, fc.gen(), (some, gen) => {
        const shuffled = gen(() => fc.shuffledSubarray(some, { minLength: some.length }));
        const whole = foldEvents(some);
        assert.deepEqual(foldEvents(shuffled), whole);
        assert.deepEqual(stepByStep(some.toSorted(compareEvents)), whole);
        const sessions = sessionsOf(whole);
        seen.sessions += sessions.length;
        seen.texts += sessions.flatMap(({ texts }) => texts).length;
        seen.handoffs += pairingsOf(whole).flatMap(({ handoffs }) => handoffs).length;
        seen.scaffolds += scaffoldsOf(whole).length;
        seen.withdrawn += [...whole.actions.values()].filter(({ isWithdrawn }) => isWithdrawn).length;
      }),
      { numRuns: 1500 },
    );
    assert.ok(
      Object.values(seen).every((count) => count > 5),
      JSON.stringify(seen),
    );
  }).timeout(60_000);
});
