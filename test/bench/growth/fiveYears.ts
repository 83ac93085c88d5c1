import type { PanelInput } from '../../../src/growth/panel/index.ts';
import type { Recurrence, Theme } from '../../../src/model/growth.ts';
import type { Session } from '../../../src/model/session.ts';
import { growthLines } from '../../support/journal/growthLines.ts';
import { inputOf } from '../../unit/growth/panel/input.ts';

const day = 86_400_000;

/** A mentorship of 60 months with so many pieces of feedback, 60 themes and 200 sessions, until July 2026. */
export function fiveYears(pieces = 8000): PanelInput {
  const now = new Date(2026, 6, 1, 12);
  const lines = growthLines({ months: 60 });
  const input = inputOf(lines, now, { period: 'all' });
  const feedback = Array.from({ length: pieces }, (_, n) => {
    const piece = input.feedback[n % input.feedback.length]!;
    const round = Math.floor(n / input.feedback.length);
    const at = new Date(Date.parse(piece.createdAt) - round * 3_600_000).toISOString();
    return { ...piece, id: `${piece.id}/${round}`, createdAt: at };
  });
  const first = input.sessions[0]!;
  const sessions: Session[] = Array.from({ length: 200 }, (_, n) => {
    const heldAt = new Date(now.getTime() - (199 - n) * 9 * day).toISOString();
    return { ...first, id: `s${n}`, date: heldAt.slice(0, 10), heldAt, minutes: 30 + (n % 5) * 15 };
  });
  const follow = new Map(
    feedback.flatMap((piece) => {
      const found = lines.follow.get(piece.id.replace(/\/\d+$/, ''));
      return found ? [[piece.id, { ...found, feedbackId: piece.id }] as const] : [];
    }),
  );
  const tagged = feedback.filter(({ tag }) => tag !== null && tag !== 'keep');
  const [stop, start] = [...lines.recurrences.values()];
  const themes: Theme[] = [];
  const recurrences = new Map<string, Recurrence>();
  for (let n = 0; n < 60; n++) {
    const id = `theme-${n}`;
    const own = tagged.filter((_, at) => at % 60 === n).map((piece) => piece.id);
    const name = `${n}: let errors through with their cause, and say what was tried`;
    themes.push({ id, name, isNamed: n % 2 === 0, words: ['error', 'cause'], feedbackIds: own });
    recurrences.set(id, { ...(n % 2 === 0 ? stop! : start!), themeId: id });
  }
  const own = Array.from({ length: 60 }, (_, n) => ({
    month: `${2021 + Math.floor((n + 6) / 12)}-${String(((n + 6) % 12) + 1).padStart(2, '0')}`,
    ...{ comments: 12 + (n % 9), withReason: 4 + (n % 7), withQuestion: 2 + (n % 5), withLabel: n % 4 },
  }));
  const isMe = () => true;
  return { ...input, feedback, sessions, follow, themes, recurrences, own, isMe };
}
