import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

const folder = join(import.meta.dirname, 'beacon');

/**
 * The sample service's code as it is now, by path with `/`: what the comments' lines and hunks are made
 * from, and what a sample workspace holds. It is kept as `.txt` so that no tool takes it for the project's own.
 */
export function sampleFiles(): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.txt'),
  );
  return Object.fromEntries(
    paths
      .sort()
      .map((path) => [
        path.slice(0, -'.txt'.length).split(sep).join('/'),
        readFileSync(join(folder, path), 'utf8'),
      ]),
  );
}
