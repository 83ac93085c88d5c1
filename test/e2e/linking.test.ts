import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { type CairnWorkbench, startCairn } from './support/workbench.ts';

describe('the goals that feedback is linked to', () => {
  let workbench: CairnWorkbench;
  let rows: Locator;

  /** The types of what the journal holds about links, in the order in which it was written. */
  function links(): string[] {
    const folder = workbench.stage.dataFolder;
    const files = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
    return files
      .filter((name) => name.endsWith('.jsonl'))
      .flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n'))
      .map((line) => JSON.parse(line).type as string)
      .filter((type) => type.endsWith('linked'));
  }
  async function written(types: string[]): Promise<void> {
    for (let left = 200; left > 0 && links().length < types.length; left--)
      await workbench.page.waitForTimeout(50);
    assert.deepEqual(links(), types);
  }
  async function createGoal(title: string): Promise<void> {
    await workbench.runCommand('Cairn: Create Goal');
    await workbench.answer(title);
    await workbench.pick('No category');
    await workbench.pick('Mine');
    await workbench.answer('');
    await workbench.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  before(async () => {
    workbench = await startCairn({ size: [1200, 1000] });
    await workbench.openCairn();
    rows = workbench.view('Feedback').locator('.monaco-list-row');
    await workbench.signIn();
    await workbench.runCommand('Cairn: Pull Feedback');
    await rows.filter({ hasText: /^To tag/ }).waitFor();
    await createGoal('Measure before I optimise');
    await createGoal('Name what a change is for');
  });
  after(() => workbench?.close());

  it('are ticked in the list, and unlinked when they are unticked', async () => {
    await workbench.runCommand('Cairn: Focus on Feedback View');
    await workbench.page.keyboard.press('Home');
    await workbench.page.keyboard.press('ArrowDown');
    await rows.nth(1).and(workbench.page.locator('.focused')).waitFor();
    await workbench.page.keyboard.press('g');
    await workbench.pick('Measure before', 'Name what');
    await written(['feedback.linked', 'feedback.linked']);
    await workbench.runCommand('Cairn: Focus on Feedback View');
    await workbench.page.keyboard.press('g');
    const entry = workbench.entries.filter({ hasText: 'Name what' });
    await entry.locator('.monaco-checkbox').click();
    await workbench.page.locator('.quick-input-widget').getByRole('button', { name: 'OK' }).click();
    await written(['feedback.linked', 'feedback.linked', 'feedback.unlinked']);
  });

  it('can be left without a word when the question came from a row', async () => {
    await rows.nth(1).hover();
    await rows.nth(1).getByRole('button', { name: /Link/ }).first().click();
    await workbench.entries.first().waitFor();
    await workbench.page.keyboard.press('Escape');
    assert.ok(!(await workbench.notifications()).some((text) => text.includes('Cancelled')));
  });

  it('do not keep a button above the tree from doing its own thing', async () => {
    await workbench.select(rows.nth(1));
    await workbench.view('Feedback').getByRole('button', { name: 'Group Feedback' }).click();
    await workbench.pick('Reviewer');
    await rows.filter({ hasText: /^To tag/ }).waitFor();
  });
});
