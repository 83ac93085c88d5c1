import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { cairn, feedback, goal, run, signInAndPull } from './support.ts';

/** Every line of every journal file of the personal space. */
async function journal(): Promise<{ type: string; payload: Record<string, unknown> }[]> {
  const folder = vscode.workspace.getConfiguration('cairn').get<string>('dataFolder')!;
  const names = await readdir(folder, { recursive: true });
  const texts = await Promise.all(
    names.filter((name) => name.endsWith('.jsonl')).map((name) => readFile(join(folder, name), 'utf8')),
  );
  return texts.flatMap((text) =>
    text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  );
}

describe('the main job, by command', () => {
  before(() => signInAndPull());

  it('pulls what others said on the mentee’s pull requests', async () => {
    const state = await (await cairn()).getState();
    assert.equal(state.mentee, 'ada-wren');
    assert.ok(state.feedback.length > 40, `only ${state.feedback.length}`);
    assert.ok(state.feedback.every((item) => item.author !== 'ada-wren'));
    assert.ok(state.feedback.every((item) => item.pullRequest?.repository === 'harbour-lights/beacon'));
    assert.ok(state.feedback.some((item) => item.kind === 'line' && item.path && item.diffHunk));
    assert.ok(state.feedback.some((item) => item.kind === 'review'));
    assert.ok(state.feedback.some((item) => item.kind === 'conversation'));
    assert.ok(state.feedback.some((item) => item.isBot));
    assert.equal(new Set(state.feedback.map((item) => item.id)).size, state.feedback.length);
  });

  it('tags, links and shows it in the goal, on disk when the command resolves', async () => {
    const { id } = await run<{ id: string }>('cairn.createGoal', {
      title: 'Write pull requests that reviewers approve on the first read',
      category: 'code quality',
      origin: 'mentee',
      targetDate: '2027-03-31',
    });
    const [first, second] = (await (await cairn()).getState()).feedback.filter((item) => !item.isBot);
    await run('cairn.tagFeedback', first!.id, 'keep');
    await run('cairn.tagFeedback', second!.id, 'stop');
    await run('cairn.linkFeedback', first!.id, id);
    await run('cairn.linkFeedback', second!.id, id);

    assert.equal((await feedback(first!.id)).tag, 'keep');
    assert.deepEqual((await feedback(first!.id)).goalIds, [id]);
    const made = await goal(id);
    assert.deepEqual(made.counts, { keep: 1, stop: 1, start: 0 });
    assert.equal(made.targetDate, '2027-03-31');
    const tagged = (await journal()).find(
      (event) => event.type === 'feedback.tagged' && event.payload.feedback === first!.id,
    );
    assert.equal((tagged?.payload.excerpt as { author: string } | undefined)?.author, first!.author);
    assert.ok(!JSON.stringify(await journal()).includes('token-for-ada-wren'));

    await run('cairn.setAsideFeedback', second!.id);
    assert.equal((await feedback(second!.id)).isSetAside, true);
    assert.deepEqual((await goal(id)).counts, { keep: 1, stop: 0, start: 0 });
    await run('cairn.undo');
    assert.equal((await feedback(second!.id)).isSetAside, false);
    await run('cairn.unlinkFeedback', second!.id, id);
    assert.deepEqual((await feedback(second!.id)).goalIds, []);
  });

  it('undoes act by act, the newest first', async () => {
    const item = (await (await cairn()).getState()).feedback.find((one) => one.tag === null)!;
    await run('cairn.tagFeedback', item.id, 'start');
    await run('cairn.tagFeedback', item.id, 'keep');
    await run('cairn.undo');
    assert.equal((await feedback(item.id)).tag, 'start');
    await run('cairn.undo');
    assert.equal((await feedback(item.id)).tag, null);
  });

  it('makes, edits, completes, reopens and archives goals and milestones', async () => {
    const { id } = await run<{ id: string }>('cairn.createGoal', { title: 'Lead an incident review' });
    const step = await run<{ id: string }>('cairn.addMilestone', id, {
      title: 'Leads one customer issue review',
    });
    await run('cairn.completeMilestone', step.id);
    assert.ok((await goal(id)).milestones[0]?.completedAt);
    await run('cairn.completeMilestone', step.id, false);
    assert.equal((await goal(id)).milestones[0]?.completedAt, null);
    await run('cairn.editGoal', id, {
      title: 'Lead an incident review calmly',
      origin: 'organisation',
      category: null,
    });
    assert.equal((await goal(id)).title, 'Lead an incident review calmly');
    assert.equal((await goal(id)).origin, 'organisation');
    await run('cairn.completeGoal', id);
    assert.equal((await goal(id)).status, 'completed');
    await run('cairn.reopenGoal', id);
    await run('cairn.archiveGoal', id);
    assert.equal((await goal(id)).status, 'archived');
  });

  it('takes feedback that was said elsewhere', async () => {
    const { id } = await run<{ id: string }>('cairn.addFeedback', {
      body: 'You explained the outage clearly.',
      author: 'Theo',
      tag: 'keep',
    });
    const item = await feedback(id);
    assert.equal(item.kind, 'entered');
    assert.equal(item.tag, 'keep');
    assert.equal(item.pullRequest, null);
  });

  it('keeps tags when what was pulled is deleted, and finds all again', async () => {
    const before = await (await cairn()).getState();
    await run('cairn.deleteCache');
    const between = await (await cairn()).getState();
    assert.ok(between.feedback.length < before.feedback.length);
    for (const item of before.feedback.filter((one) => one.tag !== null)) {
      assert.equal(between.feedback.find((one) => one.id === item.id)?.tag, item.tag);
    }
    await run('cairn.pullFeedback');
    assert.deepEqual(await (await cairn()).getState(), before);
  });

  const refused: [string, unknown[], string][] = [
    ['cairn.createGoal', [{ title: '' }], 'invalid-argument'],
    ['cairn.createGoal', [{ title: 'A', targetDate: '2027-02-30' }], 'invalid-argument'],
    ['cairn.createGoal', [{ title: 'A', origin: 'boss' }], 'invalid-argument'],
    ['cairn.createGoal', [{}], 'invalid-argument'],
    ['cairn.addMilestone', ['nowhere', { title: 'A' }], 'not-found'],
    ['cairn.tagFeedback', ['nowhere', 'keep'], 'not-found'],
    ['cairn.completeMilestone', ['nowhere'], 'not-found'],
    ['cairn.signInWithToken', ['bad-token'], 'unauthorized'],
  ];
  for (const [command, args, code] of refused) {
    it(`${command} rejects ${JSON.stringify(args)} with ${code}`, async () => {
      await assert.rejects(Promise.resolve(run(command, ...args)), (error: Error & { code?: string }) => {
        assert.equal(error.code, code);
        assert.ok(error.message.length > 10);
        return true;
      });
    });
  }

  it('rejects a tag that is none', async () => {
    const item = (await (await cairn()).getState()).feedback[0]!;
    await assert.rejects(Promise.resolve(run('cairn.tagFeedback', item.id, 'great')), {
      code: 'invalid-argument',
    });
  });
});
