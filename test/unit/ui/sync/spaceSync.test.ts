import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { createGit } from '../../../../src/git/index.ts';
import type { Clock } from '../../../../src/ui/sync/scheduler.ts';
import { SpaceSync } from '../../../../src/ui/sync/spaceSync.ts';
import { kindOf, type SyncStatus } from '../../../../src/ui/sync/status.ts';
import { goal, Meeting, type Person } from './support.ts';

/** Waits are a tenth as long, and those after a failure next to nothing. */
const hurried: Clock = {
  now: Date.now,
  random: () => 0.01,
  after: (milliseconds, act) => {
    const timer = setTimeout(act, milliseconds / 10);
    return { dispose: () => clearTimeout(timer) };
  },
};

describe('SpaceSync', () => {
  let meeting: Meeting;
  const started: SpaceSync[] = [];
  beforeEach(() => {
    meeting = new Meeting();
  });
  afterEach(async () => {
    for (const sync of started.splice(0)) await sync.stop();
    meeting.end();
  });

  /** A window of this person: looks every so many milliseconds, 0 for only when asked. */
  function start(person: Person, interval = 0) {
    const said: string[] = [];
    let rereads = 0;
    const listeners = new Set<() => void>();
    const sync = new SpaceSync({
      name: 'Ada and Marsh',
      remote: meeting.remote,
      clone: person.clone,
      git: person.git,
      reread: async () => {
        rereads += 1;
        await person.space.reread();
      },
      interval: () => interval,
      isFocused: true,
      clock: hurried,
      onChange: () => {
        for (const listener of listeners) listener();
      },
      log: {
        info: (text) => said.push(text),
        warn: (text) => said.push(text),
        error: (e) => said.push(`${e}`),
      },
    });
    started.push(sync);
    /** Waits until the status is so; the suite's own time limit ends a wait in vain. */
    const until = (holds: (status: SyncStatus) => boolean) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (!holds(sync.status)) return;
          listeners.delete(look);
          resolve();
        };
        listeners.add(look);
        look();
      });
    return { sync, until, said, rereads: () => rereads };
  }

  it('brings what one wrote to the other by itself, and rereads only when something came', async () => {
    const ada = await meeting.first('ada');
    const marsh = await meeting.next('marsh');
    const left = start(ada, 60_000);
    const right = start(marsh, 50);
    for (const one of [left, right]) await one.until(({ inStepAt }) => inStepAt !== null);
    await left.until(({ isSyncing }) => !isSyncing);
    assert.equal(right.rereads(), 0);
    await ada.space.perform([goal('g1', 'Ask before I guess')]);
    await left.sync.look();
    assert.equal(left.sync.status.waiting, 1);
    assert.equal(kindOf(left.sync.status), 'waiting');
    while (!marsh.space.records.goals.has('g1')) await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal(marsh.space.records.goals.get('g1')?.created.by, 'ada');
    // The files may be seen before the sync that brought them ends. The syncs after it bring nothing.
    while (right.rereads() === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    const then = right.sync.status.inStepAt!;
    await right.until(({ inStepAt }) => inStepAt! > then + 300);
    assert.equal(right.rereads(), 1);
    await left.until((status) => kindOf(status) === 'inStep' && status.waiting === 0);
  });

  it('counts what waits while the remote is away, says nothing of it twice, and goes on by itself', async () => {
    const ada = await meeting.first('ada');
    const { sync, until, said } = start(ada, 30);
    await until(({ inStepAt }) => inStepAt !== null);
    fs.renameSync(meeting.bare, `${meeting.bare}.away`);
    await until((status) => kindOf(status) === 'offline');
    await ada.space.perform([goal('g1')]);
    await ada.space.perform([goal('g2')]);
    await sync.look();
    assert.equal(sync.status.waiting, 2);
    assert.equal(kindOf(sync.status), 'offline');
    await until(({ failure }) => (failure?.times ?? 0) > 2);
    assert.equal(said.filter((text) => text.includes('[offline]')).length, 1);
    await assert.rejects(sync.syncNow(), { code: 'offline' });
    fs.renameSync(`${meeting.bare}.away`, meeting.bare);
    await until((status) => kindOf(status) === 'inStep' && status.waiting === 0);
  });

  it('does not sync while another window of this machine is at it, and does afterwards', async () => {
    const ada = await meeting.first('ada');
    const lock = join(ada.folder, '.sync-lock');
    fs.writeFileSync(lock, `${process.pid} other ${hostname()}`);
    await ada.space.perform([goal('g1')]);
    const { sync } = start(ada);
    const syncing = sync.syncNow();
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(sync.status.inStepAt, null);
    fs.unlinkSync(lock);
    assert.equal((await syncing).pushed, 1);
    assert.ok(!fs.existsSync(lock));
  });

  it('talks to the remote from one of two windows at a time', async () => {
    const ada = await meeting.first('ada');
    const calls = join(meeting.folder, 'calls');
    const program = join(meeting.folder, 'git.sh');
    const lines = [
      '#!/bin/sh',
      'case "$*" in',
      `*" fetch "*|*" push "*) echo begin >> '${calls}'; git "$@"; code=$?; echo end >> '${calls}'; exit $code;;`,
      '*) exec git "$@";;',
      'esac',
    ];
    fs.writeFileSync(program, lines.join('\n'), { mode: 0o755 });
    const git = createGit({ program, scratch: join(meeting.folder, 'ada', 'scratch') });
    const windows = [start({ ...ada, git }, 30), start({ ...ada, git }, 30)];
    for (let count = 0; count < 6; count++) {
      await ada.space.perform([goal(`g${count}`)]);
      await Promise.all(windows.map(({ sync }) => sync.syncNow()));
    }
    const said = fs.readFileSync(calls, 'utf8').trim().split('\n');
    assert.ok(said.length >= 24, `${said.length} calls`);
    for (const [at, word] of said.entries()) assert.equal(word, at % 2 === 0 ? 'begin' : 'end', `call ${at}`);
  });

  it('says that a person must look where the remote is no space any more, and rests', async () => {
    const ada = await meeting.first('ada');
    const { sync, until, said } = start(ada, 30);
    await until(({ inStepAt }) => inStepAt !== null);
    const git = (...args: string[]) =>
      execFileSync('git', ['--git-dir', meeting.bare, '-c', 'user.name=x', '-c', 'user.email=x@x', ...args], {
        input: '',
        encoding: 'utf8',
      }).trim();
    const stranger = git('commit-tree', git('mktree'));
    git('update-ref', 'refs/heads/main', stranger);
    await until((status) => kindOf(status) === 'attention');
    const isSaid = (text: string) => text.includes('[not-a-space]');
    assert.equal(said.filter(isSaid).length, 1);
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(sync.status.failure?.times, 1);
    await assert.rejects(sync.syncNow(), { code: 'not-a-space' });
  });

  it('ends at once when it is stopped, with the reason for who waits', async () => {
    const ada = await meeting.first('ada');
    fs.writeFileSync(join(ada.folder, '.sync-lock'), `${process.pid} other ${hostname()}`);
    const { sync } = start(ada);
    const refused = assert.rejects(sync.syncNow(), { code: 'cancelled' });
    await sync.stop();
    await refused;
  });
});
