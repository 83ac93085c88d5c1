import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';

/**
 * VS Code calls this in the extension host: runs every suite beside this file. Rejects when a test fails, when one
 * is skipped, and when there was none to run.
 */
export async function run(): Promise<void> {
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 60_000,
    color: Boolean(process.env.CAIRN_TEST_COLORS),
    forbidPending: true,
    grep: process.env.CAIRN_TEST_GREP || undefined,
  });
  const mark = process.env.CAIRN_TEST_MARK ?? '';
  // The host's console does not fill in %s itself.
  Mocha.reporters.Base.consoleLog = (...args: unknown[]) => {
    for (const line of format(...args).split('\n')) console.log(mark + line);
  };
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => name.endsWith('.test.js')).sort()) {
    mocha.addFile(join(import.meta.dirname, file));
  }
  await mocha.loadFilesAsync();
  const { tests, failures } = await new Promise<{ tests: number; failures: number }>((resolve) => {
    let tests = 0;
    const runner = mocha.run((failures) => resolve({ tests, failures }));
    runner.on('test end', () => {
      tests += 1;
    });
  });
  if (tests === 0) throw new Error('No test ran.');
  if (failures > 0) throw new Error(`${failures} of ${tests} tests failed.`);
}
