import { isoTime } from './isoTime.ts';
import { add, oneOf } from './lookup.ts';
import type { SpaceRecords } from './records.ts';
import { type Known, type OfType, saidIn, stays } from './said.ts';

export type GoalEvent = OfType<`goal.${string}` | `milestone.${string}`>;
export type ActionEvent = OfType<`action.${string}`>;

/**
 * Brings an event about a goal or one of its milestones into the records, in place.
 * @param owner whose words it counts as, where that is not its author
 */
export function applyGoal(
  records: SpaceRecords,
  { people, awaited }: Known,
  event: GoalEvent,
  owner: string | undefined,
): void {
  const { goal: id } = event.payload;
  const goal = records.goals.get(id);
  if (event.type === 'goal.created') {
    if (stays(goal?.created, owner)) return;
    const { title, category, origin, targetDate } = event.payload;
    records.goals.set(id, {
      ...{ id, title, category, origin, status: 'active', targetDate, milestones: [] },
      ...{ createdAt: isoTime(event), created: saidIn(event, owner) },
    });
    return;
  }
  if (!goal) awaited.add(id);
  switch (event.type) {
    case 'goal.edited': {
      if (!goal) return;
      const { title, category, origin, targetDate } = event.payload;
      // The sentence is its author's own.
      if (title !== undefined && people.isSame(owner ?? event.author, goal.created.by)) goal.title = title;
      if (category !== undefined) goal.category = category;
      if (origin !== undefined) goal.origin = origin;
      if (targetDate !== undefined) goal.targetDate = targetDate;
      return;
    }
    case 'goal.status':
      if (goal) goal.status = event.payload.status;
      return;
    case 'milestone.added': {
      const { milestone, title } = event.payload;
      if (goal && !oneOf(goal.milestones, milestone))
        add(goal.milestones, { id: milestone, title, completedAt: null });
      return;
    }
    case 'milestone.completed': {
      const { milestone: of, completedAt } = event.payload;
      const milestone = goal && oneOf(goal.milestones, of);
      if (milestone) milestone.completedAt = completedAt;
      else awaited.add(of);
    }
  }
}

/** The same for next actions. */
export function applyAction(
  records: SpaceRecords,
  { people, awaited }: Known,
  event: ActionEvent,
  owner: string | undefined,
): void {
  const { action: id } = event.payload;
  const action = records.actions.get(id);
  if (event.type === 'action.added') {
    if (stays(action?.created, owner)) return;
    const { text, owner: promisedBy, dueDate, goal, session = null } = event.payload;
    records.actions.set(id, {
      ...{ id, text, owner: promisedBy, dueDate, goal, doneAt: null, session, isWithdrawn: false },
      ...{ createdAt: isoTime(event), created: saidIn(event, owner) },
    });
    return;
  }
  if (!action) return void awaited.add(id);
  if (event.type === 'action.done') {
    action.doneAt = event.payload.doneAt;
    return;
  }
  const { text, owner: promisedBy, dueDate, goal } = event.payload;
  if (text !== undefined && people.isSame(owner ?? event.author, action.created.by)) action.text = text;
  if (promisedBy !== undefined) action.owner = promisedBy;
  if (dueDate !== undefined) action.dueDate = dueDate;
  if (goal !== undefined) action.goal = goal;
}
