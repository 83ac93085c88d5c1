import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameLocator, Locator } from 'playwright-core';
import { type CairnWorkbench, startCairn } from './support/workbench.ts';

const sentence = 'Lead an incident review from start to end';
const hostile = '<img src=x onerror="document.body.id=1"> $(trash)';

describe('next actions, and what is private, in the views', () => {
  let workbench: CairnWorkbench;
  let page: FrameLocator;

  before(async () => {
    workbench = await startCairn({ size: [1100, 1500] });
    await workbench.openCairn();
    page = workbench.goalsFrame();
    await workbench.signIn();
    await workbench.runCommand('Cairn: Create Goal');
    await workbench.answer(sentence);
    await workbench.pick('Incident response');
    await workbench.pick('Mine');
    await workbench.answer('');
    await card().waitFor();
  });
  after(() => workbench?.close());

  const card = () => page.getByRole('article').filter({ hasText: sentence });
  const others = () => page.locator('section.others');
  const item = (text: string | RegExp): Locator =>
    page.getByRole('listitem').filter({ hasText: text }).last();
  const box = (text: string) => page.getByRole('checkbox', { name: text });
  const press = (key: string) => workbench.page.keyboard.press(key);
  const isFocused = (locator: Locator) =>
    locator.evaluate((element) => element === element.ownerDocument.activeElement);
  const dialog = () => workbench.page.locator('.monaco-dialog-box');

  /** Chooses from the menu of a record, opened by its button. */
  async function choose(record: Locator, entry: string): Promise<void> {
    await record.hover();
    await record.getByRole('button', { name: /^More/ }).last().click();
    await clickInMenu(entry);
  }
  /** A menu that has just opened takes no click yet. */
  async function clickInMenu(entry: string): Promise<void> {
    const item = workbench.page.getByRole('menuitem', { name: entry });
    const gone = () =>
      item.waitFor({ state: 'hidden', timeout: 500 }).then(
        () => true,
        () => false,
      );
    await item.click();
    for (let left = 10; left > 0 && !(await gone()); left--)
      await item.click({ timeout: 1000 }).catch(() => {});
  }
  async function addForGoal(line: string): Promise<void> {
    await card()
      .getByRole('button', { name: /^Add a next action/ })
      .focus();
    await press('Enter');
    await workbench.answer(line);
  }

  /** Waits for the badge of a row, which the style sheet draws. */
  async function badge(row: Locator, content: string): Promise<void> {
    const label = await row.locator('.monaco-icon-label').first().elementHandle();
    await workbench.page.waitForFunction(
      ([element, wanted]) =>
        element?.ownerDocument.defaultView?.getComputedStyle(element, '::after').content === wanted,
      [label, content] as const,
    );
  }

  it('are added for a goal by keyboard alone, what is overdue first and said in words', async () => {
    await addForGoal('Try the outbox pattern by 2031-12-01');
    await box('Try the outbox pattern').waitFor();
    await addForGoal('@theo Shadow the release by 2020-01-15');
    await box('Shadow the release').waitFor();
    const boxes = card().locator('.actions').getByRole('checkbox');
    assert.deepEqual(await boxes.evaluateAll((all) => all.map((one) => one.closest('label')?.textContent)), [
      'Shadow the release',
      'Try the outbox pattern',
    ]);
    const about = await item('Shadow the release').locator('.about').locator('> *').allInnerTexts();
    assert.deepEqual(about, ['overdue, was due Jan 15, 2020', 'theo']);
    await item('Try the outbox pattern').getByText('ada-wren').waitFor();
    // A screen reader gets the same with the box.
    const described = await box('Shadow the release').getAttribute('aria-describedby');
    assert.match(await page.locator(`#${described}`).innerText(), /overdue/);
  });

  it('are ticked with the space bar, fold away, and leave the focus on the next one', async () => {
    await box('Shadow the release').focus();
    await press('Space');
    const fold = card().getByRole('button', { name: '1 done' });
    await fold.waitFor();
    await page.getByRole('status').getByText('1 next action open').waitFor();
    assert.ok(await isFocused(box('Try the outbox pattern')), 'the focus is on the next box');
    assert.equal(await fold.getAttribute('aria-expanded'), 'false');
    await fold.press('Enter');
    await item('Shadow the release').getByText('done', { exact: false }).first().waitFor();
    assert.equal(await box('Shadow the release').isChecked(), true);
    await box('Shadow the release').focus();
    await press('Space');
    await fold.waitFor({ state: 'hidden' });
    await item('Shadow the release').getByText('overdue').waitFor();
  });

  it('are edited as a line', async () => {
    await item('Try the outbox').hover();
    await item('Try the outbox').getByRole('button', { name: /^Edit/ }).click();
    const input = workbench.page.locator('.quick-input-widget:visible .quick-input-box input');
    await input.waitFor();
    assert.equal(await input.inputValue(), '@ada-wren Try the outbox pattern by 2031-12-01');
    await workbench.answer('@ada-wren Try the outbox pattern twice by 2031-12-01');
    await box('Try the outbox pattern twice').waitFor();
  });

  it('stand in a section of their own without a goal, as text, private from the start', async () => {
    await workbench.runCommand('Cairn: Add Next Action');
    await workbench.page.getByRole('button', { name: 'Keep it private' }).press('Enter');
    await workbench.page.locator('.quick-input-title').getByText('private').waitFor();
    await workbench.answer(hostile);
    await workbench.pick('No goal');
    await others().getByRole('heading', { name: 'Next actions' }).waitFor();
    await box(hostile).waitFor();
    await item('<img').getByText('private', { exact: true }).waitFor();
    assert.equal(await page.locator('li img').count(), 0);
    await others()
      .getByRole('button', { name: /^Add a next action/ })
      .click();
    await workbench.answer('Thank the reviewers');
    await box('Thank the reviewers').waitFor();
  });

  it('become private by the menu, and ask before they are shared again', async () => {
    await choose(item('Thank the reviewers'), 'Make Private');
    const mark = item('Thank the reviewers').getByText('private', { exact: true });
    await mark.waitFor();
    await choose(item('Thank the reviewers'), 'Make Private');
    await dialog().getByText('Share “Thank the reviewers”?').waitFor();
    await workbench.screenshot('private-share-again');
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    await dialog().waitFor({ state: 'hidden' });
    await mark.waitFor();
    await choose(item('Thank the reviewers'), 'Make Private');
    await dialog().getByRole('button', { name: 'Share', exact: true }).click();
    await mark.waitFor({ state: 'detached' });
    // By its key the same, where the focus is.
    await box('Thank the reviewers').focus();
    await press('p');
    await mark.waitFor();
    await press('p');
    await dialog().getByRole('button', { name: 'Share', exact: true }).click();
    await mark.waitFor({ state: 'detached' });
  });

  it('take a goal along', async () => {
    await card().getByRole('heading').first().hover();
    await card().locator('.head').getByRole('button', { name: /^More/ }).click();
    await clickInMenu('Make Private');
    await card().locator('.meta').getByText('private', { exact: true }).waitFor();
    await item('Shadow the release').getByText('private', { exact: true }).waitFor();
    await workbench.checkGoalsAccessibility();
  });

  it('show their history, where each act can be undone and redone', async () => {
    await choose(item('Try the outbox'), 'Show History');
    const { entries } = workbench;
    await entries.filter({ hasText: 'Words: “Try the outbox pattern twice” instead of' }).waitFor();
    assert.equal(await entries.count(), 3);
    await workbench.screenshot('history');
    const edit = entries.filter({ hasText: 'Words: ' });
    await edit.hover();
    await edit.getByRole('button', { name: 'Undo this act' }).click();
    await entries.filter({ hasText: 'undone by ada-wren' }).waitFor();
    await box('Try the outbox pattern').waitFor();
    await workbench.page.locator('.statusbar').getByText('undone: Words').first().waitFor();
    // By keyboard the same: Enter on the entry.
    await press('Home');
    await press('ArrowDown');
    await press('Enter');
    await entries.filter({ hasText: 'undone by' }).waitFor({ state: 'detached' });
    await press('Escape');
    await box('Try the outbox pattern twice').waitFor();
  });

  it('say who wrote what once others write, too, and what claims to be by somebody else', async () => {
    const folder = join(workbench.stage.dataFolder, 'spaces', 'personal', 'journal', 'theosfolder12345');
    await mkdir(folder, { recursive: true });
    const time = Date.now();
    const line = (n: number, author: string, type: string, payload: object) => {
      const id = `01KAT0000000000000000000${String(n).padStart(2, '0')}`;
      return `${JSON.stringify({ id, time: [time, n], author, act: id, type, version: 1, payload })}\n`;
    };
    const month = new Date(time).toISOString().slice(0, 7);
    const action = { owner: 'ada-wren', dueDate: null, goal: null };
    const title = 'Explain before I change';
    const said = { author: 'Rosa', url: null, saidAt: '2026-11-20T10:00:00Z' };
    const goal = { goal: 'theos-goal', title, category: null, origin: 'organisation', targetDate: null };
    await writeFile(
      join(folder, `${month}.jsonl`),
      line(1, 'theo', 'goal.created', goal) +
        line(2, 'theo', 'action.added', { action: 'theos', text: 'Pair on the outbox', ...action }) +
        line(3, 'mira', 'action.added', { action: 'miras', text: 'Give up the review', ...action }) +
        line(4, 'theo', 'feedback.entered', { ...said, feedback: 'said', body: 'Stop the daily report.' }) +
        line(5, 'mira', 'feedback.tagged', { feedback: 'said', tag: 'stop' }),
    );
    await item('Pair on the outbox').getByText('added by theo').waitFor();
    await page
      .getByRole('article')
      .filter({ hasText: title })
      .getByText('by theo', { exact: true })
      .waitFor();
    await item('Give up the review').getByText('says it is by mira, written by theo (unverified)').waitFor();
    await workbench.checkGoalsAccessibility();
    // The rows to tag fill the view: folded, the tagged ones are in sight.
    await workbench.runCommand('Cairn: Focus on Feedback View');
    await press('Home');
    await press('ArrowLeft');
    const row = workbench.row('Feedback', 'Stop the daily report');
    await row.filter({ hasText: 'unverified' }).waitFor();
    await badge(row, '"?"');
    await row.hover();
    const hover = workbench.page.locator('.monaco-hover:visible');
    await hover.getByText('The tag says it is by mira, written by theo (unverified).').waitFor();
    await hover.getByText('Written down by theo.').waitFor();
    await workbench.screenshot('unverified');
    await workbench.runCommand('Cairn: Focus on Feedback View');
    await press('ArrowRight');
    // What theo promised in his words stays his.
    await item('Pair on the outbox').hover();
    await item('Pair on the outbox').getByRole('button', { name: /^Edit/ }).click();
    await workbench.answer('@ada-wren Rewrite the outbox');
    await others().getByRole('alert').getByText('These are the words of theo').waitFor();
    await others().getByRole('button', { name: 'Dismiss' }).click();
  });

  it('ask before they are hidden from those who may know them already', async () => {
    // What a space has that is shared.
    await mkdir(join(workbench.stage.dataFolder, 'spaces', 'personal', '.git'));
    const mark = (text: string) => item(text).getByText('private', { exact: true });
    await choose(item('Thank the reviewers'), 'Make Private');
    await dialog().getByText('Make “Thank the reviewers” private?').waitFor();
    await dialog().getByText('the history of the remote keeps it').waitFor();
    await workbench.screenshot('private-known');
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    await dialog().waitFor({ state: 'hidden' });
    assert.equal(await mark('Thank the reviewers').count(), 0);
    await choose(item('Thank the reviewers'), 'Make Private');
    await dialog().getByRole('button', { name: 'Make Private' }).click();
    await mark('Thank the reviewers').waitFor();

    await choose(item('Pair on the outbox'), 'Make Private');
    await dialog().getByText('What others said about it stays theirs, and visible: theo.').waitFor();
    await dialog().getByRole('button', { name: 'Cancel' }).click();
  });

  it('keep feedback private by one key in the Feedback view, marked in words', async () => {
    await workbench.runCommand('Cairn: Pull Feedback');
    const rows = workbench.view('Feedback').locator('.monaco-list-row');
    await rows.filter({ hasText: /^To tag/ }).waitFor();
    const row = rows.nth(1);
    await workbench.runCommand('Cairn: Focus on Feedback View');
    await press('Home');
    await press('ArrowDown');
    await row.and(workbench.page.locator('.focused')).waitFor();
    await press('p');
    await row.filter({ hasText: 'private' }).waitFor();
    assert.match((await row.getAttribute('aria-label')) ?? '', /^private, /);
    // However narrow the view is, the lock is in sight.
    await badge(row, '"P"');
    await press('ArrowDown');
    await workbench.screenshot('private-feedback');
    await press('ArrowUp');
    await press('h');
    await workbench.entries.filter({ hasText: 'Made private' }).waitFor();
    await press('Escape');
    await workbench.runCommand('Cairn: Focus on Feedback View');
    await press('p');
    await dialog().getByRole('button', { name: 'Share', exact: true }).click();
    await rows.filter({ hasText: 'private' }).waitFor({ state: 'detached' });
  });

  for (const theme of ['Light 2026', 'Dark 2026', 'Default High Contrast', 'Default High Contrast Light']) {
    it(`can be read in ${theme}`, async () => {
      await workbench.setTheme(theme);
      await item('Shadow the release').hover();
      await workbench.checkGoalsAccessibility();
      await workbench.screenshot(`actions-${theme.toLowerCase().replaceAll(' ', '-')}`);
    });
  }

  it('fit into a narrow side bar', async () => {
    const { x, width } = (await workbench.page.locator('.part.sidebar').boundingBox())!;
    const { mouse } = workbench.page;
    await mouse.move(x + width, 500);
    await mouse.down();
    await mouse.move(x + 210, 500, { steps: 5 });
    await mouse.move(x + 200, 500);
    await mouse.up();
    await item('Thank the reviewers').hover();
    await workbench.screenshot('actions-narrow');
    const [wide, seen] = await page
      .locator('html')
      .evaluate((html) => [html.scrollWidth, html.clientWidth] as const);
    assert.ok(seen <= 200, `the view is ${seen} px wide`);
    assert.equal(wide, seen);
  });
});
