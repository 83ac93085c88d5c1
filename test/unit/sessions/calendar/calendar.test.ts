import assert from 'node:assert/strict';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { sessionKinds } from '../../../../src/model/kinds.ts';
import type { State } from '../../../../src/model/state.ts';
import { type CalendarWords, calendarEntries } from '../../../../src/sessions/calendar/entries.ts';
import { writeCalendar } from '../../../../src/sessions/calendar/write.ts';
import { action, goal, held, mentorship, noon, session, state } from '../records.ts';

const words: CalendarWords = {
  kinds: Object.fromEntries(sessionKinds.map((kind) => [kind, kind])) as CalendarWords['kinds'],
  session: (kind, people) => (people === '' ? kind : `${kind}: ${people}`),
  proposed: (kind) => `${kind}?`,
  due: (text, owner) => (owner === null ? `due: ${text}` : `due: ${text} (${owner})`),
  targetDate: (title) => `goal: ${title}`,
  goals: (titles) => `about ${titles}`,
};
const now = new Date('2026-11-22T09:00:00Z');
const written = (more: Partial<State>, name = 'Ada') =>
  writeCalendar(calendarEntries(state(more), { now, space: 'our space' }, words), { name, now });

/** What another library reads in a file, an entry by its UID. */
function read(file: string): Map<string, ICAL.Event> {
  const calendar = new ICAL.Component(ICAL.parse(file));
  const events = calendar
    .getAllSubcomponents('vevent')
    .map((event) => new ICAL.Event(event, { strictExceptions: true }));
  const byUid = new Map(events.map((event) => [event.uid, event]));
  assert.equal(byUid.size, events.length, 'every UID stands for one entry');
  return byUid;
}
const line = (event: ICAL.Event | undefined, name: string) => event?.component.getFirstPropertyValue(name);

describe('a calendar', () => {
  const all: Partial<State> = {
    mentorship: mentorship(),
    goals: [
      goal('g', { title: 'Say why; first, always', targetDate: '2027-01-31' }),
      goal('h', { targetDate: '2026-12-31', status: 'completed' }),
    ],
    actions: [
      action('a', { text: 'try \\ it', owner: 'ada', dueDate: '2026-12-01' }),
      action('b', { dueDate: '2026-12-02', doneAt: noon('2026-11-20') }),
      action('c'),
    ],
    sessions: [
      held('s', '2026-11-09', { minutes: 45, link: 'https://meet.example/a?b=1,2;3', goalIds: ['g'] }),
      held('t', '2026-11-10', { kind: 'pairing' }),
      session('p', { kind: 'retrospective', date: '2026-12-24' }),
    ],
  };

  it('has sessions held and planned, the next by the rhythm, and due dates, as another library reads them', () => {
    const events = read(written(all));
    assert.deepEqual([...events.keys()].sort(), [
      'due.a@cairn.invalid',
      'goal.g@cairn.invalid',
      'next.our%20space@cairn.invalid',
      'session.p@cairn.invalid',
      'session.s@cairn.invalid',
      'session.t@cairn.invalid',
    ]);
    const of = (uid: string) => events.get(`${uid}@cairn.invalid`);
    const days = ['due.a', 'goal.g', 'next.our%20space', 'session.p'].map((uid) => {
      const event = of(uid)!;
      assert.ok(event.startDate.isDate, uid);
      return [
        event.summary,
        event.startDate.toString(),
        event.endDate.toString(),
        line(event, 'status'),
        line(event, 'transp'),
      ];
    });
    assert.deepEqual(days, [
      ['due: try \\ it (ada)', '2026-12-01', '2026-12-02', 'CONFIRMED', 'TRANSPARENT'],
      ['goal: Say why; first, always', '2027-01-31', '2027-02-01', 'CONFIRMED', 'TRANSPARENT'],
      ['check-in?', '2026-11-23', '2026-11-24', 'TENTATIVE', 'TRANSPARENT'],
      ['retrospective: ada, theo', '2026-12-24', '2026-12-25', 'CONFIRMED', 'TRANSPARENT'],
    ]);
    const meeting = of('session.s')!;
    assert.equal(meeting.startDate.toJSDate().toISOString(), noon('2026-11-09'));
    assert.equal(meeting.duration.toSeconds(), 45 * 60);
    assert.equal(meeting.location, 'https://meet.example/a?b=1,2;3');
    assert.equal(meeting.description, 'about Say why; first, always');
    assert.equal(line(meeting, 'transp'), 'OPAQUE');
    assert.equal(line(of('session.t'), 'dtend'), null, 'how long nobody said');
  });

  it('is the same each time, and an entry keeps its UID when its record changes', () => {
    assert.equal(written(all), written(all));
    const later = { ...all, sessions: [held('p', '2026-12-24', { kind: 'retrospective', minutes: 30 })] };
    assert.ok(read(written(later)).has('session.p@cairn.invalid'));
  });

  it('asks to make up today for what the rhythm had for an earlier day, and for nothing where something is planned', () => {
    const late = { mentorship: mentorship(), sessions: [held('s', '2026-10-01')] };
    const next = read(written(late)).get('next.our%20space@cairn.invalid');
    assert.equal(next?.startDate.toString(), '2026-11-22');
    const planned = { ...late, sessions: [...late.sessions, session('p', { date: '2026-11-25' })] };
    assert.deepEqual(
      [...read(written(planned)).keys()],
      ['session.s@cairn.invalid', 'session.p@cairn.invalid'],
    );
  });

  it('is read back where there is nothing in it, and leaves out what no calendar can say', () => {
    assert.equal(read(written({})).size, 0);
    const odd = {
      sessions: [
        held('a', '2026-11-09', { heldAt: 'yesterday', link: 'javascript:alert(1)' }),
        held('b', '2026-11-09', { heldAt: '+200000-01-01T00:00:00Z' }),
        session('c', { date: '2026-02-30' }),
      ],
      actions: [action('d', { dueDate: 'soon' })],
    };
    const events = read(written(odd));
    assert.deepEqual(
      [...events.values()].map((event) => [event.uid, event.startDate.toString(), event.location]),
      [
        ['session.a@cairn.invalid', '2026-11-09', null],
        ['session.b@cairn.invalid', '2026-11-09', null],
      ],
    );
  });

  const tricks = [
    '\r\nEND:VEVENT\r\n',
    '\rATTACH:https://x.example',
    '\n',
    ';',
    ',',
    '\\',
    '\\n',
    ':',
    '"',
    '😀',
    '\u2028',
    '\u0000',
    '\ud800',
  ];
  const anything = fc.array(fc.oneof(fc.constantFrom(...tricks), fc.string())).map((parts) => parts.join(''));

  it('is named after the space', () => {
    const lines = written({}, 'Ada, & co; \\ *all*\r\nMETHOD:REQUEST').split('\r\n');
    assert.ok(lines.includes('NAME:Ada\\, & co\\; \\\\ all METHOD:REQUEST'), lines.join('\n'));
    assert.deepEqual(
      lines.filter((one) => one.startsWith('METHOD')),
      ['METHOD:PUBLISH'],
    );
  });

  it('holds one entry a record, whatever people wrote, in lines of at most 75 octets', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anything, anything), { maxLength: 4 }), (parts) => {
        const file = written(
          {
            sessions: parts.map(([id, word], i) =>
              held(`${i}${id}`, '2026-11-09', {
                people: [word, id],
                link: `https://x.example/${word}`,
                goalIds: [`${i}g`],
              }),
            ),
            actions: parts.map(([id, word], i) =>
              action(`${i}${id}`, { text: word, owner: id, dueDate: '2026-12-01' }),
            ),
            goals: parts.map(([, word], i) => goal(`${i}g`, { title: word, targetDate: '2026-12-01' })),
          },
          parts.map(([word]) => word).join(''),
        );
        const events = read(file);
        assert.equal(events.size, 3 * parts.length, file);
        const names = new Set<string>();
        for (const { component } of events.values())
          for (const { name } of component.getAllProperties()) names.add(name);
        assert.ok(!names.has('attach'), file);
        for (const one of file.split('\r\n')) {
          assert.ok(Buffer.byteLength(one) <= 75, one);
          assert.ok(!/[\r\n]/.test(one), file);
        }
      }),
      { numRuns: 200 },
    );
  });
});
