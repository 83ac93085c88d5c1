import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type EventType,
  type JournalEvent,
  type NewEvent,
  type Origin,
  payloads,
} from '../../../src/model/events.ts';
import { applyEvent, emptyRecords, foldEvents, isSamePerson } from '../../../src/model/fold.ts';
import { freezeRecords, thawRecords } from '../../../src/model/frozen.ts';
import {
  agreementsOf,
  decisionsOf,
  guessesOf,
  inForce,
  kudosOf,
  scaleAnswersOf,
  withoutRings,
} from '../../../src/model/growthOf.ts';
import { historyOf } from '../../../src/model/history.ts';
import { compareEvents } from '../../../src/model/order.ts';
import { fromExcerpt } from '../../../src/model/overlay.ts';
import type { SpaceRecords } from '../../../src/model/records.ts';
import { anyEvents } from '../journal/payloads.ts';

type Said = NewEvent & { act?: string; author?: string; at?: number; writer?: string; isPrivate?: true };

/** Events one millisecond apart, each an act of its own, by ann unless somebody else is named; a folder a person. */
function said(...events: Said[]): JournalEvent[] {
  return events.map(({ type, payload, act, author = 'ann', at, writer, isPrivate }, index) => {
    const id = `e${String(index).padStart(6, '0')}`;
    const origin: Origin = isPrivate ? { isPrivate } : { writer: writer ?? `folder-of-${author}` };
    const rest = { id, time: [at ?? 1000 + index, 0], author, act: act ?? id, type, version: 1, payload };
    return { ...rest, ...origin } as JournalEvent;
  });
}
function stepByStep(events: JournalEvent[]): SpaceRecords {
  let records = emptyRecords();
  for (const [i, event] of events.entries()) {
    if (!applyEvent(records, event)) records = foldEvents(events.slice(0, i + 1));
  }
  return records;
}
const excerpt = {
  ...{
    kind: 'line' as const,
    author: 'theo',
    text: 'Say why.',
    url: null,
    repository: null,
    isPrivate: null,
  },
  ...{ number: null, title: null, path: null, line: null, createdAt: '2026-01-01T00:00:00Z' },
};
const named = (theme: string, name = `Theme ${theme}`): NewEvent => ({
  type: 'theme.made',
  payload: { theme, name },
});
const placed = (feedback: string, theme: string | null): NewEvent => ({
  type: 'theme.placed',
  payload: { feedback, theme, excerpt },
});
const merged = (theme: string, into: string): NewEvent => ({
  type: 'theme.merged',
  payload: { theme, into },
});
const guessed = (guess: string, ...texts: string[]): NewEvent => ({
  type: 'guess.made',
  payload: {
    ...{ guess, repository: 'x/y', number: 3, title: 'Retry', url: null },
    expectations: texts.map((text) => ({ id: `x-${text}`, text, path: null })),
  },
});
const judged = (expectation: string, feedback: string | null, guess = 'g'): NewEvent => ({
  type: 'guess.judged',
  payload: { guess, expectation: `x-${expectation}`, feedback },
});
const thanked = (kudos: string, text = 'Thanks'): NewEvent => ({
  type: 'kudos.given',
  payload: { kudos, to: 'theo', text, feedback: 'f', goal: null, givenAt: '2026-01-02' },
});
const answered = (answer: string, value: number, scale = 'confidence'): NewEvent => ({
  type: 'scale.answered',
  payload: { answer, scale, value, goal: null, note: null, answeredAt: `2026-01-${answer}` },
});
const agreed = (isAgreed = true, clause = 'self-review-first'): NewEvent => ({
  type: 'agreement.given',
  payload: { clause, isAgreed },
});
const mentorship = (mentors: string[], mentees: string[]): NewEvent => ({
  type: 'mentorship.recorded',
  payload: { title: 't', kind: 'one-to-one', mentors, mentees, rhythmDays: null, hoursPerMonth: null },
});
const undone = (act: string): NewEvent => ({ type: 'act.undone', payload: { act } });
const agreements = (records: SpaceRecords) =>
  agreementsOf(records, (one, other) => isSamePerson(records, one, other));
const since = (...events: Said[]) => inForce(agreements(foldEvents(said(...events))), 'self-review-first');
const time = (index: number) => new Date(1000 + index).toISOString();

describe('what people decide about themes', () => {
  it('is the newest word of any member: names, places and merges', () => {
    const records = foldEvents(
      said(
        named('t', 'Old'),
        { ...named('t', 'New'), author: 'bob' },
        placed('f', 't'),
        { ...placed('f', 'u'), author: 'bob' },
        placed('h', 't'),
        placed('h', null),
        named('u'),
        merged('u', 't'),
      ),
    );
    const decisions = decisionsOf(records);
    assert.deepEqual(
      [...decisions.names],
      [
        ['t', 'New'],
        ['u', 'Theme u'],
      ],
    );
    assert.deepEqual(
      [...decisions.placed],
      [
        ['f', 'u'],
        ['h', null],
      ],
    );
    assert.deepEqual([...decisions.merged], [['u', 't']]);
    assert.equal(records.marks.get('f')?.excerpt?.text, 'Say why.');
  });

  it('keeps feedback that is gone from GitHub as long as it is in a theme', () => {
    const { marks } = foldEvents(said(placed('f', 't')));
    assert.equal(fromExcerpt('f', marks.get('f')!, true)?.body, 'Say why.');
    assert.equal(fromExcerpt('f', marks.get('f')!), null);
  });

  it('may be taken back by anybody, like other shared status', () => {
    const records = foldEvents(
      said({ ...merged('t', 'u'), act: 'm' }, { ...undone('m'), author: 'bob' }, named('u')),
    );
    assert.equal(decisionsOf(records).merged.size, 0);
  });

  it('lets the newest merge win where merges form a ring, and follows chains to their end', () => {
    const of = (...merges: [string, string][]) => [...withoutRings(new Map(merges))].sort();
    assert.deepEqual(of(['a', 'b'], ['b', 'c']), [
      ['a', 'c'],
      ['b', 'c'],
    ]);
    assert.deepEqual(of(['a', 'b'], ['b', 'a']), [['b', 'a']]);
    assert.deepEqual(of(['a', 'b'], ['b', 'c'], ['c', 'a'], ['z', 'b']), [
      ...[
        ['b', 'a'],
        ['c', 'a'],
      ],
      ['z', 'a'],
    ]);
    assert.deepEqual(of(['a', 'a'], ['b', 'a']), [['b', 'a']]);
  });

  it('never has a ring, whatever was merged, and forgets no theme over it', () => {
    const theme = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    fc.assert(
      fc.property(fc.array(fc.tuple(theme, theme), { maxLength: 12 }), (pairs) => {
        const records = foldEvents(said(...pairs.map(([one, into]) => merged(one, into))));
        const ends = decisionsOf(records).merged;
        for (const [one, end] of ends) assert.ok(one !== end && !ends.has(end), JSON.stringify(pairs));
        const last = pairs.at(-1);
        if (last && last[0] !== last[1])
          assert.equal(ends.get(last[0]), ends.get(last[1]) ?? last[1], 'the newest word holds');
      }),
      { numRuns: 500 },
    );
  });

  it('takes no longer than the number of merges asks for', () => {
    const many = Array.from({ length: 50_000 }, (_, i): [string, string] => [`t${i + 1}`, `t${i}`]);
    const ends = withoutRings(new Map([...many.reverse(), ['t0', 't50000']]));
    assert.equal(ends.size, 50_000);
    assert.equal(ends.get('t7'), 't50000');
  });
});

describe('own words', () => {
  it('of a guess change by its author only; what was judged stays with the expectations that stay', () => {
    const records = foldEvents(
      said(
        guessed('g', 'tests', 'names'),
        judged('tests', 'f'),
        judged('names', null),
        { ...judged('tests', null), author: 'bob' },
        { ...guessed('g', 'mine'), author: 'bob' },
        guessed('g', 'tests', 'errors', 'errors'),
      ),
    );
    const [guess, ...more] = guessesOf(records);
    assert.equal(more.length, 0);
    assert.deepEqual(guess?.expectations, [
      { id: 'x-tests', text: 'tests', path: null, feedbackId: 'f' },
      { id: 'x-errors', text: 'errors', path: null },
    ]);
    assert.deepEqual([guess?.madeAt, guess?.changedAt, guess?.createdBy], [time(0), time(5), 'ann']);
  });

  it('said in somebody’s name give way to their own', () => {
    const claim: Said = { ...guessed('g', 'claimed'), writer: 'folder-of-bob' };
    const bob: Said = { ...named('t'), author: 'bob' };
    const one = guessesOf(foldEvents(said(bob, claim)))[0];
    assert.deepEqual([one?.createdBy, one?.claimedBy], ['bob', 'ann']);
    const [guess] = guessesOf(foldEvents(said(bob, claim, judged('claimed', null), guessed('g', 'true'))));
    assert.deepEqual([guess?.createdBy, guess?.claimedBy], ['ann', null]);
    assert.deepEqual(
      guess?.expectations.map(({ text }) => text),
      ['true'],
    );
    const [other] = guessesOf(foldEvents(said(bob, { ...guessed('g', 'bobs'), author: 'bob' }, claim)));
    assert.deepEqual([other?.claimedBy, other?.expectations[0]?.text], [null, 'bobs']);
  });

  it('are taken back by their author only', () => {
    const act = { act: 'a' };
    const theirs = foldEvents(said({ ...thanked('k'), ...act }, { ...undone('a'), author: 'bob' }));
    assert.equal(kudosOf(theirs).length, 1);
    assert.equal(kudosOf(foldEvents(said({ ...thanked('k'), ...act }, undone('a')))).length, 0);
  });

  it('of thanks change as a whole, and go when their author withdraws them', () => {
    const withdrawn: NewEvent = { type: 'record.withdrawn', payload: { record: 'k', isWithdrawn: true } };
    const texts = (...events: Said[]) => kudosOf(foldEvents(said(...events))).map(({ text }) => text);
    assert.deepEqual(texts(thanked('k', 'one'), thanked('k', 'two')), ['two']);
    assert.deepEqual(texts(thanked('k', 'one'), { ...withdrawn, author: 'bob' }), ['one']);
    assert.deepEqual(texts(thanked('k', 'one'), withdrawn), []);
    assert.deepEqual(texts(withdrawn, thanked('k', 'one')), [], 'whatever the clock says');
  });

  it('change by nobody else, whatever they say of them later', () => {
    const own = (Object.keys(payloads) as EventType[]).filter((type) => /^(guess|scale|kudos)/.test(type));
    const others: EventType[] = ['act.undone', 'record.withdrawn', 'record.hidden'];
    const by = (author: string, from: number, types: EventType[]) =>
      anyEvents(12, types).map((some) =>
        (JSON.parse(JSON.stringify(some)) as JournalEvent[]).map((event, i): JournalEvent => {
          const origin = { writer: `folder-of-${author}` };
          return { ...event, ...origin, id: `${author}${i}`, author, time: [from + event.time[0], 0] };
        }),
      );
    const seen = { guesses: 0, kudos: 0, answers: 0 };
    fc.assert(
      fc.property(by('ann', 0, own), by('bob', 1000, [...own, ...others]), (mine, theirs) => {
        const [alone, both] = [foldEvents(mine), foldEvents([...theirs, ...mine])];
        for (const [id, guess] of alone.guesses) assert.deepEqual(both.guesses.get(id), guess);
        for (const [id, kudos] of alone.kudos) assert.deepEqual(both.kudos.get(id), kudos);
        for (const [id, answer] of alone.scaleAnswers) assert.deepEqual(both.scaleAnswers.get(id), answer);
        seen.guesses += alone.guesses.size;
        seen.kudos += alone.kudos.size;
        seen.answers += alone.scaleAnswers.size;
      }),
      { numRuns: 300 },
    );
    assert.ok(
      Object.values(seen).every((count) => count > 20),
      JSON.stringify(seen),
    );
  });

  it('on a scale are the newest of each answer; what only a newer Cairn knows is passed over', () => {
    const records = foldEvents(
      said(
        answered('02', 4),
        answered('01', 2),
        answered('02', 5),
        { ...answered('02', 1), author: 'bob' },
        answered('03', 1, 'energy'),
      ),
    );
    assert.deepEqual(
      scaleAnswersOf(records).map(({ id, value }) => [id, value]),
      [
        ['01', 2],
        ['02', 5],
      ],
    );
  });
});

describe('an agreement', () => {
  const pair = mentorship(['Tom', 'theo'], ['ann']);
  it('is in force when somebody who mentors and somebody who is mentored agree, since the latter', () => {
    assert.equal(since(pair, agreed()), null);
    assert.equal(since(pair, agreed(), { ...agreed(), author: 'stranger' }), null);
    assert.equal(since(pair, agreed(), { ...agreed(), author: 'tom' }), time(2));
    assert.equal(since(agreed(), { ...agreed(), author: 'tom' }, pair, agreed()), time(1));
    assert.equal(since(agreed(), { ...agreed(), author: 'tom' }), null, 'nobody knows who mentors');
  });

  it('ends with the word of the only one on a side, and begins anew', () => {
    const both: Said[] = [pair, agreed(), { ...agreed(), author: 'tom' }];
    assert.equal(since(...both, agreed(false)), null);
    assert.equal(since(...both, agreed(false), agreed()), time(4));
    assert.equal(
      since(...both, { ...agreed(), author: 'theo' }, { ...agreed(false), author: 'tom' }),
      time(3),
    );
  });

  it('takes two people, and nobody agrees in somebody else’s name', () => {
    assert.equal(since(mentorship(['ann'], ['ann']), agreed()), null);
    const both = mentorship(['ann', 'tom'], ['ann', 'tom']);
    assert.equal(since(both, agreed(), { ...agreed(), author: 'tom' }), time(2));
    const forged: Said = { ...agreed(), author: 'tom', writer: 'folder-of-ann' };
    assert.equal(since(pair, agreed(), forged), null);
    const records = foldEvents(said(pair, agreed(), agreed(true, 'of a newer Cairn')));
    assert.deepEqual(agreements(records), [{ clause: 'self-review-first', agreed: ['ann'], since: null }]);
  });
});

describe('growth in a journal', () => {
  it('tells the history of a guess, of thanks and of a theme, and what counts for nothing', () => {
    const events = said(
      named('t'),
      placed('f', 't'),
      merged('u', 't'),
      guessed('g', 'tests'),
      judged('tests', 'f'),
      { ...guessed('g', 'mine'), author: 'bob' },
      thanked('k'),
      answered('01', 3),
    );
    const told = (record: string) =>
      historyOf(events, record)
        .flatMap(({ changes }) => changes)
        .map(({ what, isVain }) => (isVain ? `${what} in vain` : what))
        .reverse();
    assert.deepEqual(told('t'), ['themeNamed', 'placed', 'merged']);
    assert.deepEqual(told('f'), ['placed', 'judged', 'thanked']);
    assert.deepEqual(told('g'), ['guessed', 'judged', 'guessed in vain']);
    assert.deepEqual(told('k'), ['thanked']);
    assert.deepEqual(told('01'), ['answered']);
  });

  it('is the same in whatever order events come, one by one, and from a snapshot', () => {
    const types = (Object.keys(payloads) as EventType[]).filter((type) =>
      /^(theme|guess|agreement|scale|kudos|mentorship|record|act|writer|feedback\.tagged)/.test(type),
    );
    const grown = types.filter((type) => /^(theme|guess|agreement|scale|kudos)|withdrawn/.test(type));
    const events = anyEvents(40, [...types, ...Array(4).fill(grown).flat()]).map((some) =>
      some.map(({ writer, ...event }) => ({ ...event, ...(writer ? { writer } : { isPrivate: true }) })),
    ) as unknown as fc.Arbitrary<JournalEvent[]>;
    const seen = { merged: 0, judged: 0, kudos: 0, withdrawn: 0, answers: 0, agreed: 0 };
    fc.assert(
      fc.property(events, fc.gen(), (drawn, gen) => {
        const some = JSON.parse(JSON.stringify(drawn)) as JournalEvent[];
        const shuffled = gen(() => fc.shuffledSubarray(some, { minLength: some.length }));
        const whole = foldEvents(some);
        assert.deepEqual(foldEvents(shuffled), whole);
        const steps = stepByStep(some.toSorted(compareEvents));
        assert.deepEqual(steps, whole);
        assert.deepEqual([...decisionsOf(steps).merged], [...decisionsOf(whole).merged]);
        const frozen = JSON.parse(JSON.stringify(freezeRecords(whole)));
        assert.deepEqual({ ...thawRecords(frozen), marks: whole.marks }, whole);
        seen.merged += decisionsOf(whole).merged.size;
        seen.judged += guessesOf(whole)
          .flatMap(({ expectations }) => expectations)
          .filter(({ feedbackId }) => feedbackId !== undefined).length;
        seen.kudos += kudosOf(whole).length;
        seen.withdrawn += [...whole.kudos.values()].filter(({ isWithdrawn }) => isWithdrawn).length;
        seen.answers += scaleAnswersOf(whole).length;
        seen.agreed += agreements(whole).flatMap((one) => one.agreed).length;
      }),
      { numRuns: 1500 },
    );
    assert.ok(
      Object.values(seen).every((count) => count > 5),
      JSON.stringify(seen),
    );
  }).timeout(60_000);
});
