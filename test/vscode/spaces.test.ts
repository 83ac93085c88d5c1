import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { createGit, joinSpace, parseRemote, shareSpace, syncSpace } from '../../src/git/index.ts';
import { createSpace, folderOf } from '../../src/journal/folders/spaces.ts';
import { privateFolderOf, Space } from '../../src/journal/space.ts';
import { blankMentorship } from '../../src/model/records.ts';
import { bareRemote, gitSync } from '../support/git/repositories.ts';
import { cairn, control, run, signInAndPull } from './support.ts';

const state = async () => (await cairn()).getState();
const titles = async () => (await state()).goals.map(({ title }) => title);
const invalid = { code: 'invalid-argument' };

/** Another person with a data folder of their own, as another machine would have it. */
class Other {
  readonly git;
  readonly data: string;
  slug = 'theirs';
  space: Space | undefined;

  constructor(data: string) {
    this.data = data;
    this.git = createGit({ program: 'git', scratch: join(data, 'scratch') });
  }

  get folder(): string {
    return folderOf(this.data, this.slug);
  }

  async open(): Promise<Space> {
    const privateFolder = privateFolderOf(this.data, this.slug);
    this.space = await Space.open({ folder: this.folder, privateFolder, author: () => 'theo-flint' });
    return this.space;
  }

  get clone() {
    const space = this.space!;
    return {
      folder: this.folder,
      hold: <T>(work: () => Promise<T>) => space.hold(work),
      writer: () => space.writer(),
      renewWriter: () => space.renewWriter(),
    };
  }
}

describe('spaces', () => {
  let data: string;
  let remote: ReturnType<typeof bareRemote>;
  let folder: string;

  before(async () => {
    await signInAndPull();
    data = vscode.workspace.getConfiguration('cairn').get<string>('dataFolder')!;
    await run('cairn.switchSpace', { space: 'personal' });
  });
  beforeEach(async () => {
    remote = bareRemote();
    folder = await mkdtemp(join(tmpdir(), 'cairn-other-'));
  });
  afterEach(async () => {
    await run('cairn.switchSpace', { space: 'personal' });
    remote.close();
    await rm(folder, { recursive: true, force: true });
  });
  after(() => control('clearFaults'));

  const spaces = async () => (await readdir(join(data, 'spaces'))).sort();
  const create = async (name: string, more: object = {}) =>
    run<{ space: string }>('cairn.createSpace', { name, ...more });
  const share = async (argument: object) =>
    run<{ space: string; remote: string }>('cairn.shareSpace', argument);
  const join_ = async (argument: object) =>
    run<{ space: string; isNew: boolean }>('cairn.joinSpace', argument);
  /** Every file that the remote's branch holds, with its text. */
  const atRemote = (bare: string) =>
    gitSync(['ls-tree', '-r', '--name-only', 'main'], { cwd: bare })
      .split('\n')
      .filter(Boolean)
      .map((path) => ({ path, text: gitSync(['show', `main:${path}`], { cwd: bare }) }));
  const isEmpty = (bare: string) => gitSync(['for-each-ref'], { cwd: bare }) === '';
  /** Tags something of the sample's private repository. */
  const tagSomething = async () => {
    const one = (await state()).feedback.find(({ tag, isBot }) => tag === null && !isBot)!;
    await run('cairn.tagFeedback', one.id, 'keep');
    return one;
  };

  it('begins with who mentors whom, and shows nothing of another space', async () => {
    await run('cairn.createGoal', { title: 'Stays in my own space' });
    const mentorship = { kind: 'peer', mentors: ['@theo-flint', 'Theo-Flint'], mentees: ['ada-wren'] };
    const { space } = await create('Ada and Theo', { ...mentorship, rhythmDays: 7, hoursPerMonth: 2.5 });
    assert.deepEqual(await titles(), []);
    assert.deepEqual((await state()).mentorship, {
      ...{ title: 'Ada and Theo', kind: 'peer', mentors: ['theo-flint'], mentees: ['ada-wren'] },
      ...{ ...blankMentorship, rhythmDays: 7, hoursPerMonth: 2.5 },
    });
    await run('cairn.createGoal', { title: 'Is in the other one' });
    await run('cairn.switchSpace', { space: 'personal' });
    assert.ok((await titles()).includes('Stays in my own space'));
    assert.ok(!(await titles()).includes('Is in the other one'));
    const { id } = JSON.parse(await readFile(join(data, 'spaces', space, 'space.json'), 'utf8'));
    assert.deepEqual(await run('cairn.switchSpace', { space: id }), { space });
    assert.deepEqual(await titles(), ['Is in the other one']);
  });

  it('refuses what is no space, and makes nothing then', async () => {
    const earlier = await spaces();
    const bad: object[] = [
      {},
      { name: ' ' },
      { name: 'x'.repeat(101) },
      { name: 'x', kind: 'boss' },
      { name: 'x', mentors: 'theo' },
      { name: 'x', mentees: [5] },
      { name: 'x', rhythmDays: 0 },
      { name: 'x', rhythmDays: 1.5 },
      { name: 'x', hoursPerMonth: -1 },
      { name: 'x', colour: 'red' },
    ];
    for (const argument of bad) {
      await assert.rejects(
        Promise.resolve(run('cairn.createSpace', argument)),
        invalid,
        JSON.stringify(argument),
      );
    }
    await assert.rejects(Promise.resolve(run('cairn.switchSpace', { space: 'nowhere' })), {
      code: 'not-found',
    });
    await assert.rejects(Promise.resolve(run('cairn.switchSpace', { space: '../..' })), {
      code: 'not-found',
    });
    assert.deepEqual(await spaces(), earlier);
  });

  it('makes nothing when the questions are left', async () => {
    const earlier = await spaces();
    for (const command of ['createSpace', 'switchSpace', 'joinSpace', 'shareSpace']) {
      let isOver = false;
      const ending = Promise.resolve(run(`cairn.${command}`)).finally(() => {
        isOver = true;
      });
      while (!isOver) {
        await run('workbench.action.closeQuickOpen');
        await new Promise((done) => setTimeout(done, 50));
      }
      assert.equal(await ending, undefined);
    }
    assert.deepEqual(await spaces(), earlier);
  });

  it('shares only with every private repository named, and then all of the space and nothing private', async () => {
    const { space } = await create('To share');
    const one = await tagSomething();
    await run('cairn.createGoal', { title: 'For both of us' });
    const repository = one.pullRequest!.repository;
    await assert.rejects(share({ remote: remote.path, understood: {} }), {
      ...invalid,
      message: new RegExp(repository),
    });
    assert.ok(isEmpty(remote.path));
    const understood = { repositories: [repository] };
    assert.deepEqual(await share({ remote: remote.path, understood }), { space, remote: remote.path });
    const files = atRemote(remote.path);
    assert.ok(files.some(({ path, text }) => path === 'space.json' && text.includes('"To share"')));
    assert.ok(files.some(({ text }) => text.includes('For both of us')));
    assert.ok(
      files.every(({ path }) => /^(space\.json|\.gitignore|journal\/[a-z0-9]+\/[\d-]+\.jsonl)$/.test(path)),
    );
    await assert.rejects(share({ remote: remote.path, understood }), invalid);
  });

  it('says of a remote on the signed-in host whether all may read it, and asks for a second yes', async () => {
    const host = vscode.workspace.getConfiguration('cairn').get<string>('github.host')!;
    await create('For a host');
    await control('addRepository', 'ada-wren/open-space', false);
    const address = `${host}/ada-wren/open-space.git`;
    for (const readers of [undefined, 'private', 'unknown'])
      await assert.rejects(share({ remote: address, understood: { readers } }), {
        ...invalid,
        message: /public/,
      });
    const bare = (await control('repositoryFolder', 'ada-wren/open-space')) as { result: string };
    assert.ok(isEmpty(bare.result));
    await share({ remote: address, understood: { readers: 'public' } });
    assert.ok(!isEmpty(bare.result));

    await create('For nobody knows whom');
    const elsewhere = { remote: 'https://git.example.invalid/a/b.git', understood: { readers: 'private' } };
    await assert.rejects(share(elsewhere), { ...invalid, message: /unknown/ });
  });

  it('makes a private repository on the signed-in host and shares to it', async () => {
    const { space } = await create('With a repository');
    await control('fail', { kind: 'forbidden', only: 'rest' });
    await assert.rejects(share({ createRepository: 'our-space', understood: {} }), {
      code: 'forbidden',
      message: /Administration/,
    });
    const shared = await share({ createRepository: 'our-space', understood: {} });
    assert.equal(shared.space, space);
    assert.match(shared.remote, /\/ada-wren\/our-space\.git$/);
    const bare = (await control('repositoryFolder', 'ada-wren/our-space')) as { result: string };
    assert.ok(atRemote(bare.result).some(({ path }) => path === 'space.json'));
    await create('Another one');
    await assert.rejects(share({ createRepository: 'our-space', understood: {} }), {
      ...invalid,
      message: /already/,
    });
  });

  it('shows two people each other’s words: shared here, joined there', async () => {
    await create('Both');
    await run('cairn.createGoal', { title: 'By Ada' });
    await share({ remote: remote.path, understood: {} });
    const theo = new Other(folder);
    await joinSpace(theo.git, theo.folder, parseRemote(remote.path));
    const space = await theo.open();
    assert.deepEqual(
      [...space.records.goals.values()].map(({ title }) => title),
      ['By Ada'],
    );
    assert.deepEqual(space.records.mentorship?.title, 'Both');
    await space.perform([
      {
        type: 'goal.created',
        payload: { goal: 'g-theo', title: 'By Theo', category: null, origin: 'mentee', targetDate: null },
      },
    ]);
    await syncSpace(theo.git, theo.clone);
    await run('cairn.syncSpace', {});
    assert.deepEqual((await titles()).sort(), ['By Ada', 'By Theo']);
    space.dispose();
  });

  it('joins what another person shared, once, and switches to it', async () => {
    const theo = new Other(folder);
    theo.slug = await createSpace(folder, 'Theo’s $(flame) space');
    const space = await theo.open();
    await space.perform([
      {
        type: 'goal.created',
        payload: { goal: 'g1', title: 'Theo began', category: null, origin: 'mentee', targetDate: null },
      },
    ]);
    await shareSpace(theo.git, theo.clone, parseRemote(remote.path));
    const joined = await join_({ remote: remote.path });
    assert.deepEqual(joined, { space: 'theo-s-flame-space', isNew: true });
    assert.deepEqual(await titles(), ['Theo began']);
    await run('cairn.switchSpace', { space: 'personal' });
    assert.deepEqual(await join_({ remote: remote.path }), { ...joined, isNew: false });
    assert.deepEqual(await titles(), ['Theo began']);
    await run('cairn.createGoal', { title: 'Ada answers' });
    await run('cairn.syncSpace', {});
    await syncSpace(theo.git, theo.clone);
    await space.reread();
    assert.deepEqual([...space.records.goals.values()].map(({ title }) => title).sort(), [
      'Ada answers',
      'Theo began',
    ]);
    space.dispose();
  });

  it('joins nothing that is no space, and leaves nothing of it behind', async () => {
    const earlier = await spaces();
    const refused: [string, string][] = [
      [remote.path, 'not-a-space'],
      ['ext::sh -c touch% /tmp/cairn-was-here', 'bad-remote'],
      ['--upload-pack=touch /tmp/cairn-was-here', 'bad-remote'],
      ['http://git.example.invalid/a/b.git', 'bad-remote'],
      ['https://user:secret@git.example.invalid/a/b.git', 'bad-remote'],
    ];
    for (const [address, code] of refused)
      await assert.rejects(join_({ remote: address }), { code }, address);
    await assert.rejects(join_({ remote: 5 }), invalid);
    await assert.rejects(share({ remote: remote.path, createRepository: 'x' }), invalid);
    await assert.rejects(share({ understood: {} }), invalid);
    assert.deepEqual(await spaces(), earlier);
  });

  it('remembers a choice of its own for each mentee whom the settings name', async () => {
    await create('Chosen');
    await run('cairn.createGoal', { title: 'In the chosen one' });
    const settings = vscode.workspace.getConfiguration('cairn');
    try {
      await settings.update('mentee', 'ines-okoro', vscode.ConfigurationTarget.Global);
      assert.deepEqual(await titles(), []);
      assert.equal((await state()).mentee, 'ines-okoro');
      await run('cairn.switchSpace', { space: 'personal' });
      assert.ok((await titles()).includes('Stays in my own space'));
    } finally {
      await settings.update('mentee', undefined, vscode.ConfigurationTarget.Global);
    }
    assert.deepEqual(await titles(), ['In the chosen one']);
  });

  it('takes no data folder from a workspace', async () => {
    const settings = vscode.workspace.getConfiguration('cairn');
    await assert.rejects(
      async () => settings.update('dataFolder', '/nowhere/of/mine', vscode.ConfigurationTarget.Workspace),
      /workspace/i,
    );
  });

  it('shows the own space where the folder of the chosen one has gone', async () => {
    const { space } = await create('Soon gone');
    await run('cairn.createGoal', { title: 'Soon gone, too' });
    await rm(join(data, 'spaces', space), { recursive: true });
    await run('cairn.signInWithToken', 'token-for-ada-wren');
    assert.ok(!(await titles()).includes('Soon gone, too'));
    assert.ok((await titles()).includes('Stays in my own space'));
    assert.ok(!(await spaces()).includes(space));
  });
});
