import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { ThemeDecisions } from '../../../src/model/growth.ts';
import { ThemeWorker } from '../../../src/ui/growth/themeWorker.ts';
import { manyFeedback } from '../../support/growth/manyFeedback.ts';
import { root } from '../../support/run/stage.ts';

const rounds = 5;
export const count = 8_000;
export const decisions: ThemeDecisions = { names: new Map(), placed: new Map(), merged: new Map() };

/**
 * Themes of 8,000 pieces of feedback from nothing, in the thread and through the client that Cairn uses: the median
 * and the longest of several rounds in milliseconds, with the start of the thread, and so the longest block of the
 * main thread of each round (what else runs on the machine adds to it), and so the time that all threads computed.
 */
export default async function measureThemes() {
  return withWorker(async (file) => {
    const inputs = manyFeedback(count);
    const times: number[] = [];
    const blocks: number[] = [];
    const loads: number[] = [];
    let themes = 0;
    for (let round = 0; round < rounds; round++) {
      const worker = new ThemeWorker({ file, onProblem: (error) => console.error(error) });
      const delay = monitorEventLoopDelay({ resolution: 1 });
      delay.enable();
      const before = process.cpuUsage();
      const start = performance.now();
      themes = (await worker.update({ put: inputs, remove: [], decisions })).length;
      times.push(performance.now() - start);
      loads.push(cpuSince(before));
      delay.disable();
      blocks.push(delay.max / 1e6);
      worker.dispose();
    }
    const [median, longest] = medianAndMost(times);
    const [block, longestBlock] = medianAndMost(blocks);
    return {
      pieces: count,
      themes,
      medianMs: median,
      longestMs: longest,
      cpuMs: medianAndMost(loads)[0],
      blockMs: block,
      longestBlockMs: longestBlock,
      ok: median <= 2000 && block <= 50,
    };
  });
}

/** Builds the thread's script as the extension has it, into a folder that is gone afterwards. */
export async function withWorker<T>(use: (file: URL) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'cairn-themes-'));
  try {
    const outfile = path.join(folder, 'growthWorker.mjs');
    await build({
      entryPoints: [path.join(root, 'src/growth/themes/worker.ts')],
      outfile,
      bundle: true,
      minify: true,
      platform: 'node',
      target: 'node20',
      format: 'esm',
    });
    return await use(pathToFileURL(outfile));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Milliseconds that all threads of this process computed since then. */
export function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

export function medianAndMost(times: readonly number[]): [median: number, most: number] {
  const sorted = [...times].sort((one, other) => one - other);
  const round = (value = 0) => Math.round(value * 10) / 10;
  return [round(sorted[Math.floor(sorted.length / 2)]), round(sorted.at(-1))];
}
