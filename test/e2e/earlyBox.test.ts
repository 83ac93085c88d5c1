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
    await page.locator('.review-widget').first().waitFor();
    // The window opens again with the file, and the other extension with its box.
    await page.waitForTimeout(2000);
    await page.reload();
  });
  after(() => workbench?.close());

  it('stays one box, with what is typed in it, and is coached', async () => {
    const { page } = workbench;
    const boxes = page.locator('.review-widget .comment-form .monaco-editor');
    await boxes.first().waitFor();
    await boxes.first().click();
    await page.keyboard.type('please fix this');
    await boxes.first().locator('.squiggly-info').waitFor({ timeout: 60_000 });
    assert.equal(await boxes.count(), 1);
    assert.match((await boxes.first().locator('.view-line').allInnerTexts()).join(), /please.fix.this/);
    await workbench.screenshot('coach-early-box');
  });
});
