import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bareRemote, gitSync } from '../support/git/repositories.ts';
import { root } from '../support/run/stage.ts';
import { openWorkbench } from '../support/vscode/browser.ts';
import { CairnWorkbench, startCairn } from './support/workbench.ts';

const privateRepository = 'harbour-lights/beacon';

describe('spaces', () => {
  let workbench: CairnWorkbench;
  let remote: ReturnType<typeof bareRemote>;
  const dialog = () => workbench.page.locator('.monaco-dialog-box');
  const press = (name: string) => workbench.pressInDialog(name);
  const says = async (...texts: (string | RegExp)[]) => {
    for (const text of texts) await dialog().getByText(text).first().waitFor();
  };
  const isEmpty = (bare: string) => gitSync(['for-each-ref'], { cwd: bare }) === '';
  const until = async (isSo: () => boolean, what: string) => {
    for (let left = 200; !isSo(); left--) {
      assert.ok(left > 0, `It never came to this: ${what}`);
      await workbench.page.waitForTimeout(100);
    }
  };
  const shareTo = async (address: string) => {
    await workbench.runCommand('Cairn: Share Space');
    await workbench.pick('Use an empty repository');
    await workbench.answer(address);
  };

  before(async () => {
    remote = bareRemote();
    workbench = await startCairn();
    await workbench.openCairn();
    await workbench.signIn();
    await workbench.runCommand('Cairn: Pull Feedback');
    await workbench.row('Feedback', /^To tag/).waitFor({ timeout: 60_000 });
  });
  after(async () => {
    await workbench?.close();
    remote.close();
  });

  it('is created step by step, with a way back', async () => {
    await workbench.runCommand('Cairn: Create Space');
    await workbench.answer('Ada und Theo');
    await workbench.page.locator('.quick-input-titlebar .codicon-quick-input-back').click();
    await workbench.answer('Ada and Theo');
    await workbench.pick('One to one');
    await workbench.answer('@theo-flint, Theo-Flint');
    await workbench.answer('ada-wren');
    await workbench.pick('Another rhythm');
    await workbench.answer('10');
    await workbench.answer('2,5');
    const file = join(workbench.stage.dataFolder, 'spaces', 'ada-and-theo', 'space.json');
    await until(() => existsSync(file), 'the space is there');
    assert.equal(JSON.parse(readFileSync(file, 'utf8')).name, 'Ada and Theo');
    await workbench.runCommand('Cairn: Switch Space');
    const rows = workbench.page.locator('.quick-input-list .monaco-list-row');
    await rows.filter({ hasText: 'Ada and Theo' }).filter({ hasText: 'active' }).waitFor();
    await rows.filter({ hasText: 'Personal' }).filter({ hasText: 'on this machine only' }).waitFor();
    await workbench.screenshot('spaces-switch');
    await workbench.page.keyboard.press('Escape');
    const journal = join(file, '..', 'journal');
    const [writer] = readdirSync(journal);
    const [month] = readdirSync(join(journal, writer!));
    const [first] = readFileSync(join(journal, writer!, month!), 'utf8').split('\n');
    assert.deepEqual(JSON.parse(first!).payload, {
      ...{ title: 'Ada and Theo', kind: 'one-to-one', mentors: ['theo-flint'], mentees: ['ada-wren'] },
      ...{ rhythmDays: 10, hoursPerMonth: 2.5 },
    });
  });

  it('names the private repository whose words would leave, and shares nothing when the person says no', async () => {
    await workbench.row('Feedback', /^To tag/).waitFor();
    await workbench.runCommand('Cairn: Focus on Feedback View');
    await workbench.page.keyboard.press('Home');
    await workbench.page.keyboard.press('ArrowDown');
    await workbench.page.locator('.monaco-list-row.focused[aria-level="2"]').waitFor();
    await workbench.page.keyboard.press('k');
    await workbench.page.waitForTimeout(1500);
    await shareTo(remote.path);
    await says(
      'Share the space “Ada and Theo”',
      new RegExp(`${privateRepository}: 1 comment`),
      /Whoever can read that folder can read the space/,
      /self-declared/,
      /private stays on this machine/,
    );
    await workbench.screenshot('spaces-share');
    await press('Cancel');
    assert.ok(isEmpty(remote.path));
  });

  it('needs a second yes where everybody may read the remote', async () => {
    const { control, url } = workbench.stage.github;
    control.addRepository('ada-wren/open-space', false);
    const bare = control.repositoryFolder('ada-wren/open-space');
    await shareTo(`${url}/ada-wren/open-space.git`);
    await says(/Whoever can read that repository/);
    await press('Share');
    await says(/is public\./, /Everybody on the internet/);
    await workbench.screenshot('spaces-share-public');
    await press('Cancel');
    assert.ok(isEmpty(bare));
  });

  it('shares to a folder after one yes', async () => {
    await shareTo(remote.path);
    await says(/harbour-lights\/beacon/);
    await press('Share');
    await until(() => !isEmpty(remote.path), 'the remote has the space');
    assert.match(gitSync(['show', 'main:space.json'], { cwd: remote.path }), /"Ada and Theo"/);
    await workbench.runCommand('Cairn: Switch Space');
    const row = workbench.page.locator('.quick-input-list .monaco-list-row');
    await row.filter({ hasText: 'Ada and Theo' }).filter({ hasText: 'active, shared' }).waitFor();
    await workbench.page.keyboard.press('Escape');
  });

  describe('when the data folder is changed', () => {
    let fresh: string;
    const setting = () => {
      const file = join(workbench.stage.vscode.dataDir, 'data', 'Machine', 'settings.json');
      return JSON.parse(readFileSync(file, 'utf8'))['cairn.dataFolder'];
    };
    before(async () => {
      fresh = await mkdtemp(join(tmpdir(), 'cairn-fresh-'));
    });
    after(() => rm(fresh, { recursive: true, force: true }));

    it('asks, and takes the change back when the person leaves', async () => {
      const old = workbench.stage.dataFolder;
      await workbench.setSettings({ 'cairn.dataFolder': fresh });
      await says(new RegExp(`Move your spaces to ${fresh}`), new RegExp(old));
      await workbench.screenshot('spaces-move');
      await press('Cancel');
      await until(() => setting() === old, 'the setting is as before');
      assert.deepEqual(readdirSync(fresh), []);
      assert.ok(existsSync(join(old, 'spaces', 'ada-and-theo', 'space.json')));
    });

    it('moves all when told to, and goes on there, in every window', async () => {
      const old = workbench.stage.dataFolder;
      const { page, close } = await openWorkbench(workbench.stage.vscode, {
        folder: workbench.stage.folder,
        extension: root,
      });
      try {
        page.setDefaultTimeout(20_000);
        const other = new CairnWorkbench(workbench.stage, page, close);
        await other.openCairn();
        await createGoal(other, 'Said in the old folder');
        await workbench.setSettings({ 'cairn.dataFolder': fresh });
        await says(new RegExp(`Move your spaces to ${fresh}`));
        // Whoever is asked second has nothing to say any more.
        const asked = other.page.locator('.monaco-dialog-box').getByRole('button', { name: 'Cancel' });
        await asked.waitFor();
        await press('Move');
        await until(() => !existsSync(join(old, 'spaces')), 'the old folder is empty');
        assert.ok(existsSync(join(fresh, 'spaces', 'ada-and-theo', '.git')));
        await asked.click();
        await createGoal(workbench, 'Said in the new folder');
        await createGoal(other, 'Said in the other window');
        await card(other, 'Said in the old folder').waitFor();
        assert.equal(setting(), fresh);
        assert.match(journal(fresh, 'ada-and-theo'), /Said in the new folder/);
        assert.match(journal(fresh, 'personal'), /Said in the old folder[\s\S]*Said in the other window/);
        assert.ok(!existsSync(join(old, 'spaces')));
      } finally {
        await close();
      }
    });

    it('leaves all when told to, and goes on in an empty folder', async () => {
      const empty = join(fresh, 'another');
      await workbench.setSettings({ 'cairn.dataFolder': empty });
      await says(new RegExp(`Move your spaces to ${empty}`));
      await press('Leave There');
      await card(workbench, 'Said in the new folder').waitFor({ state: 'hidden' });
      await createGoal(workbench, 'Said in the empty folder');
      assert.match(journal(empty, 'personal'), /Said in the empty folder/);
      assert.match(journal(fresh, 'ada-and-theo'), /Said in the new folder/);
    });
  });

  const card = (one: CairnWorkbench, title: string) =>
    one.goalsFrame().getByRole('article').filter({ hasText: title });
  async function createGoal(one: CairnWorkbench, title: string): Promise<void> {
    await one.runCommand('Cairn: Create Goal');
    await one.answer(title);
    await one.pick('Code quality');
    await one.pick('Mine');
    await one.answer('');
    await card(one, title).waitFor();
  }
  /** Everything that stands in a space's journal. */
  function journal(data: string, slug: string): string {
    const folder = join(data, 'spaces', slug, 'journal');
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.jsonl'))
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('');
  }
});

describe('spaces in restricted mode', () => {
  let workbench: CairnWorkbench;
  let remote: ReturnType<typeof bareRemote>;
  const workspaceSettings = { 'cairn.dataFolder': '/nowhere/of/mine', 'cairn.mentee': 'somebody-else' };

  before(async () => {
    remote = bareRemote();
    workbench = await startCairn({
      restricted: true,
      files: { '.vscode/settings.json': JSON.stringify(workspaceSettings) },
    });
    await workbench.openCairn();
  });
  after(async () => {
    await workbench?.close();
    remote.close();
  });

  it('are created and shared with the git of the machine, wherever a workspace would have them', async () => {
    const { page, stage } = workbench;
    await workbench.runCommand('Cairn: Create Space');
    await workbench.answer('Restricted');
    await workbench.pick('One to one');
    await workbench.answer('theo-flint');
    await workbench.answer('ada-wren');
    await workbench.pick('No fixed rhythm');
    await workbench.answer('1');
    const info = join(stage.dataFolder, 'spaces', 'restricted', 'space.json');
    for (let left = 100; left > 0 && !existsSync(info); left--) await page.waitForTimeout(100);
    assert.ok(existsSync(info));
    await workbench.runCommand('Cairn: Share Space');
    await workbench.pick('Use an empty repository');
    await workbench.answer(remote.path);
    await page.locator('.monaco-dialog-box').getByRole('button', { name: 'Share', exact: true }).click();
    const isThere = () => gitSync(['for-each-ref'], { cwd: remote.path }) !== '';
    for (let left = 100; left > 0 && !isThere(); left--) await page.waitForTimeout(100);
    assert.match(gitSync(['show', 'main:space.json'], { cwd: remote.path }), /"Restricted"/);
    assert.equal(existsSync('/nowhere'), false);
  });

  it('are active again after a restart of the window', async () => {
    const status = workbench.page.locator('[id="cairn-mentoring.cairn.space"]');
    await status.filter({ hasText: 'Restricted' }).waitFor();
    await workbench.page.reload();
    await workbench.openCairn();
    await status.filter({ hasText: 'Restricted' }).waitFor();
  });
});
