import assert from 'node:assert/strict';
import { type CairnWorkbench, startCairn } from './support/workbench.ts';

describe('strangers’ words in a workspace that is not trusted', () => {
  let workbench: CairnWorkbench;

  before(async () => {
    workbench = await startCairn({ size: [1200, 900], restricted: true });
    const { url, control } = workbench.stage.github;
    const body = [
      'Hostile words \u202Edesrever\u202C and NUL \0 here.',
      `![one](${url}/pixel-1.png) <img src="${url}/pixel-2.png"> [![two](${url}/pixel-3.png)](${url}/x)`,
      `![three][ref] <script>alert(1)</script> <b onclick="alert(1)">bold</b>`,
      '[run it](command:workbench.action.files.newUntitledFile) [js](javascript:alert(1))',
      `<a href="command:workbench.action.files.newUntitledFile">run</a>`,
      '',
      `[ref]: ${url}/pixel-4.png`,
    ].join('\r\n');
    control.addComment(41, {
      body,
      author: 'theo-flint',
      kind: 'line',
      path: 'src/config.ts',
      line: 7,
      diffHunk: '@@ -6,1 +6,2 @@\n+  concurrency: number;',
    });
    control.addComment(41, { body: `Talk: ${body}`, author: 'theo-flint' });
    await workbench.openCairn();
    await workbench.signIn();
  });
  after(() => workbench?.close());

  it('works there, and shows them as text', async () => {
    await workbench.runCommand('Cairn: Pull Feedback');
    await workbench.row('Feedback', /^To tag/).waitFor();
    await find('Hostile words');
    const row = workbench.view('Feedback').locator('.monaco-list-row').nth(1);
    assert.doesNotMatch((await row.textContent()) ?? '', /[\u202A-\u202E\0]/);
    await workbench.select(row);
    const thread = workbench.page.locator('.review-widget');
    await thread.getByText('Hostile words').first().waitFor();
    assert.equal(await thread.locator('.body img').count(), 0);
    assert.equal(await thread.locator('.body script, .body [onclick]').count(), 0);
    assert.equal(
      await thread.locator('.body a[data-href^="command:"], .body a[data-href^="javascript:"]').count(),
      0,
    );
    await thread.getByText('run it').click();
    await workbench.screenshot('strangers-thread');
    await workbench.hover(row, workbench.page.locator('.workbench-hover').getByText('Hostile words').first());
    assert.equal(await workbench.page.locator('.workbench-hover img').count(), 0);
    await workbench.screenshot('strangers-hover');
  });

  it('shows what is about no line as a page of words', async () => {
    await find('Talk:');
    await workbench.page.mouse.move(700, 500);
    await workbench.select(workbench.view('Feedback').locator('.monaco-list-row').nth(1));
    await workbench.page.getByRole('tab', { name: /theo-flint on #41/ }).waitFor();
    const page = workbench.page
      .frameLocator('.webview.ready[src*="markdown"], iframe.webview.ready >> nth=-1')
      .frameLocator('iframe#active-frame');
    await page.getByText('Hostile words').first().waitFor();
    assert.equal(await page.locator('.markdown-body img, .markdown-body script').count(), 0);
    await workbench.screenshot('strangers-page');
  });

  it('has run nothing and loaded nothing of them', async () => {
    assert.equal(await workbench.page.getByRole('tab', { name: /Untitled/ }).count(), 0);
    const others = workbench.stage.github.requests.filter(({ path }) => !path.startsWith('/api/'));
    assert.deepEqual(
      others.map(({ path }) => path),
      [],
    );
  });

  async function find(words: string): Promise<void> {
    await workbench.runCommand('Cairn: Filter Feedback');
    await workbench.pick('with these words');
    await workbench.answer(words);
    await workbench.view('Feedback').getByText(`Filter: “${words}”`).waitFor();
  }
});
