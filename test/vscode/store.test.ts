import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { Cache } from '../../src/github/cache.ts';
import { Space } from '../../src/journal/space.ts';
import { Store } from '../../src/ui/store.ts';
import { StoreCore } from '../../src/ui/storeCore.ts';

const goal = (id: string) => ({
  type: 'goal.created' as const,
  payload: { goal: id, title: id, category: null, origin: 'mentee' as const, targetDate: null },
});

describe('the store', () => {
  let folder: string;
  let store: Store;
  let alive = 0;
  let isBroken = false;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cairn-store-'));
    alive = 0;
    isBroken = false;
    store = new Store({
      open: async () => {
        if (isBroken) throw new Error('broken');
        const space = await Space.open({
          folder,
          privateFolder: join(folder, 'private'),
          author: () => 'ada',
        });
        const cache = new Cache(join(folder, 'cache'));
        const core = await StoreCore.open({ space, cache, login: 'ada', menteeSetting: null, host: 'h' });
        alive += 1;
        const dispose = core.dispose.bind(core);
        core.dispose = () => {
          alive -= 1;
          dispose();
        };
        return core;
      },
    });
  });
  afterEach(async () => {
    store.dispose();
    await rm(folder, { recursive: true, force: true });
  });
  const goals = () => store.goals.map((one) => one.id);

  it('undoes the act that was asked for just before, and one more with each undo', async () => {
    await store.perform([goal('A')]);
    await Promise.all([store.perform([goal('B')]), store.undo()]);
    assert.deepEqual(goals(), ['A']);
    await Promise.all([store.perform([goal('C')]), store.perform([goal('D')]), store.undo(), store.undo()]);
    assert.deepEqual(goals(), ['A']);
  });

  it('has one core alive after reloads that overlap, and loses no act beside them', async () => {
    await store.load();
    await Promise.all([
      store.reload(),
      store.perform([goal('A')]),
      store.reload(),
      store.reload(),
      store.perform([goal('B')]),
    ]);
    assert.deepEqual(goals(), ['A', 'B']);
    assert.equal(alive, 1);
  });

  it('shows nothing after a reload that failed, and all again when the cause is gone', async () => {
    await store.perform([goal('A')]);
    isBroken = true;
    await assert.rejects(store.reload());
    assert.deepEqual(goals(), []);
    await assert.rejects(store.perform([goal('B')]));
    isBroken = false;
    await store.reload();
    assert.deepEqual(goals(), ['A']);
    assert.equal(alive, 1);
  });

  it('reads nothing before somebody asks', async () => {
    await store.reload();
    await store.refresh();
    assert.equal(alive, 0);
  });
});
