import assert from 'node:assert/strict';
import { checkedBody, normalBody } from '../../../../src/github/publishing/body.ts';
import { Harbour, on, says } from './support.ts';

describe('the words of a comment', () => {
  it('are the same whatever was kept of their line ends and blanks', () => {
    const sent = 'One  \r\n\r\n\ttwo\rthree\n';
    for (const kept of [sent, sent.trimEnd(), 'One\n\n\ttwo\nthree', 'One\r\n\r\n\ttwo\r\nthree\r\n'])
      assert.equal(normalBody(kept), normalBody(sent));
    for (const other of ['One\n\n two\nthree', 'One\n\ttwo\nthree', 'one\n\n\ttwo\nthree', ''])
      assert.notEqual(normalBody(other), normalBody(sent));
  });

  it('are counted by characters, and sent as they are', () => {
    assert.equal(checkedBody(' a\r\n'), ' a\r\n');
    assert.equal(checkedBody('\ud83e'), '\ufffd');
    assert.throws(() => checkedBody('ü'.repeat(65_537)), { code: 'comment-too-long', message: /65,537/ });
  });

  it('are found again however the server keeps them', async () => {
    const harbour = await Harbour.open();
    try {
      const mira = harbour.as('mira');
      const comment = says('First  \nsecond\n\n- third\t\n', on(6));
      const { commentId } = await mira.publish(comment);
      const now = new Date().toISOString();
      for (const kept of [
        'First  \r\nsecond\r\n\r\n- third',
        'First\nsecond\n\n- third',
        '\nFirst\rsecond\r\r- third',
      ]) {
        harbour.server.control.editComment(Number(commentId), kept);
        assert.equal((await mira.find(comment, now))?.commentId, commentId, JSON.stringify(kept));
      }
      harbour.server.control.editComment(Number(commentId), 'First\nsecond\n- third');
      assert.equal(await mira.find(comment, now), null);
    } finally {
      await harbour.close();
    }
  });
});
