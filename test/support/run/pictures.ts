import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type CairnWorkbench, closeBrowser, startCairn } from '../../e2e/support/workbench.ts';
import { sampleMentee } from '../sample/sample.ts';
import { progress } from '../vscode/cache.ts';
import { addForeign } from '../vscode/foreign.ts';
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
await written();
await agreed();
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
  await cairn.page.keyboard.press('Escape');
  await cairn.runCommand('Cairn: Show Growth');
  await cairn.page
    .frameLocator('iframe.webview.ready:not([src*="purpose=webviewView"])')
    .frameLocator('iframe#active-frame')
    .getByRole('region', { name: 'Themes', exact: true })
    .waitFor({ timeout: 60_000 });
  await take(cairn, 'growth', { width: 1200, height: 900 });
  await cairn.close();
}

/** What a mentor writes: a note at its line, and a comment in another extension's box. */
async function written(): Promise<void> {
  const cairn = await startCairn({
    size: [900, 635],
    prepare: addForeign,
    settings: { 'comments.openView': 'never', 'editor.minimap.enabled': false },
  });
  const { page } = cairn;
  await cairn.openCairn();
  await cairn.signIn('marsh-lind');
  await cairn.runCommand('View: Toggle Primary Side Bar Visibility');
  await openFile(cairn, 'retry.ts');
  await goTo(cairn, 8);
  await cairn.runCommand('Cairn: Add Note');
  await page.locator('.review-widget .monaco-editor.focused').waitFor();
  await page.keyboard.type(
    'Why is `random` optional? A test that passes its own would show when the waits drift.',
  );
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Reply…' }).click();
  await page.keyboard.type('The same goes for `sleep`, by the way.');
  await take(cairn, 'note', { width: 900, height: 635 });
  await page.getByRole('button', { name: /^Reply to Note/ }).click();
  await openFile(cairn, 'config.ts');
  await cairn.runCommand('Reviewer: Write');
  const box = page.locator('.review-widget .comment-form .monaco-editor');
  await box.click();
  await page.keyboard.type('please fix this');
  await box.locator('.squiggly-info').waitFor();
  // In the midst of what is underlined.
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+.');
  await page.locator('.action-widget .monaco-list-row').first().waitFor();
  await take(cairn, 'coach', { width: 900, height: 435 });
  await cairn.close();
}

/** A mentorship that has just begun, with its charter. */
async function agreed(): Promise<void> {
  const cairn = await startCairn({ size: [1200, 900] });
  await cairn.openCairn();
  await cairn.signIn();
  await cairn.runCommand('Cairn: Start Mentorship');
  await cairn.pick('One to one');
  await cairn.pick('I am mentored');
  const answers = ['marsh-lind', 'Ada leads an incident review by spring.', 'To stay calm in an incident'];
  for (const answer of [...answers, 'To ask before I answer']) await cairn.answer(answer);
  await cairn.pick('Every two weeks');
  await cairn.runCommand('Cairn: Open Charter');
  await cairn.page.locator('.view-lines').filter({ hasText: 'Confidentiality' }).waitFor();
  await cairn.runCommand('Cairn: Accept Charter');
  await cairn.runCommand('Cairn: Show Mentorship');
  const panel = cairn.page
    .frameLocator('iframe.webview.ready:not([src*="purpose=webviewView"])')
    .frameLocator('iframe#active-frame');
  await panel.getByText('accepted', { exact: true }).first().waitFor();
  await take(cairn, 'mentorship', { width: 1200, height: 900 });
  await cairn.close();
}

async function openFile(cairn: CairnWorkbench, name: string): Promise<void> {
  await cairn.page.keyboard.press('Control+P');
  await cairn.page.locator('.quick-input-widget:visible .quick-input-box input').fill(name);
  await cairn.pick(name);
  await cairn.page.locator('.tab.active').filter({ hasText: name }).waitFor();
}

async function goTo(cairn: CairnWorkbench, line: number): Promise<void> {
  await cairn.page.keyboard.press('Control+G');
  await cairn.page.locator('.quick-input-widget:visible .quick-input-box input').fill(`:${line}`);
  await cairn.page.keyboard.press('Enter');
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
