import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  keptFor,
  makeBackup,
  type Places,
  placesOf,
  readBackups,
} from '../../../src/journal/backup/backup.ts';
import { eraseInBackups } from '../../../src/journal/backup/eraseBackups.ts';
import { bringBack, countOf, findMissing } from '../../../src/journal/backup/restore.ts';
import { isAbout } from '../../../src/journal/erase.ts';
import { Journal } from '../../../src/journal/journal.ts';
import { Space } from '../../../src/journal/space.ts';
import { goingDown } from './crash.ts';
import { journalFiles, line, newSpace, putFile, removeSpaces, tagged } from './support.ts';

const day = 24 * 60 * 60 * 1000;
const start = Date.UTC(2026, 2, 1, 12);
const on = (days: number) => ({ now: new Date(start + days * day) });

/** Two journals, of which the shared one has another writer, too. */
async function makeSpace(): Promise<{ places: Places; shared: Journal; own: Journal; other: string }> {
  const places = placesOf(path.dirname(path.dirname(newSpace())), 'one');
  const shared = await Journal.open(places.folder, { author: () => 'ann' });
  const own = await Journal.open(places.privateFolder, { author: () => 'ann', isPrivate: true });
  await shared.append([tagged('f1'), tagged('f2')]);
  await own.append([tagged('mine')]);
  const other = putFile(places.folder, '2026-01.jsonl', line({ id: 'o1' }) + line({ id: 'o2' }));
  fs.writeFileSync(path.join(places.folder, 'space.json'), '{"cairn":1}\n');
  return { places, shared, own, other };
}
const about = async (folder: string, isPrivate = false) =>
  (await (await Journal.open(folder, { author: () => 'ann', isPrivate })).read()).map(({ payload }) =>
    'feedback' in payload ? payload.feedback : '',
  );
const copies = (places: Places) => fs.readdirSync(path.join(places.backups, 'files')).sort();
const texts = (places: Places) =>
  copies(places)
    .map((name) => gunzipSync(fs.readFileSync(path.join(places.backups, 'files', name))).toString())
    .join('');
const days = async (places: Places) => (await readBackups(fs.promises, places)).map(({ name }) => name);
const newest = async (places: Places) => (await readBackups(fs.promises, places))[0]!.list;
const restore = async (places: Places, list = newest(places)) => {
  const missing = await findMissing(places, await list);
  const count = countOf(missing);
  await bringBack(places, missing);
  return count;
};

describe('backups of a space', () => {
  afterEach(removeSpaces);

  it('hold every file of both journals and who the space is, and nothing of this clone alone', async () => {
    const { places } = await makeSpace();
    fs.writeFileSync(path.join(places.folder, 'journal', 'stranger.txt'), 'no journal');
    fs.symlinkSync(
      path.join(places.folder, 'space.json'),
      path.join(places.folder, 'journal', 'otherwriter', '2026-02.jsonl'),
    );
    assert.equal(await makeBackup(places, on(0)), '2026-03-01');
    const list = await newest(places);
    const month = new Date().toISOString().slice(0, 7);
    assert.deepEqual(
      list.files.map(({ path, lines }) => [path.replace(/[a-z0-9]{16}/, 'WRITER'), lines]).sort(),
      [
        [`private/journal/WRITER/${month}.jsonl`, 1],
        ['space/journal/otherwriter/2026-01.jsonl', 2],
        [`space/journal/WRITER/${month}.jsonl`, 2],
        ['space/space.json', 1],
      ].sort(),
    );
    assert.deepEqual(
      copies(places),
      list.files.map(({ sha256 }) => `${sha256}.gz`).sort(),
      'one copy for each file',
    );
    assert.ok(
      !texts(places).includes(fs.readFileSync(path.join(places.folder, '.writer-id'), 'utf8').trim()),
    );
  });

  it('are made once a day and only when something changed; a file that did not is kept once', async () => {
    const { places, shared } = await makeSpace();
    await makeBackup(places, on(0));
    await shared.append([tagged('f3')]);
    assert.equal(await makeBackup(places, on(0.1)), null);
    assert.equal(await makeBackup(places, on(1)), '2026-03-02');
    assert.equal(await makeBackup(places, on(2)), null);
    assert.deepEqual(await days(places), ['2026-03-02', '2026-03-01']);
    assert.equal(copies(places).length, 5);
    assert.equal(await makeBackup(placesOf(path.dirname(path.dirname(places.folder)), 'nobody')), null);
  });

  it('go after 30 days with the copies that no other names, but never what the last 30 days need', async () => {
    const { places, shared } = await makeSpace();
    for (const at of [0, 1, 2, 20]) {
      await shared.append([tagged(`f-${at}`)]);
      await makeBackup(places, on(at));
    }
    const before = copies(places).length;
    await makeBackup(places, on(31.5));
    // Of the first of March nothing is needed; the second is what the space was until the third.
    assert.deepEqual(await days(places), ['2026-03-21', '2026-03-03', '2026-03-02']);
    assert.equal(copies(places).length, before - 1);
    await makeBackup(places, on(500));
    assert.deepEqual(await days(places), ['2026-03-21'], 'the newest one stays, however old');
    assert.equal(copies(places).length, 4);
    assert.equal(keptFor, 30 * day);
  });

  it('leave whole backups behind wherever the machine goes down', async function () {
    this.timeout(120_000);
    const made = await makeSpace();
    await makeBackup(made.places, on(0));
    await made.shared.append([tagged('f3')]);
    const data = path.dirname(path.dirname(made.places.folder));
    let downs = 0;
    for (let steps = 0; ; steps++) {
      const places = placesOf(`${data}/${steps}`, 'one');
      for (const [key, folder] of Object.entries(made.places)) {
        fs.cpSync(folder, places[key as keyof Places], { recursive: true });
      }
      const { files, wentDown } = goingDown(steps);
      await makeBackup(places, { ...on(1), files }).catch(() => {});
      fs.rmSync(path.join(places.backups, '.lock'), { force: true });
      for (const { list } of await readBackups(fs.promises, places, assert.fail)) {
        for (const { sha256 } of list.files) assert.ok(copies(places).includes(`${sha256}.gz`), sha256);
      }
      await makeBackup(places, on(1));
      const missing = await findMissing({ ...places, folder: `${data}/gone` }, await newest(places));
      assert.equal(countOf(missing), 5, `after ${steps} operations`);
      if (!wentDown()) break;
      downs++;
    }
    assert.ok(downs > 20, `went down ${downs} times`);
  });

  it('keep the copy of a file that cannot be read any more', async () => {
    const { places, other } = await makeSpace();
    await makeBackup(places, on(0));
    fs.truncateSync(other, 65 * 1024 * 1024);
    const problems: string[] = [];
    await (await Journal.open(places.folder, { author: () => 'ann' })).append([tagged('f3')]);
    await makeBackup(places, { ...on(1), onProblem: (file) => problems.push(file) });
    assert.deepEqual(problems, [other]);
    assert.equal((await newest(places)).files.length, 4);
  });
});

describe('a restored backup', () => {
  afterEach(removeSpaces);

  it('brings back own lines that are gone, and removes nothing', async () => {
    const { places, shared } = await makeSpace();
    await makeBackup(places, on(0));
    const [own] = journalFiles(places.folder).filter(({ file }) => !file.includes('otherwriter'));
    fs.writeFileSync(own!.file, `${own!.text.split('\n')[1]}\n`);
    await shared.append([tagged('f3')]);
    assert.equal(await restore(places), 1);
    assert.deepEqual((await about(places.folder)).toSorted(), ['f', 'f', 'f1', 'f2', 'f3']);
    assert.equal(await restore(places), 0, 'a second time changes nothing');
    assert.deepEqual((await about(places.folder)).toSorted(), ['f', 'f', 'f1', 'f2', 'f3']);
  });

  it("puts others' files back that are gone or were shortened, and leaves those that differ", async () => {
    const { places, other } = await makeSpace();
    const third = putFile(places.folder, '2026-01.jsonl', line({ id: 't1' }), 'thirdwriter');
    await makeBackup(places, on(0));
    const whole = fs.readFileSync(other, 'utf8');
    fs.writeFileSync(other, whole.slice(0, whole.length / 2));
    fs.writeFileSync(third, line({ id: 't2' }));
    assert.equal(await restore(places), 2);
    assert.equal(fs.readFileSync(other, 'utf8'), whole);
    assert.equal(fs.readFileSync(third, 'utf8'), line({ id: 't2' }));
    fs.rmSync(path.dirname(other), { recursive: true });
    fs.appendFileSync(third, line({ id: 't3' }));
    assert.equal(await restore(places), 2);
    assert.equal(fs.readFileSync(other, 'utf8'), whole);
    assert.equal(fs.readFileSync(third, 'utf8'), line({ id: 't2' }) + line({ id: 't3' }));
  });

  it('brings a space back of which nothing is left, as another writer from then on', async () => {
    const { places } = await makeSpace();
    await makeBackup(places, on(0));
    const before = journalFiles(places.folder);
    for (const folder of [places.folder, places.privateFolder]) fs.rmSync(folder, { recursive: true });
    assert.equal(await restore(places), 5);
    const lines = (files: typeof before) => files.map(({ text }) => text).sort();
    assert.deepEqual(lines(journalFiles(places.folder)), lines(before));
    const space = await Space.open({ ...places, author: () => 'ann' });
    assert.deepEqual(await space.erase('f1'), { lines: 1, others: [] });
    assert.equal(fs.readFileSync(path.join(places.folder, 'space.json'), 'utf8'), '{"cairn":1}\n');
    assert.deepEqual(await about(places.privateFolder, true), ['mine']);
    const writer = await space.writer();
    assert.ok(!before.some(({ file }) => file.includes(writer!)), 'the id of a clone that is gone');
  });

  it('does not bring back what was erased since', async () => {
    const { places } = await makeSpace();
    await makeBackup(places, on(0));
    const old = await newest(places);
    const [own] = journalFiles(places.folder).filter(({ file }) => !file.includes('otherwriter'));
    const [first, second] = own!.text.split('\n');
    const erased = { ...JSON.parse(first!), type: 'erased', payload: {} };
    fs.writeFileSync(own!.file, `${JSON.stringify(erased)}\n`);
    assert.ok(second);
    assert.equal(await restore(places, Promise.resolve(old)), 1);
    assert.deepEqual((await about(places.folder)).toSorted(), ['f', 'f', 'f2']);
  });

  for (const isGone of [false, true]) {
    it(`keeps private what is private by now, ${isGone ? 'where the whole space is gone' : 'where lines are gone'}`, async () => {
      const { places, own } = await makeSpace();
      await makeBackup(places, on(0));
      await own.append([{ type: 'record.private', payload: { record: 'f1', isPrivate: true } }]);
      if (isGone) fs.rmSync(places.folder, { recursive: true });
      else for (const { file } of journalFiles(places.folder)) fs.writeFileSync(file, '');
      await restore(places);
      assert.ok(!journalFiles(places.folder).some(({ text }) => text.includes('"f1"')), 'told to everybody');
      assert.ok((await about(places.privateFolder, true)).includes('f1'));
      assert.ok((await about(places.folder)).includes('f2'));
    });
  }

  it('says which copies are damaged and brings the others back', async () => {
    const { places } = await makeSpace();
    await makeBackup(places, on(0));
    const list = await newest(places);
    const broken = list.files.find(({ path }) => path.includes('otherwriter'))!;
    fs.writeFileSync(path.join(places.backups, 'files', `${broken.sha256}.gz`), 'damaged');
    fs.rmSync(places.folder, { recursive: true });
    const missing = await findMissing(places, list);
    assert.deepEqual(missing.damaged, [broken.path]);
    await bringBack(places, missing);
    assert.deepEqual((await about(places.folder)).toSorted(), ['f1', 'f2']);
  });

  it('reads no list that names a file outside of the space', async () => {
    const { places } = await makeSpace();
    await makeBackup(places, on(0));
    const file = path.join(places.backups, '2026-03-01.json');
    fs.writeFileSync(
      file,
      fs.readFileSync(file, 'utf8').replace('space/space.json', 'space/../../../x.json'),
    );
    const broken: string[] = [];
    assert.deepEqual(await readBackups(fs.promises, places, (name) => broken.push(name)), []);
    assert.deepEqual(broken, [file]);
  });
});

describe('what is erased', () => {
  afterEach(removeSpaces);

  it('is in no backup any more, of whatever day; what others wrote and all else stays', async () => {
    const { places, shared, own } = await makeSpace();
    const secret = (feedback: string) => ({
      type: 'feedback.entered' as const,
      payload: {
        feedback,
        author: 'theo',
        body: `secret about ${feedback}`,
        url: null,
        saidAt: '2026-01-02',
      },
    });
    await shared.append([secret('x'), secret('y')]);
    await makeBackup(places, on(0));
    await own.append([secret('x')]);
    putFile(places.folder, '2026-02.jsonl', line({ payload: { feedback: 'x', tag: 'stop' } }));
    await makeBackup(places, on(1));
    const count = copies(places).length;
    const { done, unread } = await eraseInBackups(fs.promises, places, isAbout(new Set(['x'])), async () => {
      assert.ok(!texts(places).includes('secret about x'), 'still there when the files are erased');
      return 'done';
    });
    assert.deepEqual({ done, unread }, { done: 'done', unread: [] });
    assert.equal(copies(places).length, count, 'old copies lie about');
    assert.ok(texts(places).includes('secret about y'));
    assert.ok(texts(places).includes('"feedback":"x","tag":"stop"'), "another one's words");
    fs.rmSync(places.folder, { recursive: true });
    assert.deepEqual((await findMissing(places, await newest(places))).damaged, []);
    await restore(places);
    assert.deepEqual((await about(places.folder)).toSorted(), ['f', 'f', 'f1', 'f2', 'x', 'y']);
  });

  it('goes for good with the next try, wherever the machine goes down; all other copies stay whole', async function () {
    this.timeout(120_000);
    const made = await makeSpace();
    await makeBackup(made.places, on(0));
    await made.shared.append([tagged('f3')]);
    await makeBackup(made.places, on(1));
    const isErased = isAbout(new Set(['f1']));
    let downs = 0;
    for (let steps = 0; ; steps++) {
      const places = { ...made.places, backups: `${made.places.backups}-${steps}` };
      fs.cpSync(made.places.backups, places.backups, { recursive: true });
      const { files, wentDown } = goingDown(steps);
      let isDone = false;
      const done = await eraseInBackups(files, places, isErased, async () => {
        isDone = true;
      }).then(
        () => true,
        () => false,
      );
      fs.rmSync(path.join(places.backups, '.lock'), { force: true });
      if (isDone || done)
        assert.ok(!texts(places).includes('"f1"'), `said to be done after ${steps} operations`);
      const backups = await readBackups(fs.promises, places, assert.fail);
      assert.equal(backups.length, 2);
      for (const { list } of backups) {
        for (const { sha256 } of list.files) assert.ok(copies(places).includes(`${sha256}.gz`), sha256);
      }
      await eraseInBackups(fs.promises, places, isErased, async () => {});
      assert.ok(!texts(places).includes('"f1"'), `after ${steps} operations and another try`);
      assert.ok(texts(places).includes('"f2"'));
      if (!wentDown()) break;
      downs++;
    }
    assert.ok(downs > 20, `went down ${downs} times`);
  });

  it('goes from what can be read, also where a list is of a newer Cairn', async () => {
    const { places } = await makeSpace();
    await makeBackup(places, on(0));
    fs.writeFileSync(path.join(places.backups, '2026-04-01.json'), '{"format":"cairn-backup","version":2}');
    const unnamed = path.join(places.backups, 'files', `${'0'.repeat(64)}.gz`);
    fs.writeFileSync(unnamed, 'named by the newer one');
    const { unread } = await eraseInBackups(fs.promises, places, isAbout(new Set(['f1'])), async () => {});
    assert.equal(unread.length, 1);
    assert.ok(fs.existsSync(unnamed));
    fs.rmSync(unnamed);
    assert.ok(!texts(places).includes('"f1"'));
  });
});
