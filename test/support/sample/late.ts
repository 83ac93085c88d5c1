import { on, onFile, onOld } from './place.ts';
import { pullRequest } from './pullRequest.ts';
import { comment } from './talk.ts';

const sender = 'src/delivery/sender.ts';
const outbox = 'src/delivery/outbox.ts';
const routes = 'src/http/routes.ts';
const cache = 'src/cache/tideCache.ts';

/** The last three months: fewer of the old requests, more praise, and new things to grow in. */
export const late = [
  pullRequest(29, 'Send what waits in the outbox')
    .by('ada-wren')
    .onBranch('sender')
    .about('Second half of #24, split as agreed: this one only reads from the outbox.')
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
        onOld(routes, "async 'POST /notices'", '      const data = parseNotice(body);'),
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

  pullRequest(35, 'Refuse repeated deliveries')
    .by('ada-wren')
    .onBranch('idempotent-channels')
    .about('Hands the id of a delivery to channels that can tell a repeat.')
    .daysAgo(44)
    .round(
      'marsh-lind',
      'COMMENTED',
      '',
      comment(
        on(outbox, 'attempts: number;'),
        'question: do we want to count attempts of a repeat that was refused? I would say no, because the delivery has arrived.',
      ).answered('ada-wren', 'Agreed, and there is a test that says so.'),
      comment(
        onOld(outbox, 'async markSent(', '    console.log("sent", delivery);'),
        'Please stop logging whole deliveries: this one has the phone number and the words of the notice in it. We said so in #29.',
      )
        .answered(
          'ada-wren',
          'A leftover of a long evening. It is gone, and the linter refuses `console` from now on.',
        )
        .resolvedBy('marsh-lind'),
      comment(
        onFile('docs/runbook.md'),
        'Thank you for writing this down! Start a heading "When a notice went out twice", that is what people will search for.',
      ),
    )
    .round(
      'theo-flint',
      'COMMENTED',
      '',
      comment(
        on(outbox, 'sent_at is null and taken_at is null'),
        'Whatever. Should have been done like this from the beginning.',
      ),
      comment(
        on(outbox, 'update outbox set sent_at = now()'),
        'Check the number of changed rows. If it is 0, somebody else sent it and you want to know.',
      ),
    )
    .says(
      'ines-okoro',
      'I ran this against the copy of last week for two hours: no delivery went out twice. Very good work, and a very good description of how to try it.',
    )
    .says(
      'build-owl[bot]',
      '**Build 447 failed**: 1 of 214 tests (`outbox gives back what was taken`). [Log](https://ci.beacon.example/447)',
    )
    .says('build-owl[bot]', '**Build 448 passed** in 2 min 11 s. Coverage of changed lines: 97 %.')
    .round('ines-okoro', 'APPROVED', '')
    .merged(),

  pullRequest(38, 'Give the health check a time limit')
    .by('ada-wren')
    .onBranch('health-timeout')
    .about('Asked for in #31.')
    .daysAgo(19)
    .round(
      'ines-okoro',
      'COMMENTED',
      'You picked this up without a reminder, which I value a lot.',
      comment(
        on(routes, "await database.rows('select 1', [])"),
        'thought: a pool that is used up makes this wait as well, and that is when we want a quick "no". Perhaps a connection of its own?',
      ),
      comment(
        on(routes, "return { status: 200, body: { status: 'ok' } }"),
        'chore: please add it to the runbook, in the list of what the balancer asks.',
      ).answered('ada-wren', 'Will do today.'),
    )
    .round(
      'marsh-lind',
      'COMMENTED',
      '',
      comment(
        on(routes, 'export function noticeRoutes'),
        'question: does the health check belong to the notices? A file of its own would let us leave out the database in its test.',
      ),
    ),

  pullRequest(41, 'Draw lots for the order of harbours')
    .by('ada-wren')
    .onBranch('fair-order')
    .about('In a big batch the same harbour always comes last.')
    .daysAgo(4)
    .round(
      'marsh-lind',
      'CHANGES_REQUESTED',
      'I like that you noticed this. Before we merge I would like to know how long the last harbour really waits, so that we fix what hurts.',
      comment(
        on(outbox, 'order by due_at'),
        'suggestion: order by how long a harbour has waited rather than by chance, because then we can promise something.',
      ),
      comment(
        on(sender, 'async sendBatch('),
        'praise: the doc comment says what the number means. That was the first thing I looked for.',
      ),
    )
    .round(
      'theo-flint',
      'COMMENTED',
      '',
      comment(
        on('src/config.ts', 'concurrency: number;'),
        'Is 8 still right with 40 harbours? Measure it, do not guess.',
      ),
      comment(
        on('docs/runbook.md', 'Tell the duty officer'),
        'Ten minutes is a lifetime for a bridge. Start with two.',
      ),
    )
    .says('build-owl[bot]', '**Build 463 passed** in 2 min 9 s. Coverage of changed lines: 90 %.'),

  pullRequest(40, 'Write the radio text in capitals')
    .by('theo-flint')
    .onBranch('radio-capitals')
    .about('The old receivers show nothing else.')
    .daysAgo(9)
    .round(
      'ada-wren',
      'APPROVED',
      'Works on the receiver in the pilot office.',
      comment(
        on(outbox, "channel: '"),
        'question: should the outbox know about this, or only the radio channel?',
      ).answered('theo-flint', 'Only the channel. Moved.'),
    )
    .merged(),
];
