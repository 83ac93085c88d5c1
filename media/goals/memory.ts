import * as z from 'zod/mini';
import { memoryOf } from '../shared/memory.ts';

const schema = z.object({
  /** Goals that a person has folded (false) or unfolded (true). */
  open: z.record(z.string(), z.boolean()),
  groups: z.record(z.string(), z.boolean()),
  /** Next actions that are done, unfolded by a person; by goal, under '' those without one. */
  done: z.prefault(z.record(z.string(), z.boolean()), {}),
  scroll: z.number(),
  /** What was recalled last and told to a screen reader. */
  recalled: z.optional(z.string()),
});
type Memory = z.infer<typeof schema>;
type Kind = 'open' | 'groups' | 'done';

const { memory, save, restoreScroll } = memoryOf<Memory>(schema, {
  open: {},
  groups: {},
  done: {},
  scroll: 0,
});

export { restoreScroll };

export function isOpen(kind: Kind, id: string, otherwise: boolean): boolean {
  return memory[kind][id] ?? otherwise;
}

export function setOpen(kind: Kind, id: string, value: boolean): void {
  memory[kind][id] = value;
  save();
}

export const toldRecall = (): string | undefined => memory.recalled;

export function setToldRecall(key: string): void {
  memory.recalled = key;
  save();
}

/** Forgets goals that are no longer there. */
export function keepOnly(goals: ReadonlySet<string>): void {
  for (const id of Object.keys(memory.open)) if (!goals.has(id)) delete memory.open[id];
  for (const id of Object.keys(memory.done)) if (id !== '' && !goals.has(id)) delete memory.done[id];
  save();
}
