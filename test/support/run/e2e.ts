import { globSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import { closeBrowser, whatIsShown } from '../../e2e/support/workbench.ts';
import { findBrowser } from '../vscode/chromium.ts';
import { installVSCode } from '../vscode/install.ts';
import { root } from './stage.ts';

/*
 * Runs the suites of test/e2e: a browser in a real VS Code. The extension must have been built before.
 * Arguments: a text that names the tests to run (as mocha's --grep).
 */
await installVSCode();
await findBrowser();

// A machine that builds for many is slow at times; a wait costs nothing where all is well.
const timeout = process.env.CI ? 300_000 : 120_000;
// There a browser may stall for once, too; what is wrong stays so.
const retries = process.env.CI ? 1 : 0;
const mocha = new Mocha({ ui: 'bdd', timeout, retries, forbidPending: true, grep: process.argv[2] });
for (const file of globSync('test/e2e/**/*.test.ts', { cwd: root }).sort()) mocha.addFile(join(root, file));
await mocha.loadFilesAsync();
mocha.rootHooks({
  async afterEach(this: Mocha.Context) {
    if (this.currentTest?.state === 'failed') console.error(await whatIsShown().catch(String));
  },
});

let tests = 0;
const failures = await new Promise<number>((done) => {
  mocha.run(done).on('test end', () => {
    tests += 1;
  });
});
await closeBrowser();
if (tests === 0) console.error('No test ran.');
process.exit(failures > 0 || tests === 0 ? 1 : 0);
