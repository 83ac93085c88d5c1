import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { PullLine } from './types.ts';

/**
 * Reads an NDJSON set (`.ndjson`, or gzipped `.ndjson.gz`), one pull request a line.
 * Throws an Error that names file and line when a line is no JSON.
 */
export async function loadLines(file: string): Promise<PullLine[]> {
  const bytes = await readFile(file);
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const text = (isGzip ? await promisify(gunzip)(bytes) : bytes).toString('utf8');
  const lines: PullLine[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    try {
      lines.push(JSON.parse(line) as PullLine);
    } catch (error) {
      throw new Error(`${file}:${index + 1}: not JSON: ${String(error)}`);
    }
  }
  return lines;
}
