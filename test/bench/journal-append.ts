import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Journal } from '../../src/journal/journal.ts';
import type { NewEvent } from '../../src/model/events.ts';

const singles = 500;
const batch = 1000;
const runs = 7;

const excerpt = {
  kind: 'line',
  author: 'theo-marsh',
  text: 'This catches every error and goes on: a wrong table would sail through. Please let it fail here, and say why.',
  url: 'https://github.com/harbour-lights/beacon/pull/41#discussion_r1702344',
  repository: 'harbour-lights/beacon',
  isPrivate: true,
  number: 41,
  title: 'Read the tide tables once a day',
  path: 'src/tides/table.ts',
  line: 88,
  createdAt: '2026-08-21T09:12:44Z',
} as const;
const tag = (index: number): NewEvent => ({
  type: 'feedback.tagged',
  payload: { feedback: `github.com/reviewComment/${index}`, tag: 'stop', excerpt },
});
const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] as number;
const round = (value: number) => Math.round(value * 100) / 100;

/**
 * How many acts a second are acknowledged, one after the other, each written and synced (`singlesPerSecond`); how long
 * an act of 1,000 events takes, in milliseconds (`batchMs`); and, as the measure of the disk, how many bare writes of
 * the same bytes with a sync it does a second (`bareSyncsPerSecond`). Medians, runs interleaved.
 */
export default async function measure() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cairn-append-'));
  try {
    const journal = await Journal.open(path.join(folder, 'one'), { author: () => 'ada-wren' });
    const [first] = await journal.append([tag(0)]);
    const bytes = Buffer.from(`${JSON.stringify(first)}\n`);
    const bare = await fs.promises.open(path.join(folder, 'bare'), 'a');
    const events = Array.from({ length: batch }, (_, index) => tag(index));
    const rates: number[] = [];
    const bareRates: number[] = [];
    const batches: number[] = [];
    for (let run = 0; run < runs; run++) {
      const perSecond = async (act: () => Promise<unknown>) => {
        const start = performance.now();
        for (let i = 0; i < singles; i++) await act();
        return singles / ((performance.now() - start) / 1000);
      };
      rates.push(await perSecond(() => journal.append([tag(run)])));
      bareRates.push(
        await perSecond(async () => {
          await bare.write(bytes);
          await bare.datasync();
        }),
      );
      const start = performance.now();
      await journal.append(events);
      batches.push(performance.now() - start);
    }
    await bare.close();
    const wanted = 1 + runs * (singles + batch);
    const there = (await journal.read()).length;
    if (there !== wanted) throw new Error(`${there} of ${wanted} events are there`);
    return {
      singlesPerSecond: Math.round(median(rates)),
      batchMs: round(median(batches)),
      batch,
      bareSyncsPerSecond: Math.round(median(bareRates)),
    };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
