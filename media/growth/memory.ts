import * as z from 'zod/mini';
import { type Filter, keptFilterSchema } from '../../src/ui/growth/panelProtocol.ts';
import { host } from './host.ts';

const schema = z.object({
  /** What the extension is told when the window comes back. */
  filter: z.optional(keptFilterSchema),
  /** What a person has unfolded, by a name of its own. */
  open: z.array(z.string()),
  scroll: z.number(),
});
type Memory = z.infer<typeof schema>;

/** What the page remembers while it is hidden and over a reload of the window. */
const memory: Memory = recall();

function recall(): Memory {
  const kept = schema.safeParse(host.getState());
  return kept.success ? kept.data : { open: [], scroll: 0 };
}

export function keepFilter(filter: Filter): void {
  memory.filter = filter;
  host.setState(memory);
}

export const isOpen = (name: string): boolean => memory.open.includes(name);

export function setOpen(name: string, value: boolean): void {
  // So many are unfolded by nobody; what was unfolded first is forgotten.
  memory.open = [...memory.open.filter((one) => one !== name), ...(value ? [name] : [])].slice(-200);
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
