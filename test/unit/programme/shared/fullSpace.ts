import type { EventType, NewEvent } from '../../../../src/model/events.ts';

type PayloadOf<T extends EventType> = Extract<NewEvent, { type: T }>['payload'];
type Payloads = { [T in EventType]: PayloadOf<T>[] };

let made = 0;
/** Words that stand nowhere else. */
const words = () => `Quixotic${++made} words of ${made} people`;

const anchor = () => ({
  ...{ path: `src/Quixotic${++made}.ts`, repository: 'harbour/beacon', side: 'RIGHT' as const },
  ...{ commit: 'c0ffee', startLine: 41, endLine: 43, code: words(), before: words(), after: words() },
});
const excerpt = () => ({
  ...{ kind: 'line' as const, author: 'theo-flint', text: words(), url: 'https://example.com/Quixotic' },
  ...{ repository: 'harbour/beacon', isPrivate: true, number: 4711, title: words(), path: 'src/secret.ts' },
  ...{ line: 41, createdAt: '2026-11-03T10:11:12Z' },
});
const at = '2026-11-17T08:09:10Z';

/** A space in which everything was said that can be said: at least one payload of every type there is. */
export const fullSpace = ({ mentor, mentee }: { mentor: string; mentee: string }): Payloads => ({
  'mentorship.recorded': [
    {
      ...{ title: words(), kind: 'one-to-one', mentors: [mentor], mentees: [mentee], rhythmDays: 14 },
      ...{ hoursPerMonth: 3.75, purpose: words(), hopes: { mentors: words(), mentees: words() } },
      ...{ startsOn: '2026-03-07', months: 9, group: { id: 'quixotic-group', isCommon: false } },
    },
  ],
  'mentorship.status': [{ status: 'active', reason: words(), until: null, changedAt: at }],
  'charter.written': [{ charter: 'C1', text: `# ${words()}\n\n${words()}` }],
  'charter.accepted': [{ charter: 'C1', isAccepted: true }],
  'pulse.given': [
    {
      pulse: 'P1',
      value: 1,
      clarity: 2,
      workload: 5,
      relationship: 3,
      words: words(),
      of: null,
      givenAt: at,
    },
    {
      pulse: 'P2',
      value: 1,
      clarity: null,
      workload: null,
      relationship: null,
      words: words(),
      of: 'P1',
      givenAt: at,
    },
  ],
  'trial.answered': [
    {
      ...{ trial: 'T1', day: 30, useful: 'partly', respectful: 'no', sustainable: 'yes', words: words() },
      ...{ of: null, answeredAt: at },
    },
  ],
  'nudge.answered': [{ nudge: 'N1', kind: 'rhythm', about: words(), answer: 'later', answeredAt: at }],
  'skill.rated': [
    {
      ...{ rating: 'R1', rubric: words(), skill: words(), person: mentee, level: 3 },
      ...{ evidence: [words()], note: words(), ratedAt: at },
    },
  ],
  'knowledge.noted': [
    {
      ...{ knowledge: 'K1', what: words(), why: words(), anchor: anchor(), feedback: 'F1', session: 'S1' },
      ...{ topics: [words()], excerpt: excerpt() },
    },
  ],
  'knowledge.edited': [{ knowledge: 'K1', what: words(), why: words(), topics: [words()] }],
  'knowledge.moved': [{ knowledge: 'K1', anchor: anchor() }],
  'help.asked': [{ help: 'H1', topic: words(), path: 'src/help.ts', of: 'theo-flint', askedAt: at }],
  'goal.created': [
    { goal: 'G1', title: words(), category: words(), origin: 'mentee', targetDate: '2026-12-24' },
  ],
  'goal.edited': [{ goal: 'G1', title: words() }],
  'goal.status': [{ goal: 'G1', status: 'completed' }],
  'milestone.added': [{ goal: 'G1', milestone: 'M1', title: words() }],
  'milestone.completed': [{ goal: 'G1', milestone: 'M1', completedAt: at }],
  'feedback.entered': [
    { feedback: 'F1', author: 'theo-flint', body: words(), url: null, saidAt: at, session: 'S1' },
  ],
  'feedback.tagged': [{ feedback: 'F1', tag: 'stop', excerpt: excerpt() }],
  'feedback.linked': [{ feedback: 'F1', goal: 'G1' }],
  'feedback.unlinked': [{ feedback: 'F1', goal: 'G1' }],
  'feedback.setAside': [{ feedback: 'F1', isSetAside: true }],
  'feedback.rated': [{ rating: 'FR', feedback: 'F1', isHelpful: false, note: words() }],
  'action.added': [
    { action: 'A1', text: words(), owner: mentee, dueDate: '2026-12-24', goal: 'G1', session: 'S1' },
  ],
  'action.edited': [{ action: 'A1', text: words() }],
  'action.done': [{ action: 'A1', doneAt: at }],
  'annotation.added': [
    { annotation: 'AN', body: words(), anchor: anchor(), number: 4711, feedback: null, tag: 'start' },
  ],
  'annotation.replied': [{ annotation: 'AN', reply: 'AR', body: words() }],
  'annotation.edited': [{ annotation: 'AN', reply: 'AR', body: words() }],
  'annotation.deleted': [{ annotation: 'AN', reply: 'AR' }],
  'annotation.resolved': [{ annotation: 'AN', isResolved: true }],
  'annotation.tagged': [{ annotation: 'AN', tag: 'keep' }],
  'annotation.linked': [{ annotation: 'AN', goal: 'G1', isLinked: true }],
  'annotation.moved': [{ annotation: 'AN', anchor: anchor() }],
  'annotation.published': [
    {
      ...{ annotation: 'AN', repository: 'harbour/beacon', number: 4711, comment: '998877' },
      ...{ url: 'https://example.com/comment', isPending: false, publishedAt: at },
    },
  ],
  'session.logged': [
    {
      ...{ session: 'S1', kind: 'check-in', people: [mentor, mentee], date: '2026-11-17', heldAt: at },
      ...{ minutes: 47, goals: ['G1'], link: 'https://example.com/call', pairing: null },
    },
  ],
  'session.edited': [{ session: 'S1', minutes: 53 }],
  'session.written': [{ session: 'S1', text: `## Topics\n\n- ${words()}` }],
  'pairing.started': [
    {
      ...{ pairing: 'PA', people: [mentor, mentee], goal: 'G1', style: 'ping-pong', turnMinutes: 11 },
      ...{ repository: 'harbour/beacon', base: 'quixotic-base', branch: 'quixotic-branch', startedAt: at },
    },
  ],
  'pairing.handedOff': [
    {
      ...{ pairing: 'PA', handoff: 'HO', driver: mentor, next: mentee, done: words(), todo: words() },
      ...{ unclear: words(), failing: words(), commit: 'c0ffee', startedAt: at, handedAt: at },
      files: [{ path: 'src/pairing.ts', line: 4, column: 2 }],
    },
  ],
  'pairing.takenOver': [{ pairing: 'PA', handoff: 'HO', driver: mentee, takenAt: at }],
  'pairing.ended': [{ pairing: 'PA', session: 'S1', how: 'squash', commit: 'c0ffee', endedAt: at }],
  'scaffold.reached': [
    { scaffold: 'SC', goal: 'G1', part: words(), step: 'solo', session: 'S1', url: null, reachedAt: at },
  ],
  'theme.made': [{ theme: 'TH', name: words() }],
  'theme.placed': [{ feedback: 'F1', theme: 'TH' }],
  'theme.merged': [{ theme: 'TH', into: 'TI' }],
  'guess.made': [
    {
      ...{ guess: 'GU', repository: 'harbour/beacon', number: 4711, title: words(), url: null },
      expectations: [{ id: 'E1', text: words(), path: 'src/guess.ts' }],
    },
  ],
  'guess.judged': [{ guess: 'GU', expectation: 'E1', feedback: 'F1' }],
  'agreement.given': [
    { clause: 'publish-to-programme', isAgreed: true },
    { clause: 'self-review-first', isAgreed: true },
  ],
  'scale.answered': [
    { answer: 'SA', scale: 'confidence', value: 2, goal: 'G1', note: words(), answeredAt: at },
  ],
  'kudos.given': [
    { kudos: 'KU', to: mentor, text: words(), feedback: 'F1', goal: 'G1', givenAt: at, help: 'H1' },
  ],
  'record.withdrawn': [{ record: 'KU', isWithdrawn: false }],
  'writer.introduced': [{ name: `${mentor}-by-name` }],
  'record.hidden': [{ record: 'X1', isHidden: true }],
  'record.private': [{ record: 'X2', isPrivate: true }],
  'act.undone': [{ act: 'X3' }],
});
