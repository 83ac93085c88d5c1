import assert from 'node:assert/strict';
import type { PendingReview, Publisher } from '../../../../src/github/publishing/index.ts';
import type { Fault } from '../../../support/github/server.ts';
import { codeOf, failureOf, Harbour, key, says } from './support.ts';

type At = { mira: Publisher; thread: string; review: PendingReview | null };
type Write = {
  name: string;
  /** Whether a review is pending before. */
  pending: boolean;
  send(at: At, signal?: AbortSignal): Promise<unknown>;
  /** Whether it is there, as a caller finds out. */
  isThere(at: At): Promise<boolean>;
};

const since = new Date(Date.now() - 1000).toISOString();

const writes: Write[] = [
  {
    name: 'a comment on its own',
    pending: false,
    send: ({ mira }, signal) => mira.publish(says('Here'), signal),
    isThere: async ({ mira }) => (await mira.find(says('Here'), since)) !== null,
  },
  {
    name: 'the beginning of a review',
    pending: false,
    send: ({ mira }, signal) => mira.addToReview(says('Here'), null, signal),
    isThere: async ({ mira }) => (await mira.find(says('Here'), since)) !== null,
  },
  {
    name: 'a comment of a review',
    pending: true,
    send: ({ mira, review }, signal) => mira.addToReview(says('Here'), review, signal),
    isThere: async ({ mira }) => (await mira.find(says('Here'), since))?.isPending === true,
  },
  {
    name: 'an answer',
    pending: false,
    send: ({ mira, thread }, signal) => mira.reply(key, thread, 'Here', signal),
    isThere: async ({ mira, thread }) => (await mira.findReply(thread, 'Here', since)) !== null,
  },
  {
    name: 'an answer of a review',
    pending: true,
    send: ({ mira, thread, review }, signal) => mira.reply(key, thread, 'Here', signal, review),
    isThere: async ({ mira, thread }) => (await mira.findReply(thread, 'Here', since)) !== null,
  },
  {
    name: 'the submission of a review',
    pending: true,
    send: ({ mira, review }, signal) => mira.submitReview(key, review!, 'COMMENT', 'All', signal),
    isThere: async ({ mira }) => (await mira.pendingReview(key)) === null,
  },
  {
    name: 'the end of a review',
    pending: true,
    send: ({ mira, review }, signal) => mira.discardReview(review!, signal),
    isThere: async ({ mira }) => (await mira.pendingReview(key)) === null,
  },
];

const surelyNot: [Fault, string][] = [
  [{ kind: 'unauthorized' }, 'unauthorized'],
  [{ kind: 'rate-limit' }, 'rate-limited'],
  [{ kind: 'secondary-limit' }, 'rate-limited'],
  [{ kind: 'secondary-limit', status: 429 }, 'rate-limited'],
  [{ kind: 'saml' }, 'sso-required'],
  [{ kind: 'forbidden' }, 'no-rights'],
  [{ kind: 'not-found' }, 'no-rights'],
  [{ kind: 'unprocessable' }, 'github-refused'],
  [{ kind: 'status', status: 307 }, 'github-refused'],
];

const perhaps: Fault[] = [
  ...[500, 502, 503, 504, 408].map((status): Fault => ({ kind: 'status', status })),
  { kind: 'html' },
  { kind: 'html', status: 502 },
  { kind: 'reset' },
  { kind: 'hang' },
];

for (const write of writes) {
  describe(`when ${write.name} fails`, () => {
    let harbour: Harbour;
    let at: At;
    beforeEach(async () => {
      harbour = await Harbour.open();
      const mira = harbour.as('mira');
      const thread = (await harbour.as('robin').publish(says('Look here'))).threadId!;
      if (write.pending) await mira.addToReview(says('Before'), null);
      at = { mira, thread, review: await mira.pendingReview(key) };
      harbour.server.requests.length = 0;
    });
    afterEach(() => harbour.close());
    /** Waits for half a second only where nothing will ever come. */
    const patient = ({ kind }: Fault): At =>
      kind === 'hang' ? { ...at, mira: harbour.as('mira', { timeout: 500 }) } : at;

    it('it was sent once, and it says whether it may have arrived', async () => {
      for (const [fault, code] of surelyNot) {
        harbour.server.control.fail({ ...fault, only: 'writes' });
        const failure = await failureOf(write.send(at));
        assert.deepEqual([failure.code, failure.mayHaveArrived], [code, false], JSON.stringify(fault));
        assert.ok(!/pulled|pull again/i.test(failure.message), failure.message);
        if (code === 'rate-limited') assert.ok((failure.nextAllowedAt ?? 0) > Date.now() + 30_000);
        assert.equal(await write.isThere(at), false);
        assert.equal(harbour.writes().length, 1, JSON.stringify(fault));
        harbour.server.requests.length = 0;
      }
      for (const fault of perhaps) {
        harbour.server.control.fail({ ...fault, only: 'writes' });
        const failure = await failureOf(write.send(patient(fault)));
        assert.deepEqual(
          [failure.code, failure.mayHaveArrived],
          ['answer-lost', true],
          JSON.stringify(fault),
        );
        assert.equal(await write.isThere(at), false);
        assert.equal(harbour.writes().length, 1, JSON.stringify(fault));
        harbour.server.requests.length = 0;
      }
      await write.send(at);
      assert.equal(await write.isThere(at), true);
    });

    for (const fault of [...perhaps, { kind: 'cut-off' } as const]) {
      it(`what was stored before ${fault.kind} ${'status' in fault ? fault.status : ''} is found`, async () => {
        harbour.server.control.fail({ ...fault, only: 'writes', isStored: true });
        const failure = await failureOf(write.send(patient(fault)));
        assert.deepEqual([failure.code, failure.mayHaveArrived], ['answer-lost', true]);
        assert.equal(await write.isThere(at), true);
        assert.equal(harbour.writes().length, 1);
      });
    }

    it('cancelled before anything was sent, it surely did not arrive, and may have when it was', async () => {
      const early = await failureOf(write.send(at, AbortSignal.abort()));
      assert.deepEqual([early.code, early.mayHaveArrived], ['cancelled', false]);
      assert.equal(harbour.server.requests.length, 0);
      harbour.server.control.fail({ kind: 'hang', only: 'writes', isStored: true });
      const stop = new AbortController();
      const sent = failureOf(write.send(at, stop.signal));
      while (harbour.writes().length === 0) await new Promise((resolve) => setTimeout(resolve, 2));
      stop.abort();
      const late = await sent;
      assert.deepEqual([late.code, late.mayHaveArrived], ['answer-lost', true]);
      assert.equal(await write.isThere(at), true);
    });

    it('a failure of what is read before leaves nothing half done', async () => {
      for (const kind of ['status', 'reset', 'html', 'cut-off'] as const) {
        harbour.server.control.fail({ kind, status: 502, times: 3 });
        const failure = await failureOf(write.send(at));
        assert.equal(failure.mayHaveArrived, false, kind);
        assert.ok(['github-unavailable', 'github-unreadable'].includes(failure.code), failure.code);
        assert.deepEqual(harbour.writes(), [], kind);
        harbour.server.control.clearFaults();
      }
    });
  });
}

describe('without a network', () => {
  it('nothing was sent, and that is known', async () => {
    const harbour = await Harbour.open();
    const refusing = async (url: string | URL | Request, init?: RequestInit): Promise<Response> => {
      if (!/\/comments$/.test(String(url))) return fetch(url, init);
      throw new TypeError('fetch failed', {
        cause: Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }),
      });
    };
    try {
      const failure = await failureOf(harbour.as('mira', { fetch: refusing }).publish(says('Here')));
      assert.deepEqual([failure.code, failure.mayHaveArrived], ['offline', false]);
    } finally {
      await harbour.close();
    }
    assert.equal(await codeOf(harbour.as('mira').publish(says('Here'))), 'offline');
  });

  it('a look-up that cannot be made says so, and never that nothing is there', async () => {
    const harbour = await Harbour.open();
    try {
      const mira = harbour.as('mira');
      const { threadId } = await mira.publish(says('Here'));
      await mira.reply(key, threadId!, 'Answer');
      for (const fault of [
        { kind: 'status', status: 502, times: 3 },
        { kind: 'reset', times: 3 },
        { kind: 'forbidden-field', field: 'PullRequest.reviewThreads', times: null },
        { kind: 'forbidden-field', field: 'PullRequestReviewThread.comments', times: null },
        { kind: 'forbidden-field', field: 'PullRequestReviewComment.body', times: null },
        { kind: 'saml-partial', times: null },
      ] as Fault[]) {
        harbour.server.control.fail(fault);
        await failureOf(mira.find(says('Here'), since));
        harbour.server.control.clearFaults();
        if (fault.field === 'PullRequest.reviewThreads') continue;
        harbour.server.control.fail(fault);
        await failureOf(mira.findReply(threadId!, 'Answer', since));
        harbour.server.control.clearFaults();
      }
      assert.notEqual(await mira.find(says('Here'), since), null);
    } finally {
      await harbour.close();
    }
  });

  it('and with text that cannot be a token, nothing is sent', async () => {
    const harbour = await Harbour.open();
    try {
      const nobody = harbour.as('mira', { token: 'two words' });
      assert.equal(await codeOf(nobody.publish(says('Here'))), 'unauthorized');
      assert.equal(await codeOf(nobody.details(key)), 'unauthorized');
      assert.equal(harbour.server.requests.length, 0);
    } finally {
      await harbour.close();
    }
  });

  it('a look-up whose answer has no threads in it is no "not there" either', async () => {
    const harbour = await Harbour.open();
    try {
      const { threadId } = await harbour.as('mira').publish(says('Here'));
      for (const node of [null, {}, { reviewThreads: null, comments: null }]) {
        const emptied = async (url: string | URL | Request, init?: RequestInit) => {
          const response = await fetch(url, init);
          if (!/query Own/.test(String(init?.body))) return response;
          const { data } = (await response.json()) as { data: object };
          return Response.json({ data: { ...data, node } });
        };
        const mira = harbour.as('mira', { fetch: emptied });
        await failureOf(mira.find(says('Here'), since));
        await failureOf(mira.findReply(threadId!, 'Here', since));
      }
    } finally {
      await harbour.close();
    }
  });
});
