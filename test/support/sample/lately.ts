import { on, onFile, onOld } from './place.ts';
import { pullRequest } from './pullRequest.ts';
import { comment } from './talk.ts';

const sender = 'src/delivery/sender.ts';
const outbox = 'src/delivery/outbox.ts';
const routes = 'src/http/routes.ts';

const harbours = ['Aldra', 'Brim', 'Corran', 'Dunvik', 'Esk'].map((name) => `- ${name}\n`).join('');
const northFirst = `/** Harbours in the order in which they are served. */
export function northFirst(harbours: readonly { latitude: number }[]) {
  return harbours.toSorted((a, b) => b.latitude - a.latitude);
}
`;

/** The last weeks: new things to grow in, and two pull requests that are still open. */
export const lately = [
  pullRequest(35, 'Refuse repeated deliveries')
    .by('ada-wren')
    .onBranch('idempotent-channels')
    .about('Hands the id of a delivery to channels that can tell a repeat.')
    .answeredBy('Log nothing of a delivery')
    .squashed()
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
    .says('build-owl[bot]', '**Build 463 passed** in 2 min 9 s. Coverage of changed lines: 90 %.')
    .alsoChanges(
      {
        path: 'docs/fair-order.md',
        previousPath: 'docs/order.md',
        before: `# The order of harbours\n\n${harbours}\nThey are served from the north to the south.\n`,
        after: `# The order of harbours\n\n${harbours}\nThey are served in an order that is drawn by lot.\n`,
      },
      { path: 'docs/order.png', before: null, after: 'PNG\0 drawn by hand, of no format in particular\n' },
      { path: 'src/delivery/northFirst.ts', before: northFirst, after: null },
    ),

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
