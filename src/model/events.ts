import * as z from 'zod/mini';
import { mentorshipStatuses, pairingStyles, scaffoldSteps, sessionKinds, trialWords } from './kinds.ts';

/*
 * The journal's events. An event is never changed: a correction is a newer event. A type or a version that
 * is not known here was written by a newer Cairn: it is kept, passed on and not folded.
 */

/** Hybrid logical time: milliseconds since 1970 and a counter that orders events of one millisecond. */
const time = z.tuple([z.int().check(z.nonnegative()), z.int().check(z.nonnegative())]);
const id = z.string().check(z.minLength(1), z.maxLength(200));
const text = (longest: number) => z.string().check(z.maxLength(longest));
const isoDate = z.iso.date();
const tag = z.enum(['keep', 'stop', 'start']);

/** Where feedback stands and how it begins, so that the journal stands on its own if a pull request goes away. */
export const excerptSchema = z.object({
  kind: z.enum(['line', 'review', 'conversation', 'entered']),
  author: text(200),
  /** The first 500 characters of the comment at most. */
  text: text(500),
  url: z.nullable(text(2000)),
  repository: z.nullable(text(300)),
  isPrivate: z.nullable(z.boolean()),
  number: z.nullable(z.int()),
  title: z.nullable(text(500)),
  path: z.nullable(text(4000)),
  line: z.nullable(z.int()),
  createdAt: text(40),
});
export type Excerpt = z.infer<typeof excerptSchema>;

/** No file that anybody reads has more lines. */
const line = z.int().check(z.minimum(1), z.maximum(10_000_000));

/** The code that an annotation is about, and what surrounds it, so that it is found again when lines have moved. */
export const anchorSchema = z.object({
  /** Relative to the root of its repository (or folder), with `/`. */
  path: text(4000),
  /** `owner/name`, `null` where no remote tells. */
  repository: z.nullable(text(300)),
  side: z.enum(['LEFT', 'RIGHT']),
  /** The commit whose text it was, `null` where that is not known. */
  commit: z.nullable(text(64)),
  /** 1-based, both included. */
  startLine: line,
  endLine: line,
  /** The lines themselves, the first 8,000 characters of them. */
  code: text(8000),
  /** Up to three lines above and below. */
  before: text(1000),
  after: text(1000),
  /** More lines above and below, from the nearest on: four signs for what each of them says. */
  above: z.optional(text(800)),
  below: z.optional(text(800)),
});
export type Anchor = z.infer<typeof anchorSchema>;

const minutes = z.int().check(z.minimum(0), z.maximum(10_000));
const names = z.array(text(200)).check(z.maxLength(100));
const ids = z.array(id).check(z.maxLength(100));
const turnMinutes = z.int().check(z.minimum(1), z.maximum(600));
const mark = z.nullable(z.int().check(z.minimum(1), z.maximum(5)));
const trialWord = z.nullable(z.enum(trialWords));
const topics = z.array(text(100)).check(z.maxLength(20));

/** The payload of each event type, version 1. */
export const payloads = {
  'goal.created': z.object({
    goal: id,
    title: text(1000),
    category: z.nullable(text(200)),
    origin: z.enum(['mentee', 'organisation']),
    targetDate: z.nullable(isoDate),
  }),
  /** Only the fields that change are there. */
  'goal.edited': z.object({
    goal: id,
    title: z.optional(text(1000)),
    category: z.optional(z.nullable(text(200))),
    origin: z.optional(z.enum(['mentee', 'organisation'])),
    targetDate: z.optional(z.nullable(isoDate)),
  }),
  'goal.status': z.object({ goal: id, status: z.enum(['active', 'completed', 'archived']) }),
  'milestone.added': z.object({ goal: id, milestone: id, title: text(1000) }),
  'milestone.completed': z.object({ goal: id, milestone: id, completedAt: z.nullable(text(40)) }),
  'feedback.entered': z.object({
    feedback: id,
    author: text(200),
    body: text(65536),
    url: z.nullable(text(2000)),
    saidAt: text(40),
    /** In whose text it was written. */
    session: z.optional(id),
  }),
  /** `tag: null` takes the tag away. */
  'feedback.tagged': z.object({ feedback: id, tag: z.nullable(tag), excerpt: z.optional(excerptSchema) }),
  'feedback.linked': z.object({ feedback: id, goal: id, excerpt: z.optional(excerptSchema) }),
  'feedback.unlinked': z.object({ feedback: id, goal: id }),
  'feedback.setAside': z.object({
    feedback: id,
    isSetAside: z.boolean(),
    excerpt: z.optional(excerptSchema),
  }),
  /** A promise with an owner (login or name) and, where set, a due date. */
  'action.added': z.object({
    action: id,
    text: text(1000),
    owner: z.nullable(text(200)),
    dueDate: z.nullable(isoDate),
    goal: z.nullable(id),
    /** In whose text it stands. */
    session: z.optional(id),
  }),
  /** Only the fields that change are there. */
  'action.edited': z.object({
    action: id,
    text: z.optional(text(1000)),
    owner: z.optional(z.nullable(text(200))),
    dueDate: z.optional(z.nullable(isoDate)),
    goal: z.optional(z.nullable(id)),
  }),
  'action.done': z.object({ action: id, doneAt: z.nullable(text(40)) }),
  /** What a mentee thinks of a piece of feedback: a record of its own, private until it is sent to its author. */
  'feedback.rated': z.object({
    rating: id,
    feedback: id,
    /** `null` takes the rating away. */
    isHelpful: z.nullable(z.boolean()),
    note: z.nullable(text(1000)),
    /** So that the comment's author can read what was rated. */
    excerpt: z.optional(excerptSchema),
  }),
  /** A remark on lines of a file. Goals are linked by `annotation.linked` in the same act. */
  'annotation.added': z.object({
    annotation: id,
    body: text(65536),
    anchor: anchorSchema,
    /** The pull request in which it was made. */
    number: z.nullable(z.int()),
    /** The comment that it is about. */
    feedback: z.nullable(id),
    tag: z.nullable(tag),
  }),
  'annotation.replied': z.object({ annotation: id, reply: id, body: text(65536) }),
  /** The words of the annotation, or of a reply to it. */
  'annotation.edited': z.object({ annotation: id, reply: z.nullable(id), body: text(65536) }),
  /** Others' replies stay when the annotation goes. */
  'annotation.deleted': z.object({ annotation: id, reply: z.nullable(id) }),
  'annotation.resolved': z.object({ annotation: id, isResolved: z.boolean() }),
  /** `tag: null` takes the tag away. */
  'annotation.tagged': z.object({ annotation: id, tag: z.nullable(tag) }),
  'annotation.linked': z.object({ annotation: id, goal: id, isLinked: z.boolean() }),
  /** Its code is another one by now: it was edited under the annotation, or somebody put it elsewhere. */
  'annotation.moved': z.object({ annotation: id, anchor: anchorSchema }),
  /** It is a review comment by now. `isPending`: in a review that was not yet submitted. */
  'annotation.published': z.object({
    annotation: id,
    repository: text(300),
    number: z.int(),
    /** GitHub's database id of the comment, as text. */
    comment: text(40),
    url: text(2000),
    isPending: z.boolean(),
    publishedAt: text(40),
  }),
  /**
   * A meeting, planned or held. What is written in it are `session.written` of the same act: what a text says of next
   * actions and of feedback stands beside it as events of their own, made when it was saved.
   */
  'session.logged': z.object({
    session: id,
    kind: z.enum(sessionKinds),
    /** Whoever takes part, whoever logs it included: logins or names. */
    people: names,
    /** The day for which it is planned, or on which it was held. */
    date: isoDate,
    /** ISO time, `null` while it is planned only. */
    heldAt: z.nullable(text(40)),
    minutes: z.nullable(minutes),
    goals: ids,
    /** Of the call, or of Live Share. */
    link: z.nullable(text(2000)),
    pairing: z.nullable(id),
  }),
  /** Only the fields that change are there. */
  'session.edited': z.object({
    session: id,
    kind: z.optional(z.enum(sessionKinds)),
    people: z.optional(names),
    date: z.optional(isoDate),
    heldAt: z.optional(z.nullable(text(40))),
    minutes: z.optional(z.nullable(minutes)),
    goals: z.optional(ids),
    link: z.optional(z.nullable(text(2000))),
  }),
  /** What its author has written about a session, whole, as it was written: each person has a text of their own. */
  'session.written': z.object({ session: id, text: text(65536) }),
  /** Two or more at one keyboard begin. Goals and places stay in the space: the work repository has other readers. */
  'pairing.started': z.object({
    pairing: id,
    people: names,
    goal: z.nullable(id),
    style: z.enum(pairingStyles),
    turnMinutes,
    /** `owner/name`, `null` where no remote tells. */
    repository: z.nullable(text(300)),
    /** The branch onto which it goes at the end, and the one that carries the work meanwhile. */
    base: text(1000),
    branch: text(1000),
    startedAt: text(40),
  }),
  /** The end of a turn, and what whoever comes next has to know. */
  'pairing.handedOff': z.object({
    pairing: id,
    /** Stands in the commit's message, too, so that whoever takes over finds this. */
    handoff: id,
    driver: text(200),
    next: z.nullable(text(200)),
    done: text(2000),
    todo: text(2000),
    unclear: text(2000),
    /** The last failing test or task. */
    failing: z.nullable(text(2000)),
    commit: z.nullable(text(64)),
    /** The turn. */
    startedAt: text(40),
    handedAt: text(40),
    /** Open files, the active one first; 1-based. */
    files: z.array(z.object({ path: text(4000), line, column: line })).check(z.maxLength(100)),
  }),
  'pairing.takenOver': z.object({
    pairing: id,
    handoff: z.nullable(id),
    driver: text(200),
    takenAt: text(40),
  }),
  'pairing.ended': z.object({
    pairing: id,
    /** The session as which it was logged. */
    session: z.nullable(id),
    how: z.enum(['squash', 'keep', 'none']),
    commit: z.nullable(text(64)),
    endedAt: text(40),
  }),
  /** A step towards doing something alone, and what shows it. The newest of each step counts; `null` takes it back. */
  'scaffold.reached': z.object({
    scaffold: id,
    goal: z.nullable(id),
    /** A part of the system, where it is no goal. */
    part: z.nullable(text(200)),
    step: z.enum(scaffoldSteps),
    /** Id of a session, or the address of a pull request. */
    session: z.nullable(id),
    url: z.nullable(text(2000)),
    reachedAt: z.nullable(text(40)),
  }),
  /** A theme has a name: people named a computed one, or made one. The newest name counts, whoever gives it. */
  'theme.made': z.object({ theme: id, name: text(200) }),
  /** Somebody put feedback into a theme, or out of all (`null`). The newest word on each counts. */
  'theme.placed': z.object({ feedback: id, theme: z.nullable(id), excerpt: z.optional(excerptSchema) }),
  /** One theme became part of another one. */
  'theme.merged': z.object({ theme: id, into: id }),
  /** What its author expects reviewers to say of a pull request. The newest counts as a whole. */
  'guess.made': z.object({
    guess: id,
    repository: text(300),
    number: z.int(),
    title: text(500),
    url: z.nullable(text(2000)),
    expectations: z
      .array(z.object({ id, text: text(500), path: z.nullable(text(4000)) }))
      .check(z.maxLength(50)),
  }),
  /** Its author says which feedback said what they had expected; `null`: none did. */
  'guess.judged': z.object({ guess: id, expectation: id, feedback: z.nullable(id) }),
  /** Whether its author agrees to something that the people of a mentorship can agree to. Unknown clauses are kept. */
  'agreement.given': z.object({ clause: text(100), isAgreed: z.boolean() }),
  /** A mentee's answer about themselves, private unless they share it. Unknown scales are kept. */
  'scale.answered': z.object({
    answer: id,
    scale: text(100),
    value: z.number().check(z.minimum(0), z.maximum(1000)),
    goal: z.nullable(id),
    note: z.nullable(text(1000)),
    answeredAt: text(40),
  }),
  /** A specific thank-you. `record.withdrawn` takes it back. */
  'kudos.given': z.object({
    kudos: id,
    /** Login or name. */
    to: text(200),
    text: text(4000),
    feedback: z.nullable(id),
    goal: z.nullable(id),
    excerpt: z.optional(excerptSchema),
    givenAt: text(40),
    /** The question that it closes. */
    help: z.optional(z.nullable(id)),
  }),
  /** Its author has taken it out of the text in which it stood, or taken it back. */
  'record.withdrawn': z.object({ record: id, isWithdrawn: z.boolean() }),
  /** Who mentors whom, and in which rhythm: what a space begins with. The newest counts as a whole. */
  'mentorship.recorded': z.object({
    title: text(200),
    kind: z.enum(['one-to-one', 'group', 'reverse', 'peer']),
    /** Logins or names. */
    mentors: z.array(text(200)).check(z.maxLength(100)),
    mentees: z.array(text(200)).check(z.maxLength(100)),
    /** Days between two check-ins, `null` where none are agreed. */
    rhythmDays: z.nullable(z.int().check(z.minimum(1), z.maximum(366))),
    /** The mentors' time budget. */
    hoursPerMonth: z.nullable(z.number().check(z.minimum(0), z.maximum(744))),
    /** What it is for, in one sentence. */
    purpose: z.optional(z.nullable(text(1000))),
    /** What both sides hope to learn. */
    hopes: z.optional(z.nullable(z.object({ mentors: text(2000), mentees: text(2000) }))),
    startsOn: z.optional(z.nullable(isoDate)),
    /** How long it is meant to last. */
    months: z.optional(z.nullable(z.int().check(z.minimum(1), z.maximum(120)))),
    /** The group whose space this is: a mentee's own one, or the one that all have in common. */
    group: z.optional(z.nullable(z.object({ id, isCommon: z.boolean() }))),
  }),
  /** Whether it runs, rests or is over. The newest counts, whoever of its people says it. */
  'mentorship.status': z.object({
    status: z.enum(mentorshipStatuses),
    reason: z.nullable(text(2000)),
    /** Until when it rests, as far as that is known. */
    until: z.nullable(isoDate),
    changedAt: text(40),
  }),
  /** A version of the agreement, as Markdown. It is never changed: a newer one asks everybody again. */
  'charter.written': z.object({ charter: id, text: text(65536) }),
  /**
   * Nobody accepts in somebody else's name; the newest word of each person counts. `hash`: `textHash` of what they read,
   * so that no other text of the same id is accepted with it.
   */
  'charter.accepted': z.object({ charter: id, isAccepted: z.boolean(), hash: z.optional(text(64)) }),
  /** A look at the mentorship, whole and private, or what of it its author lets others see: then `of` is the whole one. */
  'pulse.given': z.object({
    ...{ pulse: id, value: mark, clarity: mark, workload: mark, relationship: mark },
    words: z.nullable(text(2000)),
    of: z.nullable(id),
    givenAt: text(40),
  }),
  /** The check after so many days. Private and shared like a pulse. */
  'trial.answered': z.object({
    trial: id,
    day: z.int().check(z.minimum(1), z.maximum(366)),
    ...{ useful: trialWord, respectful: trialWord, sustainable: trialWord },
    words: z.nullable(text(2000)),
    of: z.nullable(id),
    answeredAt: text(40),
  }),
  /** What became of a nudge: always private. Unknown answers are kept. */
  'nudge.answered': z.object({
    nudge: id,
    kind: text(100),
    /** What it was about: an id, or a name. */
    about: z.nullable(text(200)),
    answer: text(40),
    answeredAt: text(40),
  }),
  /** Where somebody sees a person on a skill. The newest of each who rates counts; `level: null` takes it back. */
  'skill.rated': z.object({
    ...{ rating: id, rubric: text(200), skill: text(200), person: text(200) },
    level: z.nullable(z.int().check(z.minimum(0), z.maximum(20))),
    /** Ids of feedback, sessions or goals, or addresses. */
    evidence: z.array(text(2000)).check(z.maxLength(50)),
    note: z.nullable(text(2000)),
    ratedAt: text(40),
  }),
  /** Something worth keeping for others. `record.withdrawn` takes it back. */
  'knowledge.noted': z.object({
    knowledge: id,
    what: text(4000),
    why: z.nullable(text(4000)),
    anchor: z.nullable(anchorSchema),
    /** What it was learned from. */
    feedback: z.nullable(id),
    session: z.nullable(id),
    topics,
    excerpt: z.optional(excerptSchema),
  }),
  /** Only the fields that change are there. */
  'knowledge.edited': z.object({
    knowledge: id,
    what: z.optional(text(4000)),
    why: z.optional(z.nullable(text(4000))),
    topics: z.optional(topics),
  }),
  /** Its code is another one by now, as in `annotation.moved`. */
  'knowledge.moved': z.object({ knowledge: id, anchor: anchorSchema }),
  /** A question to somebody who may know. `kudos.given` closes it, `record.withdrawn` takes it back. */
  'help.asked': z.object({
    help: id,
    topic: text(1000),
    path: z.nullable(text(4000)),
    /** Who is asked. */
    of: z.nullable(text(200)),
    askedAt: text(40),
  }),
  /** The owner of a writer's folder goes by this name, too: signed in by now, or signed in as somebody else. */
  'writer.introduced': z.object({ name: text(200) }),
  /** In the shared journal: its author's words about a record (goal, feedback, next action) count no longer. */
  'record.hidden': z.object({ record: id, isHidden: z.boolean() }),
  /** In the private journal: what is said about a record stays there, or no longer. */
  'record.private': z.object({ record: id, isPrivate: z.boolean() }),
  /** Takes an act back: the events of that act count as if they were not there. Undoing an undo restores them. */
  'act.undone': z.object({ act: id }),
} as const;

export type EventType = keyof typeof payloads;
export type Payload<T extends EventType> = z.infer<(typeof payloads)[T]>;

/** What every line of a journal has, whatever its type. */
export const envelopeSchema = z.object({
  /** ULID. */
  id,
  time,
  /** Login or name; self-declared, as a commit's author is. */
  author: text(200),
  /** The id that the events of one act of the user share: they are undone together. */
  act: id,
  type: text(100),
  /** Schema version of this type's payload. */
  version: z.int().check(z.positive()),
  payload: z.record(z.string(), z.unknown()),
});
export type Envelope = z.infer<typeof envelopeSchema>;

/** Where an event was found; not part of its line. */
export type Origin = {
  /** Folder of the writer whose file it stands in; left out for the private journal. */
  writer?: string;
  /** It stands in the private journal. */
  isPrivate?: true;
};

/** An event of a known type and version, with its payload checked. */
export type JournalEvent = {
  [T in EventType]: Omit<Envelope, 'type' | 'payload'> & { type: T; payload: Payload<T> } & Origin;
}[EventType];

/** What the caller of an append gives; the journal adds id, time, author and act. */
export type NewEvent = { [T in EventType]: { type: T; payload: Payload<T> } }[EventType];
