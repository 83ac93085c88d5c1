import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
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
const rank = (file: string) => (long.findIndex((name) => file.endsWith(`${name}.test.ts`)) + 1 || 99) - 1;

/** Runs the suites of these files, two files at a time. Says how many tests there were, and in which files some failed. */
async function runFiles(files: readonly string[]): Promise<{ tests: number; failed: Set<string> }> {
  const mocha = new Mocha({
    ...{ ui: 'bdd', timeout, forbidPending: true, grep: process.argv[2] },
    ...{ parallel: true, jobs: 2, require: [join(root, 'test/e2e/support/hooks.ts')] },
  });
  for (const file of files) mocha.addFile(file);
  let tests = 0;
  const failed = new Set<string>();
  await new Promise<void>((done) => {
    mocha
      .run((failures) => {
        // What fails outside of any test names no file.
        if (failures > 0 && failed.size === 0) for (const file of files) failed.add(file);
        done();
      })
      .on('test end', () => {
        tests += 1;
      })
      .on('fail', ({ file }) => {
        if (file) failed.add(file);
      });
  });
  return { tests, failed };
}

const all = globSync('test/e2e/**/*.test.ts', { cwd: root }).sort();
const files = all.sort((a, b) => rank(a) - rank(b)).map((file) => join(root, file));
const { tests, failed } = await runFiles(files);
if (tests === 0) console.error('No test ran.');
let isGreen = tests > 0 && failed.size === 0;
// On such a machine a browser may stall for once. A suite goes on from what its tests have left, so that the whole file is
// run again, in a fresh VS Code: what is wrong stays so, and what failed at first stands above.
if (process.env.CI && failed.size > 0 && failed.size <= 3) {
  console.error(`Once more, in a fresh VS Code: ${[...failed].map((file) => basename(file)).join(', ')}`);
  isGreen = (await runFiles([...failed])).failed.size === 0;
}
process.exit(isGreen ? 0 : 1);
