import type { ActionRecord, EnteredRecord, Mark, Said, SpaceRecords } from './records.ts';
import type { Feedback, Goal, Kept, NextAction, Tag } from './state.ts';

const keptOf = (said: Said, isPrivate: boolean): Kept => ({
  createdBy: said.by,
  claimedBy: said.claimedBy,
  isPrivate,
});

const unmarked = { tag: null, goalIds: [] as string[], isSetAside: false };

/**
 * Puts what people decided onto a piece of feedback, in place: views hold on to these objects.
 * Goals that are not there (not arrived yet, or undone) are left out.
 */
export function applyMark(feedback: Feedback, mark: Mark | undefined, records: SpaceRecords): void {
  const { goals } = records;
  feedback.taggedBy = mark?.tagged?.by ?? null;
  feedback.tagClaimedBy = mark?.tagged?.claimedBy ?? null;
  feedback.isPrivate = records.isPrivate.has(feedback.id);
  feedback.tag = (mark ?? unmarked).tag;
  feedback.isSetAside = (mark ?? unmarked).isSetAside;
  feedback.goalIds = (mark ?? unmarked).goalIds.filter((id) => goals.has(id));
}

/** Feedback that somebody wrote down by hand. */
export function fromEntered(entered: Omit<EnteredRecord, 'session' | 'isWithdrawn'>): Feedback {
  return {
    ...withoutPlace,
    id: entered.id,
    kind: 'entered',
    url: entered.url,
    author: entered.author,
    ...keptOf(entered.entered, false),
    body: entered.body,
    createdAt: entered.saidAt,
    updatedAt: entered.saidAt,
  };
}

/**
 * Feedback of which only the journal's excerpt is left, because its pull request is gone from GitHub or from
 * the cache. `null` when the mark has no excerpt or nothing stands in it any more.
 * @param isPlaced somebody put it into a theme
 */
export function fromExcerpt(id: string, mark: Mark, isPlaced = false): Feedback | null {
  const { excerpt } = mark;
  const isBlank = mark.tag === null && mark.goalIds.length === 0 && !mark.isSetAside && !isPlaced;
  if (!excerpt || isBlank) return null;
  const { repository, number } = excerpt;
  return {
    ...withoutPlace,
    id,
    kind: excerpt.kind,
    url: excerpt.url,
    author: excerpt.author,
    body: excerpt.text,
    path: excerpt.path,
    originalLine: excerpt.line,
    isOutdated: excerpt.kind === 'line' ? true : null,
    createdAt: excerpt.createdAt,
    updatedAt: excerpt.createdAt,
    pullRequest:
      repository !== null && number !== null
        ? { repository, number, title: excerpt.title ?? '', url: (excerpt.url ?? '').replace(/#.*$/s, '') }
        : null,
  };
}

const withoutPlace = {
  isBot: false,
  path: null,
  line: null,
  startLine: null,
  side: null,
  originalLine: null,
  diffHunk: null,
  threadId: null,
  inReplyTo: null,
  isResolved: null,
  isOutdated: null,
  isMinimized: null,
  pullRequest: null,
  suggestedTag: null,
  isSetAsideSuggested: false,
  tag: null,
  taggedBy: null,
  tagClaimedBy: null,
  goalIds: [],
  isSetAside: false,
  rating: null,
  createdBy: null,
  claimedBy: null,
  isPrivate: false,
} satisfies Partial<Feedback>;

/** The goals in the order in which they were made, each with the counts of what is linked to it. */
export function goalsOf(records: SpaceRecords): Goal[] {
  const counts = new Map<string, Record<Tag, number>>();
  for (const goal of records.goals.keys()) counts.set(goal, { keep: 0, stop: 0, start: 0 });
  for (const [id, mark] of records.marks) {
    if (mark.tag === null || mark.isSetAside || isWithdrawn(records, id)) continue;
    for (const goal of mark.goalIds) {
      const count = counts.get(goal);
      if (count) count[mark.tag]++;
    }
  }
  return [...records.goals.values()].map((goal) => ({
    id: goal.id,
    title: goal.title,
    category: goal.category,
    origin: goal.origin,
    status: goal.status,
    targetDate: goal.targetDate,
    milestones: goal.milestones.map((milestone) => ({ ...milestone })),
    counts: counts.get(goal.id)!,
    ...keptOf(goal.created, records.isPrivate.has(goal.id)),
  }));
}

/** Whether feedback that was entered by hand was taken out of the text in which it stood. */
export function isWithdrawn({ entered }: SpaceRecords, id: string): boolean {
  return entered.get(id)?.isWithdrawn === true;
}

/** Next actions in the order in which they were promised; those that were withdrawn are left out. */
export function actionsOf(records: SpaceRecords): NextAction[] {
  const actions: NextAction[] = [];
  for (const action of records.actions.values()) {
    if (!action.isWithdrawn) actions.push(actionOf(action, records));
  }
  return actions;
}

/** A goal and a session that are not there are left out. */
export function actionOf(record: ActionRecord, records: SpaceRecords): NextAction {
  const { goal, session, isWithdrawn: _, created, ...action } = record;
  return {
    ...action,
    goalId: goal !== null && records.goals.has(goal) ? goal : null,
    sessionId: session !== null && records.sessions.has(session) ? session : null,
    ...keptOf(created, records.isPrivate.has(action.id)),
  };
}
