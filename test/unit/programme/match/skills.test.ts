import assert from 'node:assert/strict';
import { Offers, partly, termsOf, wholly } from '../../../../src/programme/match/skills.ts';
import { areaOf, CodeWork, touchesOf } from '../../../../src/programme/match/work.ts';
import { unknownPerson } from '../../../../src/programme/roster/fields.ts';

describe('the words of a skill', () => {
  it('are the same however it is written', () => {
    const same = [
      ['Code Reviews', 'reviewing code', 'code-review'],
      ['debugging', 'debug'],
      ['C++', 'c++'],
      ['queries', 'query'],
      ['How to test', 'testing', 'the tests'],
    ];
    for (const [first, ...others] of same)
      for (const other of others) assert.deepEqual(termsOf(other), termsOf(first!), other);
    for (const [one, other] of [
      ['C', 'C++'],
      ['class', 'clas'],
      ['Go', 'God'],
      ['Übersicht', 'Ubersicht'],
    ])
      assert.notDeepEqual(termsOf(one!), termsOf(other!));
    assert.deepEqual(termsOf('<img src=x> ../../'), ['img', 'src', 'x']);
    assert.deepEqual(termsOf('  !!  '), []);
  });

  it('answer a want wholly, in part, or not', () => {
    const offers = new Offers([['SQL'], ['Postgres SQL'], ['Rust', 'sql tuning'], ['!!']]);
    const degrees = (want: string) =>
      [...offers.answering(want)].map(([at, { degree }]) => [at, degree]).sort();
    assert.deepEqual(degrees('sql'), [
      [0, wholly],
      [1, partly],
      [2, partly],
    ]);
    assert.deepEqual(degrees('Postgres tuning'), []);
    assert.deepEqual(degrees('Postgres SQL tuning'), [
      [0, partly],
      [1, partly],
      [2, partly],
    ]);
    assert.deepEqual(degrees('!!'), []);
    assert.deepEqual([...offers.named('I want to write Rust that others read')], [[2, 'Rust']]);
  });
});

describe('who worked on what', () => {
  const person = (login: string, rest = {}) => ({ ...unknownPerson(login, ''), ...rest });
  const people = [
    person('ada', { name: 'Ada Wren', otherLogins: ['ada-work'] }),
    person('bo', { name: 'Bo' }),
    person('cy', { name: 'Sam Hill' }),
    person('dee', { name: 'Sam Hill' }),
  ];

  it('is told from what is sure only', () => {
    const paths = ['src/ui/a.ts', 'src/ui/b/c.ts', 'README.md'];
    const traces = [
      { login: 'ADA-work', paths },
      { email: '123+ada@users.noreply.github.com', name: 'X', paths },
      { name: ' ada  WREN ', email: 'a@b.c', paths },
      { name: 'ada', email: 'a@b.c', paths },
      // A first name, a name that two have, an address like a login: anybody's.
      { name: 'Bo', email: 'bo@example.com', paths },
      { name: 'Sam Hill', email: 's@example.com', paths },
      { email: 'ada@users.noreply.github.com.evil.example', paths },
    ];
    assert.deepEqual(
      touchesOf(traces, people).sort((a, b) => (a.area < b.area ? -1 : 1)),
      [
        { login: 'ada', area: '.', times: 4 },
        { login: 'ada', area: 'src/ui', times: 4 },
      ],
    );
    assert.equal(areaOf('src/ui/b/c.ts'), 'src/ui');
  });

  it('is familiar after five times, and unknown where nothing is known', () => {
    const touch = (login: string, area: string, times: number) => ({ login, area, times });
    const work = new CodeWork(
      [
        touch('ada', 'a', 3),
        touch('ada', 'b', 1),
        touch('BO', 'a', 5),
        touch('cy', 'a', 1),
        touch('nobody', 'a', 9),
      ],
      people,
    );
    const [ada, bo, cy, dee] = people;
    assert.deepEqual(work.familiarity(ada!, bo!), { share: 0.75, areas: ['a'], times: 5 });
    assert.ok(Math.abs(work.familiarity(ada!, cy!)!.share - 0.15) < 1e-9);
    assert.equal(work.familiarity(ada!, dee!), null);
  });
});
