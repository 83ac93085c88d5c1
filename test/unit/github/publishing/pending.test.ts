import assert from 'node:assert/strict';
import { codeOf, failureOf, files, Harbour, key, numbered, on, says } from './support.ts';

describe('a pending review', () => {
  let harbour: Harbour;
  beforeEach(async () => {
    harbour = await Harbour.open();
  });
  afterEach(() => harbour.close());

  it('begins with its first comment, is seen by its author only, and comes out as one', async () => {
    const mira = harbour.as('mira');
    assert.equal(await mira.pendingReview(key), null);
    const first = await mira.addToReview(says('first'), null);
    assert.equal(first.isPending, true);
    const review = await mira.pendingReview(key);
    assert.equal(review?.id, first.reviewId);
    assert.equal(review?.comments, 1);
    const second = await mira.addToReview(says('second', on(8, { startLine: 3 })), review);
    assert.equal(second.reviewId, review?.id);
    await mira.addToReview(says('third', on(null)), review);
    assert.equal((await mira.pendingReview(key))?.comments, 3);
    assert.deepEqual(await harbour.said('robin'), []);
    assert.equal(await harbour.as('robin').pendingReview(key), null);
    assert.deepEqual(
      (await harbour.said()).map(({ body, state, at }) => [body, state, at]),
      [
        ['first', 'PENDING', 'src/signal.ts:R5'],
        ['second', 'PENDING', 'src/signal.ts:R3-R8'],
        ['third', 'PENDING', 'src/signal.ts'],
      ],
    );
    const { url } = await mira.submitReview(key, review!, 'REQUEST_CHANGES', 'Three things.');
    assert.match(url, /#pullrequestreview-\d+$/);
    assert.deepEqual(
      (await harbour.said('robin')).map(({ body, state }) => [body, state]),
      [
        ['first', 'SUBMITTED'],
        ['second', 'SUBMITTED'],
        ['third', 'SUBMITTED'],
      ],
    );
    assert.equal(await mira.pendingReview(key), null);
    assert.deepEqual(harbour.writes(), ['AddThread', 'AddThread', 'AddThread', 'SubmitReview']);
  });

  it('stands in the way of a comment on its own, a second review and an answer, before anything is sent', async () => {
    const mira = harbour.as('mira');
    const { threadId } = await harbour.as('robin').publish(says('Look here'));
    await mira.addToReview(says('first'), null);
    const before = harbour.writes().length;
    assert.equal(await codeOf(mira.publish(says('alone'))), 'pending-review-exists');
    assert.equal(await codeOf(mira.addToReview(says('again'), null)), 'pending-review-exists');
    assert.equal(await codeOf(mira.reply(key, threadId!, 'yes')), 'pending-review-exists');
    assert.equal(harbour.writes().length, before);
    // Somebody else's is no matter.
    await harbour.as('robin').publish(says('of robin'));
  });

  it('that begins elsewhere in the last moment is told by GitHub', async () => {
    const mira = harbour.as('mira');
    const { threadId } = await harbour.as('robin').publish(says('Look here'));
    const begun = async (url: string | URL | Request, init?: RequestInit) => {
      if (init?.method === 'POST' && String(url).includes('/comments')) {
        await mira.addToReview(says('in the browser'), null).catch(() => {});
      }
      return fetch(url, init);
    };
    const here = harbour.as('mira', { fetch: begun });
    const refused = await failureOf(here.publish(says('alone')));
    assert.equal(refused.code, 'pending-review-exists');
    assert.match(refused.detail ?? '', /one pending review/);
    assert.equal(refused.mayHaveArrived, false);
    await mira.discardReview((await mira.pendingReview(key))!);
    assert.equal(await codeOf(here.reply(key, threadId!, 'yes')), 'pending-review-exists');
  });

  it('takes answers when it is named, and they wait with it', async () => {
    const mira = harbour.as('mira');
    const { threadId } = await harbour.as('robin').publish(says('Look here'));
    await mira.addToReview(says('first'), null);
    const review = await mira.pendingReview(key);
    const answer = await mira.reply(key, threadId!, 'I see', undefined, review);
    assert.equal(answer.isPending, true);
    assert.equal(answer.reviewId, review?.id);
    assert.deepEqual(
      (await harbour.said('robin')).map(({ body }) => body),
      ['Look here'],
    );
    assert.equal((await mira.findReply(threadId!, 'I see', new Date().toISOString()))?.isPending, true);
    await mira.submitReview(key, review!, 'COMMENT', '');
    assert.deepEqual(
      (await harbour.said('robin')).map(({ body }) => body),
      ['Look here', 'I see', 'first'],
    );
  });

  it('that is gone is told, and submitting it twice does no harm', async () => {
    const mira = harbour.as('mira');
    await mira.addToReview(says('first'), null);
    const review = (await mira.pendingReview(key))!;
    const first = await mira.submitReview(key, review, 'COMMENT', 'Done');
    assert.deepEqual(await mira.submitReview(key, review, 'COMMENT', 'Done'), first);
    assert.equal(harbour.writes().filter((one) => one === 'SubmitReview').length, 1);
    assert.equal(await codeOf(mira.addToReview(says('late'), review)), 'no-such-review');
    const { threadId } = await mira.publish(says('a thread'));
    assert.equal(await codeOf(mira.reply(key, threadId!, 'late', undefined, review)), 'no-such-review');
    await mira.addToReview(says('second'), null);
    const other = (await mira.pendingReview(key))!;
    await mira.discardReview(other);
    await mira.discardReview(other);
    assert.equal(await mira.pendingReview(key), null);
    assert.equal(await codeOf(mira.submitReview(key, other, 'COMMENT', 'x')), 'no-such-review');
    assert.deepEqual(
      (await harbour.said()).map(({ body }) => body),
      ['first', 'a thread'],
    );
  });

  it('of somebody else is not there', async () => {
    await harbour.as('mira').addToReview(says('first'), null);
    const review = (await harbour.as('mira').pendingReview(key))!;
    const robin = harbour.as('robin');
    assert.equal(await codeOf(robin.addToReview(says('mine'), review)), 'no-such-review');
    assert.equal(await codeOf(robin.submitReview(key, review, 'COMMENT', 'x')), 'no-such-review');
    await robin.discardReview(review);
    assert.equal((await harbour.as('mira').pendingReview(key))?.comments, 1);
  });

  it('of one’s own pull request may comment only, and changes want words', async () => {
    const robin = harbour.as('robin');
    await robin.addToReview(says('A note to my reviewers'), null);
    const review = (await robin.pendingReview(key))!;
    assert.equal(await codeOf(robin.submitReview(key, review, 'APPROVE', '')), 'own-pull-request');
    assert.equal(await codeOf(robin.submitReview(key, review, 'REQUEST_CHANGES', 'x')), 'own-pull-request');
    await robin.submitReview(key, review, 'COMMENT', '');
    const mira = harbour.as('mira');
    await mira.addToReview(says('Why?'), null);
    const hers = (await mira.pendingReview(key))!;
    assert.equal(await codeOf(mira.submitReview(key, hers, 'REQUEST_CHANGES', ' ')), 'invalid-argument');
    await mira.submitReview(key, hers, 'APPROVE', '');
  });

  it('takes no line that the diff does not show, and none of an older commit', async () => {
    const mira = harbour.as('mira');
    assert.equal(await codeOf(mira.addToReview(says('nowhere', on(12)), null)), 'line-not-in-diff');
    const comment = { ...says('old'), commit: 'd'.repeat(40) };
    assert.equal(await codeOf(mira.addToReview(comment, null)), 'pull-request-changed');
    assert.deepEqual(harbour.writes(), []);
  });

  it('of a diff that is too big to be had gives back what GitHub finds no place for', async () => {
    await harbour.close();
    const many = Array.from({ length: 300 }, (_, at) => ({
      path: `notes/${at}.md`,
      before: null,
      after: 'x\n',
    }));
    harbour = await Harbour.open({ files: [...files, ...many] });
    const mira = harbour.as('mira');
    const made = await mira.addToReview(says('in it', on(5)), null);
    const review = await mira.pendingReview(key);
    assert.equal(await codeOf(mira.addToReview(says('beside it', on(12)), review)), 'line-not-in-diff');
    assert.deepEqual(
      (await harbour.said()).map(({ body }) => body),
      ['in it'],
    );
    assert.equal(made.isPending, true);
    assert.equal(
      await codeOf(mira.addToReview(says('x', on(1, { path: 'no.md' })), review)),
      'line-not-in-diff',
    );
  });

  it('is sent once also to an older server, which refuses the ids of today before it does anything', async () => {
    const older = async (url: string | URL | Request, init?: RequestInit) => {
      const body = String(init?.body ?? '');
      // The ids of the local server are too long for the short ones.
      const asToday = body.replaceAll('fullDatabaseId: databaseId', 'fullDatabaseId');
      if (asToday !== body || !body.includes('fullDatabaseId'))
        return fetch(url, { ...init, body: asToday || null });
      const message = "Field 'fullDatabaseId' doesn't exist on type 'PullRequestReviewComment'";
      return Response.json({ errors: [{ message }] });
    };
    const made = await harbour.as('mira', { fetch: older }).addToReview(says('once'), null);
    assert.equal(made.isPending, true);
    assert.equal((await harbour.said()).length, 1);
    assert.deepEqual(harbour.writes(), ['AddThread']);
  });

  it('is looked at anew after a push, which changes where comments may stand', async () => {
    const mira = harbour.as('mira');
    await mira.addToReview(says('first'), null);
    const review = await mira.pendingReview(key);
    harbour.server.control.push(1, [
      { path: 'src/signal.ts', before: numbered(60), after: numbered(60, { 30: 'thirty' }) },
    ]);
    await mira.addToReview(says('thirty', on(30)), review);
    assert.equal(await codeOf(mira.addToReview(says('five', on(5)), review)), 'line-not-in-diff');
  });
});
