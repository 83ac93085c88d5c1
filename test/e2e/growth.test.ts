import assert from 'node:assert/strict';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { FrameLocator, Locator } from 'playwright-core';
import { growthLines, writeGrowth } from '../support/journal/growthLines.ts';
import { sampleRepository } from '../support/sample/sample.ts';
import { type CairnWorkbench, startCairn } from './support/workbench.ts';

/** The panel stands among the editors, the goal tracker in the side bar. */
const panel = 'iframe.webview.ready:not([src*="purpose=webviewView"])';

describe('the growth panel', () => {
  let workbench: CairnWorkbench;
  let page: FrameLocator;

  const section = (name: string): Locator => page.getByRole('region', { name, exact: true });
  const look = (name: string) => workbench.screenshot(`growth-${name.toLowerCase().replaceAll(' ', '-')}`);
  const press = (key: string) => workbench.page.keyboard.press(key);
  const axe = () => new AxeBuilder({ page: workbench.page });
  const checkAccessibility = async () => {
    const inside = [panel, 'iframe#active-frame', 'body'];
    let { violations, passes } = await axe().include(inside).analyze();
    // VS Code may be giving the page its new colours.
    for (let left = 3; passes.length === 0 && left > 0; left--)
      ({ violations, passes } = await axe().include(inside).analyze());
    assert.ok(passes.length > 0, 'axe has looked at nothing');
    assert.deepEqual(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
      [],
    );
  };

  before(async () => {
    workbench = await startCairn({
      size: [1400, 1000],
      settings: { 'cairn.github.repositories': [sampleRepository] },
    });
    await workbench.openCairn();
    page = workbench.page.frameLocator(panel).frameLocator('iframe#active-frame');
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await look('failed');
  });
  after(() => workbench?.close());

  it('says what to do next where there is nothing yet', async () => {
    await workbench.runCommand('Cairn: Show Growth');
    await page.getByRole('heading', { name: 'Nothing to show yet' }).waitFor();
    await page.getByRole('button', { name: 'Sign in to GitHub' }).waitFor();
    await checkAccessibility();
    await look('empty');
  });

  it('fills itself while feedback is pulled, and while others write', async () => {
    await workbench.signIn();
    await workbench.runCommand('Cairn: Pull Feedback');
    await section('Who reviews')
      .getByText(/pull requests?, .*reviewed, by/)
      .waitFor({ timeout: 60_000 });
    const { dataFolder } = workbench.stage;
    const space = join(dataFolder, 'spaces', 'personal');
    const until = new Date().toISOString().slice(0, 7);
    const lines = growthLines({ months: 60, until });
    writeGrowth(lines, space, join(dataFolder, 'private', 'personal'));
    await section('Promises')
      .getByText(/1[12] next actions were promised/)
      .waitFor({ timeout: 60_000 });
    await section('Your own scales')
      .getByText(/\d+ answers, /)
      .waitFor();
  });

  it('shows the period and the goal that were asked for, by keyboard', async () => {
    await page.getByRole('radio', { name: '12 months' }).focus();
    await press('ArrowRight');
    await section('Keep, stop, start').getByRole('heading', { name: 'All goals' }).waitFor();
    await section('Promises').getByText('60 next actions were promised').waitFor();
    assert.equal(await page.getByRole('radio', { name: 'All', exact: true }).isChecked(), true);
    assert.equal(
      await page.getByRole('radio', { name: 'All', exact: true }).evaluate((one) => one.matches(':focus')),
      true,
    );
    // What was asked to stop came up until two years ago.
    await section('Themes').getByRole('heading', { name: 'Let errors through' }).waitFor();
    await look('five-years');
    await page.getByRole('combobox', { name: 'Goal' }).selectOption({ label: 'Test what can break' });
    await section('Promises').getByText('20 next actions were promised').waitFor();
    await page.getByRole('combobox', { name: 'Goal' }).selectOption({ label: 'All goals' });
    await section('Promises').getByText('60 next actions were promised').waitFor();
  });

  it('has a table behind each chart, and gives it away as Markdown', async () => {
    const promises = section('Promises');
    const fold = promises.getByRole('button', { name: 'Show as table: Promises' });
    await fold.focus();
    await press('Enter');
    const cells = await promises.getByRole('table').locator('tbody td').allInnerTexts();
    const told = /(\d+) next actions/.exec(
      await promises.getByText('next actions were promised').innerText(),
    )!;
    assert.equal(
      cells.reduce((sum, cell) => sum + Number(cell), 0),
      Number(told[1]),
    );
    await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await promises.getByRole('button', { name: 'Copy as Markdown: Promises' }).press('Enter');
    await page.getByRole('status').getByText('Copied').waitFor();
    const copied = await workbench.page.evaluate('navigator.clipboard.readText()');
    assert.match(
      String(copied),
      /^## Promises\n\n\d+ next actions were promised, .*\n\n\| Month \| .*kept in time/,
    );
    await checkAccessibility();
    await fold.press('Enter');
    await promises.getByRole('table').waitFor({ state: 'hidden' });
  });

  it('opens what a theme is made of, and keeps it open over a reload of the window', async () => {
    const themes = section('Themes');
    const fold = themes.getByRole('button', { name: /^Let errors through: / });
    await fold.click();
    const piece = themes.getByRole('button', { name: /swallows the error/ }).first();
    await piece.waitFor();
    const reloaded = workbench.page.waitForEvent('load');
    await workbench.runCommand('Developer: Reload Window');
    await reloaded;
    // Which editor is in front after a reload is VS Code's to say.
    await workbench.page.getByRole('tab', { name: 'Growth' }).click();
    await piece.waitFor({ timeout: 60_000 });
    await fold.press('Enter');
    await piece.waitFor({ state: 'hidden' });
    assert.equal(await page.getByRole('radio', { name: 'All', exact: true }).isChecked(), true);
    await page.getByRole('radio', { name: '12 months' }).check({ force: true });
    await section('Promises')
      .getByText(/1[12] next actions were promised/)
      .waitFor();
  });

  for (const theme of ['Light 2026', 'Dark 2026', 'Default High Contrast']) {
    it(`can be read in ${theme}`, async () => {
      await workbench.setTheme(theme);
      await section('Promises').waitFor();
      await checkAccessibility();
      await look(theme);
    });
  }

  it('fits into a narrow editor', async () => {
    await workbench.setTheme('Default High Contrast Light');
    await workbench.page.setViewportSize({ width: 660, height: 1000 });
    await section('Promises').waitFor();
    const [wide, seen] = await page
      .locator('html')
      .evaluate((html) => [html.scrollWidth, html.clientWidth] as const);
    assert.equal(wide, seen);
    await checkAccessibility();
    await look('narrow');
  });
});
