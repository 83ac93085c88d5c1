import assert from 'node:assert/strict';
import { sampleRepository } from '../support/sample/sample.ts';
import { type CairnWorkbench, startCairn } from './support/workbench.ts';

const words = 'the doc comment says what the number means';

describe('feedback on feedback, in the views', () => {
  let workbench: CairnWorkbench;

  before(async () => {
    workbench = await startCairn({
      size: [1300, 900],
      settings: { 'cairn.github.repositories': [sampleRepository] },
    });
    await workbench.openCairn();
    await workbench.signIn();
    await workbench.runCommand('Cairn: Pull Feedback');
    await workbench.row('Feedback', /^To tag/).waitFor({ timeout: 60_000 });
    await workbench.runCommand('Cairn: Filter Feedback');
    await workbench.pick('with these words');
    await workbench.answer(words);
  });
  after(() => workbench?.close());

  const row = () => workbench.row('Feedback', words);

  it('is given by the palette, with what helped, and shown on the row', async () => {
    await row().waitFor();
    await workbench.select(row());
    await workbench.runCommand('Cairn: Rate Feedback…');
    await workbench.pick('Not helpful');
    await workbench.answer('Say which number.');
    await row().and(workbench.page.locator('[aria-label*="not helpful"]')).waitFor();
    const hover = workbench.page.locator('.monaco-hover:visible').filter({ hasText: 'Only you see this.' });
    await workbench.hover(row(), hover.getByText('Say which number.'));
    await workbench.screenshot('rated-row');
    await workbench.page.mouse.move(700, 500);
  });

  it('is sent only after a question that says who will see it', async () => {
    await workbench.select(row());
    await workbench.runCommand('Cairn: Send What You Think of It…');
    const dialog = workbench.page.locator('.monaco-dialog-box');
    await dialog.getByText('Everybody who can read the space will see it').waitFor();
    await dialog.getByText('Not in this space, as far as it says').waitFor();
    await workbench.screenshot('rating-sent');
    await dialog.getByRole('button', { name: 'Send', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    const hover = workbench.page.locator('.monaco-hover:visible');
    await workbench.hover(row(), hover.getByText('Sent to its author.'));
    await workbench.page.mouse.move(700, 500);
  });

  it('is a trend for the reviewer alone, to read', async () => {
    await workbench.runCommand('Cairn: Sign In with a Token');
    await workbench.answer('token-for-marsh-lind');
    await workbench.runCommand('Cairn: Show the Trend of Your Own Feedback');
    const frames = workbench.page.locator('iframe.webview.ready');
    const found = async () => {
      for (let at = 0; at < (await frames.count()); at += 1) {
        const inner = frames.nth(at).contentFrame().frameLocator('iframe#active-frame');
        if ((await inner.getByRole('heading', { name: 'Your own feedback, by month' }).count()) > 0)
          return inner;
      }
      return null;
    };
    let inner = await found();
    for (let left = 40; inner === null && left > 0; left -= 1) {
      await workbench.page.waitForTimeout(500);
      inner = await found();
    }
    assert.ok(inner, 'the preview is shown');
    await inner.getByRole('row').nth(1).waitFor();
    await inner.getByText('Say which number.').waitFor();
    for (const theme of ['Light 2026', 'Dark 2026', 'Default High Contrast']) {
      await workbench.setTheme(theme);
      await workbench.screenshot(`review-trend-${theme}`.toLowerCase().replaceAll(' ', '-'));
    }
  });
});
