import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Metafile } from 'esbuild';
import { root } from '../support/run/stage.ts';
import { run } from '../support/vscode/npm.ts';

const entryLimit = 60_000;
/**
 * The main job had 250 kB and the shared space 420, with git, backups and import. Reviewing brings the coach and its words
 * (92 kB), writing to GitHub, notes, pull requests in the editor and 40 commands, each loaded with its first use. Sessions
 * and pairing bring dates in words (52 kB) and a calendar (37 kB) from libraries, git in the user's own repository (58 kB),
 * a view and eleven commands. Growth brings charts from a library (85 kB with its scales), the panel (42 kB), themes and their
 * thread (49 kB), what became of commented lines from clones and from GitHub (40 kB), reports (51 kB), self-review and recall.
 * The mentorship itself brings some 40 commands with their questions and panels, the roster with its matching, charters, what
 * is noticed, playbooks, knowledge notes and tours (310 kB together), each loaded with its first use.
 */
const totalLimit = 1_800_000;
const entry = 'dist/extension.js';
/** What the thread that computes themes loads. */
const workerLimit = 60_000;
const worker = 'dist/growthWorker.js';

/**
 * Bytes of the minified bundles: `entry` is what activation loads (with every chunk that it imports statically),
 * `worker` what the thread for themes loads, `total` all code of the extension host, `chunks` each file by its largest
 * source, `webview` the pages' scripts.
 */
export default async function size() {
  await run(process.execPath, ['esbuild.mjs', '--production'], { cwd: root });
  const { outputs } = await metafile('extension');
  const bytesOf = (path: string) =>
    sum([...loadedWith(path, outputs)].map((one) => outputs[one]?.bytes ?? 0));
  const bytesAtStart = bytesOf(entry);
  const bytesOfWorker = bytesOf(worker);
  const total = sum(Object.values(outputs).map(({ bytes }) => bytes));
  const webview = sum(Object.values((await metafile('webview')).outputs).map(({ bytes }) => bytes));
  const chunks = Object.entries(outputs).map(
    ([path, output]) => [nameOf(path, output), output.bytes] as const,
  );
  return {
    entry: bytesAtStart,
    entryLimit,
    worker: bytesOfWorker,
    workerLimit,
    total,
    totalLimit,
    webview,
    chunks: Object.fromEntries(chunks.sort((one, other) => other[1] - one[1])),
    ok: bytesAtStart <= entryLimit && bytesOfWorker <= workerLimit && total <= totalLimit,
  };
}

async function metafile(name: string): Promise<Metafile> {
  return JSON.parse(await readFile(join(root, 'dist', `${name}.meta.json`), 'utf8'));
}

/** A file and all that it imports before its first line runs. */
function loadedWith(path: string, outputs: Metafile['outputs'], found = new Set<string>()): Set<string> {
  if (found.has(path)) return found;
  found.add(path);
  for (const { kind, path: next, external } of outputs[path]?.imports ?? []) {
    if (kind === 'import-statement' && !external) loadedWith(next, outputs, found);
  }
  return found;
}

/** A chunk's own name tells little: the source that fills most of it tells more. */
function nameOf(path: string, output: Metafile['outputs'][string]): string {
  const inputs = Object.entries(output.inputs).sort(
    (one, other) => other[1].bytesInOutput - one[1].bytesInOutput,
  );
  const main = output.entryPoint ?? inputs[0]?.[0] ?? '';
  return `${basename(path)} (${main.replace(/^.*node_modules\//, '')})`;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
