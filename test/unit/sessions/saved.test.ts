import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { JournalEvent, NewEvent } from '../../../src/model/events.ts';
import { foldEvents } from '../../../src/model/fold.ts';
import { madeBySession } from '../../../src/model/sessionsOf.ts';
import { readDate } from '../../../src/sessions/dates.ts';
import { type Saved, savedActs } from '../../../src/sessions/saved.ts';

const friday = new Date('2026-11-20T15:00:00');
const session = { id: 's1', people: ['ada', 'theo'], goalIds: ['g1', 'g2'], heldAt: null };

/** A space in which people save what they wrote about one session. */
class Space {
  events: JournalEvent[] = [];
  today = friday;
  mentee: string | null = null;
  goals: { id: string; isPrivate: boolean }[] = [];
  session: Saved['session'] = session;
  #texts = new Map<string, string>();
  #ids = 0;

  constructor() {
    for (const goal of ['g1', 'g2'])
      this.say({
        type: 'goal.created',
        payload: { goal, title: goal, category: null, origin: 'mentee', targetDate: null },
      });
    const { id, people, goalIds: goals, heldAt } = session;
    const held = { date: '2026-11-20', heldAt, minutes: null, link: null, pairing: null };
    this.say({ type: 'session.logged', payload: { session: id, kind: 'check-in', people, goals, ...held } });
  }

  say(event: NewEvent, author = 'ada'): void {
    const id = `e${String(this.events.length).padStart(5, '0')}`;
    const line = { ...event, id, time: [1000 + this.events.length, 0], author, act: id, version: 1 };
    this.events.push(line as JournalEvent);
  }

  acts(after: string, me = 'ada', before = this.#texts.get(me) ?? null): NewEvent[] {
    return savedActs({
      ...{ session: this.session, before, after, me, readDate, today: this.today },
      state: { ...this.made(), mentee: this.mentee, goals: this.goals },
      newId: () => `r${++this.#ids}`,
    });
  }

  /** Saves, and says what was told. */
  save(after: string, me = 'ada'): NewEvent[] {
    const acts = this.acts(after, me);
    for (const act of acts) this.say(act, me);
    this.#texts.set(me, after);
    return acts;
  }

  made() {
    return madeBySession(foldEvents(this.events), 's1');
  }

  /** What stands: by id, in words. */
  get actions(): Record<string, string> {
    const live = this.made().actions.filter(({ isWithdrawn }) => !isWithdrawn);
    return Object.fromEntries(
      live.map(({ id, text, owner, dueDate, doneAt }) => [
        id,
        `${doneAt ? 'x' : '-'} @${owner} ${text} ${dueDate ?? ''}`.trim(),
      ]),
    );
  }

  get feedback(): Record<string, string> {
    const live = this.made().feedback.filter(({ isWithdrawn }) => !isWithdrawn);
    return Object.fromEntries(
      live.map(({ id, tag, body, goalIds }) => [id, `${tag}: ${body} (${goalIds.join()})`]),
    );
  }
}

const types = (acts: NewEvent[]) => acts.map(({ type }) => type);

describe('savedActs: next actions', () => {
  it('adds what is promised, with owner, date and session', () => {
    const space = new Space();
    const acts = space.save('- [ ] @theo try the outbox by friday\n- [x] rest by 2026-12-24');
    assert.deepEqual(acts, [
      {
        type: 'action.added',
        payload: {
          ...{ action: 'r1', text: 'try the outbox', owner: 'theo', dueDate: '2026-11-27' },
          ...{ goal: null, session: 's1' },
        },
      },
      {
        type: 'action.added',
        payload: {
          ...{ action: 'r2', text: 'rest', owner: 'ada', dueDate: '2026-12-24' },
          ...{ goal: null, session: 's1' },
        },
      },
      { type: 'action.done', payload: { action: 'r2', doneAt: friday.toISOString() } },
    ]);
  });

  it('serves the goal of a session that has one, unless others do not know of it', () => {
    const space = new Space();
    space.session = { ...session, goalIds: ['g1'] };
    const goalOf = () =>
      (space.acts('- [ ] try') as { payload: { goal?: string | null } }[])[0]?.payload.goal;
    assert.equal(goalOf(), null);
    space.goals = [{ id: 'g1', isPrivate: true }];
    assert.equal(goalOf(), null);
    space.goals = [{ id: 'g1', isPrivate: false }];
    assert.equal(goalOf(), 'g1');
  });

  it('says nothing of what did not change, whatever changed elsewhere meanwhile', () => {
    const space = new Space();
    space.save('- [ ] try the outbox by friday\n- [ ] rest');
    space.say({
      type: 'action.edited',
      payload: { action: 'r1', text: 'read of the outbox', owner: 'theo', dueDate: '2027-01-01' },
    });
    space.say({ type: 'action.done', payload: { action: 'r2', doneAt: '2026-11-20T15:00:00.000Z' } }, 'theo');
    space.today = new Date('2027-03-01T09:00:00');
    assert.deepEqual(space.save('# Check-in\n\n- [ ] rest\n- [ ] try the outbox by friday\n'), []);
    assert.deepEqual(space.actions, { r1: '- @theo read of the outbox 2027-01-01', r2: 'x @ada rest' });
    assert.deepEqual(types(space.save('- [ ] rest')), ['record.withdrawn']);
    assert.deepEqual(Object.keys(space.actions), ['r2']);
  });

  const changes: [string, string, string, NewEvent[]][] = [
    [
      'a small change of words',
      '- [ ] try the outbox patern by friday',
      '- [ ] try the outbox pattern by friday',
      [{ type: 'action.edited', payload: { action: 'r1', text: 'try the outbox pattern' } }],
    ],
    [
      'words that go on',
      '- [ ] ask Theo',
      '- [ ] ask Theo how he tests what the queue loses',
      [
        {
          type: 'action.edited',
          payload: { action: 'r1', text: 'ask Theo how he tests what the queue loses' },
        },
      ],
    ],
    [
      'another owner',
      '- [ ] @ada try',
      '- [ ] @theo try',
      [{ type: 'action.edited', payload: { action: 'r1', owner: 'theo' } }],
    ],
    [
      'no owner any more',
      '- [ ] @theo try',
      '- [ ] try',
      [{ type: 'action.edited', payload: { action: 'r1', owner: 'ada' } }],
    ],
    ['oneself by name', '- [ ] try', '- [ ] @ada try', []],
    [
      'another date',
      '- [ ] try by friday',
      '- [ ] try by monday',
      [{ type: 'action.edited', payload: { action: 'r1', dueDate: '2026-11-23' } }],
    ],
    [
      'no date any more',
      '- [ ] try by friday',
      '- [ ] try',
      [{ type: 'action.edited', payload: { action: 'r1', dueDate: null } }],
    ],
    ['the same date in other words', '- [ ] try by friday', '- [ ] try by 27 november', []],
    ['another case of the owner’s name', '- [ ] @Theo try', '- [ ] @Theo **try**', []],
    [
      'a tick',
      '- [ ] try',
      '- [x] try',
      [{ type: 'action.done', payload: { action: 'r1', doneAt: friday.toISOString() } }],
    ],
    [
      'a tick taken away',
      '- [x] try',
      '- [ ] try',
      [{ type: 'action.done', payload: { action: 'r1', doneAt: null } }],
    ],
    ['another place', '- [ ] try', '| Topic | Insight | Next action |\n|-|-|-|\n| a | b | try |', []],
    ['a day that no calendar has', '- [ ] try it by friday', '- [ ] try it by 31 february', []],
    [
      'quite other words',
      '- [ ] try the outbox',
      '- [ ] sleep well',
      [
        {
          type: 'action.added',
          payload: {
            action: 'r2',
            text: 'sleep well',
            owner: 'ada',
            dueDate: null,
            goal: null,
            session: 's1',
          },
        },
        { type: 'record.withdrawn', payload: { record: 'r1', isWithdrawn: true } },
      ],
    ],
  ];
  for (const [what, before, after, acts] of changes) {
    it(`hears of ${what}`, () => {
      const space = new Space();
      space.save(before);
      assert.deepEqual(space.save(after), acts);
    });
  }

  it('keeps a date in words that was said earlier when other words change', () => {
    const space = new Space();
    space.save('- [ ] try the outbox patern by friday');
    space.today = new Date('2026-12-09T09:00:00');
    space.save('- [ ] try the outbox pattern by friday');
    assert.deepEqual(space.actions, { r1: '- @ada try the outbox pattern 2026-11-27' });
  });

  it('takes lines that only their dates tell apart in their order when these change', () => {
    const space = new Space();
    space.save('- [ ] call by friday\n- [ ] call by monday');
    space.save('- [ ] call by tuesday\n- [ ] call by thursday');
    assert.deepEqual(space.actions, { r1: '- @ada call 2026-11-24', r2: '- @ada call 2026-11-26' });
  });

  it('withdraws what was taken out while its date was unclear', () => {
    const space = new Space();
    space.save('- [ ] try it by friday\n- [ ] rest');
    space.save('- [ ] try it by 31 february\n- [ ] rest');
    assert.deepEqual(Object.keys(space.actions), ['r1', 'r2']);
    space.save('- [ ] rest');
    assert.deepEqual(Object.keys(space.actions), ['r2']);
  });

  it('makes no promise of a day that no calendar has until it is mended', () => {
    const space = new Space();
    assert.deepEqual(space.save('- [ ] @theo try by 31 february'), []);
    space.save('- [ ] @theo try by 28 february');
    assert.deepEqual(space.actions, { r1: '- @theo try 2027-02-28' });
  });

  it('knows lines that change places, and one from another that is much like it', () => {
    const space = new Space();
    space.save('- [ ] read chapter 1\n- [ ] read chapter 2\n- [ ] @theo read chapter 2');
    assert.deepEqual(
      space.save('- [ ] @theo read chapter 2\n- [ ] read chapter 2\n- [ ] read chapter 1'),
      [],
    );
    space.save(
      '- [ ] read chapter 3\n- [x] read chapter 1\n- [ ] read chapter 2\n- [ ] @theo read chapter 2',
    );
    assert.deepEqual(space.actions, {
      r1: 'x @ada read chapter 1',
      r2: '- @ada read chapter 2',
      r3: '- @theo read chapter 2',
      r4: '- @ada read chapter 3',
    });
  });

  it('withdraws what was taken out, and brings it back with its id', () => {
    const space = new Space();
    space.save('- [x] try the outbox by friday\n- [ ] rest');
    assert.deepEqual(space.save('- [ ] rest'), [
      { type: 'record.withdrawn', payload: { record: 'r1', isWithdrawn: true } },
    ]);
    assert.deepEqual(space.save('- [x] try the outbox by friday\n- [ ] rest'), [
      { type: 'record.withdrawn', payload: { record: 'r1', isWithdrawn: false } },
    ]);
    space.save('');
    space.save('- [ ] @theo Try the outbox');
    assert.deepEqual(space.actions, { r1: '- @theo Try the outbox' });
  });

  it('does not make again what was erased, as long as its line stays', () => {
    const space = new Space();
    space.save('- [ ] try the outbox');
    space.events = space.events.filter(({ type }) => type !== 'action.added');
    assert.deepEqual(space.save('Text\n- [ ] try the outbox'), []);
  });

  it('touches nothing of others, and takes two people’s lines for two', () => {
    const space = new Space();
    space.save('- [ ] @ada try', 'theo');
    space.save('- [ ] @ada try');
    assert.deepEqual(Object.keys(space.actions), ['r1', 'r2']);
    assert.deepEqual(space.save(''), [
      { type: 'record.withdrawn', payload: { record: 'r2', isWithdrawn: true } },
    ]);
  });
});

describe('savedActs: feedback', () => {
  it('enters what stands under keep, stop and start, tagged and linked to the session’s goals', () => {
    const space = new Space();
    const said = '2026-11-19T10:00:00.000Z';
    space.session = { ...session, heldAt: said };
    assert.deepEqual(space.save('## Keep\n- small steps'), [
      {
        type: 'feedback.entered',
        payload: {
          feedback: 'r1',
          author: 'theo',
          body: 'small steps',
          url: null,
          saidAt: said,
          session: 's1',
        },
      },
      { type: 'feedback.tagged', payload: { feedback: 'r1', tag: 'keep' } },
      { type: 'feedback.linked', payload: { feedback: 'r1', goal: 'g1' } },
      { type: 'feedback.linked', payload: { feedback: 'r1', goal: 'g2' } },
    ]);
  });

  const authors: [string, string[], string | null, string][] = [
    ['of the other one of two', ['ada', 'theo'], null, 'theo'],
    ['of the other one whatever the case of one’s own name', ['Theo Flint', 'Ada'], null, 'Theo Flint'],
    ['of the mentor where the mentee writes', ['ada', 'theo'], 'ada', 'theo'],
    ['of the writer where a mentor writes', ['ada', 'theo'], 'theo', 'ada'],
    ['of the writer among several', ['ada', 'theo', 'mia'], 'ada', 'ada'],
    ['of the writer alone', ['ada'], null, 'ada'],
  ];
  for (const [what, people, mentee, author] of authors) {
    it(`takes it for words ${what}`, () => {
      const space = new Space();
      space.session = { ...session, people };
      space.mentee = mentee;
      space.save('Keep: small steps');
      assert.equal(space.made().feedback[0]?.author, author);
    });
  }

  it('moves what stands under another heading now, and says nothing of other places', () => {
    const space = new Space();
    space.save('Keep: small steps\nStop: force pushes');
    assert.deepEqual(space.save('## Stop\n- force pushes\n## Start\n- small steps'), [
      { type: 'feedback.tagged', payload: { feedback: 'r1', tag: 'start' } },
    ]);
    assert.deepEqual(space.save('- Start\n  - small steps\n- Stop: force pushes'), []);
  });

  it('keeps what was decided elsewhere, also for words that replace others', () => {
    const space = new Space();
    space.save('Keep: small stepps every day');
    space.say({ type: 'feedback.tagged', payload: { feedback: 'r1', tag: 'start' } });
    space.say({ type: 'feedback.unlinked', payload: { feedback: 'r1', goal: 'g2' } });
    assert.deepEqual(space.save('Keep: small stepps every day\n'), []);
    space.save('Keep: small steps every day');
    assert.deepEqual(space.feedback, { r2: 'start: small steps every day (g1)' });
  });

  it('withdraws what was taken out, and brings it back with its id', () => {
    const space = new Space();
    space.save('Keep: small steps');
    assert.deepEqual(types(space.save('')), ['record.withdrawn']);
    assert.deepEqual(types(space.save('Stop: small steps')), ['record.withdrawn', 'feedback.tagged']);
    assert.deepEqual(space.feedback, { r1: 'stop: small steps (g1,g2)' });
  });
});

describe('savedActs: whatever is written', () => {
  const line = fc.constantFrom(
    ...[
      '- [ ] try the outbox',
      '- [x] try the outbox',
      '- [ ] try the outbox by friday',
      '- [ ] @theo try the outbox',
    ],
    ...[
      '- [ ] try the inbox',
      '- [ ] read chapter 1 by 2026-12-01',
      '- [x] read chapter 2 by 2026-12-01',
      '- [ ] rest',
    ],
    ...[
      '- [ ] Try  the **outbox**',
      '- [ ] rest by 31 february',
      '## Keep',
      '## Stop',
      '- small steps',
      '- small step',
    ],
    ...[
      'Keep: asking',
      '- Start: asking',
      '| Topic | Insight | Next action |\n|-|-|-|\n| a | b | @theo rest |',
      '',
    ],
  );
  const texts = fc.array(
    fc.array(line, { maxLength: 8 }).map((lines) => lines.join('\n')),
    { minLength: 1, maxLength: 6 },
  );
  const writers = fc.constantFrom('ada', 'theo');
  const standing = (space: Space) => JSON.stringify([space.made().actions, space.made().feedback]);

  it('says only what changes something, and nothing of the same text again', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(texts, writers), { maxLength: 3 }), (rounds) => {
        const space = new Space();
        for (const [written, me] of rounds)
          for (const text of written) {
            const { length } = space.events;
            space.save(text, me);
            const all = space.events;
            const states = all.slice(length - 1).map((_, i) => {
              space.events = all.slice(0, length + i);
              return standing(space);
            });
            for (let i = 1; i < states.length; i++) assert.notEqual(states[i], states[i - 1]);
            assert.deepEqual(space.acts(text, me), []);
            assert.deepEqual(space.acts(`${text}\n`, me), []);
          }
      }),
      { numRuns: 60 },
    );
  });

  it('leaves standing what a text of its own would make, and ids with their words', () => {
    fc.assert(
      fc.property(texts, (all) => {
        // What stands while its date is unclear is what stood before.
        const written = all.map((text) => text.replaceAll(' by 31 february', ''));
        const space = new Space();
        for (const text of written) {
          const were = Object.entries(space.actions);
          space.save(text);
          const fresh = new Space();
          fresh.save(text);
          assert.deepEqual(Object.values(space.actions).sort(), Object.values(fresh.actions).sort());
          assert.deepEqual(Object.values(space.feedback).sort(), Object.values(fresh.feedback).sort());
          const ids = new Map(Object.entries(space.actions));
          for (const [id, words] of were) {
            if (![...ids.values()].includes(words)) continue;
            if (were.filter((one) => one[1] === words).length === 1) assert.equal(ids.get(id), words);
          }
        }
      }),
      { numRuns: 120 },
    );
  });
});
