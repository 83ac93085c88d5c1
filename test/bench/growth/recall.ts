import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { lineInText, RecallIndex } from '../../../src/growth/recall/index.ts';
import { plainLine } from '../../../src/model/plainLine.ts';
import { safeMarkdown } from '../../../src/model/safeText.ts';
import { join as joined } from '../../../src/ui/recall/found.ts';
import { manyPieces, pathsIn, recallRepository } from '../../support/growth/recalled.ts';
import { root } from '../../support/run/stage.ts';
import { launchBrowser, openWorkbench } from '../../support/vscode/browser.ts';
import { startServer } from '../../support/vscode/server.ts';

const pieces = 8000;
/** Files that are staged, and those of them that are in view. */
const [staged, inView] = [40, 2];
const rounds = 30;
/** Milliseconds from git's event on. */
const bound = 20;

/**
 * What is recalled for staged files, with 8,000 pieces of feedback: milliseconds from git's event until the decorations
 * and the notice are there, in a real extension host with the real Git extension. `new` is right after feedback changed,
 * with all of the index made in between, `again` is when it was prepared, as it is a moment after each change: that is
 * held to the bound. `core` is the same work without VS Code; `newCpuMs` is what the processor was busy with both, which a
 * busy machine changes less than the time that passed.
 */
export default async function measureRecall() {
  const core = measureCore();
  const host = await measureHost();
  const ok = [core.newCpuMs, core.againMs, host.againMs].every((each) => each <= bound);
  return { pieces, staged, bound, core, host, ok };
}

function measureCore() {
  const { feedback, themes } = manyPieces(pieces);
  const byId = new Map(themes.flatMap((theme) => theme.feedbackIds.map((id) => [id, theme] as const)));
  const known = {
    themeOf: (id: string) => byId.get(id),
    recurrences: new Map(),
    followThrough: () => undefined,
  };
  const files = pathsIn(feedback, staged).map((path) => ({ path, before: null, uri: null as never }));
  const text = Array.from({ length: 2000 }, (_, i) => `  call(${i}, "${i * 31}");`).join('\n');
  const answer = (index: RecallIndex) => {
    const found = joined([{ files, answer: index.answer([recallRepository], files) }]);
    for (const { recalled } of found.files.slice(0, inView)) {
      lineInText(`${text}\n${plainLine(recalled.feedback.body, 70)}`, recalled.feedback);
      safeMarkdown(recalled.feedback.body);
    }
    if (found.files.length < staged / 2 || found.ideas.length !== 3) throw new Error('Too little was found.');
  };
  const fresh: number[] = [];
  const again: number[] = [];
  const before = process.cpuUsage();
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    const index = new RecallIndex(feedback, known);
    answer(index);
    const middle = performance.now();
    answer(index);
    fresh.push(middle - start);
    again.push(performance.now() - middle);
  }
  const { user, system } = process.cpuUsage(before);
  const newCpuMs = rounded((user + system) / 1000 / rounds);
  return { ...figures(fresh, again), newCpuMs };
}

async function measureHost() {
  const temporary = await mkdtemp(join(tmpdir(), 'cairn-recall-'));
  const folder = join(temporary, 'beacon');
  const probe = join(root, 'dist', 'bench', 'recallProbe.js');
  await build({
    entryPoints: [join(root, 'test', 'bench', 'growth', 'recallProbe.ts')],
    outfile: probe,
    ...{ bundle: true, platform: 'node', format: 'esm', minify: true, external: ['vscode'] },
    banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
  });
  await makeRepository(folder);
  const server = await startServer({
    settings: { 'cairn.dataFolder': join(temporary, 'data') },
    env: { CAIRN_BENCH_PIECES: String(pieces), CAIRN_BENCH_STAGED: String(staged) },
  });
  const browser = await launchBrowser();
  try {
    const lines: string[] = [];
    const onLog = (line: string) => lines.push(line);
    const workbench = await openWorkbench(server, { folder, extension: root, tests: probe, onLog }, browser);
    const code = await workbench.testsEnded;
    await workbench.close();
    const said = lines.find((line) => line.startsWith('[bench] '));
    if (code !== 0 || !said)
      throw new Error(`The measurement failed (${code}):\n${lines.slice(-15).join('\n')}`);
    const { fresh, again } = JSON.parse(said.slice('[bench] '.length)) as Record<'fresh' | 'again', number[]>;
    return figures(fresh, again);
  } finally {
    await browser.close();
    await server.stop();
    await rm(temporary, { recursive: true, force: true });
  }
}

async function makeRepository(folder: string): Promise<void> {
  for (const path of pathsIn(manyPieces(pieces).feedback, staged)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    const lines = Array.from({ length: 2000 }, (_, i) => `  call(${i}, "${path} ${i * 31}");`);
    await writeFile(join(folder, path), lines.join('\n'));
  }
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, stdio: 'ignore' });
  git('init', '--quiet', '--initial-branch', 'main');
  git('remote', 'add', 'origin', `https://github.com/${recallRepository}.git`);
}

const figures = (fresh: number[], again: number[]) => ({
  ...{ newMs: median(fresh), newMaxMs: most(fresh) },
  ...{ againMs: median(again), againMaxMs: most(again) },
});
const rounded = (milliseconds: number) => Math.round(milliseconds * 10) / 10;
const most = (numbers: readonly number[]) => rounded(Math.max(...numbers));
const median = (numbers: readonly number[]) =>
  rounded(numbers.toSorted((one, other) => one - other)[numbers.length >> 1]!);
