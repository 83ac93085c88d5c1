import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { type CairnWorkbench, startCairn } from './support/workbench.ts';

type Event = {
  type: string;
  payload: { feedback?: string; tag?: string; isSetAside?: boolean; excerpt?: { text: string } };
};

describe('the Feedback view', () => {
  let workbench: CairnWorkbench;
  let rows: Locator;
  /** How many pieces wait to be tagged at first. */
  let toTag: number;

  /** What the journal holds, in the order in which it was written. */
  function journal(): Event[] {
    const folder = workbench.stage.dataFolder;
    const files = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
    const lines = files
      .filter((name) => name.endsWith('.jsonl'))
      .flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n'));
    return lines.map((line) => JSON.parse(line));
  }
  async function written(count: number): Promise<Event[]> {
    for (let left = 200; left > 0 && journal().length < count; left--)
      await workbench.page.waitForTimeout(50);
    assert.equal(journal().length, count);
    return journal();
  }

  before(async () => {
    workbench = await startCairn({ size: [1200, 1000] });
    await workbench.openCairn();
    rows = workbench.view('Feedback').locator('.monaco-list-row');
  });
  after(() => workbench?.close());

  it('says what to do before anybody has signed in', async () => {
    await workbench.view('Feedback').getByRole('button', { name: 'Sign In to GitHub' }).waitFor();
    await workbench.screenshot('feedback-empty');
  });

  it('keeps saying so when somebody pulls all the same', async () => {
    await workbench.runCommand('Cairn: Pull Feedback');
    await workbench.page.locator('.statusbar').getByText('Not signed in').waitFor();
    await workbench.view('Feedback').getByRole('button', { name: 'Sign In to GitHub' }).waitFor();
  });

  it('fills itself after signing in, what is to be tagged first', async () => {
    await workbench.signIn();
    await workbench.runCommand('Cairn: Pull Feedback');
    await rows.filter({ hasText: /^To tag/ }).waitFor();
    toTag = Number(/To tag(\d+)/.exec((await rows.first().textContent()) ?? '')?.[1]);
    assert.ok(toTag > 40, `${toTag} to tag`);
    await workbench.screenshot('feedback-full');
  });

  it('tags through the list by single keys, without opening a file', async () => {
    await workbench.runCommand('Cairn: Focus on Feedback View');
    await workbench.page.keyboard.press('Home');
    await workbench.page.keyboard.press('ArrowDown');
    await rows.nth(1).and(workbench.page.locator('.focused')).waitFor();
    await workbench.page.keyboard.press('k');
    await written(1);
    await workbench.page.keyboard.press('s');
    await written(2);
    await workbench.page.keyboard.press('x');
    const events = await written(3);
    assert.deepEqual(
      events.map(({ type, payload }) => [type, payload.tag ?? payload.isSetAside]),
      [
        ['feedback.tagged', 'keep'],
        ['feedback.tagged', 'stop'],
        ['feedback.setAside', true],
      ],
    );
    assert.equal(new Set(events.map(({ payload }) => payload.feedback)).size, 3);
    await rows.filter({ hasText: `To tag${toTag - 3}` }).waitFor();
    assert.equal(await workbench.page.locator('.tabs-container .tab').count(), 0);
  });

  it('undoes with one key', async () => {
    await workbench.page.keyboard.press('u');
    await written(4);
    await rows.filter({ hasText: `To tag${toTag - 2}` }).waitFor();
  });

  it('opens the code at its line, with the conversation, when a row is clicked', async () => {
    await workbench.runCommand('Cairn: Filter Feedback');
    await workbench.pick('with these words');
    await workbench.answer('Measure it');
    await workbench
      .view('Feedback')
      .getByText(/Filter: “Measure it”/)
      .waitFor();
    await workbench.select(rows.nth(1));
    const thread = workbench.page.locator('.review-widget');
    await thread.getByText('Measure it, do not guess.').waitFor();
    await workbench.screenshot('feedback-conversation');
  });

  it('tags from the thread in the editor', async () => {
    const count = journal().length;
    const thread = workbench.page.locator('.review-widget');
    await thread.getByRole('button', { name: /Tag as Start/ }).click();
    const events = await written(count + 1);
    assert.equal(events.at(-1)?.payload.tag, 'start');
    assert.match(events.at(-1)?.payload.excerpt?.text ?? '', /Measure it/);
    await thread.getByText('Start').first().waitFor();
    await workbench.runCommand('Cairn: Clear Feedback Filter');
    await workbench
      .view('Feedback')
      .getByText(/Filter:/)
      .waitFor({ state: 'detached' });
  });

  it('shows the hunk where the file is not in the workspace', async () => {
    const { folder } = workbench.stage;
    await rename(join(folder, 'src', 'config.ts'), join(folder, 'src', 'settings.ts'));
    await workbench.page.keyboard.press('Escape');
    await workbench.runCommand('View: Close All Editors');
    await workbench.runCommand('Cairn: Filter Feedback');
    await workbench.pick('with these words');
    await workbench.answer('Measure it');
    await workbench
      .view('Feedback')
      .getByText(/Filter: “Measure it”/)
      .waitFor();
    await workbench.select(rows.nth(1));
    await workbench.page.getByRole('tab', { name: /config\.ts \(as it was\)\.diff/ }).waitFor();
    await workbench.page.locator('.review-widget').getByText('Measure it, do not guess.').waitFor();
    await workbench.screenshot('feedback-hunk');
  });

  it('is readable in every theme and when it is narrow', async () => {
    await workbench.runCommand('Cairn: Clear Feedback Filter');
    for (const theme of ['Dark 2026', 'Default High Contrast', 'Default High Contrast Light', 'Light 2026']) {
      await workbench.setTheme(theme);
      await workbench.screenshot(`feedback-${theme.toLowerCase().replaceAll(' ', '-')}`);
    }
  });

  it('says in the view that GitHub refuses, keeps what was there, and recovers', async () => {
    const { control } = workbench.stage.github;
    const before = await rows.first().textContent();
    control.fail({ kind: 'unauthorized', times: null });
    await workbench.runCommand('Cairn: Pull Feedback');
    await workbench
      .view('Feedback')
      .getByText(/did not accept the sign-in/)
      .waitFor();
    assert.equal(await rows.first().textContent(), before);
    await workbench.screenshot('feedback-error');
    control.clearFaults();
    await workbench.runCommand('Cairn: Pull Feedback');
    await workbench
      .view('Feedback')
      .getByText(/did not accept the sign-in/)
      .waitFor({ state: 'detached' });
  });

  it('never asks for an image of a stranger', () => {
    const others = workbench.stage.github.requests.filter(({ path }) => !path.startsWith('/api/'));
    assert.deepEqual(
      others.map(({ path }) => path),
      [],
    );
  });
});
