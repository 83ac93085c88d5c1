import type { Excerpt, JournalEvent } from './events.ts';
import type { Clause } from './growth.ts';
import type { NudgeAnswer } from './mentorship.ts';
import type { FrozenPeople } from './people.ts';
import type {
  ActionRecord,
  AgreementRecord,
  AnnotationRecord,
  CharterRecord,
  EnteredRecord,
  GoalRecord,
  GuessRecord,
  HelpRecord,
  KnowledgeRecord,
  KudosRecord,
  Mark,
  PairingRecord,
  PulseRecord,
  RatingRecord,
  Said,
  ScaffoldRecord,
  ScaleAnswerRecord,
  SessionRecord,
  SkillRatingRecord,
  SpaceRecords,
  TrialRecord,
} from './records.ts';
import { blankRecords } from './records.ts';
import { type ExcerptStore, StoredMark } from './storedMark.ts';

/** What a fold has to know to go on: see `Ledger` in model/fold. */
export type FrozenLedger = {
  newest: JournalEvent | null;
  people: FrozenPeople;
  awaited: string[];
  hidden: string[];
};

/** Records as plain JSON, but for the marks; a copy, so that what happens to the records later does not change it. */
export type FrozenRecords = {
  goals: GoalRecord[];
  entered: EnteredRecord[];
  actions: ActionRecord[];
  annotations: AnnotationRecord[];
  ratings: RatingRecord[];
  sessions: SessionRecord[];
  pairings: PairingRecord[];
  scaffolds: ScaffoldRecord[];
  themes: { names: [string, string][]; placed: [string, string | null][]; merges: [string, string][] };
  guesses: (Omit<GuessRecord, 'judged'> & { judged: [string, string | null][] })[];
  kudos: KudosRecord[];
  scaleAnswers: ScaleAnswerRecord[];
  agreements: [Clause, AgreementRecord[]][];
  mentorship: SpaceRecords['mentorship'];
  status: SpaceRecords['status'];
  charters: CharterRecord[];
  acceptances: [string, AgreementRecord[]][];
  pulses: PulseRecord[];
  trials: TrialRecord[];
  nudges: NudgeAnswer[];
  skillRatings: SkillRatingRecord[];
  knowledge: KnowledgeRecord[];
  help: HelpRecord[];
  isPrivate: string[];
};

/**
 * A mark as a row: feedback id, tag, when, by whom as a place in `said` or -1, goals, whether set aside, and the length
 * of its excerpt in bytes, 0 where there is none.
 */
export type FrozenMark = [string, Mark['tag'], string | null, number, string[], boolean, number];

/** Marks in rows, with who said them, each once, and beside each row its excerpt: JSON, or not yet. */
export type FrozenMarks = { rows: FrozenMark[]; said: Said[]; excerpts: (Excerpt | Uint8Array | null)[] };

export function freezeRecords(records: SpaceRecords): FrozenRecords {
  return {
    goals: Array.from(records.goals.values(), (goal) => ({
      ...goal,
      milestones: goal.milestones.map((milestone) => ({ ...milestone })),
    })),
    entered: Array.from(records.entered.values(), (entered) => ({ ...entered })),
    actions: Array.from(records.actions.values(), (action) => ({ ...action })),
    annotations: Array.from(records.annotations.values(), (annotation) => ({
      ...annotation,
      goalIds: annotation.goalIds.slice(),
      replies: annotation.replies.map((reply) => ({ ...reply })),
    })),
    ratings: [...records.ratings.values()],
    sessions: Array.from(records.sessions.values(), (session) => ({
      ...session,
      texts: session.texts.map((text) => ({ ...text })),
    })),
    pairings: Array.from(records.pairings.values(), (pairing) => ({
      ...pairing,
      handoffs: pairing.handoffs.map((handoff) => ({ ...handoff })),
    })),
    scaffolds: Array.from(records.scaffolds.values(), (scaffold) => ({ ...scaffold })),
    themes: {
      names: [...records.themes.names],
      placed: [...records.themes.placed],
      merges: [...records.themes.merges],
    },
    guesses: Array.from(records.guesses.values(), (guess) => ({ ...guess, judged: [...guess.judged] })),
    kudos: Array.from(records.kudos.values(), (kudos) => ({ ...kudos })),
    scaleAnswers: [...records.scaleAnswers.values()],
    agreements: Array.from(records.agreements, ([clause, all]) => [clause, all.slice()]),
    mentorship: records.mentorship,
    status: records.status,
    charters: [...records.charters.values()],
    acceptances: Array.from(records.acceptances, ([charter, all]) => [charter, all.slice()]),
    pulses: [...records.pulses.values()],
    trials: [...records.trials.values()],
    nudges: [...records.nudges.values()],
    skillRatings: [...records.skillRatings.values()],
    knowledge: Array.from(records.knowledge.values(), (note) => ({ ...note })),
    help: Array.from(records.help.values(), (help) => ({ ...help })),
    isPrivate: [...records.isPrivate],
  };
}

/** The rows' lengths are 0: the excerpts are still to be written. */
export function freezeMarks(records: SpaceRecords): FrozenMarks {
  const frozen: FrozenMarks = { rows: [], said: [], excerpts: [] };
  const places = new Map<string, number>();
  for (const [id, mark] of records.marks) {
    let by = -1;
    if (mark.tagged) {
      const key = JSON.stringify([mark.tagged.by, mark.tagged.claimedBy]);
      by = places.get(key) ?? frozen.said.push(mark.tagged) - 1;
      places.set(key, by);
    }
    frozen.rows.push([id, mark.tag, mark.taggedAt, by, mark.goalIds.slice(), mark.isSetAside, 0]);
    frozen.excerpts.push(mark instanceof StoredMark ? mark.stored : mark.excerpt);
  }
  return frozen;
}

export function thawRecords(frozen: FrozenRecords): SpaceRecords {
  const records = blankRecords();
  for (const goal of frozen.goals) records.goals.set(goal.id, goal);
  for (const entered of frozen.entered) records.entered.set(entered.id, entered);
  for (const action of frozen.actions) records.actions.set(action.id, action);
  for (const annotation of frozen.annotations) records.annotations.set(annotation.id, annotation);
  for (const rating of frozen.ratings) records.ratings.set(rating.id, rating);
  for (const session of frozen.sessions) records.sessions.set(session.id, session);
  for (const pairing of frozen.pairings) records.pairings.set(pairing.id, pairing);
  for (const scaffold of frozen.scaffolds) records.scaffolds.set(scaffold.id, scaffold);
  const { names, placed, merges } = frozen.themes;
  records.themes = { names: new Map(names), placed: new Map(placed), merges: new Map(merges) };
  for (const guess of frozen.guesses)
    records.guesses.set(guess.id, { ...guess, judged: new Map(guess.judged) });
  for (const kudos of frozen.kudos) records.kudos.set(kudos.id, kudos);
  for (const answer of frozen.scaleAnswers) records.scaleAnswers.set(answer.id, answer);
  records.agreements = new Map(frozen.agreements);
  records.mentorship = frozen.mentorship;
  records.status = frozen.status;
  for (const charter of frozen.charters) records.charters.set(charter.id, charter);
  records.acceptances = new Map(frozen.acceptances);
  for (const pulse of frozen.pulses) records.pulses.set(pulse.id, pulse);
  for (const trial of frozen.trials) records.trials.set(trial.id, trial);
  for (const nudge of frozen.nudges) records.nudges.set(nudge.id, nudge);
  for (const rating of frozen.skillRatings) records.skillRatings.set(rating.id, rating);
  for (const note of frozen.knowledge) records.knowledge.set(note.id, note);
  for (const help of frozen.help) records.help.set(help.id, help);
  for (const id of frozen.isPrivate) records.isPrivate.add(id);
  return records;
}

/** Brings a row back in. @param start of its excerpt in the store */
export function thawMark(
  records: SpaceRecords,
  [id, tag, taggedAt, by, goalIds, isSetAside, length]: FrozenMark,
  said: readonly Said[],
  store: ExcerptStore,
  start: number,
): void {
  const tagged = said[by] ?? null;
  records.marks.set(id, new StoredMark({ tag, taggedAt, tagged, goalIds, isSetAside }, store, start, length));
}
