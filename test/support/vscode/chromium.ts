import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { cached, progress } from './cache.ts';
import { npm, run } from './npm.ts';

const VERSION = '153.0.0';

/** A browser to drive, and the variables it needs besides the process's own. */
export interface Browser {
  executable: string;
  env: NodeJS.ProcessEnv;
}

/**
 * Finds a Chromium: what CAIRN_BROWSER names, one installed on this machine, or (Linux on x64) the one that the
 * npm package \@sparticuz/chromium brings, installed once per user. Throws with what to do where there is none.
 */
export async function findBrowser(): Promise<Browser> {
  const named = process.env.CAIRN_BROWSER;
  if (named) {
    if (named === 'npm') return packagedBrowser();
    if (!existsSync(named)) throw new Error(`CAIRN_BROWSER names ${named}, which does not exist.`);
    return { executable: named, env: {} };
  }
  const installed = candidates().find((path) => existsSync(path));
  if (installed) return { executable: installed, env: {} };
  return packagedBrowser();
}

function candidates(): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
    );
  }
  if (process.platform === 'win32') {
    const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
    return roots.flatMap((root) =>
      root
        ? [
            `${root}\\Google\\Chrome\\Application\\chrome.exe`,
            `${root}\\Microsoft\\Edge\\Application\\msedge.exe`,
          ]
        : [],
    );
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder.startsWith('/'));
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

async function packagedBrowser(): Promise<Browser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'No browser found. Install Chrome or Chromium, or name one by the variable CAIRN_BROWSER.',
    );
  }
  const folder = await cached(`chromium-${VERSION}`, fill);
  const unpacked = join(folder, 'unpacked');
  const executable = join(unpacked, 'chromium');
  return { executable, env: await missingParts(executable, unpacked) };
}

async function fill(folder: string): Promise<void> {
  progress('no browser on this machine: fetching one for the tests, once');
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'cairn-test-browser', private: true }),
  );
  const install = ['install', `@sparticuz/chromium@${VERSION}`, '--ignore-scripts', '--save-exact'];
  await npm(install, { cwd: folder, label: 'fetching Chromium' });
  const unpacked = join(folder, 'unpacked');
  await mkdir(unpacked);
  // The package unpacks into the temporary folder, and its libraries only where it believes to run on Lambda.
  await run(
    process.execPath,
    ['-e', "import('@sparticuz/chromium').then((m) => m.default.executablePath())"],
    {
      cwd: folder,
      env: { ...process.env, TMPDIR: unpacked, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
    },
  );
}

/** A bare machine lacks libraries and fonts that a desktop has: the package's own, only then. */
async function missingParts(executable: string, unpacked: string): Promise<NodeJS.ProcessEnv> {
  const env: NodeJS.ProcessEnv = {};
  const libraries = await run('ldd', [executable]).catch(() => 'not found');
  if (libraries.includes('not found')) {
    env.LD_LIBRARY_PATH = [join(unpacked, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH]
      .filter(Boolean)
      .join(':');
  }
  if (!existsSync('/etc/fonts')) env.FONTCONFIG_PATH = join(unpacked, 'fonts');
  return env;
}
