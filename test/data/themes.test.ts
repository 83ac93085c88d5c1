import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ThemeEngine } from '../../src/growth/themes/index.ts';
import type { Theme } from '../../src/model/growth.ts';
import { loadLines } from '../support/github/load.ts';
import type { PullLine } from '../support/github/types.ts';
import { numbers } from '../support/journal/words.ts';
import { busiest, menteeFeedback } from '../tools/themes/menteeFeedback.ts';

const root = path.join(import.meta.dirname, '../..');
const data = path.join(root, '../shared/data/github');

/** Words that say nothing; a list of its own, so that it does not repeat what themes leave out by themselves. */
const empty = new Set(
  `a about after all also an and any are as at be because been before but by can could did do does doing for from get go had has have
he her here him his how i if in into is it its just like me more most my no not now of off on one only or other our out over please same
she should so some such than thank thanks that the their them then there these they this those through to too under until up us very was we
were what when where which while who why will with would yes you your`.split(/\s+/),
);
const wordsOf = ({ name }: Theme) => name.toLowerCase().match(/[\p{L}\d_]+/gu) ?? [];

describe('themes of real feedback', () => {
  const sets = new Map<string, PullLine[]>();
  before(async () => {
    for (const name of ['secp256k1', 'gui'])
      sets.set(name, await loadLines(path.join(data, `${name}.ndjson.gz`)));
  });

  for (const name of ['secp256k1', 'gui']) {
    it(`hold two of five comments that are no chatter, ${name}`, () => {
      const lines = sets.get(name) as PullLine[];
      let said = 0;
      let held = 0;
      let wayToMerge = 0;
      for (const login of busiest(lines, 10)) {
        const { inputs } = menteeFeedback(lines, login);
        const themes = new ThemeEngine().set(inputs).filter(({ feedbackIds }) => feedbackIds.length >= 3);
        said += inputs.length;
        for (const theme of themes) {
          held += theme.feedbackIds.length;
          if (/^Rebase/.test(theme.name)) wayToMerge += theme.feedbackIds.length;
          assert.ok(theme.feedbackIds.length <= inputs.length / 3 || inputs.length < 30, theme.name);
        }
      }
      const figures = `${held} of ${said}, ${wayToMerge} of them on the way to the merge`;
      assert.ok(held >= 0.4 * said, figures);
      // What reviewers say of the work itself, apart from requests to rebase.
      assert.ok(held - wayToMerge >= 0.35 * (said - wayToMerge), figures);
    });

    it(`are called by words that say something, ${name}`, () => {
      const lines = sets.get(name) as PullLine[];
      for (const login of busiest(lines, 10)) {
        for (const theme of new ThemeEngine().set(menteeFeedback(lines, login).inputs)) {
          const words = wordsOf(theme);
          assert.ok(words.length > 0 && theme.name.length <= 80, JSON.stringify(theme.name));
          assert.ok(
            words.some((word) => word.length > 1 && !empty.has(word)),
            theme.name,
          );
        }
      }
    });
  }

  it('are the same in whatever order it arrives', () => {
    const lines = sets.get('secp256k1') as PullLine[];
    const { inputs } = menteeFeedback(lines, busiest(lines, 1)[0] as string);
    const whole = new ThemeEngine().set(inputs);
    const random = numbers(3);
    const mixed = inputs.map((input) => ({ input, at: random.next() })).sort((a, b) => a.at - b.at);
    const engine = new ThemeEngine();
    engine.set(mixed.slice(0, 700).map(({ input }) => input));
    for (const { input } of mixed.slice(700)) engine.put(input);
    assert.deepEqual(engine.change({}), whole);
  });

  it('weigh words as the program counts them', () => {
    const { status, stderr } = spawnSync(process.execPath, ['test/tools/themes/fit.ts', '--check'], {
      cwd: root,
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
  });
});
