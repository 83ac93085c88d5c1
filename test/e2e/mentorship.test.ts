import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FrameLocator, Locator } from 'playwright-core';
import { sampleMentee, sampleRepository } from '../support/sample/sample.ts';
import { type CairnWorkbench, startCairn } from './support/workbench.ts';

const mentee = sampleMentee;
const mentor = 'marsh-lind';
const purpose = 'Ada leads an incident review by spring.';
const goal = 'I hold one incident review that ends with causes';
const lesson = 'The outbox tries twice, then it waits for a person';
const day = 86_400_000;
const panelFrame = 'iframe.webview.ready:not([src*="purpose=webviewView"])';
/** What each writes in a pulse, and only the first of them lets the other one see. */
const [told, kept] = ['We laugh more than in spring.', 'I would rather stay in my own team.'];

/** Twelve months of one mentorship in two VS Codes, whose calendar the test turns. */
describe('a mentorship from its start to its end', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-year-'));
  const bare = join(folder, 'space.git');
  const programme = join(folder, 'programme');
  const clock = join(folder, 'clock');
  let ada: CairnWorkbench;
  let marsh: CairnWorkbench;
  let today = 0;

  /** Lets days go by for both. */
  function turn(days: number): void {
    today += days;
    writeFileSync(clock, String(today * day));
  }

  before(async function () {
    this.timeout(400_000);
    execFileSync('git', ['init', '--quiet', '--bare', bare]);
    mkdirSync(programme);
    turn(0);
    const start = async (who: string, more: Record<string, unknown> = {}) => {
      const home = join(folder, who);
      mkdirSync(home);
      const workbench = await startCairn({
        size: [1300, 1000],
        clock,
        env: { HOME: home, XDG_CONFIG_HOME: join(home, '.config') },
        settings: {
          'cairn.syncInterval': 0.05,
          'cairn.github.repositories': [sampleRepository],
          'cairn.programme.folder': programme,
          'files.autoSave': 'off',
          ...more,
        },
      });
      await workbench.openCairn();
      await workbench.signIn(who);
      return workbench;
    };
    marsh = await start(mentor);
    ada = await start(mentee, { 'cairn.github.host': marsh.stage.github.url });
  });
  after(async () => {
    await ada?.close();
    await marsh?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  const says = (one: CairnWorkbench, text: string | RegExp) =>
    one.page.locator('[id="cairn-mentoring.cairn.space"]').filter({ hasText: text }).waitFor();
  const isInStep = (one: CairnWorkbench) =>
    one.page
      .locator('[id="cairn-mentoring.cairn.space"]')
      .and(one.page.locator('[aria-label*="in step"]'))
      .waitFor();
  const card = (one: CairnWorkbench, title: string) =>
    one.goalsFrame().getByRole('article').filter({ hasText: title });
  const notice = (one: CairnWorkbench, text: string | RegExp) =>
    one.goalsFrame().locator('.notice').filter({ hasText: text });
  const dialog = (one: CairnWorkbench) => one.page.locator('.monaco-dialog-box');
  const panel = (one: CairnWorkbench): FrameLocator =>
    one.page.frameLocator(panelFrame).frameLocator('iframe#active-frame');
  const text = (one: CairnWorkbench): Locator => one.page.locator('.editor-instance .view-lines').first();

  /** Waits for a question, since the same box shows one after the other, and answers it. */
  async function answer(one: CairnWorkbench, question: RegExp, words: string): Promise<void> {
    await one.page.locator('.quick-input-widget:visible').filter({ hasText: question }).waitFor();
    await one.answer(words);
  }
  const press = (one: CairnWorkbench, button: string) => one.pressInDialog(button);
  /** One row, as usual. */
  async function logSession(one: CairnWorkbench, row: string): Promise<void> {
    await one.runCommand('Cairn: Log Session');
    await answer(one, /Row 1/, row);
    await answer(one, /Row 2/, '');
    await one.page
      .locator('.statusbar')
      .getByText(/Logged: Check-in/)
      .first()
      .waitFor();
  }
  /** Waits until a window has what somebody has said in the shared space. */
  async function hasArrived(one: CairnWorkbench, words: string): Promise<void> {
    const cwd = join(one.stage.dataFolder, 'spaces');
    const isThere = () =>
      globSync('*/journal/*/*.jsonl', { cwd }).some((name) =>
        readFileSync(join(cwd, name), 'utf8').includes(words),
      );
    for (let left = 100; !isThere(); left--) {
      assert.ok(left > 0, `"${words}" arrives`);
      await one.page.waitForTimeout(200);
    }
  }
  /** Every byte that somebody's folders and the remote hold. */
  function readable(one: CairnWorkbench): string {
    const args = ['--git-dir', bare, 'cat-file', '--batch-all-objects', '--batch'];
    const remote = execFileSync('git', args, { maxBuffer: 64 * 1024 * 1024 }).toString('latin1');
    const { dataFolder } = one.stage;
    return globSync('**/*', { cwd: dataFolder, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => readFileSync(join(one.parentPath, one.name), 'latin1'))
      .concat(remote)
      .join('\n');
  }

  it('begins with a few questions, and both meet in its space', async () => {
    await marsh.runCommand('Cairn: Start Mentorship');
    await marsh.pick('One to one');
    await marsh.pick('I mentor');
    await answer(marsh, /Who is mentored/, mentee);
    await answer(marsh, /What is it for/, purpose);
    await answer(marsh, /the mentee hope/, 'To stay calm in an incident');
    await answer(marsh, /the mentor hope/, 'To ask before I answer');
    await marsh.pick('Every two weeks');
    await says(marsh, /Ada|ada-wren/);
    await marsh.screenshot('mentorship-started');
    await marsh.runCommand('Cairn: Share Space');
    await marsh.pick('Use an empty repository');
    await marsh.answer(bare);
    await press(marsh, 'Share');
    await isInStep(marsh);
    await ada.runCommand('Cairn: Join Space');
    await ada.answer(bare);
    await says(ada, /ada-wren|marsh-lind/);
  });

  it('has a charter that both accept, and a change asks again', async () => {
    await marsh.runCommand('Cairn: Open Charter');
    await text(marsh).filter({ hasText: 'Rhythm' }).waitFor();
    await marsh.screenshot('charter');
    await marsh.runCommand('Cairn: Accept Charter');
    await notice(ada, /charter/i).waitFor();
    await ada.screenshot('charter-waits');
    await ada.runCommand('Cairn: Accept Charter');
    await press(ada, 'Accept');
    await ada.page.locator('.statusbar').getByText('the charter is in force').waitFor();
  });

  it('takes a goal from a template, and plans its first session from a playbook', async () => {
    await ada.runCommand('Cairn: Create Goal from Template');
    await ada.pick('Mid');
    await ada.pick('Incident response');
    await ada.pick(goal);
    await answer(ada, /your own words/, goal);
    await ada.page.locator('.quick-input-widget').getByText('Milestones', { exact: true }).waitFor();
    await ada.page.locator('.quick-input-widget').getByRole('button', { name: 'OK' }).click();
    await ada.pick('Mine');
    await card(ada, goal).getByText('Write the timeline with those who were there').waitFor();
    await card(marsh, goal).waitFor();
    await marsh.runCommand('Cairn: Open Playbook…');
    await marsh.pick('First session: get to know each other');
    await text(marsh).filter({ hasText: 'The first hour is for two people' }).waitFor();
    await marsh.screenshot('playbook');
    await marsh.page
      .locator('.codelens-decoration a')
      .filter({ hasText: 'Plan this session' })
      .first()
      .click();
    await ada.row('Sessions', /Check-in in 3 days|Check-in/).waitFor();
  });

  it('is met month after month, and each side is asked how it is', async () => {
    turn(3);
    await logSession(ada, 'Where we stand | both like to think aloud | @marsh-lind show me one review');
    turn(27);
    await logSession(marsh, 'What was hard | silence is fine | ');
    await notice(ada, '30 days together').waitFor();
    await ada.screenshot('mentorship-trial');
    await notice(ada, '30 days together').getByText('Answer').click();
    for (const word of ['Yes', 'Yes', 'Partly']) await ada.pick(word);
    await ada.pick('Everything');
    for (let month = 2; month <= 4; month += 1) {
      turn(30);
      await logSession(month % 2 ? ada : marsh, `Month ${month} | smaller steps | `);
    }
    for (const [one, words] of [
      [ada, told],
      [marsh, kept],
    ] as const) {
      await one.runCommand('Cairn: Give a Pulse…');
      for (const pick of ['A good deal', 'By and large', 'It fits with ease', 'I can say and ask anything'])
        await one.pick(pick);
      await one.pick('words');
      await one.answer(words);
      await one.pick(one === ada ? 'Everything' : 'Nothing');
    }
  });

  it('shows each side how it was, and nothing that the other one keeps', async () => {
    await marsh.runCommand('Cairn: Show Mentorship');
    for (const words of [told, kept]) await panel(marsh).getByText(words).first().waitFor();
    await marsh.screenshot('mentorship-panel');
    await marsh.checkAccessibility(panelFrame);
    await ada.runCommand('Cairn: Show Mentorship');
    await panel(ada).getByText(told).first().waitFor();
    assert.equal(await panel(ada).getByText(kept).count(), 0);
    assert.equal(readable(ada).includes(told), true);
    assert.equal(readable(ada).includes(kept), false);
    for (const theme of ['Dark 2026', 'Default High Contrast', 'Light 2026']) {
      await ada.setTheme(theme);
      await ada.screenshot(`mentorship-panel-${theme.toLowerCase().replaceAll(' ', '-')}`);
    }
    for (const one of [ada, marsh]) await one.runCommand('View: Close All Editors');
  });

  it('notices when the sessions stop, says so quietly, and offers ways out; a change asks both again', async () => {
    turn(62);
    const said = notice(ada, 'Every 14 days is what you agreed on');
    // Other things may have waited for longer: one of them a week.
    for (let week = 1; !(await said.isVisible()); week += 1) {
      assert.ok(week <= 4, 'it is noticed within a month');
      turn(8);
      const words = `ask for a new day ${week}`;
      await marsh.runCommand('Cairn: Add Next Action');
      await marsh.answer(`@${mentee} ${words}`);
      await marsh.pick(goal);
      await isInStep(marsh);
      // A window without the focus does not look by itself.
      await ada.runCommand('Cairn: Sync Space');
      await ada.goalsFrame().getByText(words).first().waitFor();
      await said.waitFor({ timeout: 5000 }).catch(() => {});
    }
    await ada.screenshot('mentorship-noticed');
    await said.getByText('Other ways').click();
    await ada.entries.filter({ hasText: 'End well' }).waitFor();
    await ada.screenshot('mentorship-ways');
    await ada.pick('Change the rhythm');
    await ada.pick('Monthly');
  });

  it('keeps what was learned at its code, and makes a tour of it', async () => {
    await ada.page.keyboard.press('Control+P');
    await ada.page
      .locator('.quick-input-widget:visible .quick-input-box input')
      .fill('src/delivery/retry.ts');
    await ada.entries.filter({ hasText: 'retry.ts' }).first().click();
    await text(ada).filter({ hasText: 'export async function' }).waitFor();
    await ada.runCommand('Cairn: Note What Others Should Know');
    await answer(ada, /What should others know/, `${lesson} #retry`);
    await answer(ada, /Why is it so/, 'A third try once paid a harbour twice.');
    for (const one of [ada, marsh]) {
      await one.page.locator('.pane-header[aria-label^="Knowledge"]').click();
      await one.row('Knowledge', lesson).waitFor();
    }
    await ada.screenshot('knowledge');
    await ada.runCommand('Cairn: Make a CodeTour of Notes or Feedback');
    await ada.pick('Knowledge notes');
    await ada.pick(lesson);
    await answer(ada, /Title of the tour/, 'Good to know');
    const file = join(ada.stage.folder, '.tours', 'good-to-know.tour');
    for (let left = 100; !existsSync(file); left--) {
      assert.ok(left > 0, 'the tour is written');
      await ada.page.waitForTimeout(100);
    }
    const tour = JSON.parse(readFileSync(file, 'utf8')) as { steps: { file: string; pattern: string }[] };
    const [step] = tour.steps;
    assert.equal(step?.file, 'src/delivery/retry.ts');
    assert.match(readFileSync(join(ada.stage.folder, step.file), 'utf8'), new RegExp(step.pattern, 'm'));
  });

  it('tells its programme that it is there, once both agree, and no word of what is in it', async () => {
    for (const one of [ada, marsh]) {
      await one.runCommand('Cairn: Agree…');
      await one.pick('programme');
      await press(one, 'I Agree');
      await isInStep(one);
      await hasArrived(marsh, 'publish-to-programme');
    }
    await marsh.runCommand('Cairn: Publish Space to the Programme…');
    await dialog(marsh).getByText('Publish this?').waitFor();
    await marsh.screenshot('mentorship-publish');
    await press(marsh, 'Publish');
    await marsh.runCommand('Cairn: Show Programme');
    await panel(marsh).getByRole('heading', { level: 1 }).waitFor();
    await marsh.screenshot('programme');
    await marsh.checkAccessibility(panelFrame);
    const [name] = readdirSync(join(programme, 'spaces'));
    const published = readFileSync(join(programme, 'spaces', name!), 'utf8');
    for (const word of [mentee, mentor, purpose, goal, told, kept, lesson])
      assert.equal(published.includes(word), false, word);
    await marsh.runCommand('View: Close All Editors');
  });

  it('ends well: with a report over all of it, and nothing is lost', async () => {
    for (let month = 7; month <= 12; month += 1) {
      turn(30);
      await logSession(month % 2 ? ada : marsh, `Month ${month} | it holds | `);
    }
    await marsh.runCommand('Cairn: End Mentorship');
    await marsh.pick('End it');
    await answer(marsh, /Why does it end/, '');
    await ada.runCommand('Cairn: Write Report…');
    await ada.pick('The whole mentorship');
    await panel(ada)
      .getByRole('heading', { level: 1, name: /looked back on/ })
      .waitFor();
    await panel(ada).getByText(goal).first().waitFor();
    await ada.screenshot('mentorship-report');
    await ada.runCommand('Cairn: Show Mentorship');
    await panel(ada).getByText('ended').first().waitFor();
    await ada.screenshot('mentorship-ended');
  });
});
