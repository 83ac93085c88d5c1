import { ulid } from 'ulid';
import type { NewEvent } from '../../model/events.ts';
import type { Draft } from '../../programme/playbooks/index.ts';
import type { Deps } from '../commands/deps.ts';
import { savedEvents } from '../sessions/texts.ts';

/** A record that a step has made, or had made before. `line`: the step's, 1-based. */
export type MadeRecord = { kind: Draft['kind']; id: string; line: number };

type Options = {
  /** Whoever takes part in sessions, the user included. */
  people: readonly string[];
  isPrivate: boolean;
  /** Goals that were made before, by the lines of their steps. */
  goals: ReadonlyMap<number, string>;
};

/**
 * Makes what the steps say, as one act: so that one undo takes all of it back.
 * @throws CairnError 'journal-unwritable', 'invalid-argument': nothing was made
 */
export async function make(
  deps: Deps,
  drafts: readonly Draft[],
  { people, isPrivate, goals }: Options,
): Promise<MadeRecord[]> {
  const known = new Map(goals);
  const made = drafts.map(({ kind, line }) => ({ kind, id: ulid(), line }));
  for (const { kind, id, line } of made) if (kind === 'goal') known.set(line, id);
  const serves = (line: number | null): string | null => {
    const goal = line === null ? undefined : known.get(line);
    if (goal === undefined) return null;
    // What others read leads to no goal that only one person knows of.
    const isHidden = !isPrivate && deps.store.goals.some((one) => one.id === goal && one.isPrivate);
    return isHidden ? null : goal;
  };
  const events: NewEvent[] = [];
  for (const [i, draft] of drafts.entries())
    events.push(...(await eventsOf(deps, draft, made[i]!.id, { people, serves })));
  if (events.length > 0) await deps.store.perform(events, { isPrivate });
  return made;
}

async function eventsOf(
  deps: Deps,
  draft: Draft,
  id: string,
  { people, serves }: { people: readonly string[]; serves: (line: number | null) => string | null },
): Promise<NewEvent[]> {
  switch (draft.kind) {
    case 'goal': {
      const { title, category, targetDate } = draft;
      const goal = { goal: id, title, category, origin: 'mentee' as const, targetDate };
      return [
        { type: 'goal.created', payload: goal },
        ...draft.milestones.map((step): NewEvent => {
          const payload = { goal: id, milestone: ulid(), title: step };
          return { type: 'milestone.added', payload };
        }),
      ];
    }
    case 'action': {
      const { text, owner, dueDate } = draft;
      return [
        { type: 'action.added', payload: { action: id, text, owner, dueDate, goal: serves(draft.serves) } },
      ];
    }
    case 'session': {
      const goal = serves(draft.serves);
      const goals = goal === null ? [] : [goal];
      const about = { session: id, kind: draft.sessionKind, people: [...people], date: draft.date, goals };
      const session = { ...about, heldAt: null, minutes: null, link: null, pairing: null };
      const now = () => ({ id, people: [...people], goalIds: goals, heldAt: null, texts: [] });
      const written = await savedEvents(deps, now, draft.text);
      return [{ type: 'session.logged', payload: session }, ...written];
    }
  }
}
