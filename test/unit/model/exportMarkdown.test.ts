import assert from 'node:assert/strict';
import fc from 'fast-check';
import { marked, type Token } from 'marked';
import type { Annotation } from '../../../src/model/annotation.ts';
import type { Anchor } from '../../../src/model/events.ts';
import { type MarkdownContent, type MarkdownWords, toMarkdown } from '../../../src/model/exportMarkdown.ts';
import { fromEntered } from '../../../src/model/overlay.ts';
import { fenced, plainMarkdown, webLink } from '../../../src/model/plainMarkdown.ts';
import { blankMentorship } from '../../../src/model/records.ts';
import type { Handoff, Pairing, Session } from '../../../src/model/session.ts';
import type { Feedback, Goal, NextAction } from '../../../src/model/state.ts';

const same = <T extends string>(...names: T[]) =>
  Object.fromEntries(names.map((name) => [name, name])) as unknown as Record<T, string>;
const words: MarkdownWords = {
  exportedOn: (date) => `exported on ${date}`,
  headings: same('mentorship', 'goals', 'milestones', 'actions', 'annotations', 'feedback'),
  fields: same(
    ...(['kind', 'mentors', 'mentees', 'rhythm', 'budget', 'category', 'origin', 'status'] as const),
    ...(['targetDate', 'tags', 'owner', 'dueDate', 'goal', 'done'] as const),
  ),
  tags: same('keep', 'stop', 'start'),
  untagged: 'no tag',
  private: 'private',
  resolved: 'resolved',
  deleted: 'deleted',
  published: 'published',
  unverified: (name) => `says to be ${name}`,
  nothing: 'nothing',
  days: (count) => `${count} days`,
  hours: (count) => `${count} hours`,
  kinds: same('one-to-one', 'group', 'reverse', 'peer'),
  statuses: same('active', 'completed', 'archived'),
  origins: same('mentee', 'organisation'),
  category: (category) => category,
  sessions: {
    headings: same('sessions', 'pairings', 'steps'),
    fields: same(
      ...(['people', 'minutes', 'link', 'keyboard', 'topic', 'insight', 'nextAction', 'by'] as const),
      ...(['branch', 'done', 'next', 'unclear', 'failing'] as const),
    ),
    planned: 'planned',
    kind: (kind) => kind,
    style: (style) => style,
    step: (step) => step,
    minutes: (count) => `${count} min`,
  },
  growth: {
    headings: same('themes', 'kudos', 'guesses', 'scales'),
    to: (name) => `to ${name}`,
    judged: same('hit', 'miss'),
    scale: (scale) => scale,
    value: (_, value) => `number ${value}`,
  },
  mentorship: {
    headings: same('charter', 'pulses', 'trials', 'skills', 'knowledge', 'help'),
    fields: same(
      ...(['purpose', 'mentorsHope', 'menteesHope', 'startsOn', 'months', 'accepted', 'inForce'] as const),
      ...(['why', 'topics'] as const),
    ),
    statuses: same('active', 'paused', 'ended'),
    until: (date) => `until ${date}`,
    months: (count) => `${count} months`,
    notInForce: 'not yet',
    pulse: same('value', 'clarity', 'workload', 'relationship'),
    trial: same('useful', 'respectful', 'sustainable'),
    answers: same('yes', 'partly', 'no'),
    day: (count) => `day ${count}`,
    level: (count) => `level ${count}`,
    asked: (name) => `asked ${name}`,
  },
};

const kept = { createdBy: 'ann', claimedBy: null, isPrivate: false };
const goal = (id: string, more: Partial<Goal> = {}): Goal => ({
  ...kept,
  ...{ id, title: `goal ${id}`, category: null, origin: 'mentee', status: 'active', targetDate: null },
  ...{ milestones: [], counts: { keep: 0, stop: 0, start: 0 } },
  ...more,
});
const feedback = (id: string, more: Partial<Feedback> = {}): Feedback => ({
  ...fromEntered({
    id,
    author: 'theo',
    body: `words ${id}`,
    url: null,
    saidAt: '2026-02-03T04:05:06Z',
    entered: { by: 'ann', claimedBy: null },
  }),
  ...more,
});
const action = (id: string, more: Partial<NextAction> = {}): NextAction => ({
  ...kept,
  ...{
    id,
    text: `action ${id}`,
    owner: null,
    dueDate: null,
    goalId: null,
    sessionId: null,
    doneAt: null,
    createdAt: '',
  },
  ...more,
});
const annotation = (id: string, more: Partial<Annotation> = {}): Annotation => ({
  ...kept,
  ...{ id, body: `note ${id}`, isDeleted: false, anchors: [anchor('src/a.ts', 7)], number: null },
  ...{ feedbackId: null, tag: null, goalIds: [], isResolved: false, replies: [], published: null },
  ...{ createdAt: '2026-02-03T04:05:06Z', editedAt: null },
  ...more,
});
const session = (id: string, more: Partial<Session> = {}): Session => ({
  ...kept,
  ...{ id, kind: 'check-in', people: ['ann', 'theo'], date: '2026-02-10', heldAt: null, minutes: null },
  ...{ goalIds: [], link: null, pairingId: null, texts: [], entries: [], createdAt: '' },
  ...more,
});
const pairing = (id: string, more: Partial<Pairing> = {}): Pairing => ({
  ...kept,
  ...{ id, people: ['ann', 'theo'], goalId: null, style: 'ping-pong', turnMinutes: 10, repository: 'x/y' },
  ...{ base: 'main', branch: 'mob/main', startedAt: '2026-02-11T10:00:00Z', endedAt: null, sessionId: null },
  ...{ commit: null, handoffs: [], driver: null, since: null },
  ...more,
});
const handoff = (id: string, more: Partial<Handoff> = {}): Handoff => ({
  ...{ id, driver: 'ann', next: 'theo', done: 'parser', todo: 'lexer', unclear: '', failing: null },
  ...{ commit: null, startedAt: '2026-02-11T10:00:00Z', handedAt: '2026-02-11T10:10:00Z', files: [] },
  ...{ takenBy: null, takenAt: null, createdBy: 'ann' },
  ...more,
});
const anchor = (path: string, line: number, more: Partial<Anchor> = {}): Anchor => ({
  ...{ path, repository: 'x/y', side: 'RIGHT', commit: null, startLine: line, endLine: line },
  ...{ code: 'const a = 1;', before: '', after: '' },
  ...more,
});
const page = (content: Partial<MarkdownContent>) =>
  toMarkdown(
    {
      name: 'Ada',
      exportedOn: '2026-03-04',
      goals: [],
      feedback: [],
      actions: [],
      annotations: [],
      sessions: [],
      pairings: [],
      scaffolds: [],
      ...{ guesses: [], kudos: [], scaleAnswers: [], themes: [] },
      ...{ charters: [], pulses: [], trials: [], skillRatings: [], knowledge: [], help: [] },
      mentorship: null,
      keyboard: () => [],
      ...content,
    },
    words,
  );

/** Every token of the page, those inside of others included. */
function tokensOf(markdown: string): Token[] {
  const all: Token[] = [];
  marked.walkTokens(marked.lexer(markdown), (token) => {
    all.push(token);
  });
  return all;
}

const fileOf = (repository: string, path: string) =>
  [repository, path].filter(Boolean).map(plainMarkdown).join(' ');

describe('a space as Markdown', () => {
  it('shows the mentorship, goals with what is linked, next actions, and feedback by tag', () => {
    const text = page({
      mentorship: {
        ...{ title: 'Growing', kind: 'one-to-one', mentors: ['tom'], mentees: ['ada'] },
        ...{ ...blankMentorship, rhythmDays: 14, hoursPerMonth: 4 },
      },
      goals: [
        goal('g', {
          title: 'Say why',
          milestones: [
            { id: 'm', title: 'first step', completedAt: '2026-02-01T00:00:00Z' },
            { id: 'n', title: 'second step', completedAt: null },
          ],
        }),
      ],
      actions: [
        action('a', { owner: 'ada', dueDate: '2026-05-06', goalId: 'g' }),
        action('b', { doneAt: '2026-02-09T00:00:00Z', isPrivate: true }),
      ],
      feedback: [
        feedback('f', {
          tag: 'keep',
          goalIds: ['g'],
          path: 'src/a.ts',
          line: 7,
          url: 'https://github.com/x/y/pull/3#r1',
          pullRequest: { repository: 'x/y', number: 3, title: 't', url: 'https://github.com/x/y/pull/3' },
        }),
        feedback('h', { tag: 'stop', isSetAside: true }),
        feedback('i', { claimedBy: 'mallory' }),
      ],
    });
    const lines = text.split('\n');
    for (const wanted of [
      '# Ada',
      'exported on 2026-03-04',
      '- kind: Growing (one-to-one)',
      '- rhythm: 14 days',
      '### Say why',
      '- tags: 1 keep, 0 stop, 0 start',
      '- [x] first step',
      '- [ ] second step',
      '- words f (theo, 2026-02-03, <https://github.com/x/y/pull/3#r1>)',
      '- [ ] action a (owner: ada; dueDate: 2026-05-06; goal: Say why)',
      '- [x] action b (done: 2026-02-09) (private)',
      '### keep (1)',
      'x/y\\#3 src/a.ts:7 · theo · 2026-02-03 · <https://github.com/x/y/pull/3#r1> · goal: Say why',
      '### no tag (1)',
      'theo · 2026-02-03 (says to be mallory)',
    ])
      assert.ok(lines.includes(wanted), `${wanted}\n is not in\n${text}`);
    assert.ok(!text.includes('words h'), 'what was set aside asks for nothing');
  });

  it('says so where there is nothing', () => {
    assert.equal(page({}).match(/^nothing$/gm)?.length, 5);
  });

  it('cuts what is long, without half a character', () => {
    const text = page({ feedback: [feedback('f', { body: `${'x'.repeat(499)}😀 and more` })] });
    assert.match(text, /x{499}\S? …\n/u);
    assert.ok(text.isWellFormed());
  });

  it('shows annotations by file and line, with their code, replies, and what became of them', () => {
    const reply = { id: 'r', editedAt: null, claimedBy: null };
    const text = page({
      goals: [goal('g', { title: 'Say why' })],
      annotations: [
        annotation('late', { anchors: [anchor('src/b.ts', 3)], isDeleted: true, body: '' }),
        annotation('b', { anchors: [anchor('src/a.ts', 20, { endLine: 22 })], isResolved: true }),
        annotation('a', {
          ...{ tag: 'start', goalIds: ['g'], isPrivate: true },
          published: {
            ...{ repository: 'x/y', number: 3, comment: '1', url: 'https://github.com/x/y/pull/3#r1' },
            ...{ isPending: false, publishedAt: '2026-02-04' },
          },
          replies: [{ ...reply, body: 'I see', createdAt: '2026-02-05T00:00:00Z', createdBy: 'theo' }],
        }),
      ],
    });
    const from = text.slice(text.indexOf('## annotations'), text.indexOf('## feedback'));
    assert.equal(
      from,
      [
        '## annotations',
        '### x/y src/a.ts',
        '7 · ann · 2026-02-03 · start · goal: Say why · published <https://github.com/x/y/pull/3#r1> (private)',
        '```text\nconst a = 1;\n```',
        '```text\nnote a\n```',
        'theo · 2026-02-05',
        '```text\nI see\n```',
        '20-22 · ann · 2026-02-03 · resolved',
        '```text\nconst a = 1;\n```',
        '```text\nnote b\n```',
        '### x/y src/b.ts',
        '3 · ann · 2026-02-03',
        '```text\nconst a = 1;\n```',
        'deleted',
        '',
      ].join('\n\n'),
    );
  });

  it('shows sessions with their rows and texts, the time at the keyboard, turns and steps', () => {
    const entry = { topic: 'a|b', insight: 'why', nextAction: '@ann ask', by: 'ann' };
    const text = page({
      goals: [goal('g', { title: 'Say why' })],
      sessions: [
        session('s', {
          ...{
            heldAt: '2026-02-10T10:00:00Z',
            minutes: 30,
            goalIds: ['g', 'gone'],
            link: 'https://x.y/call',
          },
          ...{ entries: [entry], isPrivate: true, pairingId: 'p' },
          texts: [{ by: 'ann', claimedBy: null, text: '# All of it\n| a |', writtenAt: '2026-02-10' }],
        }),
        session('t', { kind: 'incident-review', link: 'command:quit', claimedBy: 'eve' }),
      ],
      pairings: [
        pairing('p', { goalId: 'g', handoffs: [handoff('h'), handoff('i', { failing: 'test x' })] }),
      ],
      scaffolds: [
        {
          ...{ ...kept, id: 'c', goalId: null, part: 'deploys' },
          steps: [
            { step: 'shadow', sessionId: 's', url: 'https://x.y/1', reachedAt: '2026-02-12T00:00:00Z' },
          ],
        },
      ],
      keyboard: () => [
        { person: 'ann', time: 1_200_000 },
        { person: 'theo', time: 600_000 },
      ],
    });
    const time = '- keyboard: ann 20 min, theo 10 min';
    assert.equal(
      text.slice(text.indexOf('## sessions'), text.indexOf('## annotations')),
      [
        '## sessions',
        '### 2026-02-10 · check-in (private)',
        `- people: ann, theo\n- minutes: 30 min\n- goal: Say why\n- link: <https://x.y/call>\n${time}`,
        '| topic | insight | nextAction | by |\n| --- | --- | --- | --- |\n| a\\|b | why | @ann ask | ann |',
        'ann · 2026-02-10',
        '```text\n# All of it\n| a |\n```',
        '### 2026-02-10 · incident-review · planned (says to be eve)',
        '- people: ann, theo',
        '## pairings',
        '### 2026-02-11 · ping-pong',
        `- people: ann, theo\n- goal: Say why\n- branch: x/y mob/main\n${time}`,
        '- ann → theo · 2026-02-11 · done: parser · next: lexer\n' +
          '- ann → theo · 2026-02-11 · done: parser · next: lexer · failing: test x',
        '## steps',
        '- deploys: shadow 2026-02-12 <https://x.y/1>',
        '',
      ].join('\n\n'),
    );
  });

  const tricks = [
    '```\n# out\n<img src=https://x.y/z.png onerror=alert(1)>\n```',
    '````````\n~~~\n```',
    '<script>alert(1)</script>',
    '![a](https://x.y/z.png)',
    '[a]: https://x.y "t"\n[a]',
    '[run](command:workbench.action.quit)',
    '[run](javascript:alert(1))',
    '# heading\n\n---\n\n    code',
    'line\n===\n- item\n1. item\n> quote',
    '<!-- open',
    '</text>\n</div>',
    '$$\\href{javascript:alert(1)}{x}$$',
    '{{ site.secret }} {% include x %}',
    '\u202eback\u2028line\u0000',
    '&lt;b&gt; &#x3c;script&#x3e;',
    '- [ ] fake',
    '```mermaid\ngraph TD\nclick A "javascript:alert(1)"\n```',
  ];
  const anything = fc.oneof(
    fc.constantFrom(...tricks),
    fc
      .array(fc.oneof(fc.constantFrom(...tricks, '\n', '`', '~', '<', '![', '](', '\\'), fc.string()))
      .map((parts) => parts.join('')),
  );

  it('shows themes, thanks, guesses and scales where there are any', () => {
    const text = page({
      goals: [goal('g')],
      feedback: [feedback('f', { tag: 'start' }), feedback('h')],
      themes: [{ id: 't', name: 'Say why', feedbackIds: ['h', 'gone'], isPrivate: false }],
      kudos: [
        {
          ...{ ...kept, id: 'k', to: 'theo', text: 'That helped.', feedbackId: 'f', goalId: null },
          ...{ excerpt: null, helpId: null, givenAt: '2026-02-04T00:00:00Z' },
        },
      ],
      guesses: [
        {
          ...{ ...kept, id: 'u', repository: 'x/y', number: 3, title: 'Retry', url: null },
          ...{ madeAt: '2026-02-01T00:00:00Z', changedAt: '' },
          expectations: [
            { id: 'a', text: 'tests', path: 'src/a.ts', feedbackId: 'f' },
            { id: 'b', text: 'names', path: null, feedbackId: null },
            { id: 'c', text: 'errors', path: null },
          ],
        },
      ],
      scaleAnswers: [
        {
          ...{ ...kept, id: 'w', scale: 'confidence', value: 4, goalId: 'g', note: 'better' },
          ...{ answeredAt: '2026-02-05T00:00:00Z', isPrivate: true },
        },
      ],
    });
    for (const wanted of [
      '## themes\n\n### Say why\n\n- words h (2026-02-03)\n\n## kudos',
      'ann · to theo · 2026-02-04\n\n```text\nThat helped.',
      'x/y\\#3 Retry · ann · 2026-02-01\n\n- src/a.ts: tests (hit)\n- names (miss)\n- errors\n',
      '- 2026-02-05 · confidence: number 4 · goal: goal g · better (private)',
    ])
      assert.ok(text.includes(wanted), `${wanted} in\n${text}`);
    assert.doesNotMatch(page({}), /themes|kudos|guesses|scales/);
  });

  it('shows what is agreed, knowledge, skills, pulses, checks and questions where there are any', () => {
    const charter = (id: string, inForceSince: string | null) => ({
      ...{ ...kept, id, text: `we *agree* ${id}`, writtenAt: '', acceptedBy: ['ann'], inForceSince },
    });
    const text = page({
      mentorship: {
        ...{ ...blankMentorship, title: 'Growing', kind: 'group', mentors: ['tom'], mentees: ['ada'] },
        ...{ rhythmDays: null, hoursPerMonth: null, purpose: 'Ship <it>', months: 6, startsOn: '2026-02-01' },
        ...{ hopes: { mentors: 'patience', mentees: '' }, status: 'paused', statusUntil: '2026-04-01' },
      },
      charters: [charter('1', '2026-02-02T00:00:00Z'), charter('2', null)],
      pulses: [
        {
          ...{ ...kept, isPrivate: true, id: 'p', words: 'tired', of: null, givenAt: '2026-03-01' },
          answers: { value: 4, clarity: null, workload: 2, relationship: null },
        },
      ],
      trials: [
        {
          ...{ ...kept, id: 't', day: 30, words: null, of: null, answeredAt: '2026-03-02' },
          answers: { useful: 'partly', respectful: 'yes', sustainable: null },
        },
      ],
      skillRatings: [
        {
          ...{ ...kept, id: 'r', rubric: 'code', skill: 'tests', person: 'ada', level: 2, evidence: [] },
          ...{ note: 'grows', ratedAt: '2026-03-03' },
        },
      ],
      knowledge: [
        {
          ...{ ...kept, id: 'k', what: 'Retry twice', why: 'the proxy', anchor: anchor('src/a.ts', 7) },
          ...{ feedbackId: null, sessionId: null, topics: ['net'], excerpt: null },
          ...{ notedAt: '2026-03-04', changedAt: '' },
        },
      ],
      help: [
        {
          ...{ ...kept, id: 'h', topic: 'the build', path: 'ci/a', of: 'tom', thanksId: null },
          askedAt: '2026-03-05',
        },
      ],
    });
    for (const wanted of [
      '- purpose: Ship &lt;it\\>\n- mentorsHope: patience\n- startsOn: 2026-02-01\n- months: 6 months\n- status: paused, until 2026-04-01',
      '## charter\n\n- accepted: ann\n- inForce: 2026-02-02\n\n```text\nwe *agree* 1\n```',
      '## pulses\n\n- 2026-03-01 · value: 4, workload: 2 · ann · tired (private)',
      '## trials\n\n- 2026-03-02 · day 30 · useful: partly, respectful: yes · ann',
      '## skills\n\n- 2026-03-03 · code, tests: ada · level 2 · ann · grows',
      '## knowledge\n\nann · 2026-03-04 · src/a.ts:7\n\n```text\nRetry twice\n```\n\nwhy:\n\n```text\nthe proxy\n```\n\ntopics: net',
      '## help\n\n- 2026-03-05 · the build · ci/a · asked tom · ann',
    ])
      assert.ok(text.includes(wanted), `${wanted} in\n${text}`);
    assert.match(page({ charters: [charter('2', null)] }), /inForce: not yet/);
    assert.doesNotMatch(page({}), /charter|pulses|trials|skills|knowledge|## help/);
  });

  it('is text and nothing else, whatever people wrote: no HTML, no picture, no link but to a web page', () => {
    const one = fc.record({ text: anything, other: anything, url: fc.oneof(anything, fc.webUrl()) });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 4 }), anything, (parts, name) => {
        const text = page({
          name,
          mentorship: {
            ...{
              ...blankMentorship,
              title: name,
              kind: 'peer',
              mentors: [name, name],
              mentees: [],
              rhythmDays: null,
              hoursPerMonth: null,
            },
          },
          goals: parts.map(({ text, other }, i) =>
            goal(`g${i}`, {
              title: text,
              category: other,
              claimedBy: other,
              milestones: [{ id: 'm', title: other, completedAt: null }],
            }),
          ),
          actions: parts.map(({ text, other }, i) =>
            action(`a${i}`, { text, owner: other, goalId: `g${i}` }),
          ),
          feedback: parts.map(({ text, other, url }, i) =>
            feedback(`f${i}`, {
              ...{ body: text, author: other, url, path: other, createdAt: other, goalIds: [`g${i}`] },
              pullRequest: { repository: text, number: 1, title: other, url },
            }),
          ),
          annotations: parts.map(({ text, other, url }, i) =>
            annotation(`n${i}`, {
              ...{ body: text, createdBy: other, claimedBy: other, createdAt: other },
              anchors: [anchor(other, 1, { code: text || 'x', repository: `r${i}${text}` })],
              published: {
                ...{ repository: text, number: 1, comment: text, url, isPending: true, publishedAt: text },
              },
              replies: [
                { id: 'r', body: text, createdAt: other, editedAt: null, createdBy: other, claimedBy: other },
              ],
            }),
          ),
          sessions: parts.map(({ text, other, url }, i) =>
            session(`s${i}`, {
              ...{ people: [text, other], link: url, goalIds: [`g${i}`], claimedBy: other },
              texts: [{ by: other, claimedBy: text, text, writtenAt: other }],
              entries: [{ topic: text, insight: other, nextAction: text, by: other }],
            }),
          ),
          pairings: parts.map(({ text, other }, i) =>
            pairing(`p${i}`, {
              ...{ people: [text], branch: other, repository: text, startedAt: other, sessionId: `s${i}` },
              handoffs: [
                handoff('h', { driver: other, next: text, done: text, unclear: other, handedAt: text }),
              ],
            }),
          ),
          scaffolds: parts.map(({ text, other, url }, i) => ({
            ...{ ...kept, id: `c${i}`, goalId: null, part: text, claimedBy: other },
            steps: [{ step: 'solo' as const, sessionId: null, url, reachedAt: other }],
          })),
          guesses: parts.map(({ text, other, url }, i) => ({
            ...{ ...kept, id: `u${i}`, repository: text, number: 1, title: other, url, claimedBy: other },
            ...{ madeAt: other, changedAt: other, expectations: [{ id: 'x', text, path: other }] },
          })),
          kudos: parts.map(({ text, other }, i) => ({
            ...{ ...kept, id: `k${i}`, to: other, text, feedbackId: null, goalId: null, excerpt: null },
            ...{ helpId: null, givenAt: other, claimedBy: text },
          })),
          scaleAnswers: parts.map(({ text, other }, i) => ({
            ...{ ...kept, id: `w${i}`, scale: 'autonomy' as const, value: 3, goalId: `g${i}`, note: text },
            answeredAt: other,
          })),
          charters: parts.map(({ text, other }, i) => ({
            ...{
              ...kept,
              id: `c${i}`,
              text,
              writtenAt: other,
              acceptedBy: [text, other],
              inForceSince: other,
            },
          })),
          pulses: parts.map(({ text, other }, i) => ({
            ...{ ...kept, id: `q${i}`, words: text, of: other, givenAt: other, claimedBy: text },
            answers: { value: 1, clarity: null, workload: null, relationship: null },
          })),
          skillRatings: parts.map(({ text, other }, i) => ({
            ...{ ...kept, id: `l${i}`, rubric: text, skill: other, person: text, level: 1, evidence: [text] },
            ...{ note: other, ratedAt: text },
          })),
          knowledge: parts.map(({ text, other, url }, i) => ({
            ...{ ...kept, id: `o${i}`, what: text, why: other, feedbackId: null, sessionId: null },
            ...{ topics: [text, other], notedAt: other, changedAt: other, createdBy: text },
            anchor: anchor(other, 1),
            excerpt: {
              ...{ kind: 'line' as const, author: text, text: other, url, repository: text, isPrivate: null },
              ...{ number: 1, title: other, path: text, line: 1, createdAt: other },
            },
          })),
          help: parts.map(({ text, other }, i) => ({
            ...{ ...kept, id: `e${i}`, topic: text, path: other, of: text, thanksId: null, askedAt: other },
          })),
          themes: parts.map(({ text }, i) => ({
            ...{ id: `t${i}`, name: text, feedbackIds: [`f${i}`], isPrivate: true },
          })),
          keyboard: () => parts.map(({ other }) => ({ person: other, time: 60_000 })),
        });
        const tokens = tokensOf(text);
        const kinds = new Set(tokens.map(({ type }) => type));
        for (const kind of ['html', 'image', 'def', 'blockquote', 'hr', 'codespan']) {
          assert.ok(!kinds.has(kind), `${kind} in\n${text}`);
        }
        for (const token of tokens) {
          if (token.type === 'link') assert.match(token.href, /^(https?|ftp|mailto):/, text);
        }
        const headings = tokens.filter(({ type }) => type === 'heading');
        const files = new Set(parts.map(({ text, other }, i) => fileOf(`r${i}${text}`, other))).size;
        assert.equal(headings.length, 7 + 4 * parts.length + files + (parts.length > 0 ? 12 : 0), text);
        const tables = tokens.filter(({ type }) => type === 'table');
        assert.equal(tables.length, parts.length, text);
        for (const table of tables) {
          assert.ok(table.type === 'table');
          assert.deepEqual([table.header.length, table.rows.length, table.rows[0].length], [4, 1, 4], text);
        }
        const blocks = tokens.filter(({ type }) => type === 'code');
        const codes = parts.filter(({ text }) => text.trim() !== '' || text === '').length;
        const charter = parts.length > 0 ? 1 : 0;
        assert.equal(blocks.length, 7 * parts.length + codes + charter, text);
        assert.ok(blocks.every((block) => block.type === 'code' && block.lang === 'text'));
      }),
      { numRuns: 300 },
    );
  });

  it('keeps the words in a line, a block and a link', () => {
    assert.equal(plainMarkdown(' a\n b *c* <d> & e_f '), 'a b \\*c\\* &lt;d\\> &amp; e\\_f');
    assert.equal(plainMarkdown('1. x'), '1\\. x');
    assert.equal(fenced('a\n````\nb'), '`````text\na\n````\nb\n`````');
    assert.equal(webLink('https://x.y/a b?q=<c>#`d`'), '<https://x.y/a%20b?q=%3Cc%3E#%60d%60>');
    for (const bad of [null, '', 'x', 'javascript:alert(1)', 'command:x', 'file:///etc/passwd', 'ftp://x'])
      assert.equal(webLink(bad), null);
  });
});
