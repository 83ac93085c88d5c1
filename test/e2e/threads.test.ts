import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { type CairnWorkbench, startCairn } from './support/workbench.ts';

/** More than are drawn of one thread. */
const comments = 205;
const opened = 'Late, but to the point.';

describe('a thread of more comments than are drawn', () => {
  let workbench: CairnWorkbench;
  let thread: Locator;

  before(async () => {
    workbench = await startCairn({ size: [1200, 1000] });
    thread = workbench.page.locator('.review-widget');
    const { control } = workbench.stage.github;
    const author = 'theo-flint';
    const { id } = control.addComment(41, {
      body: 'Where it all began.',
      author,
      kind: 'line',
      path: 'src/config.ts',
      line: 7,
      diffHunk: '@@ -6,1 +6,2 @@\n+  concurrency: number;',
    });
    for (let n = 2; n <= comments; n++)
      control.addComment(41, { body: n === comments - 1 ? opened : `Reply ${n}.`, author, inReplyTo: id });
    await workbench.openCairn();
    await workbench.signIn();
    await workbench.runCommand('Cairn: Pull Feedback');
    await workbench.row('Feedback', /^To tag/).waitFor();
  });
  after(() => workbench?.close());

  it('says how much of it is on GitHub only', async () => {
    await open('Where it all began.');
    await thread.getByText('5 more comments on GitHub').waitFor();
  });

  it('shows the comment that was opened, and its menu means that one', async () => {
    await open(opened);
    await thread.getByRole('button', { name: /Tag as Start/ }).click();
    // The tag beside its author: what the menu means is drawn, and has been drawn anew.
    await thread.getByText('Start', { exact: true }).waitFor();
    assert.deepEqual(tagged(), [['start', opened]]);
  });

  it('means that one after a change, too', async () => {
    await thread.getByRole('button', { name: /Tag as Keep/ }).click();
    await thread.getByText('Keep', { exact: true }).waitFor();
    assert.deepEqual(tagged().at(-1), ['keep', opened]);
    await workbench.screenshot('thread-long');
  });

  /** Opens the feedback with these words from its row. */
  async function open(words: string): Promise<void> {
    await workbench.runCommand('Cairn: Filter Feedback');
    await workbench.pick('with these words');
    await workbench.answer(words);
    await workbench.view('Feedback').getByText(`Filter: “${words}”`).waitFor();
    await workbench.select(workbench.view('Feedback').locator('.monaco-list-row').nth(1));
    await thread.getByText(words).waitFor();
  }

  /** Tags with the words that they were given to, in the order in which they were written. */
  function tagged(): [string, string][] {
    const folder = workbench.stage.dataFolder;
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    return files
      .filter((name) => name.endsWith('.jsonl'))
      .flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n'))
      .map(
        (line) => JSON.parse(line) as { type: string; payload: { tag: string; excerpt: { text: string } } },
      )
      .filter(({ type }) => type === 'feedback.tagged')
      .map(({ payload }) => [payload.tag, payload.excerpt.text]);
  }
});
