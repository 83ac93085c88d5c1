import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { Space, type SpaceOptions } from '../../../src/journal/space.ts';
import type { NewEvent } from '../../../src/model/events.ts';
import { journalFiles, line, newSpace, removeSpaces } from './support.ts';

const goal = (id: string, title = `Goal ${id}`): NewEvent => ({
  type: 'goal.created',
  payload: { goal: id, title, category: null, origin: 'mentee', targetDate: null },
});
const retitled = (id: string, title: string): NewEvent => ({
  type: 'goal.edited',
  payload: { goal: id, title },
});
const promised = (action: string, to: string): NewEvent => ({
  type: 'action.added',
  payload: { action, text: 'Ask once a week', owner: null, dueDate: null, goal: to },
});
const rephrased = (action: string, text: string): NewEvent => ({
  type: 'action.edited',
  payload: { action, text },
});

describe('Moves between the journals', () => {
  const opened: Space[] = [];
  afterEach(() => {
    for (const space of opened.splice(0)) space.dispose();
    removeSpaces();
  });

  async function open(folder: string, options: Partial<SpaceOptions> = {}): Promise<Space> {
    const own = { folder, privateFolder: `${folder}-private`, author: () => 'ada' };
    const space = await Space.open({ ...own, ...options });
    opened.push(space);
    return space;
  }
  /** What somebody else sees, who has the same files and not the private ones. */
  const forOthers = (folder: string) =>
    open(folder, { privateFolder: `${folder}-others`, author: () => 'bo' });
  const textOf = (folder: string) =>
    journalFiles(folder)
      .map(({ text }) => text)
      .join('');
  const share = (folder: string) => fs.mkdirSync(path.join(folder, '.git'), { recursive: true });

  it('shares nothing that was taken back while it was private', async () => {
    const folder = newSpace();
    const space = await open(folder);
    await space.perform([goal('G', 'Speak up')], { isPrivate: true });
    await space.perform([retitled('G', 'Stop being a coward')]);
    await space.undo();
    await space.setPrivate('G', false);
    assert.doesNotMatch(textOf(folder), /coward/);
    assert.equal((await forOthers(folder)).records.goals.get('G')?.title, 'Speak up');
    for (const now of [space, await open(folder)])
      assert.equal(now.records.goals.get('G')?.title, 'Speak up');
  });

  it('shares what was taken back once it is done again', async () => {
    const folder = newSpace();
    const space = await open(folder);
    await space.perform([goal('G', 'Speak up'), goal('P')], { isPrivate: true });
    await space.perform([retitled('G', 'Speak up more'), retitled('P', 'Stay here')]);
    await space.undo();
    await space.setPrivate('G', false);
    const undo = (await space.events()).findLast(({ type }) => type === 'act.undone');
    await space.undo(undo?.act);
    for (const now of [space, await open(folder), await forOthers(folder)])
      assert.equal(now.records.goals.get('G')?.title, 'Speak up more');
    assert.doesNotMatch(textOf(folder), /Stay here/);
    await space.undo((await space.events()).findLast(({ type }) => type === 'goal.edited')?.act);
    for (const now of [space, await open(folder), await forOthers(folder)])
      assert.equal(now.records.goals.get('G')?.title, 'Speak up', 'and it can be taken back again');
  });

  it('brings back with a record what was taken back while it was shared', async () => {
    const folder = newSpace();
    const space = await open(folder);
    await space.perform([goal('G', 'Speak up')]);
    const [edit] = await space.perform([retitled('G', 'Speak up more')]);
    await space.undo();
    await space.setPrivate('G', true);
    await space.setPrivate('G', false);
    const undo = (await space.events()).find(({ type }) => type === 'act.undone');
    await space.undo(undo?.act);
    for (const now of [space, await forOthers(folder)])
      assert.equal(now.records.goals.get('G')?.title, 'Speak up more', edit?.id);
  });

  it('keeps private what was promised for a private goal, whatever is said of it later', async () => {
    const folder = newSpace();
    const space = await open(folder);
    await space.perform([goal('P')], { isPrivate: true });
    await space.perform([promised('A', 'P')]);
    await space.perform([goal('G'), promised('B', 'G')]);
    await space.setPrivate('G', true);
    await space.perform([rephrased('A', 'Ask every day'), rephrased('B', 'Ask every hour')]);
    assert.doesNotMatch(textOf(folder), /every (day|hour)/);
    for (const now of [space, await open(folder)]) {
      assert.equal(now.records.actions.get('A')?.text, 'Ask every day');
      assert.equal(now.records.actions.get('B')?.text, 'Ask every hour');
    }
  });

  it('hides and keeps what was said under an earlier id of this writer, and shows it again', async () => {
    const folder = newSpace();
    const space = await open(folder);
    await space.perform([goal('G'), goal('H')]);
    share(folder);
    await space.hold(() => space.renewWriter());
    await space.perform([{ type: 'goal.status', payload: { goal: 'H', status: 'completed' } }]);
    const before = structuredClone(space.records.goals);
    for (const id of ['G', 'H']) await space.setPrivate(id, true);
    assert.deepEqual(space.records.goals, before, 'its author still sees it');
    assert.deepEqual([...(await forOthers(folder)).records.goals.keys()], [], 'nobody else does');
    await space.hold(() => space.renewWriter());
    for (const id of ['G', 'H']) await space.setPrivate(id, false);
    for (const now of [space, await forOthers(folder)]) assert.deepEqual(now.records.goals, before);
  });

  it('goes to and fro without doubles', async () => {
    const folder = newSpace();
    const problems: string[] = [];
    const space = await open(folder, { onProblem: ({ message }) => problems.push(message) });
    await space.perform([goal('G')]);
    for (const isPrivate of [true, false, true, false]) await space.setPrivate('G', isPrivate);
    assert.deepEqual(problems, []);
    for (const now of [space, await forOthers(folder)])
      assert.deepEqual([...now.records.goals.keys()], ['G']);
  });

  it('takes nothing away that another window writes in the middle of a move', async () => {
    for (const by of ['move', 'sync'] as const) {
      const folder = newSpace();
      const [space, window] = [await open(folder), await open(folder)];
      await space.perform([goal('G'), goal('P')], { isPrivate: false });
      await space.setPrivate('P', true);
      await window.perform([retitled('G', 'Before')]);
      if (by === 'sync') {
        await space.setPrivate('G', true);
        fs.appendFileSync(
          journalFiles(folder)[0]!.file,
          line({ id: 'late', type: 'goal.edited', payload: { goal: 'G', category: 'late' }, author: 'ada' }),
        );
      }
      // When all is read and the copies are about to be written.
      let isWritten = false;
      const mkdir = async (...args: Parameters<typeof fs.promises.mkdir>) => {
        if (!isWritten && args[0] === `${folder}-private`) {
          isWritten = true;
          await window.perform([retitled('G', 'In the middle')]);
        }
        return fs.promises.mkdir(...args);
      };
      const moving = await open(folder, { files: { ...fs.promises, mkdir } as typeof fs.promises });
      if (by === 'move') await moving.setPrivate('G', true);
      else await moving.hold(async () => {});
      assert.ok(isWritten);
      for (const now of [await open(folder), moving])
        assert.equal(now.records.goals.get('G')?.title, 'In the middle', by);
      assert.doesNotMatch(await moving.hold(async () => textOf(folder)), /In the middle/);
    }
  });

  it('lets a sync read nothing private that another window writes just before it begins', async () => {
    const folder = newSpace();
    const [space, window] = [await open(folder), await open(folder)];
    await space.perform([goal('G')]);
    await window.reread();
    await space.setPrivate('G', true);
    // The last thing before the lock is taken.
    let isWritten = false;
    const mkdir = async (...args: Parameters<typeof fs.promises.mkdir>) => {
      if (!isWritten && args[0] === folder) {
        isWritten = true;
        await window.perform([retitled('G', 'My secret')]);
      }
      return fs.promises.mkdir(...args);
    };
    const files = { ...fs.promises, mkdir } as typeof fs.promises;
    const syncing = await open(folder, { files });
    const seen = await syncing.hold(async () => textOf(folder));
    assert.ok(isWritten);
    assert.doesNotMatch(seen, /secret/);
    assert.equal(syncing.records.goals.get('G')?.title, 'My secret');
  });
});
