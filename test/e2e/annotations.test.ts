import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { type CairnWorkbench, startCairn } from './support/workbench.ts';

const mentor = 'marsh-lind';

describe('notes on lines of a file', () => {
  let workbench: CairnWorkbench;
  before(async function () {
    this.timeout(240_000);
    workbench = await startCairn({
      size: [1300, 1000],
      settings: { 'comments.openView': 'never', 'editor.minimap.enabled': false },
    });
    await workbench.openCairn();
    await workbench.signIn(mentor);
  });
  after(() => workbench?.close());

  const threads = () => workbench.page.locator('.review-widget');
  const thread = (words: string): Locator => threads().filter({ hasText: words });

  /** Opens a file of the workspace by its name. */
  async function openFile(name: string): Promise<void> {
    await workbench.page.keyboard.press('Control+P');
    const input = workbench.page.locator('.quick-input-widget:visible .quick-input-box input');
    await input.fill(name);
    await workbench.entries
      .filter({ hasText: name.split('/').at(-1)! })
      .first()
      .click();
    await workbench.page.getByRole('tab', { name: name.split('/').at(-1)! }).waitFor();
    await workbench.page.locator('.cldr.comment-range-glyph').first().waitFor({ state: 'attached' });
  }

  /** Clicks the plus beside a line, as somebody does who wants to say something about it. */
  async function openBox(line: number): Promise<void> {
    const { page } = workbench;
    const before = await threads().count();
    const number = page.locator('.line-numbers').getByText(String(line), { exact: true });
    const { y } = (await number.boundingBox())!;
    const { x, width } = (await page.locator('.cldr.comment-range-glyph').first().boundingBox())!;
    await page.mouse.move(x + width / 2 + 60, y + 9);
    await page.mouse.move(x + width / 2, y + 9);
    await page.locator('.comment-range-glyph.line-hover').waitFor({ state: 'attached' });
    await page.mouse.down();
    await page.mouse.up();
    await threads().nth(before).locator('.monaco-editor.focused').waitFor();
  }

  /** Every event that was written, in the order of the lines. */
  function events(): { type: string; payload: Record<string, unknown> }[] {
    return filesOf(workbench.stage.dataFolder)
      .filter((name) => name.endsWith('.jsonl'))
      .flatMap((name) => readFileSync(join(workbench.stage.dataFolder, name), 'utf8').trim().split('\n'))
      .map((line) => JSON.parse(line));
  }

  function drafts(): { body: string; place: { anchor: { startLine: number } } }[] {
    return filesOf(workbench.stage.dataFolder)
      .filter((name) => /drafts\/.*\.json$/.test(name))
      .map((name) => JSON.parse(readFileSync(join(workbench.stage.dataFolder, name), 'utf8')));
  }

  function filesOf(folder: string): string[] {
    return existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  }

  async function until(what: () => boolean, words: string): Promise<void> {
    for (let left = 100; !what(); left--) {
      assert.ok(left > 0, words);
      await workbench.page.waitForTimeout(200);
    }
  }

  it('are written in the box that VS Code opens, and stand below their line', async () => {
    await openFile('src/delivery/retry.ts');
    await openBox(8);
    await workbench.page.keyboard.type('Why is `random` optional?');
    await until(() => drafts()[0]?.body === 'Why is `random` optional?', 'what is typed is kept');
    assert.equal(drafts()[0]?.place.anchor.startLine, 8);
    await workbench.screenshot('notes-box');
    await threads()
      .getByRole('button', { name: /^Keep as Note/ })
      .click();
    await thread('Why is random optional?').getByText(mentor).waitFor();
    await until(() => drafts().length === 0, 'what was sent is no draft');
    const [added] = events().filter(({ type }) => type === 'annotation.added');
    const { body, anchor } = added!.payload as { body: string; anchor: { path: string; startLine: number } };
    assert.deepEqual(
      [body, anchor.path, anchor.startLine],
      ['Why is `random` optional?', 'src/delivery/retry.ts', 8],
    );
    await workbench.screenshot('notes-kept');
  });

  it('come back half typed after a reload, in a box at their line', async () => {
    const { page } = workbench;
    await openBox(3);
    await page.keyboard.type('Half a thought about');
    await until(() => drafts().length === 1, 'it is kept');
    await page.reload();
    await page
      .locator('.review-widget .monaco-editor')
      .getByText('Half a thought about')
      .waitFor({ timeout: 60_000 });
    await thread('Why is random optional?').waitFor();
    await workbench.screenshot('notes-restored');
    assert.equal(drafts()[0]?.place.anchor.startLine, 3);
    const box = page
      .locator('.review-widget')
      .filter({ has: page.locator('.monaco-editor .view-line', { hasText: 'Half a thought' }) });
    await box.locator('.monaco-editor').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' options that are all required.');
    await box.getByRole('button', { name: /^Keep as Private Note/ }).click();
    await thread('options that are all required').getByText('Private note').waitFor();
    await until(() => drafts().length === 0, 'it is no draft any more');
    await workbench.screenshot('notes-private');
  });
});
