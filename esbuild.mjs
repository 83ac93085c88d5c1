import { readdir, rm, writeFile } from 'node:fs/promises';
import { context } from 'esbuild';

/*
 * Three builds: the extension (what is imported with `import()` becomes a chunk, loaded when it is needed),
 * the webviews' pages, and with --test the suites that run inside VS Code.
 * Usage: node esbuild.mjs [--watch] [--production] [--test]
 */
const has = (flag) => process.argv.includes(flag);
const watch = has('--watch');
const production = has('--production');

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  metafile: true,
  logLevel: 'warning',
  legalComments: 'none',
};

/** @type {import('esbuild').BuildOptions} */
const inNode = {
  ...common,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  splitting: true,
  external: ['vscode'],
  // CommonJS parts of libraries call require(), which an ES module does not have.
  banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
};

/** @type {Record<string, import('esbuild').BuildOptions>} */
const builds = {
  extension: {
    ...inNode,
    entryPoints: { extension: 'src/extension.ts', growthWorker: 'src/growth/themes/worker.ts' },
    outdir: 'dist',
    chunkNames: 'chunks/[name]-[hash]',
  },
  webview: {
    ...common,
    platform: 'browser',
    target: 'es2022',
    format: 'esm',
    entryPoints: {
      goals: 'media/goals/main.ts',
      growth: 'media/growth/main.ts',
      report: 'media/report/main.ts',
      panel: 'media/panel/main.ts',
    },
    outdir: 'dist/webview',
  },
};
if (has('--test')) {
  builds.test = {
    ...inNode,
    minify: false,
    sourcemap: 'inline',
    packages: 'external',
    entryPoints: ['test/vscode/index.ts', 'test/vscode/**/*.test.ts'],
    outbase: 'test/vscode',
    chunkNames: 'chunks/[name]-[hash]',
    outdir: 'dist/test',
  };
  // A suite that was deleted must not run on.
  await rm('dist/test', { recursive: true, force: true });
}

for (const [name, options] of Object.entries(builds)) {
  const build = await context(options);
  if (watch) await build.watch();
  else {
    const { metafile } = await build.rebuild();
    await writeFile(`dist/${name}.meta.json`, JSON.stringify(metafile));
    await build.dispose();
    await removeOthers(`${options.outdir}/chunks`, metafile);
  }
}

/** Chunks of earlier builds would be packed with the extension. */
async function removeOthers(folder, { outputs }) {
  for (const file of await readdir(folder).catch(() => [])) {
    if (!(`${folder}/${file}` in outputs)) await rm(`${folder}/${file}`);
  }
}
