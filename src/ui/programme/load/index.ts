import type { BudgetState } from '../../../programme/load/types.ts';
import type { LoadStore } from './spaces.ts';

type Known = Awaited<ReturnType<typeof import('./read.ts')['readLoad']>>;

/** Milliseconds until the spaces are read, so that a window that was just opened has other things to do. */
const patience = 20_000;
/** What was read holds for so long. */
const lasts = 3600_000;

let known: { load: Known; at: number; folder: string | undefined } | undefined;
let reading: NodeJS.Timeout | undefined;

/**
 * How the user stands this month against the hours that they have for mentoring, over all mentorships; `null` as long
 * as the other spaces were not read: asking begins that, a while later, and what was read holds for an hour.
 * @param options.isNow reads them at once
 */
export async function ownBudget(
  store: LoadStore,
  now: Date,
  { isNow = false }: { isNow?: boolean } = {},
): Promise<BudgetState | null> {
  if (isNow) await read(store, now);
  else if (!known || known.folder !== store.space?.folder || Math.abs(now.getTime() - known.at) > lasts)
    reading ??= setTimeout(() => void read(store, now).catch(() => {}), patience).unref();
  if (!known || known.folder !== store.space?.folder) return null;
  const { budgetOf } = await import('./read.ts');
  return budgetOf(known.load, now);
}

async function read(store: LoadStore, now: Date): Promise<void> {
  clearTimeout(reading);
  try {
    const { readLoad } = await import('./read.ts');
    known = { load: await readLoad(store, now), at: now.getTime(), folder: store.space?.folder };
  } finally {
    reading = undefined;
  }
}
