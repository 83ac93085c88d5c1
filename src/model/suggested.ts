import type { Feedback, Tag } from './state.ts';

/** What is suggested for a piece of feedback that nobody has tagged or set aside; `null` for nothing. */
export function suggestedFor(item: Feedback): Tag | 'setAside' | null {
  if (item.tag !== null || item.isSetAside) return null;
  return item.suggestedTag ?? (item.isSetAsideSuggested ? 'setAside' : null);
}
