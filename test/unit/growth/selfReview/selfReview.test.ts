import assert from 'node:assert/strict';
import fc from 'fast-check';
import { heldBack, pullKey } from '../../../../src/growth/selfReview/held.ts';
import { compareGuess, trendOf } from '../../../../src/growth/selfReview/index.ts';
import type { Guess } from '../../../../src/model/growth.ts';
import { fromEntered } from '../../../../src/model/overlay.ts';
import type { Feedback } from '../../../../src/model/state.ts';

const pull = (number = 3) => ({
  repository: 'X/y',
  number,
  title: 'Retry',
  url: `https://github.com/x/y/pull/${number}`,
});
const said = (id: string, body: string, more: Partial<Feedback> = {}): Feedback => ({
  ...fromEntered({
    id,
    author: 'theo',
    body,
    url: null,
    saidAt: '2026-02-02T00:00:00Z',
    entered: { by: 'ann', claimedBy: null },
  }),
  ...{ kind: 'line', createdBy: null, pullRequest: pull() },
  ...more,
});
const guess = (
  texts: (string | [text: string, feedbackId: string | null])[],
  more: Partial<Guess> = {},
): Guess => ({
  ...{ id: 'g', repository: 'x/Y', number: 3, title: 'Retry', url: null, createdBy: 'ann', claimedBy: null },
  ...{ isPrivate: false, madeAt: '2026-02-01T00:00:00Z', changedAt: '2026-02-01T00:00:00Z' },
  expectations: texts.map((one, i) => ({
    ...{ id: `x${i}`, text: typeof one === 'string' ? one : one[0], path: null },
    ...(typeof one === 'string' ? {} : { feedbackId: one[1] }),
  })),
  ...more,
});
const compared = (one: Guess, ...feedback: Feedback[]) => {
  const { hits, misses, surprises, isWaiting } = compareGuess(one, feedback);
  return {
    hits: hits.map(({ expectation, feedback: { id } }) => [expectation.text, id]),
    misses: misses.map(({ expectation }) => expectation.text),
    surprises: surprises.map(({ id }) => id),
    ...(isWaiting && { isWaiting }),
  };
};

describe('a guess held against what was said', () => {
  it('finds hits by words and by topics, misses and surprises', () => {
    assert.deepEqual(
      compared(
        guess(['tests for the empty input', 'naming', 'error handling', 'too long']),
        said('a', 'Please add a test for an empty input.'),
        said('b', 'I would rename this variable: what does `tmp` hold?'),
        said('c', 'This allocates on each call, can it be hoisted out of the loop?'),
      ),
      {
        hits: [
          ['tests for the empty input', 'a'],
          ['naming', 'b'],
        ],
        misses: ['error handling', 'too long'],
        surprises: ['c'],
      },
    );
  });

  it('says nothing of words that stand everywhere', () => {
    assert.deepEqual(compared(guess(['this should be better']), said('a', 'This should be checked.')), {
      ...{ hits: [], misses: ['this should be better'], surprises: ['a'] },
    });
  });

  it('takes the file into account where one was named', () => {
    const at = (path: string) =>
      guess([]).expectations.concat({ id: 'x', text: 'parser recursion depth', path });
    const body = 'The recursion has no bound here.';
    const one = (path: string) =>
      compared(guess([], { expectations: at(path) }), said('a', body, { path: 'src/parser.ts' })).hits.length;
    assert.deepEqual([one('parser.ts'), one('src/parser.ts'), one('src/lexer.ts')], [1, 1, 0]);
  });

  it('lets its author’s judgement stand, and works out what they have not judged', () => {
    const feedback = [said('a', 'Please add a test.'), said('b', 'This allocates in each call.')];
    assert.deepEqual(
      compared(
        guess([
          ['tests', null],
          ['style', 'b'],
          ['naming', 'gone'],
        ]),
        ...feedback,
      ),
      {
        hits: [['style', 'b']],
        misses: ['tests', 'naming'],
        surprises: ['a'],
      },
    );
    const { hits, misses } = compareGuess(guess([['tests', null], ['style', 'b'], 'naming']), feedback);
    assert.deepEqual([hits[0]?.isJudged, ...misses.map(({ isJudged }) => isJudged)], [true, true, false]);
  });

  it('counts what says the same twice as expected, once as a hit', () => {
    assert.deepEqual(
      compared(guess(['tests']), said('a', 'A test is missing.'), said('b', 'Please test this as well.')),
      { hits: [['tests', 'a']], misses: [], surprises: [] },
    );
  });

  it('waits while nobody has said anything that counts', () => {
    const others = [
      said('bot', 'Add a test', { isBot: true }),
      said('thanks', 'Thanks', { isSetAsideSuggested: true }),
      said('aside', 'Add a test', { isSetAside: true }),
      said('other', 'Add a test', { pullRequest: pull(4) }),
    ];
    assert.deepEqual(compared(guess(['tests']), ...others), {
      ...{ hits: [], misses: [], surprises: [], isWaiting: true },
    });
    assert.deepEqual(compared(guess([]), said('a', 'Add a test')).surprises, ['a']);
  });

  it('gives the same answer in whatever order the feedback comes', () => {
    const bodies = ['Add a test', 'Rename this', 'A test for errors', 'Handle the error', 'Why a loop?'];
    const all = bodies.map((body, i) => said(`f${i}`, body, { createdAt: `2026-02-0${i % 2}` }));
    const one = guess(['tests', 'naming', 'errors are not handled']);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (some) =>
        assert.deepEqual(compared(one, ...some), compared(one, ...all)),
      ),
      { numRuns: 50 },
    );
  });
});

describe('how guesses change over time', () => {
  const round = (number: number, texts: string[], ...bodies: string[]) => ({
    guess: guess(texts, { id: `g${number}`, number, madeAt: `2026-0${number}-01T00:00:00Z` }),
    feedback: bodies.map((body, i) => said(`${number}-${i}`, body, { pullRequest: pull(number) })),
  });
  const trend = (rounds: ReturnType<typeof round>[]) =>
    trendOf(
      rounds.map((one) => one.guess),
      rounds.flatMap(({ feedback }) => feedback),
    );
  const rounds = [
    round(1, ['naming'], 'Add a test', 'Why a loop?'),
    round(2, ['naming'], 'Rename this', 'Add a test'),
    round(3, ['tests']),
    round(4, ['tests', 'naming'], 'Add a test', 'Rename this'),
    round(5, ['tests'], 'A test is missing'),
  ];

  it('is told as counts of the earlier and the later half, without pull requests that nobody reviewed', () => {
    assert.deepEqual(trend(rounds), {
      ...{ pullRequests: 4, needed: 4 },
      change: {
        earlier: { pullRequests: 2, expected: 1, said: 4 },
        later: { pullRequests: 2, expected: 3, said: 3 },
      },
    });
    assert.deepEqual(trend(rounds.toReversed()), trend(rounds));
  });

  it('says that it is not enough yet', () => {
    assert.deepEqual(trend(rounds.slice(0, 3)), { pullRequests: 2, needed: 4, change: null });
    assert.deepEqual(trend([]), { pullRequests: 0, needed: 4, change: null });
  });
});

describe('self-review first', () => {
  const since = '2026-02-01T00:00:00.000Z';
  const feedback = [
    said('a', 'one'),
    said('b', 'two', { tag: 'start' }),
    said('bot', 'bot', { isBot: true }),
    said('old', 'before', { pullRequest: pull(4), createdAt: '2026-01-31T23:59:59Z' }),
    said('later', 'after', { pullRequest: pull(4) }),
    said('hand', 'by hand', { pullRequest: null }),
    said('odd', 'no time', { pullRequest: pull(5), createdAt: 'yesterday' }),
  ];
  const held = (more: Partial<Parameters<typeof heldBack>[0]> = {}) =>
    heldBack({
      ...{ feedback, guesses: [], since, isMe: (name) => name === 'ann' },
      ...{ isOpen: () => true, isShown: () => false },
      ...more,
    }).map(({ number, feedbackIds }) => [number, feedbackIds]);

  it('holds back what people said on a pull request whose review began after the agreement', () => {
    assert.deepEqual(held(), [[3, ['a', 'b']]]);
    assert.deepEqual(held({ since: null }), []);
  });

  it('shows it with a guess of one’s own, also an empty one, and on demand', () => {
    assert.deepEqual(held({ guesses: [guess([])] }), []);
    assert.deepEqual(held({ guesses: [guess([], { number: 4 })] }), [[3, ['a', 'b']]]);
    for (const one of [{ createdBy: 'bob' }, { claimedBy: 'cy' }])
      assert.equal(held({ guesses: [guess(['tests'], one)] }).length, 1);
    assert.deepEqual(held({ isShown: (key) => key === 'x/y#3' }), []);
    assert.equal(pullKey(pull()), 'x/y#3');
  });

  it('holds nothing back once the review is over', () => {
    assert.deepEqual(held({ isOpen: ({ number }) => number !== 3 }), []);
  });
});
