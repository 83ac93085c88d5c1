import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../support/run/stage.ts';
import { launchBrowser, openWorkbench } from '../support/vscode/browser.ts';
import { progress } from '../support/vscode/cache.ts';
import { startServer } from '../support/vscode/server.ts';

/** Bounds of the first children and of a tag, in milliseconds. */
const bound = 50;

/**
 * The Feedback view with 8,000 pieces, in a real extension host: reading cache and journal, the first children (the
 * groups and the first group's rows with all that is drawn of them), and a tag from the call over the journal's
 * sync to the rows that the view draws next. Medians, milliseconds; the workbench's own drawing is not in them.
 */
export default async function tree([pieces = '8000']: string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-tree-'));
  const probe = join(root, 'dist', 'bench', 'treeProbe.js');
  await build({
    entryPoints: [join(root, 'test', 'bench', 'treeProbe.ts')],
    outfile: probe,
    bundle: true,
    platform: 'node',
    format: 'esm',
    minify: true,
    external: ['vscode'],
    banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
  });
  const server = await startServer({
    settings: { 'cairn.dataFolder': join(folder, 'data') },
    env: { CAIRN_BENCH_FOLDER: folder, CAIRN_BENCH_PIECES: pieces },
  });
  const browser = await launchBrowser();
  try {
    progress(`${pieces} pieces of feedback …`);
    const lines: string[] = [];
    const onLog = (line: string) => lines.push(line);
    const workbench = await openWorkbench(server, { folder, extension: root, tests: probe, onLog }, browser);
    const code = await workbench.testsEnded;
    await workbench.close();
    const said = lines.find((line) => line.startsWith('[bench] '));
    if (code !== 0 || !said)
      throw new Error(`The measurement failed (${code}):\n${lines.slice(-15).join('\n')}`);
    const result = JSON.parse(said.slice('[bench] '.length)) as { firstChildrenMs: number; tagMs: number };
    return { ...result, bound, ok: result.firstChildrenMs <= bound && result.tagMs <= bound };
  } finally {
    await browser.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
