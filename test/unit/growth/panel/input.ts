import type { PanelInput } from '../../../../src/growth/panel/index.ts';
import { foldEvents } from '../../../../src/model/fold.ts';
import { scaleAnswersOf } from '../../../../src/model/growthOf.ts';
import { actionsOf, applyMark, fromEntered, goalsOf } from '../../../../src/model/overlay.ts';
import { pairingsOf } from '../../../../src/model/pairingsOf.ts';
import { sessionsOf } from '../../../../src/model/sessionsOf.ts';
import { toFeedback } from '../../../../src/model/toFeedback.ts';
import type { GrowthLines } from '../../../support/journal/growthLines.ts';
import { growthMentee } from '../../../support/journal/growthPulls.ts';

/** What the panel would be given in the space of these lines, on this day. */
export function inputOf(lines: GrowthLines, now: Date, more: Partial<PanelInput> = {}): PanelInput {
  const records = foldEvents(lines.events);
  const feedback = [
    ...lines.pullRequests.flatMap((record) => toFeedback(record, growthMentee)),
    ...[...records.entered.values()].map(fromEntered),
  ];
  for (const piece of feedback) applyMark(piece, records.marks.get(piece.id), records);
  return {
    ...emptyInput(now),
    ...{ mentee: growthMentee, feedback, goals: goalsOf(records), actions: actionsOf(records) },
    ...{ sessions: sessionsOf(records), pairings: pairingsOf(records), mentorship: records.mentorship },
    ...{ scaleAnswers: scaleAnswersOf(records), pullRequests: lines.pullRequests, themes: lines.themes },
    ...{ recurrences: lines.recurrences, follow: lines.follow },
    isMe: (name) => name === growthMentee,
    ...more,
  };
}

/** Where nothing was ever said. */
export function emptyInput(now: Date): PanelInput {
  return {
    ...{ now, period: 'all', goal: null, mentee: null, mentorship: null },
    ...{ goals: [], feedback: [], actions: [], sessions: [], pairings: [], scaleAnswers: [] },
    ...{ pullRequests: [], themes: [], own: [] },
    ...{ recurrences: new Map(), follow: new Map(), isMe: () => false },
  };
}
