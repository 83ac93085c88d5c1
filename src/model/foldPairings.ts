import { isPathInside } from './anchorList.ts';
import { isoTime } from './isoTime.ts';
import { add, oneOf } from './lookup.ts';
import type { People } from './people.ts';
import type { HandoffRecord, PairingRecord, SpaceRecords } from './records.ts';
import { type Known, type OfType, saidIn, stays } from './said.ts';

export type PairingEvent = OfType<`pairing.${string}`>;

/** So many handoffs of one person in one pairing are kept in memory: weeks of turns, and no stranger's thousands. */
export const mostHandoffs = 1000;

/** How many handoffs each person has written; derived from the list. */
const counts = new WeakMap<readonly HandoffRecord[], Map<string, number>>();

/**
 * Brings an event about a pairing into the records, in place.
 * @param owner whose words it counts as, where that is not its author
 */
export function applyPairing(
  records: SpaceRecords,
  { people, awaited }: Known,
  event: PairingEvent,
  owner: string | undefined,
): void {
  const { pairing: id } = event.payload;
  const pairing = records.pairings.get(id);
  if (event.type === 'pairing.started') {
    if (!stays(pairing?.created, owner)) records.pairings.set(id, started(event, owner));
    return;
  }
  if (!pairing) return void awaited.add(id);
  switch (event.type) {
    case 'pairing.handedOff':
      handOff(pairing, event, owner, people);
      return;
    case 'pairing.takenOver': {
      const { handoff: of, driver, takenAt } = event.payload;
      if (of === null) {
        pairing.taken = { driver, takenAt, time: event.time };
        return;
      }
      const handoff = oneOf(pairing.handoffs, of);
      if (!handoff) return void awaited.add(of);
      handoff.takenBy = driver;
      handoff.takenAt = takenAt;
      return;
    }
    case 'pairing.ended': {
      const { session, commit, endedAt } = event.payload;
      pairing.ended = { session, commit, endedAt };
    }
  }
}

function started(event: OfType<'pairing.started'>, owner: string | undefined): PairingRecord {
  const { pairing: id, people, ...rest } = event.payload;
  return {
    ...{ id, ...rest, people: [...new Set(people)], starter: event.author },
    ...{ handoffs: [], taken: null, ended: null },
    ...{ createdAt: isoTime(event), created: saidIn(event, owner) },
  };
}

/** What stands in a handoff are its author's words: nobody's second event of that id changes them. */
function handOff(
  { handoffs }: PairingRecord,
  event: OfType<'pairing.handedOff'>,
  owner: string | undefined,
  people: People,
): void {
  const { pairing: _, handoff: id, files, ...rest } = event.payload;
  const created = saidIn(event, owner);
  const count = countsOf(handoffs, people);
  const by = people.personOf(created.by);
  const there = oneOf(handoffs, id);
  const inside = files.filter(({ path }) => isPathInside(path));
  const fresh = { id, ...rest, files: inside, time: event.time, created };
  if (there) {
    if (stays(there.created, owner)) return;
    const before = people.personOf(there.created.by);
    count.set(before, (count.get(before) ?? 1) - 1);
    Object.assign(there, fresh);
  } else if ((count.get(by) ?? 0) < mostHandoffs) add(handoffs, { ...fresh, takenBy: null, takenAt: null });
  else return;
  count.set(by, (count.get(by) ?? 0) + 1);
}

function countsOf(handoffs: readonly HandoffRecord[], people: People): Map<string, number> {
  let count = counts.get(handoffs);
  if (!count) {
    count = new Map();
    for (const { created } of handoffs) {
      const by = people.personOf(created.by);
      count.set(by, (count.get(by) ?? 0) + 1);
    }
    counts.set(handoffs, count);
  }
  return count;
}

/** How far somebody has come is shared status: the newest word on each step counts, whoever says it. */
export function reachStep(
  records: SpaceRecords,
  event: OfType<'scaffold.reached'>,
  owner: string | undefined,
): void {
  const { scaffold: id, goal, part, step, session, url, reachedAt } = event.payload;
  let scaffold = records.scaffolds.get(id);
  if (!scaffold) {
    scaffold = { id, goal, part, steps: [], created: saidIn(event, owner) };
    records.scaffolds.set(id, scaffold);
  }
  scaffold.goal = goal;
  scaffold.part = part;
  scaffold.steps = scaffold.steps.filter((one) => one.step !== step);
  if (reachedAt !== null) scaffold.steps.push({ step, session, url, reachedAt });
}
