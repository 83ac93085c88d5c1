import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { Drafts } from '../../../../src/journal/drafts/drafts.ts';
import { ReplyDrafts } from '../../../../src/ui/conversation/replyDrafts.ts';

const key = { repository: 'harbour/beacon', number: 1, threadId: 'PRRT_1' };
const at = '2026-03-01T00:00:00.000Z';

describe('answers that are not sent', () => {
  let folder: string;
  /** A window that was opened just now. */
  const window = async () => {
    const drafts = await Drafts.open(folder);
    return new ReplyDrafts(async () => drafts);
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cairn-replies-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('are found by their thread in the next window, until they are sent or emptied', async () => {
    await (await window()).type(key, 'Eight was', 'file:///a.ts');
    const next = await window();
    const [found] = await next.list();
    assert.deepEqual([found?.key, found?.draft.body, found?.draft.attempt], [key, 'Eight was', null]);
    await next.type(key, ' \n', 'file:///a.ts');
    assert.deepEqual(await next.list(), []);
  });

  it('are known to have been tried after a crash, by the same words only', async () => {
    await (await window()).begin(key, 'Eight was', at, null);
    const next = await window();
    assert.equal(await next.triedAt(key, 'Eight was'), at);
    assert.equal(await next.triedAt(key, 'Nine was'), null);
    assert.equal(await next.triedAt({ ...key, threadId: 'PRRT_2' }, 'Eight was'), null);
    await next.type(key, 'Eight was', 'file:///a.ts');
    assert.equal(await next.triedAt(key, 'Eight was'), at, 'the box that has them again says nothing new');
    await next.refused(key);
    assert.equal(await next.triedAt(key, 'Eight was'), null);
    assert.equal((await next.list())[0]?.draft.body, 'Eight was');
  });

  it('are sent by one window at a time', async () => {
    const order: string[] = [];
    const send = async (name: string) =>
      (await window()).hold(key, async () => {
        order.push(`${name} begins`);
        await new Promise((done) => setTimeout(done, 30));
        order.push(`${name} ends`);
      });
    await Promise.all([send('one'), send('other')]);
    assert.deepEqual(
      order.map((words) => words.split(' ')[1]),
      ['begins', 'ends', 'begins', 'ends'],
    );
  });

  it('are no stranger’s files', async () => {
    const one = await window();
    await one.type(key, 'Eight was', '');
    const draft = (await one.list())[0]?.draft;
    for (const [n, thread] of ['{', '["../x",1,"PRRT_1"]', '[1]', '["a/b",0.5,"x"]'].entries())
      await writeFile(join(folder, `x${n}.json`), JSON.stringify({ ...draft, id: `x${n}`, thread }));
    assert.equal((await one.list()).length, 1);
  });
});
