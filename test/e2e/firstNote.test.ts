import { type CairnWorkbench, startCairn } from './support/workbench.ts';

describe('the first note of somebody who has never used Cairn', () => {
  let workbench: CairnWorkbench;

  before(async () => {
    workbench = await startCairn({ size: [1100, 760], settings: { 'comments.openView': 'never' } });
    const { page } = workbench;
    await page.getByRole('treeitem', { name: 'src' }).first().click();
    await page.getByRole('treeitem', { name: 'config.ts' }).dblclick();
    await page.getByRole('tab', { name: 'config.ts' }).waitFor();
    await page.locator('.view-line').first().click();
  });
  after(() => workbench?.close());

  it('is written in a box that the command opens, by keys alone', async () => {
    const { page } = workbench;
    await workbench.runCommand('Cairn: Add Note');
    const box = page.locator('.review-widget');
    await box.locator('.monaco-editor.focused').waitFor();
    await page.keyboard.type('What is this file for?');
    await box.locator('.view-line').getByText('What is this file for?').waitFor();
    await page.keyboard.press('Control+Enter');
    await box.locator('.review-comment').getByText('What is this file for?').waitFor();
  });
});
