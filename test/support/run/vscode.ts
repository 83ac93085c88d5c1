import { join } from 'node:path';
import { openWorkbench } from '../vscode/browser.ts';
import { addForeign } from '../vscode/foreign.ts';
import { root, setStage } from './stage.ts';

/*
 * Runs the suites of test/vscode (bundled into dist/test) inside the extension host of a real VS Code, shows what
 * mocha prints there, and ends with its result. Arguments: a text that names the tests to run (as mocha's --grep).
 */
const minutes = 10;
/** Stands before each line that mocha prints, to tell it from all else that an extension host says. */
const mark = '[suites] ';

/** Runs them once, in a world of their own; the exit code, 1 where they did not end. */
async function runSuites(): Promise<number> {
  const stage = await setStage({
    prepare: addForeign,
    env: {
      CAIRN_TEST_GREP: process.argv[2] ?? '',
      CAIRN_TEST_COLORS: process.stdout.isTTY ? '1' : '',
      CAIRN_TEST_MARK: mark,
    },
  });
  let code: number | undefined;
  try {
    const tests = join(root, 'dist', 'test', 'index.js');
    const workbench = await openWorkbench(stage.vscode, {
      folder: stage.folder,
      extension: root,
      tests,
      onLog: (line) => {
        if (line.startsWith(mark)) console.log(line.slice(mark.length));
        else if (process.env.CAIRN_TEST_VERBOSE) console.log(line);
      },
    });
    const timeout = new Promise<undefined>((done) =>
      setTimeout(() => done(undefined), minutes * 60_000).unref(),
    );
    code = await Promise.race([workbench.testsEnded, timeout]);
    if (code === undefined)
      console.error(`No end after ${minutes} minutes. VS Code said:\n${stage.vscode.output()}`);
    await workbench.close();
  } catch (error) {
    console.error(error);
  } finally {
    await stage.close();
  }
  return code ?? 1;
}

let result = await runSuites();
// As with the browser's suites: on a build machine something may stall for once, and what is wrong stays so.
if (process.env.CI && result !== 0) {
  console.error('Once more, in a fresh VS Code.');
  result = await runSuites();
}
process.exit(result);
