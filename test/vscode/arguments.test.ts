import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { Feedback } from '../../src/api.ts';
import { cairn, feedback, goal, run, signInAndPull } from './support.ts';

/** Closes every question that opens until the command ends. */
async function leave<T>(ending: Thenable<T>): Promise<T> {
  let isOver = false;
  const end = Promise.resolve(ending).finally(() => {
    isOver = true;
  });
  const closing = (async () => {
    while (!isOver) {
      await run('workbench.action.closeQuickOpen');
      await new Promise((done) => setTimeout(done, 50));
    }
  })();
  try {
    return await end;
  } finally {
    await closing;
  }
}

describe('what is handed to commands', () => {
  let some: Feedback[];
  let goals: string[];

  before(async () => {
    await signInAndPull();
    const state = await (await cairn()).getState();
    some = state.feedback.filter((item) => item.tag === null && item.goalIds.length === 0 && !item.isBot);
    assert.ok(some.length >= 4);
    goals = [];
    for (const title of ['Measure before I optimise', 'Name what a change is for', 'Review twice a week']) {
      goals.push((await run<{ id: string }>('cairn.createGoal', { title })).id);
    }
  });

  /** `$feedback` and `$goal` stand for ids, which are known later. */
  const refused: [string, ...unknown[]][] = [
    ['tagFeedback', '$feedback', 5],
    ['tagFeedback', '$feedback', {}],
    ['tagFeedback', '$feedback', ['keep']],
    ['tagFeedback', 42, 'keep'],
    ['tagFeedback', true, 'keep'],
    ['tagFeedback', {}, 'keep'],
    ['tagFeedback', [], 'keep'],
    ['tagFeedback', [42], 'keep'],
    ['tagFeedback', [null], 'keep'],
    ['tagKeep', 42],
    ['tagStop', {}],
    ['tagStart', []],
    ['untagFeedback', 42],
    ['setAsideFeedback', 42],
    ['bringBackFeedback', {}],
    ['linkFeedback', '$feedback', {}],
    ['linkFeedback', '$feedback', 5],
    ['linkFeedback', 42, '$goal'],
    ['unlinkFeedback', '$feedback', 5],
    ['unlinkFeedback', [], '$goal'],
    ['openFeedback', 42],
    ['openOnGitHub', 42],
    ['openOnGitHub', {}],
    ['addFeedback', 'words'],
    ['addFeedback', { body: 'Well explained.' }],
    ['addFeedback', { body: 'Well explained.', author: null }],
    ['addFeedback', { author: 'Theo' }],
    ['addFeedback', { body: 'Well explained.', author: 'Theo', tag: 'great' }],
    ['addMilestone', '$goal', { title: null }],
    ['addMilestone', '$goal', {}],
    ['addMilestone', undefined, { title: 5 }],
    ['addMilestone', { title: 'A step' }],
    ['completeMilestone', 42],
    ['completeMilestone', 'any', 'no'],
    ['createGoal', { title: null }],
    ['editGoal', '$goal', 5],
    ['editGoal', undefined, { origin: 'boss' }],
    ['completeGoal', {}],
    ['groupFeedback', {}],
    ['filterFeedback', 42],
    ['chooseRepositories', ['no repository']],
    ['chooseRepositories', {}],
  ];
  for (const [command, ...args] of refused) {
    it(`cairn.${command} refuses ${JSON.stringify(args)} and asks nothing`, async () => {
      const before = await (await cairn()).getState();
      const given = args.map((one) => (one === '$feedback' ? some[0]!.id : one === '$goal' ? goals[0] : one));
      await assert.rejects(Promise.resolve(run(`cairn.${command}`, ...given)), { code: 'invalid-argument' });
      assert.deepEqual(await (await cairn()).getState(), before);
    });
  }

  it('says so when a program leaves a question that it has opened', async () => {
    await assert.rejects(leave(run('cairn.tagFeedback', some[0]!.id)), { code: 'cancelled' });
  });

  it('does not take a row for a program: a question that is left is no failure', async () => {
    const group = { id: ':untagged', kind: 'untagged', name: '', items: some };
    const row = { type: 'feedback', item: some[0], group };
    assert.equal(await leave(run('cairn.linkFeedback', row)), undefined);
    assert.equal(await leave(run('cairn.tagFeedback', row, [row])), undefined);
  });

  it('lets a button above the tree do its own thing, whatever row has the focus', async () => {
    const row = { type: 'group', group: { id: ':untagged', kind: 'untagged', name: '', items: some } };
    assert.equal(await leave(run('cairn.groupFeedback', row)), undefined);
    assert.equal(await leave(run('cairn.addFeedback', row)), undefined);
  });

  it('tags several at once, which one undo takes back', async () => {
    const ids = some.slice(0, 3).map((item) => item.id);
    await run('cairn.tagFeedback', ids[0], 'stop');
    await run('cairn.tagFeedback', [...ids, ids[0]], 'keep');
    for (const id of ids) assert.equal((await feedback(id)).tag, 'keep');
    await run('cairn.undo');
    assert.deepEqual(await Promise.all(ids.map(async (id) => (await feedback(id)).tag)), [
      'stop',
      null,
      null,
    ]);
    await run('cairn.undo');
    assert.equal((await feedback(ids[0]!)).tag, null);
  });

  it('tags none of several when one is unknown', async () => {
    await assert.rejects(Promise.resolve(run('cairn.tagFeedback', [some[0]!.id, 'nowhere'], 'keep')), {
      code: 'not-found',
    });
    assert.equal((await feedback(some[0]!.id)).tag, null);
  });

  it('sets several aside and brings them back', async () => {
    const ids = some.slice(0, 2).map((item) => item.id);
    await run('cairn.setAsideFeedback', ids);
    for (const id of ids) assert.equal((await feedback(id)).isSetAside, true);
    await run('cairn.bringBackFeedback', ids);
    for (const id of ids) assert.equal((await feedback(id)).isSetAside, false);
  });

  it('links and unlinks several pieces and several goals, goal by goal', async () => {
    const [a, b] = some.map((item) => item.id) as [string, string];
    const [x, y] = goals as [string, string];
    await run('cairn.linkFeedback', a, y);
    await run('cairn.linkFeedback', [a, b], x);
    await run('cairn.linkFeedback', [a, b], y);
    assert.deepEqual((await feedback(a)).goalIds.toSorted(), [x, y].toSorted());
    assert.deepEqual((await feedback(b)).goalIds.toSorted(), [x, y].toSorted());
    await run('cairn.unlinkFeedback', [a, b], x);
    assert.deepEqual([(await feedback(a)).goalIds, (await feedback(b)).goalIds], [[y], [y]]);
    await run('cairn.undo');
    assert.equal((await feedback(b)).goalIds.length, 2);
    await run('cairn.unlinkFeedback', [a, b], x);
    // The only goal that is left needs no naming.
    await run('cairn.unlinkFeedback', [a, b]);
    assert.deepEqual([(await feedback(a)).goalIds, (await feedback(b)).goalIds], [[], []]);
    await assert.rejects(Promise.resolve(run('cairn.unlinkFeedback', a, y)), { code: 'not-found' });
    assert.equal((await goal(x)).counts.keep, 0);
  });

  it('writes chosen repositories into the setting where that names some', async () => {
    const section = () => vscode.workspace.getConfiguration('cairn');
    await section().update(
      'github.repositories',
      ['harbour-lights/other'],
      vscode.ConfigurationTarget.Global,
    );
    try {
      await run('cairn.chooseRepositories', ['harbour-lights/beacon']);
      assert.deepEqual(section().inspect('github.repositories')?.globalValue, ['harbour-lights/beacon']);
    } finally {
      await section().update('github.repositories', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
