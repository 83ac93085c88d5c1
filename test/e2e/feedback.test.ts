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
      .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').slice(0, -1));
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

  it('groups by theme, with where each stands, and takes a name for one, by keys alone', async () => {
    const { keyboard } = workbench.page;
    const chosen = rows.and(workbench.page.locator('.focused'));
    await workbench.runCommand('Cairn: Clear Feedback Filter');
    await workbench.runCommand('Cairn: Group Feedback By');
    await workbench.entries.filter({ hasText: 'Theme' }).waitFor();
    await keyboard.type('Theme');
    await keyboard.press('Enter');
    // The newest theme came up again after it was learned, or is on its way.
    await rows
      .first()
      .filter({ hasText: /came up|learned|not enough/ })
      .waitFor();
    await workbench.runCommand('Cairn: Focus on Feedback View');
    await keyboard.press('Home');
    await chosen.filter({ hasText: /came up|learned|not enough/ }).waitFor();
    await workbench.screenshot('feedback-themes');
    const count = journal().length;
    await keyboard.press('Shift+F10');
    const entry = workbench.page.getByRole('menuitem', { name: 'Name Theme…' });
    await entry.waitFor();
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await workbench.answer('One thing at a time');
    await rows.filter({ hasText: /^One thing at a time/ }).waitFor();
    assert.equal(journal()[count]?.type, 'theme.made');
    await workbench.runCommand('Cairn: Undo');
    await rows.filter({ hasText: /^One thing at a time/ }).waitFor({ state: 'detached' });
  });

  it('points from what came up again to the earlier conversation', async () => {
    await workbench.select(rows.filter({ hasText: 'came up before' }).first());
    const thread = workbench.page.locator('.review-widget');
    await thread.getByText('This came up before, on').waitFor();
    await workbench.screenshot('feedback-came-before');
    const link = thread.getByRole('link', { name: /^#\d+$/ });
    const number = await link.innerText();
    await link.click();
    // In its file, or where that has no such line any more, as it was.
    const asItWas = workbench.page.getByRole('tab', { name: /as it was/ });
    await thread.getByText(`${number} `).or(asItWas).first().waitFor();
    await workbench.runCommand('View: Close All Editors');
  });

  it('is readable in every theme', async () => {
    const label = rows.nth(2).locator('.label-name');
    for (const theme of ['Dark 2026', 'Default High Contrast', 'Default High Contrast Light', 'Light 2026']) {
      await workbench.setTheme(theme);
      await workbench.screenshot(`feedback-${theme.toLowerCase().replaceAll(' ', '-')}`);
      const ratio = await contrastOf(label);
      assert.ok(ratio >= 4.5, `${theme}: the contrast is ${ratio}`);
    }
  });

  it('keeps words beside the icon when the side bar is narrow', async () => {
    const { x, width } = (await workbench.page.locator('.part.sidebar').boundingBox())!;
    const { mouse } = workbench.page;
    await mouse.move(x + width, 500);
    await mouse.down();
    await mouse.move(x + 210, 500, { steps: 5 });
    await mouse.move(x + 200, 500);
    await mouse.up();
    await workbench.screenshot('feedback-narrow');
    const row = (await rows.nth(2).boundingBox())!;
    const label = (await rows.nth(2).locator('.monaco-icon-label').boundingBox())!;
    assert.ok(row.width <= 200, `the row is ${row.width} px wide`);
    assert.ok(label.width >= 80, `the words have ${label.width} px`);
    assert.ok(label.x + label.width <= row.x + row.width);
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

/** Contrast of an element's colour with the first opaque background behind it, by WCAG 2. */
async function contrastOf(label: Locator): Promise<number> {
  const [colour, background] = await label.evaluate((element) => {
    const style = (one: typeof element) => one.ownerDocument.defaultView!.getComputedStyle(one);
    let behind = element;
    while (/, 0(\.\d+)?\)$/.test(style(behind).backgroundColor) && behind.parentElement)
      behind = behind.parentElement;
    return [style(element).color, style(behind).backgroundColor] as [string, string];
  });
  const [darker, lighter] = [luminance(colour), luminance(background)].sort((one, other) => one - other);
  return (lighter! + 0.05) / (darker! + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? [])
    .slice(0, 3)
    .map((part) => Number(part) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
