import assert from 'node:assert/strict';
import { codeOf, failureOf, Harbour, key, on, says } from './support.ts';

describe('a comment on its own', () => {
  let harbour: Harbour;
  beforeEach(async () => {
    harbour = await Harbour.open();
  });
  afterEach(() => harbour.close());

  it('arrives at its line, is seen by all at once, and says what it became', async () => {
    const made = await harbour.as('mira').publish(says('Why five?'));
    assert.equal(made.isPending, false);
    assert.match(made.threadId ?? '', /^PRRT_/);
    assert.match(made.reviewId ?? '', /^PRR_/);
    assert.equal(made.url, `${harbour.server.url}/harbour/beacon/pull/1#discussion_r${made.commentId}`);
    assert.deepEqual(await harbour.said('robin'), [
      { author: 'mira', body: 'Why five?', state: 'SUBMITTED', at: 'src/signal.ts:R5' },
    ]);
    assert.deepEqual(harbour.writes(), ['/api/v3/repos/harbour/beacon/pulls/1/comments']);
  });

  it('takes ranges, the left side, both, and the file as a whole', async () => {
    const mira = harbour.as('mira');
    await mira.publish(says('a range', on(8, { startLine: 3, startSide: 'RIGHT' })));
    await mira.publish(says('left', on(20, { side: 'LEFT' })));
    await mira.publish(says('from left to right', on(5, { startLine: 5, startSide: 'LEFT' })));
    await mira.publish(says('one line, said twice', on(6, { startLine: 6, startSide: 'RIGHT' })));
    await mira.publish(says('all of it', on(null)));
    await mira.publish(says('a file that is gone', on(2, { path: 'docs/gone.md', side: 'LEFT' })));
    await mira.publish(says('renamed', on(9, { path: 'src/über alles.ts' })));
    await mira.publish(says('a picture', on(null, { path: 'logo.png' })));
    assert.deepEqual(
      (await harbour.said()).map(({ body, at }) => [body, at]),
      [
        ['a range', 'src/signal.ts:R3-R8'],
        ['left', 'src/signal.ts:L20'],
        ['from left to right', 'src/signal.ts:L5-R5'],
        ['one line, said twice', 'src/signal.ts:R6'],
        ['all of it', 'src/signal.ts'],
        ['a file that is gone', 'docs/gone.md:L2'],
        ['renamed', 'src/über alles.ts:R9'],
        ['a picture', 'logo.png'],
      ],
    );
  });

  it('is not sent where the diff does not show the line, and says so', async () => {
    const mira = harbour.as('mira');
    for (const place of [
      on(12),
      on(0),
      on(61),
      on(20, { side: 'LEFT', startLine: 5, startSide: 'LEFT' }),
      on(18, { startLine: 6, startSide: 'RIGHT' }),
      on(5, { startLine: 6, startSide: 'RIGHT' }),
      on(5, { side: 'LEFT', startLine: 5, startSide: 'RIGHT' }),
      on(1, { path: 'src/other.ts' }),
      on(1, { path: 'src/old name.ts' }),
      on(1, { path: 'logo.png' }),
    ])
      assert.equal(
        await codeOf(mira.publish(says('nowhere', place))),
        'line-not-in-diff',
        JSON.stringify(place),
      );
    assert.deepEqual(harbour.writes(), []);
  });

  it('is refused by GitHub with the same words where the diff was not known', async () => {
    // On an older commit GitHub alone can tell.
    const old = 'c'.repeat(40);
    harbour.server.control.push(1, [{ path: 'src/signal.ts', before: 'a\n', after: 'b\n' }]);
    const mira = harbour.as('mira');
    const refused = await failureOf(mira.publish({ ...says('?', on(12)), commit: old }));
    assert.equal(refused.code, 'line-not-in-diff');
    assert.match(refused.detail ?? '', /^HTTP 422: .*line must be part of the diff/);
    assert.equal(refused.mayHaveArrived, false);
    const range = on(1, { startLine: 1, startSide: 'LEFT', side: 'RIGHT' });
    await mira.publish({ ...says('both', range), commit: old });
    const upside = on(1, { startLine: 1, startSide: 'RIGHT', side: 'LEFT' });
    assert.equal(await codeOf(mira.publish({ ...says('!', upside), commit: old })), 'line-not-in-diff');
    const elsewhere = on(1, { path: 'src/other.ts' });
    assert.equal(await codeOf(mira.publish({ ...says('!', elsewhere), commit: old })), 'line-not-in-diff');
    assert.equal(harbour.writes().length, 4);
  });

  it('is made on the commit whose lines were seen; one that a force-push took away is told', async () => {
    const old = 'c'.repeat(40);
    const mira = harbour.as('mira');
    harbour.server.control.push(1, [{ path: 'src/signal.ts', before: 'a\n', after: 'b\n' }]);
    await mira.publish({ ...says('seen before', on(1)), commit: old });
    assert.deepEqual(
      (await harbour.said()).map(({ at }) => at),
      ['src/signal.ts:R(1)'],
    );
    harbour.server.control.forcePush(1);
    const gone = await failureOf(mira.publish({ ...says('too late', on(1)), commit: old }));
    assert.equal(gone.code, 'pull-request-changed');
    assert.equal(gone.mayHaveArrived, false);
  });

  it('holds a body of 65,536 characters, and no more, and no empty one', async () => {
    const mira = harbour.as('mira');
    const longest = '🪨'.repeat(65_536);
    await mira.publish(says(longest));
    assert.deepEqual(await harbour.said().then((all) => all.map(({ body }) => body.length)), [131_072]);
    assert.equal(await codeOf(mira.publish(says(`${longest}x`))), 'comment-too-long');
    assert.equal(await codeOf(mira.publish(says(' \r\n\t '))), 'invalid-argument');
    assert.equal(harbour.writes().length, 1);
  });

  it('keeps its words: CRLF, half characters, quotes and suggestion blocks', async () => {
    const mira = harbour.as('mira');
    const body = 'One\r\n\r\n```suggestion\r\n\tline "5"\\n\r\n```\r\n';
    await mira.publish(says(body));
    await mira.publish(says('broken \ud83e character'));
    const bodies = (await harbour.said()).map((one) => one.body);
    assert.deepEqual(bodies, [body.trimEnd(), 'broken \ufffd character']);
  });

  it('names a pull request or repository that is not to be seen', async () => {
    const mira = harbour.as('mira');
    const at = (pullRequest: { repository: string; number: number }) => ({ ...says('x'), pullRequest });
    assert.equal(await codeOf(mira.publish(at({ ...key, number: 77 }))), 'pull-request-not-found');
    assert.equal(
      await codeOf(mira.publish(at({ ...key, repository: 'no/where' }))),
      'pull-request-not-found',
    );
    assert.equal(await codeOf(mira.publish(at({ ...key, repository: 'nowhere' }))), 'repository-not-found');
    assert.equal(await codeOf(mira.publish(at({ ...key, number: 1.5 }))), 'pull-request-not-found');
  });

  it('is there though its thread could not be read afterwards', async () => {
    harbour.server.control.fail({ kind: 'status', status: 502, operation: 'OwnThreads', times: null });
    const made = await harbour.as('mira').publish(says('there'));
    assert.equal(made.threadId, null);
    assert.equal((await harbour.said()).length, 1);
    assert.match(harbour.log.join('\n'), /its thread could not be read/);
  });

  it('may stand anywhere where nothing is known of the diff', async () => {
    await harbour.as('mira').publish({ ...says('somewhere', on(700)), pullRequest: { ...key, number: 2 } });
    assert.equal((await harbour.said('mira', 2))[0]?.at, 'src/signal.ts:R700');
  });
});
