import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, renameSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { createGit, joinSpace, parseRemote, syncSpace } from '../../src/git/index.ts';
import { Space } from '../../src/journal/space.ts';
import { cairn, run } from './support.ts';

type Synced = { pushed: number; received: string[]; skipped: unknown[] };

/** Titles of the goals that the views show. */
const goals = async () => (await (await cairn()).getState()).goals.map(({ title }) => title).sort();
const create = (title: string) =>
  run('cairn.createGoal', { title, category: null, origin: 'mentee', targetDate: null });

describe('cairn.syncSpace', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-sync-'));
  const bare = join(folder, 'remote.git');
  const remote = parseRemote(bare);
  const git = createGit({ program: 'git', scratch: join(folder, 'scratch') });
  const theirs = join(folder, 'theirs');
  let other: Space;

  before(async () => {
    await cairn();
    execFileSync('git', ['init', '--quiet', '--bare', bare]);
    await run('cairn.createSpace', {
      name: 'Ada & Marsh $(error)',
      mentors: ['marsh-lind'],
      mentees: ['ada'],
    });
  });
  after(async () => {
    other?.dispose();
    await run('cairn.switchSpace', { space: 'personal' });
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  /** What the other one's machine does when it syncs. */
  const otherSyncs = () =>
    syncSpace(git, {
      folder: theirs,
      hold: (work) => other.hold(work),
      writer: () => other.writer(),
      renewWriter: () => other.renewWriter(),
    });

  it('rejects for a space that is on this machine only, and says what to do', async () => {
    await assert.rejects(async () => run('cairn.syncSpace', {}), {
      code: 'bad-remote',
      message: /Cairn: Share Space/,
    });
  });

  it('brings what was written up to now to the remote, once', async () => {
    await create('Ask before I guess');
    await run('cairn.shareSpace', { remote: bare, understood: { repositories: [] } });
    await create('Say what I need');
    const first = await run<Synced>('cairn.syncSpace', {});
    assert.deepEqual(first.received, []);
    const second = await run<Synced>('cairn.syncSpace', {});
    assert.equal(second.pushed, 0);
    await joinSpace(git, theirs, remote);
    const privateFolder = join(folder, 'private');
    other = await Space.open({ folder: theirs, privateFolder, author: () => 'marsh-lind' });
    const titles = [...other.records.goals.values()].map(({ title }) => title);
    assert.deepEqual(titles.sort(), ['Ask before I guess', 'Say what I need']);
  });

  it("shows the other's goal, with who made it, when it resolves", async () => {
    const goal = { goal: 'theirs', title: 'Hand over a service', category: null, targetDate: null };
    await other.perform([{ type: 'goal.created', payload: { ...goal, origin: 'mentee' } }]);
    await otherSyncs();
    const { received } = await run<Synced>('cairn.syncSpace', {});
    assert.equal(received.length, 1);
    assert.deepEqual(await goals(), ['Ask before I guess', 'Hand over a service', 'Say what I need']);
    const found = (await (await cairn()).getState()).goals.find(({ id }) => id === 'theirs');
    assert.equal(found?.createdBy, 'marsh-lind');
  });

  it('rejects for a program while the remote is away, is no failure for a person, and goes on', async () => {
    renameSync(bare, `${bare}.away`);
    await create('Take breaks');
    await assert.rejects(async () => run('cairn.syncSpace', {}), { code: 'offline' });
    assert.equal(await run('cairn.syncSpace'), undefined);
    assert.ok((await goals()).includes('Take breaks'));
    renameSync(`${bare}.away`, bare);
    await run('cairn.syncSpace', {});
    await otherSyncs();
    await other.reread();
    assert.ok([...other.records.goals.values()].some(({ title }) => title === 'Take breaks'));
  });

  it('ends with a reason when the space is switched meanwhile, and syncs the other one no more', async () => {
    const syncing = run('cairn.syncSpace', {}).then(
      () => 'done',
      ({ code }) => code,
    );
    await run('cairn.switchSpace', { space: 'personal' });
    assert.ok(['done', 'cancelled'].includes(await syncing));
    await assert.rejects(async () => run('cairn.syncSpace', {}), { code: 'bad-remote' });
    await run('cairn.switchSpace', { space: 'ada-marsh-error' });
    await run('cairn.syncSpace', {});
    const space = join(process.env.CAIRN_TEST_DATA!, 'spaces', 'ada-marsh-error');
    assert.deepEqual(
      readdirSync(space).filter((name) => name.startsWith('.sync-lock')),
      [],
    );
  });
});
