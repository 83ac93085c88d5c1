import type { Charter, Help, KnowledgeNote, Pulse, SkillRating, Trial } from './mentorship.ts';
import type { CharterRecord, Said, SpaceRecords } from './records.ts';
import type { Mentorship, State } from './state.ts';
import { textHash } from './textHash.ts';

/** One name for all names of a person: see `personOf` of model/fold. */
type PersonOf = (name: string) => string;

/** What a mentorship consists of besides goals, feedback and sessions. */
export type Mentored = Pick<State, 'charters' | 'pulses' | 'trials' | 'skillRatings' | 'knowledge' | 'help'>;

/** All of it, as the records say. */
export function mentoredOf(records: SpaceRecords, personOf: PersonOf): Mentored {
  return {
    charters: chartersOf(records, personOf),
    pulses: pulsesOf(records),
    trials: trialsOf(records),
    skillRatings: skillRatingsOf(records, personOf),
    knowledge: knowledgeOf(records),
    help: helpOf(records, personOf),
  };
}

/**
 * Versions of the agreement, the oldest first. One is in force when everybody whom the mentorship names has accepted
 * it, and these are two people at least: nobody agrees with themselves. A word counts for the text that it was given
 * for: without a hash, as older journals have it, where its id never had another text.
 */
export function chartersOf(records: SpaceRecords, personOf: PersonOf): Charter[] {
  const people = peopleOf(records.mentorship, personOf);
  return Array.from(records.charters.values(), (record) => {
    const { written, hasOtherText: _, ...charter } = record;
    const said = records.acceptances.get(charter.id) ?? [];
    const accepted = said.filter(({ isAgreed, hash }) => isAgreed && isFor(record, hash));
    const times = new Map(accepted.map(({ by, at }) => [personOf(by), at]));
    const since = people.map((name) => times.get(personOf(name)));
    const isInForce = people.length > 1 && since.every((at) => at !== undefined);
    return {
      ...charter,
      acceptedBy: accepted.map(({ by }) => by),
      inForceSince: isInForce ? (since.sort().at(-1) ?? null) : null,
      ...kept(written, records.isPrivate.has(charter.id)),
    };
  }).sort(by(({ writtenAt }) => writtenAt));
}

/** A text is hashed once: records are looked at with each change. */
const hashes = new WeakMap<CharterRecord, string>();

function isFor(record: CharterRecord, hash: string | undefined): boolean {
  if (hash === undefined) return !record.hasOtherText;
  const known = hashes.get(record) ?? textHash(record.text);
  hashes.set(record, known);
  return known === hash;
}

/** The newest version that is in force; an older one stays so until then. */
export function charterInForce(charters: readonly Charter[]): Charter | null {
  return charters.findLast(({ inForceSince }) => inForceSince !== null) ?? null;
}

/** Whom a mentorship names, each person once. */
export function peopleOf(
  mentorship: Pick<Mentorship, 'mentors' | 'mentees'> | null,
  personOf: PersonOf,
): string[] {
  const people = new Map<string, string>();
  for (const name of [...(mentorship?.mentors ?? []), ...(mentorship?.mentees ?? [])]) {
    const person = personOf(name);
    if (!people.has(person)) people.set(person, name);
  }
  return [...people.values()];
}

/** Looks at the mentorship in the order of their time: the user's own whole ones, and what others let them see. */
export function pulsesOf(records: SpaceRecords): Pulse[] {
  return Array.from(records.pulses.values(), ({ given, ...pulse }) => ({
    ...pulse,
    ...kept(given, records.isPrivate.has(pulse.id)),
  })).sort(by(({ givenAt }) => givenAt));
}

/** The same for checks. */
export function trialsOf(records: SpaceRecords): Trial[] {
  return Array.from(records.trials.values(), ({ answered, ...trial }) => ({
    ...trial,
    ...kept(answered, records.isPrivate.has(trial.id)),
  })).sort(by(({ answeredAt }) => answeredAt));
}

/** Of each who rates the newest word on a person's skill; what was taken back is left out. */
export function skillRatingsOf(records: SpaceRecords, personOf: PersonOf): SkillRating[] {
  const newest = new Map<string, SkillRating>();
  for (const { rated, ...rating } of records.skillRatings.values()) {
    const { rubric, skill, person } = rating;
    const names = [rated.claimedBy ?? rated.by, person].map(personOf);
    const one = { ...rating, ...kept(rated, isAnyPrivate(records, rating.id, ...rating.evidence)) };
    newest.set(JSON.stringify([rated.claimedBy === null, rubric, skill, ...names]), one);
  }
  return [...newest.values()].filter(({ level }) => level !== null).sort(by(({ ratedAt }) => ratedAt));
}

/** Knowledge notes in the order in which they were noted; a session that is not there is left out. */
export function knowledgeOf(records: SpaceRecords): KnowledgeNote[] {
  return [...records.knowledge.values()]
    .filter(({ isWithdrawn }) => !isWithdrawn)
    .map(({ feedback, session, isWithdrawn: _, noted, ...note }) => ({
      ...note,
      feedbackId: feedback,
      sessionId: session !== null && records.sessions.has(session) ? session : null,
      ...kept(noted, isAnyPrivate(records, note.id, feedback, session)),
    }));
}

/** Questions in the order in which they were asked; who asked closes one with a thank-you. */
export function helpOf(records: SpaceRecords, personOf: PersonOf): Help[] {
  const thanks = new Map<string, string>();
  for (const { id, help, isWithdrawn, given } of records.kudos.values()) {
    if (help !== null && !isWithdrawn) thanks.set(JSON.stringify([help, personOf(given.by)]), id);
  }
  return [...records.help.values()]
    .filter(({ isWithdrawn }) => !isWithdrawn)
    .map(({ isWithdrawn: _, asked, ...help }) => ({
      ...help,
      thanksId: thanks.get(JSON.stringify([help.id, personOf(asked.by)])) ?? null,
      ...kept(asked, records.isPrivate.has(help.id)),
    }));
}

const kept = ({ by: createdBy, claimedBy }: Said, isPrivate: boolean) => ({
  createdBy,
  claimedBy,
  isPrivate,
});

/** What is said about something private is private with it. */
const isAnyPrivate = ({ isPrivate }: SpaceRecords, ...ids: (string | null)[]) =>
  ids.some((id) => id !== null && isPrivate.has(id));

const by =
  <T>(time: (one: T) => string) =>
  (a: T, b: T) =>
    time(a) < time(b) ? -1 : time(a) > time(b) ? 1 : 0;
