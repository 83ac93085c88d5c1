import assert from 'node:assert/strict';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { NextAction, Scaffold, Session } from '../../src/api.ts';
import type { Content } from '../../src/ui/sessionsView/outline.ts';
import { itemOf } from '../../src/ui/sessionsView/rows.ts';
import { tooltipOf } from '../../src/ui/sessionsView/tooltip.ts';
import { sessionEvents, writeAs } from '../support/journal/sessionLines.ts';
import { cairn, run } from './support.ts';

const kept = { createdBy: 'ada', claimedBy: null, isPrivate: false };
const now = new Date(2026, 10, 22, 12);
const around = { now, isMe: (name: string) => name === 'ada' };
const hostile = '<img src=x> [go](command:cairn.undo) $(trash)\u202E';

function session(changes: Partial<Session> = {}): Session {
  return {
    ...{ id: 's', kind: 'check-in', people: ['ada', 'theo'], date: '2026-11-12', minutes: 45, goalIds: [] },
    ...{ heldAt: '2026-11-12T10:00:00Z', link: null, pairingId: null, texts: [], entries: [], ...kept },
    createdAt: '2026-11-12T10:00:00Z',
    ...changes,
  };
}
function action(changes: Partial<NextAction> = {}): NextAction {
  const none = { owner: null, dueDate: null, goalId: null, doneAt: null, sessionId: null };
  return { id: 'a', text: 'Try it', createdAt: '2026-11-01T10:00:00Z', ...none, ...kept, ...changes };
}
const draw = (content: Content) =>
  itemOf({ row: 'cairn.sessions', id: 'x', content, children: [], parent: undefined }, around);
const drawAction = (changes: Partial<NextAction>, isOverdue = false) =>
  draw({ type: 'action', tracked: { action: action(changes), isOverdue, isToday: false }, goal: null });
const spoken = (item: vscode.TreeItem) => item.accessibilityInformation?.label;

describe('the rows of the Sessions view, in words', () => {
  it('say a promise with its box, until when, whose it is, and what is overdue not by colour alone', () => {
    const late = drawAction({ owner: 'theo', dueDate: '2026-11-20' }, true);
    assert.equal(late.description, 'overdue, was due Nov 20 · theo');
    assert.equal(spoken(late), 'Try it, overdue, was due Nov 20, theo, not done');
    assert.equal((late.iconPath as vscode.ThemeIcon).id, 'warning');
    assert.equal(late.command, undefined, 'the space bar would run it');
    const box = late.checkboxState as { state: number; accessibilityInformation?: { label: string } };
    assert.equal(box.state, vscode.TreeItemCheckboxState.Unchecked);
    assert.equal(box.accessibilityInformation?.label, 'not done');
    const done = drawAction({ doneAt: '2026-11-21T12:00:00Z' });
    assert.equal((done.checkboxState as { state: number }).state, vscode.TreeItemCheckboxState.Checked);
    assert.match(String(done.description), /^done /);
  });

  it('mark what is private and what is unverified, in words, with a badge and for menus', () => {
    const item = drawAction({ isPrivate: true, claimedBy: 'mira', createdBy: 'theo' });
    assert.equal(item.description, 'private · unverified');
    assert.equal(item.resourceUri?.query, 'private&unverified');
    assert.equal(item.contextValue, 'action open private');
    assert.ok(item.iconPath, 'without an icon the workbench draws one for files');
  });

  it('count pairings that ended, and say that the first one is under way', () => {
    const described = (count: number) => draw({ type: 'pairings', count }).description;
    assert.deepEqual([0, 1, 2].map(described), ['under way', '1 session', '2 sessions']);
  });

  it('say when the next session is, with what is missing and with whom', () => {
    const next = (date: string, missing: ('question' | 'goal' | 'example')[]) => {
      const planned = session({ date, heldAt: null });
      const about = { kind: planned.kind, date, session: planned, isOverdue: date < '2026-11-22' };
      return draw({ type: 'next', next: about, missing, people: planned.people });
    };
    assert.deepEqual(
      ['2026-11-22', '2026-11-23', '2026-11-26', '2026-12-24', '2026-11-20'].map(
        (date) => next(date, []).label,
      ),
      [
        ...['Check-in today', 'Check-in tomorrow', 'Check-in on Thursday', 'Check-in on Dec 24'],
        'Check-in, was due Nov 20',
      ],
    );
    assert.equal(next('2026-11-26', []).description, 'prepared · with theo');
    assert.equal(next('2026-11-26', ['question']).description, 'a question is missing · with theo');
    assert.equal(
      next('2026-11-26', ['question', 'goal', 'example']).description,
      'a question, a goal, and an example are missing · with theo',
    );
  });

  it('tell a session by its day and its topics, each once, and open it', () => {
    const row = (topic: string) => ({ topic, insight: '', nextAction: '', by: 'ada' });
    const item = draw({
      type: 'session',
      session: session({ entries: [row('Outbox'), row('Naming'), row('Outbox')] }),
    });
    assert.deepEqual(
      [item.label, item.description],
      ['Check-in on Nov 12', 'Outbox, Naming · with theo · 45 min'],
    );
    assert.equal(item.command?.command, 'cairn.openSession');
  });

  it('show strangers’ words as text, in rows and in tooltips', () => {
    const entries = [{ topic: hostile, insight: hostile, nextAction: hostile, by: 'theo' }];
    const content: Content = { type: 'session', session: session({ entries, people: ['ada', hostile] }) };
    const item = draw(content);
    assert.ok(!JSON.stringify([item.label, item.description, spoken(item)]).includes('\u202E'));
    const tooltip = tooltipOf(content, around, []);
    assert.ok(tooltip && !tooltip.isTrusted && !tooltip.supportHtml && !tooltip.supportThemeIcons);
    assert.ok(!/<img|\]\(command:/.test(tooltip.value), tooltip.value);
    assert.ok(!tooltip.value.includes('\u202E'));
  });

  it('tell how far somebody has come, and open only what a browser opens', () => {
    const step = (url: string | null) => {
      const reached = { step: 'solo' as const, sessionId: null, url, reachedAt: '2026-11-12T10:00:00Z' };
      return draw({ type: 'step', step: 'solo', reached, session: null });
    };
    const pull = step('https://github.com/harbour-lights/beacon/pull/12');
    assert.equal(pull.description, 'reached Nov 12 · harbour-lights/beacon#12');
    assert.equal(pull.command?.command, 'vscode.open');
    assert.equal(step('command:cairn.undo').command, undefined);
    assert.equal(
      draw({ type: 'step', step: 'solo', reached: null, session: null }).command?.command,
      'cairn.recordStep',
    );
  });
});

describe('steps and search, by command', () => {
  const scaffolds = async () => (await (await cairn()).getState()).scaffolds;
  const find = async (id: string): Promise<Scaffold> => {
    const found = (await scaffolds()).find((one) => one.id === id);
    assert.ok(found, `no scaffold ${id}`);
    return found;
  };
  const record = async (argument: object) => (await run<{ id: string }>('cairn.recordStep', argument)).id;
  const fails = (code: string, command: string, ...args: unknown[]) =>
    assert.rejects(Promise.resolve(run(command, ...args)), { code });
  let held: string;

  before(async () => {
    await cairn();
    held = `held-${Date.now()}`;
    await run('cairn.createGoal', { title: 'So that there is a space' });
    const data = vscode.workspace.getConfiguration('cairn').get<string>('dataFolder')!;
    const text =
      '| Topic | Insight | Next action |\n| --- | --- | --- |\n| Zephyr cache | It was the clock | |\n';
    const space = join(data, 'spaces', 'personal');
    await writeAs('theo', space, [
      ...sessionEvents({ id: held, days: -3, text }),
      {
        type: 'action.added',
        payload: { action: `${held}-a`, text: 'Row', owner: null, dueDate: null, goal: null },
      },
    ]);
    const isThere = async () => {
      const { sessions, actions } = await (await cairn()).getState();
      return sessions.some(({ id }) => id === held) && actions.some(({ id }) => id === `${held}-a`);
    };
    while (!(await isThere())) await new Promise((done) => setTimeout(done, 50));
  });

  it('record a step of a part of the system, one way for each, whatever its case', async () => {
    const id = await record({ part: 'The release', step: 'shadow', session: held });
    assert.equal(await record({ part: 'the RELEASE', step: 'solo', url: 'https://x.example/pull/1' }), id);
    const { part, goalId, steps } = await find(id);
    assert.deepEqual([part, goalId], ['The release', null]);
    assert.deepEqual(
      steps.map(({ step, sessionId, url }) => [step, sessionId, url]),
      [
        ['shadow', held, null],
        ['solo', null, 'https://x.example/pull/1'],
      ],
    );
    await record({ part: 'The release', step: 'solo', isReached: false });
    assert.deepEqual(
      (await find(id)).steps.map(({ step }) => step),
      ['shadow'],
    );
  });

  it('keep a step of a private goal private', async () => {
    const { id: goal } = await run<{ id: string }>('cairn.createGoal', {
      title: 'To myself',
      isPrivate: true,
    });
    const id = await record({ goal, step: 'shadow' });
    assert.ok(!(await scaffolds()).some((one) => one.id === id), 'other extensions see nothing private');
  });

  it('refuse what they do not take, and say why', async () => {
    await fails('invalid-argument', 'cairn.recordStep', { step: 'solo' });
    await fails('invalid-argument', 'cairn.recordStep', { part: 'x' });
    await fails('invalid-argument', 'cairn.recordStep', { part: 'x', step: 'climb' });
    await fails('invalid-argument', 'cairn.recordStep', {
      part: 'x',
      step: 'solo',
      url: 'command:cairn.undo',
    });
    await fails('not-found', 'cairn.recordStep', { goal: 'nowhere', step: 'solo' });
    await fails('not-found', 'cairn.recordStep', { part: 'x', step: 'solo', session: 'nowhere' });
    await fails('invalid-argument', 'cairn.searchSessions', { query: 'x' });
  });

  it('find a session by all words of a query', async () => {
    const found = await run<{ id: string; line: string }[]>('cairn.searchSessions', 'CLOCK zephyr theo');
    assert.deepEqual(
      found.map(({ id, line }) => [id, line]),
      [[held, 'Zephyr cache · It was the clock']],
    );
    assert.deepEqual(await run('cairn.searchSessions', 'zephyr nowhere'), []);
  });

  it('act on the row that they are called from, and on none where it is not theirs', async () => {
    const { actions } = await (await cairn()).getState();
    const mine = actions.find(({ id }) => id === `${held}-a`)!;
    const row = (content: object) => ({
      row: 'cairn.sessions',
      id: 'x',
      content,
      children: [],
      parent: undefined,
    });
    const tracked = { action: mine, isOverdue: false, isToday: false };
    await run('cairn.completeNextAction', row({ type: 'action', tracked, goal: null }));
    const after = (await (await cairn()).getState()).actions.find(({ id }) => id === `${held}-a`);
    assert.ok(after?.doneAt);
    // A group is no record: nothing is made private, neither it nor what is selected elsewhere.
    assert.equal(await run('cairn.togglePrivate', row({ type: 'actions', open: 1, overdue: 0 })), undefined);
  });
});
