import { type CairnWorkbench, startCairn } from './support/workbench.ts';

describe('suggested tags in the Feedback view', () => {
  let workbench: CairnWorkbench;

  before(async () => {
    workbench = await startCairn({ size: [1200, 1000] });
    await workbench.openCairn();
    await workbench.signIn();
    await workbench.runCommand('Cairn: Pull Feedback');
  });
  after(() => workbench?.close());

  const rows = () => workbench.view('Feedback').locator('.monaco-list-row');

  it('are seen in the rows, as a tag or as something to set aside', async () => {
    await rows().filter({ hasText: 'Start?' }).first().waitFor();
    await rows().filter({ hasText: 'Set aside?' }).first().waitFor();
    await workbench.screenshot('suggestions');
  });

  it('say in the hover because of which words', async () => {
    const row = rows().filter({ hasText: 'Start?' }).first().locator('.label-name');
    const hover = workbench.page.locator('.monaco-hover:visible');
    const reason = hover.filter({ hasText: /Suggested:\sStart,\sbecause\sof:\s“\S.*”/ });
    await workbench.hover(row, reason);
    await workbench.screenshot('suggestions-hover');
    await workbench.page.keyboard.press('Escape');
  });

  it('are accepted by one key, row by row', async () => {
    const group = rows().filter({ hasText: /^To tag/ });
    const count = async () => Number(/To tag(\d+)/.exec((await group.textContent()) ?? '')?.[1]);
    const before = await count();
    await workbench.runCommand('Cairn: Filter Feedback');
    await workbench.pick('with these words');
    await workbench.answer('suggestion');
    await rows().filter({ hasText: 'Start?' }).first().waitFor();
    await workbench.runCommand('Cairn: Focus on Feedback View');
    await workbench.page.keyboard.press('Home');
    await workbench.page.keyboard.press('ArrowDown');
    await rows().nth(1).and(workbench.page.locator('.focused')).filter({ hasText: 'Start?' }).waitFor();
    await workbench.page.keyboard.press('a');
    await workbench.runCommand('Cairn: Clear Feedback Filter');
    await rows()
      .filter({ hasText: `To tag${before - 1}` })
      .waitFor();
  });
});
