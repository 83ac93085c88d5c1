import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPeople, readPerson } from '../../../../src/programme/roster/people.ts';
import { problemKinds } from '../../../../src/programme/roster/types.ts';

const said = (json: object) => JSON.stringify({ version: 1, ...json });
const file = (login: string, json: object = {}, name = login) => ({
  file: `people/${name}.json`,
  text: said({ login, ...json }),
});
const problemsOf = (...files: { file: string; text: string }[]) =>
  readPeople(files).problems.map(({ file, kind, detail }) => `${file}: ${kind}${detail ? ` ${detail}` : ''}`);
const logins = (...files: { file: string; text: string }[]) =>
  readPeople(files).people.map(({ login }) => login);

const ada = {
  name: 'Ada',
  team: 'core',
  mentors: true,
  isMentored: true,
  offersReverse: true,
  offers: ['code review', 'SQL'],
  wants: ['public speaking'],
  timeZone: 'Asia/Kathmandu',
  hours: { from: '9:00', to: '17:30', days: [5, 1, 2, 3, 4, 4] },
  capacity: 2,
  hoursPerMonth: 4.5,
  styles: ['pairing'],
  languages: ['en', 'ne'],
  stage: 'senior',
};

describe("a person's file", () => {
  it('is read as it is written', () => {
    const { person, problems } = readPerson(
      'people/ada.json',
      said({ login: 'ada', ...ada, pronouns: 'she' }),
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(person, {
      ...ada,
      login: 'ada',
      otherLogins: [],
      hours: { ...ada.hours, days: [1, 2, 3, 4, 5] },
      files: ['people/ada.json'],
    });
  });

  it('loses nothing but the field that cannot be read', () => {
    const wrong: Record<string, unknown> = {
      name: 7,
      mentors: 'yes',
      offers: 'SQL',
      wants: ['x'.repeat(101)],
      timeZone: 'Mars/Olympus',
      hours: { from: '09:00', to: '09:00', days: [1] },
      capacity: -1,
      hoursPerMonth: Number.MAX_VALUE,
      styles: [1],
      languages: { en: true },
      stage: 'principal',
      otherLogins: ['../../etc/passwd'],
      isMentored: 1,
      offersReverse: 'no',
      team: ['core'],
    };
    for (const [name, value] of Object.entries(wrong)) {
      const { person, problems } = readPerson(
        'people/ada.json',
        said({ login: 'ada', ...ada, [name]: value }),
      );
      assert.deepEqual(problems, [{ file: 'people/ada.json', kind: 'bad-field', detail: name }]);
      const rest = Object.keys(ada).filter((key) => key !== name && key !== 'hours') as (keyof typeof ada)[];
      for (const key of rest) assert.deepEqual(person?.[key], ada[key], `${key} beside a wrong ${name}`);
    }
    const nobody = readPerson('people/ada.json', said({ login: 'ada', mentors: 'yes', capacity: '9' }))
      .person!;
    assert.deepEqual([nobody.mentors, nobody.capacity], [false, 0], 'nobody mentors by a mistake');
  });

  it('takes times and zones as people write them, and no others', () => {
    const read = (json: object) =>
      readPerson('people/ada.json', said({ login: 'ada', ...json })).problems.length;
    for (const timeZone of [
      'UTC',
      'UTC+05:45',
      'UTC-9',
      'GMT+0530',
      'Europe/Berlin',
      'America/Argentina/Salta',
    ])
      assert.equal(read({ timeZone }), 0, timeZone);
    for (const timeZone of [
      '',
      'UTC+15',
      'UTC+05:99',
      'Berlin',
      '__proto__',
      'constructor',
      '/etc/passwd',
      'x'.repeat(9000),
    ])
      assert.equal(read({ timeZone }), 1, timeZone);
    const hours = (from: string, to: string, days: unknown = [1]) => read({ hours: { from, to, days } });
    assert.deepEqual([hours('22:00', '06:00'), hours('00:00', '24:00'), hours('0:00', '9:30')], [0, 0, 0]);
    assert.deepEqual([hours('25:00', '06:00'), hours('09:60', '10:00'), hours('24:01', '03:00')], [1, 1, 1]);
    assert.deepEqual([hours('00:00', '00:00'), hours('9', '17'), hours('09:00', '17:00', [])], [1, 1, 1]);
    assert.deepEqual([hours('09:00', '17:00', [7]), hours('09:00', '17:00', '12345')], [1, 1]);
  });

  it('is nobody where it says nobody', () => {
    const kindOf = (text: string) => readPerson('people/ada.json', text).problems.map(({ kind }) => kind);
    assert.deepEqual(kindOf('{'), ['not-json']);
    assert.deepEqual(kindOf(''), ['not-json']);
    assert.deepEqual(kindOf('[]'), ['not-a-record']);
    assert.deepEqual(kindOf('null'), ['not-a-record']);
    assert.deepEqual(kindOf('{"login":"ada"}'), ['not-a-record']);
    assert.deepEqual(kindOf('{"version":1}'), ['no-login']);
    for (const login of ['', '..', 'a/b', 'a\\b', '-ada', 'ada lovelace', 'x'.repeat(101), '<b>', 7])
      assert.deepEqual(kindOf(said({ login })), ['no-login'], String(login));
    assert.deepEqual(kindOf('['.repeat(200_000)), ['not-json']);
  });

  it('may come from a newer Cairn', () => {
    const read = readPerson('people/ada.json', JSON.stringify({ version: 9, login: 'ada', moods: [] }));
    assert.equal(read.person?.login, 'ada');
    assert.deepEqual(
      read.problems.map(({ kind }) => kind),
      ['newer-version'],
    );
  });

  it('cannot reach a prototype', () => {
    const text =
      '{"version":1,"login":"ada","__proto__":{"mentors":true,"capacity":50},"constructor":{"x":1}}';
    const { person } = readPerson('people/ada.json', text);
    assert.deepEqual([person!.mentors, person!.capacity], [false, 0]);
    assert.equal(Object.getPrototypeOf(person), Object.prototype);
    assert.equal(({} as Record<string, unknown>).mentors, undefined);
    const nested =
      '{"version":1,"login":"ada","hours":{"__proto__":{"from":"09:00","to":"10:00","days":[1]}}}';
    assert.equal(readPerson('people/ada.json', nested).person!.hours, null);
  });

  it('keeps Markdown, HTML and paths as words of one line without anything hidden', () => {
    const { person } = readPerson(
      'people/ada.json',
      said({
        login: 'ada',
        name: '<img src=x>\n# [a](command:x)\u202e\u0000b',
        offers: ['../../x', ' a\u200bb ', '\u0007'],
      }),
    );
    assert.equal(person!.name, '<img src=x> # [a](command:x) b');
    assert.deepEqual(person!.offers, ['../../x', 'a b']);
  });

  it('says who mentors without an offer, and who looks without a wish', () => {
    assert.deepEqual(problemsOf(file('ada', { mentors: true, capacity: 1 })), [
      'people/ada.json: says-little offers',
    ]);
    assert.deepEqual(problemsOf(file('ada', { isMentored: true })), ['people/ada.json: says-little wants']);
    assert.deepEqual(problemsOf(file('ada', { mentors: true, offers: 3 })), [
      'people/ada.json: bad-field offers',
    ]);
  });
});

describe('the people of a programme', () => {
  it('count once where a login is doubled: the file that is named so', () => {
    const [right, wrong] = [file('ada', { team: 'core' }), file('Ada', { team: 'evil' }, 'aaa')];
    for (const files of [
      [right, wrong],
      [wrong, right],
    ]) {
      assert.deepEqual(
        readPeople(files).people.map(({ team }) => team),
        ['core'],
      );
      assert.deepEqual(problemsOf(...files), [
        'people/aaa.json: other-name Ada',
        'people/aaa.json: doubled people/ada.json',
      ]);
    }
    assert.deepEqual(logins(file('ada', {}, 'c'), file('ada', {}, 'b')), ['ada']);
  });

  it('are one where two logins name each other', () => {
    const work = file('ada-work', {
      otherLogins: ['Ada'],
      wants: ['Rust'],
      mentors: true,
      capacity: 3,
      offers: ['SQL'],
    });
    const home = file('ada', {
      otherLogins: ['ada-work', 'ada'],
      offers: ['Go'],
      mentors: true,
      capacity: 1,
      team: 'x',
    });
    const { people, problems } = readPeople([work, home]);
    assert.equal(people.length, 1);
    assert.deepEqual(people[0]!.otherLogins, ['ada-work']);
    assert.deepEqual([people[0]!.offers, people[0]!.wants, people[0]!.team], [['Go', 'SQL'], ['Rust'], 'x']);
    assert.equal(people[0]!.capacity, 1, 'the smaller of two');
    assert.deepEqual(
      problems.map(({ file, kind, detail }) => [file, kind, detail]),
      [['people/ada-work.json', 'contradictory', 'people/ada.json: capacity']],
    );
  });

  it('are never taken over by who merely claims them', () => {
    const mallory = file('mallory', {
      otherLogins: ['ada'],
      offers: ['everything'],
      mentors: true,
      capacity: 50,
    });
    const { people } = readPeople([mallory, file('ada', { offers: ['Go'], mentors: true, capacity: 1 })]);
    assert.deepEqual(
      people.map(({ login, otherLogins, offers }) => [login, otherLogins, offers]),
      [
        ['ada', [], ['Go']],
        ['mallory', [], ['everything']],
      ],
    );
    assert.deepEqual(problemsOf(mallory, file('ada')), ['people/mallory.json: unconfirmed ada']);
  });

  it('share no login that has no file', () => {
    const files = [file('ada', { otherLogins: ['x'] }), file('bo', { otherLogins: ['X', 'bo2'] })];
    assert.deepEqual(
      readPeople(files).people.map(({ otherLogins }) => otherLogins),
      [[], ['bo2']],
    );
    assert.deepEqual(problemsOf(...files), [
      'people/ada.json: claimed-twice x',
      'people/bo.json: claimed-twice x',
    ]);
  });

  it('are the same whatever the order of the files, and whatever stands in them', () => {
    const login = fc.constantFrom('ada', 'Ada', 'bo', 'cy', 'dee');
    const value = fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' }), fc.constant('SQL'));
    const record = fc.record(
      {
        version: fc.constantFrom(1, 1, 1, 2, 'x'),
        login,
        otherLogins: fc.oneof(fc.array(login, { maxLength: 3 }), value),
        capacity: fc.oneof(fc.nat(60), value),
        offers: fc.oneof(fc.array(fc.string(), { maxLength: 3 }), value),
        mentors: fc.oneof(fc.boolean(), value),
        timeZone: fc.oneof(fc.constantFrom('UTC', 'Asia/Kathmandu'), value),
        hours: value,
        name: value,
      },
      { requiredKeys: ['version', 'login'] },
    );
    const text = fc.oneof({ weight: 8, arbitrary: record.map((json) => JSON.stringify(json)) }, fc.string());
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-e]{1,3}$/), text), { selector: ([name]) => name }),
        fc.nat(),
        (named, turn) => {
          const files = named.map(([name, text]) => ({ file: `people/${name}.json`, text }));
          const at = files.length === 0 ? 0 : turn % files.length;
          const turned = [...files.slice(at), ...files.slice(0, at)].reverse();
          assert.deepEqual(readPeople(turned), readPeople(files));
          const { people, problems } = readPeople(files);
          const all = people
            .flatMap(({ login, otherLogins }) => [login, ...otherLogins])
            .map((one) => one.toLowerCase());
          assert.equal(new Set(all).size, all.length, 'no login belongs to two people');
          for (const { capacity } of people)
            assert.ok(Number.isInteger(capacity) && capacity >= 0 && capacity <= 50);
          for (const { kind } of problems) assert.ok(problemKinds.includes(kind));
          // Whoever was not read has a problem.
          const read = new Set(people.flatMap(({ files }) => files));
          for (const { file } of files)
            assert.ok(read.has(file) || problems.some((one) => one.file === file), file);
        },
      ),
      { numRuns: 300 },
    );
  });
});
