import assert from 'node:assert/strict';
import fc from 'fast-check';
import { GitHubFailure } from '../../../../src/github/failure.ts';
import type { PendingReview, Published, Publisher } from '../../../../src/github/publishing/index.ts';
import { CairnError } from '../../../../src/model/errors.ts';
import type { Fault } from '../../../support/github/server.ts';
import { Harbour, key, on, says } from './support.ts';

/*
 * Nothing is posted twice and nothing gets lost, whatever goes wrong on the way: a person who follows the rule of
 * `Publisher` (look up what may have arrived, send again what is not there) through any faults, at any request.
 */

type Said = { how: 'alone' | 'review' | 'answer'; body: string; line: number };

const shared = {
  after: fc.nat(6),
  times: fc.integer({ min: 1, max: 3 }),
  only: fc.constantFrom('writes' as const, 'writes' as const, 'graphql' as const, 'rest' as const),
};
const faults: fc.Arbitrary<Fault> = fc.oneof(
  { arbitrary: lost(), weight: 3 },
  {
    arbitrary: fc.record({ kind: fc.constantFrom<Fault['kind'][]>('unauthorized', 'forbidden'), ...shared }),
    weight: 1,
  },
  {
    arbitrary: fc.record({
      kind: fc.constantFrom<Fault['kind'][]>('secondary-limit', 'not-found'),
      ...shared,
    }),
    weight: 1,
  },
);

/** Only an answer that does not come leaves it open what happened: GitHub does nothing that it refuses. */
function lost(): fc.Arbitrary<Fault> {
  return fc.record({
    kind: fc.constantFrom<Fault['kind'][]>('status', 'reset', 'cut-off', 'html'),
    status: fc.constantFrom(500, 502, 503, 504),
    isStored: fc.boolean(),
    ...shared,
  });
}

const texts = fc.record({
  how: fc.constantFrom('alone' as const, 'review' as const, 'answer' as const),
  line: fc.integer({ min: 2, max: 8 }),
  tail: fc.constantFrom('', '\n', '\r\n\r\nand more\r\n', '  \n', '\n```suggestion\r\nx  \r\n```'),
});

describe('through any faults', function () {
  this.timeout(300_000);

  it('every comment is there once, at its place', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(texts, { minLength: 1, maxLength: 6 }),
        fc.array(faults, { maxLength: 8 }),
        async (given, planned) => {
          const harbour = await Harbour.open();
          try {
            const thread = (await harbour.as('robin').publish(says('Look here'))).threadId!;
            const writer = new Writer(harbour.as('mira'), thread);
            for (const fault of planned) harbour.server.control.fail(fault);
            const all = given.map(
              ({ how, line, tail }, at): Said => ({ how, line, body: `No. ${at}${tail}` }),
            );
            for (const said of all) await writer.bring(said);
            await writer.submit();
            harbour.server.control.clearFaults();
            const seen = (await harbour.said('robin')).filter(({ author }) => author === 'mira');
            assert.deepEqual(
              seen.map(({ body, at }) => `${body} ${at}`).sort(),
              all
                .map(
                  ({ body, how, line }) => `${body.trimEnd()} src/signal.ts:R${how === 'answer' ? 5 : line}`,
                )
                .sort(),
            );
            const reviews = harbour.writes().filter((one) => one === 'SubmitReview');
            assert.equal(
              reviews.length > 0,
              all.some(({ how }) => how === 'review'),
            );
          } finally {
            await harbour.close();
          }
        },
      ),
      { numRuns: Number(process.env.CAIRN_RUNS ?? 40) },
    );
  });
});

/** Somebody who does not give up. */
class Writer {
  readonly #publisher: Publisher;
  readonly #thread: string;

  constructor(publisher: Publisher, thread: string) {
    this.#publisher = publisher;
    this.#thread = thread;
  }

  async bring(said: Said): Promise<void> {
    const since = new Date().toISOString();
    await untilDone(
      () => this.#send(said),
      () =>
        said.how === 'answer'
          ? this.#publisher.findReply(this.#thread, said.body, since)
          : this.#publisher.find(says(said.body, on(said.line)), since),
    );
  }

  async submit(): Promise<void> {
    const review = await again(() => this.#publisher.pendingReview(key));
    if (review) await again(() => this.#publisher.submitReview(key, review, 'COMMENT', 'Done'));
  }

  async #send({ how, body, line }: Said): Promise<Published> {
    const comment = says(body, on(line));
    const review: PendingReview | null = await this.#publisher.pendingReview(key);
    if (how === 'answer') return this.#publisher.reply(key, this.#thread, body, undefined, review);
    // With a review pending there is no other way.
    return how === 'review' || review
      ? this.#publisher.addToReview(comment, review)
      : this.#publisher.publish(comment);
  }
}

/** Tries, and looks before it tries again wherever the last try may have arrived. */
async function untilDone(send: () => Promise<unknown>, find: () => Promise<unknown>): Promise<void> {
  for (;;) {
    try {
      await send();
      return;
    } catch (error) {
      if (!(error instanceof CairnError)) throw error;
      if (!(error instanceof GitHubFailure && error.mayHaveArrived)) continue;
      if ((await again(find)) !== null) return;
    }
  }
}

async function again<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof CairnError)) throw error;
    }
  }
}
