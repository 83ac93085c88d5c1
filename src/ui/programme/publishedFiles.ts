import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { publishedFile } from './publishedFile.ts';

/** A file that this machine wrote for a space, and the day on which it last did. */
export type KeptFile = { id: string; folder: string; day: string };

const schema = z.object({
  id: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  folder: z.string(),
  day: z.string(),
});

/** What this machine published of a space; `null` for nothing. `place` is the folder of what its user keeps to themselves. */
export async function publishedAs(place: string): Promise<KeptFile | null> {
  try {
    return schema.parse(JSON.parse(await fs.readFile(join(place, publishedFile), 'utf8')));
  } catch {
    return null;
  }
}

export async function remember(place: string, kept: KeptFile): Promise<void> {
  const file = join(place, publishedFile);
  await fs.mkdir(place, { recursive: true });
  await fs.writeFile(`${file}.${process.pid}.new`, `${JSON.stringify(kept, null, 2)}\n`);
  await fs.rename(`${file}.${process.pid}.new`, file);
}

export const forget = (place: string): Promise<void> => fs.rm(join(place, publishedFile), { force: true });
