import assert from 'node:assert/strict';
import { rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Locator } from 'playwright-core';
import { sessionEvents, timeIn, writeAs } from '../support/journal/sessionLines.ts';
import { type CairnWorkbench, startCairn } from './support/workbench.ts';

const hostile = '<img src=x onerror="document.body.id=1"> $(trash)';
/** A line shows words without marks. */
const hostileShown = '$(trash)';

describe('the Sessions view', () => {
  let workbench: CairnWorkbench;
  let space: string;

  const view = () => workbench.view('Sessions');
  const row = (text: string | RegExp): Locator => workbench.row('Sessions', text);
  const press = (key: string) => workbench.page.keyboard.press(key);
  const spoken = (locator: Locator) => locator.getAttribute('aria-label');

  before(async () => {
    workbench = await startCairn({
      size: [1200, 1500],
      settings: { 'workbench.tree.enableStickyScroll': false },
    });
    space = join(workbench.stage.dataFolder, 'spaces', 'personal');
    await workbench.openCairn();
    await workbench.signIn();
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.screenshot(`sessions-failed-${n++}`);
  });
  let n = 0;
  after(() => workbench?.close());

  it('says what to do next where there is nothing yet', async () => {
    await view().getByRole('button', { name: 'Log a Session' }).waitFor();
    await view().getByText('start pairing').waitFor();
    await workbench.screenshot('sessions-empty');
  });

  it('shows promises as they are made, what is overdue first and said in words', async () => {
    await workbench.runCommand('Cairn: Add Next Action');
    await workbench.answer('Try the outbox pattern by 2031-12-01');
    await row('Try the outbox pattern').waitFor();
    await workbench.runCommand('Cairn: Add Next Action');
    await workbench.answer('@theo Shadow the release by 2020-01-15');
    await row('Shadow the release').filter({ hasText: 'overdue, was due Jan 15, 2020 · theo' }).waitFor();
    await row('Next actions').filter({ hasText: '2 open · 1 overdue' }).waitFor();
    const all = await view().locator('.monaco-list-row').allInnerTexts();
    assert.ok(
      all.findIndex((text) => /Shadow/.test(text)) < all.findIndex((text) => /Try/.test(text)),
      all.join(),
    );
    assert.match(
      (await spoken(row('Shadow the release'))) ?? '',
      /overdue, was due Jan 15, 2020, theo, not done/,
    );
  });

  it('fills itself with what others write', async () => {
    const goal = { goal: 'goal-1', title: 'Lead an incident review', category: null, targetDate: null };
    const talk = '| Topic | Insight | Next action |\n| --- | --- | --- |\n';
    const turn = (n: number, driver: string, next: string, from: number, to: number) => ({
      type: 'pairing.handedOff' as const,
      payload: {
        ...{ pairing: 'pairing-1', handoff: `handoff-${n}`, driver, next, done: 'The test', todo: hostile },
        ...{
          unclear: '',
          failing: null,
          commit: null,
          startedAt: timeIn(from),
          handedAt: timeIn(to),
          files: [],
        },
      },
    });
    const pairing = {
      ...{ people: ['ada-wren', 'theo'], goal: 'goal-1', style: 'ping-pong' as const, turnMinutes: 10 },
      ...{ repository: 'harbour-lights/beacon', base: 'main', branch: 'mob/main' },
    };
    await writeAs('theo', space, [
      { type: 'goal.created', payload: { ...goal, origin: 'organisation' } },
      {
        type: 'mentorship.recorded',
        payload: {
          ...{ title: 'Beacon', kind: 'one-to-one', mentors: ['theo'], mentees: ['ada-wren'] },
          ...{ rhythmDays: 14, hoursPerMonth: null },
        },
      },
      ...sessionEvents({ id: 'old-1', days: -30, text: `${talk}| Outbox pattern | Retries need a key | |` }),
      ...sessionEvents({
        id: 'old-2',
        days: -16,
        kind: 'retrospective',
        text: `${talk}| Outbox pattern | It was the clock | |\n| ${hostile} | | |`,
      }),
      ...sessionEvents({ id: 'next-1', days: 1 }),
      ...sessionEvents({ id: 'later-1', days: 9, kind: 'retrospective' }),
      ...sessionEvents({ id: 'pair-1', days: -1, kind: 'pairing', pairing: 'pairing-1', minutes: 30 }),
      { type: 'pairing.started', payload: { ...pairing, pairing: 'pairing-1', startedAt: timeIn(-1500) } },
      turn(1, 'theo', 'ada-wren', -1500, -1490),
      {
        type: 'pairing.takenOver',
        payload: { pairing: 'pairing-1', handoff: 'handoff-1', driver: 'ada-wren', takenAt: timeIn(-1490) },
      },
      turn(2, 'ada-wren', 'theo', -1490, -1470),
      {
        type: 'pairing.ended',
        payload: {
          pairing: 'pairing-1',
          session: 'pair-1',
          how: 'squash',
          commit: null,
          endedAt: timeIn(-1470),
        },
      },
      { type: 'pairing.started', payload: { ...pairing, pairing: 'pairing-2', startedAt: timeIn(-5) } },
      {
        type: 'scaffold.reached',
        payload: {
          ...{
            scaffold: 'scaffold-1',
            goal: 'goal-1',
            part: null,
            step: 'shadow',
            session: 'old-2',
            url: null,
          },
          reachedAt: timeIn(-20_000),
        },
      },
      {
        type: 'scaffold.reached',
        payload: {
          ...{ scaffold: 'scaffold-2', goal: null, part: hostile, step: 'solo', session: null },
          ...{ url: 'https://github.com/harbour-lights/beacon/pull/12', reachedAt: timeIn(-9000) },
        },
      },
    ]);
    await writeAs('ada-wren', space, [
      { type: 'session.written', payload: { session: 'next-1', text: '## Question\n\nHow do I say no?\n' } },
    ]);
    await row('Check-in tomorrow').filter({ hasText: 'a goal and an example are missing' }).waitFor();
    await row('Pairing with theo').filter({ hasText: 'theo drives since' }).waitFor();
    await row('Retrospective on').filter({ hasText: 'with theo' }).waitFor();
    assert.match(
      (await spoken(row('Check-in tomorrow'))) ?? '',
      /^Check-in tomorrow, a goal and an example are missing, with theo$/,
    );
  });

  it('tells the next session in the Goals view, too, with what prepares it', async () => {
    const line = workbench.goalsFrame().locator('.notice.next');
    await line.getByText('Check-in tomorrow · with theo · a goal and an example are missing').waitFor();
    await line.getByRole('button', { name: 'Prepare' }).waitFor();
    await workbench.screenshot('sessions-beside-goals');
    await workbench.checkGoalsAccessibility();
  });

  it('gives the view the room of the others', async () => {
    for (const name of ['Feedback', 'Goals']) {
      const header = workbench.page.locator(`.pane-header[aria-label^="${name}"]`);
      await header.focus();
      await press('ArrowLeft');
      await header.and(workbench.page.locator('[aria-expanded="false"]')).waitFor();
    }
  });

  it('opens what is folded by keyboard: log, time at the keyboard, topics, steps', async () => {
    await workbench.runCommand('Cairn: Focus on Sessions View');
    for (const name of ['Towards doing it alone', 'Topics that come up again', 'Log']) await open(name);
    await open(/^Pairing1 session/);
    await open('Time at the keyboard');
    await row(/^ada-wren20 min/).waitFor();
    await open(/^Lead an incident review3\d min/);
    await row(/^Outbox pattern/)
      .filter({ hasText: 'in 2 of 2 sessions' })
      .waitFor();
    await row(/^Lead an incident reviewshadow · next: navigate/).waitFor();
    await row('harbour-lights/beacon#12').waitFor();
    assert.equal(await view().locator('.monaco-list-row img').count(), 0);
    await workbench.screenshot('sessions-full');
  });

  it('shows the rows of a session to whoever hovers, as text', async () => {
    await row(/^Retrospective on .*Outbox/).hover();
    const hover = workbench.page.locator('.monaco-hover:visible');
    await hover.getByText('Outbox pattern · It was the clock').waitFor();
    await hover.getByText(hostileShown).waitFor();
    assert.equal(await hover.locator('img').count(), 0);
    await workbench.screenshot('sessions-hover');
  });

  it('ticks a promise with the space bar, goes on with the next, folds what is done, and undoes it', async () => {
    await workbench.runCommand('Cairn: Focus on Sessions View');
    await press('Home');
    for (let left = 20; left > 0 && !(await isFocused(row('Shadow the release'))); left--)
      await press('ArrowDown');
    await press('Space');
    await row('1 done').waitFor();
    await row('Next actions')
      .filter({ hasText: /1 open$/ })
      .waitFor();
    await row('Try the outbox pattern').and(workbench.page.locator('.focused')).waitFor();
    await press('u');
    await row('Next actions').filter({ hasText: '2 open · 1 overdue' }).waitFor();
    await row('1 done').waitFor({ state: 'detached' });
  });

  it('keeps what is open and what is selected while others write', async () => {
    await workbench.select(row(/^Outbox pattern/));
    await writeAs('theo', space, [
      {
        type: 'action.added',
        payload: { action: 'theos', text: hostile, owner: 'ada-wren', dueDate: null, goal: 'goal-1' },
      },
    ]);
    await row(/trash.*ada-wren · Lead an incident review/).waitFor();
    await row(/^Outbox pattern/)
      .and(workbench.page.locator('.selected'))
      .waitFor();
    await row('Time at the keyboard').and(workbench.page.locator('[aria-expanded="true"]')).waitFor();
  });

  it('says in words and with a letter what is private, by one key', async () => {
    await workbench.select(row('Try the outbox pattern'));
    await press('p');
    await row('Try the outbox pattern').filter({ hasText: 'private' }).waitFor();
    assert.match((await spoken(row('Try the outbox pattern'))) ?? '', /private/);
  });

  it('finds a session by what was said in it', async () => {
    await workbench.runCommand('Cairn: Search Sessions');
    const input = workbench.page.locator('.quick-input-widget:visible .quick-input-box input');
    await input.fill('retries key');
    await workbench.page.locator('.quick-input-title').getByText('Sessions: 1 found').waitFor();
    await workbench.entries.filter({ hasText: 'Outbox pattern · Retries need a key' }).waitFor();
    await workbench.screenshot('sessions-search');
    await press('Enter');
    await workbench.page.locator('.tab', { hasText: 'theo.md' }).waitFor();
    await workbench.page.locator('.view-lines').getByText('Retries need a key').waitFor();
  });

  it('opens the next session by a click, with what stands in it already', async () => {
    await row('Check-in tomorrow').click();
    await workbench.page.locator('.tab', { hasText: 'check-in.md' }).waitFor();
    await workbench.page.locator('.view-lines').getByText('How do I say no?').waitFor();
  });

  it('records a step with what shows it', async () => {
    await row(/^Navigate/).click();
    await workbench.pick('Pairing on');
    await row(/^Navigatereached/)
      .filter({ hasText: 'Pairing on' })
      .waitFor();
    await row(/^Lead an incident reviewnavigate · next: reverse shadow/).waitFor();
  });

  for (const theme of ['Light 2026', 'Dark 2026', 'Default High Contrast', 'Default High Contrast Light']) {
    it(`can be read in ${theme}`, async () => {
      await workbench.setTheme(theme);
      await row('Shadow the release').hover();
      await workbench.screenshot(`sessions-${theme.toLowerCase().replaceAll(' ', '-')}`);
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
    await row('Shadow the release').hover();
    await workbench.screenshot('sessions-narrow');
  });

  it('says what went wrong, and takes the box back', async () => {
    const restore = await breakFolder(join(space, 'journal'));
    try {
      await row('Shadow the release').locator('.custom-view-tree-node-item-checkbox').click();
      await view().getByText('Nothing was recorded').waitFor();
      await row('Shadow the release').locator('[aria-checked="false"]').waitFor();
      await workbench.screenshot('sessions-error');
    } finally {
      await restore();
    }
  });

  it('offers another try where nothing can be read', async () => {
    const restore = await breakFolder(dirname(space));
    try {
      await workbench.page.reload({ timeout: 60_000 });
      await workbench.openCairn();
      await row('Try again').waitFor();
      await workbench.screenshot('sessions-unreadable');
    } finally {
      await restore();
    }
    await row('Try again').click();
    await row('Shadow the release').waitFor();
    await row('Try again').waitFor({ state: 'detached' });
  });

  const isFocused = async (locator: Locator) =>
    (await locator.and(workbench.page.locator('.focused')).count()) > 0;

  /** Opens a row that is folded. */
  async function open(text: string | RegExp): Promise<void> {
    const folded = row(text);
    await workbench.select(folded);
    await press('ArrowRight');
    await folded.and(workbench.page.locator('[aria-expanded="true"]')).waitFor();
  }
});

/** Puts a file in the place of a folder, until what comes back is called. */
async function breakFolder(folder: string): Promise<() => Promise<void>> {
  await rename(folder, `${folder}.away`);
  await writeFile(folder, '');
  return async () => {
    await rm(folder);
    await rename(`${folder}.away`, folder);
  };
}
