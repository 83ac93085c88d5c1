/**
 * What keeps a goal from being one sentence that people remember: too many words, or several sentences.
 * A hint for the writer, never a refusal. `null` when nothing is to be said.
 */
export function sentenceHint(text: string): 'long' | 'several' | null {
  const trimmed = text.trim();
  if (/[.!?]\s+\p{Lu}/u.test(trimmed)) return 'several';
  if (trimmed.split(/\s+/).length > 25) return 'long';
  return null;
}
