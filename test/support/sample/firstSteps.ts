import { notYet, on, onFile, onOld, onRemoved, replacedBy } from './place.ts';
import { pullRequest } from './pullRequest.ts';
import { comment } from './talk.ts';

const retry = 'src/delivery/retry.ts';
const errors = 'src/http/errors.ts';

/** Months one and two: much to ask for, and asked for in very different tones. */
export const firstSteps = [
  pullRequest(12, 'Read the configuration from the environment')
    .by('ada-wren')
    .onBranch('config-from-env')
    .about('So that we can run one image in every harbour.')
    .answeredBy('Check the numbers in the settings')
    .daysAgo(178)
    .round(
      'marsh-lind',
      'COMMENTED',
      'Welcome aboard, Ada! Small and easy to read, which is just how a first change should be. Two thoughts inside.',
      comment(
        on('src/config.ts', 'function required('),
        'praise: failing at the start with the name of the missing variable will save somebody a night on call. Please keep doing this.',
      ),
      comment(
        replacedBy(3, onOld('src/config.ts', 'function number(', '  return Number(env[name] ?? fallback);')),
        'issue: `Number("abc")` is `NaN`, and a timeout of `NaN` fires at once. Could you check the value here, so that a typo in the settings is found at the start rather than in the first storm?',
      )
        .answered('ada-wren', 'Oh, I did not know that about timers. It throws now.')
        .resolvedBy('ada-wren'),
    )
    .round(
      'theo-flint',
      'APPROVED',
      '',
      comment(
        on('src/config.ts', 'deliveryTimeout: number;'),
        'nitpick (non-blocking): I like a unit in the name (`deliveryTimeoutMs`), but the comment does it, too.',
      ),
      comment(
        on('src/config.ts', "'DELIVERY_TIMEOUT_MS'"),
        'Where do 5 seconds come from? Please measure how long a gateway takes in a storm, do not guess.',
      ),
    )
    .says('build-owl[bot]', '**Build 311 passed** in 1 min 48 s. Coverage of changed lines: 71 %.')
    .merged(),

  pullRequest(15, 'Try failed deliveries again')
    .by('ada-wren')
    .onBranch('retry')
    .about('The SMS gateway drops about one in fifty. This tries again.')
    .answeredBy('Try three times at most, and test it')
    .daysAgo(165)
    .round(
      'theo-flint',
      'CHANGES_REQUESTED',
      'This is not ready. It retries everything for ever, and nothing tests it.',
      comment(
        replacedBy(1, onOld(retry, 'try {', '      const result = await work();', '      return result;')),
        'Why the variable? Return it directly.',
      ).resolvedBy('theo-flint'),
      comment(
        replacedBy(2, onOld(retry, 'catch (error)', '      // try again')),
        'Seriously? You swallow every error and loop. Anybody who has ever run a queue knows that this melts the gateway. Did you even think about it?',
      )
        .answered(
          'ada-wren',
          'I had not thought of the gateway being the slow part. I will limit it. What would be a good limit?',
        )
        .answered(
          'marsh-lind',
          'Theo, the point is right, the tone is not. Ada: three attempts with a growing pause is a good start, because most hiccups of the gateway last less than two seconds.',
        )
        .resolvedBy('ada-wren'),
      comment(onFile('test/retry.test.ts'), 'No test for a failure that lasts. Add one.')
        .answered('ada-wren', 'Added: it counts the calls and looks at the waits.')
        .resolvedBy('theo-flint'),
      comment(
        on(retry, 'longestDelay: number;'),
        'Where do two seconds come from? Please measure how long the gateway is away, do not guess.',
      ),
    )
    .round(
      'ines-okoro',
      'COMMENTED',
      '',
      comment(
        on(retry, 'const exponential', 'return exponential / 2'),
        'suggestion: when a provider comes back, all waiting senders would knock at the same moment, since they all wait equally long. Half fixed, half random spreads them out:\n\n```suggestion\n  const exponential = Math.min(longestDelay, firstDelay * 2 ** (attempt - 2));\n  return exponential / 2 + (exponential / 2) * random();\n```',
      )
        .answered('ada-wren', 'That is neat. Taken as it is, and `random` can be handed in for the tests.')
        .resolvedBy('ada-wren'),
      comment(
        on(retry, 'sleep?: (milliseconds: number)'),
        'Love that `sleep` can be handed in: the tests do not have to wait. Keep it up!',
      ),
      comment(
        on(retry, 'Runs `work` until it succeeds'),
        'issue: without an idempotency key a retry sends the same notice twice, when only the answer got lost. Please hand one along, so that the other side can refuse the repeat.',
      ).answered('ada-wren', 'The gateway has nothing for it yet. I wrote it down for later.'),
    )
    .says('ada-wren', 'I learned more on this one than in the last two weeks. Please have another look.')
    .round('marsh-lind', 'APPROVED', 'LGTM')
    .merged(),

  pullRequest(18, 'Tell errors that pass from errors that stay')
    .by('ada-wren')
    .onBranch('transient-errors')
    .about('Follow-up to #15: a refused number must not be tried again.')
    .began(notYet(errors, 'const transientCodes'))
    .answeredBy('Pass the cause along, and keep what passes in one place')
    .daysAgo(149)
    .round(
      'ines-okoro',
      'COMMENTED',
      'Good direction. I would like the original error to survive, see below.',
      comment(
        on(errors, 'super('),
        'issue (blocking): please pass `cause` along when you wrap an error. Without it the log shows only our own words, and whoever is on call cannot see what the gateway said.',
      )
        .answered('ada-wren', 'Done. I pass the options through to `Error`.')
        .resolvedBy('ines-okoro'),
      comment(
        on(errors, 'const transientStatuses'),
        'question: is 500 really worth another try? Our mail provider sends it for broken addresses, too.',
      ).answered(
        'ada-wren',
        'Good question. I asked them; they say 500 is always on their side. I left it in.',
      ),
      comment(
        onOld(
          retry,
          'const defaultSleep',
          "const transientCodes = new Set(['ECONNRESET', 'ECONNREFUSED', 'ETIMEDOUT', 'EPIPE']);",
        ),
        'suggestion: these belong beside the statuses in `errors.ts`, so that there is one place to look.',
      )
        .answered('ada-wren', 'Moved, word by word.')
        .resolvedBy('ines-okoro'),
      comment(
        on(errors, 'True when the same request'),
        'No test for an error that stays. Please add one, it is the case that hurts.',
      )
        .answered('ada-wren', 'Added: a 400 is tried once.')
        .resolvedBy('ines-okoro'),
    )
    .round(
      'theo-flint',
      'CHANGES_REQUESTED',
      '',
      comment(
        onRemoved(
          errors,
          'if (error instanceof HttpError)',
          "  if (String(error).includes('timeout')) return true;",
        ),
        'Never decide by the words of a message, they change with every version. Use the code. Glad to see this line go.',
      ),
      comment(
        on(errors, 'export function isTransient'),
        'Rename: `shouldRetry` mixed up a property of the error with a decision of the caller. `isTransient` says what it is.',
      ).resolvedBy('ada-wren'),
      comment(
        on(errors, 'const transientCodes'),
        'Without an idempotency key a retry after these writes the same notice twice. Please hand one along.',
      ).answered('ada-wren', 'On my list, with the one of #15.'),
    )
    .says('build-owl[bot]', '**Build 342 passed** in 1 min 52 s. Coverage of changed lines: 88 %.')
    .round('theo-flint', 'APPROVED', '')
    .merged(),
];
