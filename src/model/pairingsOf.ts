import { scaffoldSteps } from './kinds.ts';
import type { PairingRecord, SpaceRecords } from './records.ts';
import type { Pairing, Scaffold } from './session.ts';

/** Pairings in the order in which they began. A goal and a session that are not there are left out. */
export function pairingsOf(records: SpaceRecords): Pairing[] {
  return [...records.pairings.values()]
    .map((record) => pairingOf(record, records))
    .sort((a, b) => (a.startedAt < b.startedAt ? -1 : a.startedAt > b.startedAt ? 1 : 0));
}

function pairingOf(record: PairingRecord, records: SpaceRecords): Pairing {
  const { starter: _, taken: __, createdAt: ___, goal, handoffs, ended, created, ...rest } = record;
  return {
    ...rest,
    people: rest.people.slice(),
    goalId: goal !== null && records.goals.has(goal) ? goal : null,
    endedAt: ended?.endedAt ?? null,
    sessionId: ended?.session && records.sessions.has(ended.session) ? ended.session : null,
    commit: ended?.commit ?? null,
    handoffs: handoffs.map(({ created: said, time: ____, files, ...handoff }) => ({
      ...handoff,
      files: files.map((file) => ({ ...file })),
      createdBy: said.by,
    })),
    ...driverOf(record),
    createdBy: created.by,
    claimedBy: created.claimedBy,
    isPrivate: isKept(records, rest.id, goal),
  };
}

/** Who drives: whoever took over last, be it a handoff or the branch as it stood; at first whoever began. */
function driverOf({ handoffs, taken, ended, starter, startedAt }: PairingRecord): {
  driver: string | null;
  since: string | null;
} {
  const last = handoffs.at(-1);
  if (ended) return { driver: null, since: null };
  if (taken && (!last || isLater(taken.time, last.time)))
    return { driver: taken.driver, since: taken.takenAt };
  return last ? { driver: last.takenBy, since: last.takenAt } : { driver: starter, since: startedAt };
}

const isLater = (a: [number, number], b: [number, number]) => a[0] > b[0] || (a[0] === b[0] && a[1] > b[1]);

/** Scaffolds with their steps in the order in which they are climbed; one of which all was taken back is left out. */
export function scaffoldsOf(records: SpaceRecords): Scaffold[] {
  return [...records.scaffolds.values()]
    .filter(({ steps }) => steps.length > 0)
    .map(({ goal, steps, created, ...rest }) => ({
      ...rest,
      goalId: goal !== null && records.goals.has(goal) ? goal : null,
      steps: steps
        .map(({ session, ...step }) => ({
          ...step,
          sessionId: session !== null && records.sessions.has(session) ? session : null,
        }))
        .sort((a, b) => scaffoldSteps.indexOf(a.step) - scaffoldSteps.indexOf(b.step)),
      createdBy: created.by,
      claimedBy: created.claimedBy,
      isPrivate: isKept(records, rest.id, goal),
    }));
}

/** What is done for a private goal is private with it. */
const isKept = ({ isPrivate }: SpaceRecords, id: string, goal: string | null) =>
  isPrivate.has(id) || (goal !== null && isPrivate.has(goal));
