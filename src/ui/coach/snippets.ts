/** An edit of a text, and where in the new text the caret comes to stand, `null` for not in this one. */
export type CaretEdit = { start: number; end: number; text: string; caret: number | null };

/**
 * Puts the caret into the edit that it belongs to: an editor places it only inside of what it inserts.
 * @param edits by start, never overlapping
 * @param caret offset in the text after the edits, `null` where it stays
 */
export function withCaret(
  edits: readonly { start: number; end: number; text: string }[],
  caret: number | null,
): CaretEdit[] {
  const result: CaretEdit[] = edits.map((edit) => ({ ...edit, caret: null }));
  if (caret === null) return result;
  /** How much longer the text is by the edits before. */
  let grown = 0;
  for (const [at, edit] of result.entries()) {
    const start = edit.start + grown;
    if (caret < start) {
      result.splice(at, 0, stop(caret - grown));
      return result;
    }
    if (caret <= start + edit.text.length) {
      edit.caret = caret - start;
      return result;
    }
    grown += edit.text.length - (edit.end - edit.start);
  }
  result.push(stop(caret - grown));
  return result;
}

/** An edit that changes nothing and holds the caret. */
const stop = (at: number): CaretEdit => ({ start: at, end: at, text: '', caret: 0 });
