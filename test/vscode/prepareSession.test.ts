import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { Session, State } from '../../src/api.ts';
import { dayOf } from '../../src/model/isoDate.ts';
import { cairn, run, signInAndPull } from './support.ts';

type Prepared = { id: string; uri: string; isNew: boolean; missing: string[] };
const prepare = (argument: object) => run<Prepared>('cairn.prepareSession', argument);
const state = async (): Promise<State> => (await cairn()).getState();
const inDays = (days: number) => {
  const now = new Date();
  return dayOf(new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 12));
};
const rejects = (command: string, argument: unknown, code: string) =>
  assert.rejects(Promise.resolve(run(command, argument)), { code });

async function session(id: string): Promise<Session> {
  const found = (await state()).sessions.find((one) => one.id === id);
  assert.ok(found, `no session ${id}`);
  return found;
}

function documentOf(uri: string): vscode.TextDocument {
  const document = vscode.workspace.textDocuments.find((one) => String(one.uri) === uri);
  assert.ok(document, `no document ${uri}`);
  return document;
}

/** Writes a line below a heading of an open document, as a person would, and saves it. */
async function write(uri: string, heading: string, line: string): Promise<void> {
  const document = documentOf(uri);
  const at = document.getText().split('\n').indexOf(`## ${heading}`);
  assert.ok(at >= 0, `no ${heading} in\n${document.getText()}`);
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(at + 1, 0), `\n${line}\n`);
  assert.ok(await vscode.workspace.applyEdit(edit));
  // VS Code in a browser may be faster: it saves by itself after a second.
  while (document.isDirty) {
    await document.save();
    await new Promise((done) => setTimeout(done, 50));
  }
}

describe('the next session, prepared by command', () => {
  let folder: string;
  let goal: string;
  let promise: string;

  before(async () => {
    await signInAndPull();
    folder = await mkdtemp(join(tmpdir(), 'cairn-prepare-'));
    await run('cairn.createSpace', {
      ...{ name: 'Prepare', mentors: ['theo-flint'], mentees: ['ada-wren'], rhythmDays: 14 },
    });
    goal = (
      await run<{ id: string }>('cairn.createGoal', { title: '# Say why | first', targetDate: inDays(90) })
    ).id;
    const { id } = await run<{ id: string }>('cairn.addFeedback', {
      ...{ body: '- [ ] Stop sending fixes without a word', author: 'Keep: theo', tag: 'stop' },
    });
    await run('cairn.linkFeedback', id, goal);
    const due = { text: '- [ ] @theo pay | a | b by 2031-01-01', owner: 'ada-wren', dueDate: inDays(-2) };
    promise = (await run<{ id: string }>('cairn.addNextAction', due)).id;
    await run('cairn.addNextAction', { text: 'A secret promise', dueDate: inDays(3), isPrivate: true });
    await run('cairn.createGoal', { title: 'A secret goal', isPrivate: true });
    await run('cairn.logSession', {
      kind: 'check-in',
      people: ['theo-flint'],
      date: inDays(-10),
      minutes: 30,
    });
  });
  after(async () => {
    await run('workbench.action.closeAllEditors');
    await run('cairn.switchSpace', { space: 'personal' });
    await run('cairn.signOut');
    await rm(folder, { recursive: true, force: true });
  });

  it('is planned by the rhythm, and opens with what happened: blockers, wins, focus, next actions', async () => {
    const before = await state();
    const { id, uri, isNew, missing } = await prepare({});
    assert.deepEqual([isNew, missing], [true, ['question', 'goal', 'example']]);
    const { kind, date, heldAt, people, entries, texts } = await session(id);
    assert.deepEqual([kind, date, heldAt, people], ['check-in', inDays(4), null, ['ada-wren', 'theo-flint']]);
    const text = documentOf(uri).getText();
    assert.equal(String(vscode.window.activeTextEditor?.document.uri), uri);
    assert.deepEqual(
      texts.map((one) => one.text),
      [text],
    );
    const headings = text.split('\n').filter((line) => line.startsWith('#'));
    assert.deepEqual(headings.slice(1), [
      ...['## Blockers', '## Wins', '## Focus', '## Next actions', '## Question', '## Goal'],
      ...['## Recent example', '## To ask, before any answer', '## Log'],
    ]);
    assert.match(text, /^> - [\w-]+, \[harbour-lights\/beacon\\#\d+\]\(<http[^>]+>\)/m);
    assert.match(text, /^> Say why \\\| first: 1 stop since /m);
    assert.match(text, /^> - ada-wren: .*pay .*overdue\)$/m);
    // What is quoted is nobody's promise, feedback or row a second time.
    assert.deepEqual(entries, []);
    const { actions, feedback } = await state();
    assert.deepEqual(actions, before.actions);
    assert.deepEqual(feedback, before.feedback);
    assert.ok(!text.includes('secret'), 'others read this');
  });

  it('goes on with what is there, and says what the mentee has yet to bring', async () => {
    const first = await prepare({});
    assert.equal(first.isNew, false);
    await write(first.uri, 'Question', 'How do I say no?');
    await write(first.uri, 'Recent example', 'The retry of last week.');
    const text = documentOf(first.uri).getText();
    const again = await prepare({ kind: 'check-in', frame: 'grow' });
    assert.deepEqual(again, { ...first, missing: ['goal'] });
    assert.equal(documentOf(again.uri).getText(), text);
    assert.equal((await state()).sessions.filter(({ heldAt }) => heldAt === null).length, 1);
    assert.deepEqual(await prepare({ session: first.id }), again);
  });

  it('has the frame that is asked for, and what is written under keep becomes feedback', async () => {
    const day = inDays(30);
    const { id, uri, isNew } = await prepare({
      kind: 'incident-review',
      date: day,
      frame: 'keep-stop-start',
      people: ['mo'],
    });
    assert.ok(isNew);
    const { kind, date, people } = await session(id);
    assert.deepEqual([kind, date, people], ['incident-review', day, ['ada-wren', 'mo']]);
    const asked = documentOf(uri).getText();
    assert.match(asked, /why did each step make sense then\?/);
    await write(uri, 'Keep', '- the calm in the channel');
    const said = (await state()).feedback.filter(({ body }) => body === 'the calm in the channel');
    assert.deepEqual(
      said.map(({ tag, kind }) => [tag, kind]),
      [['keep', 'entered']],
    );
  });

  it('tells private things to a private session only', async () => {
    const { id, uri } = await prepare({ kind: 'retrospective', date: inDays(40), isPrivate: true });
    const text = documentOf(uri).getText();
    assert.match(text, /A secret promise/);
    assert.ok(!(await state()).sessions.some((one) => one.id === id));
  });

  it('refuses what is no argument', async () => {
    for (const argument of [
      ...[
        { kind: 'party' },
        { date: 'friday' },
        { frame: 'none' },
        { colour: 'red' },
        'check-in',
        { people: 'theo' },
      ],
      { isPrivate: 'no' },
    ])
      await rejects('cairn.prepareSession', argument, 'invalid-argument');
    await rejects('cairn.prepareSession', { session: 'nobody' }, 'not-found');
  });

  it('goes into a calendar with what was held and what is due', async () => {
    const file = join(folder, 'a.ics');
    const read = async (includePrivate: boolean) => {
      const answer = await run<{ file: string; entries: number }>('cairn.exportCalendar', {
        file,
        includePrivate,
      });
      const text = await readFile(file, 'utf8');
      const entries = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
      assert.deepEqual(answer, { file, entries: entries.length });
      return entries.map((entry) => new ICAL.Event(entry));
    };
    const open = await read(false);
    const kinds = open.map(({ uid }) => uid.replace(/\..*/, '')).sort();
    assert.deepEqual(kinds, ['due', 'goal', 'session', 'session', 'session']);
    const due = open.find(({ uid }) => uid === `due.${promise}@cairn.invalid`);
    assert.equal(due?.startDate.toString(), inDays(-2));
    assert.ok(due.summary.startsWith('Due: ') && due.summary.endsWith('(ada-wren)'), due.summary);
    const held = open.filter(({ startDate }) => !startDate.isDate);
    assert.deepEqual(
      held.map(({ summary, duration }) => [summary, duration.toSeconds()]),
      [['Check-in: ada-wren, theo-flint', 1800]],
    );
    assert.ok(open.some(({ summary }) => summary === 'Goal: Say why | first'));
    assert.ok(!open.some(({ summary }) => /secret|Retrospective/.test(summary)));
    const whole = await read(true);
    assert.equal(whole.length, open.length + 2);
    assert.ok(whole.some(({ summary }) => summary === 'Due: A secret promise (ada-wren)'));

    for (const argument of [{}, { file: 'a.ics' }, { file, includePrivate: 1 }, 'a.ics'])
      await rejects('cairn.exportCalendar', argument, 'invalid-argument');
    await rejects('cairn.exportCalendar', { file: join(folder, 'nowhere', '\0') }, 'not-found');
  });
});
