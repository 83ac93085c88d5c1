import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { timeIn, writeAs } from '../support/journal/sessionLines.ts';
import { sampleMentee } from '../support/sample/sample.ts';
import type { ServerOptions } from '../support/vscode/server.ts';
import { type CairnWorkbench, startCairn } from './support/workbench.ts';

const mentee = sampleMentee;
const mentor = 'marsh-lind';
const goal = 'Write code that fails loudly';
const themes = ['Dark 2026', 'Light 2026', 'Default High Contrast', 'Default High Contrast Light'];
const outbox = 'src/delivery/outbox.ts';

describe('two people pair in two VS Codes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-pair-'));
  const space = join(folder, 'space.git');
  const code = join(folder, 'code.git');
  let ada: CairnWorkbench;
  let marsh: CairnWorkbench;

  const git = (cwd: string, ...args: string[]) =>
    execFileSync('git', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();

  before(async function () {
    this.timeout(400_000);
    for (const bare of [space, code])
      git(folder, 'init', '--quiet', '--bare', '--initial-branch', 'main', bare);
    const start = async (who: string, options: ServerOptions = {}) => {
      const home = join(folder, who);
      await mkdir(home);
      const workbench = await startCairn({
        ...options,
        size: [1200, 900],
        env: { HOME: home, XDG_CONFIG_HOME: join(home, '.config') },
        settings: {
          'cairn.syncInterval': 0.05,
          'files.autoSave': 'off',
          ...options.settings,
        },
      });
      const { folder: root } = workbench.stage;
      git(root, 'config', 'user.name', who === mentee ? 'Ada Wren' : 'Marsh Lind');
      git(root, 'config', 'user.email', `${who}@users.noreply.github.com`);
      git(root, 'remote', 'set-url', 'origin', code);
      if (who === mentee) git(root, 'push', '--quiet', 'origin', 'main');
      git(root, 'fetch', '--quiet', 'origin');
      git(root, 'reset', '--quiet', '--hard', 'origin/main');
      await workbench.openCairn();
      await workbench.signIn(who);
      return workbench;
    };
    ada = await start(mentee);
    marsh = await start(mentor, { settings: { 'cairn.github.host': ada.stage.github.url } });
  });
  after(async () => {
    await marsh?.close();
    await ada?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  const status = (one: CairnWorkbench): Locator => one.page.locator('[id="cairn-mentoring.cairn.space"]');
  const says = (one: CairnWorkbench, text: string | RegExp) =>
    status(one).filter({ hasText: text }).waitFor();
  const dialog = (one: CairnWorkbench) => one.page.locator('.monaco-dialog-box');
  const branch = (one: CairnWorkbench) => git(one.stage.folder, 'branch', '--show-current');
  const agree = (one: CairnWorkbench, button: string) => one.pressInDialog(button);

  /** Opens a file at a line by its name, as a person does, and types there; nothing is saved. */
  async function type(one: CairnWorkbench, path: string, line: number, words: string): Promise<void> {
    await one.page.keyboard.press('Control+P');
    await one.page.locator('.quick-input-widget:visible .quick-input-box input').fill(`${path}:${line}`);
    await one.entries
      .filter({ hasText: path.split('/').at(-1)! })
      .first()
      .waitFor();
    await one.page.keyboard.press('Enter');
    await one.page.locator('.statusbar-item', { hasText: `Ln ${line}, Col` }).waitFor();
    await one.page.keyboard.type(words);
    await one.page.locator('.tab.active.dirty').waitFor();
  }

  /** Hands off in one line; the message is shown before it is pushed. */
  async function handOff(one: CairnWorkbench, note: string, shot?: string): Promise<void> {
    await one.runCommand('Cairn: Hand Off');
    // Before it is there, the palette that is about to close would take the answer.
    await one.page.locator('.quick-input-widget:visible').getByText('what was done').waitFor();
    if (shot) await one.screenshot(`${shot}-note`);
    await one.answer(note);
    await dialog(one).getByText('mob next [ci-skip]').waitFor();
    if (shot) await one.screenshot(`${shot}-message`);
    await agree(one, 'Push');
    await says(one, /handed to/);
  }

  async function takeOver(one: CairnWorkbench, words: string, line: number, shot?: string): Promise<void> {
    await says(one, 'your turn');
    await one.runCommand('Cairn: Take Over');
    await dialog(one).getByText(words).waitFor();
    if (shot) await one.screenshot(shot);
    await agree(one, 'Take Over');
    await says(one, 'You:');
    await one.page.locator('.tab.active', { hasText: 'outbox.ts' }).waitFor();
    await one.page.locator('.statusbar-item', { hasText: `Ln ${line}, Col` }).waitFor();
    assert.equal(branch(one), 'mob/main');
  }

  it('are reminded in the status bar alone when a turn is over', async () => {
    const [pairing, startedAt] = ['01KAV0000000000000000000ZZ', timeIn(-12.5)];
    await writeAs(mentor, join(ada.stage.dataFolder, 'spaces', 'personal'), [
      {
        type: 'pairing.started',
        payload: {
          ...{ pairing, people: [mentor, mentee], goal: null, style: 'driver-navigator', turnMinutes: 10 },
          ...{ repository: null, base: 'main', branch: 'mob/main', startedAt },
        },
      },
    ]);
    await says(ada, `${mentor}: turn over by 2 min`);
    for (const theme of themes) {
      await ada.setTheme(theme);
      await ada.screenshot(`pairing-over-${theme}`.toLowerCase().replaceAll(' ', '-'));
    }
    assert.deepEqual(await ada.notifications(), []);
    await writeAs(mentor, join(ada.stage.dataFolder, 'spaces', 'personal'), [
      {
        type: 'pairing.ended',
        payload: { pairing, session: null, how: 'none', commit: null, endedAt: new Date().toISOString() },
      },
    ]);
    await says(ada, 'Personal');
  });

  it('share a space and agree on a goal', async () => {
    await ada.runCommand('Cairn: Create Space');
    for (const answer of ['Ada and Marsh']) await ada.answer(answer);
    await ada.pick('One to one');
    await ada.answer(mentor);
    await ada.answer(mentee);
    await ada.pick('Every two weeks');
    await ada.answer('4');
    await says(ada, 'Ada and Marsh');
    await ada.runCommand('Cairn: Share Space');
    await ada.pick('Use an empty repository');
    await ada.answer(space);
    await agree(ada, 'Share');
    // Who joins before it has arrived finds nothing.
    await status(ada).and(ada.page.locator('[aria-label*="in step"]')).waitFor();
    await marsh.runCommand('Cairn: Join Space');
    await marsh.answer(space);
    await says(marsh, 'Ada and Marsh');
    await ada.runCommand('Cairn: Create Goal');
    await ada.answer(goal);
    await ada.pick('Code quality');
    await ada.pick('Mine');
    await ada.answer('');
    await marsh.goalsFrame().getByRole('article').filter({ hasText: goal }).waitFor();
  });

  it('begin, and both see who drives and how long', async () => {
    await ada.runCommand('Cairn: Start Pairing');
    const box = ada.page.locator('.quick-input-widget:visible');
    await box.getByText('With whom?').waitFor();
    await ada.screenshot('pairing-start-people');
    await ada.page.keyboard.press('Enter');
    await ada.entries.filter({ hasText: goal }).waitFor();
    await ada.screenshot('pairing-start-goal');
    await ada.pick(goal);
    await ada.entries.filter({ hasText: 'Ping-pong' }).waitFor();
    await ada.screenshot('pairing-start-style');
    await ada.pick('Ping-pong');
    await box.getByText('How many minutes').waitFor();
    await ada.screenshot('pairing-start-minutes');
    const { folder: root } = ada.stage;
    appendFileSync(join(root, 'README.md'), '\nTo be said there, too.\n');
    writeFileSync(join(root, 'claims.md'), 'What a claim is.\n');
    await ada.answer('10');
    await dialog(ada).getByText('1 file has changes that are not committed.').waitFor();
    await dialog(ada).getByText('claims.md').waitFor();
    await ada.screenshot('pairing-start-changes');
    await agree(ada, 'Bring the Changes Along');
    await says(ada, 'You: 10 min left');
    assert.equal(branch(ada), 'mob/main');
    await says(marsh, `${mentee}: 10 min left`);
    for (const theme of themes) {
      await ada.setTheme(theme);
      await ada.screenshot(`pairing-running-${theme}`.toLowerCase().replaceAll(' ', '-'));
    }
    await status(ada).click();
    await ada.entries.filter({ hasText: 'Hand Off' }).waitFor();
    await ada.entries.filter({ hasText: 'Switch to another space…' }).waitFor();
    await ada.screenshot('pairing-menu');
    await ada.page.keyboard.press('Escape');
  });

  it('pass the keyboard back and forth three times, with files and cursor', async () => {
    await type(ada, outbox, 12, '// Ada was here. ');
    await handOff(
      ada,
      'claims are taken | release them | why a minute? | outbox.test.ts',
      'pairing-hand-off',
    );
    await takeOver(marsh, 'claims are taken', 12, 'pairing-take-over');
    await type(marsh, outbox, 20, '// Marsh was here. ');
    await handOff(marsh, 'claims are released | count them');
    await takeOver(ada, 'claims are released', 20);
    await type(ada, outbox, 25, '// Ada again. ');
    await handOff(ada, 'claims are counted | look at it together');
    await takeOver(marsh, 'claims are counted', 25);
    const messages = git(code, 'log', '--format=%B', 'mob/main');
    assert.doesNotMatch(messages, /fails loudly/);
    assert.equal(messages.match(/^mob next/gm)?.length, 3);
  });

  it('are warned of a secret before it is pushed', async () => {
    const file = join(marsh.stage.folder, 'deploy.env');
    writeFileSync(file, `GITHUB_TOKEN=ghp_${randomBytes(18).toString('hex')}\n`);
    await marsh.runCommand('Cairn: Hand Off');
    await marsh.page.locator('.quick-input-widget:visible').getByText('what was done').waitFor();
    await marsh.answer('deployed');
    await dialog(marsh).getByText('passwords, keys or tokens').waitFor();
    await dialog(marsh).getByText('deploy.env:1 (GitHub token)').waitFor();
    await marsh.screenshot('pairing-secret');
    await agree(marsh, 'Look at It');
    await marsh.page.locator('.tab.active', { hasText: 'deploy.env' }).waitFor();
    rmSync(file);
    await marsh.runCommand('View: Close Editor');
    assert.equal(git(code, 'log', '--format=%H', 'mob/main', '--', 'deploy.env'), '');
  });

  it('end with one commit that names both and is not pushed', async () => {
    await marsh.runCommand('Cairn: End Pairing');
    await marsh.entries.filter({ hasText: 'One commit on' }).waitFor();
    await marsh.screenshot('pairing-end-how');
    await marsh.pick('One commit on');
    await dialog(marsh).getByText('Co-authored-by').waitFor();
    await marsh.screenshot('pairing-end-message');
    await dialog(marsh).getByRole('button', { name: 'Edit', exact: true }).click();
    await marsh.page
      .locator('.quick-input-widget:visible')
      .getByText('The first line of the message')
      .waitFor();
    await marsh.screenshot('pairing-end-subject');
    await marsh.answer('Claim messages for a minute');
    await marsh.page.locator('.quick-input-widget:visible').getByText('What stands below it').waitFor();
    await marsh.page.keyboard.press('Enter');
    await dialog(marsh).getByText('Claim messages for a minute').waitFor();
    await agree(marsh, 'Commit');
    await marsh.page.locator('.tab.active', { hasText: 'pairing.md' }).waitFor();
    const { folder: root } = marsh.stage;
    assert.equal(branch(marsh), 'main');
    const message = git(root, 'log', '-1', '--format=%an%n%B');
    assert.match(message, /^Marsh Lind\nClaim messages for a minute\n/);
    assert.match(message, /^Co-authored-by: Ada Wren <ada-wren@users\.noreply\.github\.com>$/m);
    const [base, wip] = [git(root, 'rev-parse', 'main~1'), git(root, 'show', `main:${outbox}`)];
    assert.equal(git(code, 'rev-parse', 'main'), base);
    for (const words of ['Ada was here.', 'Marsh was here.', 'Ada again.']) assert.ok(wip.includes(words));
  });

  it('both find the session with its turns and its goal', async () => {
    for (const one of [marsh, ada]) {
      await says(one, 'Ada and Marsh');
      for (const [group, found] of [
        ['Log', /Pairing/],
        ['Pairing', new RegExp(`Pairing with .*${goal}`)],
      ] as const) {
        await one.select(one.row('Sessions', new RegExp(`^${group}\\s*1 session`)));
        await one.page.keyboard.press('ArrowRight');
        await one.row('Sessions', found).waitFor();
      }
    }
    const text = marsh.page.locator('.editor-instance .view-lines');
    await text.filter({ hasText: 'claims are taken' }).filter({ hasText: goal }).waitFor();
    await marsh.screenshot('pairing-session');
    await marsh.runCommand('Cairn: Restore Backup');
    // It asks which of the two is meant once the day's backup of the space is there as well.
    const work = marsh.entries.filter({ hasText: 'before a pairing ended' });
    const which = marsh.entries.filter({ hasText: 'Work in this repository' });
    await work.or(which).first().waitFor();
    if (await which.isVisible()) await which.click();
    await work.first().waitFor();
    await marsh.screenshot('pairing-backups');
    await marsh.page.keyboard.press('Escape');
    await ada.screenshot('pairing-session-of-the-other');
  });
});
