import assert from 'node:assert/strict';
import fc from 'fast-check';
import { at, code, later, type Pull, recordOf, saidOn, standing } from './support.ts';

/** Pull requests one after the other, each over before the next begins: what happened is known by its making. */
type Step = 'came' | 'clear' | 'unknown';
const steps = fc.array(fc.constantFrom<Step>('came', 'came', 'clear', 'clear', 'clear', 'unknown'), {
  maxLength: 30,
});

function pullsOf(history: readonly Step[], days: readonly number[]): Pull[] {
  let day = 0;
  return history.map((step, place) => {
    day += 10 + (days[place] ?? 0);
    return {
      number: place + 1,
      day,
      files: step === 'unknown' ? null : [code],
      said: step === 'came' ? [{ after: 2, path: code }] : [],
    };
  });
}

/** What no theme about `code` can learn from. */
const pointless = fc
  .record({
    day: fc.integer({ min: -20, max: 600 }),
    why: fc.constantFrom('elsewhere', 'nobody', 'self', 'bot', 'open', 'other repository'),
    files: fc.constantFrom<string[] | null>(null, [code]),
  })
  .map(({ day, why, files }): Omit<Pull, 'number'> => {
    if (why === 'elsewhere') return { day, files: ['docs/a.md', 'test/read.ts', 'src/read.ts'] };
    if (why === 'open') return { day, files, lasts: null };
    if (why === 'other repository') return { day, files, repository: 'lab/other' };
    return { day, files, by: { nobody: null, self: 'ada', bot: 'lint-bot' }[why]! };
  });

describe('recurrences, whatever the history', () => {
  it('counts exactly what happened', () => {
    fc.assert(
      fc.property(
        steps,
        fc.array(fc.nat(30), { maxLength: 30 }),
        fc.integer({ min: 1, max: 5 }),
        (history, days, needed) => {
          const pulls = pullsOf(history, days);
          const found = standing(pulls, { needed });
          const cameAt = pulls.filter((_, place) => history[place] === 'came').map(({ day }) => day + 2);
          if (cameAt.length === 0) return assert.equal(found, null);
          const last = history.lastIndexOf('came');
          const since = history.slice(last + 1);
          // Told from the words of the history: a run of pull requests without it between two with it.
          const runs = history.slice(history.indexOf('came')).join(' ').split('came').slice(1);
          const lengths = runs.map((run) => run.split('clear').length - 1);
          const isLearned = lengths.at(-1)! >= needed;
          const was = lengths.some((length) => length >= needed);
          const isNew = cameAt.length === 1 && lengths.at(-1) === 0;
          assert.deepEqual(
            {
              standing: found!.standing,
              occurrences: found!.occurrences.map((one) => one.at),
              clear: found!.clear.length,
              unknown: found!.unknown,
              wasLearned: found!.learnedAt !== null,
              intervals: found!.intervals,
            },
            {
              standing: isLearned ? 'learned' : was ? 'recurred' : isNew ? 'not-enough' : 'open',
              occurrences: cameAt.map(at),
              clear: since.filter((step) => step === 'clear').length,
              unknown: since.filter((step) => step === 'unknown').length,
              wasLearned: was,
              intervals: cameAt.slice(1).map((day, before) => day - cameAt[before]!),
            },
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is not changed by pull requests without an opportunity', () => {
    fc.assert(
      fc.property(steps, fc.array(pointless, { minLength: 1, maxLength: 10 }), (history, others) => {
        const pulls = pullsOf(history, []);
        const more = others.map((one, place) => ({ ...one, number: 1000 + place }));
        assert.deepEqual(standing([...more, ...pulls]), standing(pulls));
      }),
    );
  });

  it('does not depend on the order of arrival', () => {
    fc.assert(
      fc.property(steps, fc.array(fc.nat(), { minLength: 30, maxLength: 30 }), (history, keys) => {
        const pulls = pullsOf(history, []);
        const mix = <T>(list: readonly T[]) =>
          list
            .map((value, place) => ({ value, key: keys[place % 30]! }))
            .sort((a, b) => a.key - b.key)
            .map(({ value }) => value);
        const mixed = { records: mix(pulls.map(recordOf)), feedback: mix(saidOn(pulls)) };
        assert.deepEqual(standing([], mixed), standing(pulls));
      }),
    );
  });

  it('never counts more than happened where clocks are wrong', () => {
    const wrong = fc.constantFrom('', 'no time', at(-500), new Date(later + 1e10).toISOString());
    const broken = fc.array(fc.tuple(fc.nat(30), fc.constantFrom('created', 'merged', 'said'), wrong), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(steps, broken, (history, faults) => {
        const pulls = pullsOf(history, []);
        const truth = standing(pulls);
        if (!truth) return;
        const records = pulls.map(recordOf);
        let feedback = saidOn(pulls);
        for (const [place, what, time] of faults) {
          const record = records[place % records.length]!;
          if (what === 'created') record.createdAt = time;
          if (what === 'merged') record.changes = { ...record.changes!, mergedAt: time };
          if (what === 'said')
            feedback = feedback.map((item, at) => (at === place ? { ...item, createdAt: time } : item));
        }
        const found = standing([], { records, feedback })!;
        const were = new Set(truth.clear.map(({ number }) => number));
        const cameOn = new Set(truth.occurrences.map(({ number }) => number));
        assert.equal(found.occurrences.length, truth.occurrences.length);
        assert.ok(found.clear.every(({ number }) => !cameOn.has(number)));
        assert.ok(found.intervals.every((days) => days >= 0));
        if (feedback.every((item, place) => item.createdAt === saidOn(pulls)[place]!.createdAt)) {
          assert.ok(found.clear.every(({ number }) => were.has(number)));
        }
      }),
    );
  });
});
