import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import type { PanelState } from '../../../src/ui/growth/panelProtocol.ts';
import type { PanelStateInput } from '../../../src/ui/growth/panelState.ts';
import { root } from '../../support/run/stage.ts';

/** The words of the extension without an editor around them: English, as it ships. */
const english: Plugin = {
  name: 'english',
  setup(builder) {
    builder.onResolve({ filter: /^vscode$/ }, () => ({ path: 'vscode', namespace: 'english' }));
    builder.onLoad({ filter: /.*/, namespace: 'english' }, () => ({
      contents: `export const env = { language: 'en' };
        export const l10n = { t: (text, ...args) => text.replace(/\\{(\\d+)\\}/g, (_, at) => args[at]) };`,
    }));
  },
};

/** What the extension sends to the page, and the page itself, built as they ship. */
export async function panelHarness() {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-growth-'));
  const common = { bundle: true, minify: true, format: 'esm', logLevel: 'warning' } as const;
  const outfile = join(folder, 'state.mjs');
  await build({
    ...{ ...common, platform: 'node', plugins: [english], outfile },
    entryPoints: [join(root, 'src/ui/growth/panelState.ts')],
  });
  await build({
    ...{ ...common, platform: 'browser', target: 'es2022', outdir: folder },
    entryPoints: { growth: join(root, 'media/growth/main.ts') },
  });
  const { panelState } = (await import(pathToFileURL(outfile).href)) as {
    panelState: (input: PanelStateInput) => PanelState;
  };
  return {
    panelState,
    script: await readFile(join(folder, 'growth.js'), 'utf8'),
    style: await readFile(join(folder, 'growth.css'), 'utf8'),
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

/** What stands around the numbers where all is well. */
export const around = {
  ...{ isLoaded: true, isSignedIn: true, hasRepositories: true, problem: null, isFollowing: false, held: 0 },
};
