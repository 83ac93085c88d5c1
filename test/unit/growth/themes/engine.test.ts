import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ThemeEngine } from '../../../../src/growth/themes/engine.ts';
import type { ThemeInput } from '../../../../src/growth/themes/types.ts';
import { manyFeedback } from '../../../support/growth/manyFeedback.ts';
import { decisions, groups, piece, pieces, themeWith } from './support.ts';

type Chosen = {
  placed: Record<string, string | null>;
  merged: Record<string, string>;
  names: Record<string, string>;
};

const themesOf = (inputs: readonly ThemeInput[], given = decisions({})) =>
  new ThemeEngine().set(inputs, given);

describe('themes of feedback', () => {
  it('put together what asks for the same in other words, over pull requests', () => {
    const themes = themesOf(
      pieces(
        'Please add a test for the empty list.',
        'typo: recieve',
        'There is no unit test that covers the error path here.',
        'Can you rename this? `tmp` says nothing.',
        'Test coverage for the retry is missing.',
        'A better name would be `deadline`.',
      ),
    );
    assert.deepEqual(groups(themes), [
      ['f00000', 'f00002', 'f00004'],
      ['f00003', 'f00005'],
    ]);
    assert.deepEqual(
      themes.map(({ name, isNamed, id }) => ({ name, isNamed, id })),
      [
        { name: 'Tests', isNamed: false, id: 'auto:f00000' },
        { name: 'Naming', isNamed: false, id: 'auto:f00003' },
      ],
    );
  });

  it('find what only its rare words hold together, and call it by them', () => {
    const [theme, ...others] = themesOf(
      pieces(
        'Does `ledger_open` expect the drawer to be shut?',
        'I would have thought that ledger_open shuts the drawer.',
        'Here, too, ledger_open sees a drawer that somebody else opened.',
        'The moon is full tonight.',
      ),
    );
    assert.deepEqual(theme?.feedbackIds, ['f00000', 'f00001', 'f00002']);
    assert.match(theme?.name ?? '', /ledger_open/);
    assert.equal(others.length, 0);
  });

  it('keep praise apart from what is asked for', () => {
    const themes = themesOf([
      piece(1, 'The tests are thorough.', { tag: 'keep' }),
      piece(2, 'Please add tests.'),
      piece(3, 'Such well kept tests!', { tag: 'keep' }),
      piece(4, 'The tests are missing.'),
      piece(5, 'Lovely unit tests.', { tag: 'keep' }),
    ]);
    assert.deepEqual(groups(themes).sort(), [
      ['f00001', 'f00003', 'f00005'],
      ['f00002', 'f00004'],
    ]);
    assert.deepEqual(themes.map(({ name }) => name).sort(), ['Praise: Tests', 'Tests']);
  });

  it('are not held together by quotes, code blocks, links, names of people or chatter', () => {
    const shared = [
      '> The magneto gable should be renamed in the ledger test',
      '```ts\nconst magnetoGable = renameTest();\n```',
      'https://example.com/magneto/gable/rename/test',
      '@magneto-gable',
      '[](https://example.com/magneto-gable)',
      '<!-- magneto gable -->',
    ].join('\n');
    const bodies = ['Fine by me.', 'I see.', 'Not today.', 'Oh, interesting.', 'Hm.'];
    assert.deepEqual(themesOf(bodies.map((body, id) => piece(id, `${shared}\n${body}`))), []);
  });

  it('read a suggestion block by what it changes', () => {
    const suggest = (text: string) => `\`\`\`suggestion\n${text}\n\`\`\``;
    const themes = themesOf([
      piece(1, suggest('The quick brown fox jumps over the dog.'), {
        path: 'docs/fox.md',
        diffHunk: '@@ -1 +1 @@\n+The quick brwon fox jumps over the dog.',
      }),
      piece(2, suggest('int count = 4;'), { path: 'a.c', diffHunk: '@@ -1 +1 @@\n+  int count=4;' }),
      piece(3, suggest('It ran because of the noise.'), {
        path: 'docs/cat.md',
        diffHunk: '@@ -1 +1 @@\n+It ran becuase of the noise.',
      }),
      piece(4, suggest('return total;'), { path: 'b.c', diffHunk: '@@ -1 +1 @@\n+   return total;' }),
      piece(5, suggest('const int size = 3;'), { path: 'b.c', diffHunk: '@@ -1 +1 @@\n+int size = 3;' }),
    ]);
    assert.deepEqual(
      themes.map(({ name, feedbackIds }) => [name, feedbackIds]),
      [
        ['Typos', ['f00001', 'f00003']],
        ['Formatting and whitespace', ['f00002', 'f00004']],
      ],
    );
  });

  it('hold together what people linked to one goal, where its words are alike at all', () => {
    const say = (id: number, body: string, goalIds: string[]) =>
      piece(id, body, { goalIds, path: 'src/tide.ts' });
    const bodies = ['The tide comes late.', 'A tide of its own?', 'Whose tide counts?'];
    const apart = themesOf(bodies.map((body, id) => say(id, body, [])));
    const linked = themesOf(bodies.map((body, id) => say(id, body, ['goal'])));
    assert.deepEqual([apart.length <= linked.length, linked.length], [true, 1]);
    assert.doesNotMatch(linked[0]?.name ?? '', /goal|\^/);
  });

  it('split a large theme by the words that some of it share', () => {
    const about = ['basket', 'voucher'];
    const inputs = Array.from({ length: 60 }, (_, id) =>
      piece(id, id < 40 ? `Please add a test for the ${about[id % 2]}.` : `There is no test here (${id}).`),
    );
    const themes = themesOf(inputs);
    assert.deepEqual(themes.map(({ name, feedbackIds }) => `${name} ${feedbackIds.length}`).sort(), [
      'Tests 20',
      'Tests: basket 20',
      'Tests: voucher 20',
    ]);
  });

  const inputs = manyFeedback(160, 5);
  const ids = inputs.map(({ id }) => id);
  const given: fc.Arbitrary<Chosen> = fc.record({
    placed: fc.dictionary(fc.constantFrom(...ids), fc.constantFrom('T1', 'T2', 'T3', null)),
    merged: fc.constantFrom<Record<string, string>>({}, { T1: 'T2' }, { T1: 'T2', T2: 'T3' }),
    names: fc.constantFrom<Record<string, string>>({}, { T1: 'One', T2: 'Two' }),
  });

  it('are the same in whatever order feedback arrives, goes and comes back', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(inputs, { minLength: 1 }),
        fc.array(fc.nat(159), { maxLength: 20 }),
        fc.infiniteStream(fc.boolean()),
        given,
        (some, gone, asks, chosen) => {
          const engine = new ThemeEngine();
          const early = asks.next().value as boolean;
          if (early) engine.decide(decisions(chosen));
          const half = Math.floor(some.length / 2);
          engine.set(some.slice(0, half), early ? decisions(chosen) : undefined);
          for (const input of some.slice(half)) engine.put(input);
          for (const at of gone) engine.remove(ids[at] as string);
          const back = gone.map((at) => inputs[at] as ThemeInput).filter(() => asks.next().value as boolean);
          engine.change({ put: back });
          const themes = engine.decide(decisions(chosen));
          const left = new Map(some.map((input) => [input.id, input]));
          for (const at of gone) left.delete(ids[at] as string);
          for (const input of back) left.set(input.id, input);
          assert.deepEqual(themes, themesOf([...left.values()].reverse(), decisions(chosen)));
        },
      ),
      { numRuns: 30 },
    );
  });

  it('hold each piece at most once, in order, and what was placed where it was placed', () => {
    fc.assert(
      fc.property(given, (chosen) => {
        const { placed, merged } = chosen;
        const themes = themesOf(inputs, decisions(chosen));
        const all = groups(themes).flat();
        assert.equal(new Set(all).size, all.length);
        assert.deepEqual(
          all.filter((id) => !ids.includes(id)),
          [],
        );
        for (const { feedbackIds } of themes) assert.deepEqual(feedbackIds, [...feedbackIds].sort(byTime));
        for (const [id, theme] of Object.entries(placed)) {
          let at = theme;
          while (at !== null && at in merged) at = merged[at] as string;
          assert.equal(themeWith(themes, id)?.id ?? null, at);
        }
      }),
      { numRuns: 30 },
    );
  });

  const byTime = (one: string, other: string) => ids.indexOf(one) - ids.indexOf(other);

  it('take the new version of a piece', () => {
    const engine = new ThemeEngine();
    engine.set(pieces('Please add a test.', 'A test is missing.', 'Needs a test, too.'));
    const themes = engine.put(piece(1, 'Never mind.'));
    assert.deepEqual(groups(themes), [['f00000', 'f00002']]);
  });
});
