import fc from 'fast-check';
import type { EventType } from '../../../src/model/events.ts';
import { clauses, scales } from '../../../src/model/growth.ts';
import {
  mentorshipStatuses,
  pairingStyles,
  scaffoldSteps,
  sessionKinds,
  trialWords,
} from '../../../src/model/kinds.ts';

export type Payload = Record<string, unknown>;

const text = (most: number, least = 0) => fc.string({ minLength: least, maxLength: Math.min(most, 30) });
const orNull = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const id = fc.constantFrom('r1', 'r2', 'r3');
const date = fc.constantFrom('2026-01-31', '2024-02-29', '2026-12-01');
const tag = fc.constantFrom('keep', 'stop', 'start');
const origin = fc.constantFrom('mentee', 'organisation');
const excerpt = fc.record({
  kind: fc.constantFrom('line', 'review', 'conversation', 'entered'),
  author: text(200),
  text: text(500),
  url: orNull(text(2000)),
  repository: orNull(text(300)),
  isPrivate: orNull(fc.boolean()),
  number: orNull(fc.integer()),
  title: orNull(text(500)),
  path: orNull(text(4000)),
  line: orNull(fc.integer()),
  createdAt: text(40),
});
const line = fc.integer({ min: 1, max: 10_000_000 });
const name = fc.constantFrom('ann', 'Bo', 'cy');
const names = fc.array(name, { maxLength: 3 });
const mark = orNull(fc.integer({ min: 1, max: 5 }));
const trialWord = orNull(fc.constantFrom(...trialWords));
const topics = fc.array(text(100), { maxLength: 3 });
/** Fields that are always there, and such that may be left out. */
const record = (
  always: Record<string, fc.Arbitrary<unknown>>,
  mayBe: Record<string, fc.Arbitrary<unknown>> = {},
) => fc.record({ ...always, ...mayBe }, { requiredKeys: Object.keys(always) }) as fc.Arbitrary<Payload>;

const anchor = record(
  {
    ...{ path: text(4000), repository: orNull(text(300)), side: fc.constantFrom('LEFT', 'RIGHT') },
    ...{ commit: orNull(text(64)), startLine: line, endLine: line },
    ...{ code: text(8000), before: text(1000), after: text(1000) },
  },
  { above: text(800), below: text(800) },
);

const all: Record<EventType, fc.Arbitrary<Payload>> = {
  'goal.created': record({
    goal: id,
    title: text(1000),
    category: orNull(text(200)),
    origin,
    targetDate: orNull(date),
  }),
  'goal.edited': record(
    { goal: id },
    { title: text(1000), category: orNull(text(200)), origin, targetDate: orNull(date) },
  ),
  'goal.status': record({ goal: id, status: fc.constantFrom('active', 'completed', 'archived') }),
  'milestone.added': record({ goal: id, milestone: id, title: text(1000) }),
  'milestone.completed': record({ goal: id, milestone: id, completedAt: orNull(text(40)) }),
  'feedback.entered': record(
    {
      ...{ feedback: id, author: text(200), body: text(65536) },
      ...{ url: orNull(text(2000)), saidAt: text(40) },
    },
    { session: id },
  ),
  'feedback.tagged': record({ feedback: id, tag: orNull(tag) }, { excerpt }),
  'feedback.linked': record({ feedback: id, goal: id }, { excerpt }),
  'feedback.unlinked': record({ feedback: id, goal: id }),
  'feedback.setAside': record({ feedback: id, isSetAside: fc.boolean() }, { excerpt }),
  'action.added': record(
    {
      ...{ action: id, text: text(1000), owner: orNull(text(200)) },
      ...{ dueDate: orNull(date), goal: orNull(id) },
    },
    { session: id },
  ),
  'action.edited': record(
    { action: id },
    { text: text(1000), owner: orNull(text(200)), dueDate: orNull(date), goal: orNull(id) },
  ),
  'action.done': record({ action: id, doneAt: orNull(text(40)) }),
  'feedback.rated': record(
    { rating: id, feedback: id, isHelpful: orNull(fc.boolean()), note: orNull(text(1000)) },
    { excerpt },
  ),
  'annotation.added': record({
    ...{ annotation: id, body: text(65536), anchor, number: orNull(fc.integer()) },
    ...{ feedback: orNull(id), tag: orNull(tag) },
  }),
  'annotation.replied': record({ annotation: id, reply: id, body: text(65536) }),
  'annotation.edited': record({ annotation: id, reply: orNull(id), body: text(65536) }),
  'annotation.deleted': record({ annotation: id, reply: orNull(id) }),
  'annotation.resolved': record({ annotation: id, isResolved: fc.boolean() }),
  'annotation.tagged': record({ annotation: id, tag: orNull(tag) }),
  'annotation.linked': record({ annotation: id, goal: id, isLinked: fc.boolean() }),
  'annotation.moved': record({ annotation: id, anchor }),
  'annotation.published': record({
    ...{ annotation: id, repository: text(300), number: fc.integer(), comment: text(40) },
    ...{ url: text(2000), isPending: fc.boolean(), publishedAt: text(40) },
  }),
  'session.logged': record({
    ...{ session: id, kind: fc.constantFrom(...sessionKinds), people: names, date },
    ...{ heldAt: orNull(text(40)), minutes: orNull(fc.nat(10_000)), goals: fc.array(id, { maxLength: 3 }) },
    ...{ link: orNull(text(2000)), pairing: orNull(id) },
  }),
  'session.edited': record(
    { session: id },
    {
      ...{ kind: fc.constantFrom(...sessionKinds), people: names, date },
      ...{ heldAt: orNull(text(40)), minutes: orNull(fc.nat(10_000)), goals: fc.array(id, { maxLength: 3 }) },
      link: orNull(text(2000)),
    },
  ),
  'session.written': record({ session: id, text: text(65536) }),
  'pairing.started': record({
    ...{ pairing: id, people: names, goal: orNull(id), style: fc.constantFrom(...pairingStyles) },
    ...{ turnMinutes: fc.integer({ min: 1, max: 600 }), repository: orNull(text(300)) },
    ...{ base: text(1000), branch: text(1000), startedAt: text(40) },
  }),
  'pairing.handedOff': record({
    ...{ pairing: id, handoff: id, driver: name, next: orNull(name) },
    ...{ done: text(2000), todo: text(2000), unclear: text(2000), failing: orNull(text(2000)) },
    ...{ commit: orNull(text(64)), startedAt: text(40), handedAt: text(40) },
    files: fc.array(record({ path: text(4000), line, column: line }), { maxLength: 3 }),
  }),
  'pairing.takenOver': record({ pairing: id, handoff: orNull(id), driver: name, takenAt: text(40) }),
  'pairing.ended': record({
    ...{ pairing: id, session: orNull(id), how: fc.constantFrom('squash', 'keep', 'none') },
    ...{ commit: orNull(text(64)), endedAt: text(40) },
  }),
  'scaffold.reached': record({
    ...{ scaffold: id, goal: orNull(id), part: orNull(text(200)), step: fc.constantFrom(...scaffoldSteps) },
    ...{ session: orNull(id), url: orNull(text(2000)), reachedAt: orNull(text(40)) },
  }),
  'theme.made': record({ theme: id, name: text(200) }),
  'theme.placed': record({ feedback: id, theme: orNull(id) }, { excerpt }),
  'theme.merged': record({ theme: id, into: id }),
  'guess.made': record({
    ...{ guess: id, repository: text(300), number: fc.integer(), title: text(500), url: orNull(text(2000)) },
    expectations: fc.array(record({ id, text: text(500), path: orNull(text(4000)) }), { maxLength: 3 }),
  }),
  'guess.judged': record({ guess: id, expectation: id, feedback: orNull(id) }),
  'agreement.given': record({
    clause: fc.constantFrom(...clauses, 'of a newer Cairn'),
    isAgreed: fc.boolean(),
  }),
  'scale.answered': record({
    ...{ answer: id, scale: fc.constantFrom(...scales, 'of a newer Cairn') },
    ...{ value: fc.double({ min: 0, max: 1000, noNaN: true }), goal: orNull(id) },
    ...{ note: orNull(text(1000)), answeredAt: text(40) },
  }),
  'kudos.given': record(
    {
      ...{ kudos: id, to: name, text: text(4000), feedback: orNull(id), goal: orNull(id) },
      givenAt: text(40),
    },
    { excerpt, help: orNull(id) },
  ),
  'record.withdrawn': record({ record: id, isWithdrawn: fc.boolean() }),
  'mentorship.recorded': record(
    {
      title: text(200),
      kind: fc.constantFrom('one-to-one', 'group', 'reverse', 'peer'),
      mentors: names,
      mentees: names,
      rhythmDays: orNull(fc.integer({ min: 1, max: 366 })),
      hoursPerMonth: orNull(fc.double({ min: 0, max: 744, noNaN: true })),
    },
    {
      purpose: orNull(text(1000)),
      hopes: orNull(record({ mentors: text(2000), mentees: text(2000) })),
      ...{ startsOn: orNull(date), months: orNull(fc.integer({ min: 1, max: 120 })) },
      group: orNull(record({ id, isCommon: fc.boolean() })),
    },
  ),
  'mentorship.status': record({
    ...{ status: fc.constantFrom(...mentorshipStatuses), reason: orNull(text(2000)) },
    ...{ until: orNull(date), changedAt: text(40) },
  }),
  'charter.written': record({ charter: id, text: text(65536) }),
  'charter.accepted': fc.record(
    { charter: id, isAccepted: fc.boolean(), hash: text(64) },
    { requiredKeys: ['charter', 'isAccepted'] },
  ),
  'pulse.given': record({
    ...{ pulse: id, value: mark, clarity: mark, workload: mark, relationship: mark },
    ...{ words: orNull(text(2000)), of: orNull(id), givenAt: text(40) },
  }),
  'trial.answered': record({
    ...{ trial: id, day: fc.integer({ min: 1, max: 366 }) },
    ...{ useful: trialWord, respectful: trialWord, sustainable: trialWord },
    ...{ words: orNull(text(2000)), of: orNull(id), answeredAt: text(40) },
  }),
  'nudge.answered': record({
    ...{ nudge: id, kind: text(100), about: orNull(text(200)) },
    ...{ answer: fc.constantFrom('shown', 'taken', 'of a newer Cairn'), answeredAt: text(40) },
  }),
  'skill.rated': record({
    ...{ rating: id, rubric: name, skill: name, person: name, level: orNull(fc.nat(20)) },
    ...{ evidence: fc.array(fc.oneof(id, text(2000)), { maxLength: 3 }), note: orNull(text(2000)) },
    ratedAt: text(40),
  }),
  'knowledge.noted': record(
    {
      ...{ knowledge: id, what: text(4000), why: orNull(text(4000)), anchor: orNull(anchor) },
      ...{ feedback: orNull(id), session: orNull(id), topics },
    },
    { excerpt },
  ),
  'knowledge.edited': record({ knowledge: id }, { what: text(4000), why: orNull(text(4000)), topics }),
  'knowledge.moved': record({ knowledge: id, anchor }),
  'help.asked': record({
    ...{ help: id, topic: text(1000), path: orNull(text(4000)), of: orNull(name), askedAt: text(40) },
  }),
  'writer.introduced': record({ name: text(200) }),
  'record.hidden': record({ record: id, isHidden: fc.boolean() }),
  'record.private': record({ record: id, isPrivate: fc.boolean() }),
  'act.undone': record({ act: id }),
};

/** Any valid payload of a type. */
export function payloadOf(type: EventType): fc.Arbitrary<Payload> {
  return all[type];
}

/** Any events about a few records by a few people, with few enough times and ids that they meet. */
export function anyEvents(most: number, types = Object.keys(all) as EventType[]) {
  const one = fc.constantFrom(...types).chain((type) =>
    fc.record({
      id: fc.nat(most * 2).map((n) => `e${n}`),
      time: fc.tuple(fc.nat(most), fc.nat(1)),
      author: fc.constantFrom('ann', 'Bo', 'cy'),
      act: fc.constantFrom('r1', 'r2', 'a1', 'a2'),
      type: fc.constant(type),
      version: fc.constant(1),
      payload: payloadOf(type),
      writer: fc.constantFrom('aaaaaaaa', 'bbbbbbbb', null),
    }),
  );
  return fc.array(one, { maxLength: most });
}
