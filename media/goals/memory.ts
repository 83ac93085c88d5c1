import * as z from 'zod/mini';
import { host } from './host.ts';

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

/** What the page remembers while it is hidden and over a reload of the window. */
const memory: Memory = recall();

function recall(): Memory {
  const kept = schema.safeParse(host.getState());
  return kept.success ? kept.data : { open: {}, groups: {}, done: {}, scroll: 0 };
}

export function isOpen(kind: Kind, id: string, otherwise: boolean): boolean {
  return memory[kind][id] ?? otherwise;
}

export function setOpen(kind: Kind, id: string, value: boolean): void {
  memory[kind][id] = value;
  host.setState(memory);
}

export const toldRecall = (): string | undefined => memory.recalled;

export function setToldRecall(key: string): void {
  memory.recalled = key;
  host.setState(memory);
}

/** Forgets goals that are no longer there. */
export function keepOnly(goals: ReadonlySet<string>): void {
  for (const id of Object.keys(memory.open)) if (!goals.has(id)) delete memory.open[id];
  for (const id of Object.keys(memory.done)) if (id !== '' && !goals.has(id)) delete memory.done[id];
  host.setState(memory);
}

/** Puts the page where it was, once, and from then on remembers where it is. */
export function restoreScroll(): void {
  window.scrollTo({ top: memory.scroll, behavior: 'instant' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  window.addEventListener(
    'scroll',
    () => {
      memory.scroll = window.scrollY;
      clearTimeout(timer);
      timer = setTimeout(() => host.setState(memory), 150);
    },
    { passive: true },
  );
}
