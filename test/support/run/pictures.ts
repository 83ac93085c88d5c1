import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type CairnWorkbench, closeBrowser, startCairn } from '../../e2e/support/workbench.ts';
import { sampleMentee } from '../sample/sample.ts';
import { progress } from '../vscode/cache.ts';
import { root } from './stage.ts';
import { addStagehand } from './stagehand.ts';

/*
 * npm run pictures: takes the walkthrough's and the README's pictures of the real thing anew. The extension must have
 * been built before.
 */
const folder = join(root, 'media', 'walkthrough');
await mkdir(folder, { recursive: true });
await empty();
await filled();
await closeBrowser();

async function empty(): Promise<void> {
  const cairn = await startCairn({ size: [900, 620] });
  await cairn.openCairn();
  await cairn.view('Feedback').getByRole('button', { name: 'Sign In to GitHub' }).waitFor();
  await cairn.goalsFrame().getByRole('heading').first().waitFor();
  await take(cairn, 'signIn', { width: 560, height: 620 });
  await cairn.close();
}

async function filled(): Promise<void> {
  const cairn = await startCairn({
    size: [1200, 900],
    prepare: addStagehand,
    env: { CAIRN_SAMPLE_TOKEN: `token-for-${sampleMentee}` },
  });
  await cairn.openCairn();
  await cairn.goalsFrame().getByRole('article').nth(1).waitFor({ timeout: 120_000 });
  await cairn
    .goalsFrame()
    .getByText(/[3-9]\s*start/)
    .first()
    .waitFor({ timeout: 60_000 });
  await take(cairn, 'link', { width: 900, height: 800 });
  await take(cairn, 'goal', { width: 560, height: 480 });
  await cairn.row('Feedback', /^To tag/).waitFor();
  await cairn.page.keyboard.press('Escape');
  await take(cairn, 'pull', { width: 560, height: 900 });
  await cairn.select(cairn.view('Feedback').locator('.monaco-list-row').nth(1));
  await cairn.page.locator('.review-widget .body').first().waitFor();
  await cairn.runCommand('View: Toggle Panel Visibility');
  await take(cairn, 'tag', { width: 1200, height: 900 });
  await cairn.runCommand('Cairn: Show Space');
  await cairn.page.locator('.quick-input-widget:visible .monaco-list-row').first().waitFor();
  await take(cairn, 'space', { width: 910, height: 480, top: 0 });
  await cairn.close();
}

async function take(
  cairn: CairnWorkbench,
  name: string,
  { width, height, top = 35 }: { width: number; height: number; top?: number },
): Promise<void> {
  progress(`${name} …`);
  // Hovers and progress bars go away by themselves.
  await cairn.page.mouse.move(width - 5, 300);
  await cairn.page.waitForTimeout(2500);
  await cairn.page.screenshot({
    path: join(folder, `${name}.png`),
    clip: { x: 0, y: top, width, height: height - top },
  });
}
