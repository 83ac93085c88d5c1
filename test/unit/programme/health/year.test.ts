import assert from 'node:assert/strict';
import fc from 'fast-check';
import { daysAfter, nudgeOf, signKinds } from '../../../../src/programme/health/index.ts';
import { characters } from './characters.ts';
import { prepared, World, year } from './world.ts';

/** `2026-02-04 trial, …` as `02-04 trial, …`. */
const short = (told: string[] | undefined) => told!.map((one) => one.slice(5)).join(', ');
const toldIn = (name: keyof typeof characters) => {
  const { told } = year(characters[name]);
  return { mara: short(told.mara), ada: short(told.ada) };
};

const pulses = (months: string) => months.split(' ').map((day) => `${day} pulse`);
const asked =
  '02-04 trial, 02-18 pulse, 03-06 trial, 03-20 pulse, 04-17 pulse, 05-15 pulse, 06-12 pulse, 07-10 pulse, 08-07 pulse, 09-04 pulse, 10-02 pulse, 10-30 pulse, 11-27 pulse, 12-25 pulse';

describe('a year of a mentorship that began on 5 January', () => {
  it('asks where all is well, and says nothing else', () => {
    assert.deepEqual(toldIn('allWell'), { mara: asked, ada: `01-05 charter, ${asked}` });
  });

  it('notices that two drift apart from April on, less and less often, and asks both', () => {
    assert.deepEqual(toldIn('drifting'), {
      mara: '02-04 trial, 02-18 pulse, 03-06 trial, 03-20 pulse, 04-17 pulse, 04-27 rhythm, 05-15 pulse, 05-25 rhythm, 06-12 pulse, 07-10 pulse, 07-20 rhythm, 08-07 pulse, 09-04 pulse, 10-02 pulse, 10-30 pulse, 11-09 rhythm, 11-27 pulse, 12-25 pulse',
      ada: '01-05 charter, 02-04 trial, 02-18 pulse, 03-06 trial, 03-20 pulse, 04-17 pulse, 04-24 goal, 05-01 rhythm, 05-15 pulse, 05-22 goal, 05-29 rhythm, 06-12 pulse, 07-10 pulse, 07-17 goal, 07-24 rhythm, 08-07 pulse, 09-04 pulse, 10-02 pulse, 10-30 pulse, 11-06 goal, 11-13 rhythm, 11-27 pulse, 12-25 pulse',
    });
  });

  it('tells an overloaded mentor of their hours and promises, and the mentee nothing of it', () => {
    assert.deepEqual(toldIn('overloaded'), {
      mara: '02-04 trial, 02-18 pulse, 03-02 promises, 03-09 trial, 03-23 pulse, 03-30 promises, 04-06 load, 04-20 pulse, 05-04 load, 05-18 pulse, 05-25 promises, 06-15 pulse, 06-29 load, 07-13 pulse, 08-10 pulse, 09-07 pulse, 09-14 promises, 10-05 pulse, 11-02 pulse, 11-30 pulse, 12-28 pulse, 01-04 promises',
      ada: `01-05 charter, ${asked}`,
    });
  });

  it('tells a mentee who comes unprepared, until they put it off or have heard enough', () => {
    const { mara, ada } = toldIn('passive');
    // The charter is one she has not accepted; of promises she wants to hear no more from June on.
    assert.equal(
      ada,
      '01-05 charter, 01-26 goal, 02-02 charter, 02-09 trial, 02-16 promises, 02-23 preparation, 03-02 charter, 03-09 trial, 03-16 goal, 03-23 promises, 03-30 charter, 04-06 trial, 04-13 preparation, 04-20 pulse, 04-27 charter, 05-04 goal, 05-11 promises, 05-18 preparation, 05-25 charter, 06-01 pulse, 06-08 goal, 06-15 promises, 06-22 charter, 06-29 preparation, 07-06 pulse, 07-13 goal, 07-20 charter, 07-27 preparation, 08-03 pulse, 08-10 goal, 08-17 charter, 08-24 preparation, 08-31 pulse, 09-07 goal, 09-14 charter, 09-21 preparation, 09-28 pulse, 10-05 goal, 10-12 charter, 10-19 preparation, 10-26 pulse, 11-02 goal, 11-09 charter, 11-16 preparation, 11-23 pulse, 11-30 goal, 12-07 charter, 12-14 preparation, 12-21 pulse, 12-28 goal, 01-04 charter',
    );
    assert.equal(
      mara,
      '02-02 preparation, 02-09 trial, 03-02 preparation, 03-09 trial, 04-06 trial, 04-20 pulse, 04-27 preparation, 05-18 pulse, 07-13 pulse, 08-17 preparation, 11-02 pulse, 12-07 preparation',
    );
  });

  it('says that the other side never came, less and less often, and asks for nothing that takes two', () => {
    assert.equal(toldIn('neverJoined').mara, '01-12 alone, 02-09 alone, 04-06 alone');
  });

  it('is silent while it is paused, and goes on four weeks after the end of the pause', () => {
    const some = pulses('03-20 04-17 09-29 10-27 11-24 12-22').join(', ');
    const before = `02-04 trial, 02-18 pulse, 03-06 trial, ${some}`;
    assert.deepEqual(toldIn('paused'), { mara: before, ada: `01-05 charter, ${before}` });
  });

  it('asks both after the day of a pause whether it goes on, less and less often, and nothing else', () => {
    const { mara, ada } = toldIn('forgotten');
    assert.equal(
      mara,
      '02-04 trial, 02-18 pulse, 03-06 trial, 03-20 pulse, 04-17 pulse, 06-01 pause, 06-29 pause, 08-24 pause, 10-29 pulse, 11-26 pulse, 12-24 pulse',
    );
    assert.equal(ada, `01-05 charter, ${mara}`);
  });

  it('is silent once it is over', () => {
    const before = '02-04 trial, 02-18 pulse, 03-06 trial, 03-20 pulse';
    assert.deepEqual(toldIn('ended'), { mara: before, ada: `01-05 charter, ${before}` });
  });

  it('tells the same in other time zones, where days are 23 and 25 hours long', () => {
    const home = process.env.TZ;
    const here = toldIn('drifting');
    try {
      for (const zone of [
        'America/St_Johns',
        'Pacific/Chatham',
        'Australia/Lord_Howe',
        'Pacific/Apia',
        'UTC',
      ]) {
        process.env.TZ = zone;
        assert.deepEqual(toldIn('drifting'), here, zone);
      }
    } finally {
      if (home === undefined) delete process.env.TZ;
      else process.env.TZ = home;
    }
  });

  it('tells a third person, and whoever is not named, nothing', () => {
    const { world } = year(characters.drifting, 200);
    assert.deepEqual(world.signs('lena'), []);
    assert.notDeepEqual(world.signs('ada'), []);
    world.mentorship = { ...world.mentorship, isCommon: true };
    assert.deepEqual(world.signs('ada'), [], 'the common space of a group');
  });
});

describe('clocks that jump', () => {
  /** A stretch of the year in which the clock of the mentor's machine is wrong by so many days. */
  const jumping = (from: number, days: number, wrong: number): string[] => {
    const world = new World();
    world.written.add('mara').add('ada');
    characters.drifting.begin!(world);
    const told: string[] = [];
    for (let n = 0; n < 250; n++) {
      world.now = new Date(2026, 0, 5 + n, 9);
      characters.drifting.day!(world, n);
      const isWrong = n >= from && n < from + days;
      const shown = isWrong ? new Date(2026, 0, 5 + n + wrong, 9) : world.now;
      const nudge = world.see('mara', shown);
      if (nudge?.isNew) told.push(`${world.today.slice(5)}${isWrong ? '!' : ''} ${nudge.sign.kind}`);
    }
    return told;
  };

  it('goes on after a day that the clock believed to be a year later', () => {
    assert.deepEqual(jumping(100, 1, 365), [
      ...['02-04 trial', '03-04 trial', '03-11 trial', '04-08 trial', '04-15! rhythm', '04-20 pulse'],
      ...['04-27 rhythm', '05-18 pulse', '06-22 rhythm', '07-13 pulse'],
    ]);
  });

  it('says nothing twice after the clock was put back for a week', () => {
    const told = jumping(120, 7, -30);
    assert.deepEqual(new Set(told).size, told.length);
    assert.ok(told.at(-1)! > '07');
  });

  it('never shows two within a week of the clock, whichever way it jumps', () => {
    for (const [from, days, wrong] of [
      [50, 30, 400],
      [90, 3, -90],
      [110, 20, 20],
      [60, 100, -3],
    ] as const) {
      const world = new World();
      jumpAll(world, from, days, wrong);
      assertQuiet(world);
    }
  });

  function jumpAll(world: World, from: number, days: number, wrong: number): void {
    world.written.add('mara').add('ada');
    characters.passive.begin!(world);
    for (let n = 0; n < 250; n++) {
      world.now = new Date(2026, 0, 5 + n, 9);
      characters.passive.day!(world, n);
      for (const who of ['mara', 'ada'])
        world.see(who, n >= from && n < from + days ? new Date(2026, 0, 5 + n + wrong, 9) : world.now);
    }
  }
});

/** What the journal holds: no two shown within seven days, nothing again within four weeks. */
function assertQuiet(world: World): void {
  for (const [who, answers] of Object.entries(world.answers)) {
    const shown = answers
      .filter(({ answer }) => answer === 'shown')
      .map((one) => ({ ...one, at: Date.parse(one.answeredAt) }))
      .sort((a, b) => a.at - b.at);
    for (const [i, one] of shown.entries()) {
      const before = shown[i - 1];
      if (before) assert.ok(one.at - before.at >= 7 * 86_400_000, `${who}: ${one.answeredAt} ${one.kind}`);
      const same = shown.slice(0, i).findLast(({ kind, about }) => kind === one.kind && about === one.about);
      if (same)
        assert.ok(one.at - same.at >= 28 * 86_400_000, `${who}: ${one.kind} again on ${one.answeredAt}`);
    }
  }
}

describe('random years', () => {
  it('hold: one at most in any seven days, the same at most once in four weeks, none while it rests but the end of a pause', () => {
    const acts = [
      'meet',
      'meetPrepared',
      'promise',
      'promise',
      'keep',
      'charter',
      'pause',
      'resume',
      'load',
      'goal',
      'leave',
      'jump',
    ] as const;
    const step = fc.record({
      days: fc.integer({ min: 0, max: 12 }),
      hours: fc.integer({ min: 0, max: 23 }),
      act: fc.constantFrom(...acts),
      jump: fc.integer({ min: -60, max: 60 }),
      answer: fc.constantFrom('taken', 'later', 'never', null, null, null),
      who: fc.constantFrom('mara', 'ada'),
    });
    let seen = 0;
    const kinds = new Set<string>();
    fc.assert(
      fc.property(fc.array(step, { minLength: 30, maxLength: 120 }), (steps) => {
        const world = new World();
        characters.allWell.begin!(world);
        world.written.add('mara').add('ada');
        for (const { days, hours, act, jump, answer, who } of steps) {
          world.now = new Date(world.now.getTime() + days * 86_400_000 + hours * 3_600_000);
          if (act === 'jump') world.now = new Date(world.now.getTime() + jump * 86_400_000);
          if (act === 'meet' || act === 'meetPrepared') world.meet(act === 'meet' ? 'Words' : prepared);
          if (act === 'promise') world.promise(who, world.today);
          if (act === 'keep') for (const one of world.actions) one.doneAt ??= world.iso;
          if (act === 'charter') world.charter(who);
          if (act === 'pause') world.status('paused', jump > 0 ? daysAfter(world.today, days) : null);
          if (act === 'resume') world.status('active');
          if (act === 'goal') world.goal('Another one');
          if (act === 'leave') world.written.delete('ada');
          if (act === 'load')
            world.load = { ...{ month: '2026-02', hours: 9, budget: 4, isOver: true, unknownSessions: 0 } };
          const nudge = world.see(who);
          if (nudge) {
            seen++;
            kinds.add(nudge.sign.kind);
            assert.equal(world.mentorship.status, nudge.sign.kind === 'pause' ? 'paused' : 'active');
            if (answer) world.answer(who, nudge.sign, answer);
          }
        }
        assertQuiet(world);
      }),
      { numRuns: 60 },
    );
    assert.ok(seen > 300, `${seen} nudges`);
    assert.deepEqual([...kinds].sort(), [...signKinds].sort(), 'every kind came up');
  });
});

describe('what somebody answers', () => {
  const world = () => {
    const one = year(characters.allWell, 20).world;
    one.charter('mara');
    one.now = new Date(2026, 1, 1, 9);
    return one;
  };

  it('stays for the week as long as it is true and nobody answered', () => {
    const w = world();
    const first = w.see('ada');
    assert.deepEqual([first?.sign.kind, first?.isNew], ['charter', true]);
    w.now = new Date(2026, 1, 7, 9);
    assert.deepEqual([w.see('ada')?.sign.kind, w.see('ada')?.isNew], ['charter', false]);
    w.charters.at(-1)!.acceptedBy.push('ada');
    assert.equal(w.see('ada'), null, 'accepted: nothing else in that week, though the check is due');
    assert.ok(w.signs('ada').some(({ kind }) => kind === 'trial'));
    w.now = new Date(2026, 1, 8, 10);
    assert.equal(w.see('ada')?.sign.kind, 'trial');
  });

  it('later waits four weeks, never silences, another word ends that', () => {
    const sign = world()
      .signs('ada')
      .find(({ kind }) => kind === 'charter')!;
    const at = (days: number) => new Date(2026, 1, 1 + days, 9);
    const said = (answer: 'later' | 'never' | 'shown', days: number) => ({
      ...{ kind: 'charter', about: sign.about, answer, answeredAt: at(days).toISOString() },
    });
    const first = [said('shown', 0), said('later', 2)];
    assert.equal(nudgeOf([sign], first, at(29)), null);
    assert.equal(nudgeOf([sign], first, at(31))?.isNew, true);
    const silenced = [said('shown', 0), said('never', 1)];
    assert.equal(nudgeOf([sign], silenced, at(500)), null);
    assert.equal(nudgeOf([sign], [...silenced, said('later', 500)], at(529))?.isNew, true);
    // Another version is another question, and waits for the week only.
    assert.equal(nudgeOf([{ ...sign, about: 'another' }], first, at(8))?.isNew, true);
  });

  it('survives answers that nobody can read', () => {
    const [sign] = world().signs('ada');
    const odd = { kind: 'charter', about: null, answer: 'shown' as const, answeredAt: 'yesterday' };
    assert.equal(nudgeOf([sign!], [odd], new Date(2026, 1, 1))?.isNew, true);
    assert.equal(nudgeOf([], [odd], new Date(2026, 1, 1)), null);
  });
});
