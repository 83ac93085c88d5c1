import { sessionKinds } from '../../../model/kinds.ts';
import type { Session } from '../../../model/session.ts';
import { lengthOf } from '../period.ts';
import { phrase, text } from '../phrase.ts';
import type { Scene } from '../scene.ts';
import type { Claim } from '../types.ts';

/** Sessions held in the period, in the order of their dates. */
export const heldIn = (scene: Scene): Session[] =>
  scene.input.state.sessions.filter(({ heldAt, date }) => heldAt !== null && scene.isIn(date));

/** What was held, against the rhythm that was agreed; the longest time without; how long they took. */
export function sessions(scene: Scene): Claim[] {
  const { words, input, period } = scene;
  const held = heldIn(scene);
  if (held.length === 0) return [];
  const rhythm = input.state.mentorship?.rhythmDays ?? null;
  const days = lengthOf(period);
  const checkIns = held.filter(({ kind }) => kind === 'check-in');
  const entries = (all: readonly Session[]) => all.map((one) => scene.sessionEntry(one));
  const expected = rhythm === null ? 0 : Math.floor(days / rhythm);
  const claims =
    rhythm === null || expected === 0
      ? [scene.claim('sessions:held', text(words.sessions.held(held.length, days)), entries(held))]
      : [
          scene.claim(
            'sessions:rhythm',
            text(words.sessions.rhythm(checkIns.length, days, rhythm, expected)),
            entries(checkIns.length > 0 ? checkIns : held),
          ),
        ];
  const gap = longestGap(checkIns);
  if (gap && rhythm !== null && gap.days > 2 * rhythm) {
    const parts = text(words.sessions.gap(gap.days, words.day(gap.from.date), words.day(gap.to.date)));
    claims.push(scene.claim('sessions:gap', parts, entries([gap.from, gap.to])));
  }
  for (const kind of sessionKinds) {
    const some = held.filter((one) => one.kind === kind);
    if (some.length === 0 || (kind === 'check-in' && rhythm !== null)) continue;
    claims.push(
      scene.claim(`sessions:${kind}`, text(words.sessions.count(kind, some.length)), entries(some)),
    );
  }
  const timed = held.filter(({ minutes }) => minutes !== null);
  const minutes = timed.reduce((sum, one) => sum + (one.minutes ?? 0), 0);
  if (minutes > 0)
    claims.push(scene.claim('sessions:minutes', text(words.sessions.minutes(minutes)), entries(timed)));
  return claims;
}

function longestGap(held: readonly Session[]): { days: number; from: Session; to: Session } | null {
  let longest: { days: number; from: Session; to: Session } | null = null;
  for (const [at, to] of held.entries()) {
    const from = held[at - 1];
    if (!from) continue;
    const days = Math.round((Date.parse(to.date) - Date.parse(from.date)) / 86_400_000);
    if (days > (longest?.days ?? 0)) longest = { days, from, to };
  }
  return longest;
}

/** What the rows of the sessions' texts say was learned. */
export function insights(scene: Scene): Claim[] {
  return heldIn(scene).flatMap((session) =>
    session.entries.flatMap(({ insight, topic }, at): Claim[] => {
      if (insight.trim() === '') return [];
      const day = scene.words.day(session.date);
      const values = [{ said: insight }, ...(topic.trim() === '' ? [] : [{ said: topic }])];
      const parts = phrase((said, about) => scene.words.insight(said!, about ?? null, day), ...values);
      return [scene.claim(`insight:${session.id}:${at}`, parts, [scene.sessionEntry(session)])];
    }),
  );
}
