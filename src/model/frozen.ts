import type { Excerpt, JournalEvent } from './events.ts';
import type { FrozenPeople } from './people.ts';
import type { ActionRecord, EnteredRecord, GoalRecord, Mark, Said, SpaceRecords } from './records.ts';
import { blankRecords } from './records.ts';
import { type StoredExcerpt, StoredMark } from './storedMark.ts';

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
  mentorship: SpaceRecords['mentorship'];
  isPrivate: string[];
};

/** A mark as a row: feedback id, tag, when, by whom, goals, whether set aside. */
export type FrozenMark = [string, Mark['tag'], string | null, Said | null, string[], boolean];

export function freezeRecords(records: SpaceRecords): FrozenRecords {
  return {
    goals: Array.from(records.goals.values(), (goal) => ({
      ...goal,
      milestones: goal.milestones.map((milestone) => ({ ...milestone })),
    })),
    entered: [...records.entered.values()],
    actions: Array.from(records.actions.values(), (action) => ({ ...action })),
    mentorship: records.mentorship,
    isPrivate: [...records.isPrivate],
  };
}

/** The marks in rows, and beside each its excerpt, which may not be parsed yet. */
export function freezeMarks(records: SpaceRecords): {
  rows: FrozenMark[];
  excerpts: (Excerpt | StoredExcerpt | null)[];
} {
  const rows: FrozenMark[] = [];
  const excerpts: (Excerpt | StoredExcerpt | null)[] = [];
  for (const [id, mark] of records.marks) {
    rows.push([id, mark.tag, mark.taggedAt, mark.tagged, mark.goalIds.slice(), mark.isSetAside]);
    excerpts.push(mark instanceof StoredMark ? mark.stored : mark.excerpt);
  }
  return { rows, excerpts };
}

export function thawRecords(frozen: FrozenRecords): SpaceRecords {
  const records = blankRecords();
  for (const goal of frozen.goals) records.goals.set(goal.id, goal);
  for (const entered of frozen.entered) records.entered.set(entered.id, entered);
  for (const action of frozen.actions) records.actions.set(action.id, action);
  records.mentorship = frozen.mentorship;
  for (const id of frozen.isPrivate) records.isPrivate.add(id);
  return records;
}

/** Brings a row back in. */
export function thawMark(records: SpaceRecords, row: FrozenMark, excerpt: StoredExcerpt | null): void {
  const [id, tag, taggedAt, tagged, goalIds, isSetAside] = row;
  records.marks.set(id, new StoredMark({ tag, taggedAt, tagged, goalIds, isSetAside }, excerpt));
}
