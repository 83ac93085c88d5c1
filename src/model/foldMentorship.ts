import { placeOf } from './anchorList.ts';
import type { Anchor } from './events.ts';
import { isoTime } from './isoTime.ts';
import { type NudgeAnswer, nudgeAnswers } from './mentorship.ts';
import type { People } from './people.ts';
import { blankMentorship, type KnowledgeRecord, type SpaceRecords } from './records.ts';
import { agree, type Known, mayChange, type OfType, saidIn, stays } from './said.ts';

export type MentorshipEvent = OfType<
  | `mentorship.${string}`
  | `charter.${string}`
  | `knowledge.${string}`
  | 'pulse.given'
  | 'trial.answered'
  | 'nudge.answered'
  | 'skill.rated'
  | 'help.asked'
>;

/**
 * Brings what the mentorship consists of into the records, in place. Who mentors whom and whether it runs is shared
 * status, whoever says it; the rest is each one's own word.
 * @param owner whose words it counts as, where that is not its author
 */
export function applyMentorship(
  records: SpaceRecords,
  known: Known,
  event: MentorshipEvent,
  owner: string | undefined,
): void {
  const said = saidIn(event, owner);
  switch (event.type) {
    case 'mentorship.recorded':
      records.mentorship = { ...blankMentorship, ...event.payload, ...records.status };
      return;
    case 'mentorship.status': {
      const { status, reason, until, changedAt } = event.payload;
      const isReasonPrivate = reason !== null && event.isPrivate === true;
      records.status = {
        ...{ status, statusReason: reason, isReasonPrivate },
        ...{ statusUntil: until, statusSince: changedAt },
      };
      if (records.mentorship) records.mentorship = { ...records.mentorship, ...records.status };
      return;
    }
    case 'charter.written': {
      const { charter: id, text } = event.payload;
      const there = records.charters.get(id);
      // Whatever time it claims to be of: no word for the one text becomes a word for the other.
      const hasOtherText = there !== undefined && (there.hasOtherText || there.text !== text);
      records.charters.set(
        id,
        there && stays(there.written, owner)
          ? { ...there, hasOtherText }
          : { id, text, writtenAt: isoTime(event), written: said, hasOtherText },
      );
      return;
    }
    case 'charter.accepted': {
      // Nobody accepts in somebody else's name.
      if (owner !== undefined) return;
      const { charter, isAccepted, hash } = event.payload;
      const list = records.acceptances.get(charter) ?? [];
      records.acceptances.set(charter, list);
      agree(list, event, isAccepted, known.people, hash);
      return;
    }
    case 'nudge.answered':
      answerNudge(records, event);
      return;
    case 'knowledge.noted':
    case 'knowledge.edited':
    case 'knowledge.moved':
      applyKnowledge(records, known, event, owner);
      return;
    case 'help.asked': {
      const { help: id, ...rest } = event.payload;
      if (stays(records.help.get(id)?.asked, owner)) return;
      records.help.set(id, { id, ...rest, isWithdrawn: false, asked: said });
      return;
    }
    default:
      answer(records, known.people, event, owner);
  }
}

/** What people say of the mentorship and of each other: each changes by its own person only. */
function answer(
  { pulses, trials, skillRatings }: SpaceRecords,
  people: People,
  event: OfType<'pulse.given' | 'trial.answered' | 'skill.rated'>,
  owner: string | undefined,
): void {
  const said = saidIn(event, owner);
  if (event.type === 'pulse.given') {
    const { pulse: id, value, clarity, workload, relationship, ...rest } = event.payload;
    if (!mayChange(pulses.get(id)?.given, said, people)) return;
    pulses.set(id, { id, answers: { value, clarity, workload, relationship }, ...rest, given: said });
  } else if (event.type === 'trial.answered') {
    const { trial: id, day, useful, respectful, sustainable, ...rest } = event.payload;
    if (!mayChange(trials.get(id)?.answered, said, people)) return;
    trials.set(id, { id, day, answers: { useful, respectful, sustainable }, ...rest, answered: said });
  } else {
    const { rating: id, ...rest } = event.payload;
    if (!mayChange(skillRatings.get(id)?.rated, said, people)) return;
    // Anew, so that the newest stands last.
    skillRatings.delete(id);
    skillRatings.set(id, { id, ...rest, rated: said });
  }
}

/** Only this user's own journal says what became of a nudge. */
function answerNudge({ nudges }: SpaceRecords, { payload, isPrivate }: OfType<'nudge.answered'>): void {
  const { nudge: id, answer: word, ...rest } = payload;
  if (!isPrivate || !isNudgeAnswer(word)) return;
  nudges.delete(id);
  nudges.set(id, { id, ...rest, answer: word });
}

/** Its words change by its author only; where its code stands is shared status. */
function applyKnowledge(
  { knowledge }: SpaceRecords,
  { people, awaited }: Known,
  event: OfType<`knowledge.${string}`>,
  owner: string | undefined,
): void {
  const { knowledge: id } = event.payload;
  const there = knowledge.get(id);
  if (event.type === 'knowledge.noted') {
    if (!stays(there?.noted, owner)) knowledge.set(id, noted(event, owner));
    return;
  }
  if (!there) return void awaited.add(id);
  if (event.type === 'knowledge.moved') {
    there.anchor = placed(event.payload.anchor) ?? there.anchor;
    return;
  }
  if (!people.isSame(owner ?? event.author, there.noted.by)) return;
  const { what, why, topics } = event.payload;
  if (what !== undefined) there.what = what;
  if (why !== undefined) there.why = why;
  if (topics !== undefined) there.topics = once(topics);
  there.changedAt = isoTime(event);
}

function noted(event: OfType<'knowledge.noted'>, owner: string | undefined): KnowledgeRecord {
  const { knowledge: id, topics, anchor, excerpt = null, ...rest } = event.payload;
  const at = isoTime(event);
  return {
    ...{ id, ...rest, anchor: placed(anchor), topics: once(topics), excerpt },
    ...{ isWithdrawn: false, notedAt: at, changedAt: at, noted: saidIn(event, owner) },
  };
}

/** Its place as it is worked with, `null` where it is nowhere. */
function placed(anchor: Anchor | null): Anchor | null {
  const place = anchor && placeOf(anchor);
  return place === null || place.path === '' ? null : place;
}

const isNudgeAnswer = (word: string): word is NudgeAnswer['answer'] =>
  (nudgeAnswers as readonly string[]).includes(word);
const once = (list: readonly string[]): string[] => [...new Set(list)];
