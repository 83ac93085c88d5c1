import { on, onOld, replacedBy } from './place.ts';
import { pullRequest } from './pullRequest.ts';
import { comment } from './talk.ts';

const sender = 'src/delivery/sender.ts';
const routes = 'src/http/routes.ts';
const cache = 'src/cache/tideCache.ts';

/** Months four and five: fewer of the old requests, more praise. */
export const secondSteps = [
  pullRequest(29, 'Send what waits in the outbox')
    .by('ada-wren')
    .onBranch('sender')
    .about('Second half of #24, split as agreed: this one only reads from the outbox.')
    .answeredBy('Log no private things, and trust the type')
    .daysAgo(84)
    .round(
      'marsh-lind',
      'COMMENTED',
      'Much easier to follow than the last one, thank you for splitting it.',
      comment(
        on(sender, 'const results = await Promise.allSettled'),
        'praise: `allSettled` keeps one bad number from hiding what happened to the other seven deliveries.',
      ),
      comment(
        onOld(sender, 'const channel = this', '    if (!channel) return;'),
        'issue: a delivery with an unknown channel would stay taken for ever and nobody would hear of it. Either the type rules it out, or it has to be said loudly.',
      )
        .answered('ada-wren', 'The type rules it out, so the check is gone.')
        .resolvedBy('ada-wren'),
      comment(
        replacedBy(1, onOld(sender, 'catch (error)', "      this.#log.warn('delivery failed', delivery);")),
        'Please stop logging the whole delivery: this one has the phone number and the words of the notice in it. The id is enough.',
      )
        .answered('ada-wren', 'Of course. Only the id, the channel and the error now.')
        .resolvedBy('marsh-lind'),
      comment(
        on(sender, 'const pauseAfterFailure'),
        'todo: please put these two numbers into the configuration, the harbours in the north want a longer pause.',
      ),
    )
    .round(
      'ines-okoro',
      'CHANGES_REQUESTED',
      'One thing blocks me: what happens when the sender is killed between sending and `markSent`.',
      comment(
        on(sender, 'await retry(() => channel.send', 'await this.#outbox.markSent'),
        'issue (blocking): a crash here sends the notice twice. That may be all right for a tide and is not for a closed lock. Could we hand the delivery id to the channel, so that it can refuse a repeat?',
      ).answered(
        'ada-wren',
        'I opened #35 for the channels that can do it. For SMS there is no such thing, as far as I can see.',
      ),
      comment(
        on(sender, "this.#log.warn('delivery failed'"),
        'Ids and channel in the log, and not the recipient or the text: exactly right. Keep private things out.',
      ),
      comment(
        on(sender, 'if (delivery.attempts + 1 < givenUpAfter)'),
        'question: who learns that we gave up? Right now the row just stays taken.',
      ),
    )
    .says('build-owl[bot]', '**Build 401 passed** in 2 min 5 s. Coverage of changed lines: 93 %.')
    .round('ines-okoro', 'APPROVED', '')
    .merged(),

  pullRequest(31, 'Take notices over HTTP')
    .by('ada-wren')
    .onBranch('notice-route')
    .about('`POST /notices`, with all problems of a notice in one answer.')
    .pushedOver()
    .daysAgo(70)
    .round(
      'theo-flint',
      'CHANGES_REQUESTED',
      'Transaction is right. Naming is not.',
      comment(
        on(routes, 'if (!parsed.ok)'),
        'Telling the sender all problems at once instead of the first one: good, do more of that.',
      ),
      comment(
        replacedBy(1, onOld(routes, "async 'POST /notices'", '      const data = parseNotice(body);')),
        '`data`, `info`, `obj`: these say nothing. Stop using them. This is a parsed notice, so call it that.',
      )
        .answered('ada-wren', 'Renamed here, and I went over the whole folder.')
        .resolvedBy('theo-flint'),
      comment(
        on(routes, 'await outbox.add(transaction, deliveries);'),
        'nitpick: the comment that stood here told what the next line does. The code does that already; a comment should say why.',
      ).resolvedBy('ada-wren'),
    )
    .round(
      'marsh-lind',
      'APPROVED',
      '',
      comment(
        on(routes, 'await database.transaction('),
        'praise: notice and deliveries in one transaction. In #15 you asked me what could go wrong between two writes, and here you answered it yourself.',
      ),
      comment(
        on(routes, 'return { status: 202'),
        'note: 202 is a good choice, since nothing has been sent yet.',
      ),
      comment(
        on(routes, "async 'GET /health'"),
        'Could the health check have a time limit? When the database hangs, this hangs as well, and the balancer keeps sending people here.',
      ),
    )
    .merged(),

  pullRequest(34, 'Test the tide cache')
    .by('ada-wren')
    .onBranch('tide-cache-tests')
    .about('The tests that were missing in #21.')
    .daysAgo(58)
    .round(
      'ines-okoro',
      'APPROVED',
      'Clear names, one idea a test, and they would have caught the bug that we talked about. 👏',
      comment(
        on('test/tideCache.test.ts', "it('asks once for two callers"),
        'I tried it with the old code: red. That is what makes a test worth having. Great.',
      ),
      comment(
        on('test/tideCache.test.ts', "it('asks again after a failure'"),
        'suggestion: start with the sentence that you would say to a colleague, as you did here, in the other suites, too.\r\n\r\nFor example:\r\n\r\n- "waits longer before each attempt"\r\n- "gives up after three"\r\n',
      ),
      comment(
        on(cache, 'if (known && known.freshUntil'),
        'What about a test for the edge: exactly at `freshUntil`?',
      ).answered('ada-wren', 'Added. It was off by one against the comment, so I changed the comment.'),
    )
    .merged(),
];
