import assert from 'node:assert/strict';
import { at, code, later, oneDay, type Pull, recordOf, saidOn, standing } from './support.ts';

const came = (number: number, day: number): Pull => ({ number, day, said: [{ after: 1, path: code }] });
const clear = (number: number, day: number, more: Partial<Pull> = {}): Pull => ({ number, day, ...more });

describe('where a theme stands', () => {
  it('counts pull requests on which it came up, and the days between', () => {
    const twice = { ...came(1, 0), said: [1, 2, 3].map((after) => ({ after, path: code })) };
    const found = standing([twice, came(2, 10), came(3, 40.5)])!;
    assert.deepEqual(
      found.occurrences.map(({ number, at, feedbackId }) => [number, at, feedbackId]),
      [
        [1, at(1), 'github.com/line/100'],
        [2, at(11), 'github.com/line/200'],
        [3, at(41.5), 'github.com/line/300'],
      ],
    );
    assert.deepEqual(found.intervals, [10, 30.5]);
    assert.equal(found.standing, 'open');
    assert.equal(found.tag, 'stop');
    assert.equal(found.learnedAt, null);
  });

  it('is learned after so many opportunities, from when the last of them was over', () => {
    const pulls = [came(1, 0), clear(2, 10), clear(3, 12, { lasts: 30 }), clear(4, 20)];
    const found = standing(pulls)!;
    assert.equal(found.standing, 'learned');
    assert.deepEqual(
      found.clear.map(({ number }) => number),
      [2, 3, 4],
    );
    assert.equal(found.learnedAt, at(42));
    assert.equal(standing(pulls, { needed: 4 })!.standing, 'open');
    assert.equal(standing(pulls, { needed: 4 })!.learnedAt, null);
    assert.equal(standing(pulls, { needed: 1 })!.learnedAt, at(15));
  });

  it('recurred when it comes up after it was learned, and keeps when it was', () => {
    const pulls = [came(1, 0), clear(2, 10), clear(3, 20), clear(4, 30), came(5, 40), clear(6, 50)];
    const found = standing(pulls)!;
    assert.equal(found.standing, 'recurred');
    assert.equal(found.learnedAt, at(35));
    assert.deepEqual(
      found.clear.map(({ number }) => number),
      [6],
    );
    const again = standing([...pulls, clear(7, 60), clear(8, 70)])!;
    assert.equal(again.standing, 'learned');
    assert.equal(again.learnedAt, at(35), 'the first time stays');
  });

  it('was not learned when one of the opportunities was still under way as it came up again', () => {
    const pulls = [came(1, 0), clear(2, 10), clear(3, 20), clear(4, 30, { lasts: 100 }), came(5, 40)];
    assert.equal(standing(pulls)!.standing, 'open');
    assert.equal(standing(pulls)!.learnedAt, null);
  });

  it('says too little is known of one comment on one pull request', () => {
    assert.equal(standing([came(1, 0)])!.standing, 'not-enough');
    assert.equal(standing([came(1, 0), clear(2, 10)])!.standing, 'open');
  });

  it('takes a file of the same kind in the same folder as such code, and nothing else', () => {
    const touching = (...files: string[]) => standing([came(1, 0), clear(2, 10, { files })])!.clear.length;
    assert.equal(touching(code), 1);
    assert.equal(touching('README.md', 'src/net/write.ts'), 1);
    assert.equal(touching('src/net/read.test.ts'), 0, 'a test');
    assert.equal(touching('src/net/read.js'), 0, 'another language');
    assert.equal(touching('src/net/deep/read.ts', 'src/read.ts'), 0, 'another folder');
    assert.equal(touching(), 0);
  });

  it('counts no pull request that was open, in another repository, older, or that nobody else looked at', () => {
    for (const more of [
      { lasts: null },
      { repository: 'lab/other' },
      { day: 0.5 },
      { by: null },
      { by: 'ada' },
      { by: 'lint-bot' },
    ]) {
      const found = standing([came(1, 0), clear(2, 10, more)])!;
      assert.deepEqual([found.clear, found.unknown], [[], 0], JSON.stringify(more));
    }
  });

  it('counts apart what is not known, and takes files with comments as the least that was touched', () => {
    const unknown = standing([came(1, 0), clear(2, 10, { files: null }), clear(3, 11), clear(4, 12)])!;
    assert.deepEqual([unknown.standing, unknown.clear.length, unknown.unknown], ['open', 2, 1]);
    const elsewhere = { number: 2, day: 10, files: null, said: [{ after: 1, path: 'src/net/other.ts' }] };
    const records = [came(1, 0), elsewhere].map(recordOf);
    const known = standing([], { records, feedback: saidOn([came(1, 0)]) })!;
    assert.deepEqual([known.clear.length, known.unknown], [1, 0]);
    const { changes: _, ...old } = recordOf(clear(2, 10));
    const before = standing([], { records: [recordOf(came(1, 0)), old], feedback: saidOn([came(1, 0)]) })!;
    assert.deepEqual([before.clear.length, before.unknown], [0, 1]);
  });

  it('knows no opportunity of a theme that stands on no file', () => {
    const pulls = [{ number: 1, day: 0, said: [{ after: 1, path: null }] }, clear(2, 10), clear(3, 20)];
    const found = standing(pulls)!;
    assert.deepEqual([found.occurrences.length, found.clear.length, found.unknown], [1, 0, 2]);
    assert.equal(found.standing, 'not-enough');
  });

  it('takes what is tagged keep for no recurrence, and asks nothing of a theme of such', () => {
    const praised: Pull = { number: 2, day: 10, said: [{ after: 1, path: code, tag: 'keep' }] };
    const pulls = [came(1, 0), came(3, -10), praised];
    assert.deepEqual(
      standing(pulls)!.clear.map(({ number }) => number),
      [2],
    );
    assert.equal(standing([praised]), null);
    const likely = saidOn(pulls).map((item) =>
      item.tag === 'keep' ? { ...item, tag: null, suggestedTag: 'keep' as const } : item,
    );
    assert.equal(standing(pulls, { feedback: likely })!.clear.length, 1, 'what looks like it');
    const untagged = saidOn([came(1, 0)]).map((item) => ({ ...item, tag: null }));
    assert.equal(standing([came(1, 0)], { feedback: untagged }), null);
    const suggested = untagged.map((item) => ({ ...item, suggestedTag: 'start' as const }));
    assert.equal(standing([came(1, 0)], { feedback: suggested })!.tag, 'start');
  });

  it('begins to count anew when somebody says it elsewhere', () => {
    const pulls = [came(1, 0), clear(2, 10), clear(3, 20), clear(4, 30), clear(5, 60)];
    const feedback = saidOn(pulls);
    const entered = { ...feedback[0]!, id: 'E', kind: 'entered' as const, pullRequest: null, path: null };
    const found = standing(pulls, { feedback: [...feedback, { ...entered, createdAt: at(50) }] })!;
    assert.deepEqual(
      [found.standing, found.occurrences.length, found.clear.length, found.learnedAt],
      ['recurred', 1, 1, at(35)],
    );
    const only = standing(pulls, { feedback: [entered] })!;
    assert.deepEqual([only.standing, only.occurrences, only.clear], ['not-enough', [], []]);
  });

  it('is unknown where times cannot be', () => {
    const pulls = [came(1, 0), came(2, 5), clear(3, 10), clear(4, 20), clear(5, 30)];
    const before = saidOn(pulls);
    for (const createdAt of ['', 'yesterday', at(-1), new Date(later + 2 * oneDay).toISOString()]) {
      const feedback = before.map((item, place) => (place === 0 ? { ...item, createdAt } : item));
      const found = standing(pulls, { feedback })!;
      assert.deepEqual(
        [
          found.standing,
          found.occurrences.length,
          found.clear,
          found.intervals,
          found.learnedAt,
          found.unknown,
        ],
        ['not-enough', 2, [], [], null, 3],
        createdAt,
      );
    }
    const backwards = standing([...pulls, clear(6, 40, { lasts: -3 })])!;
    assert.deepEqual([backwards.standing, backwards.clear.length, backwards.unknown], ['learned', 3, 1]);
  });

  it('answers for a theme without feedback', () => {
    assert.equal(standing([]), null);
  });
});
