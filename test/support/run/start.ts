import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { closeBrowser, startCairn } from '../../e2e/support/workbench.ts';
import { sampleMentee } from '../sample/sample.ts';
import { workbenchUrl } from '../vscode/browser.ts';
import { progress } from '../vscode/cache.ts';
import { root } from './stage.ts';
import { addStagehand } from './stagehand.ts';
import { startDesktop } from './startDesktop.ts';

/*
 * npm start: Cairn in a real VS Code, with the sample mentorship on a GitHub server of this machine. Runs until
 * Ctrl+C.
 *   --desktop  in the VS Code that is installed on this machine (CAIRN_VSCODE names another), not in a browser
 *   --check    performs the main job through the interface, without a person; the last line of stdout is JSON
 */
const { values } = parseArgs({ options: { desktop: { type: 'boolean' }, check: { type: 'boolean' } } });
if (values.check) process.exit(await check());
else if (values.desktop) process.exit(await startDesktop());
else await start();

/** Signs in, pulls, makes a goal, links and tags. Returns the exit code. */
async function check(): Promise<number> {
  const { doMainJob } = await import('./mainJob.ts');
  const done = { pulled: 0, tagged: 0, linked: 0 };
  let isDone = false;
  try {
    progress('starting VS Code …');
    const cairn = await startCairn({ size: [1280, 1000] });
    try {
      Object.assign(done, await doMainJob(cairn, (what) => progress(`${what} …`)));
      isDone = done.pulled > 0 && done.tagged === 3 && done.linked === 3;
    } catch (error) {
      progress(`failed; what it looked like: ${await cairn.screenshot('main-job-failed')}`);
      throw error;
    } finally {
      await cairn.close();
    }
  } catch (error) {
    console.error(error);
  }
  await closeBrowser();
  progress(`screenshots are in ${join(root, 'test', 'e2e', 'screenshots')}`);
  console.log(JSON.stringify(done));
  return isDone ? 0 : 1;
}

/** Fills the views by means of the stagehand, and leaves VS Code running. */
async function start(): Promise<void> {
  progress('starting VS Code …');
  const cairn = await startCairn({
    prepare: addStagehand,
    env: { CAIRN_SAMPLE_TOKEN: `token-for-${sampleMentee}` },
  });
  progress('signing in, pulling the sample feedback, making goals …');
  await cairn.openCairn();
  await cairn.goalsFrame().getByRole('article').nth(1).waitFor({ timeout: 120_000 });
  await cairn.page.close();
  await closeBrowser();
  const address = workbenchUrl(cairn.stage.vscode, { folder: cairn.stage.folder, extension: root });
  console.log(`\nCairn is ready. Open this address in Chrome, Edge or Firefox:\n\n  ${address}\n`);
  console.log('Click the stones in the activity bar if the views are not open. Ctrl+C ends everything.');
  const end = async () => {
    await cairn.stage.close();
    process.exit(0);
  };
  process.removeAllListeners('SIGINT').on('SIGINT', end);
  process.removeAllListeners('SIGTERM').on('SIGTERM', end);
}
