import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { Space } from '../../../src/journal/space.ts';
import type { NewEvent } from '../../../src/model/events.ts';
import { journalFiles, line, newSpace, putFile, removeSpaces, tagged, until } from './support.ts';

const goal = (id: string, title = `Goal ${id}`): NewEvent => ({
  type: 'goal.created',
  payload: { goal: id, title, category: null, origin: 'mentee', targetDate: null },
});
const linked = (feedback: string, to: string): NewEvent => ({
  type: 'feedback.linked',
  payload: { feedback, goal: to },
});
const promised = (action: string, text: string): NewEvent => ({
  type: 'action.added',
  payload: { action, text, owner: null, dueDate: null, goal: null },
});

describe('Space', () => {
  const opened: Space[] = [];
  afterEach(() => {
    for (const space of opened.splice(0)) space.dispose();
    removeSpaces();
  });

  async function open(folder: string, author = 'ada'): Promise<Space> {
    const space = await Space.open({ folder, privateFolder: `${folder}-private`, author: () => author });
    opened.push(space);
    return space;
  }
  /** How much of the journal's files is read to open it. */
  async function bytesRead(folder: string, snapshot: { file: string; version: string }): Promise<number> {
    let bytes = 0;
    const counting: typeof fs.promises.open = async (file, ...rest) => {
      const handle = await fs.promises.open(file, ...rest);
      const read = handle.read.bind(handle) as (...args: unknown[]) => Promise<{ bytesRead: number }>;
      const counted = async (...args: unknown[]) => {
        const result = await read(...args);
        if (String(file).endsWith('.jsonl')) bytes += result.bytesRead;
        return result;
      };
      return Object.assign(handle, { read: counted });
    };
    const files = { ...fs.promises, open: counting };
    const own = { folder, privateFolder: `${folder}-private`, author: () => 'ada', snapshot, files };
    (await Space.open(own)).dispose();
    return bytes;
  }
  const textOf = (folder: string) =>
    journalFiles(folder)
      .map(({ text }) => text)
      .join('');
  const share = (folder: string) => fs.mkdirSync(path.join(folder, '.git'), { recursive: true });

  it('folds both journals, and writes each act to where it belongs', async () => {
    const folder = newSpace();
    const space = await open(folder);
    await space.perform([goal('G', 'Name things well')]);
    await space.perform([goal('P', 'Find my confidence')], { isPrivate: true });
    await space.perform([{ type: 'goal.edited', payload: { goal: 'P', title: 'Find my own voice' } }]);
    await space.perform([linked('f1', 'P')]);
    for (const now of [space, await open(folder)]) {
      assert.deepEqual([...now.records.goals.keys()], ['G', 'P']);
      assert.equal(now.records.goals.get('P')?.title, 'Find my own voice');
      assert.deepEqual([...now.records.isPrivate], ['P']);
      assert.deepEqual(now.records.marks.get('f1')?.goalIds, ['P']);
    }
    assert.match(textOf(folder), /Name things well/);
    assert.doesNotMatch(textOf(folder), /confidence|voice|f1|"P"/);
    assert.match(textOf(`${folder}-private`), /confidence/);
  });

  it('moves what was said into the private journal, with its time and author, and nothing is left', async () => {
    const folder = newSpace();
    const space = await open(folder);
    await space.perform([goal('G', 'Ask before I guess')]);
    await space.perform([{ type: 'goal.status', payload: { goal: 'G', status: 'completed' } }]);
    const before = structuredClone(space.records.goals.get('G'));
    await space.setPrivate('G', true);
    for (const now of [space, await open(folder)]) {
      assert.deepEqual(now.records.goals.get('G'), before);
      assert.ok(now.records.isPrivate.has('G'));
    }
    assert.doesNotMatch(textOf(folder), /Ask before|record.hidden/);
    assert.equal(textOf(folder).trim().split('\n').length, 2, 'the lines stay, without their content');
  });

  it('hides from the others what they may know, and shows it again when it is shared again', async () => {
    const folder = newSpace();
    const space = await open(folder);
    await space.perform([goal('G'), tagged('f1')]);
    share(folder);
    await space.setPrivate('G', true);
    // Another clone has the lines of before, and the hint.
    const other = newSpace();
    const erased = textOf(folder);
    assert.match(erased, /record.hidden/);
    const own = await space.events();
    const asShared = own.map(({ isPrivate, writer, ...event }) => event);
    putFile(other, '2026-01.jsonl', asShared.map((event) => `${JSON.stringify(event)}\n`).join(''));
    const bo = await open(other, 'bo');
    assert.deepEqual([...bo.records.goals.keys()], []);
    assert.equal(bo.records.marks.get('f1')?.tag, 'keep', 'all else is there');
    await space.setPrivate('G', false);
    assert.deepEqual([...space.records.isPrivate], []);
    const third = newSpace();
    putFile(third, '2026-01.jsonl', textOf(folder));
    assert.deepEqual([...(await open(third, 'bo')).records.goals.keys()], ['G']);
  });

  it('keeps what speaks of two private records until both are shared', async () => {
    const folder = newSpace();
    const space = await open(folder);
    await space.perform([goal('G'), linked('f1', 'G')]);
    await space.setPrivate('f1', true);
    await space.setPrivate('G', true);
    await space.setPrivate('G', false);
    assert.doesNotMatch(textOf(folder), /feedback.linked/);
    await space.setPrivate('f1', false);
    assert.match(textOf(folder), /feedback.linked/);
    assert.deepEqual((await open(folder)).records.marks.get('f1')?.goalIds, ['G']);
  });

  it('lets nothing private be read while a sync holds the space, whoever wrote it there', async () => {
    const folder = newSpace();
    const [space, window] = [await open(folder), await open(folder)];
    await space.perform([goal('G', 'My secret')]);
    await space.setPrivate('G', true);
    // A window that does not know yet writes about it.
    const writer = await space.writer();
    const file = journalFiles(folder)[0]!.file;
    fs.appendFileSync(
      file,
      line({
        id: 'late',
        type: 'goal.edited',
        payload: { goal: 'G', title: 'My secret, longer' },
        author: 'ada',
      }),
    );
    const seen = await window.hold(async () => textOf(folder));
    assert.doesNotMatch(seen, /secret/);
    assert.match(textOf(`${folder}-private`), /My secret, longer/, 'and it is not lost');
    assert.ok(writer);
  });

  it('undoes across both journals', async () => {
    const folder = newSpace();
    const space = await open(folder);
    await space.perform([goal('G'), goal('P')]);
    await space.setPrivate('P', true);
    await space.perform([tagged('f1'), linked('f1', 'P'), linked('f2', 'G')]);
    assert.equal(await space.undo(), true);
    for (const now of [space, await open(folder)]) {
      assert.deepEqual(now.records.marks.get('f1')?.goalIds ?? [], []);
      assert.equal(now.records.marks.get('f1')?.tag ?? null, null);
      assert.deepEqual(now.records.marks.get('f2')?.goalIds ?? [], []);
      assert.ok(now.records.isPrivate.has('P'), 'where words stand is no part of it');
    }
  });

  it('erases own words for good, and says who else wrote about them', async () => {
    const folder = newSpace();
    const space = await open(folder);
    await space.perform([promised('A', 'Ring the landlord'), promised('B', 'Read the paper')]);
    putFile(
      folder,
      '2026-01.jsonl',
      line({ id: 'o', type: 'action.done', payload: { action: 'A', doneAt: 'x' }, author: 'marsh' }),
    );
    assert.deepEqual(await space.erase('A'), { lines: 1, others: ['marsh'] });
    assert.doesNotMatch(textOf(folder), /landlord/);
    assert.deepEqual([...space.records.actions.keys()], ['B']);
    assert.deepEqual([...(await open(folder)).records.actions.keys()], ['B']);
    assert.deepEqual((await open(folder)).problems, []);
  });

  it('adds events of elsewhere once, as they are', async () => {
    const [from, to] = [newSpace(), newSpace()];
    const one = await open(from);
    await one.perform([goal('G')]);
    await one.perform([goal('P')], { isPrivate: true });
    const other = await open(to);
    const events = await one.events();
    assert.equal(await other.add(events), events.length);
    assert.equal(await other.add(events), 0);
    assert.deepEqual(other.records.goals, one.records.goals);
    assert.doesNotMatch(textOf(to), /"P"/);
  });

  it('tells of what another window did', async () => {
    const folder = newSpace();
    const [one, other] = [await open(folder), await open(folder)];
    let told = 0;
    other.onChange(() => {
      told += 1;
    });
    await one.perform([goal('G')]);
    await until(() => told > 0);
    assert.deepEqual([...other.records.goals.keys()], ['G']);
  });

  it('takes in what it comes upon while it reads everything for something else', async () => {
    const folder = newSpace();
    const [one, other] = [await open(folder), await open(folder)];
    other.onChange(() => {});
    await one.perform([goal('G')]);
    await other.reread();
    // Before the watch has a chance to tell of it.
    await one.perform([goal('H')]);
    assert.equal((await other.events()).length, 2);
    assert.deepEqual([...other.records.goals.keys()], ['G', 'H']);
    await one.perform([goal('I')]);
    assert.equal(await other.undo('no-such-act'), false);
    await until(() => other.records.goals.has('I'));
    const inTime = (await one.perform([goal('J')])) && (await one.events());
    assert.equal(await other.add(inTime), 0);
    assert.ok(other.records.goals.has('J'));
  });

  it('goes on from a snapshot, to the same state, whatever came since', async () => {
    const folder = newSpace();
    const snapshot = { file: path.join(path.dirname(folder), 'snapshot.json'), version: '1' };
    const withSnapshot = async () => {
      const own = { folder, privateFolder: `${folder}-private`, author: () => 'ada', snapshot };
      const space = await Space.open(own);
      opened.push(space);
      return space;
    };
    const space = await withSnapshot();
    const many = Array.from({ length: 5000 }, (_, i) => tagged(`f${i}`, i % 2 ? 'keep' : 'stop'));
    await space.perform([goal('G'), ...many]);
    await space.perform([goal('P')], { isPrivate: true });
    await until(() => fs.existsSync(snapshot.file));
    const plain = ({ records }: Space) => ({
      ...records,
      marks: [...records.marks].map(([id, mark]) => [id, { ...mark, excerpt: mark.excerpt }]),
    });
    const same = async () => assert.deepEqual(plain(await withSnapshot()), plain(await open(folder)));
    await same();
    const readAgain = await bytesRead(folder, snapshot);
    assert.ok(readAgain < 10_000, `${readAgain} bytes of the journal were read`);
    assert.ok((await bytesRead(folder, { ...snapshot, version: '2' })) > 100_000);
    const other = await open(folder);
    await other.perform([{ type: 'goal.edited', payload: { goal: 'G', title: 'Since then' } }]);
    await same();
    assert.equal((await withSnapshot()).records.goals.get('G')?.title, 'Since then');
    await other.undo();
    await other.setPrivate('P', false);
    await other.erase('f1');
    await same();
    assert.equal((await withSnapshot()).records.marks.has('f1'), false);
  });
});
