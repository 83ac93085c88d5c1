import type { ThemeInput } from '../../../src/growth/themes/types.ts';
import { type Numbers, numbers } from '../journal/words.ts';

const things =
  'parser cursor ledger timer basket router voucher beacon planner shelf courier window importer mailer counter badge gauge lantern pantry harbour ticket almanac roster kettle compass meadow orchard barge signpost quarry weaver tally magnet canal gable hinge furnace trellis valve anchor'.split(
    ' ',
  );
const parts =
  'reader writer index cache builder helper store view adapter queue limits result header footer entry token bucket record payload summary'.split(
    ' ',
  );
const places = ['src', 'src/core', 'src/net', 'src/view', 'test', 'docs', 'tools', '.github/workflows'];
const endings = ['ts', 'ts', 'ts', 'c', 'h', 'md', 'yml', 'py'];

/** What a reviewer may ask for; `%t` is a thing of the code, `%p` a part of one, `%n` the name of a function. */
const asks = [
  'Please add a test for the empty %t.',
  'There is no test that covers %n when the %t is closed twice.',
  'Could you rename this to %t%p? The name says nothing of the %p.',
  'The name `%n` is misleading, since it also writes the %t.',
  'Typo: %t.',
  'nit: trailing whitespace',
  'Indentation is off here.',
  'What happens if the %t is null?',
  'This throws when the %p fails; we swallow the error and nobody learns of it.',
  'This comment is outdated, the %p does not do that any more.',
  'Can you add a comment that says why the %t has to come first?',
  'Please document what %n returns when there is no %t.',
  'Magic number: make this a constant next to the other limits of the %t.',
  'The same loop is in the %p of the %t already, can we extract a helper?',
  '`%n` is unused now and can be removed.',
  'This branch is unreachable once the %t is checked above.',
  'Could this be simplified? The nested conditions around the %p are hard to follow.',
  'This copies the whole %t for each %p, which is slow for large ones; did you benchmark it?',
  'The lock is taken after the %t was read, so there is a race with the %p.',
  'Should this be `const`?',
  'Cast the size of the %t to an unsigned type before comparing it with the %p.',
  'This may overflow for a %t with more than a few thousand entries.',
  'Please squash the fixup commits before this is merged.',
  'Needs rebase.',
  'Can we leave the %t for a follow-up? It is out of scope here.',
  'The CI fails on the %p job since the %t is not installed there.',
  'The %t is logged with the whole %p in it, please log its id only.',
  'This would leak the %t if the %p throws in between.',
  'Would it be better to pass the %p as an argument than to read the global %t?',
  'Love how the %t became so much easier to read!',
  'I looked at the %t and the %p for a while and am not sure which of them should own the result.',
  'When the %t asks the %p twice, the second answer is the older one. Is that meant?',
  'In the %p of the %t we went the other way round, see `%n`.',
];
const before = ['', '', '', 'Hm, ', 'I think ', 'Small thing: ', 'For consistency with the others: '];
const after = [
  '',
  '',
  '',
  ' What do you think?',
  ' Not blocking.',
  ' The %p next to it has the same.',
  ' See `%n`.',
];

/**
 * Feedback of a mentee over years, made of own sentences: about fifty themes of the kind that reviewers come back
 * to, on different things, in several hundred pull requests. The same numbers give the same feedback.
 */
export function manyFeedback(count: number, seed = 11): ThemeInput[] {
  const random = numbers(seed);
  const first = Date.UTC(2020, 0, 6);
  return Array.from({ length: count }, (_, index) => {
    const isLine = random.next() < 0.7;
    return {
      id: `github.com/${isLine ? 'line' : 'conversation'}/${100_000 + index}`,
      body: filled(random.pick(before) + random.pick(asks) + random.pick(after), random),
      tag: random.pick([null, null, 'start', 'stop', 'stop'] as const),
      goalIds: random.next() < 0.05 ? [`goal-${random.below(6)}`] : [],
      path: isLine ? `${random.pick(places)}/${random.pick(things)}.${random.pick(endings)}` : null,
      diffHunk: isLine ? `@@ -1,3 +1,4 @@\n ${random.pick(things)}();\n+${random.pick(parts)}();` : null,
      at: new Date(first + index * 6 * 3600_000).toISOString(),
      pullRequest: { repository: 'ada-wren/beacon', number: 1 + Math.floor(index / 9) },
    };
  });
}

function filled(text: string, random: Numbers): string {
  const thing = random.pick(things);
  const part = random.pick(parts);
  return text
    .replaceAll('%t', thing)
    .replaceAll('%p', part)
    .replaceAll(
      '%n',
      `${random.pick(['read', 'write', 'find', 'close'])}${thing.charAt(0).toUpperCase()}${thing.slice(1)}`,
    );
}
