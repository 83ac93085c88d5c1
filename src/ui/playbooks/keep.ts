/** How `store.onDidChange` is listened to. */
type OnDidChange = (listener: () => void) => unknown;

/**
 * Reads once and keeps the result until something changes: what was asked for since then is read anew, also where the
 * change came while something was being read. A failure is not kept.
 */
export function untilChange<T>(onDidChange: OnDidChange, read: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | undefined;
  onDidChange(() => {
    kept = undefined;
  });
  return () => {
    if (kept) return kept;
    const reading = read();
    kept = reading;
    reading.catch(() => {
      if (kept === reading) kept = undefined;
    });
    return reading;
  };
}
