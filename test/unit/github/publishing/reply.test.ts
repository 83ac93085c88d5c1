import assert from 'node:assert/strict';
import { codeOf, Harbour, key, says } from './support.ts';

const now = () => new Date().toISOString();

describe('a conversation', () => {
  let harbour: Harbour;
  let thread: string;
  beforeEach(async () => {
    harbour = await Harbour.open();
    thread = (await harbour.as('mira').publish(says('Why five?'))).threadId!;
  });
  afterEach(() => harbour.close());

  it('takes an answer, and an answer to that', async () => {
    const made = await harbour.as('robin').reply(key, thread, 'It was four.');
    assert.equal(made.threadId, thread);
    assert.equal(made.isPending, false);
    await harbour.as('mira').reply(key, thread, 'And why four?');
    assert.deepEqual(
      (await harbour.said()).map(({ author, body }) => [author, body]),
      [
        ['mira', 'Why five?'],
        ['robin', 'It was four.'],
        ['mira', 'And why four?'],
      ],
    );
    const found = await harbour.as('robin').findReply(thread, 'It was four.\r\n', now());
    assert.equal(found?.commentId, made.commentId);
    assert.equal(await harbour.as('mira').findReply(thread, 'It was four.', now()), null);
  });

  it('finds only what was written since', async () => {
    const robin = harbour.as('robin');
    await robin.reply(key, thread, 'Twice');
    const inAnHour = new Date(Date.now() + 3600_000).toISOString();
    assert.equal(await robin.findReply(thread, 'Twice', inAnHour), null);
    assert.notEqual(await robin.findReply(thread, 'Twice', now()), null);
    assert.equal(await robin.find(says('Why five?'), now()), null);
    assert.notEqual(await harbour.as('mira').find(says('Why five?'), now()), null);
    assert.equal(await harbour.as('mira').find(says('Why five?'), inAnHour), null);
    // A time that says nothing must not make somebody send twice.
    assert.notEqual(await harbour.as('mira').find(says('Why five?'), 'yesterday'), null);
  });

  it('finds an answer behind two hundred others', async () => {
    const first = await harbour.as('mira').publish(says('Another'));
    harbour.server.control.addComment(1, {
      author: 'robin',
      body: 'the first answer',
      inReplyTo: Number(first.commentId),
    });
    for (let at = 0; at < 230; at += 1) {
      harbour.server.control.addComment(1, {
        author: 'mira',
        body: `noise ${at}`,
        inReplyTo: Number(first.commentId),
      });
    }
    assert.notEqual(await harbour.as('robin').findReply(first.threadId!, 'the first answer', now()), null);
  });

  it('is resolved and opened again, as often as somebody likes', async () => {
    const mira = harbour.as('mira');
    for (const isResolved of [true, true, false, false]) await mira.resolve(thread, isResolved);
    assert.deepEqual(harbour.writes().slice(1), [
      'ResolveThread',
      'ResolveThread',
      'UnresolveThread',
      'UnresolveThread',
    ]);
  });

  it('that is gone is told', async () => {
    const robin = harbour.as('robin');
    const gone = 'PRRT_nowhere';
    assert.equal(await codeOf(robin.reply(key, gone, 'x')), 'thread-not-found');
    assert.equal(await codeOf(robin.findReply(gone, 'x', now())), 'thread-not-found');
    assert.equal(await codeOf(robin.resolve(gone, true)), 'thread-not-found');
  });
});
