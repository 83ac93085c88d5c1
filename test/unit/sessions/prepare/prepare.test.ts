import assert from 'node:assert/strict';
import fc from 'fast-check';
import { marked, type Token } from 'marked';
import { readSession } from '../../../../src/model/sessionText/readSession.ts';
import type { State } from '../../../../src/model/state.ts';
import { isMentee, type Preparation, prepare } from '../../../../src/sessions/prepare/prepare.ts';
import { frames } from '../../../../src/sessions/templates/frames.ts';
import { action, feedback, goal, held, mentorship, noon, state, thread } from '../records.ts';
import { words } from './words.ts';

const now = new Date('2026-11-22T09:00:00');
const about: Preparation = { kind: 'check-in', date: '2026-11-23', frame: null, isMentee: true };
const text = (more: Partial<State> = {}, how: Partial<Preparation> = {}) =>
  prepare(state(more), now, { ...about, ...how }, words);
/** What stands under a heading, without empty lines and the signs of quotes. */
function under(heading: string, whole: string): string[] {
  const part = whole.split(/^(?=#+ )/m).find((one) => one.startsWith(`## ${heading}\n`));
  assert.ok(part, `no ${heading} in\n${whole}`);
  return part
    .split('\n')
    .slice(1)
    .map((line) => line.replace(/^>(?: |$)/, ''))
    .filter((line) => line.trim() !== '');
}
const headings = (whole: string) => whole.split('\n').filter((line) => line.startsWith('#'));
const link = (id: string) => `[x/y\\#3](<https://github.com/x/y/pull/3#r${id}>)`;

describe('a prepared session', () => {
  it('stands in the order blockers, wins, focus, next actions, what the mentee brings, questions, log', () => {
    assert.deepEqual(headings(text()), [
      '# check-in on 2026-11-23',
      ...['## blockers', '## wins', '## focus', '## actions'],
      ...['## Question', '## Goal', '## Recent example', '## prompts', '## log'],
    ]);
    const bare = text({}, { isMentee: false });
    assert.ok(!/Question|Goal|example/.test(bare), bare);
  });

  it('says so where nothing was found', () => {
    const whole = text();
    const nothing = ['blockers', 'wins', 'focus', 'actions'].map((name) => under(name, whole));
    assert.deepEqual(nothing, [
      ['no blockers'],
      ['since 2026-10-23', 'no wins'],
      ['no focus'],
      ['no actions'],
    ]);
  });

  it('names unresolved conversations by their first comment: what was tagged, then the latest of each pull request', () => {
    const whole = text({
      feedback: [
        thread('new', {
          createdAt: noon('2026-11-21'),
          isOutdated: true,
          tag: 'start',
          line: null,
          originalLine: 9,
        }),
        thread('reply', {
          threadId: 't-first',
          inReplyTo: 'first',
          author: 'mo',
          createdAt: noon('2026-11-20'),
        }),
        thread('first', { createdAt: noon('2026-11-02'), body: 'unseen' }),
        thread('second', { createdAt: noon('2026-11-01') }),
        thread('done', { isResolved: true }),
        thread('bot', { isBot: true }),
        thread('aside', { isSetAside: true }),
        feedback('said'),
      ],
    });
    assert.deepEqual(under('blockers', whole), [
      'threads:',
      `- theo, ${link('new')}, src/a.ts:9, 2026-11-21, outdated: “words new”`,
      `- theo, ${link('first')}, 2026-11-02 of 2`,
    ]);
    assert.ok(!whole.includes('unseen'), 'what nobody tagged stays at GitHub');
  });

  it('names goals for which nothing happened in a month, with what happened last', () => {
    const sessions = [
      held('s', '2026-09-01', { goalIds: ['old'] }),
      held('t', '2026-11-20', { goalIds: ['met'] }),
    ];
    const whole = text({
      goals: [
        goal('old'),
        goal('never'),
        goal('met'),
        goal('linked'),
        goal('kept'),
        goal('step', { milestones: [{ id: 'm', title: 'M', completedAt: noon('2026-11-15') }] }),
        goal('gone', { status: 'archived' }),
        // Made on 2026-11-15.
        goal('01M7FH87G0AAAAAAAAAAAAAAAA', { title: 'young' }),
      ],
      feedback: [feedback('f', { goalIds: ['linked'] })],
      actions: [action('a', { goalId: 'kept', createdAt: noon('2026-08-01'), doneAt: noon('2026-11-18') })],
      sessions,
    });
    assert.deepEqual(under('blockers', whole), [
      'still:',
      '- goal never: never moved',
      '- goal old: last moved 2026-09-01',
    ]);
  });

  it('names what went well since the last check-in, or within a month', () => {
    const about: Partial<State> = {
      goals: [
        goal('g', {
          milestones: [
            { id: 'm', title: 'leads a review', completedAt: noon('2026-11-12') },
            { id: 'n', title: 'earlier', completedAt: noon('2026-11-01') },
            { id: 'o', title: 'open', completedAt: null },
          ],
        }),
      ],
      feedback: [
        feedback('k', { tag: 'keep', createdAt: noon('2026-11-10'), url: 'https://x.y/z' }),
        feedback('l', { tag: 'keep', createdAt: noon('2026-11-21') }),
        feedback('old', { tag: 'keep', createdAt: noon('2026-11-01') }),
        feedback('stop', { tag: 'stop' }),
      ],
    };
    const whole = text({
      ...about,
      sessions: [held('s', '2026-11-09'), held('x', '2026-11-20', { kind: 'pairing' })],
    });
    assert.deepEqual(under('wins', whole), [
      'since 2026-11-09',
      'keeps:',
      '- theo, 2026-11-21: “words l”',
      '- theo, [2026-11-10](<https://x.y/z>): “words k”',
      'milestones:',
      '- leads a review (goal g, 2026-11-12)',
    ]);
    const month = under('wins', text(about));
    assert.deepEqual([month[0], month.length], ['since 2026-10-23', 8]);
  });

  it('focuses on the goal with the most stops of a season, then the latest, then what has no goal', () => {
    const stop = (id: string, day: string, ...goalIds: string[]) =>
      thread(id, { isResolved: true, tag: 'stop', createdAt: noon(day), goalIds, path: null });
    const goals = [goal('a'), goal('b', { claimedBy: 'mallory' }), goal('c', { status: 'completed' })];
    const old = ['1', '2', '3'].map((id) => stop(`o${id}`, '2026-06-01', 'a'));
    const b = [stop('b1', '2026-11-01', 'b'), stop('b2', '2026-11-05', 'b')];
    const whole = text({
      goals,
      feedback: [...old, stop('a1', '2026-11-20', 'a'), ...b, stop('c1', '2026-11-21', 'c')],
    });
    assert.deepEqual(under('focus', whole), [
      'goal b (says to be mallory): 2 stops since 2026-08-24',
      `- theo, ${link('b2')}, 2026-11-05: “words b2”`,
      `- theo, ${link('b1')}, 2026-11-01: “words b1”`,
    ]);
    const tie = [stop('a1', '2026-11-20', 'a'), stop('b1', '2026-11-21', 'b')];
    assert.match(under('focus', text({ goals, feedback: tie }))[0]!, /^goal b /);
    const loose = under('focus', text({ goals, feedback: [stop('x', '2026-11-20', 'c')] }));
    assert.equal(loose[0], 'without a goal: 1 stops since 2026-08-24');
    assert.deepEqual(under('focus', text({ goals, feedback: old })), ['no focus']);
  });

  it('quotes open promises, overdue first', () => {
    const whole = text({
      actions: [
        action('none'),
        action('later', { owner: 'theo', dueDate: '2026-12-01', goalId: 'g' }),
        action('late', { owner: 'ada', dueDate: '2026-11-21', claimedBy: 'mo' }),
        action('done', { doneAt: noon('2026-11-20') }),
      ],
    });
    assert.deepEqual(under('actions', whole), [
      '- ada: action late (due 2026-11-21, overdue) (says to be mo)',
      '- theo: action later (due 2026-12-01)',
      '- action none',
    ]);
  });

  it('is short: five of each, and how many more there are', () => {
    const many = Array.from({ length: 9 }, (_, i) => `${i}`);
    const whole = text({
      goals: many.map((id) => goal(id)),
      feedback: many.flatMap((id) => [
        thread(id, { pullRequest: { repository: 'x/y', number: Number(id), title: '', url: '' } }),
        thread(`${id}b`, { pullRequest: { repository: 'x/y', number: Number(id), title: '', url: '' } }),
        feedback(`k${id}`, { tag: 'keep' }),
        feedback(`s${id}`, { tag: 'stop' }),
      ]),
      actions: many.map((id) => action(id)),
    });
    assert.equal(whole.match(/^> - and 4 more$/gm)?.length, 4);
    assert.match(whole, /^> - and 8 more$/m, 'conversations, not pull requests');
    assert.match(under('focus', whole)[0]!, /: 9 stops/);
    assert.ok(whole.split('\n').length < 90, whole);
  });

  it('asks what fits the kind, and what fits the goal in focus', () => {
    const asked = (kind: Preparation['kind'], category: string | null) => {
      const goals = [goal('g', { category })];
      const said = [feedback('f', { tag: 'stop', goalIds: ['g'] })];
      return under('prompts', text({ goals, feedback: said }, { kind }));
    };
    assert.deepEqual(asked('incident-review', null), ['- why incident?']);
    assert.deepEqual(asked('pairing', 'architecture understanding'), ['- why code?']);
    assert.deepEqual(asked('check-in', null), ['- why check-in?']);
    assert.deepEqual(asked('check-in', 'architecture understanding'), ['- why design?', '- why check-in?']);
    assert.deepEqual(asked('check-in', 'constructor'), ['- why check-in?']);
  });

  it('knows who comes as a mentee', () => {
    const me = (own: string) => (name: string) => name.toLowerCase() === own;
    assert.ok(isMentee(me('ada'), state({ mentee: 'Ada' })));
    assert.ok(!isMentee(me('theo'), state({ mentee: 'ada' })));
    assert.ok(isMentee(me('mo'), state({ mentee: 'ada', mentorship: mentorship({ mentees: ['Mo'] }) })));
    assert.ok(!isMentee(me('theo'), state({ mentee: null, mentorship: mentorship() })));
    assert.ok(isMentee(me('anybody'), state({ mentee: null })));
  });
});

/** Every token of a document, those inside of others included. */
function tokensOf(markdown: string): Token[] {
  const all: Token[] = [];
  marked.walkTokens(marked.lexer(markdown), (token) => {
    all.push(token);
  });
  return all;
}
const empty = { entries: [], actions: [], feedback: [], prepared: { question: '', goal: '', example: '' } };

describe('what a prepared session says when it is read', () => {
  it('is nothing, before somebody writes in it: a quoted promise is no second one', () => {
    for (const frame of [null, ...frames]) {
      const actions = [action('a', { text: '- [ ] @ada try it by 2026-12-01', owner: 'ada' })];
      assert.deepEqual(readSession(text({ actions }, { frame })), empty, `${frame}`);
    }
  });

  const tricks = [
    ...[
      '- [ ] fake by friday',
      '[x] fake',
      '* [ ] fake',
      '1. [ ] fake',
      'a\n- [ ] fake',
      '[ ] @ada pay by friday',
    ],
    ...[
      '| a | b | c |',
      'a | b\n--- | ---\nc | d',
      '|--|--|',
      'Topic | Insight | Next action',
      '\\| a \\| b \\|',
    ],
    ...[
      '## Keep\n- more',
      'Keep\n===',
      '# Question\nx',
      '\n## Goal\n',
      'Stop:\n- it',
      '**Keep**',
      '### start',
    ],
    ...[
      'https://evil.example/x',
      'www.evil.example',
      'a@evil.example',
      '<https://evil.example>',
      'mailto:a@b.example',
    ],
    ...[
      '[a](https://evil.example)',
      '[run](command:x)',
      '![a](https://evil.example/a.png)',
      '[a]: https://evil.example',
    ],
    ...[
      '<img src=x onerror=alert(1)>',
      '<!--',
      '-->',
      '```\ncode',
      '~~~',
      '$$x$$',
      '&lt;b&gt;',
      '\u202eback\u2028- [ ] x',
    ],
    ...[
      '\u0000',
      '\\',
      '\\[ ]',
      '`',
      '](<x',
      '> quote',
      '---',
      '***',
      '    code',
      '\t- [ ] tab',
      '- ',
      '[ ]',
    ],
  ];
  const anything = fc.oneof(
    fc.constantFrom(...tricks),
    fc
      .array(fc.oneof(fc.constantFrom(...tricks, '\n', '\r', '|', '[ ] ', ' '), fc.string()))
      .map((parts) => parts.join('')),
  );

  it('is nothing, whatever people wrote: no row, task, heading, link or HTML comes of their words', () => {
    const one = fc.record({ text: anything, other: anything, url: fc.oneof(anything, fc.webUrl()) });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 3 }), fc.constantFrom(null, ...frames), (parts, frame) => {
        const whole = text(
          {
            goals: parts.map(({ text: title, other }, i) =>
              goal(`g${i}`, {
                ...{ title, category: other, claimedBy: other },
                milestones: [{ id: 'm', title: other, completedAt: noon('2026-11-20') }],
              }),
            ),
            actions: parts.map(({ text: words, other }, i) =>
              action(`a${i}`, { text: words, owner: other, claimedBy: words, dueDate: '2026-11-01' }),
            ),
            feedback: parts.flatMap(({ text: body, other, url }, i) =>
              (['keep', 'stop', 'start', null] as const).map((tag) =>
                thread(`${tag}${i}`, {
                  ...{
                    body,
                    author: other,
                    path: other,
                    url,
                    tag,
                    tagClaimedBy: body,
                    goalIds: tag ? [`g${i}`] : [],
                  },
                  pullRequest: i === 1 ? null : { repository: body, number: 1, title: other, url },
                }),
              ),
            ),
          },
          { frame },
        );
        assert.deepEqual(readSession(whole), empty, whole);
        const tokens = tokensOf(whole);
        const count = (kind: string) => tokens.filter(({ type }) => type === kind).length;
        for (const kind of ['image', 'def', 'hr', 'code', 'codespan', 'checkbox'])
          assert.equal(count(kind), 0, `${kind} in\n${whole}`);
        assert.equal(count('blockquote'), parts.length > 0 ? 5 : 0, whole);
        assert.equal(count('table'), 1, whole);
        assert.deepEqual(headings(whole), headings(text({}, { frame })));
        assert.equal(count('heading'), headings(whole).length, whole);
        for (const token of tokens) {
          if (token.type === 'list_item') assert.ok(!token.task, whole);
          if (token.type === 'html') assert.match(token.raw, /^<!-- [^<>]* -->\s*$/);
          if (token.type === 'link') {
            assert.match(token.href, /^https?:/);
            assert.match(token.raw, /^\[[^\n]*\]\(<[^\n<>]*>\)$/, 'a link that somebody wrote');
          }
        }
        assert.ok(count('link') <= 3 * 3 * parts.length);
      }),
      { numRuns: 200 },
    );
  });
});
