import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type EventType,
  type JournalEvent,
  type NewEvent,
  type Origin,
  type Payload,
  payloads,
} from '../../../src/model/events.ts';
import { applyEvent, emptyRecords, foldEvents, personOf } from '../../../src/model/fold.ts';
import { freezeRecords, thawRecords } from '../../../src/model/frozen.ts';
import { historyOf } from '../../../src/model/history.ts';
import { charterInForce, mentoredOf, peopleOf } from '../../../src/model/mentorshipOf.ts';
import { openState } from '../../../src/model/openState.ts';
import { compareEvents } from '../../../src/model/order.ts';
import type { SpaceRecords } from '../../../src/model/records.ts';
import { textHash } from '../../../src/model/textHash.ts';
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
const by = (author: string, event: Said): Said => ({ ...event, author });
const recorded = (
  mentors: string[],
  mentees: string[],
  more: Partial<Payload<'mentorship.recorded'>> = {},
): NewEvent => ({
  type: 'mentorship.recorded',
  payload: {
    ...{ title: 't', kind: 'one-to-one', mentors, mentees, rhythmDays: null, hoursPerMonth: null, ...more },
  },
});
const status = (word: 'active' | 'paused' | 'ended', until: string | null = null): NewEvent => ({
  type: 'mentorship.status',
  payload: { status: word, reason: 'a reason', until, changedAt: '2026-05-05' },
});
const written = (charter: string, text = `Words ${charter}`): NewEvent => ({
  type: 'charter.written',
  payload: { charter, text },
});
const accepted = (charter: string, isAccepted = true, text?: string): NewEvent => ({
  type: 'charter.accepted',
  payload: { charter, isAccepted, ...(text !== undefined && { hash: textHash(text) }) },
});
const pulse = (id: string, value: number | null, of: string | null = null): NewEvent => ({
  type: 'pulse.given',
  payload: {
    ...{ pulse: id, value, clarity: null, workload: null, relationship: null, words: null, of },
    givenAt: `2026-01-${id}`,
  },
});
const nudged = (nudge: string, answer: string): NewEvent => ({
  type: 'nudge.answered',
  payload: { nudge, kind: 'rhythm', about: null, answer, answeredAt: '' },
});
const rated = (rating: string, level: number | null, person = 'bob', skill = 'tests'): NewEvent => ({
  type: 'skill.rated',
  payload: { rating, rubric: 'r', skill, person, level, evidence: [], note: null, ratedAt: rating },
});
const anchor = {
  ...{ path: 'a.ts', repository: 'x/y', side: 'RIGHT' as const, commit: null, startLine: 3, endLine: 3 },
  ...{ code: 'code', before: '', after: '' },
};
const noted = (knowledge: string, what = `What ${knowledge}`): NewEvent => ({
  type: 'knowledge.noted',
  payload: { knowledge, what, why: null, anchor, feedback: null, session: null, topics: ['a', 'a'] },
});
const edited = (knowledge: string, what: string): NewEvent => ({
  type: 'knowledge.edited',
  payload: { knowledge, what, why: 'because' },
});
const asked = (help: string): NewEvent => ({
  type: 'help.asked',
  payload: { help, topic: 'the build', path: null, of: 'bob', askedAt: '' },
});
const thanked = (kudos: string, help: string | null): NewEvent => ({
  type: 'kudos.given',
  payload: { kudos, to: 'bob', text: 'Thanks', feedback: null, goal: null, givenAt: '', help },
});
const withdrawn = (record: string): NewEvent => ({
  type: 'record.withdrawn',
  payload: { record, isWithdrawn: true },
});
const undone = (act: string): NewEvent => ({ type: 'act.undone', payload: { act } });
const introduced = (name: string): NewEvent => ({ type: 'writer.introduced', payload: { name } });
const of = (records: SpaceRecords) => mentoredOf(records, (name) => personOf(records, name));
const told = (...events: Said[]) => of(foldEvents(said(...events)));
const inForce = (...events: Said[]) => charterInForce(told(...events).charters)?.id ?? null;
const time = (index: number) => new Date(1000 + index).toISOString();

describe('who mentors whom, and whether that runs', () => {
  it('has what an older Cairn did not know as unknown, and runs until somebody says otherwise', () => {
    const { mentorship } = foldEvents(said(recorded(['bob'], ['ann'])));
    assert.deepEqual(mentorship, {
      ...{ title: 't', kind: 'one-to-one', mentors: ['bob'], mentees: ['ann'], rhythmDays: null },
      ...{ hoursPerMonth: null, purpose: null, hopes: null, startsOn: null, months: null, group: null },
      ...{ status: 'active', statusReason: null, isReasonPrivate: false },
      ...{ statusUntil: null, statusSince: null },
    });
  });

  it('knows whether the reason of its status is for its author alone, and tells nobody then', () => {
    const reasons = (...events: Said[]) => {
      const records = foldEvents(said(recorded(['bob'], ['ann']), ...events));
      const { statusReason, isReasonPrivate } = records.mentorship!;
      const none = { feedback: [], actions: [], annotations: [], ratings: [], sessions: [], pairings: [] };
      const grown = { scaffolds: [], guesses: [], kudos: [], scaleAnswers: [], agreements: [] };
      const { mentorship } = openState({ ...none, ...grown, ...of(records) }, records);
      return [statusReason, isReasonPrivate, mentorship?.status, mentorship?.statusReason];
    };
    const ended = status('ended');
    const own: Said = { ...ended, isPrivate: true };
    assert.deepEqual(reasons(ended), ['a reason', false, 'ended', 'a reason']);
    assert.deepEqual(reasons(ended, own), ['a reason', true, 'ended', null]);
    assert.deepEqual(reasons(own, recorded(['bob'], ['ann'])), ['a reason', true, 'ended', null]);
    assert.deepEqual(reasons(own, by('bob', ended)), ['a reason', false, 'ended', 'a reason']);
  });

  it('keeps its status when it is recorded anew, in whatever order they come', () => {
    const more = { purpose: 'Learn', group: { id: 'g', isCommon: true } };
    for (const events of [
      [
        recorded(['bob'], ['ann']),
        by('bob', status('paused', '2026-06-01')),
        recorded(['bob'], ['ann'], more),
      ],
      [by('bob', status('paused', '2026-06-01')), recorded(['bob'], ['ann'], more)],
    ]) {
      const { mentorship } = foldEvents(said(...events));
      assert.deepEqual(
        [mentorship?.purpose, mentorship?.group, mentorship?.status, mentorship?.statusUntil],
        ['Learn', { id: 'g', isCommon: true }, 'paused', '2026-06-01'],
      );
    }
  });

  it('is shared: whoever of its people says it, the newest counts, and anybody takes it back', () => {
    const start = recorded(['bob'], ['ann']);
    const end = { ...by('bob', status('ended')), act: 'end' };
    assert.equal(foldEvents(said(start, end)).mentorship?.status, 'ended');
    assert.equal(foldEvents(said(start, end, undone('end'))).mentorship?.status, 'active');
    assert.equal(foldEvents(said(end, status('active'))).status?.status, 'active');
    assert.equal(foldEvents(said(end)).mentorship, null);
  });

  it('names each person once, who is mentor and mentee in a mentorship of peers, too', () => {
    const records = foldEvents(said(recorded(['Ann', 'bob'], ['bob', 'ann'], { kind: 'peer' })));
    assert.deepEqual(
      peopleOf(records.mentorship, (name) => personOf(records, name)),
      ['Ann', 'bob'],
    );
  });
});

describe('a charter', () => {
  const start = recorded(['bob'], ['ann']);

  it('is in force once everybody who is named has accepted it, since the last of them did', () => {
    assert.equal(inForce(start, written('1'), accepted('1')), null);
    const { charters } = told(start, written('1'), accepted('1'), by('bob', accepted('1')));
    assert.deepEqual(
      charters.map(({ id, acceptedBy, inForceSince, createdBy }) => [
        id,
        acceptedBy,
        inForceSince,
        createdBy,
      ]),
      [['1', ['ann', 'bob'], time(3), 'ann']],
    );
  });

  it('asks again when there is a newer version; the older one stays in force until that one is', () => {
    const first = [start, written('1'), accepted('1'), by('bob', accepted('1'))];
    const second = [...first, by('bob', written('2')), by('bob', accepted('2'))];
    assert.equal(inForce(...second), '1');
    assert.equal(inForce(...second, accepted('2')), '2');
  });

  it('is never changed: what is written once more under its id counts for nothing', () => {
    const { charters } = told(
      start,
      written('1', 'ours'),
      by('bob', written('1', 'theirs')),
      written('1', 'x'),
    );
    assert.deepEqual(
      charters.map(({ text, createdBy }) => [text, createdBy]),
      [['ours', 'ann']],
    );
  });

  it('is accepted with its words: no others under its id count as accepted, whatever times they claim', () => {
    for (const read of ['ours', undefined]) {
      const yes = (who: string) => by(who, accepted('1', true, read));
      const both = [start, written('1', 'ours'), yes('ann'), yes('bob')];
      assert.equal(inForce(...both), '1');
      const [earlier] = told(...both, { ...written('1', 'swapped'), at: 1 }).charters;
      assert.deepEqual([earlier?.text, earlier?.acceptedBy, earlier?.inForceSince], ['swapped', [], null]);
      // The same words twice are the same words.
      assert.equal(inForce(...both, { ...written('1', 'ours'), at: 1 }), '1');
    }
    const all = [
      start,
      written('1', 'ours'),
      accepted('1', true, 'ours'),
      by('bob', accepted('1', true, 'ours')),
    ];
    assert.equal(inForce(...all, written('1', 'later')), '1', 'a later text never counts');
  });

  it('whose words turned out to be others can be accepted anew', () => {
    const swapped = [
      { ...start, at: 1 },
      { ...written('1', 'ours'), at: 3 },
      { ...accepted('1', true, 'ours'), at: 4 },
      { ...written('1', 'swapped'), at: 2 },
    ];
    const anew = [accepted('1', true, 'swapped'), by('bob', accepted('1', true, 'swapped'))];
    assert.equal(inForce(...swapped, ...anew), '1');
    assert.equal(inForce(...swapped, ...anew, accepted('1', false)), null);
  });

  it('is in force no longer where somebody takes their acceptance back', () => {
    const both = [start, written('1'), accepted('1'), by('bob', accepted('1'))];
    assert.equal(inForce(...both, accepted('1', false)), null);
    assert.equal(inForce(...both, { ...accepted('1', false), act: 'no' }, undone('no')), '1');
  });

  it('is accepted by nobody in somebody else’s name', () => {
    const inBobsName = { ...by('bob', accepted('1')), writer: 'folder-of-ann' };
    const all = [start, written('1'), accepted('1'), inBobsName];
    assert.equal(inForce(...all), null);
    assert.deepEqual(told(...all).charters[0]?.acceptedBy, ['ann']);
  });

  it('knows who accepts under another login since they said that it is theirs, and not before', () => {
    const all = [start, written('1'), accepted('1'), by('bob', noted('k'))];
    const work = { ...by('bob-work', accepted('1')), writer: 'folder-of-bob' };
    assert.equal(inForce(...all, by('bob-work', accepted('1'))), null, 'somebody else’s folder');
    assert.equal(inForce(...all, work), null, 'nobody said so');
    assert.equal(inForce(...all, by('bob', introduced('bob-work')), work), '1');
  });

  it('waits for an other side that never joins, and is not agreed to by one person with two names', () => {
    assert.equal(inForce(start, written('1'), accepted('1'), written('2'), accepted('2')), null);
    assert.equal(inForce(recorded([], ['ann']), written('1'), accepted('1')), null);
    assert.equal(inForce(written('1'), accepted('1')), null, 'nobody is named');
    const twice = [recorded(['ann'], ['ann-work']), introduced('ann-work'), written('1')];
    assert.equal(inForce(...twice, by('ann-work', { ...accepted('1'), writer: 'folder-of-ann' })), null);
  });

  it('asks whoever joins, and no longer asks who has left', () => {
    const all = [start, written('1'), accepted('1'), by('bob', accepted('1'))];
    assert.equal(inForce(...all, recorded(['bob'], ['ann', 'cy'])), null);
    assert.equal(inForce(...all, recorded(['bob'], ['ann', 'cy']), by('cy', accepted('1'))), '1');
    assert.equal(inForce(...all, recorded(['bob'], ['ann', 'cy']), recorded(['bob'], ['ann'])), '1');
    const kept = told(...all, recorded(['bob'], ['cy']));
    assert.deepEqual([kept.charters[0]?.acceptedBy, kept.charters[0]?.createdBy], [['ann', 'bob'], 'ann']);
  });
});

describe('pulses, checks and nudges', () => {
  it('change by their own person only', () => {
    const records = told(pulse('01', 4), by('bob', pulse('01', 1)), pulse('02', 2), pulse('02', 3));
    assert.deepEqual(
      records.pulses.map(({ id, answers, createdBy }) => [id, answers.value, createdBy]),
      [
        ['01', 4, 'ann'],
        ['02', 3, 'ann'],
      ],
    );
  });

  it('have the whole one, which its author keeps, beside what others see of it', () => {
    const hidden: Said = {
      type: 'record.private',
      payload: { record: '01', isPrivate: true },
      isPrivate: true,
    };
    const { pulses } = told(hidden, { ...pulse('01', 2), isPrivate: true }, pulse('02', null, '01'));
    assert.deepEqual(
      pulses.map(({ id, of: whole, isPrivate }) => [id, whole, isPrivate]),
      [
        ['01', null, true],
        ['02', '01', false],
      ],
    );
  });

  it('tell of a nudge only what this user’s own journal says, and nothing of an answer that nobody knows', () => {
    const own = { ...nudged('1', 'shown'), isPrivate: true as const };
    const later = { ...nudged('1', 'never'), isPrivate: true as const };
    const unknown = { ...nudged('2', 'of a newer Cairn'), isPrivate: true as const };
    const { nudges } = foldEvents(
      said(own, by('bob', nudged('1', 'taken')), nudged('3', 'taken'), unknown, later),
    );
    assert.deepEqual(
      [...nudges.values()].map(({ id, answer }) => [id, answer]),
      [['1', 'never']],
    );
  });
});

describe('ratings of skills', () => {
  const levels = (...events: Said[]) =>
    told(...events).skillRatings.map(({ createdBy, person, skill, level }) => [
      createdBy,
      person,
      skill,
      level,
    ]);

  it('are the newest word of each who rates a person on a skill, side by side', () => {
    const all = [rated('1', 1), by('bob', rated('2', 3)), rated('3', 2), rated('4', 4, 'bob', 'names')];
    assert.deepEqual(levels(...all), [
      ['bob', 'bob', 'tests', 3],
      ['ann', 'bob', 'tests', 2],
      ['ann', 'bob', 'names', 4],
    ]);
    assert.deepEqual(levels(...all, rated('5', null)), [
      ['bob', 'bob', 'tests', 3],
      ['ann', 'bob', 'names', 4],
    ]);
    assert.deepEqual(levels(...all, by('bob', rated('3', 0))).length, 3, 'somebody else’s rating stays');
  });
});

describe('knowledge notes and questions', () => {
  it('change in words by their author only, and in place by anybody', () => {
    const moved: NewEvent = {
      type: 'knowledge.moved',
      payload: { knowledge: 'k', anchor: { ...anchor, startLine: 9, endLine: 9 } },
    };
    const nowhere: NewEvent = {
      type: 'knowledge.moved',
      payload: { knowledge: 'k', anchor: { ...anchor, path: '../../etc/passwd' } },
    };
    const { knowledge } = told(
      by('bob', edited('k', 'too early, and not theirs')),
      noted('k'),
      edited('k', 'better'),
      by('bob', edited('k', 'theirs')),
      by('bob', moved),
      nowhere,
    );
    assert.deepEqual(
      knowledge.map(({ what, why, anchor: at, topics, changedAt }) => [
        what,
        why,
        at?.startLine,
        topics,
        changedAt,
      ]),
      [['better', 'because', 9, ['a'], time(2)]],
    );
  });

  it('are taken back by their author only', () => {
    assert.equal(told(noted('k'), by('bob', withdrawn('k'))).knowledge.length, 1);
    assert.equal(told(noted('k'), withdrawn('k')).knowledge.length, 0);
    assert.equal(told(asked('h'), by('bob', withdrawn('h'))).help.length, 1);
    assert.equal(told(asked('h'), withdrawn('h')).help.length, 0);
  });

  it('are closed by the thanks of whoever asked', () => {
    assert.equal(told(asked('h'), by('bob', thanked('x', 'h'))).help[0]?.thanksId, null);
    assert.equal(told(asked('h'), thanked('x', 'h')).help[0]?.thanksId, 'x');
    assert.equal(told(asked('h'), thanked('x', 'h'), withdrawn('x')).help[0]?.thanksId, null);
  });

  it('are undone by their own person', () => {
    const note = { ...noted('k'), act: 'n' };
    assert.equal(told(note, by('bob', undone('n'))).knowledge.length, 1);
    assert.equal(told(note, undone('n')).knowledge.length, 0);
  });
});

describe('what a mentorship consists of', () => {
  const types = (Object.keys(payloads) as EventType[]).filter((type) =>
    /^(mentorship|charter|pulse|trial|nudge|skill|knowledge|help|kudos|act|record|writer)\./.test(type),
  );
  const events = anyEvents(30, types).map((all) =>
    all.map(({ writer, ...event }) => ({ ...event, ...(writer ? { writer } : { isPrivate: true }) })),
  );

  it('is the same whatever the order of the files, step by step, and after a snapshot', () => {
    fc.assert(
      fc.property(events, fc.integer(), (some, seed) => {
        const all = JSON.parse(JSON.stringify(some)) as JournalEvent[];
        const turned = all.toSorted((a, b) => (((a.id + b.id).length * seed) % 3) - 1);
        const whole = foldEvents(all);
        assert.deepEqual(foldEvents(turned), whole);
        assert.deepEqual(stepByStep(all.toSorted(compareEvents)), whole);
        const { marks: _, ...frozen } = thawRecords(JSON.parse(JSON.stringify(freezeRecords(whole))));
        const { marks: __, ...rest } = whole;
        assert.deepEqual(frozen, rest);
        of(whole);
      }),
      { numRuns: 1500 },
    );
  });

  it('has a history: who accepted, who rated, whose words count for nothing', () => {
    const all = said(
      written('1'),
      by('bob', written('1')),
      by('bob', accepted('1')),
      { ...accepted('1'), act: 'a' },
      undone('a'),
    );
    assert.deepEqual(
      historyOf(all, '1').map(({ by: who, changes, undone: back }) => [
        who,
        changes.map(({ what, isVain }) => [what, isVain ?? false]),
        back?.by ?? null,
      ]),
      [
        ['ann', [['charterAccepted', false]], 'ann'],
        ['bob', [['charterAccepted', false]], null],
        ['bob', [['charterWritten', true]], null],
        ['ann', [['charterWritten', false]], null],
      ],
    );
    const note = said(noted('k'), by('bob', edited('k', 'theirs')));
    assert.deepEqual(
      historyOf(note, 'k').map(({ changes }) => changes),
      [
        [{ what: 'noteEdited', text: 'theirs', why: 'because', topics: null, isVain: true }],
        [{ what: 'noted', text: 'What k' }],
      ],
    );
  });
});
