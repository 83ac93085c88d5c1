import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { root } from '../support/run/stage.ts';
import { launchBrowser, openWorkbench } from '../support/vscode/browser.ts';
import { progress } from '../support/vscode/cache.ts';
import { run } from '../support/vscode/npm.ts';
import { startServer } from '../support/vscode/server.ts';

const quietMs = 9000;
/** Half of what CodeTour takes in the same VS Code, measured in the same way: 67 to 110 ms, by machine. */
const codeTourPublished = [33.5, 55];

interface Sample {
  wallMs: number;
  cpuMs: number;
}

/**
 * Milliseconds, wall and processor, that a real VS Code takes to activate Cairn after nine seconds of quiet: the
 * median of several fresh starts (argument: how many). CAIRN_CODETOUR may name CodeTour's VSIX, which is then
 * measured in turn with Cairn, and half of its wall time is the bound.
 */
export default async function activation([count = '5']: string[]) {
  await run(process.execPath, ['esbuild.mjs', '--production'], { cwd: root });
  const vsix = process.env.CAIRN_CODETOUR;
  const browser = await launchBrowser();
  const cairn: Sample[] = [];
  const codeTour: Sample[] = [];
  try {
    for (let index = 0; index < Number(count); index++) {
      progress(`activation ${index + 1} of ${count} …`);
      cairn.push(await measure(browser, 'cairn-mentoring.cairn', []));
      if (vsix) codeTour.push(await measure(browser, 'vsls-contrib.codetour', [vsix]));
    }
  } finally {
    await browser.close();
  }
  const wallMs = median(cairn.map((sample) => sample.wallMs));
  const bound = vsix ? median(codeTour.map((sample) => sample.wallMs)) / 2 : Math.min(...codeTourPublished);
  return {
    wallMs,
    cpuMs: median(cairn.map((sample) => sample.cpuMs)),
    runs: cairn.map((sample) => round(sample.wallMs)),
    ...(vsix ? { codeTourHalf: round(bound) } : { codeTourPublished }),
    ok: wallMs <= bound,
  };
}

async function measure(browser: Browser, id: string, extensions: string[]): Promise<Sample> {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-activation-'));
  const server = await startServer({
    extensions,
    settings: { 'cairn.dataFolder': join(folder, 'data') },
    env: { CAIRN_BENCH_EXTENSION: id, CAIRN_BENCH_QUIET: String(quietMs) },
  });
  try {
    const lines: string[] = [];
    const tests = join(root, 'test', 'bench', 'activationProbe.mjs');
    const onLog = (line: string) => lines.push(line);
    const extension = await resting(join(folder, 'extension'));
    const workbench = await openWorkbench(server, { folder, extension, tests, onLog }, browser);
    const code = await workbench.testsEnded;
    await workbench.close();
    const said = lines.find((line) => line.startsWith('[bench] '));
    if (code !== 0 || !said)
      throw new Error(`The measurement failed (${code}):\n${lines.slice(-15).join('\n')}`);
    return JSON.parse(said.slice('[bench] '.length));
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Cairn as it is built, that nothing wakes: with the start of the window it would be measured beside all that VS Code
 * does then.
 */
async function resting(folder: string): Promise<string> {
  await mkdir(folder);
  const shipped = ['dist', 'media', 'l10n'];
  const names = (await readdir(root)).filter((name) => shipped.includes(name) || /^package\.nls/.test(name));
  for (const name of names) await symlink(join(root, name), join(folder, name));
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ ...manifest, activationEvents: [] }));
  return folder;
}

function median(numbers: number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  const value = sorted.length % 2 ? sorted[middle] : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
  return round(value ?? Number.NaN);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
