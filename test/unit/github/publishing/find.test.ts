import assert from 'node:assert/strict';
import type { ReviewPlace } from '../../../../src/github/publishing/index.ts';
import { Harbour, key, on, says } from './support.ts';

const now = () => new Date().toISOString();

describe('a comment that may have arrived', () => {
  let harbour: Harbour;
  beforeEach(async () => {
    harbour = await Harbour.open();
  });
  afterEach(() => harbour.close());

  it('is found at its place and at no other', async () => {
    const mira = harbour.as('mira');
    const places: ReviewPlace[] = [
      on(5),
      on(6),
      on(5, { side: 'LEFT' }),
      on(7, { startLine: 5, startSide: 'RIGHT' }),
      on(7, { startLine: 6, startSide: 'RIGHT' }),
      on(null),
      on(null, { path: 'docs/new.md' }),
      on(2, { path: 'docs/new.md' }),
    ];
    const ids = [];
    for (const place of places) ids.push((await mira.publish(says('the same words', place))).commentId);
    for (const [at, place] of places.entries()) {
      const found = await mira.find(says('the same words', place), now());
      assert.equal(found?.commentId, ids[at], JSON.stringify(place));
    }
    for (const place of [on(8), on(6, { side: 'LEFT' }), on(7), on(null, { path: 'logo.png' })])
      assert.equal(await mira.find(says('the same words', place), now()), null, JSON.stringify(place));
    assert.equal(await mira.find(says('other words'), now()), null);
    // One line may be said to begin where it ends.
    const doubled = on(6, { startLine: 6, startSide: 'RIGHT' });
    assert.equal((await mira.find(says('the same words', doubled), now()))?.commentId, ids[1]);
  });

  it('is found in the own pending review as well, and of nobody else', async () => {
    const [mira, robin] = [harbour.as('mira'), harbour.as('robin')];
    const added = await mira.addToReview(says('Hm'), null);
    await robin.publish(says('Oh'));
    assert.deepEqual(await mira.find(says('Hm'), now()), added);
    assert.equal(await robin.find(says('Hm'), now()), null);
    assert.equal(await mira.find(says('Oh'), now()), null);
    await mira.submitReview(key, (await mira.pendingReview(key))!, 'COMMENT', '');
    assert.deepEqual(await mira.find(says('Hm'), now()), { ...added, isPending: false });
  });

  it('is found though commits came since that took its line away', async () => {
    const mira = harbour.as('mira');
    const { commentId } = await mira.publish(says('Before', on(7, { startLine: 5, startSide: 'RIGHT' })));
    harbour.server.control.forcePush(1);
    const found = await mira.find(says('Before', on(7, { startLine: 5, startSide: 'RIGHT' })), now());
    assert.equal(found?.commentId, commentId);
    assert.equal(await mira.find(says('Before', on(7)), now()), null);
  });

  it('is found behind three hundred others', async () => {
    const mira = harbour.as('mira');
    const { commentId } = await mira.publish(says('the first of all'));
    for (let at = 0; at < 310; at += 1) {
      const words = { author: 'robin', kind: 'line' as const, path: 'src/signal.ts', line: 5, body: `${at}` };
      harbour.server.control.addComment(1, words);
    }
    assert.equal((await mira.find(says('the first of all'), now()))?.commentId, commentId);
    harbour.server.requests.length = 0;
    const { threadId } = await mira.publish(says('the last of all'));
    assert.notEqual(threadId, null);
    // The newest come first.
    assert.equal(harbour.server.requests.filter(({ operation }) => operation === 'OwnThreads').length, 1);
  });

  it('by a deleted account, or by nobody who is known, is passed over', async () => {
    harbour.server.control.addComment(1, {
      ...{ author: null, kind: 'line', path: 'src/signal.ts', line: 5, body: 'Gone' },
    });
    assert.equal(await harbour.as('mira').find(says('Gone'), now()), null);
  });
});
