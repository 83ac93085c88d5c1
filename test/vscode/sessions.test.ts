import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, rename, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { Session, State } from '../../src/api.ts';
import { dayOf } from '../../src/model/isoDate.ts';
import { sessionScheme } from '../../src/ui/ids.ts';
import { cairn, run } from './support.ts';

const log = async (argument: unknown) => (await run<{ id: string }>('cairn.logSession', argument)).id;
const stateOf = async (): Promise<State> => (await cairn()).getState();
const today = () => dayOf(new Date());
const inDays = (days: number) => dayOf(new Date(Date.now() + days * 86_400_000));

async function session(id: string): Promise<Session> {
  const found = (await stateOf()).sessions.find((one) => one.id === id);
  assert.ok(found, `no session ${id}`);
  return found;
}
const promises = async (id: string) => (await stateOf()).actions.filter(({ sessionId }) => sessionId === id);

async function until<T>(look: () => T | undefined | false | Promise<T | undefined | false>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    await new Promise((done) => setTimeout(done, 50));
  }
}

const dataFolder = () => vscode.workspace.getConfiguration('cairn').get<string>('dataFolder')!;
const spaceFolder = () => join(dataFolder(), 'spaces', 'personal');

async function open(id: string, options?: { by: string }): Promise<vscode.TextDocument> {
  const { uri } = await run<{ uri: string }>('cairn.openSession', id, options);
  const document = vscode.workspace.textDocuments.find((one) => String(one.uri) === uri);
  assert.ok(document, `no document ${uri}`);
  return document;
}

/** Puts a text in the place of a document's, as if it was typed. */
async function type(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  edit.replace(document.uri, whole, text);
  assert.ok(await vscode.workspace.applyEdit(edit));
  assert.ok(document.isDirty);
}

describe('sessions, by command', () => {
  let goal: string;
  before(async () => {
    await cairn();
    goal = (await run<{ id: string }>('cairn.createGoal', { title: 'Lead an incident review' })).id;
  });
  after(() => run('workbench.action.closeAllEditors'));

  it('are logged with their rows, whose promises have owner, day and session', async () => {
    const id = await log({
      ...{
        kind: 'check-in',
        people: ['@theo-flint'],
        minutes: 25,
        goals: [goal],
        link: 'https://meet.example/1',
      },
      rows: [
        'Retries | they hide the failure | @theo-flint write the test by 2031-12-05',
        'Reviews | smaller ones land',
        ' | | ask for the runbook',
      ],
    });
    const { kind, people, date, heldAt, minutes, goalIds, link, entries, texts } = await session(id);
    assert.deepEqual([kind, date, minutes, link], ['check-in', today(), 25, 'https://meet.example/1']);
    assert.equal(people.length, 2);
    assert.equal(people[1], 'theo-flint');
    assert.deepEqual(goalIds, [goal]);
    assert.ok(heldAt !== null && Date.parse(heldAt) <= Date.now());
    assert.deepEqual(
      entries.map(({ topic, insight }) => [topic, insight]),
      [
        ['Retries', 'they hide the failure'],
        ['Reviews', 'smaller ones land'],
        ['', ''],
      ],
    );
    assert.equal(texts.length, 1);
    const made = await promises(id);
    assert.deepEqual(made.map(({ text, dueDate }) => [text, dueDate]).sort(), [
      ['ask for the runbook', null],
      ['write the test', '2031-12-05'],
    ]);
    assert.equal(made.find(({ dueDate }) => dueDate)?.owner, 'theo-flint');
  });

  it('are one act, which one undo takes back', async () => {
    const id = await log({ kind: 'pairing', rows: ['Outbox | | write it down'] });
    assert.equal((await promises(id)).length, 1);
    await run('cairn.undo');
    const state = await stateOf();
    assert.ok(!state.sessions.some((one) => one.id === id));
    assert.ok(!state.actions.some(({ sessionId }) => sessionId === id));
  });

  it('are planned for a day to come, and then held as the same one, prepared text included', async () => {
    const id = await log({
      kind: 'check-in',
      people: ['theo'],
      date: inDays(7),
      text: '# Next\n\nAsk about the role.\n',
    });
    assert.equal((await session(id)).heldAt, null);
    assert.equal(await log({ session: id, rows: ['Role | it is open | apply by 2031-01-02'] }), id);
    const held = await session(id);
    assert.deepEqual([held.date, held.people[1], held.heldAt !== null], [today(), 'theo', true]);
    const [text] = held.texts;
    assert.ok(text?.text.startsWith('# Next\n\nAsk about the role.\n'));
    assert.equal(held.entries[0]?.topic, 'Role');
    assert.equal((await promises(id))[0]?.dueDate, '2031-01-02');
  });

  it('change in what they were, field by field', async () => {
    const id = await log({ kind: 'check-in', people: ['theo'] });
    await run('cairn.editSession', id, {
      ...{ kind: 'retrospective', people: ['mira', 'theo'], date: '2026-11-02', minutes: 50 },
      ...{ goals: [goal], link: 'https://meet.example/2' },
    });
    const { kind, people, date, minutes, goalIds, link } = await session(id);
    assert.deepEqual(
      [kind, date, minutes, goalIds, link],
      [...['retrospective', '2026-11-02', 50], [goal], 'https://meet.example/2'],
    );
    assert.deepEqual(people.slice(1), ['mira', 'theo']);
    await run('cairn.editSession', id, { link: null, minutes: null });
    const again = await session(id);
    assert.deepEqual([again.link, again.minutes], [null, null]);
  });

  it('kept private from the first stay out of what others see', async () => {
    const words = 'Whether I want to stay';
    const id = await log({ kind: 'check-in', rows: [`${words} | | talk to Rosa`], isPrivate: true });
    const state = await stateOf();
    assert.ok(!state.sessions.some((one) => one.id === id));
    assert.ok(!state.actions.some(({ sessionId }) => sessionId === id));
    const names = await readdir(join(dataFolder(), 'spaces'), { recursive: true });
    for (const name of names.filter((one) => one.endsWith('.jsonl')))
      assert.ok(!(await readFile(join(dataFolder(), 'spaces', name), 'utf8')).includes(words));
  });

  const refused: [string, ...unknown[]][] = [
    ['logSession', {}],
    ['logSession', 'check-in'],
    ['logSession', { kind: 'chat' }],
    ['logSession', { kind: 'check-in', people: 'theo' }],
    ['logSession', { kind: 'check-in', people: [''] }],
    ['logSession', { kind: 'check-in', minutes: -1 }],
    ['logSession', { kind: 'check-in', minutes: 1.5 }],
    ['logSession', { kind: 'check-in', date: 'friday' }],
    ['logSession', { kind: 'check-in', link: 'call me' }],
    ['logSession', { kind: 'check-in', rows: 'a | b | c' }],
    ['logSession', { kind: 'check-in', rows: [5] }],
    ['logSession', { kind: 'check-in', rows: ['a'], text: 'b' }],
    ['logSession', { kind: 'check-in', text: 'x'.repeat(65_537) }],
    ['logSession', { kind: 'check-in', with: 'theo' }],
    ['logSession', { kind: 'check-in', isPrivate: 'yes' }],
    ['openSession', 5],
    ['openSession', 'any', { by: 5 }],
    ['editSession', 5, { kind: 'pairing' }],
    ['editSession', 'any', { kind: 'chat' }],
    ['editSession', 'any', { rows: ['a'] }],
  ];
  for (const [command, ...args] of refused) {
    it(`cairn.${command} refuses ${JSON.stringify(args).slice(0, 60)} and asks nothing`, async () => {
      const before = await stateOf();
      await assert.rejects(Promise.resolve(run(`cairn.${command}`, ...args)), { code: 'invalid-argument' });
      assert.deepEqual(await stateOf(), before);
    });
  }
  const unknown: [string, ...unknown[]][] = [
    ['logSession', { kind: 'check-in', goals: ['nowhere'] }],
    ['logSession', { kind: 'check-in', session: 'nowhere' }],
    ['openSession', 'nowhere'],
    ['editSession', 'nowhere', { kind: 'pairing' }],
  ];
  for (const [command, ...args] of unknown) {
    it(`cairn.${command} says so where there is no ${JSON.stringify(args.at(-1)).slice(0, 60)}`, async () => {
      await assert.rejects(Promise.resolve(run(`cairn.${command}`, ...args)), { code: 'not-found' });
    });
  }
});

describe('the document of a session', () => {
  // In a browser VS Code saves by itself after a second.
  const saveByItself = (how: string | undefined) =>
    vscode.workspace.getConfiguration('files').update('autoSave', how, vscode.ConfigurationTarget.Global);
  before(async () => {
    await cairn();
    await saveByItself('off');
  });
  after(async () => {
    await run('workbench.action.closeAllEditors');
    await saveByItself(undefined);
  });

  it('opens with a title before anything was written, and nothing is written by looking', async () => {
    const id = await log({ kind: 'pairing', people: ['theo'] });
    const document = await open(id);
    assert.equal(document.uri.scheme, sessionScheme);
    assert.equal(document.uri.path, `/sessions/personal/${id}/${today()} pairing.md`);
    assert.equal(document.languageId, 'markdown');
    assert.match(document.getText(), /^# Pairing with theo, /);
    assert.deepEqual((await session(id)).texts, []);
  });

  it('is kept as written, and what it says of promises and feedback comes to be', async () => {
    const id = await log({
      kind: 'check-in',
      people: ['theo'],
      rows: ['Retries | | write the test by 2031-12-05'],
    });
    const document = await open(id);
    const text = `${document.getText()}\n- [ ] @theo-flint Shadow the release by 2031-03-01\n\n## Keep\n\n- Small changes\n`;
    await type(document, text);
    assert.ok(await document.save());
    assert.equal(document.isDirty, false);
    const { texts, entries } = await session(id);
    assert.equal(texts[0]?.text, text);
    assert.equal(entries.length, 1);
    const made = await promises(id);
    assert.deepEqual(made.map(({ text, owner, dueDate }) => [text, owner, dueDate]).slice(1), [
      ['Shadow the release', 'theo-flint', '2031-03-01'],
    ]);
    const said = (await stateOf()).feedback.find(
      ({ kind, body }) => kind === 'entered' && body === 'Small changes',
    );
    assert.equal(said?.tag, 'keep');

    await type(document, text.replace('[ ] @theo-flint', '[x] @theo-flint'));
    await document.save();
    const [, ticked] = await promises(id);
    assert.equal(ticked?.id, made[1]?.id);
    assert.ok(ticked?.doneAt);

    await type(document, document.getText().replace(/- \[x\].*\n/, ''));
    await document.save();
    assert.deepEqual(
      (await promises(id)).map(({ text }) => text),
      ['write the test'],
    );
  });

  it('changes when the journal brings a newer text, unless somebody is writing in it', async () => {
    const id = await log({ kind: 'check-in', rows: ['First | | '] });
    const document = await open(id);
    await log({ session: id, rows: ['Second | | '] });
    await until(() => document.getText().includes('Second'));
    assert.equal(document.isDirty, false);
    const half = `${document.getText()}half a sentence`;
    await type(document, half);
    await run('cairn.undo');
    await until(async () => (await session(id)).entries.length === 1);
    assert.equal(document.getText(), half);
    assert.ok(document.isDirty);
    await run('workbench.action.files.revert');
    await until(() => !document.isDirty && !document.getText().includes('Second'));
  });

  it('keeps its tab when its day changes', async () => {
    const id = await log({ kind: 'check-in', rows: ['First | | '] });
    const document = await open(id);
    await run('cairn.editSession', id, { date: '2026-11-01', kind: 'retrospective' });
    assert.equal(await open(id), document);
    await type(document, '# Changed\n');
    assert.ok(await document.save());
    assert.equal((await session(id)).texts[0]?.text, '# Changed\n');
  });

  it('is shown as a page by the Markdown preview, and belongs to a folder', async () => {
    const id = await log({ kind: 'check-in', rows: ['First | | '] });
    const { uri } = await open(id);
    const html = await run<string>('markdown.api.render', await vscode.workspace.openTextDocument(uri));
    assert.match(html, /<td>First<\/td>/);
    const folder = vscode.Uri.joinPath(uri, '..');
    assert.deepEqual(await vscode.workspace.fs.readDirectory(folder), [
      [`${today()} check-in.md`, vscode.FileType.File],
    ]);
  });

  it('is neither moved nor deleted as a file, and says what to do instead', async () => {
    const id = await log({ kind: 'check-in', rows: ['First | | '] });
    const { uri } = await open(id);
    const { fs } = vscode.workspace;
    const other = vscode.Uri.joinPath(uri, '../other.md');
    for (const act of [fs.delete(uri), fs.rename(uri, other), fs.createDirectory(other)])
      await assert.rejects(Promise.resolve(act), /stands in the journal/);
    assert.equal((await session(id)).entries.length, 1);
  });

  it('says which space it stands in where another one is shown, and where there is none', async () => {
    const id = await log({ kind: 'check-in', rows: ['First | | '] });
    const { uri } = await open(id);
    const { fs } = vscode.workspace;
    const elsewhere = uri.with({ path: uri.path.replace('/personal/', '/elsewhere/') });
    for (const act of [fs.readFile(elsewhere), fs.stat(elsewhere), fs.writeFile(elsewhere, Buffer.from('x'))])
      await assert.rejects(Promise.resolve(act), /space “elsewhere”/);
    for (const path of [
      '/',
      '/sessions/personal/nowhere/2026-01-01 check-in.md',
      `/sessions/personal/${id}/../x`,
      '/x/y',
    ])
      await assert.rejects(Promise.resolve(fs.readFile(uri.with({ path }))), { code: 'FileNotFound' });
  });

  it('takes no more than a journal holds, and says so', async () => {
    const id = await log({ kind: 'check-in', rows: ['First | | '] });
    const { uri } = await open(id);
    await assert.rejects(
      Promise.resolve(vscode.workspace.fs.writeFile(uri, Buffer.from('x'.repeat(65_537)))),
      /65,?536/,
    );
    await vscode.workspace.fs.writeFile(uri, Buffer.from('x'.repeat(65_536)));
    assert.equal((await session(id)).texts[0]?.text.length, 65_536);
  });

  it('stays unsaved when the disk refuses, says why in the editor, and is saved later', async () => {
    const id = await log({ kind: 'check-in', rows: ['First | | '] });
    const document = await open(id);
    await type(document, `${document.getText()}\n- [ ] Never lose this\n`);
    const about = () => vscode.languages.getDiagnostics(document.uri).map(({ message }) => message);
    const writer = join(spaceFolder(), '.writer-id');
    await rename(writer, `${writer}.away`);
    await mkdir(writer);
    try {
      assert.equal(await document.save(), false);
      assert.ok(document.isDirty);
      await until(() => about().some((words) => words.includes('Nothing was recorded')));
    } finally {
      await rmdir(writer);
      await rename(`${writer}.away`, writer);
    }
    assert.ok(await document.save());
    await until(() => !about().some((words) => words.includes('Nothing was recorded')));
    assert.equal((await promises(id))[0]?.text, 'Never lose this');
  });

  it('says in passing what is not prepared yet, and which day the calendar does not have', async () => {
    const id = await log({ kind: 'check-in', date: inDays(3) });
    const document = await open(id);
    const shown = () => vscode.languages.getDiagnostics(document.uri);
    await until(() => shown().length === 3);
    assert.ok(shown().every(({ severity }) => severity === vscode.DiagnosticSeverity.Information));
    const prepared =
      '## Question\n\nHow do I say no?\n\n## Goal\n\nReviews\n\n## Recent example\n\nThe outage.\n';
    await type(document, `${prepared}\n- [ ] try it by 2031-02-30\n`);
    const [only] = await until(() => shown().length === 1 && shown());
    assert.match(only!.message, /no such day/);
    assert.equal(only!.range.start.line, 12);
    await type(document, `${prepared}\n- [ ] try it by 2031-02-20\n`);
    await until(() => shown().length === 0);
    await document.save();
  });
});

describe("another person's text of a session", () => {
  const theirs =
    '# Mine\n\n<img src=x onerror=alert(1)> ![seen](https://spy.example/p.png)\n\n| Topic | Insight | Next action |\n| --- | --- | --- |\n| Pace | slower | |\n';
  let id: string;
  before(async () => {
    await cairn();
    id = await log({ kind: 'check-in', people: ['theo'], rows: ['Mine | | '] });
    const folder = join(spaceFolder(), 'journal', 'theossession1234');
    await mkdir(folder, { recursive: true });
    const event = {
      ...{ id: '01KATTHEOSESSION0000000001', time: [Date.now(), 1], author: 'theo/../flint', act: 'a' },
      ...{ type: 'session.written', version: 1, payload: { session: id, text: theirs } },
    };
    await writeFile(
      join(folder, `${new Date().toISOString().slice(0, 7)}.jsonl`),
      `${JSON.stringify(event)}\n`,
    );
    await until(async () => (await session(id)).texts.length === 2);
  });
  after(() => run('workbench.action.closeAllEditors'));

  it('stands beside one’s own, under a name that leads nowhere, and cannot be changed', async () => {
    const document = await open(id, { by: 'theo/../flint' });
    assert.match(document.uri.path, /\/theo_\.\._flint\.md$/);
    const { permissions } = await vscode.workspace.fs.stat(document.uri);
    assert.equal(permissions, vscode.FilePermission.Readonly);
    await assert.rejects(Promise.resolve(vscode.workspace.fs.writeFile(document.uri, Buffer.from('x'))));
    assert.equal((await session(id)).texts[1]?.text, theirs);
    assert.deepEqual(
      (await session(id)).entries.map(({ topic, by }) => [topic, by !== 'theo/../flint']),
      [
        ['Mine', true],
        ['Pace', false],
      ],
    );
  });

  it('loads no image and has no markup of its own', async () => {
    const document = await open(id, { by: 'theo/../flint' });
    const html = await run<string>('markdown.api.render', document);
    assert.doesNotMatch(html, /<img/);
    assert.match(html, /href="https:\/\/spy\.example/);
  });

  it('is refused by a name that nobody has', async () => {
    await assert.rejects(Promise.resolve(run('cairn.openSession', id, { by: 'rosa' })), {
      code: 'invalid-argument',
    });
  });
});
