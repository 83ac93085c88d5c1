import assert from 'node:assert/strict';
import { type CairnWorkbench, startCairn } from './support/workbench.ts';

/** Three seconds, in minutes. */
const interval = 0.05;

describe('pulling', () => {
  let workbench: CairnWorkbench;
  const asked = () => workbench.stage.github.requests.length;

  before(async () => {
    workbench = await startCairn({ settings: { 'cairn.github.pullInterval': interval } });
    await workbench.openCairn();
  });
  after(() => workbench?.close());

  it('shows how far it is, and stops when it is told to', async () => {
    const { control } = workbench.stage.github;
    control.fail({ kind: 'latency', milliseconds: 60_000, only: 'graphql', after: 1, times: null });
    await workbench.signIn();
    await workbench
      .view('Feedback')
      .getByText(/Pulling from harbour-lights\/beacon|Pulling feedback/)
      .waitFor();
    await workbench.runCommand('Cairn: Stop Pulling Feedback');
    control.clearFaults();
    await workbench
      .view('Feedback')
      .getByText(/Pulling/)
      .waitFor({ state: 'hidden' });
  });

  it('goes on by itself while a view is visible, and shows what is new', async () => {
    await workbench.row('Feedback', /^To tag/).waitFor();
    workbench.stage.github.control.addComment(41, { author: 'ines-okoro', body: 'Brand new words for you.' });
    await workbench.row('Feedback', 'Brand new words').waitFor();
  });

  it('rests while no view of Cairn is visible', async () => {
    await workbench.runCommand('View: Show Explorer');
    await workbench.view('Feedback').waitFor({ state: 'hidden' });
    // What was under way may still end.
    await workbench.page.waitForTimeout(1500);
    const before = asked();
    await workbench.page.waitForTimeout(interval * 60_000 * 3);
    assert.equal(asked(), before);
    await workbench.openCairn();
    for (let left = 100; left > 0 && asked() === before; left--) await workbench.page.waitForTimeout(100);
    assert.ok(asked() > before, 'it did not go on');
  });

  it('says above the rows when nobody is signed in any more', async () => {
    await workbench.runCommand('Cairn: Focus on Feedback View');
    await workbench.page.keyboard.press('Home');
    await workbench.page.keyboard.press('ArrowDown');
    await workbench.page.locator('.monaco-list-row.focused[aria-level="2"]').waitFor();
    await workbench.page.keyboard.press('k');
    // The focus moves on to the next row, which would close the command palette.
    await workbench.page.waitForTimeout(1500);
    await workbench.runCommand('Cairn: Sign Out');
    await workbench
      .view('Feedback')
      .getByText(/Not signed in/)
      .waitFor();
  });
});
