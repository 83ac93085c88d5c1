import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { PullRequestRecord } from '../../../../src/model/pullRequest.ts';
import { reviewsOf } from '../../../../src/programme/knowledge/risk/reviews.ts';
import { risksOf, type Touch } from '../../../../src/programme/knowledge/risk/risks.ts';

const now = new Date('2026-11-22T12:00:00Z');
const ago = (days: number) => now.getTime() - days * 86_400_000;
const touch = (who: string | string[], days: number, ...paths: string[]): Touch => ({
  at: ago(days),
  people: [who].flat().map((login) => ({ login })),
  paths,
});
/** So many touches of somebody, a week apart. */
const often = (who: string, times: number, ...paths: string[]) =>
  Array.from({ length: times }, (_, n) => touch(who, 1 + n * 7, ...paths));
const said = (touches: Touch[], options = {}) =>
  risksOf(touches, now, options).risks.map(({ path, person, kind }) => [path, person, kind]);

describe('what one person alone knows', () => {
  it('is told of the outermost folder for which it is true', () => {
    const touches = [
      ...often('theo', 3, 'src/outbox/a.ts', 'src/outbox/retry/b.ts'),
      ...often('ada', 3, 'src/main.ts', 'README.md'),
      ...often('theo', 1, 'README.md'),
    ];
    assert.deepEqual(said(touches), [
      ['src/outbox', 'theo', 'one'],
      ['src/main.ts', 'ada', 'one'],
    ]);
    const [first] = risksOf(touches, now).risks;
    assert.deepEqual([first?.isFolder, first?.files, first?.times], [true, 2, 6]);
  });

  it('is no longer so when somebody reviewed it, paired on it or wrote in it within a year', () => {
    const alone = often('theo', 5, 'a.ts');
    const other = often('ada', 3, 'b.ts');
    assert.equal(said([...alone, ...other]).length, 2);
    assert.deepEqual(said([...alone, ...other, touch('ada', 20, 'a.ts')]), [['b.ts', 'ada', 'one']]);
    assert.deepEqual(said([...alone.slice(1), ...other, touch(['theo', 'ada'], 200, 'a.ts')]), [
      ['b.ts', 'ada', 'one'],
    ]);
    assert.equal(said([...alone, ...other, touch('ada', 366, 'a.ts')]).length, 2);
  });

  it('is also what others knew who did nothing here for three months', () => {
    const touches = [...often('theo', 3, 'a.ts'), ...often('theo', 1, 'b.ts'), touch('mira', 120, 'a.ts')];
    assert.deepEqual(said(touches), [['', 'theo', 'others-left']]);
    assert.deepEqual(said([...touches, ...often('ada', 3, 'b.ts')]), [['a.ts', 'theo', 'others-left']]);
    assert.deepEqual(said([...touches, ...often('ada', 3, 'b.ts'), touch('mira', 80, 'c.ts')]), []);
  });

  it('is not said of what was touched once or twice, of what is gone, and of programs', () => {
    const ada = often('ada', 3, 'b.ts');
    assert.deepEqual(said([...often('theo', 2, 'a.ts'), ...ada]), [['b.ts', 'ada', 'one']]);
    const files = new Set(['b.ts']);
    assert.deepEqual(said([...often('theo', 9, 'a.ts'), ...ada], { files }), [['', 'ada', 'one']]);
    const bot = often('dependabot[bot]', 9, 'package.json');
    assert.deepEqual(said([...bot, ...ada, touch('theo', 3, 'c.ts')]), [['b.ts', 'ada', 'one']]);
  });

  it('puts what is worked on most first, and what is long ago counts less', () => {
    const old = Array.from({ length: 6 }, (_, n) => touch('theo', 300 + n, 'old.ts'));
    const touches = [...old, ...often('theo', 4, 'new.ts'), ...often('ada', 1, 'c.ts')];
    assert.deepEqual(
      risksOf(touches, now).risks.map(({ path }) => path),
      ['new.ts', 'old.ts'],
    );
  });

  it('takes the names of one person for one: login, address, name, GitHub’s address', () => {
    const names = [
      { name: 'Ada Wren', email: 'ada@example.org' },
      { name: 'Ada W.', email: 'ADA@example.org' },
      { login: 'ada-wren' },
      { name: 'awren', email: '12+ada-wren@users.noreply.github.com' },
    ];
    const touches: Touch[] = names.map((one, n) => ({ at: ago(n + 1), people: [one], paths: ['a.ts'] }));
    assert.deepEqual(said([...touches, ...often('theo', 1, 'b.ts')]), [['a.ts', 'Ada Wren', 'one']]);
    const two: Touch[] = [
      ...often('theo', 3, 'a.ts'),
      { at: ago(3), people: [{ name: 'T', email: 't@example.org' }], paths: ['a.ts'] },
      ...often('ada', 1, 'b.ts'),
    ];
    assert.deepEqual(said(two), []);
    const same = [{ login: 'theo', email: 't@example.org' }];
    assert.deepEqual(said(two, { same }), [['a.ts', 'theo', 'one']]);
  });

  it('counts who is active, and says nothing of an empty history', () => {
    const { active, files, risks } = risksOf(
      [...often('theo', 3, 'a.ts'), touch('mira', 120, 'a.ts'), ...often('ada', 1, 'b.ts')],
      now,
    );
    assert.deepEqual([active, files, risks.length], [2, 2, 1]);
    assert.deepEqual(risksOf([], now), { risks: [], active: 0, files: 0 });
  });

  it('bears times of the future and nonsense', () => {
    const odd: Touch[] = [
      { at: Number.NaN, people: [{ login: 'x' }], paths: ['a.ts'] },
      { at: ago(-9999), people: [{ login: 'theo' }], paths: ['a.ts', 'a.ts', '', '/', '//x'] },
      { at: ago(1), people: [], paths: ['a.ts'] },
      { at: ago(1), people: [{}], paths: ['__proto__'] },
    ];
    assert.deepEqual(said(odd), []);
  });
});

describe('who reviewed what', () => {
  const person = (login: string, isBot = false) => ({ login, isBot });
  const comment = (login: string) => ({ author: person(login), createdAt: '2026-11-01T10:00:00Z' });
  const pull = {
    repository: 'Harbour-Lights/beacon',
    author: person('ada-wren'),
    threads: [{ path: 'src/a.ts', comments: [comment('theo'), comment('ada-wren'), comment('Theo')] }],
    reviews: [
      { ...comment('mira'), verdict: 'APPROVED' },
      { ...comment('kit'), verdict: 'COMMENTED' },
      { author: person('lint', true), createdAt: '2026-11-01T10:00:00Z', verdict: 'APPROVED' },
      { author: null, createdAt: 'x', verdict: 'APPROVED' },
    ],
    changes: { files: [{ path: 'src/a.ts' }, { path: 'src/b.ts' }] },
  } as unknown as PullRequestRecord;

  it('is who commented on its lines, and on whose word it was merged', () => {
    const found = reviewsOf([pull], 'harbour-lights/beacon').map(({ people, paths }) => [
      people[0]?.login,
      paths,
    ]);
    assert.deepEqual(found, [
      ['theo', ['src/a.ts']],
      ['Theo', ['src/a.ts']],
      ['mira', ['src/a.ts', 'src/b.ts']],
    ]);
    assert.deepEqual(reviewsOf([pull], 'else/where'), []);
  });
});
