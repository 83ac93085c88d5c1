import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { TrendMonth } from '../../src/coach/reviewer/trend.ts';
import { cairn, feedback, run, signInAndPull } from './support.ts';

describe('feedback on feedback', () => {
  let id: string;
  before(async () => {
    await signInAndPull();
    const { feedback } = await (await cairn()).getState();
    id = feedback.find(({ kind, author }) => kind === 'line' && author === 'marsh-lind')!.id;
  });

  it('is private until it is sent, and makes nothing else private', async () => {
    const [rating] = await run<string[]>('cairn.rateFeedback', id, { isHelpful: true, note: 'The example.' });
    const before = await feedback(id);
    assert.deepEqual([before.rating, before.isPrivate], [null, false]);
    await run('cairn.sendRating', id, { isSure: true });
    const { rating: sent } = await feedback(id);
    assert.deepEqual(sent, { id: rating, isHelpful: true, note: 'The example.', isSent: true });
  });

  it('changes and goes as its writer likes', async () => {
    await run('cairn.rateFeedback', id, { isHelpful: false });
    assert.equal((await feedback(id)).rating?.isHelpful, false);
    await run('cairn.rateFeedback', id, { isHelpful: null });
    assert.equal((await feedback(id)).rating, null);
  });

  it('cannot be sent before it is there', async () => {
    await assert.rejects(
      Promise.resolve(run('cairn.sendRating', id, { isSure: true })),
      /mark the feedback as helpful or not first/,
    );
    await assert.rejects(
      Promise.resolve(run('cairn.rateFeedback', id, { isHelpful: 'yes' })),
      /true or false/,
    );
  });

  it('is not called sent where the feedback is private, and so is whatever is said about it', async () => {
    const { feedback: all } = await (await cairn()).getState();
    const other = all.find(({ kind, id: one }) => kind === 'line' && one !== id)!.id;
    await run('cairn.togglePrivate', other, true);
    try {
      await run('cairn.rateFeedback', other, { isHelpful: true });
      const send = Promise.resolve(run('cairn.sendRating', other, { isSure: true }));
      await assert.rejects(send, /is private, and so is what you think of it: nothing was sent/);
      await run('cairn.rateFeedback', other, { isHelpful: null });
    } finally {
      await run('cairn.togglePrivate', other, false);
    }
  });

  it('is a trend that reviewers see of their own comments only', async () => {
    const mine = await run<TrendMonth[]>('cairn.showReviewTrend');
    assert.deepEqual(mine, [], 'the mentee reviews nobody here');
    // Who mentors somebody says whose feedback is looked at.
    const settings = vscode.workspace.getConfiguration('cairn');
    await settings.update('mentee', 'ada-wren', vscode.ConfigurationTarget.Global);
    await run('cairn.signInWithToken', 'token-for-marsh-lind');
    const months = await run<TrendMonth[]>('cairn.showReviewTrend');
    const sum = months.reduce((all, { comments }) => all + comments, 0);
    assert.ok(sum > 5, `${sum} comments`);
    assert.ok(months.every(({ comments, withReason }) => withReason <= comments));
    const { tabGroups } = vscode.window;
    const labels = tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
    assert.ok(
      labels.some((label) => label.includes('Your feedback')),
      labels.join(),
    );
    await run('workbench.action.closeAllEditors');
    await assert.rejects(
      Promise.resolve(run('cairn.rateFeedback', id, { isHelpful: true })),
      /your own feedback/,
    );
    await settings.update('mentee', undefined, vscode.ConfigurationTarget.Global);
    await signInAndPull();
  });
});
