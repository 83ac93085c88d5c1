import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import type { Feedback } from '../../src/api.ts';
import { cairn, feedback, run, signInAndPull } from './support.ts';

const all = async (): Promise<Feedback[]> => (await (await cairn()).getState()).feedback;
const isOpen = ({ tag, isSetAside }: Feedback) => tag === null && !isSetAside;

describe('suggested tags', () => {
  const done: string[] = [];
  before(() => signInAndPull());
  after(async () => {
    for (const id of done) await run('cairn.bringBackFeedback', id);
  });

  it('are accepted as they are: a tag, or set aside', async () => {
    const items = (await all()).filter(isOpen);
    const wanted = items.find(({ suggestedTag }) => suggestedTag === 'start')!;
    const chatter = items.find((item) => item.isSetAsideSuggested)!;
    done.push(chatter.id);
    assert.equal(await run('cairn.acceptSuggestion', [wanted.id, chatter.id]), 2);
    assert.deepEqual(
      [(await feedback(wanted.id)).tag, (await feedback(wanted.id)).isSetAside],
      ['start', false],
    );
    assert.deepEqual(
      [(await feedback(chatter.id)).tag, (await feedback(chatter.id)).isSetAside],
      [null, true],
    );
    assert.equal(await run('cairn.acceptSuggestion', [wanted.id, chatter.id]), 0, 'nothing is done twice');
    await run('cairn.untagFeedback', wanted.id);
  });

  it('leave alone what nothing is suggested for', async () => {
    const silent = (await all()).find(
      (item) => isOpen(item) && item.suggestedTag === null && !item.isSetAsideSuggested,
    )!;
    assert.equal(await run('cairn.acceptSuggestion', silent.id), 0);
    assert.equal((await feedback(silent.id)).tag, null);
  });

  it('forget on command what was tagged before, and keep the tags', async () => {
    const item = (await all()).find(isOpen)!;
    await run('cairn.tagFeedback', item.id, 'stop');
    const passed = await run<number>('cairn.resetSuggestions');
    assert.ok(passed >= 1, String(passed));
    assert.equal((await feedback(item.id)).tag, 'stop');
    await run('cairn.untagFeedback', item.id);
  });
});
