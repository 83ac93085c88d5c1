import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Locator } from 'playwright-core';
import { dayOf } from '../../src/model/isoDate.ts';
import { type CairnWorkbench, startCairn } from './support/workbench.ts';

const sentence = 'Lead an incident review from start to end';
const themes = ['Dark 2026', 'Light 2026', 'Default High Contrast', 'Default High Contrast Light'];

/** The next Friday as `yyyy-mm-dd`; on a Friday it is today's. */
function friday(): string {
  const day = new Date();
  day.setDate(day.getDate() + ((5 - day.getDay() + 7) % 7));
  return dayOf(day);
}

describe('sessions, logged by keyboard alone', () => {
  let workbench: CairnWorkbench;
  let tracker: FrameLocator;

  before(async () => {
    workbench = await startCairn({ size: [1200, 1100], settings: { 'files.autoSave': 'off' } });
    await workbench.openCairn();
    tracker = workbench.goalsFrame();
    await workbench.signIn();
    await palette('Cairn: Create Goal');
    await workbench.answer(sentence);
    await choose('Incident response');
    await choose('Mine');
    await workbench.answer('');
    await tracker.getByRole('article').filter({ hasText: sentence }).waitFor();
  });
  after(() => workbench?.close());

  const press = (key: string) => workbench.page.keyboard.press(key);
  const type = (text: string) => workbench.page.keyboard.type(text);
  const input = () => workbench.page.locator('.quick-input-widget:visible .quick-input-box input');
  const title = () => workbench.page.locator('.quick-input-widget:visible .quick-input-title');
  const message = () => workbench.page.locator('.quick-input-widget:visible .quick-input-message');
  const focused = (text: string | RegExp) =>
    workbench.page.locator('.quick-input-widget .monaco-list-row.focused').filter({ hasText: text });
  const promise = (text: string) => tracker.getByRole('listitem').filter({ hasText: text }).last();
  const statusBar = (text: string | RegExp) =>
    workbench.page.locator('.statusbar').getByText(text).first().waitFor();
  const editor = () => workbench.page.locator('.editor-instance .monaco-editor').first();
  const tab = (text: string): Locator => workbench.page.locator('.tab').filter({ hasText: text });

  /** Runs a command from the palette without the mouse. */
  async function palette(command: string): Promise<void> {
    for (let left = 10; ; left--) {
      try {
        await press('F1');
        await input().waitFor({ timeout: 3000 });
        await input().fill(`>${command}`, { timeout: 3000 });
        await focused(command).waitFor({ timeout: 8000 });
        await press('Enter');
        return;
      } catch (error) {
        if (left <= 1) throw error;
      }
    }
  }
  /** Types what a list is narrowed with, and takes the first of what is left. */
  async function choose(text: string): Promise<void> {
    await workbench.entries.first().waitFor();
    await input().fill(text);
    await focused(text).waitFor();
    await press('Enter');
  }
  /** Takes the entry that is chosen already. */
  async function accept(text: string | RegExp): Promise<void> {
    await focused(text).waitFor();
    await press('Enter');
  }
  /** Waits for a question, since the same box shows one after the other. */
  const asks = (words: string) =>
    workbench.page
      .locator(`.quick-input-widget:visible .quick-input-box input[placeholder^="${words}"]`)
      .waitFor();
  const isRow = (n: number) =>
    message()
      .filter({ hasText: `Row ${n}` })
      .waitFor();
  async function row(line: string, n: number): Promise<void> {
    await isRow(n);
    await input().fill(line);
    await press('Enter');
  }
  function drafts(): string[] {
    const names = readdirSync(workbench.stage.dataFolder, { recursive: true, encoding: 'utf8' });
    return names
      .filter((name) => /drafts\/.*\/sessions\/.*\.json$/.test(name))
      .map((name) => readFileSync(join(workbench.stage.dataFolder, name), 'utf8'));
  }

  /** Waits until VS Code itself has put unsaved words away. */
  async function backedUp(words: string): Promise<void> {
    const folder = join(workbench.stage.vscode.dataDir, 'data', 'User', 'Backups');
    const isKept = () =>
      existsSync(folder) &&
      readdirSync(folder, { recursive: true, withFileTypes: true }).some(
        (one) => one.isFile() && readFileSync(join(one.parentPath, one.name), 'utf8').includes(words),
      );
    for (let left = 150; !isKept(); left--) {
      assert.ok(left > 0, 'VS Code keeps unsaved words');
      await workbench.page.waitForTimeout(200);
    }
  }

  it('between two people without a mentorship: who, how long, goals and rows, promises with their days', async () => {
    await palette('Cairn: Log Session');
    await asks('What was it?');
    await accept('Check-in');
    await asks('With whom?');
    await input().fill('theo-flint');
    await accept('With theo-flint');
    await asks('How long?');
    await accept('30 minutes');
    await asks('Which goals?');
    await workbench.entries.filter({ hasText: sentence }).waitFor();
    await press('ArrowDown');
    await press('Space');
    await workbench.page.locator('.quick-input-widget').getByText('1 Selected').waitFor();
    await press('Enter');
    await title().filter({ hasText: 'Check-in with theo-flint, 30 minutes' }).waitFor();
    await isRow(1);
    await type('Retries | they hide the failure | @theo-flint write the test by friday');
    await message()
      .filter({ hasText: `Next action: write the test, for theo-flint, by ${friday()}` })
      .waitFor();
    await workbench.screenshot('session-row');
    await press('Enter');
    await row('Reviews | smaller ones land sooner | try it with the outbox by 2031-12-01', 2);
    await row('https://meet.example/abc', 3);
    await isRow(3);
    await press('Enter');
    await input().waitFor({ state: 'hidden' });
    await statusBar(/Logged: Check-in with theo-flint/);
    await promise('write the test').getByText('theo-flint').waitFor();
    await promise('try it with the outbox').getByText('ada-wren').waitFor();
    await promise('try it with the outbox')
      .getByText(/Dec 1, 2031/)
      .waitFor();
    const due = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short' }).format(
      new Date(`${friday()}T12:00`),
    );
    await promise('write the test')
      .getByText(new RegExp(`${due}|today`, 'i'))
      .waitFor();
    await workbench.checkGoalsAccessibility();
    await workbench.screenshot('session-promises');
    assert.deepEqual(drafts(), []);
  });

  it('as usual the next time; Escape in the middle keeps the rows, and the way back leads through them', async () => {
    await palette('Cairn: Log Session');
    await title()
      .filter({ hasText: `Check-in with theo-flint, 30 minutes · ${sentence}` })
      .waitFor();
    await isRow(1);
    // Who means something else presses Enter.
    await press('Enter');
    await asks('What was it?');
    await focused('Check-in with theo-flint, 30 minutes').filter({ hasText: 'as usual' }).waitFor();
    await workbench.screenshot('session-first');
    await press('Enter');
    await row('Runbook | nobody reads it | ', 1);
    await isRow(2);
    await type('Half a row');
    await message().filter({ hasText: 'Topic: Half a row' }).waitFor();
    await press('Escape');
    await statusBar('What you typed is kept');

    await palette('Cairn: Log Session');
    await asks('What was it?');
    await accept(/Check-in with theo-flint.*begun/);
    await title().filter({ hasText: 'theo-flint' }).waitFor();
    assert.equal(await input().inputValue(), 'Half a row');
    const goBack = () =>
      workbench.page.locator('.quick-input-widget').getByRole('button', { name: /^Back/ }).press('Enter');
    await goBack();
    await message().filter({ hasText: 'Insight: nobody reads it' }).waitFor();
    assert.equal(await input().inputValue(), 'Runbook | nobody reads it |');
    await goBack();
    // The goals, those of the last time among them.
    await workbench.page.locator('.quick-input-widget').getByText('1 Selected').waitFor();
    await goBack();
    await asks('How long?');
    await choose('45 minutes');
    await asks('Which goals?');
    await workbench.page.locator('.quick-input-widget').getByText('1 Selected').waitFor();
    await press('Enter');
    await title().filter({ hasText: '45 minutes' }).waitFor();
    await isRow(3);
    await press('Enter');
    await input().waitFor({ state: 'hidden' });
    await statusBar(/Logged: Check-in with theo-flint/);
    for (let left = 50; drafts().length > 0; left--) {
      assert.ok(left > 0, 'what was logged is no draft');
      await workbench.page.waitForTimeout(100);
    }
  });

  it('open as a document, whose task list becomes next actions when it is saved', async () => {
    await palette('Cairn: Open Session');
    await asks('Which session?');
    await choose('30 minutes');
    await editor().getByText('they hide the failure').waitFor();
    await editor().and(workbench.page.locator('.focused')).waitFor();
    await press('Control+End');
    await type('\n\n- [ ] @theo-flint Shadow the release by 2031-03-01\n');
    await tab('check-in').and(workbench.page.locator('.dirty')).waitFor();
    await press('Control+s');
    await workbench.page.locator('.tab.dirty').waitFor({ state: 'hidden' });
    await promise('Shadow the release').getByText('theo-flint').waitFor();
    await promise('Shadow the release')
      .getByText(/Mar 1, 2031/)
      .waitFor();
    await workbench.screenshot('session-document');
  });

  it('keep what is typed when the disk refuses, and say why in the editor', async () => {
    const spaces = join(workbench.stage.dataFolder, 'spaces');
    const writer = join(spaces, readdirSync(spaces)[0]!, '.writer-id');
    await press('Control+End');
    await type('Never lose this. ');
    renameSync(writer, `${writer}.away`);
    mkdirSync(writer);
    try {
      await press('Control+s');
      await workbench.page.locator('.squiggly-error').first().waitFor();
      await press('F8');
      await workbench.page.locator('.marker-widget').getByText('Nothing was recorded').waitFor();
      await tab('check-in').and(workbench.page.locator('.dirty')).waitFor();
      await workbench.screenshot('session-refused');
    } finally {
      rmdirSync(writer);
      renameSync(`${writer}.away`, writer);
    }
    await press('Escape');
    await workbench.page.locator('.marker-widget').waitFor({ state: 'hidden' });
    await press('Control+s');
    await workbench.page.locator('.tab.dirty').waitFor({ state: 'hidden' });
    await workbench.page.locator('.squiggly-error').first().waitFor({ state: 'hidden' });
  });

  it('come back after a reload with what was not saved', async () => {
    await press('Control+End');
    await type('Typed and not saved.');
    await tab('check-in').and(workbench.page.locator('.dirty')).waitFor();
    await backedUp('Typed and not saved.');
    const reloaded = workbench.page.waitForEvent('load');
    await palette('Developer: Reload Window');
    await reloaded;
    await tab('check-in').and(workbench.page.locator('.dirty')).waitFor();
    await tab('check-in').click();
    await editor().getByText('Typed and not saved.').waitFor();
    await press('Control+s');
    await workbench.page.locator('.tab.dirty').waitFor({ state: 'hidden' });
  });

  it('can be read in every theme', async () => {
    await palette('Cairn: Log Session');
    await isRow(1);
    await type('Retries | they hide it | @theo-flint write the test by 31 february');
    await message().filter({ hasText: 'no such day' }).waitFor();
    for (const theme of themes) {
      await workbench.setTheme(theme);
      await workbench.screenshot(`session-${theme.toLowerCase().replaceAll(' ', '-')}`);
    }
    await input().fill('');
    await isRow(1);
    await press('Escape');
    await input().waitFor({ state: 'hidden' });
  });

  it('fit into a narrow window', async () => {
    await workbench.page.setViewportSize({ width: 480, height: 900 });
    await palette('Cairn: Log Session');
    await isRow(1);
    await type(
      'Retries | they hide the real failure from whoever looks | @theo-flint write the test by friday',
    );
    await message().filter({ hasText: friday() }).waitFor();
    await workbench.screenshot('session-narrow');
    const { x, width } = (await workbench.page.locator('.quick-input-widget:visible').boundingBox())!;
    assert.ok(x >= 0 && x + width <= 480, `${x} + ${width}`);
    await press('Escape');
  });
});
