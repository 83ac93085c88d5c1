import { annotationsOf, ratingsOf } from '../../../src/model/annotationsOf.ts';
import { foldEvents, isSamePerson, personOf } from '../../../src/model/fold.ts';
import { agreementsOf, guessesOf, kudosOf, scaleAnswersOf } from '../../../src/model/growthOf.ts';
import { mentoredOf } from '../../../src/model/mentorshipOf.ts';
import { openState } from '../../../src/model/openState.ts';
import { actionsOf, applyMark, fromEntered, goalsOf } from '../../../src/model/overlay.ts';
import { pairingsOf, scaffoldsOf } from '../../../src/model/pairingsOf.ts';
import { sessionsOf } from '../../../src/model/sessionsOf.ts';
import type { State } from '../../../src/model/state.ts';
import { toFeedback } from '../../../src/model/toFeedback.ts';
import type { GrowthLines } from './growthLines.ts';
import { growthMentee } from './growthPulls.ts';

/**
 * What a window would hold of a mentorship: `all` for its user's own views, `open` without what is private, `own` only
 * that.
 */
export function growthState({ events, pullRequests }: Pick<GrowthLines, 'events' | 'pullRequests'>) {
  const records = foldEvents(events);
  const feedback = pullRequests.flatMap((record) => toFeedback(record, growthMentee));
  for (const entered of records.entered.values()) feedback.push(fromEntered(entered));
  for (const item of feedback) applyMark(item, records.marks.get(item.id), records);
  const isMe = (name: string) => name.toLowerCase() === growthMentee;
  const all: State = {
    mentee: growthMentee,
    goals: goalsOf(records),
    feedback,
    actions: actionsOf(records),
    annotations: annotationsOf(records),
    ratings: ratingsOf(records, isMe).others,
    sessions: sessionsOf(records),
    pairings: pairingsOf(records),
    scaffolds: scaffoldsOf(records),
    guesses: guessesOf(records),
    kudos: kudosOf(records),
    scaleAnswers: scaleAnswersOf(records),
    agreements: agreementsOf(records, (one, other) => isSamePerson(records, one, other)),
    ...mentoredOf(records, (name) => personOf(records, name)),
    mentorship: records.mentorship,
  };
  const open: State = { ...all, ...openState(all, records) };
  const isOwn = <T extends { isPrivate: boolean }>(some: readonly T[]) => some.filter((one) => one.isPrivate);
  const own = {
    goals: isOwn(all.goals),
    feedback: isOwn(all.feedback),
    actions: isOwn(all.actions),
    sessions: isOwn(all.sessions),
    kudos: isOwn(all.kudos),
    scaleAnswers: isOwn(all.scaleAnswers),
  };
  return { all, open, own, records };
}
