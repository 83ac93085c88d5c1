import assert from 'node:assert/strict';
import fc from 'fast-check';
import { paired, removeFolders, two } from './clones.ts';
import { RandomPair, type Step, steps } from './randomPair.ts';

/** `CAIRN_RUNS=1000` for a long look, `CAIRN_SEED` to see one again. */
const runs = Number(process.env.CAIRN_RUNS ?? 30);
const seed = Number(process.env.CAIRN_SEED ?? Date.now() % 1_000_000);
/** Two at a time, since most of it is waiting for git. */
const atOnce = 2;

describe('whatever two people do', function () {
  this.timeout(Math.max(600_000, runs * 10_000));
  after(removeFolders);

  it(`no commit that anybody made becomes unreachable, and no typed word is lost (${runs} runs)`, async () => {
    const all = fc.sample(steps, { numRuns: runs, seed });
    const left = all.map((list, number) => ({ list, number }));
    const worker = async () => {
      for (let next = left.shift(); next; next = left.shift()) await once(next.list, next.number);
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
  });

  it('what went wrong once goes well', async () => {
    const step = (who: 0 | 1, act: Step['act'], between: Step['between'] = null): Step => {
      return { who, act, between, dice: [0, 0, 0, 0, 0, 0, 0, 0] };
    };
    // A handoff from the base branch that was refused left the pairing's branch behind.
    await once([step(1, 'squash'), step(0, 'push'), step(1, 'hand-off', 'delete')], 1);
  });
});

async function once(list: Step[], number: number): Promise<void> {
  // Most things happen in the middle of a pairing.
  const pair = new RandomPair(await (number % 4 === 0 ? two() : paired()));
  try {
    for (const step of list) {
      await pair.take(step);
    }
    pair.check();
  } catch (error) {
    const story = `Run ${number} of CAIRN_SEED=${seed}:\n  ${pair.done.join('\n  ')}`;
    assert.fail(`${story}\n${error instanceof Error ? error.stack : error}`);
  }
}
