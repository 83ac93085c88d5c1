import type { EventType } from '../../model/events.ts';

/**
 * What a field of a payload may hold. It says what the schemas of model/events say, a test holds the two together:
 * a table that a few lines of code walk takes a tenth of the schemas' time, and every line of every file is checked.
 */
export type Field = {
  readonly name: string;
  readonly kind: 'text' | 'choice' | 'flag' | 'date' | 'whole' | 'number' | 'texts' | 'fields' | 'list';
  /** Lengths of a text (of one in a list: `least`), bounds of a number, most entries of a list. */
  readonly least: number;
  readonly most: number;
  readonly choices: readonly string[];
  /** Longest text in a list. */
  readonly longest: number;
  readonly fields: readonly Field[];
  readonly isNullable: boolean;
  readonly isOptional: boolean;
};

type What = Omit<Field, 'name'>;
const blank: What = {
  ...{ kind: 'text', least: 0, most: 0, choices: [], longest: 0, fields: [] },
  ...{ isNullable: false, isOptional: false },
};
const what = (is: Partial<What>): What => ({ ...blank, ...is });

const text = (most: number, least = 0) => what({ kind: 'text', least, most });
const texts = (most: number, longest: number, least = 0) => what({ kind: 'texts', least, most, longest });
const choice = (...choices: string[]) => what({ kind: 'choice', choices });
const whole = (least = Number.MIN_SAFE_INTEGER, most = Number.MAX_SAFE_INTEGER) =>
  what({ kind: 'whole', least, most });
const number = (least: number, most: number) => what({ kind: 'number', least, most });
const nullable = (is: What): What => ({ ...is, isNullable: true });
const optional = (is: What): What => ({ ...is, isOptional: true });
/** All made in one place and one way, so that the engine reads each of them in the same way. */
const fields = (of: Record<string, What>): readonly Field[] =>
  Object.entries(of).map(([name, is]) => ({
    name,
    kind: is.kind,
    least: is.least,
    most: is.most,
    choices: is.choices,
    longest: is.longest,
    fields: is.fields,
    isNullable: is.isNullable,
    isOptional: is.isOptional,
  }));

const fieldsOf = (of: Record<string, What>) => what({ kind: 'fields', fields: fields(of) });

const id = text(200, 1);
const date = what({ kind: 'date' });
const flag = what({ kind: 'flag' });
const tag = choice('keep', 'stop', 'start');
const origin = choice('mentee', 'organisation');

/** Of an excerpt, as in a payload. */
export const excerptFields = fields({
  kind: choice('line', 'review', 'conversation', 'entered'),
  author: text(200),
  text: text(500),
  url: nullable(text(2000)),
  repository: nullable(text(300)),
  isPrivate: nullable(flag),
  number: nullable(whole()),
  title: nullable(text(500)),
  path: nullable(text(4000)),
  line: nullable(whole()),
  createdAt: text(40),
});
const excerpt = optional(what({ kind: 'fields', fields: excerptFields }));

const line = whole(1, 10_000_000);
const anchor = what({
  kind: 'fields',
  fields: fields({
    ...{ path: text(4000), repository: nullable(text(300)), side: choice('LEFT', 'RIGHT') },
    ...{ commit: nullable(text(64)), startLine: line, endLine: line },
    ...{ code: text(8000), before: text(1000), after: text(1000) },
    ...{ above: optional(text(800)), below: optional(text(800)) },
  }),
});

const ids = texts(100, 200, 1);
const names = texts(100, 200);
const link = nullable(text(2000));
const sessionKind = choice(
  ...[
    'check-in',
    'retrospective',
    'milestone',
    'pairing',
    'shadowing',
    'reverse-shadowing',
    'incident-review',
  ],
);
const minutes = nullable(whole(0, 10_000));
const mark = nullable(whole(1, 5));
const trialWord = nullable(choice('yes', 'partly', 'no'));
const topics = texts(20, 100);
const time = text(40);

const shapes: Record<EventType, readonly Field[]> = {
  'goal.created': fields({
    ...{ goal: id, title: text(1000), category: nullable(text(200)), origin },
    targetDate: nullable(date),
  }),
  'goal.edited': fields({
    goal: id,
    title: optional(text(1000)),
    category: optional(nullable(text(200))),
    origin: optional(origin),
    targetDate: optional(nullable(date)),
  }),
  'goal.status': fields({ goal: id, status: choice('active', 'completed', 'archived') }),
  'milestone.added': fields({ goal: id, milestone: id, title: text(1000) }),
  'milestone.completed': fields({ goal: id, milestone: id, completedAt: nullable(text(40)) }),
  'feedback.entered': fields({
    ...{ feedback: id, author: text(200), body: text(65536) },
    ...{ url: nullable(text(2000)), saidAt: text(40), session: optional(id) },
  }),
  'feedback.tagged': fields({ feedback: id, tag: nullable(tag), excerpt }),
  'feedback.linked': fields({ feedback: id, goal: id, excerpt }),
  'feedback.unlinked': fields({ feedback: id, goal: id }),
  'feedback.setAside': fields({ feedback: id, isSetAside: flag, excerpt }),
  'action.added': fields({
    ...{ action: id, text: text(1000), owner: nullable(text(200)) },
    ...{ dueDate: nullable(date), goal: nullable(id), session: optional(id) },
  }),
  'action.edited': fields({
    action: id,
    text: optional(text(1000)),
    owner: optional(nullable(text(200))),
    dueDate: optional(nullable(date)),
    goal: optional(nullable(id)),
  }),
  'action.done': fields({ action: id, doneAt: nullable(text(40)) }),
  'feedback.rated': fields({
    ...{ rating: id, feedback: id, isHelpful: nullable(flag), note: nullable(text(1000)), excerpt },
  }),
  'annotation.added': fields({
    ...{ annotation: id, body: text(65536), anchor, number: nullable(whole()) },
    ...{ feedback: nullable(id), tag: nullable(tag) },
  }),
  'annotation.replied': fields({ annotation: id, reply: id, body: text(65536) }),
  'annotation.edited': fields({ annotation: id, reply: nullable(id), body: text(65536) }),
  'annotation.deleted': fields({ annotation: id, reply: nullable(id) }),
  'annotation.resolved': fields({ annotation: id, isResolved: flag }),
  'annotation.tagged': fields({ annotation: id, tag: nullable(tag) }),
  'annotation.linked': fields({ annotation: id, goal: id, isLinked: flag }),
  'annotation.moved': fields({ annotation: id, anchor }),
  'annotation.published': fields({
    ...{ annotation: id, repository: text(300), number: whole(), comment: text(40) },
    ...{ url: text(2000), isPending: flag, publishedAt: text(40) },
  }),
  'session.logged': fields({
    ...{ session: id, kind: sessionKind, people: names, date, heldAt: nullable(time), minutes },
    ...{ goals: ids, link, pairing: nullable(id) },
  }),
  'session.edited': fields({
    ...{ session: id, kind: optional(sessionKind), people: optional(names), date: optional(date) },
    ...{ heldAt: optional(nullable(time)), minutes: optional(minutes) },
    ...{ goals: optional(ids), link: optional(link) },
  }),
  'session.written': fields({ session: id, text: text(65536) }),
  'pairing.started': fields({
    ...{ pairing: id, people: names, goal: nullable(id) },
    style: choice('driver-navigator', 'strong-style', 'ping-pong', 'shadowing', 'reverse-shadowing'),
    ...{ turnMinutes: whole(1, 600), repository: nullable(text(300)) },
    ...{ base: text(1000), branch: text(1000), startedAt: time },
  }),
  'pairing.handedOff': fields({
    ...{ pairing: id, handoff: id, driver: text(200), next: nullable(text(200)) },
    ...{ done: text(2000), todo: text(2000), unclear: text(2000), failing: nullable(text(2000)) },
    ...{ commit: nullable(text(64)), startedAt: time, handedAt: time },
    files: what({ kind: 'list', most: 100, fields: fields({ path: text(4000), line, column: line }) }),
  }),
  'pairing.takenOver': fields({
    ...{ pairing: id, handoff: nullable(id), driver: text(200), takenAt: time },
  }),
  'pairing.ended': fields({
    ...{ pairing: id, session: nullable(id), how: choice('squash', 'keep', 'none') },
    ...{ commit: nullable(text(64)), endedAt: time },
  }),
  'scaffold.reached': fields({
    ...{ scaffold: id, goal: nullable(id), part: nullable(text(200)) },
    step: choice('shadow', 'navigate', 'reverse-shadow', 'solo'),
    ...{ session: nullable(id), url: link, reachedAt: nullable(time) },
  }),
  'theme.made': fields({ theme: id, name: text(200) }),
  'theme.placed': fields({ feedback: id, theme: nullable(id), excerpt }),
  'theme.merged': fields({ theme: id, into: id }),
  'guess.made': fields({
    ...{ guess: id, repository: text(300), number: whole(), title: text(500), url: link },
    expectations: what({
      ...{ kind: 'list', most: 50 },
      fields: fields({ id, text: text(500), path: nullable(text(4000)) }),
    }),
  }),
  'guess.judged': fields({ guess: id, expectation: id, feedback: nullable(id) }),
  'agreement.given': fields({ clause: text(100), isAgreed: flag }),
  'scale.answered': fields({
    ...{ answer: id, scale: text(100), value: number(0, 1000), goal: nullable(id) },
    ...{ note: nullable(text(1000)), answeredAt: time },
  }),
  'kudos.given': fields({
    ...{ kudos: id, to: text(200), text: text(4000), feedback: nullable(id), goal: nullable(id) },
    ...{ excerpt, givenAt: time, help: optional(nullable(id)) },
  }),
  'record.withdrawn': fields({ record: id, isWithdrawn: flag }),
  'mentorship.recorded': fields({
    title: text(200),
    kind: choice('one-to-one', 'group', 'reverse', 'peer'),
    mentors: texts(100, 200),
    mentees: texts(100, 200),
    rhythmDays: nullable(whole(1, 366)),
    hoursPerMonth: nullable(number(0, 744)),
    purpose: optional(nullable(text(1000))),
    hopes: optional(nullable(fieldsOf({ mentors: text(2000), mentees: text(2000) }))),
    ...{ startsOn: optional(nullable(date)), months: optional(nullable(whole(1, 120))) },
    group: optional(nullable(fieldsOf({ id, isCommon: flag }))),
  }),
  'mentorship.status': fields({
    ...{ status: choice('active', 'paused', 'ended'), reason: nullable(text(2000)) },
    ...{ until: nullable(date), changedAt: time },
  }),
  'charter.written': fields({ charter: id, text: text(65536) }),
  'charter.accepted': fields({ charter: id, isAccepted: flag, hash: optional(text(64)) }),
  'pulse.given': fields({
    ...{ pulse: id, value: mark, clarity: mark, workload: mark, relationship: mark },
    ...{ words: nullable(text(2000)), of: nullable(id), givenAt: time },
  }),
  'trial.answered': fields({
    ...{ trial: id, day: whole(1, 366), useful: trialWord, respectful: trialWord, sustainable: trialWord },
    ...{ words: nullable(text(2000)), of: nullable(id), answeredAt: time },
  }),
  'nudge.answered': fields({
    ...{ nudge: id, kind: text(100), about: nullable(text(200)), answer: text(40), answeredAt: time },
  }),
  'skill.rated': fields({
    ...{ rating: id, rubric: text(200), skill: text(200), person: text(200), level: nullable(whole(0, 20)) },
    ...{ evidence: texts(50, 2000), note: nullable(text(2000)), ratedAt: time },
  }),
  'knowledge.noted': fields({
    ...{ knowledge: id, what: text(4000), why: nullable(text(4000)), anchor: nullable(anchor) },
    ...{ feedback: nullable(id), session: nullable(id), topics, excerpt },
  }),
  'knowledge.edited': fields({
    ...{ knowledge: id, what: optional(text(4000)), why: optional(nullable(text(4000))) },
    topics: optional(topics),
  }),
  'knowledge.moved': fields({ knowledge: id, anchor }),
  'help.asked': fields({
    ...{ help: id, topic: text(1000), path: nullable(text(4000)), of: nullable(text(200)), askedAt: time },
  }),
  'writer.introduced': fields({ name: text(200) }),
  'record.hidden': fields({ record: id, isHidden: flag }),
  'record.private': fields({ record: id, isPrivate: flag }),
  'act.undone': fields({ act: id }),
};

/** For each type of event that is known, in version 1: its name and the fields of its payload. */
export const shapeOf: ReadonlyMap<string, { type: EventType; fields: readonly Field[] }> = new Map(
  (Object.entries(shapes) as [EventType, readonly Field[]][]).map(([type, of]) => [
    type,
    { type, fields: of },
  ]),
);
