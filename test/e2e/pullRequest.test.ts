import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import {
  comment,
  on,
  onFile,
  onOld,
  onRemoved,
  pullRequest,
  sampleRepository,
} from '../support/sample/index.ts';
import { type CairnWorkbench, startCairn } from './support/workbench.ts';

const reader = 'marsh-lind';
const asked = 'Why this many at once?';
const left = 'Who needs this line now?';
const old = 'This name says the opposite of what it does.';
/** A title that would like to be an icon, HTML, and to turn what follows around. */
const title = 'Wait $(flame) before the <b>third</b> attempt \u202e!';

const line = pullRequest(77, title)
  .by('ada-wren')
  .daysAgo(3)
  .round(
    reader,
    'COMMENTED',
    '',
    comment(on('src/config.ts', 'concurrency: number;'), asked),
    comment(onOld('src/config.ts', 'concurrency: number;', '  retries: number; // ``` and <img src=x>'), old),
    comment(onRemoved('src/delivery/retry.ts', 'export async function', '  console.log("again");'), left),
    comment(onFile('docs/runbook.md'), 'Who reads this at night?').resolvedBy('ada-wren'),
  )
  .alsoChanges({ path: 'src/a `$(flame)` <b>.md', before: null, after: '<script>alert(1)</script>\n' })
  .build({ now: Date.now() });

describe('a pull request in the editor', () => {
  let workbench: CairnWorkbench;

  /** The thread that says this, wherever it is drawn. */
  const thread = (words: string): Locator =>
    workbench.page.locator('.review-widget').filter({ hasText: words });

  /** What stands at GitHub below a comment. */
  async function answers(): Promise<string[]> {
    const path = `/api/v3/repos/${sampleRepository}/pulls/77/comments?per_page=100`;
    const answer = await fetch(`${workbench.stage.github.url}${path}`, {
      headers: { authorization: 'Bearer token-for-ada-wren' },
    });
    const found = (await answer.json()) as { body: string; in_reply_to_id?: number }[];
    return found.filter((one) => one.in_reply_to_id !== undefined).map(({ body }) => body);
  }

  async function show(words: string): Promise<Locator> {
    await thread(words).waitFor();
    return thread(words);
  }

  async function write(words: string, on: string): Promise<void> {
    const box = await show(on);
    await box.getByRole('button', { name: /^Reply/ }).click();
    await workbench.page.keyboard.type(words);
    await box.locator('.comment-form').getByText(words).waitFor();
  }

  const press = (name: string, on: string) => thread(on).locator('.form-actions').getByText(name).click();

  before(async () => {
    // High enough to show all of it: what is out of view is not drawn.
    workbench = await startCairn({ size: [1400, 2200], settings: { 'comments.openView': 'never' } });
    workbench.stage.github.control.addPullRequest(line);
    await workbench.openCairn();
    await workbench.signIn();
    await workbench.runCommand('Cairn: Pull Feedback');
    await workbench.row('Feedback', /^To tag/).waitFor();
  });
  after(() => workbench?.close());

  it('opens from the list of those that are open, the mentee’s first, as one diff of many files', async () => {
    await workbench.runCommand('Cairn: Open Pull Request');
    const entry = workbench.entries.filter({ hasText: '#77' });
    await entry.getByText('Wait $').waitFor();
    assert.equal(await entry.locator('.codicon-flame').count(), 0);
    assert.ok(!(await entry.innerText()).includes('\u202e'));
    await entry.click();
    await thread(asked).waitFor({ timeout: 60_000 });
    const tab = workbench.page.locator('.tab').filter({ hasText: '#77' });
    assert.match(await tab.innerText(), /<b>third<\/b>/);
    assert.equal(await workbench.page.locator('.multiDiffEntry .codicon-flame').count(), 0);
    await workbench.screenshot('pull-request');
  });

  it('draws each thread at its place: its line, its side, or above the file', async () => {
    // The line number that the thread hangs on stands in its glyph's row.
    assert.match(await lineAbove(await show(asked)), /concurrency: number;/);
    assert.match(await lineAbove(await show(left)), /console\.log\("again"\);/);
    const side = workbench.page
      .locator('.editor.original')
      .locator('.review-widget')
      .filter({ hasText: left });
    await side.waitFor();
    const gone = await show(old);
    await gone.getByText('outdated · was on line 8').waitFor();
    await gone.getByText('retries: number;').waitFor();
    assert.equal(await gone.locator('img[src="x"]').count(), 0);
    await workbench.screenshot('pull-request-outdated');
  });

  it('keeps the words in the box when GitHub refuses them, and says why', async () => {
    workbench.stage.github.control.fail({ kind: 'forbidden', only: 'writes' });
    await write('Because harbours are slow.', asked);
    await press('Reply on GitHub', asked);
    await thread(asked).getByText('GitHub does not let you write').waitFor();
    await thread(asked).locator('.comment-form').getByText('Because harbours are slow.').waitFor();
    assert.deepEqual(await answers(), []);
    await workbench.screenshot('pull-request-refused');
  });

  it('sends them once, also where the confirmation gets lost', async () => {
    workbench.stage.github.control.fail({ kind: 'status', status: 502, only: 'writes', isStored: true });
    await press('Reply on GitHub', asked);
    await thread(asked).locator('.review-comment').getByText('Because harbours are slow.').waitFor();
    await thread(asked)
      .getByRole('button', { name: /^Reply/ })
      .waitFor();
    assert.deepEqual(await answers(), ['Because harbours are slow.']);
    assert.equal(await thread(asked).getByText('GitHub does not let you write').count(), 0);
  });

  it('notes something about a comment in the space, below it and not on GitHub', async () => {
    await write('A fair question, well asked.', asked);
    await press('Note in the Space', asked);
    const note = thread(asked).locator('.review-comment').filter({ hasText: 'A fair question' });
    await note.getByText('note in the space, not on GitHub').waitFor();
    assert.deepEqual(await answers(), ['Because harbours are slow.']);
    const events = journal().filter(({ type }) => type === 'annotation.added');
    assert.equal(events.length, 1);
    assert.match(String(events[0]?.payload.feedback), /\/line\/\d+$/);
    await workbench.screenshot('pull-request-note');
  });

  it('tags from the thread', async () => {
    await thread(asked)
      .getByRole('button', { name: /Tag as Start/ })
      .click();
    await thread(asked).getByText('Start', { exact: true }).first().waitFor();
    assert.equal(journal().at(-1)?.payload.tag, 'start');
  });

  it('asks whether an answer may join the pending review', async () => {
    workbench.stage.github.control.addComment(77, {
      author: 'ada-wren',
      body: '',
      kind: 'review',
      verdict: 'PENDING',
    });
    await write('With the rest of my review.', left);
    await press('Reply on GitHub', left);
    const dialog = workbench.page.locator('.monaco-dialog-box');
    await dialog.getByText('You have begun a review').waitFor();
    await workbench.screenshot('pull-request-pending');
    await dialog.getByText('Add to the Pending Review').click();
    await thread(left).getByText('in your pending review').waitFor();
  });

  for (const theme of ['Dark 2026', 'Default High Contrast', 'Light 2026']) {
    it(`can be read in ${theme}`, async () => {
      await workbench.setTheme(theme);
      await show(asked);
      await workbench.screenshot(`pull-request-${theme.toLowerCase().replaceAll(' ', '-')}`);
    });
  }

  it('fits into a narrow window', async () => {
    await workbench.page.setViewportSize({ width: 800, height: 1400 });
    await show(asked);
    await workbench.screenshot('pull-request-narrow');
    await workbench.page.setViewportSize({ width: 1400, height: 2200 });
  });

  it('resolves, and the row says so', async () => {
    const box = await show(old);
    await box.getByRole('button', { name: /Resolve Thread/ }).click();
    // VS Code folds what is resolved.
    await box.waitFor({ state: 'detached' });
    await workbench.row('Feedback', old).and(workbench.page.locator('[aria-label*="resolved"]')).waitFor();
  });

  it('is back after a reload, and has its threads as soon as somebody is signed in', async () => {
    // What VS Code remembers of its editors it writes when it has nothing else to do.
    await workbench.page.waitForTimeout(5000);
    await workbench.page.reload();
    // This VS Code in a browser forgets secrets with a reload.
    await workbench.page
      .locator('.view-line')
      .getByText('Not signed in')
      .first()
      .waitFor({ timeout: 60_000 });
    await workbench.runCommand('Cairn: Sign In with a Token');
    await workbench.answer('token-for-ada-wren');
    await thread(asked).waitFor({ timeout: 60_000 });
    assert.match(await lineAbove(thread(asked)), /concurrency: number;/);
  }).timeout(240_000);

  it('cannot be answered by somebody who has signed out', async () => {
    await workbench.runCommand('Cairn: Sign Out');
    await thread(asked).getByText('sign in to answer').waitFor();
    assert.equal(
      await thread(asked)
        .getByRole('button', { name: /^Reply/ })
        .count(),
      0,
    );
    await workbench.runCommand('Cairn: Open Pull Request');
    await workbench
      .view('Feedback')
      .getByText(/Not signed in/)
      .first()
      .waitFor();
  });

  /** The text of the editor's line right above a thread. */
  async function lineAbove(widget: Locator): Promise<string> {
    const box = (await widget.boundingBox())!;
    const lines = workbench.page.locator('.view-line');
    const above: [number, string][] = [];
    for (const one of await lines.all()) {
      const at = await one.boundingBox();
      const isBeside = at && at.x < box.x + box.width && at.x + at.width > box.x + 40;
      if (at && isBeside && at.y + at.height <= box.y + 8) above.push([at.y, await one.innerText()]);
    }
    return above.sort(([a], [b]) => b - a)[0]?.[1].replaceAll('\u00a0', ' ') ?? '';
  }

  function journal(): { type: string; payload: Record<string, unknown> }[] {
    const folder = workbench.stage.dataFolder;
    const files = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
    return files
      .filter((name) => name.endsWith('.jsonl'))
      .flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n'))
      .map((text) => JSON.parse(text));
  }
});
