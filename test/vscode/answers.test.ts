import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { Feedback } from '../../src/api.ts';
import { write } from './commentBox.ts';
import { cairn, control, run, signInAndPull } from './support.ts';

const folder = join(process.env.CAIRN_TEST_DATA!, 'drafts', 'personal');

/** What stands on the disk of answers that were not sent. */
async function kept(): Promise<{ body: string; attempt: { how: string } | null }[]> {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => name.startsWith('reply-') && name.endsWith('.json'));
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8').catch(() => '')));
  return texts.filter((text) => text !== '').map((text) => JSON.parse(text));
}

async function until<T>(look: () => T | Promise<T>): Promise<NonNullable<T>> {
  for (let left = 900; left > 0; left--) {
    const found = await look();
    if (found) return found as NonNullable<T>;
    await sleep(50);
  }
  throw new Error('It did not come.');
}

/** The box below the thread of a piece of feedback, opened anew. */
async function openBox(item: Feedback): Promise<vscode.TextDocument> {
  // The one of before may take its time to go.
  const before = new Set(vscode.workspace.textDocuments);
  const isBox = (document: vscode.TextDocument) =>
    document.uri.scheme === 'comment' && document.uri.authority === 'cairn.feedback' && !before.has(document);
  await run('cairn.openFeedback', item.id);
  return until(() => vscode.workspace.textDocuments.findLast(isBox));
}

const closeBox = () => run('workbench.action.closeAllEditors');

describe('answers on GitHub that are not sent', () => {
  let item: Feedback;
  before(async () => {
    await signInAndPull();
    const { feedback } = await (await cairn()).getState();
    item = feedback.find(({ body }) => body.includes('Is 8 still right'))!;
    // Another suite may have left a review there, which takes every answer.
    const { repository, number } = item.pullRequest!;
    await Promise.resolve(run('cairn.submitReview', { repository, number, event: 'COMMENT' })).catch(
      () => {},
    );
  });
  afterEach(() => control('clearFaults'));
  after(() => run('workbench.action.closeAllEditors'));

  it('are kept as they are typed, come back into their box, and stay there when its button empties it', async () => {
    const first = await openBox(item);
    await write(first, 'Eight was measured, and');
    await until(async () => (await kept())[0]?.body === 'Eight was measured, and');
    await closeBox();
    await run('cairn.openFeedback', item.id);
    const has = (one: vscode.TextDocument) => one !== first && one.getText() === 'Eight was measured, and';
    const second = await until(() => vscode.workspace.textDocuments.find(has));
    // "Reply…" empties its box when it opens it.
    await write(second, '').catch(() => {});
    await until(() => second.getText() === 'Eight was measured, and');
    await write(second, '');
    await until(async () => (await kept()).length === 0);
    await closeBox();
  });

  it('are written down before they are sent, and looked up before they come back', async () => {
    const body = 'Eight was measured with forty harbours.';
    await control('fail', { kind: 'status', status: 502, only: 'writes', isStored: true });
    await control('fail', { kind: 'status', status: 502, operation: 'OwnReplies', times: null });
    const send = Promise.resolve(run('cairn.replyToThread', { feedback: item.id, body }));
    await assert.rejects(send, { code: 'answer-lost' });
    assert.deepEqual(
      (await kept()).map((one) => [one.body, one.attempt?.how]),
      [[body, 'reply']],
    );
    await control('clearFaults');
    await run('cairn.openFeedback', item.id);
    await until(async () => (await kept()).length === 0);
    assert.ok(!vscode.workspace.textDocuments.some((one) => one.getText() === body));
    await closeBox();
  });

  it('leave nothing behind once they have arrived', async () => {
    await run('cairn.replyToThread', { feedback: item.id, body: 'It was.' });
    assert.deepEqual(await kept(), []);
  });
});
