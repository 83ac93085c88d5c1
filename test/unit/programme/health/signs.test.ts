import assert from 'node:assert/strict';
import type { SignKind } from '../../../../src/programme/health/index.ts';
import {
  rhythmOf,
  signKinds,
  signsOf,
  talkAction,
  waysAfter,
  waysOf,
} from '../../../../src/programme/health/index.ts';
import { prepared, World } from './world.ts';

const at = (day: string, hour = 9) => new Date(`${day}T${String(hour).padStart(2, '0')}:00:00`);
const world = (day = '2026-02-01') => {
  const made = new World();
  made.written.add('mara').add('ada');
  made.now = at(day);
  return made;
};
const sign = <K extends SignKind>(w: World, kind: K, who = 'mara') =>
  w.signs(who).find((one) => one.kind === kind) ?? null;

describe('the rhythm', () => {
  it('says so from twice the rhythm on, with the day of the last session', () => {
    const w = world('2026-02-01');
    w.meet('', { kind: 'pairing' });
    w.now = at('2026-02-28', 23);
    assert.equal(sign(w, 'rhythm'), null);
    w.now = at('2026-03-01', 0);
    assert.deepEqual(sign(w, 'rhythm'), {
      ...{ kind: 'rhythm', about: null, last: '2026-02-01', since: '2026-02-01', days: 28, rhythmDays: 14 },
    });
    w.sessions.push({ ...w.meet(), heldAt: null, date: '2026-03-10' });
    w.sessions.splice(1, 1);
    assert.equal(sign(w, 'rhythm'), null, 'one is planned');
    w.now = at('2026-03-11');
    assert.equal(sign(w, 'rhythm')?.kind, 'rhythm', 'and was not held');
  });

  it('counts from the beginning, or from the end of a pause, where nothing was held', () => {
    const w = world('2026-02-02');
    const found = sign(w, 'rhythm');
    assert.deepEqual(found?.kind === 'rhythm' && [found.last, found.since, found.days], [
      null,
      '2026-01-05',
      28,
    ]);
    w.resumedAt = '2026-01-20T10:00:00Z';
    assert.equal(sign(w, 'rhythm'), null);
  });

  it('says nothing where none is agreed, nothing tells when it began, or it is to come', () => {
    const w = world('2026-06-01');
    w.mentorship = { ...w.mentorship, rhythmDays: null };
    assert.equal(sign(w, 'rhythm'), null);
    assert.equal(rhythmOf(w.look('ada')).isKept, null);
    w.mentorship = { ...w.mentorship, rhythmDays: 14 };
    w.since = null;
    assert.equal(sign(w, 'rhythm'), null);
    w.since = '2026-07-01';
    assert.deepEqual(w.signs('mara'), []);
    w.since = 'soon';
    assert.deepEqual(w.signs('mara'), []);
  });

  it('says in figures how it is kept', () => {
    const w = world();
    for (const day of ['2026-01-06', '2026-01-20', '2026-02-20', '2026-02-20', '2026-03-06'])
      w.meet('', { date: day });
    w.meet('', { date: '2026-09-01' });
    w.now = at('2026-03-20');
    const { gaps, within, last, days, isKept } = rhythmOf(w.look('ada'));
    assert.deepEqual(
      { gaps, within, last, days, isKept },
      {
        ...{ gaps: [14, 31, 14], within: 2, last: '2026-03-06', days: 14, isKept: true },
      },
    );
    w.now = at('2026-03-28');
    assert.equal(rhythmOf(w.look('ada')).isKept, false);
    w.status('paused');
    assert.equal(rhythmOf(w.look('ada')).isKept, null);
  });
});

describe('promises', () => {
  it('that pile up are said to their owner, and to nobody else', () => {
    const w = world('2026-02-01');
    for (const n of [1, 2]) w.promise('mara', `2026-02-0${n + 1}`, `Promise ${n}`);
    w.promise('mara', null, 'The oldest');
    w.promise('ada', '2026-02-02');
    w.now = at('2026-02-20');
    assert.equal(sign(w, 'promises'), null, 'without a day it waits for four weeks');
    w.now = at('2026-03-01');
    const { mara, ada } = { mara: sign(w, 'promises'), ada: sign(w, 'promises', 'ada') };
    assert.deepEqual(mara, {
      ...{ kind: 'promises', about: null, count: 3, others: 1, oldest: '2026-02-01', text: 'The oldest' },
    });
    assert.equal(ada, null);
    assert.ok(!JSON.stringify(w.signs('ada')).includes('The oldest'));
    w.promise('ada', '2026-02-02');
    assert.equal(sign(w, 'promises'), null, 'both sides have some');
  });
});

describe('preparation', () => {
  const three = (...texts: string[]) => {
    const w = world('2026-01-10');
    for (const [i, text] of texts.entries()) w.meet(text, { date: `2026-01-${10 + i * 7}` });
    w.now = at('2026-02-01');
    return w;
  };

  it('is missed after three check-ins in a row without any', () => {
    const w = three('We talked', '', '## Question\n\nTBD\n');
    assert.deepEqual(sign(w, 'preparation', 'ada'), {
      ...{ kind: 'preparation', about: null, count: 3, from: '2026-01-10', to: '2026-01-24' },
    });
    assert.equal(sign(three('', ''), 'preparation'), null);
    assert.equal(sign(three('', '', prepared), 'preparation'), null);
    assert.equal(sign(three(prepared, '', ''), 'preparation'), null);
    w.now = at('2026-04-01');
    assert.equal(sign(w, 'preparation'), null, 'long ago');
  });

  it('is what the mentee brings: the words of a mentor are none', () => {
    const w = three('', '', '');
    w.sessions[2]!.texts = [{ by: 'mara', claimedBy: null, text: prepared, writtenAt: w.iso }];
    assert.equal(sign(w, 'preparation')?.kind, 'preparation');
  });
});

describe('goals', () => {
  it('that stand still for 21 days are said to the mentee, the stillest first', () => {
    const w = world('2026-01-06');
    const first = w.goal('Smaller changes');
    w.now = at('2026-01-08');
    const second = w.goal('<b>Lead</b> a review');
    w.promise('mara', null, 'Look', second.id);
    w.now = at('2026-01-26');
    assert.equal(sign(w, 'goal', 'ada'), null);
    w.now = at('2026-01-27');
    assert.deepEqual(sign(w, 'goal', 'ada'), {
      ...{ kind: 'goal', about: first.id, title: 'Smaller changes', last: '2026-01-06', days: 21, others: 0 },
      isMade: true,
    });
    assert.equal(sign(w, 'goal', 'mara'), null);
    w.now = at('2026-01-29');
    const both = sign(w, 'goal', 'ada');
    assert.deepEqual(both?.kind === 'goal' && [both.about, both.others], [first.id, 1]);
    first.milestones.push({ id: 'm', title: 'One', completedAt: w.iso });
    second.status = 'completed';
    assert.equal(sign(w, 'goal', 'ada'), null);
  });

  it('of the mentor are said to the mentor', () => {
    const w = world('2026-01-06');
    w.goal('Listen more', 'mara');
    w.now = at('2026-02-27');
    assert.equal(sign(w, 'goal', 'mara')?.kind, 'goal');
  });
});

describe('what is asked', () => {
  it('the check after 30 and after 60 days, each until it is answered or its time is over', () => {
    const w = world();
    const due = (day: string) => {
      w.now = at(day);
      const found = sign(w, 'trial', 'ada');
      return found?.kind === 'trial' ? found.day : null;
    };
    assert.deepEqual(
      [due('2026-02-03'), due('2026-02-04'), due('2026-03-05'), due('2026-03-06')],
      [null, 30, 30, 60],
    );
    assert.deepEqual([due('2026-04-19'), due('2026-04-20')], [60, null]);
    w.now = at('2026-03-07');
    w.trial('mara', 60);
    assert.equal(due('2026-03-08'), 60, 'each side for itself');
    w.trial('ada', 60);
    assert.equal(due('2026-03-08'), null);
  });

  it('a charter until the user accepted its newest version', () => {
    const w = world();
    w.charter('mara', ['mara', 'ada']);
    assert.equal(sign(w, 'charter', 'ada'), null);
    const newer = w.charter('mara');
    assert.deepEqual(sign(w, 'charter', 'ada'), {
      ...{ kind: 'charter', about: newer.id, by: 'mara', writtenOn: '2026-02-01' },
    });
    assert.equal(sign(w, 'charter', 'mara'), null);
  });

  it('hours of the mentor alone, and of nobody else', () => {
    const w = world();
    w.load = { month: '2026-02', hours: 9, budget: 8, isOver: true, unknownSessions: 2 };
    assert.deepEqual(sign(w, 'load'), {
      ...{ kind: 'load', about: '2026-02', hours: 9, budget: 8, unknownSessions: 2 },
    });
    const asIfSeen = { ...w.look('ada'), load: w.load };
    assert.ok(!signsOf(asIfSeen).some(({ kind }) => kind === 'load'), 'not even where it were known');
    w.load = { ...w.load, isOver: null, budget: null };
    assert.equal(sign(w, 'load'), null);
  });

  it('nothing that takes two, as long as nobody came', () => {
    const w = world();
    w.written.delete('ada');
    w.goal('Listen more', 'mara');
    w.now = at('2026-06-01');
    assert.deepEqual(
      w.signs('mara').map(({ kind }) => kind),
      ['alone', 'goal'],
    );
    w.mentorship = { ...w.mentorship, mentees: ['ada', 'lena'] };
    w.written.add('lena');
    assert.equal(sign(w, 'alone'), null, 'one of them came');
  });
});

describe('a pause until a day', () => {
  it('is asked about once that day is over, on both sides, and nothing else is', () => {
    const w = world('2026-02-01');
    w.status('paused', '2026-02-01');
    assert.deepEqual(w.signs('mara'), []);
    w.now = at('2026-02-02', 0);
    for (const who of ['mara', 'ada'])
      assert.deepEqual(w.signs(who), [{ kind: 'pause', about: '2026-02-01', until: '2026-02-01', days: 1 }]);
    assert.deepEqual(w.signs('lena'), []);
    w.now = at('2026-09-01');
    assert.deepEqual(
      w.signs('mara').map(({ kind }) => kind),
      ['pause'],
    );
    for (const status of ['ended', 'paused'] as const) {
      w.status(status);
      assert.deepEqual(w.signs('mara'), [], status);
    }
    w.status('ended', '2026-02-01');
    assert.deepEqual(w.signs('mara'), [], 'an end has no day');
  });

  it('that was made longer is asked about anew', () => {
    const w = world('2026-02-10');
    w.status('paused', '2026-02-01');
    assert.equal(w.see('ada')?.isNew, true);
    w.answer('ada', w.signs('ada')[0]!, 'taken');
    w.status('paused', '2026-02-20');
    assert.equal(w.see('ada'), null);
    w.now = at('2026-02-21');
    assert.equal(w.see('ada')?.isNew, true);
  });
});

describe('ways out', () => {
  it('are there after an answer that is not well, and after no other', () => {
    const [mentor, mentee] = [
      { mentors: true, isMentored: false },
      { mentors: false, isMentored: true },
    ];
    const all = ['resetGoals', 'changeRhythm', 'talk', 'pause', 'handOver', 'end'];
    const lows: Record<string, string | number | null>[] = [
      { useful: 'no' },
      { useful: 'yes', sustainable: 'partly' },
      { value: 1 },
      { workload: 2 },
    ];
    for (const low of lows) assert.deepEqual(waysAfter(low, mentor), all, JSON.stringify(low));
    assert.deepEqual(
      waysAfter({ useful: 'no' }, mentee),
      all.filter((way) => way !== 'handOver'),
    );
    const wells: Record<string, string | number | null>[] = [
      { useful: 'yes', respectful: null },
      { value: 3, clarity: 5, workload: null },
      {},
    ];
    for (const well of wells) assert.deepEqual(waysAfter(well, mentor), [], JSON.stringify(well));
  });

  it('note a talk with somebody else for the user alone, under their own name', () => {
    const w = world();
    assert.deepEqual(talkAction(' Ask Mara ', w.look('ada')), {
      ...{ text: 'Ask Mara', isPrivate: true, owner: 'ada' },
    });
    assert.deepEqual(talkAction('Ask', w.look('lena')), { text: 'Ask', isPrivate: true });
  });

  it('are there for each kind; only a mentor can hand over', () => {
    for (const kind of signKinds) {
      const mentee = waysOf(kind, { mentors: false, isMentored: true });
      assert.ok(mentee.length > 0 && !mentee.includes('handOver'), kind);
    }
    for (const kind of ['load', 'rhythm'] as const)
      for (const way of ['changeRhythm', 'talk', 'pause', 'handOver', 'end'] as const)
        assert.ok(waysOf(kind, { mentors: true, isMentored: false }).includes(way), `${kind} ${way}`);
    assert.ok(waysOf('goal', { mentors: false, isMentored: true }).includes('resetGoals'));
  });
});
