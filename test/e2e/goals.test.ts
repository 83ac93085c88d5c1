import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { appendFile, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { FrameLocator, Locator } from 'playwright-core';
import { growthLines, writeGrowth } from '../support/journal/growthLines.ts';
import { type CairnWorkbench, startCairn } from './support/workbench.ts';

const run = promisify(execFile);
const sentence = 'Write pull requests that reviewers approve on the first read';
const hostile = '<img src=x onerror="document.body.id=1"> \u202Eread<script>document.body.id=1</script>';

describe('the goal tracker', () => {
  let workbench: CairnWorkbench;
  let page: FrameLocator;

  before(async () => {
    workbench = await startCairn({ size: [1100, 1000] });
    await workbench.openCairn();
    page = workbench.goalsFrame();
  });
  after(() => workbench?.close());

  it('says what to do next where there is no goal yet', async () => {
    await page.getByRole('heading', { name: 'What do you want to grow in?' }).waitFor();
    await page.getByRole('button', { name: 'Sign in to GitHub' }).waitFor();
    await workbench.checkGoalsAccessibility();
    await workbench.screenshot('goals-empty');
  });

  it('takes the first goal and its milestones, by keyboard alone', async () => {
    await page.getByRole('button', { name: 'Create your first goal' }).focus();
    await workbench.page.keyboard.press('Enter');
    await workbench.answer(sentence);
    await workbench.pick('Code quality');
    await workbench.pick('Mine');
    await workbench.answer('2031-03-31');
    const goal = card(sentence);
    await goal.getByText('by Mar 31, 2031').waitFor();
    await goal.getByText('Code quality').waitFor();

    for (const milestone of ['Split a change over 400 lines', 'A test fails before each fix']) {
      await goal.getByRole('button', { name: /^Add a milestone/ }).focus();
      await workbench.page.keyboard.press('Enter');
      await workbench.answer(milestone);
      await goal.getByRole('checkbox', { name: milestone }).waitFor();
    }
    await goal.getByText('0 of 2 milestones').waitFor();
  });

  it('ticks a milestone with the space bar, keeps the focus there, and tells a screen reader', async () => {
    const box = card(sentence).getByRole('checkbox', { name: 'A test fails before each fix' });
    await box.focus();
    await workbench.page.keyboard.press('Space');
    await card(sentence).getByText('1 of 2 milestones').waitFor();
    await page
      .getByRole('status')
      .getByText(`${sentence}; 0 keep, 0 stop, 0 start; 1 of 2 milestones`)
      .waitFor();
    assert.equal(await box.isChecked(), true);
    assert.equal(await box.evaluate((element) => element === element.ownerDocument.activeElement), true);

    await workbench.page.keyboard.press('Space');
    await card(sentence).getByText('0 of 2 milestones').waitFor();
    await workbench.page.keyboard.press('Space');
    await card(sentence).getByText('1 of 2 milestones').waitFor();
  });

  it('shows what people write as text and runs nothing of it', async () => {
    await workbench.runCommand('Cairn: Create Goal');
    await workbench.answer(hostile);
    await workbench.pick('Incident response');
    await workbench.pick("My organisation's");
    await workbench.answer('2020-01-31');
    // As text, and without the character that would turn the words after it around.
    await page.getByRole('heading', { name: hostile.replace('\u202E', '') }).waitFor();
    await page.getByText('was due Jan 31, 2020').waitFor();
    await page.getByText('2 active goals: 1 own, 1 from the organisation').waitFor();
    assert.equal(await page.locator('article img, article script').count(), 0);
    assert.equal(await page.locator('body').getAttribute('id'), null);
  });

  it('loads nothing and runs nothing that is not its own', async () => {
    const { url } = workbench.stage.github;
    const ran = await page.locator('body').evaluate(async (body, address) => {
      const { ownerDocument: document } = body;
      const [image, script] = [document.createElement('img'), document.createElement('script')];
      const failed = new Promise((done) => image.addEventListener('error', () => done('refused')));
      image.addEventListener('load', () => assert.fail('an image was loaded'));
      script.textContent = 'document.body.dataset.ran = "yes"';
      image.src = `${address}/image-of-a-stranger.png`;
      body.append(image, script);
      await failed;
      image.remove();
      script.remove();
      return body.dataset.ran ?? 'nothing';
    }, url);
    assert.equal(ran, 'nothing');
    const requests = JSON.stringify(await (await fetch(`${url}/_requests`)).json());
    assert.ok(!requests.includes('image-of-a-stranger'), 'the page has asked for an image');
  });

  it('ignores messages that fit no schema', async () => {
    await page.locator('body').evaluate((body) => {
      const { defaultView: window } = body.ownerDocument;
      window?.postMessage({ type: 'state', state: { groups: [] } }, '*');
      window?.postMessage({ type: 'done', request: 'x' }, '*');
    });
    const goal = card(sentence);
    await goal.getByRole('checkbox', { name: 'Split a change over 400 lines' }).click();
    await goal.getByText('2 of 2 milestones').waitFor();
    await goal.getByRole('checkbox', { name: 'Split a change over 400 lines' }).click();
    await goal.getByText('1 of 2 milestones').waitFor();
  });

  it('stays folded as it was left, over hiding the view and reloading the window', async () => {
    const fold = card(sentence).getByRole('heading').getByRole('button');
    assert.equal(await fold.getAttribute('aria-expanded'), 'true');
    await fold.focus();
    await workbench.page.keyboard.press('Enter');
    assert.equal(await fold.getAttribute('aria-expanded'), 'false');
    await card(sentence).getByRole('checkbox').first().waitFor({ state: 'hidden' });

    const header = workbench.view('Goals').locator('.pane-header').first();
    await header.click();
    await page.locator('main').waitFor({ state: 'hidden' });
    await header.click();
    await fold.waitFor();
    assert.equal(await fold.getAttribute('aria-expanded'), 'false');

    const reloaded = workbench.page.waitForEvent('load');
    await workbench.runCommand('Developer: Reload Window');
    await reloaded;
    await workbench.openCairn();
    await fold.waitFor();
    assert.equal(await fold.getAttribute('aria-expanded'), 'false');
    await fold.click();
    assert.equal(await card(sentence).getByRole('checkbox').count(), 2);
  });

  it('says in the card what went wrong, and takes the box back', async () => {
    const restore = await breakJournal(workbench.stage.dataFolder);
    const goal = card(sentence);
    const box = goal.getByRole('checkbox', { name: 'Split a change over 400 lines' });
    try {
      await box.click();
      await goal.getByRole('alert').getByText('Nothing was recorded').waitFor();
      assert.equal(await box.isChecked(), false);
      await workbench.checkGoalsAccessibility();
      await workbench.screenshot('goals-error');
    } finally {
      await restore();
    }
    await box.click();
    await goal.getByText('2 of 2 milestones').waitFor();
    await goal.getByRole('alert').getByText('Nothing was recorded').waitFor({ state: 'detached' });
  });

  it('shows linked feedback with its counts, its months and who said it', async () => {
    const offer = page.getByRole('button', { name: 'Sign in', exact: true });
    await offer.waitFor();
    await workbench.signIn();
    await offer.waitFor({ state: 'hidden' });
    await workbench.runCommand('Cairn: Pull Feedback');
    await page.getByText(/\d+ pieces of feedback to tag/).waitFor();
    const row = workbench.view('Feedback').locator('.monaco-list-row[aria-level="2"] .label-name').first();
    const begins = (await row.textContent())!.slice(0, 25);
    await workbench.runCommand('Cairn: Link Feedback to Goals');
    await workbench.pick(begins);
    await workbench.pick(sentence);
    await workbench.runCommand('Cairn: Tag Feedback');
    await workbench.pick(begins);
    await workbench.pick('Keep');
    const goal = card(sentence);
    await goal
      .getByRole('listitem')
      .filter({ hasText: /^1 keep$/ })
      .waitFor();
    const cells = await goal.getByRole('table').locator('tbody td').allInnerTexts();
    assert.equal(cells.length, 6 * 3);
    await goal.getByRole('button', { name: /^Latest feedback/ }).waitFor();
  });

  it('recalls what was said before about files that are staged, there and at the code', async () => {
    const { folder } = workbench.stage;
    for (const file of ['src/config.ts', 'docs/runbook.md']) {
      await appendFile(join(folder, file), '\n');
      await run('git', ['add', file], { cwd: folder });
    }
    const said = 'Before you push: 2 files that you staged had feedback before';
    await page.locator('.notice.recall').getByText(said).waitFor();
    await page.getByRole('status').getByText(said).waitFor();
    await page
      .locator('.notice.recall')
      .getByRole('button', { name: /config\.ts/ })
      .first()
      .press('Enter');
    await workbench.page.locator('.review-widget').first().waitFor();
    await recalledInCode(/last time (here|in this file): /);
  });

  it('moves a completed goal out of the way, and takes it back', async () => {
    const goal = card('<img src=x');
    await goal.hover();
    await goal.getByRole('button', { name: /^Complete/ }).click();
    await goal.waitFor({ state: 'hidden' });
    const group = page.getByRole('button', { name: /^Completed/ });
    await group.press('Enter');
    await goal.getByRole('button', { name: /^Reopen/ }).focus();
    await workbench.page.keyboard.press('Enter');
    await group.waitFor({ state: 'hidden' });
    await goal.waitFor();
  });

  for (const theme of ['Light 2026', 'Dark 2026', 'Default High Contrast', 'Default High Contrast Light']) {
    it(`can be read in ${theme}`, async () => {
      await workbench.setTheme(theme);
      await card(sentence).waitFor();
      await workbench.checkGoalsAccessibility();
      await workbench.screenshot(`goals-${theme.toLowerCase().replaceAll(' ', '-')}`);
    });
  }

  it('fits into a narrow side bar', async () => {
    const { x, width } = (await workbench.page.locator('.part.sidebar').boundingBox())!;
    const { mouse } = workbench.page;
    await mouse.move(x + width, 500);
    await mouse.down();
    await mouse.move(x + 210, 500, { steps: 5 });
    await mouse.move(x + 200, 500);
    await mouse.up();
    await workbench.screenshot('goals-narrow');
    const [wide, seen] = await page
      .locator('html')
      .evaluate((html) => [html.scrollWidth, html.clientWidth] as const);
    assert.ok(seen <= 200, `the view is ${seen} px wide`);
    assert.equal(wide, seen);
  });

  it('recalls nothing any more once nothing is staged', async () => {
    await run('git', ['reset', '--quiet', '--hard'], { cwd: workbench.stage.folder });
    await page.locator('.notice.recall').waitFor({ state: 'detached' });
    await recalledInCode(null);
  });

  describe('and a report', () => {
    const panel = 'iframe.webview.ready:not([src*="purpose=webviewView"])';
    let report: FrameLocator;
    const title = 'Explain <b>why</b> a change is needed';

    before(async () => {
      await workbench.runCommand('Cairn: Create Goal');
      await workbench.answer(title);
      await workbench.pick('Code quality');
      await workbench.pick('Mine');
      await workbench.answer('');
      const { dataFolder } = workbench.stage;
      const lines = growthLines({ months: 3, until: new Date().toISOString().slice(0, 7) });
      writeGrowth(lines, join(dataFolder, 'spaces', 'personal'), join(dataFolder, 'private', 'personal'));
      await page.getByRole('heading', { name: 'Dare to say no in planning' }).waitFor();
    });

    it('previews a report as it will be, and leaves out of the file what is unticked', async () => {
      await workbench.runCommand('View: Close All Editors');
      await workbench.runCommand('Cairn: Write Report…');
      await workbench.pick('The whole mentorship');
      report = workbench.page.frameLocator(panel).frameLocator('iframe#active-frame');
      await report.getByRole('heading', { level: 1, name: /looked back on/ }).waitFor();
      const claim = report.getByRole('checkbox', { name: `“${title}” (active, the mentee's own).` });
      assert.equal(await claim.isChecked(), true);
      assert.equal(await report.locator('main :is(b, img, script)').count(), 0);
      await claim.focus();
      await workbench.page.keyboard.press('Space');
      const goals = report.getByRole('region', { name: 'Goals and milestones' });
      await goals.getByText('left out').waitFor();
      assert.equal(await claim.evaluate((box) => box === box.ownerDocument.activeElement), true);
      const next = report.getByRole('region', { name: 'Next steps' });
      await next.getByRole('checkbox', { name: 'Next steps', exact: true }).click();
      await next.getByText('left out').first().waitFor();
      // What only this user sees is there to be ticked, and out.
      const secret = report.getByRole('checkbox', { name: 'Goal “Dare to say no in planning”.' });
      assert.equal(await secret.isChecked(), false);
      await report.getByRole('checkbox', { name: 'Names of reviewers and mentors' }).uncheck();
      await report.getByText('Mentored by somebody, somebody.').waitFor();

      await report.getByRole('button', { name: 'Save as HTML…' }).press('Enter');
      const file = join(workbench.stage.dataFolder, 'report.html');
      await workbench.saveAs(file);
      await report.getByRole('status').getByText(`Saved: ${file}`).waitFor();
      const bytes = await readFile(file, 'utf8');
      assert.match(bytes, /looked back on/);
      assert.ok(!/a change is needed|Next steps|marsh-lind|Dare to say no/.test(bytes), bytes);
    });

    for (const theme of ['Light 2026', 'Default High Contrast']) {
      it(`shows the report in ${theme}`, async () => {
        await workbench.setTheme(theme);
        await report.getByRole('heading', { level: 1 }).waitFor();
        await workbench.checkAccessibility(panel);
        await workbench.screenshot(`report-${theme.toLowerCase().replaceAll(' ', '-')}`);
      });
    }
    after(() => workbench.runCommand('View: Close All Editors'));
  });

  /** Waits until a line of the editor ends with these words, or none does with words of this kind. */
  async function recalledInCode(words: RegExp | null): Promise<void> {
    const drawn = `() => [...document.querySelectorAll('.view-line span')]
      .map((span) => getComputedStyle(span, '::after').content)
      .filter((content) => /last time/.test(content))`;
    const isSo = words ? `.some((content) => ${words}.test(content))` : '.length === 0';
    await workbench.page.waitForFunction(`(${drawn})()${isSo}`);
  }

  function card(title: string): Locator {
    return page.getByRole('article').filter({ hasText: title });
  }
});

/** Makes writing to the journal fail, as a full or broken disk does. Returns what mends it. */
async function breakJournal(dataFolder: string): Promise<() => Promise<void>> {
  const [space] = await readdir(join(dataFolder, 'spaces'));
  const journal = join(dataFolder, 'spaces', space!, 'journal');
  await rename(journal, `${journal}.away`);
  await writeFile(journal, '');
  return async () => {
    await rename(journal, `${journal}.broken`);
    await rename(`${journal}.away`, journal);
  };
}
