import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';

/** A file that this machine wrote for a space, and the day on which it last did. */
export type KeptFile = { id: string; folder: string; day: string };

const schema = z.record(
  z.string(),
  z.object({ id: z.string().check(z.regex(/^[0-9a-f]{32}$/)), folder: z.string(), day: z.string() }),
);

/** Where this machine remembers what it published, by the slug of the space. */
export const publishedFile = (data: string): string => join(data, 'programme', 'published.json');

async function read(data: string): Promise<Record<string, KeptFile>> {
  try {
    return schema.parse(JSON.parse(await fs.readFile(publishedFile(data), 'utf8')));
  } catch {
    return {};
  }
}

export async function publishedAs(data: string, slug: string): Promise<KeptFile | null> {
  const all = await read(data);
  return Object.hasOwn(all, slug) ? all[slug]! : null;
}

export async function remember(data: string, slug: string, kept: KeptFile): Promise<void> {
  await write(data, { ...(await read(data)), [slug]: kept });
}

export async function forget(data: string, slug: string): Promise<void> {
  const { [slug]: _, ...others } = await read(data);
  await write(data, others);
}

async function write(data: string, all: Record<string, KeptFile>): Promise<void> {
  const file = publishedFile(data);
  await fs.mkdir(join(data, 'programme'), { recursive: true });
  await fs.writeFile(`${file}.${process.pid}.new`, `${JSON.stringify(all, null, 2)}\n`);
  await fs.rename(`${file}.${process.pid}.new`, file);
}
