import { existsSync } from 'node:fs';
import { join } from 'node:path';

const names = ['themes', 'update', 'recall', 'drawn'];

/**
 * What growth costs: themes from nothing and after one more comment, recalling feedback for staged files, drawing the
 * panel. Each is a file of its own in `growth/`, with what it measures; `npm run -s bench -- growth themes` runs one.
 */
export default async function measure(args: string[] = []) {
  const results: Record<string, { ok: boolean }> = {};
  for (const name of names) {
    const file = join(import.meta.dirname, 'growth', `${name}.ts`);
    if (!existsSync(file) || (args.length > 0 && !args.includes(name))) continue;
    const { default: one } = (await import(file)) as {
      default: (args: string[]) => Promise<{ ok: boolean }>;
    };
    results[name] = await one([]);
  }
  return { ...results, ok: Object.values(results).every(({ ok }) => ok) };
}
