import type { Annotation } from './annotation.ts';
import { annotationsOf } from './annotationsOf.ts';
import type { JournalEvent } from './events.ts';
import { type ExportedEvent, madeInPrivate, selectEvents } from './exportSpace.ts';
import { foldEvents, personOf } from './fold.ts';
import type { Guess, Kudos, ScaleAnswer } from './growth.ts';
import { decisionsOf, guessesOf, kudosOf, scaleAnswersOf } from './growthOf.ts';
import { type Mentored, mentoredOf } from './mentorshipOf.ts';
import { actionsOf, applyMark, fromEntered, fromExcerpt, goalsOf, isWithdrawn } from './overlay.ts';
import { pairingsOf, scaffoldsOf } from './pairingsOf.ts';
import type { SpaceRecords } from './records.ts';
import type { Pairing, Scaffold, Session } from './session.ts';
import { sessionsOf } from './sessionsOf.ts';
import type { Feedback, Goal, Mentorship, NextAction } from './state.ts';

/** What of a space somebody is shown outside of Cairn. */
export type ShownState = Mentored & {
  goals: Goal[];
  /** What was tagged, linked or entered by hand, the oldest first. */
  feedback: Feedback[];
  actions: NextAction[];
  annotations: Annotation[];
  sessions: Session[];
  pairings: Pairing[];
  scaffolds: Scaffold[];
  guesses: Guess[];
  kudos: Kudos[];
  scaleAnswers: ScaleAnswer[];
  /** Those that people made, with what they put into them. */
  themes: ShownTheme[];
  mentorship: Mentorship | null;
};

export type ShownTheme = { id: string; name: string; feedbackIds: string[]; isPrivate: boolean };

/**
 * What a space says, with or without what is private: folded from those events alone, so that nothing private shows
 * in a count or a link either.
 * @param pulled what GitHub said of feedback, by id; where it is gone the journal's excerpt stands for it
 */
export function shownState(
  events: readonly JournalEvent[],
  isPrivate: ReadonlySet<string>,
  includePrivate: boolean,
  pulled: (id: string) => Feedback | undefined,
): ShownState {
  const chosen = selectEvents(events as readonly ExportedEvent[], isPrivate, includePrivate);
  const records = foldEvents(chosen as unknown as JournalEvent[]);
  const own = new Set([...isPrivate, ...chosen.flatMap(madeInPrivate)]);
  const marked = <T extends { id: string; isPrivate: boolean }>(one: T): T => ({
    ...one,
    isPrivate: own.has(one.id),
  });

  const mentored = mentoredOf(records, (name) => personOf(records, name));

  const feedback: Feedback[] = [];
  const placed = records.themes.placed;
  for (const id of new Set([...records.entered.keys(), ...records.marks.keys(), ...placed.keys()])) {
    if (isWithdrawn(records, id)) continue;
    const mark = records.marks.get(id);
    const entered = records.entered.get(id);
    const isPlaced = (placed.get(id) ?? null) !== null;
    const known = entered ? fromEntered(entered) : (pulled(id) ?? (mark && fromExcerpt(id, mark, isPlaced)));
    if (!known) continue;
    const item = { ...known };
    applyMark(item, mark, records);
    if (entered || item.tag !== null || item.goalIds.length > 0 || item.isSetAside || isPlaced)
      feedback.push(marked(item));
  }
  feedback.sort((a, b) => (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0));
  return {
    goals: goalsOf(records).map(marked),
    feedback,
    actions: actionsOf(records).map(marked),
    annotations: annotationsOf(records).map(marked),
    sessions: sessionsOf(records).map(marked),
    pairings: pairingsOf(records).map(marked),
    scaffolds: scaffoldsOf(records).map(marked),
    guesses: guessesOf(records).map(marked),
    kudos: kudosOf(records).map(marked),
    scaleAnswers: scaleAnswersOf(records).map(marked),
    themes: themesOf(records).map(marked),
    charters: mentored.charters.map(marked),
    pulses: mentored.pulses.map(marked),
    trials: mentored.trials.map(marked),
    skillRatings: mentored.skillRatings.map(marked),
    knowledge: mentored.knowledge.map(marked),
    help: mentored.help.map(marked),
    mentorship: records.mentorship,
  };
}

/** The themes that people made, and are no part of another one. */
function themesOf(records: SpaceRecords): ShownTheme[] {
  const { names, placed, merged } = decisionsOf(records);
  const inside = new Map<string, string[]>();
  for (const [feedback, theme] of placed) {
    if (theme === null) continue;
    const end = merged.get(theme) ?? theme;
    const there = inside.get(end);
    if (there) there.push(feedback);
    else inside.set(end, [feedback]);
  }
  return Array.from(names, ([id, name]) => ({
    id,
    name,
    feedbackIds: inside.get(id) ?? [],
    isPrivate: false,
  })).filter(({ id }) => !merged.has(id));
}
