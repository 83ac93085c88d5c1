import { globSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import { findBrowser } from '../vscode/chromium.ts';
import { installVSCode } from '../vscode/install.ts';
import { root } from './stage.ts';

/*
 * Runs the suites of test/e2e, a browser in a real VS Code, two files at a time: most of their time is waiting for what
 * a person would see. The extension must have been built before.
 * Arguments: a text that names the tests to run (as mocha's --grep).
 */
await installVSCode();
await findBrowser();

/** Files that take longest begin first, so that none of them is left over at the end. */
const long = [
  'twoPeople',
  'annotations',
  'pairing',
  'growth',
  'pullRequest',
  'package',
  'logSession',
  'nextActions',
];

// A machine that builds for many is slow at times; a wait costs nothing where all is well.
const timeout = process.env.CI ? 300_000 : 120_000;
// There a browser may stall for once, too; what is wrong stays so.
const retries = process.env.CI ? 1 : 0;
const mocha = new Mocha({
  ...{ ui: 'bdd', timeout, retries, forbidPending: true, grep: process.argv[2] },
  ...{ parallel: true, jobs: 2, require: [join(root, 'test/e2e/support/hooks.ts')] },
});
const rank = (file: string) => (long.findIndex((name) => file.endsWith(`${name}.test.ts`)) + 1 || 99) - 1;
const files = globSync('test/e2e/**/*.test.ts', { cwd: root }).sort();
for (const file of files.sort((a, b) => rank(a) - rank(b))) mocha.addFile(join(root, file));

let tests = 0;
const failures = await new Promise<number>((done) => {
  const runner = mocha.run(done);
  runner.on('test end', () => {
    tests += 1;
  });
  // Most suites go on from what stands there: what failed first is the cause, the second try may only show what it left.
  runner.on('retry', (test, error) =>
    console.error(`Tried again: ${test.fullTitle()}\n${error.stack ?? error}`),
  );
});
if (tests === 0) console.error('No test ran.');
process.exit(failures > 0 || tests === 0 ? 1 : 0);
