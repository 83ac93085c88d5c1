import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { foreignFolder } from '../vscode/foreign.ts';
import { makeWorld, root } from './stage.ts';

/*
 * Runs the suites of test/vscode in a desktop VS Code: the one that CAIRN_VSCODE names, else a downloaded one.
 * Arguments: a text that names the tests to run (as mocha's --grep).
 */
const world = await makeWorld();
const profile = await mkdtemp(join(tmpdir(), 'cairn-desktop-'));
let code = 1;
try {
  await mkdir(join(profile, 'User'), { recursive: true });
  await writeFile(join(profile, 'User', 'settings.json'), JSON.stringify(world.settings));
  code = await runTests({
    vscodeExecutablePath: process.env.CAIRN_VSCODE,
    extensionDevelopmentPath: [root, foreignFolder],
    extensionTestsPath: join(root, 'dist', 'test', 'index.js'),
    launchArgs: [
      world.folder,
      '--user-data-dir',
      profile,
      '--disable-extensions',
      '--disable-workspace-trust',
    ],
    extensionTestsEnv: { ...world.env, CAIRN_TEST_GREP: process.argv[2] ?? '', CAIRN_TEST_COLORS: '1' },
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error('Without a download: set CAIRN_VSCODE to the executable of an installed VS Code.');
} finally {
  await world.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
}
process.exit(code);
