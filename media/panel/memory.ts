import * as z from 'zod/mini';
import { type Kept, keptSchema } from '../../src/ui/panel/protocol.ts';
import { memoryOf } from '../shared/memory.ts';

const schema = z.object({
  /** What the extension is told when the window comes back. */
  kept: z.optional(keptSchema),
  /** Tables that a person has unfolded, by section and place. */
  open: z.array(z.string()),
  scroll: z.number(),
});
type Memory = z.infer<typeof schema>;

const { memory, save, restoreScroll } = memoryOf<Memory>(schema, { open: [], scroll: 0 });

export { restoreScroll };

export function keep(kept: Kept): void {
  memory.kept = kept;
  save();
}

export const isOpen = (name: string): boolean => memory.open.includes(name);

export function setOpen(name: string, value: boolean): void {
  // So many are unfolded by nobody; what was unfolded first is forgotten.
  memory.open = [...memory.open.filter((one) => one !== name), ...(value ? [name] : [])].slice(-200);
  save();
}
