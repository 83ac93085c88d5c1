import { on, onOld, replacedBy } from './place.ts';
import { pullRequest } from './pullRequest.ts';
import { comment } from './talk.ts';

const cache = 'src/cache/tideCache.ts';
const outbox = 'src/delivery/outbox.ts';

/** Months two and three: a cache and an outbox, with larger steps and larger questions. */
export const firstStores = [
  pullRequest(21, 'Cache tides for a quarter of an hour')
    .by('ada-wren')
    .onBranch('tide-cache')
    .about(
      'The tide service asked us to call less often.\n\n![calls a minute](https://images.beacon.example/tide-calls.png)',
    )
    .answeredBy('Keep the promise instead of its result')
    .daysAgo(131)
    .round(
      'ines-okoro',
      'CHANGES_REQUESTED',
      'The idea is right and the class is small. One of these would hurt us in the morning rush.',
      comment(
        replacedBy(3, onOld(cache, '  get(station', '    const tides = await this.#load(station);')),
        'issue: between the `await` and the `set`, every other caller misses the cache and asks as well. If you keep the promise instead of its result, twenty callers share one request.',
      )
        .answered('ada-wren', 'I drew it on paper and now I see it. The map holds promises now.')
        .answered('ines-okoro', 'Drawing it is exactly what I would have done. Nice.')
        .resolvedBy('ines-okoro'),
      comment(
        on(cache, 'tides.catch('),
        'praise: forgetting a failed load is easily missed, and you thought of it without being asked.',
      ),
      comment(
        on(cache, 'now: () => number = Date.now'),
        'Handing in the clock makes the tests honest. Keep this habit.',
      ),
      comment(
        on(cache, 'this.#load = load;'),
        'No test for a load that fails. Please add one before this goes out.',
      ),
    )
    .round(
      'marsh-lind',
      'COMMENTED',
      '',
      comment(
        on(cache, 'readonly #lifetime: number;'),
        'Could you write down the unit? I had to look for the caller to learn whether it is seconds or milliseconds.',
      ),
      comment(
        on(cache, 'this.#entries.set(station'),
        'thought: nothing ever removes a station that nobody asks for again. With forty stations it does not matter, so I would leave it; just be aware of it when we add the lakes.',
      ),
    )
    .says(
      'marsh-lind',
      'The calls fell by a factor of nine in the trial harbour:\n\n![after](https://images.beacon.example/tide-calls-after.png)',
    )
    .merged(),

  pullRequest(24, 'Keep deliveries in an outbox')
    .by('ada-wren')
    .onBranch('outbox')
    .about(
      'A crash between saving and sending lost two notices in June. With this they wait in the database.',
    )
    .answeredBy('Take a batch')
    .squashed()
    .daysAgo(112)
    .round(
      'marsh-lind',
      'COMMENTED',
      'A big step, well explained. I would have liked it in two parts (the table first, then its use), because I lost the thread half way through and nearly missed the missing index.',
      comment(
        on(outbox, 'for update skip locked'),
        'praise: `skip locked` is the right tool here, and the comment above says why nobody else gets the rows.',
      ),
      comment(
        onOld(
          outbox,
          'async take(size: number)',
          "    const rows = await this.#database.rows('select * from outbox where sent_at is null');",
        ),
        'issue (blocking): without a limit this reads the whole table after an outage, just when memory is short. Please take a batch.',
      )
        .answered('ada-wren', 'It takes `size` rows now. I also wrote a test with 10,000 waiting deliveries.')
        .resolvedBy('marsh-lind'),
      comment(
        on(outbox, 'async release('),
        'suggestion (if-minor): `release` could read as "send it out". Perhaps `giveBack`?',
      ).answered(
        'ada-wren',
        'I would keep it: the doc comment says "gives back", and locks are released, too. Fine with you?',
      ),
    )
    .round(
      'theo-flint',
      'COMMENTED',
      '',
      comment(
        on(outbox, "'insert into outbox"),
        'Good: parameters, no string building. Start adding an index in the same change as the query that needs it, though.',
      ).answered('ada-wren', 'Will do from now on.'),
      comment(on(outbox, 'channel: '), '+1 for a closed list instead of `string`.').minimized(),
    )
    .says(null, 'Does this also cover the notices that come in by radio? Those were the ones that we lost.')
    .says('ada-wren', 'It does, they take the same way since #19.')
    .round(
      'marsh-lind',
      'APPROVED',
      'Approved. Please split the next one of this size; I am happy to help to find the seam.',
    )
    .merged(),

  pullRequest(26, 'Move the logging into a helper')
    .by('ada-wren')
    .onBranch('log-helper')
    .about('')
    .alsoChanges({
      path: 'src/logging.ts',
      before: null,
      after: 'export const logWarning = (words: string, about: object) => console.warn(words, about);\n',
    })
    .daysAgo(96)
    .round(
      'theo-flint',
      'COMMENTED',
      'What problem does this solve? There is no description, and I count one caller. I would close it until there is a second one.',
    )
    .says('ada-wren', 'Fair. I wanted to tidy up, without a reason that I can name. Closing.')
    .closed(),
];
