import assert from 'node:assert/strict';
import {
  coach,
  decorations,
  type FindingCode,
  findingCodes,
  labels,
  reasons,
} from '../../../../src/coach/comment/index.ts';

/** What is found at the full level: the codes, each with the words that it stands at. */
const full = (text: string) =>
  coach(text, { level: 'full' }).map(({ code, start, end }) => `${code}: ${text.slice(start, end)}`);
const has = (text: string, code: FindingCode, level: 'light' | 'full' = 'full') =>
  coach(text, { level }).some((finding) => finding.code === code);

describe('what the coach finds', () => {
  const told: [FindingCode, 'light' | 'full', string[]][] = [
    [
      'no-why',
      'light',
      [
        'Please remove this import.',
        'Rename this variable to total',
        'You must not call this here.',
        'todo: add a case with an empty list',
      ],
    ],
    ['no-why', 'full', ['Could you move this into the constructor?', 'We should use a Map here.']],
    [
      'vague',
      'light',
      [
        'fix this',
        'This is not good.',
        'why?',
        'Be more professional.',
        'this needs work',
        'yuck',
        'Clean this up please',
      ],
    ],
    [
      'about-the-person',
      'light',
      [
        'You never read the docs.',
        'You keep breaking the build',
        'Have you even run this?',
        'You should know better.',
        'You clearly don’t understand how locks work.',
        'Don’t be lazy, add a test.',
        'How many times do I have to tell you to run the linter?',
        'Any competent developer would have seen this.',
        'You are so careless.',
      ],
    ],
    ['about-the-person', 'full', ['You forgot the null case.', 'Why did you do it like this?']],
    [
      'harsh',
      'light',
      [
        'What the hell is this?',
        'This code is garbage.',
        'Your design sucks and it leaks.',
        'Are you kidding me?',
        'This is so stupid.',
        'WHY WOULD ANYBODY DO THIS HERE!',
        'Ugly.',
      ],
    ],
    ['command-not-question', 'full', ['Extract this into a helper.', 'Use a Map here.']],
    [
      'blocking-unclear',
      'full',
      ['It might be nice to have a second case.', 'Maybe a Set would be better?', 'I’d prefer a Map here.'],
    ],
    [
      'too-much',
      'light',
      [
        'Use a Map. Rename x. Add a case. Remove the log.',
        '- use a Map\n- rename x\n- add a case\n- remove the log',
      ],
    ],
  ];
  for (const [code, level, texts] of told)
    for (const text of texts)
      it(`${code} at ${level}: “${text}”`, () => assert.ok(has(text, code, level), full(text).join()));

  const silent: [FindingCode, string[]][] = [
    [
      'no-why',
      [
        'LGTM',
        'Thanks, merged.',
        'Done.',
        'What does this do?',
        'I need to look at this again.',
        'Fixed in the next commit.',
        'Remove this, because nobody calls it.',
        'Remove this. Nobody has called it since the last release.',
        'nit: typo',
        'Nice test!',
        'We don’t need to wait for it.',
        'This should work.',
      ],
    ],
    [
      'vague',
      [
        'LGTM',
        'Nice!',
        'Please fix the off-by-one in `sum`.',
        'done',
        'typo',
        'Why a list and no set?',
        'fix `foo()`',
      ],
    ],
    [
      'about-the-person',
      [
        'You always need to call `close` here, as the docs say.',
        'Thank you, you never stop to amaze me!',
        'Could you test this on Windows?',
        'As you said, this is rare.',
        'You can use a Map here.',
      ],
    ],
    [
      'harsh',
      [
        'Damn, I forgot to commit that. Will fix.',
        'Silly me, sorry.',
        'Dumb question: why is this a list?',
        'Oh crap. I missed that.',
        'This kills the process, and the garbage collector runs.',
        'The class is a dumb buffer.',
        '`stupid()` returns null.',
        '> This sucks.\n\nWhat would help?',
        'The README says "this sucks", can we find other words?',
        'README and LICENSE ARE missing.',
        'Awesome!!!!',
      ],
    ],
    [
      'command-not-question',
      ['What would a Map change here?', 'nit: use a Map', 'Use `a` here? Or a Map?', 'Fix the typo.'],
    ],
    [
      'blocking-unclear',
      [
        'nit: maybe a Set',
        'suggestion (non-blocking): maybe a Set',
        'Maybe a Set, but no need to change it now.',
        'You must use a Set.',
      ],
    ],
    [
      'too-much',
      [
        'Use a Map. Rename x. Add a case.',
        'Use a Map. Rename x. Add a case. Remove the log later, it can wait.',
      ],
    ],
  ];
  for (const [code, texts] of silent)
    for (const text of texts)
      it(`no ${code}: “${text}”`, () => assert.ok(!has(text, code), full(text).join()));

  it('tells the tenth thread of a round, where something is asked', () => {
    const codes = (text: string, threadsInRound: number) =>
      coach(text, { threadsInRound }).map(({ code }) => code);
    assert.deepEqual(codes('Could we close it here, because it leaks?', 8), []);
    assert.deepEqual(codes('Could we close it here, because it leaks?', 9), ['too-much']);
    assert.deepEqual(codes('Nice test!', 30), []);
  });

  it('reads labels in bold and without a space, and believes them', () => {
    for (const text of [
      'nitpick: maybe a Set',
      '**nitpick**: maybe a Set',
      '**nitpick(non-blocking):** maybe a Set',
      'suggestion(if-minor): maybe a Set',
      'thought: maybe a Set would be better',
      '**note:** I’d prefer a Map here.',
    ])
      assert.ok(!has(text, 'blocking-unclear'), text);
    assert.ok(!has('nit: rename it', 'no-why'));
    assert.ok(has('issue (blocking): rename it to `total`', 'no-why', 'light'));
  });

  it('never flags praise, whatever the level', () => {
    for (const text of [
      'Great test, I love how it reads!',
      'praise: this is so much cleaner.',
      'Well done!',
      'Nice catch 🎉',
    ])
      assert.deepEqual(full(text), []);
  });

  it('says one sentence of each kind, and where it is known from', () => {
    for (const code of findingCodes) {
      const { why, source } = reasons[code];
      assert.match(why, /^[A-Z0-9][^.!?]*(?:\d\.\d[^.!?]*)*\.$/);
      assert.match(source.url, /^https:\/\/\S+$/);
      assert.ok(source.title.length > 10);
    }
    for (const text of told.flatMap(([, , texts]) => texts))
      for (const { message } of coach(text, { level: 'full' })) assert.match(message, /^[A-Z][^.!]*[.?]$/);
  });

  it('knows the labels and decorations of Conventional Comments, and which of them do not block', () => {
    const names = labels.map(({ name }) => name);
    for (const name of [
      'praise',
      'nitpick',
      'suggestion',
      'issue',
      'todo',
      'question',
      'thought',
      'chore',
      'note',
    ] as const)
      assert.ok(names.includes(name), name);
    for (const name of ['nitpick', 'thought', 'note'] as const)
      assert.equal(labels.find((label) => label.name === name)?.blocks, false);
    assert.deepEqual(
      decorations.slice(0, 3).map(({ name, blocks }) => [name, blocks]),
      [
        ['non-blocking', false],
        ['blocking', true],
        ['if-minor', null],
      ],
    );
  });
});
