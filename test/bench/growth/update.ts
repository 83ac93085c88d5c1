import { ThemeWorker } from '../../../src/ui/growth/themeWorker.ts';
import { manyFeedback } from '../../support/growth/manyFeedback.ts';
import { count, cpuSince, decisions, medianAndMost, withWorker } from './themes.ts';

const updates = 60;

/**
 * One new comment on top of 8,000: milliseconds from telling the thread until the themes are back, of many, and what
 * all threads computed for each.
 */
export default async function measureUpdate() {
  return withWorker(async (file) => {
    const inputs = manyFeedback(count + updates);
    const worker = new ThemeWorker({ file, onProblem: (error) => console.error(error) });
    await worker.update({ put: inputs.slice(0, count), remove: [], decisions });
    const times: number[] = [];
    const before = process.cpuUsage();
    for (const input of inputs.slice(count)) {
      const start = performance.now();
      await worker.update({ put: [input], remove: [], decisions });
      times.push(performance.now() - start);
    }
    const cpu = cpuSince(before) / updates;
    worker.dispose();
    const [median, longest] = medianAndMost(times);
    return {
      pieces: count,
      updates,
      medianMs: median,
      longestMs: longest,
      cpuMs: Math.round(cpu * 10) / 10,
      ok: median <= 50,
    };
  });
}
