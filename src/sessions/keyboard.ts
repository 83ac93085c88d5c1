import type { Pairing } from '../model/session.ts';

/** How long somebody had the keyboard, in milliseconds. */
export type Share = { person: string; time: number };

export type KeyboardTime = {
  /** All turns together, in milliseconds. */
  time: number;
  /** Whoever typed longest comes first; then by name, so that the order stays. */
  people: Share[];
  /** The same by goal, `null` for none; most time first. */
  goals: { goalId: string | null; time: number; people: Share[] }[];
};

/** A turn: who typed, from when to when. ISO times. */
export type TurnTaken = { driver: string; startedAt: string; endedAt: string };

/** A turn that looks longer was left lying: nobody types through the night. In milliseconds. */
const longestTurn = 4 * 3600_000;

/**
 * The turns of a pairing by what its handoffs tell, in their order: each handoff ends one, whoever took over last
 * had the keyboard until the end, or has it until `now`. Between a handoff and its take-over nobody has it. Whoever
 * began has the first turn, where nobody handed off.
 */
export function turnsOf(pairing: Pairing, now: Date): TurnTaken[] {
  const turns = pairing.handoffs.map(({ driver, startedAt, handedAt }) => ({
    driver,
    startedAt,
    endedAt: handedAt,
  }));
  const last = pairing.handoffs.at(-1);
  const endedAt = pairing.endedAt ?? now.toISOString();
  const open =
    pairing.driver !== null && pairing.since !== null
      ? { driver: pairing.driver, startedAt: pairing.since }
      : last
        ? { driver: last.takenBy, startedAt: last.takenAt }
        : { driver: pairing.createdBy, startedAt: pairing.startedAt };
  if (open.driver !== null && open.startedAt !== null)
    turns.push({ driver: open.driver, startedAt: open.startedAt, endedAt });
  return turns;
}

/**
 * Time at the keyboard by person and by goal. A name that differs by case only is one person, called as first seen;
 * a turn without length, with times that are none, or from before it began (two machines' clocks) counts nothing,
 * and none for more than four hours.
 */
export function timeAtKeyboard(pairings: readonly Pairing[], now: Date): KeyboardTime {
  const all = new Tally();
  const goals = new Map<string | null, Tally>();
  for (const pairing of pairings) {
    for (const { driver, startedAt, endedAt } of turnsOf(pairing, now)) {
      const time = Math.min(Date.parse(endedAt) - Date.parse(startedAt), longestTurn);
      if (!(time > 0)) continue;
      all.add(driver, time);
      const goal = goals.get(pairing.goalId) ?? new Tally();
      goals.set(pairing.goalId, goal);
      goal.add(driver, time);
    }
  }
  return {
    time: all.time,
    people: all.people(),
    goals: [...goals]
      .map(([goalId, tally]) => ({ goalId, time: tally.time, people: tally.people() }))
      .sort((a, b) => b.time - a.time),
  };
}

class Tally {
  time = 0;
  readonly #shares = new Map<string, Share>();

  add(person: string, time: number): void {
    this.time += time;
    const key = person.toLowerCase();
    const share = this.#shares.get(key) ?? { person, time: 0 };
    share.time += time;
    this.#shares.set(key, share);
  }

  people(): Share[] {
    return [...this.#shares.values()].sort((a, b) => b.time - a.time || (a.person < b.person ? -1 : 1));
  }
}
