import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { NextAction } from '../../src/api.ts';
import type { HistoryEntry } from '../../src/model/history.ts';
import { cairn, goal, run } from './support.ts';

const add = async (argument: unknown) => (await run<{ id: string }>('cairn.addNextAction', argument)).id;
const stateOf = async () => (await cairn()).getState();

async function action(id: string): Promise<NextAction> {
  const found = (await stateOf()).actions.find((one) => one.id === id);
  assert.ok(found, `no next action ${id}`);
  return found;
}

/** What a record's history says, without leaving its list open. */
async function history(id: string): Promise<HistoryEntry[]> {
  const entries = await run<HistoryEntry[]>('cairn.showHistory', id);
  await run('workbench.action.closeQuickOpen');
  return entries;
}
const told = (entries: HistoryEntry[]) =>
  entries.map(({ changes }) => changes.map(({ what }) => what).join());

describe('next actions, by command', () => {
  let goalId: string;

  before(async () => {
    await cairn();
    goalId = (await run<{ id: string }>('cairn.createGoal', { title: 'Lead an incident review' })).id;
  });

  it('are promised by fields, and by one line', async () => {
    const fields = { text: 'Shadow the release', owner: 'theo', dueDate: '2027-01-15', goal: goalId };
    const { text, owner, dueDate, goalId: served, doneAt, isPrivate } = await action(await add(fields));
    assert.deepEqual({ text, owner, dueDate, goal: served }, fields);
    assert.deepEqual([doneAt, isPrivate], [null, false]);
    const byLine = await action(await add('@ada-wren try the outbox pattern by 2026-12-01'));
    assert.deepEqual(
      [byLine.text, byLine.owner, byLine.dueDate, byLine.goalId],
      ['try the outbox pattern', 'ada-wren', '2026-12-01', null],
    );
    assert.equal((await action(await add({ text: "Nobody's yet", owner: null }))).owner, null);
  });

  it('change field by field or by a line, and only where something changes', async () => {
    const id = await add({ text: 'Write it down', owner: 'ada', dueDate: '2027-01-15' });
    await run('cairn.editNextAction', id, { dueDate: null, goal: goalId });
    const changed = await action(id);
    assert.deepEqual(
      [changed.text, changed.owner, changed.dueDate, changed.goalId],
      ['Write it down', 'ada', null, goalId],
    );
    await run('cairn.editNextAction', id, '@theo Write it down soon by 2027-02-01');
    const { text, owner, dueDate } = await action(id);
    assert.deepEqual([text, owner, dueDate], ['Write it down soon', 'theo', '2027-02-01']);
    const before = (await history(id)).length;
    await run('cairn.editNextAction', id, { text, owner, dueDate });
    assert.equal((await history(id)).length, before);
  });

  it('are done and opened again', async () => {
    const id = await add({ text: 'Tick me' });
    await run('cairn.completeNextAction', id);
    const { doneAt } = await action(id);
    assert.ok(doneAt && Date.parse(doneAt) <= Date.now());
    await run('cairn.completeNextAction', id, true);
    assert.equal((await action(id)).doneAt, doneAt);
    await run('cairn.completeNextAction', id, false);
    assert.equal((await action(id)).doneAt, null);
  });

  const refused: [string, ...unknown[]][] = [
    ['addNextAction', {}],
    ['addNextAction', ''],
    ['addNextAction', '@ada'],
    ['addNextAction', '@ada try it by 2026-02-30'],
    ['addNextAction', 5],
    ['addNextAction', { text: 'x', dueDate: 'friday' }],
    ['addNextAction', { text: 'x', owner: 5 }],
    ['addNextAction', { text: 'x', isPrivate: 'yes' }],
    ['addNextAction', { text: 'x', due: '2026-12-01' }],
    ['addNextAction', { text: 'x'.repeat(1001) }],
    ['editNextAction', 5, { text: 'x' }],
    ['editNextAction', 'any', { text: '' }],
    ['editNextAction', 'any', 'by 2026-12-01'],
    ['completeNextAction', 'any', 'no'],
    ['completeNextAction', 5],
    ['togglePrivate', 5, true],
    ['togglePrivate', {}, true],
    ['togglePrivate', 'any', 'yes'],
    ['showHistory', 5],
    ['showHistory', {}],
    ['undo', 5],
    ['createGoal', { title: 'x', isPrivate: 1 }],
    ['addFeedback', { body: 'x', author: 'y', isPrivate: 'no' }],
  ];
  for (const [command, ...args] of refused) {
    it(`cairn.${command} refuses ${JSON.stringify(args).slice(0, 60)} and asks nothing`, async () => {
      const before = await stateOf();
      await assert.rejects(Promise.resolve(run(`cairn.${command}`, ...args)), { code: 'invalid-argument' });
      assert.deepEqual(await stateOf(), before);
    });
  }

  const unknown: [string, ...unknown[]][] = [
    ['addNextAction', { text: 'x', goal: 'nowhere' }],
    ['editNextAction', 'nowhere', { text: 'x' }],
    ['completeNextAction', 'nowhere'],
    ['togglePrivate', 'nowhere', true],
    ['showHistory', 'nowhere'],
  ];
  for (const [command, ...args] of unknown) {
    it(`cairn.${command} says so where there is no such record`, async () => {
      await assert.rejects(Promise.resolve(run(`cairn.${command}`, ...args)), { code: 'not-found' });
    });
  }
});

/** Whatever stands in files that are shared, or may be one day. */
async function sharedJournal(): Promise<string> {
  const folder = join(vscode.workspace.getConfiguration('cairn').get<string>('dataFolder')!, 'spaces');
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.jsonl'));
  return (await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))).join('');
}

describe('what is private, by command', () => {
  const ids = (records: { id: string }[]) => records.map(({ id }) => id);

  it('is out of what other extensions see, from the start or from then on, and comes back', async () => {
    const goalId = (await run<{ id: string }>('cairn.createGoal', { title: 'To myself', isPrivate: true }))
      .id;
    const actionId = await add({ text: 'Ask about the role', isPrivate: true });
    const said = await run<{ id: string }>('cairn.addFeedback', {
      body: 'You went quiet.',
      author: 'Mira',
      isPrivate: true,
    });
    const shared = await add({ text: 'Seen by all' });
    let state = await stateOf();
    assert.ok(!ids(state.goals).includes(goalId));
    assert.ok(!ids(state.actions).includes(actionId));
    assert.ok(!ids(state.feedback).includes(said.id));
    assert.ok(ids(state.actions).includes(shared));

    for (const id of [goalId, actionId, said.id]) await run('cairn.togglePrivate', id, false);
    await run('cairn.togglePrivate', shared, true);
    state = await stateOf();
    assert.ok(ids(state.goals).includes(goalId));
    assert.ok(ids(state.actions).includes(actionId));
    assert.ok(ids(state.feedback).includes(said.id));
    assert.ok(!ids(state.actions).includes(shared));
    await run('cairn.togglePrivate', [shared, actionId], false);
    assert.equal((await action(shared)).isPrivate, false);
  });

  it('goes with the goal that it serves, and stays so when it is edited', async () => {
    const title = 'A goal of my own';
    const { id } = await run<{ id: string }>('cairn.createGoal', { title });
    const before = await add({ text: 'Serves what all see', goal: id });
    await run('cairn.togglePrivate', id, true);
    const after = await add({ text: 'Serves what nobody sees', goal: id });
    await run('cairn.editNextAction', before, { text: 'Changed in silence' });
    const state = await stateOf();
    assert.ok(!ids(state.goals).includes(id));
    for (const action of [before, after]) {
      assert.ok(!ids(state.actions).includes(action));
      assert.ok((await history(action)).every(({ isPrivate }) => isPrivate));
    }
    assert.ok(!(await sharedJournal()).includes('Changed in silence'));
  });

  it('from the first goes as a whole when it is undone, and reaches no shared file', async () => {
    const text = 'Never for others to read';
    const id = await add({ text, isPrivate: true });
    const [made] = await history(id);
    assert.deepEqual(made?.toggle, [made?.act]);
    await run('cairn.undo');
    await assert.rejects(Promise.resolve(run('cairn.showHistory', id)), { code: 'not-found' });
    await run('cairn.undo', made?.act).then(undefined, () => {});
    assert.ok(!(await sharedJournal()).includes(text));
  });

  it('is told in the history, where it is not undone in passing', async () => {
    const id = await add({ text: 'First shared' });
    await run('cairn.togglePrivate', id, true);
    const entries = await history(id);
    assert.deepEqual(told(entries), ['private', 'created']);
    assert.deepEqual(
      entries.map(({ isPrivate }) => isPrivate),
      [true, true],
    );
    assert.equal(entries[0]?.toggle, null);
  });
});

describe('history and undo, by command', () => {
  it('tell a record from its newest act back, and undo and redo each by its id', async () => {
    const id = await add({ text: 'Tell me', owner: 'ada' });
    await run('cairn.editNextAction', id, { owner: 'theo' });
    await run('cairn.completeNextAction', id);
    let entries = await history(id);
    assert.deepEqual(told(entries), ['done', 'edited', 'created']);
    const edit = entries[1]!;
    assert.deepEqual(edit.toggle, [edit.act]);

    await run('cairn.undo', edit.act);
    assert.equal((await action(id)).owner, 'ada');
    assert.ok((await action(id)).doneAt, 'the newer act still counts');
    entries = await history(id);
    assert.deepEqual(told(entries), ['done', 'edited', 'created']);
    assert.equal(entries[1]?.undone?.by, entries[1]?.by);

    for (const act of entries[1]!.toggle!) await run('cairn.undo', act);
    assert.equal((await action(id)).owner, 'theo');
    assert.equal((await history(id))[1]?.undone, null);
  });

  it('take the newest act back without an id, and say so where there is none of that id', async () => {
    const id = await add({ text: 'Not for long' });
    await run('cairn.undo');
    assert.ok(!(await stateOf()).actions.some((one) => one.id === id));
    await assert.rejects(Promise.resolve(run('cairn.undo', 'nowhere')), { code: 'nothing-to-undo' });
  });

  it('tell how a goal came to be, with what was promised for it', async () => {
    const { id } = await run<{ id: string }>('cairn.createGoal', { title: 'Review twice a week' });
    await add({ text: 'Block two mornings', goal: id });
    await run('cairn.editGoal', id, { title: 'Review three times a week' });
    assert.deepEqual(told(await history(id)), ['edited', 'created', 'created']);
    assert.equal((await goal(id)).title, 'Review three times a week');
  });
});

describe('what another person wrote, by command', () => {
  const id = '01KATTHEOS0000000000000001';
  before(async () => {
    await add({ text: 'Something of my own' });
    const data = vscode.workspace.getConfiguration('cairn').get<string>('dataFolder')!;
    const folder = join(data, 'spaces', 'personal', 'journal', 'theosfolder12345');
    const promised = { owner: 'ada', dueDate: null, goal: null };
    const line = (n: number, author: string, payload: object) =>
      `${JSON.stringify({ id: `${id}${n}`, time: [Date.now(), n], author, act: `${id}${n}`, type: 'action.added', version: 1, payload })}\n`;
    await mkdir(folder, { recursive: true });
    await writeFile(
      join(folder, `${new Date().toISOString().slice(0, 7)}.jsonl`),
      line(1, 'theo', { ...promised, action: id, text: "Theo's words" }) +
        line(2, 'mira', { ...promised, action: `${id}-claimed`, text: "Not mira's words" }),
    );
    while (!(await stateOf()).actions.some((one) => one.id === `${id}-claimed`)) {
      await new Promise((done) => setTimeout(done, 50));
    }
  });

  it('stays in these words, and takes a due date and a tick from anybody', async () => {
    await assert.rejects(Promise.resolve(run('cairn.editNextAction', id, { text: 'Mine now' })), {
      code: 'not-yours',
    });
    await run('cairn.editNextAction', id, { dueDate: '2027-01-15' });
    await run('cairn.completeNextAction', id);
    const { text, dueDate, doneAt, createdBy } = await action(id);
    assert.deepEqual([text, dueDate, createdBy], ["Theo's words", '2027-01-15', 'theo']);
    assert.ok(doneAt);
  });

  it('is nothing to undo in the history, but for what is shared status', async () => {
    const toggles = (await history(id)).map(({ by, toggle }) => [by, toggle !== null]);
    assert.deepEqual(toggles.at(-1), ['theo', false]);
    assert.equal(toggles[0]?.[1], true);
  });

  it('is unverified where it names somebody else', async () => {
    const { createdBy, claimedBy } = await action(`${id}-claimed`);
    assert.deepEqual([createdBy, claimedBy], ['theo', 'mira']);
    const [entry] = await history(`${id}-claimed`);
    assert.deepEqual([entry?.by, entry?.claimedBy], ['theo', 'mira']);
  });
});
