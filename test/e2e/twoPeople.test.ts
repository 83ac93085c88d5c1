import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { sampleMentee, sampleRepository } from '../support/sample/sample.ts';
import type { ServerOptions } from '../support/vscode/server.ts';
import { type CairnWorkbench, startCairn } from './support/workbench.ts';

const mentee = sampleMentee;
const mentor = 'marsh-lind';
const name = 'Ada and Marsh';
const goal = 'Write pull requests that are approved on the first read';
const secret = 'Find out whether I want to stay in this team';
const promise = 'Pair on the outbox';
const themes = ['Dark 2026', 'Light 2026', 'Default High Contrast', 'Default High Contrast Light'];

/** Comments that stand in the sample, and the key that the one who reads them presses. */
const kept = 'the doc comment says what the number means';
const stopped = 'Please stop logging whole deliveries';

describe('two people in two VS Codes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-two-'));
  const bare = join(folder, 'space.git');
  let ada: CairnWorkbench;
  let marsh: CairnWorkbench;

  before(async function () {
    this.timeout(400_000);
    execFileSync('git', ['init', '--quiet', '--bare', bare]);
    const start = async (who: string, options: ServerOptions = {}) => {
      const home = join(folder, who);
      await mkdir(home);
      const workbench = await startCairn({
        ...options,
        size: [1200, 1000],
        env: { HOME: home, XDG_CONFIG_HOME: join(home, '.config') },
        settings: {
          'cairn.syncInterval': 0.05,
          'cairn.github.repositories': [sampleRepository],
          ...options.settings,
        },
      });
      await workbench.openCairn();
      await workbench.signIn(who);
      return workbench;
    };
    ada = await start(mentee);
    // Restricted mode has no Git extension that could say where git is.
    const restricted = { 'security.workspace.trust.startupPrompt': 'never' };
    const settings = { 'cairn.github.host': ada.stage.github.url, ...restricted };
    marsh = await start(mentor, { restricted: true, settings });
  });
  after(async () => {
    await marsh?.close();
    await ada?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  const status = (one: CairnWorkbench): Locator => one.page.locator('[id="cairn-mentoring.cairn.space"]');
  const says = (one: CairnWorkbench, text: string | RegExp) =>
    status(one).filter({ hasText: text }).waitFor();
  const isInStep = (one: CairnWorkbench) =>
    status(one).and(one.page.locator('[aria-label*="in step"]')).waitFor();
  const card = (one: CairnWorkbench, title: string) =>
    one.goalsFrame().getByRole('article').filter({ hasText: title });
  /** A piece of feedback by its words, with this tag. */
  const tagged = (one: CairnWorkbench, words: string, tag: string) =>
    one
      .view('Feedback')
      .locator(`.monaco-list-row[aria-label*="tagged ${tag}" i]`)
      .filter({ hasText: words });

  async function narrow(one: CairnWorkbench, words: string): Promise<void> {
    await one.runCommand('Cairn: Filter Feedback');
    await one.pick('with these words');
    await one.answer(words);
    await one.row('Feedback', words).waitFor();
  }
  async function tag(one: CairnWorkbench, words: string, as: 'keep' | 'stop'): Promise<void> {
    await one.select(one.row('Feedback', words));
    await one.page.keyboard.press(as[0]!);
    await tagged(one, words, as).waitFor();
  }
  async function createGoal(one: CairnWorkbench, title: string, isPrivate = false): Promise<void> {
    await one.runCommand('Cairn: Create Goal');
    if (isPrivate) {
      // By the keyboard: the box's own hover may lie over the button.
      await one.page.locator('.quick-input-widget').getByRole('button', { name: 'Keep it private' }).focus();
      await one.page.keyboard.press('Enter');
      await one.page.locator('.quick-input-title').getByText('only you will see it').waitFor();
    }
    await one.answer(title);
    await one.pick('Code quality');
    await one.pick('Mine');
    await one.answer('');
    await card(one, title).waitFor();
  }
  async function createSpace(one: CairnWorkbench, title: string): Promise<void> {
    await one.runCommand('Cairn: Create Space');
    await one.answer(title);
    await one.pick('One to one');
    await one.answer(mentor);
    await one.answer(mentee);
    await one.pick('Every two weeks');
    await one.answer('4');
    await says(one, title);
  }
  async function agree(one: CairnWorkbench): Promise<void> {
    const dialog = one.page.locator('.monaco-dialog-box');
    await dialog.getByRole('button', { name: 'Share', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
  }
  /** Every object of every repository on either machine and between them. */
  function objects(...more: string[]): string {
    const spaces = [ada, marsh].map((one) => join(one.stage.dataFolder, 'spaces'));
    const clones = spaces.flatMap((all) => readdirSync(all).map((slug) => join(all, slug, '.git')));
    const found = clones.filter((git) => readdirSync(join(git, '..')).includes('.git'));
    assert.ok(found.length >= 2, 'both have a clone');
    return [...more, ...found]
      .map((git) => {
        const args = ['--git-dir', git, 'cat-file', '--batch-all-objects', '--batch'];
        return execFileSync('git', args, { maxBuffer: 64 * 1024 * 1024 }).toString('latin1');
      })
      .join('\n');
  }

  it('have nothing but their own space at first, and the status bar says so', async () => {
    await says(ada, 'Personal');
    assert.match((await status(ada).getAttribute('aria-label')) ?? '', /on this machine only/);
    await pictures(ada, 'sync-local', ['Dark 2026'], 'Personal');
    await status(ada).click();
    await ada.entries.filter({ hasText: 'Share this space…' }).waitFor();
    await ada.screenshot('sync-menu');
    await ada.page.keyboard.press('Escape');
  });

  it('meet: one creates a space and shares it, the other joins it', async () => {
    await createSpace(ada, name);
    await ada.runCommand('Cairn: Share Space');
    await ada.pick('Use an empty repository');
    await ada.answer(bare);
    await agree(ada);
    await isInStep(ada);

    await marsh.runCommand('Cairn: Join Space');
    await marsh.answer(bare);
    await says(marsh, name);
    await isInStep(marsh);
  });

  it("see each other's goals, tags and next actions within seconds, and nobody reloads anything", async () => {
    for (const one of [ada, marsh]) {
      await one.runCommand('Cairn: Pull Feedback');
      await one.row('Feedback', /^To tag/).waitFor({ timeout: 60_000 });
    }
    await createGoal(ada, goal);
    await card(marsh, goal).waitFor();

    for (const one of [ada, marsh]) await narrow(one, kept);
    await tag(ada, kept, 'keep');
    await tagged(marsh, kept, 'keep').waitFor();

    for (const one of [ada, marsh]) await narrow(one, stopped);
    await tag(marsh, stopped, 'stop');
    await tagged(ada, stopped, 'stop').waitFor();

    await marsh.runCommand('Cairn: Add Next Action');
    await marsh.answer(`@${mentee} ${promise}`);
    await marsh.pick(goal);
    const box = (one: CairnWorkbench) => one.goalsFrame().getByRole('checkbox', { name: promise });
    await box(ada).waitFor();
    // It folds away as soon as it is ticked, so there is nothing left to look at whether it is.
    await box(ada).click();
    await card(marsh, goal).getByRole('button', { name: '1 done' }).waitFor();
  });

  it('never see what the other one keeps private, nor does the remote', async () => {
    await createGoal(ada, secret, true);
    // What comes after it, and is not private, has arrived.
    await createGoal(ada, 'Say no in time');
    await card(marsh, 'Say no in time').waitFor();
    assert.equal(await card(marsh, secret).count(), 0);
    const all = objects(bare);
    assert.ok(all.includes('Say no in time'), 'what is shared is there');
    assert.ok(!all.includes(secret) && !all.includes('stay in this team'));
  });

  it('work on while the remote is away, are told so, and go on by themselves when it is back', async () => {
    renameSync(bare, `${bare}.away`);
    await says(ada, 'offline');
    await createGoal(ada, 'Ask for help within the hour');
    await says(ada, 'offline, 1 waiting');
    await says(marsh, 'offline');
    await pictures(ada, 'sync-offline', themes);
    renameSync(`${bare}.away`, bare);
    await card(marsh, 'Ask for help within the hour').waitFor({ timeout: 60_000 });
    await isInStep(ada);
    await pictures(ada, 'sync-in-step', ['Light 2026']);
    assert.deepEqual(await ada.notifications(), []);
  });

  it('are told what of the remote was left out, and the rest goes on', async () => {
    const git = (args: string[], input?: string) =>
      execFileSync('git', ['--git-dir', bare, '-c', 'user.name=x', '-c', 'user.email=x@x', ...args], {
        ...{ input, encoding: 'utf8', env: { ...process.env, GIT_INDEX_FILE: join(folder, 'index') } },
      }).trim();
    git(['read-tree', 'main']);
    const link = git(['hash-object', '-w', '--stdin'], '/etc/passwd');
    git(['update-index', '--add', '--cacheinfo', `120000,${link},journal/strangerstranger/2026-11.jsonl`]);
    const commit = git(['commit-tree', git(['write-tree']), '-p', 'main', '-m', 'A link']);
    git(['update-ref', 'refs/heads/main', commit]);
    await says(marsh, '1 left out');
    await pictures(marsh, 'sync-left-out', ['Dark 2026']);
    await createGoal(ada, 'Read the whole file first');
    await card(marsh, 'Read the whole file first').waitFor();
  });

  it('share another space through a server that asks for a token, as they are signed in', async () => {
    await createSpace(ada, 'Second space');
    await ada.runCommand('Cairn: Share Space');
    await ada.pick('Create a private GitHub repository');
    await ada.answer('second-space');
    await agree(ada);
    await isInStep(ada);
    const { control, url } = ada.stage.github;
    control.invite(`${mentee}/second-space`, mentor);
    await marsh.runCommand('Cairn: Join Space');
    await marsh.answer(`${url}/${mentee}/second-space.git`);
    await says(marsh, 'Second space');
    await isInStep(marsh);
    await createGoal(ada, 'Write the runbook first');
    await card(marsh, 'Write the runbook first').waitFor();
    await createGoal(marsh, 'Let the mentee drive');
    await card(ada, 'Let the mentee drive').waitFor();
    // A token is in the memory of VS Code and in the pipe to git, and in no file.
    const places = [folder, ...[ada, marsh].flatMap(({ stage }) => [stage.dataFolder, stage.vscode.dataDir])];
    const found = spawnSync('grep', ['-rlaE', 'token-for-(ada|marsh)', ...places], { encoding: 'utf8' });
    assert.equal(found.stdout, '');
  });

  it('are told who must sign in, and it goes on as soon as they did', async () => {
    await marsh.runCommand('Cairn: Sign Out');
    await says(marsh, 'no access');
    // Whichever of the two fails first: neither hides the other.
    const both = marsh
      .view('Feedback')
      .getByText(/did not let you in/)
      .filter({ hasText: 'Not signed in' });
    await both.waitFor();
    await pictures(marsh, 'sync-no-access', themes, 'Second space');
    await marsh.screenshot('sync-no-access');
    await createGoal(ada, 'Keep pull requests small');
    await marsh.runCommand('Cairn: Sign In with a Token');
    await marsh.answer(`token-for-${mentor}`);
    await card(marsh, 'Keep pull requests small').waitFor({ timeout: 60_000 });
    await isInStep(marsh);
    await marsh.view('Feedback').getByText('did not let you in').waitFor({ state: 'hidden' });
  });

  it('are told what is wrong with their clone, and it goes on when that is mended', async () => {
    const [slug] = readdirSync(join(ada.stage.dataFolder, 'spaces')).filter((one) =>
      one.startsWith('second'),
    );
    const config = join(ada.stage.dataFolder, 'spaces', slug!, '.git', 'config');
    const good = readFileSync(config, 'utf8');
    writeFileSync(config, `${good}\n[core]\n\tfsmonitor = /tmp/evil\n`);
    await ada.runCommand('Cairn: Switch Space');
    await ada.pick(name);
    await says(ada, name);
    await ada.runCommand('Cairn: Switch Space');
    await ada.pick('Second space');
    await says(ada, 'Second space: not synced');
    writeFileSync(config, good);
    await createGoal(ada, 'Leave the tests green');
    await card(marsh, 'Leave the tests green').waitFor();
    await isInStep(ada);
  });

  /** The status bar and what its item says to whoever points at it. */
  async function pictures(one: CairnWorkbench, title: string, all: string[], space = name): Promise<void> {
    for (const theme of all) {
      await one.setTheme(theme);
      await status(one).hover();
      const hover = one.page.locator('.monaco-hover:visible').filter({ hasText: space });
      await hover.waitFor();
      await one.screenshot(`${title}-${theme}`.toLowerCase().replaceAll(' ', '-'));
      await one.page.mouse.move(600, 400);
      await hover.waitFor({ state: 'hidden' });
    }
  }
});
