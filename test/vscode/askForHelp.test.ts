import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { State } from '../../src/api.ts';
import { cairn, run, signInAndPull } from './support.ts';

type Asked = { id: string; text: string; people: { name: string; reasons: string }[] };
type Thanked = { id: string | null; text: string | null };

const state = async (): Promise<State> => (await cairn()).getState();
const help = async (id: string) => (await state()).help.find((one) => one.id === id);
const rejects = (command: string, argument: object, code: string) =>
  assert.rejects(Promise.resolve(run(command, argument)), { code }, JSON.stringify(argument));

describe('a question to somebody who may know', () => {
  let folder: string;
  /** A file on which others have commented, and whose history this clone has. */
  let path: string;

  before(async () => {
    await signInAndPull();
    folder = mkdtempSync(join(tmpdir(), 'cairn-roster-'));
    mkdirSync(join(folder, 'people'));
    const person = (login: string, offers: string[], capacity: number) =>
      writeFileSync(
        join(folder, 'people', `${login}.json`),
        JSON.stringify({
          ...{
            version: 1,
            login,
            mentors: true,
            isMentored: false,
            offers,
            wants: [],
            timeZone: 'UTC',
            capacity,
          },
        }),
      );
    person('zoe-moor', ['Lighthouse optics', 'Lens grinding'], 0);
    person('ada-wren', ['Lighthouse optics'], 1);
    const root = vscode.workspace.workspaceFolders![0]!.uri.fsPath;
    const tracked = new Set(execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).split('\n'));
    const { feedback } = await state();
    path = feedback.find((one) => one.kind === 'line' && one.path !== null && tracked.has(one.path))!.path!;
    await run('cairn.createSpace', { name: 'Help', mentors: ['theo-flint'], mentees: ['ada-wren'] });
  });
  after(async () => {
    await run('cairn.chooseProgrammeFolder', { folder: '' });
    await run('cairn.switchSpace', { space: 'personal' });
    await run('cairn.signOut');
    rmSync(folder, { recursive: true, force: true });
  });

  it('names those who reviewed and changed a file, with the reasons, and nobody’s rank', async () => {
    const { people, text, id } = await run<Asked>('cairn.askForHelp', { path });
    const reviewers = (await state()).feedback
      .filter((one) => one.kind === 'line' && one.path === path && !one.isBot)
      .map(({ author }) => author);
    assert.ok(reviewers.length > 0);
    for (const reviewer of reviewers)
      assert.match(people.find(({ name }) => name === reviewer)?.reasons ?? '', /reviewed it /, reviewer);
    const root = vscode.workspace.workspaceFolders![0]!.uri.fsPath;
    const log = execFileSync('git', ['log', '--no-merges', '--format=%aN', '--', path], {
      cwd: root,
      encoding: 'utf8',
    });
    const authors = new Set(log.split('\n').filter(Boolean));
    const changed = people.filter(({ reasons }) => /changed the file/.test(reasons));
    const others = [...authors].filter((name) => name !== 'ada-wren');
    assert.deepEqual(changed.map(({ name }) => name).sort(), others.sort());
    assert.ok(!people.some(({ name }) => name === 'ada-wren'), 'nobody is told to ask themselves');
    assert.doesNotMatch(JSON.stringify(people), /expert|best|top|score|rank|most/i);
    const { people: north, id: other } = await run<Asked>('cairn.askForHelp', {
      path: 'src/delivery/northFirst.ts',
    });
    assert.match(north.find(({ name }) => name === 'marsh-lind')?.reasons ?? '', /^changed the file on /);
    await run('cairn.thankForHelp', { help: other, takeBack: true });
    assert.ok(text.includes(path));
    const asked = await help(id);
    assert.deepEqual(
      [asked?.path, asked?.of, asked?.thanksId, asked?.createdBy],
      [path, null, null, 'ada-wren'],
    );
    await run('cairn.thankForHelp', { help: id, takeBack: true });
  });

  it('finds who offers it in the roster, and says when somebody takes no mentees now', async () => {
    await run('cairn.chooseProgrammeFolder', { folder });
    const topic = 'How do the optics of a lighthouse work?';
    const { people, text, id } = await run<Asked>('cairn.askForHelp', { topic, of: 'zoe-moor' });
    assert.deepEqual(people, [
      { name: 'zoe-moor', reasons: 'offers Lighthouse optics · takes no mentees now' },
      { name: 'theo-flint', reasons: 'mentors here' },
    ]);
    assert.equal(await vscode.env.clipboard.readText(), text);
    assert.match(
      text,
      /^Hello zoe-moor, .*How do the optics of a lighthouse work\. You offer Lighthouse optics/,
    );
    const asked = await help(id);
    assert.deepEqual([asked?.topic, asked?.of, asked?.path], [topic, 'zoe-moor', null]);

    const thanked = await run<Thanked>('cairn.thankForHelp', {
      help: id,
      text: 'Thank you for the drawing.',
    });
    assert.equal((await help(id))?.thanksId, thanked.id);
    const kudos = (await state()).kudos.find((one) => one.id === thanked.id);
    assert.deepEqual([kudos?.to, kudos?.text, kudos?.helpId], ['zoe-moor', 'Thank you for the drawing.', id]);
    assert.equal(await vscode.env.clipboard.readText(), 'Thank you for the drawing.');
    await rejects('cairn.thankForHelp', { help: id }, 'not-found');
    // Who helped once is named again, by somebody's thanks.
    const again = await run<Asked>('cairn.askForHelp', {
      topic: 'lighthouse optics at night',
      isPrivate: true,
    });
    assert.match(again.people[0]?.reasons ?? '', /^offers Lighthouse optics · was thanked for help with/);
    assert.equal(await help(again.id), undefined, 'what is private is nobody else’s');
    await run('cairn.thankForHelp', { help: again.id, takeBack: true });
  });

  it('finds who wrote a knowledge note on it, and is taken back by undo', async () => {
    await run('cairn.captureKnowledge', { what: 'The foghorn needs oil every Friday', topics: ['foghorn'] });
    const asked = await run<Asked>('cairn.askForHelp', { topic: 'foghorn' });
    assert.deepEqual(asked.people, [{ name: 'theo-flint', reasons: 'mentors here' }]);
    await run('cairn.undo');
    assert.equal(await help(asked.id), undefined);
    await rejects('cairn.thankForHelp', { help: asked.id }, 'not-found');
  });

  it('is asked of a person where the menu of the goal tracker began it', async () => {
    let isOver = false;
    const answered = Promise.resolve(run('cairn.askForHelp', { preserveFocus: false })).finally(() => {
      isOver = true;
    });
    while (!isOver) {
      await run('workbench.action.closeQuickOpen');
      await new Promise((done) => setTimeout(done, 50));
    }
    assert.equal(await answered, undefined, 'somebody left the question');
  });

  it('says what a program has to mend', async () => {
    await rejects('cairn.askForHelp', {}, 'invalid-argument');
    await rejects('cairn.askForHelp', { topic: ' ' }, 'invalid-argument');
    await rejects('cairn.askForHelp', { topic: 'x'.repeat(1001) }, 'invalid-argument');
    await rejects('cairn.askForHelp', { path: '../../etc/passwd' }, 'invalid-argument');
    await rejects('cairn.askForHelp', { path: '/etc/passwd' }, 'invalid-argument');
    await rejects('cairn.thankForHelp', { help: 'none' }, 'not-found');
    const nobody = await run<Asked>('cairn.askForHelp', { topic: 'knitting', path: 'no/such file\n.ts' });
    assert.deepEqual(nobody.people, [{ name: 'theo-flint', reasons: 'mentors here' }]);
    await rejects('cairn.thankForHelp', {}, 'invalid-argument');
    await run('cairn.thankForHelp', { takeBack: true });
  });
});
