import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openWorkbench } from '../vscode/browser.ts';
import { startServer } from '../vscode/server.ts';
import { reportMark } from './mark.ts';

/*
 * Runs the suites of test/vscode (bundled into dist/test) inside the extension host of a real VS Code, shows what
 * mocha prints there, and ends with its result. Arguments: a text that names the tests to run (as mocha's --grep).
 */
const root = resolve(import.meta.dirname, '../../..');
const minutes = 10;

const temporary = await mkdtemp(join(tmpdir(), 'cairn-suites-'));
const folder = join(temporary, 'workspace');
await mkdir(folder);
const server = await startServer({
  env: {
    CAIRN_TEST_GREP: process.argv[2] ?? '',
    CAIRN_TEST_COLORS: process.stdout.isTTY ? '1' : '',
    CAIRN_TEST_TEMPORARY: temporary,
  },
  settings: { 'cairn.dataFolder': join(temporary, 'data') },
});

let code = 1;
try {
  const extension = root;
  const tests = join(root, 'dist', 'test', 'index.js');
  const workbench = await openWorkbench(server, { folder, extension, tests, onLog: show });
  const timeout = new Promise<'timeout'>((done) => setTimeout(done, minutes * 60_000, 'timeout').unref());
  const result = await Promise.race([workbench.testsEnded, timeout]);
  if (result === 'timeout') {
    console.error(`The suites did not end in ${minutes} minutes. The server said:\n${server.output()}`);
  } else {
    code = result;
  }
  await workbench.close();
} catch (error) {
  console.error(error);
} finally {
  await server.stop();
  await rm(temporary, { recursive: true, force: true });
}
process.exit(code);

/** The extension host's console carries mocha's lines behind a mark, and much else that is of no use here. */
function show(line: string): void {
  if (line.startsWith(reportMark)) console.log(line.slice(reportMark.length));
  else if (process.env.CAIRN_TEST_VERBOSE) console.log(line);
}
