import * as z from 'zod/mini';
import { type Filter, keptFilterSchema } from '../../src/ui/growth/panelProtocol.ts';
import { memoryOf } from '../shared/memory.ts';

const schema = z.object({
  /** What the extension is told when the window comes back. */
  filter: z.optional(keptFilterSchema),
  /** What a person has unfolded, by a name of its own. */
  open: z.array(z.string()),
  scroll: z.number(),
});
type Memory = z.infer<typeof schema>;

const { memory, save, restoreScroll } = memoryOf<Memory>(schema, { open: [], scroll: 0 });

export { restoreScroll };

export function keepFilter(filter: Filter): void {
  memory.filter = filter;
  save();
}

export const isOpen = (name: string): boolean => memory.open.includes(name);

export function setOpen(name: string, value: boolean): void {
  // So many are unfolded by nobody; what was unfolded first is forgotten.
  memory.open = [...memory.open.filter((one) => one !== name), ...(value ? [name] : [])].slice(-200);
  save();
}
