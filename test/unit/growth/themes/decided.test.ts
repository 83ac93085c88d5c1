import assert from 'node:assert/strict';
import { ThemeEngine } from '../../../../src/growth/themes/engine.ts';
import { decisions, piece, themeWith } from './support.ts';

const test = (id: number, what = 'parser') => piece(id, `Please add a test for the ${what}.`);
const six = [0, 1, 2, 3, 4, 5].map((id) => test(id));
const placedIn = (theme: string | null, ...ids: number[]) =>
  Object.fromEntries(ids.map((id) => [`f${String(id).padStart(5, '0')}`, theme]));

describe('what people decided about themes', () => {
  it('names a theme, and its words are still known', () => {
    const [theme, ...others] = new ThemeEngine().set(
      six,
      decisions({ placed: placedIn('T', 0, 1, 2, 3, 4, 5), names: { T: 'Test first' } }),
    );
    assert.deepEqual(others, []);
    assert.deepEqual(
      { ...theme, words: [] },
      {
        id: 'T',
        name: 'Test first',
        isNamed: true,
        words: [],
        feedbackIds: six.map(({ id }) => id),
      },
    );
    assert.ok(theme?.words.includes('test'));
  });

  it('adds what is said later to the theme that somebody named', () => {
    const engine = new ThemeEngine();
    engine.set(six, decisions({ placed: placedIn('T', 0, 1, 2, 3, 4, 5) }));
    let themes = engine.put(test(6));
    assert.equal(themeWith(themes, 'f00006')?.id, 'T');
    // However many: those that were placed are the older half.
    for (let id = 7; id < 30; id++) themes = engine.put(test(id, 'parser of the ledger'));
    assert.deepEqual([themes.length, themes[0]?.feedbackIds.length], [1, 30]);
  });

  it('does not pull the rest of a theme after the few that were moved away', () => {
    const themes = new ThemeEngine().set(six, decisions({ placed: placedIn('T', 4, 5) }));
    assert.deepEqual(themeWith(themes, 'f00004')?.feedbackIds, ['f00004', 'f00005']);
    assert.deepEqual(themeWith(themes, 'f00000')?.feedbackIds, ['f00000', 'f00001', 'f00002', 'f00003']);
  });

  it('keeps what was taken out of all themes out, and what is like it rather than like the theme', () => {
    const engine = new ThemeEngine();
    const inputs = [...six, test(6, 'frozen harbour gate')];
    engine.set(inputs, decisions({ placed: { ...placedIn('T', 0, 1, 2, 3, 4, 5), ...placedIn(null, 6) } }));
    const themes = engine.change({ put: [test(7), test(8, 'frozen harbour gate')] });
    assert.equal(themeWith(themes, 'f00006'), undefined);
    assert.equal(themeWith(themes, 'f00007')?.id, 'T');
    assert.equal(themeWith(themes, 'f00008'), undefined);
  });

  it('lets a theme that was split get what is most like each part', () => {
    const engine = new ThemeEngine();
    const inputs = [...six, test(6, 'frozen harbour gate'), test(7, 'frozen harbour gate')];
    const placed = { ...placedIn('T', 0, 1, 2, 3, 4, 5), ...placedIn('U', 6, 7) };
    engine.set(inputs, decisions({ placed }));
    const themes = engine.change({ put: [test(8), test(9, 'frozen harbour gate')] });
    // Both are of the cluster's topic, so that the words decide.
    assert.equal(themeWith(themes, 'f00008')?.id, 'T');
    assert.notEqual(themeWith(themes, 'f00009')?.id, 'T');
  });

  it('gives what was merged to the theme that it became part of, over several merges', () => {
    const engine = new ThemeEngine();
    const typos = [10, 11, 12].map((id) => piece(id, 'Typo here.'));
    const placed = { ...placedIn('T', 0, 1, 2, 3, 4, 5), ...placedIn('U', 10, 11, 12) };
    const merged = { U: 'V', V: 'T' };
    const themes = engine.set(
      [...six, ...typos, test(13), piece(14, 'Another typo.')],
      decisions({ placed, merged }),
    );
    assert.deepEqual(
      themes.map(({ id, feedbackIds }) => [id, feedbackIds.length]),
      [['T', 11]],
    );
  });

  it('ends with a ring of merges and with a theme that nothing is left of', () => {
    const themes = new ThemeEngine().set(
      six,
      decisions({
        placed: { ...placedIn('A', 0, 1), gone: 'G' },
        merged: { A: 'B', B: 'A' },
        names: { G: 'Gone' },
      }),
    );
    assert.equal(themes.filter(({ id }) => id === 'G').length, 0);
    assert.equal(themes.flatMap(({ feedbackIds }) => feedbackIds).length, 6);
  });

  it('can be taken back', () => {
    const engine = new ThemeEngine();
    const before = engine.set(six);
    engine.decide(decisions({ placed: placedIn('T', 1, 2), names: { T: 'Two' } }));
    assert.deepEqual(engine.decide(decisions({})), before);
  });
});
