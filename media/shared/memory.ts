import type * as z from 'zod/mini';
import { host } from './host.ts';

/** What a page remembers while it is hidden and over a reload of the window; `empty` where nothing fits. */
export function memoryOf<T extends { scroll: number }>(schema: z.ZodMiniType<T>, empty: T) {
  const kept = schema.safeParse(host.getState());
  const memory = kept.success ? kept.data : empty;
  const save = () => host.setState(memory);
  return { memory, save, restoreScroll: () => restoreScroll(memory, save) };
}

/** Puts the page where it was, once, and from then on remembers where it is. */
function restoreScroll(memory: { scroll: number }, save: () => void): void {
  window.scrollTo({ top: memory.scroll, behavior: 'instant' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  window.addEventListener(
    'scroll',
    () => {
      memory.scroll = window.scrollY;
      clearTimeout(timer);
      timer = setTimeout(save, 150);
    },
    { passive: true },
  );
}
