import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { makeBackup, placesOf, readBackups } from '../../src/journal/backup/backup.ts';
import { keepBackups } from '../../src/ui/keepBackups.ts';
import { cairn, run } from './support.ts';

const data = process.env.CAIRN_TEST_DATA!;
const state = async () => (await cairn()).getState();
const until = async (holds: () => Promise<boolean>) => {
  while (!(await holds())) await new Promise((done) => setTimeout(done, 20));
};
const rejects = (command: string, argument: unknown, code: string) =>
  assert.rejects(Promise.resolve(run(command, argument)), { code });

/** Every journal's line of a space on disk, private ones included. */
async function linesOf(slug: string): Promise<string> {
  const texts: string[] = [];
  for (const kind of ['spaces', 'private']) {
    const folder = join(data, kind, slug, 'journal');
    const names = await readdir(folder, { recursive: true }).catch(() => []);
    for (const name of names.filter((one) => one.endsWith('.jsonl')).sort())
      texts.push(await readFile(join(folder, name), 'utf8'));
  }
  return texts.join('');
}

describe('a space, taken along by command', () => {
  let slug: string;
  let folder: string;
  let feedback: string;
  let goal: string;
  const make = async (name: string) => (await run<{ space: string }>('cairn.createSpace', { name })).space;

  before(async () => {
    await cairn();
    folder = await mkdtemp(join(tmpdir(), 'cairn-along-'));
    slug = await make('Along');
    goal = (await run<{ id: string }>('cairn.createGoal', { title: 'Explain *why* first' })).id;
    const entered = { body: 'Say why before how. <img src=x>', author: 'Theo', tag: 'start' };
    feedback = (await run<{ id: string }>('cairn.addFeedback', entered)).id;
    await run('cairn.linkFeedback', feedback, goal);
    await run('cairn.addNextAction', { text: 'A secret promise', isPrivate: true });
  });
  after(async () => {
    await run('cairn.switchSpace', { space: 'personal' });
    await rm(folder, { recursive: true, force: true });
  });
  const exported = async (name: string, more: object) => {
    const file = join(folder, name);
    assert.deepEqual(await run('cairn.exportSpace', { file, ...more }), { file });
    return readFile(file, 'utf8');
  };

  it('is a page to read, without what is private unless it is asked for', async () => {
    const page = await exported('a.md', { format: 'markdown' });
    assert.match(page, /^# Along\n/);
    assert.match(page, /^### Explain \\\*why\\\* first$/m);
    assert.match(page, /^- Feedback: 0 Keep, 0 Stop, 1 Start$/m);
    assert.match(page, /^```text\nSay why before how\. <img src=x>\n```$/m);
    assert.ok(!page.includes('secret'));
    const whole = await exported('b.md', { format: 'markdown', includePrivate: true });
    assert.match(whole, /^- \[ \] A secret promise .*\(private\)$/m);
  });

  it('is everything that was said, which makes the space anew and is merged once', async () => {
    const bare = JSON.parse(await exported('a.json', { format: 'json' }));
    assert.ok(!JSON.stringify(bare).includes('secret'));
    const whole = JSON.parse(await exported('b.json', { format: 'json', includePrivate: true }));
    assert.equal(whole.space.name, 'Along');
    assert.equal(whole.events.length, bare.events.length + 2);
    const file = join(folder, 'b.json');
    const known = whole.events.length;
    const none = { added: 0, known, byOthers: 0, isPrivate: 0, problems: [] };
    assert.deepEqual(await run('cairn.importSpace', { file }), none);

    const other = await make('Elsewhere');
    const wanted = { added: known, known: 0, byOthers: 0, isPrivate: 2, problems: [] };
    assert.deepEqual(await run('cairn.importSpace', { file }), wanted);
    assert.deepEqual(
      (await state()).goals.map(({ id, counts }) => [id, counts.start]),
      [[goal, 1]],
    );
    const before = await linesOf(other);
    assert.deepEqual(await run('cairn.importSpace', { file }), none);
    assert.equal(await linesOf(other), before);
    const shared = await readdir(join(data, 'spaces', other, 'journal'), { recursive: true });
    for (const name of shared.filter((one) => one.endsWith('.jsonl'))) {
      assert.ok(!(await readFile(join(data, 'spaces', other, 'journal', name), 'utf8')).includes('secret'));
    }
    await run('cairn.switchSpace', { space: slug });
  });

  it('refuses what is no argument and no export, and asks nothing', async () => {
    const file = join(folder, 'refused.json');
    for (const argument of [
      {},
      { format: 'json' },
      { file },
      { format: 'pdf', file },
      { format: 'json', file: 'relative.json' },
      { format: 'json', file, includePrivate: 'no' },
      'json',
    ])
      await rejects('cairn.exportSpace', argument, 'invalid-argument');
    await rejects('cairn.exportSpace', { format: 'json', file: join(folder, 'nowhere', '\0') }, 'not-found');
    for (const argument of [{}, { file: 'relative.json' }, { file: 5 }, 'a.json'])
      await rejects('cairn.importSpace', argument, 'invalid-argument');
    await rejects('cairn.importSpace', { file: join(folder, 'nowhere.json') }, 'not-found');
    await writeFile(file, '{"format":"cairn-space","version":1,"ev');
    await rejects('cairn.importSpace', { file }, 'bad-import');
    await truncate(file, 256 * 1024 * 1024 + 1);
    await rejects('cairn.importSpace', { file }, 'bad-import');
    for (const argument of [{ day: 5 }, 'yesterday'])
      await rejects('cairn.restoreBackup', argument, 'invalid-argument');
    for (const argument of [{ space: 'nobody' }, { space: '../spaces' }])
      await rejects('cairn.restoreBackup', argument, 'not-found');
    await assert.rejects(Promise.resolve(run('cairn.eraseRecord', 'nothing', { isSure: true })), {
      code: 'not-found',
    });
    await assert.rejects(Promise.resolve(run('cairn.eraseRecord', goal, { isSure: 5 })), {
      code: 'invalid-argument',
    });
  });

  it('is backed up, brought back where it is gone, and erased there, too', async () => {
    const places = placesOf(data, slug);
    assert.ok(await makeBackup(places));
    const secret = 'Say why before how';
    assert.ok((await linesOf(slug)).includes(secret));
    await rm(places.folder, { recursive: true });
    await run('cairn.switchSpace', { space: 'personal' });
    const back = await run<{ events: number; damaged: string[] }>('cairn.restoreBackup', { space: slug });
    assert.deepEqual([back.events > 3, back.damaged], [true, []]);
    await run('cairn.switchSpace', { space: slug });
    assert.equal((await state()).goals[0]?.id, goal);

    assert.equal((await state()).feedback[0]?.id, feedback);

    const entered = { body: 'Erase me everywhere', author: 'Theo', tag: 'stop' };
    const { id } = await run<{ id: string }>('cairn.addFeedback', entered);
    const tomorrow = new Date(Date.now() + 24 * 60 * 60 * 1000);
    const day = await makeBackup(places, { now: tomorrow });
    await mkdir(join(data, 'snapshots'), { recursive: true });
    await writeFile(join(data, 'snapshots', `${slug}.json.1.new`), 'Erase me');
    assert.deepEqual(await run('cairn.eraseRecord', id, { isSure: true }), { lines: 2, others: [] });
    const snapshots = await readdir(join(data, 'snapshots'));
    assert.deepEqual(
      snapshots.filter((name) => name.startsWith(`${slug}.json`)),
      [],
    );
    assert.ok(!(await state()).feedback.some((item) => item.id === id));
    assert.ok(!(await linesOf(slug)).includes('Erase me'));
    const again = await run<{ events: number }>('cairn.restoreBackup', { day });
    assert.deepEqual([again.events, (await linesOf(slug)).includes('Erase me')], [0, false]);
  });

  it('is backed up by itself, every space once a day, and says once what fails', async () => {
    const root = join(folder, 'data');
    for (const name of ['one', 'two']) {
      const writer = join(root, 'spaces', name, 'journal', 'somebodyelse');
      await mkdir(writer, { recursive: true });
      await writeFile(join(writer, '2026-01.jsonl'), '{}\n');
    }
    await mkdir(join(root, 'backups'), { recursive: true });
    await writeFile(join(root, 'backups', 'one'), 'in the way');
    const warnings: string[] = [];
    const changed = new vscode.EventEmitter<never>();
    const keeping = keepBackups({
      store: { isLoaded: true, onDidChange: changed.event },
      log: { warn: (message: string) => warnings.push(message) },
      folder: () => root,
      wait: 0,
    });
    try {
      changed.fire(undefined as never);
      const files = await import('node:fs/promises');
      await until(async () => (await readBackups(files, placesOf(root, 'two'))).length === 1);
      assert.equal(warnings.length, 1);
      assert.match(warnings[0]!, /^No backup of one: /);
    } finally {
      keeping.dispose();
      changed.dispose();
    }
  });
});
