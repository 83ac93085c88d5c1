/** `before`: what stands before the date, trimmed. `problem`: it was meant as a date, and the calendar has none like it. */
export type ReadDate = { date: string; before: string } | { problem: 'date' } | null;

/**
 * Reads a date at the end of a line, as people say it: `… by friday`, `… by next week`, `… by 3 december`,
 * `… by 2026-12-01`. Always one that is still to come, and today's at the earliest, but for one with its year.
 * @param reference the local day from which the words count
 * @returns `null` where the line ends with no date
 */
export function readDate(words: string, _reference: Date): ReadDate {
  const iso = /\sby (\d{4}-\d\d-\d\d)$/.exec(words);
  return iso ? { date: iso[1] as string, before: words.slice(0, iso.index).trim() } : null;
}
