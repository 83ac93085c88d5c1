import assert from 'node:assert/strict';
import { addForeign } from '../support/vscode/foreign.ts';
import { type CairnWorkbench, startCairn } from './support/workbench.ts';

describe('a comment box that is open before Cairn is started', () => {
  let workbench: CairnWorkbench;

  before(async () => {
    workbench = await startCairn({
      size: [1100, 760],
      prepare: addForeign,
      env: { REVIEWER_IS_EARLY: '1' },
    });
    const { page } = workbench;
    await page.getByRole('treeitem', { name: 'src' }).first().click();
    await page.getByRole('treeitem', { name: 'config.ts' }).dblclick();
    await page.getByRole('tab', { name: 'config.ts' }).waitFor();
    await page.locator('.review-widget').first().waitFor({ timeout: 60_000 });
    // Whoever has notes has Cairn draw as soon as the window opens.
    await page.locator('.view-line').nth(2).click();
    await workbench.runCommand('Cairn: Add Note');
    const box = page.locator('.review-widget').filter({ hasText: 'Keep as Note' });
    await box.locator('.monaco-editor').click();
    await page.keyboard.type('A note of mine.');
    await box.getByRole('button', { name: /^Keep as Note/ }).click();
    await note().waitFor();
    // The window opens again with the file, and the other extension with its box.
    await page.waitForTimeout(2000);
    await page.reload();
  });
  after(() => workbench?.close());

  const note = () => workbench.page.locator('.review-widget .review-comment').getByText('A note of mine.');

  it('stays one box, with what is typed in it, and is coached', async () => {
    const { page } = workbench;
    const reviews = page.locator('.review-widget').filter({ hasText: 'Reviewer' });
    const boxes = reviews.locator('.comment-form .monaco-editor');
    await boxes.first().waitFor({ timeout: 60_000 });
    await boxes.first().click();
    await boxes.first().evaluate((box) => box.setAttribute('data-seen', 'yes'));
    await page.keyboard.type('please fix this');
    await boxes.first().locator('.squiggly-info').waitFor({ timeout: 60_000 });
    // What Cairn has to say about notes is loaded by now, and would be drawn.
    await workbench.runCommand('Cairn: Show Drafts');
    await page.getByText('Nothing was typed that is not sent').first().waitFor();
    await page.waitForTimeout(4000);
    assert.equal(await boxes.count(), 1);
    assert.match((await boxes.first().locator('.view-line').allInnerTexts()).join(), /please.fix.this/);
    assert.equal(await boxes.first().getAttribute('data-seen'), 'yes', 'it is not drawn anew');
    await workbench.screenshot('coach-early-box');
    assert.equal(await note().count(), 0, 'notes are drawn when nobody writes any more');
    await boxes.first().click();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await note().waitFor({ timeout: 60_000 });
    assert.equal(await boxes.count(), 1);
  });
});
