import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { addForeign } from '../support/vscode/foreign.ts';
import { type CairnWorkbench, startCairn } from './support/workbench.ts';

const themes = ['Light 2026', 'Dark 2026', 'Default High Contrast', 'Default High Contrast Light'];

describe('the coach in the comment box of another extension', () => {
  let workbench: CairnWorkbench;
  let box: Locator;

  before(async () => {
    workbench = await startCairn({
      size: [1100, 760],
      // Restricted, so that it is seen to work there, too.
      restricted: true,
      prepare: addForeign,
      settings: {
        'cairn.coach.decorations': ['a11y'],
        'cairn.coach.languageModel': true,
        'workbench.colorTheme': 'Light 2026',
      },
    });
    box = workbench.page.locator('.review-widget .comment-form .monaco-editor');
    // While Cairn starts, VS Code may draw a box of another extension twice.
    await workbench.openCairn();
    await workbench.runCommand('View: Show Explorer');
    await openFile('config.ts');
  });
  after(() => workbench?.close());

  it('underlines what lands badly while it is written', async () => {
    await openBox();
    await type('please fix this');
    await squiggle().waitFor();
    await workbench.screenshot('coach-underline');
  });

  it('says why, with its source, where the mouse rests', async () => {
    const { page } = workbench;
    await box.getByText('please').hover();
    const hover = page.locator('.monaco-hover:visible').filter({ hasText: 'nothing to act on' });
    await hover.getByText(/studied comments/).waitFor();
    assert.ok((await hover.locator('a[data-href^="https://"]').count()) >= 1);
    await hover.getByText('Do not show').waitFor();
    await workbench.screenshot('coach-hover');
    await page.mouse.move(20, 400);
    await page.keyboard.press('Escape');
  });

  it('mends it with a quick fix, and the gaps are filled one after the other', async () => {
    const { page } = workbench;
    await quickFixes();
    for (const theme of themes) {
      await workbench.setTheme(theme);
      await quickFixes();
      await workbench.screenshot(`coach-${theme.toLowerCase().replaceAll(' ', '-')}`);
    }
    await workbench.setTheme('Light 2026');
    await quickFixes();
    await action(/When …, then …/).click();
    await expectText('please fix this. When …, then ….');
    await page.keyboard.type('it is empty');
    await page.keyboard.press('Tab');
    await page.keyboard.type('nobody is told');
    await expectText('please fix this. When it is empty, then nobody is told.');
  });

  it('shows a kind no more when asked to', async () => {
    await type('please fix this');
    await squiggle().waitFor();
    await quickFixes();
    await action(/Do not show “nothing to act on” again/).click();
    await squiggle().waitFor({ state: 'hidden' });
    await workbench.runCommand('Cairn: Explain the Coach');
    const said = await workbench.notifications();
    assert.match(said.join(), /You silenced: nothing to act on/);
    await workbench.runCommand('Cairn: Choose What the Coach Underlines');
    await workbench.screenshot('coach-silence');
    await workbench.pick('Nothing to act on');
    await box.click();
    await squiggle().waitFor();
  });

  it('asks the language model for other words, and undo brings the old ones back', async () => {
    await type('please fix this');
    await quickFixes();
    await action(/Rephrase with the language model/).click();
    await expectText('Nothing was prepared.');
    await workbench.page.keyboard.press('Control+z');
    await expectText('please fix this');
  });

  it('keeps a remark, and brings it back with labels and decorations', async () => {
    const { page } = workbench;
    await type('question: what would a reader of the log see here?');
    await workbench.runCommand('Cairn: Save Remark');
    await workbench.answer('Logging');
    await box.click();
    const file = join(workbench.stage.dataFolder, 'remarks.md');
    await until(async () => (await readFile(file, 'utf8').catch(() => '')).includes('## Logging'));

    await type('');
    await page.keyboard.press('Control+Space');
    await suggestion('praise').waitFor();
    await workbench.screenshot('coach-completions');
    await page.keyboard.type('log');
    await suggestion('question: what would').waitFor();
    await page.keyboard.press('Enter');
    await expectText('question: what would a reader of the log see here?');

    await type('sugg');
    await page.keyboard.press('Control+Space');
    await suggestion('suggestion').waitFor();
    await page.keyboard.press('Enter');
    await expectText('suggestion: ');
    await type('suggestion ');
    // The editor closes the parenthesis by itself.
    await page.keyboard.type('(');
    await suggestion('a11y').waitFor();
    await workbench.screenshot('coach-decorations');
    await page.keyboard.type('non');
    await suggestion('non-blocking').waitFor();
    await page.keyboard.press('Enter');
    await expectText('suggestion (non-blocking)');
  });

  it('lets a remark be chosen from a list', async () => {
    await type('');
    await workbench.runCommand('Cairn: Insert Saved Remark');
    await workbench.entries.filter({ hasText: 'question: what would' }).waitFor();
    await workbench.screenshot('coach-remarks');
    await workbench.pick('question: what would');
    await expectText('question: what would a reader of the log see here?');
  });

  it('takes the underline away with the box', async () => {
    const { page } = workbench;
    await type('please fix this');
    await squiggle().waitFor();
    await page.getByRole('button', { name: 'Discard' }).click();
    await box.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'No Problems' }).waitFor();
  });

  const squiggle = () => box.locator('.squiggly-info');
  const action = (title: RegExp) =>
    workbench.page.locator('.action-widget .monaco-list-row').filter({ hasText: title });
  const suggestion = (label: string) =>
    workbench.page.locator('.suggest-widget.visible .monaco-list-row').filter({ hasText: label }).first();

  async function openFile(name: string): Promise<void> {
    const { page } = workbench;
    await page.getByRole('treeitem', { name: 'src' }).first().click();
    await page.getByRole('treeitem', { name }).dblclick();
    await page.getByRole('tab', { name }).waitFor();
  }

  async function openBox(): Promise<void> {
    // At a second try the box of the first one is there.
    if ((await box.count()) === 0) await workbench.runCommand('Reviewer: Write');
    await box.waitFor();
  }

  /** In place of what is in the box. */
  async function type(text: string): Promise<void> {
    const { page } = workbench;
    await focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.keyboard.type(text);
    await expectText(text);
  }

  /** A view that has just appeared may take the focus away once more. */
  async function focus(): Promise<void> {
    const focused = workbench.page.locator('.review-widget .comment-form .monaco-editor.focused');
    await until(async () => {
      await box.click();
      await workbench.page.waitForTimeout(300);
      return (await focused.count()) > 0;
    });
  }

  /** Opens the list of what can be done about the beginning of the text. */
  async function quickFixes(): Promise<void> {
    const { page } = workbench;
    await page.keyboard.press('Escape');
    await focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Control+.');
    await page.locator('.action-widget .monaco-list-row').first().waitFor();
  }

  async function expectText(text: string | RegExp): Promise<void> {
    let last = '';
    const isSo = async () => {
      const lines = await box.locator('.view-line').allInnerTexts();
      last = lines.join('\n').replaceAll('\u00a0', ' ').replaceAll('\u200b', '');
      return typeof text === 'string' ? last === text : text.test(last);
    };
    await until(isSo).catch(() => assert.equal(last, text));
  }

  async function until(isSo: () => Promise<boolean>): Promise<void> {
    for (let left = 100; !(await isSo()); left--) {
      if (left === 0) throw new Error('it did not come to be');
      await workbench.page.waitForTimeout(100);
    }
  }
});
