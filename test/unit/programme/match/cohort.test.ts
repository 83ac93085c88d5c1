import assert from 'node:assert/strict';
import fc from 'fast-check';
import { matchCohort } from '../../../../src/programme/match/cohort.ts';
import { Comparison, mostPoints } from '../../../../src/programme/match/compare.ts';
import { findFor } from '../../../../src/programme/match/find.ts';
import type { Cohort } from '../../../../src/programme/match/types.ts';
import { unknownPerson } from '../../../../src/programme/roster/fields.ts';
import { type Person, sameLogin } from '../../../../src/programme/roster/types.ts';

const now = new Date('2026-11-22T12:00:00Z');
const person = (login: string, rest: Partial<Person> = {}): Person => ({
  ...unknownPerson(login, `people/${login}.json`),
  ...rest,
});
const mentor = (login: string, offers: string[], rest: Partial<Person> = {}) =>
  person(login, { mentors: true, capacity: 1, offers, ...rest });
const mentee = (login: string, wants: string[], rest: Partial<Person> = {}) =>
  person(login, { isMentored: true, wants, ...rest });
const office = { from: '09:00', to: '17:00', days: [1, 2, 3, 4, 5] };
const pairsOf = (cohort: Cohort) =>
  matchCohort(cohort).pairs.map(({ mentee, mentor }) => `${mentee.login}-${mentor.login}`);
const match = (people: Person[], rest: Partial<Cohort> = {}) => ({ people, now, ...rest });

const skills = ['SQL', 'Rust', 'code review', 'testing', 'public speaking', 'Postgres SQL'];
const somebody = (login: string) =>
  fc
    .record({
      mentors: fc.boolean(),
      isMentored: fc.boolean(),
      offersReverse: fc.boolean(),
      capacity: fc.nat(2),
      offers: fc.subarray(skills, { maxLength: 3 }),
      wants: fc.subarray(skills, { maxLength: 3 }),
      languages: fc.constantFrom<string[][]>([], ['en'], ['de'], ['en', 'de']),
      styles: fc.constantFrom<string[][]>([], ['pairing'], ['reading']),
      team: fc.constantFrom(null, 'core', 'web'),
      timeZone: fc.constantFrom(null, 'Europe/Berlin', 'Asia/Kathmandu', 'Pacific/Auckland'),
      hours: fc.constantFrom(null, office),
      stage: fc.constantFrom(null, 'junior' as const, 'senior' as const),
      otherLogins: fc.constantFrom<string[][]>([], [`${login}-work`]),
    })
    .map((rest) => person(login, rest));
const logins = ['ada', 'bo', 'cy', 'dee', 'eve', 'fay'];
const pairOfLogins = fc.tuple(
  fc.constantFrom(...logins, 'bo-work'),
  fc.constantFrom(...logins, 'ADA', 'gone'),
);
const touches = fc.array(
  fc.record({
    login: fc.constantFrom(...logins),
    area: fc.constantFrom('src/a', 'src/b'),
    times: fc.integer({ min: 1, max: 9 }),
  }),
  { maxLength: 6 },
);
const cohorts = fc
  .record({
    people: fc.tuple(...logins.map(somebody)),
    noGo: fc.array(pairOfLogins, { maxLength: 4 }),
    running: fc.array(pairOfLogins, { maxLength: 3 }),
    touches,
  })
  .map((cohort) => ({ ...cohort, now }));

const isOf = ({ login, otherLogins }: Person, other: string) =>
  [login, ...otherLogins].some((one) => sameLogin(one, other));

describe('a matched cohort', () => {
  it('breaks no promise, whoever takes part', () => {
    fc.assert(
      fc.property(cohorts, (cohort) => {
        const { pairs, unmatched, open } = matchCohort(cohort);
        for (const { mentee, mentor } of pairs) {
          assert.notEqual(mentee, mentor, 'nobody with themselves');
          assert.ok(mentee.isMentored && (mentor.mentors || mentor.offersReverse) && mentor.capacity > 0);
          for (const [a, b] of cohort.noGo)
            assert.ok(
              !(isOf(mentee, a) && isOf(mentor, b)) && !(isOf(mentee, b) && isOf(mentor, a)),
              'no-go',
            );
          for (const [a, b] of cohort.running)
            assert.ok(!(isOf(mentor, a) && isOf(mentee, b)), 'runs already');
        }
        for (const one of cohort.people) {
          const given = pairs.filter(({ mentor }) => mentor === one).length;
          assert.ok(given <= one.capacity, 'capacity');
          const left = open.find(({ mentor }) => mentor === one)?.places ?? 0;
          if (one.mentors || one.offersReverse) assert.equal(left, one.capacity - given, 'places left');
        }
        const asMentee = [...pairs.map(({ mentee }) => mentee), ...unmatched.map(({ mentee }) => mentee)];
        assert.deepEqual(
          asMentee.map(({ login }) => login).sort(),
          cohort.people.filter(({ isMentored }) => isMentored).map(({ login }) => login),
        );
        for (const { advice } of unmatched) assert.ok(advice.length > 0);
      }),
      { numRuns: 500 },
    );
  });

  it('is the best of all ways, tried one by one', () => {
    fc.assert(
      fc.property(cohorts, (cohort) => {
        const compared = new Comparison(cohort);
        const mentees = compared.people.filter(({ isMentored }) => isMentored);
        const left = new Map(compared.people.map((one) => [one, compared.places(one)]));
        let best = 0;
        const go = (at: number, value: number) => {
          if (at === mentees.length) best = Math.max(best, value);
          else {
            go(at + 1, value);
            for (const [mentor, free] of left) {
              if (free === 0 || compared.barrier(mentees[at]!, mentor) !== null) continue;
              left.set(mentor, free - 1);
              go(at + 1, value + 1e6 + compared.points(mentees[at]!, mentor));
              left.set(mentor, free);
            }
          }
        };
        go(0, 0);
        const { pairs } = matchCohort(cohort);
        const value = pairs.reduce((sum, one) => sum + 1e6 + compared.points(one.mentee, one.mentor), 0);
        assert.equal(value, best);
      }),
      { numRuns: 200 },
    );
  });

  it('is the same whatever the order of people, pairs and what they worked on', () => {
    fc.assert(
      fc.property(cohorts, fc.nat(), (cohort, turn) => {
        const turned = <T>(list: readonly T[]) => {
          const at = list.length === 0 ? 0 : turn % list.length;
          return [...list.slice(at), ...list.slice(0, at)].reverse();
        };
        const other: Cohort = {
          now,
          people: turned(cohort.people),
          noGo: turned(cohort.noGo).map(([a, b]) => [b, a] as const),
          running: turned(cohort.running),
          touches: turned(cohort.touches),
        };
        assert.deepEqual(matchCohort(other), matchCohort(cohort));
      }),
      { numRuns: 300 },
    );
  });

  it('does not ask how senior anybody is', () => {
    fc.assert(
      fc.property(cohorts, (cohort) => {
        const flat = cohort.people.map((one) => ({ ...one, stage: null }));
        const names = ({ people, ...rest }: Cohort) => pairsOf({ people, ...rest });
        assert.deepEqual(names({ ...cohort, people: flat }), names(cohort));
      }),
      { numRuns: 100 },
    );
  });

  it('scores by what it says, at most what all together can be', () => {
    fc.assert(
      fc.property(cohorts, (cohort) => {
        const compared = new Comparison(cohort);
        for (const one of compared.people)
          for (const other of compared.people) {
            const points = compared.points(one, other);
            assert.ok(points >= 0 && points <= mostPoints);
            if (compared.barrier(one, other) !== null) continue;
            const { facts } = compared.pair(one, other);
            assert.ok(
              facts.asked.length + facts.goals.length + (facts.code?.areas.length ?? 0) > 0,
              'a reason',
            );
            assert.equal(facts.asked.length + facts.missing.length, one.wants.length);
          }
      }),
      { numRuns: 100 },
    );
  });

  it('says truly that one more place would do', () => {
    fc.assert(
      fc.property(cohorts, (cohort) => {
        const { pairs, unmatched } = matchCohort(cohort);
        for (const { advice } of unmatched)
          for (const one of advice)
            if (one.kind === 'one-more-place')
              for (const { login } of one.mentors) {
                const people = cohort.people.map((other) =>
                  other.login === login ? { ...other, capacity: other.capacity + 1 } : other,
                );
                assert.equal(matchCohort({ ...cohort, people }).pairs.length, pairs.length + 1);
              }
      }),
      { numRuns: 300 },
    );
  });
});

describe('what makes a pair', () => {
  it('is what is wanted and offered, however it is written', () => {
    assert.deepEqual(pairsOf(match([mentor('ada', ['Code Reviews']), mentee('bo', ['reviewing code'])])), [
      'bo-ada',
    ]);
    assert.deepEqual(pairsOf(match([mentor('ada', ['Rust']), mentee('bo', ['rusting'])])).length, 1);
    assert.deepEqual(pairsOf(match([mentor('ada', ['C++']), mentee('bo', ['C#'])])), []);
    assert.deepEqual(pairsOf(match([mentor('ada', ['Go']), mentee('bo', ['Rust'])])), []);
    const two = [mentor('ada', ['SQL']), mentor('cy', ['Postgres SQL tuning']), mentee('bo', ['SQL'])];
    assert.deepEqual(pairsOf(match(two)), ['bo-ada'], 'the same before a part');
  });

  it('is kept from by no-go, by both logins, either way round, whatever the case', () => {
    const people = [mentor('ada', ['SQL'], { otherLogins: ['ada-work'] }), mentee('bo', ['SQL'])];
    for (const pair of [
      ['ada', 'bo'],
      ['bo', 'ADA'],
      ['ada-work', 'BO'],
    ] as const)
      assert.deepEqual(pairsOf(match(people, { noGo: [pair] })), [], pair.join());
    const found = matchCohort(match(people, { noGo: [['adda', 'bo']] }));
    assert.deepEqual(found.unknownLogins, ['adda'], 'a mistake is said');
    const [only] = matchCohort(match(people, { noGo: [['ada', 'bo']] })).unmatched;
    assert.deepEqual(only!.advice, [{ kind: 'kept-apart' }]);
  });

  it('is no pair that runs already', () => {
    const people = [mentor('ada', ['SQL'], { capacity: 2 }), mentee('bo', ['SQL']), mentee('cy', ['SQL'])];
    assert.deepEqual(pairsOf(match(people, { running: [['Ada', 'BO']] })), ['cy-ada']);
    assert.deepEqual(
      pairsOf(
        match(people, {
          running: [
            ['left', 'bo'],
            ['ada', 'left'],
          ],
        }),
      ).length,
      2,
    );
  });

  it('is code that both know', () => {
    const people = [mentor('ada', ['SQL']), mentor('cy', ['SQL']), mentee('bo', ['SQL'])];
    const touches = [
      { login: 'bo', area: 'src/a', times: 4 },
      { login: 'cy', area: 'src/a', times: 7 },
      { login: 'ada', area: 'src/b', times: 90 },
    ];
    const [pair] = matchCohort(match(people, { touches })).pairs;
    assert.equal(pair!.mentor.login, 'cy');
    assert.deepEqual(pair!.facts.code, { areas: ['src/a'], times: 7 });
  });

  it('is time, now and when the clocks have changed', () => {
    const zone = (timeZone: string) => ({ timeZone, hours: office });
    const people = [
      mentor('ada', ['SQL'], zone('Europe/Berlin')),
      mentor('cy', ['SQL'], zone('America/Los_Angeles')),
      mentee('bo', ['SQL'], zone('Europe/London')),
    ];
    const [pair] = matchCohort(match(people)).pairs;
    assert.equal(pair!.mentor.login, 'ada');
    assert.deepEqual(pair!.facts.minutes, { now: 2100, later: 2100 });
    const far = matchCohort(match(people.slice(1)));
    assert.deepEqual(
      far.unmatched.map(({ advice }) =>
        advice.map((one) => [one.kind, 'mentors' in one ? one.mentors[0]!.login : '']),
      ),
      [[['other-hours', 'cy']]],
    );
  });

  it('leaves advice that fits', () => {
    const adviceOf = (...people: Person[]) =>
      matchCohort(match(people)).unmatched.flatMap(({ advice }) => advice.map(({ kind }) => kind));
    assert.deepEqual(adviceOf(mentee('bo', [])), ['says-nothing']);
    assert.deepEqual(adviceOf(mentee('bo', ['Rust']), mentor('ada', ['SQL'])), ['nobody-offers']);
    assert.deepEqual(adviceOf(mentee('bo', ['SQL']), mentor('ada', ['SQL'], { capacity: 0 })), ['not-now']);
    assert.deepEqual(adviceOf(mentee('bo', ['SQL']), mentee('cy', ['SQL']), mentor('ada', ['SQL'])), [
      'one-more-place',
    ]);
    const german = mentor('ada', ['SQL'], { languages: ['de-AT'] });
    assert.deepEqual(adviceOf(mentee('bo', ['SQL'], { languages: ['EN'] }), german), ['other-language']);
    assert.deepEqual(adviceOf(mentee('bo', ['SQL'], { languages: ['de'] }), german), []);
    assert.deepEqual(adviceOf(mentee('bo', ['SQL']), person('ada', { offers: ['SQL'] })), ['nobody-fits']);
  });

  it('goes the other way round where somebody offers that', () => {
    const senior = mentee('bo', ['SQL'], { offers: ['leading'], stage: 'senior' });
    const junior = person('ada', {
      offersReverse: true,
      capacity: 1,
      offers: ['SQL'],
      wants: ['leading'],
      stage: 'junior',
    });
    const [pair] = matchCohort(match([senior, junior])).pairs;
    assert.deepEqual([pair!.mentor.login, pair!.kind], ['ada', 'reverse']);
    assert.deepEqual(pair!.facts.back, [{ want: 'leading', offer: 'leading' }]);
  });
});

describe('proposals for one person', () => {
  const people = [
    mentor('ada', ['SQL', 'testing'], { team: 'web' }),
    mentor('cy', ['SQL']),
    mentor('dee', ['SQL'], { capacity: 0 }),
    mentee('eve', ['Rust']),
    mentee('bo', ['SQL', 'tests'], { offers: ['Rust'], otherLogins: ['bo-work'] }),
  ];
  const bo = people[4]!;
  const names = (person: Person, rest: Partial<Cohort> = {}, most = 9) => {
    const { mentors, mentees, full } = findFor(person, match(people, rest), most);
    return [mentors.map(({ mentor }) => mentor.login), mentees.map(({ mentee }) => mentee.login), full];
  };

  it('begin with what fits best, offer the way round, and say who is full', () => {
    assert.deepEqual(names(bo), [['ada', 'cy'], ['eve'], 1]);
    assert.deepEqual(names(bo, {}, 1), [['ada'], ['eve'], 1]);
  });

  it('know a person by each login, and leave out whom they have', () => {
    assert.deepEqual(names({ ...bo, login: 'bo-work', otherLogins: [] })[0], ['ada', 'cy']);
    assert.deepEqual(names(bo, { running: [['ada', 'BO-work']] })[0], ['cy']);
    assert.deepEqual(names(bo, { running: [['bo', 'eve']] })[1], []);
  });

  it('are there for whoever is not in the roster', () => {
    assert.deepEqual(names(person('zoe', { wants: ['testing'] })), [['ada'], [], 0]);
    const goals = new Map([['zoe', ['I want to write SQL that others can read']]]);
    const { mentors } = findFor(person('zoe'), match(people, { goals }), 9);
    assert.deepEqual(
      mentors.map(({ mentor, facts }) => [mentor.login, facts.goals]),
      [
        ['ada', ['SQL']],
        ['cy', ['SQL']],
      ],
    );
  });
});
