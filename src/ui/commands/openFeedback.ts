import { chosenFeedback } from './chosenFeedback.ts';
import type { Command } from './deps.ts';

/** Rows that are selected before this time (milliseconds since 1970) stay closed. */
let closedUntil = 0;

/**
 * Shows the code at the line with the conversation.
 *
 * A key that tags must select the focused row first, and selecting a row runs the row's command, which is this one.
 * So such a key calls `cairn.openFeedback({ hold: true })` before: the row that is selected next stays closed.
 */
export const openFeedback: Command = async (deps, ...args) => {
  const [first, options] = args;
  if (has(first, 'hold')) {
    closedUntil = Date.now() + 5000;
    return;
  }
  const isRow = has(options, 'fromRow');
  if (isRow && isRowHeld()) return;
  const [item] = await chosenFeedback(deps, args);
  if (item) await deps.open(item, { preserveFocus: isRow });
};

/** A key is selecting a row: it stays closed. */
export const isRowHeld = (): boolean => Date.now() < closedUntil;

/** The act that a key asked for has arrived: rows open again, after a moment for what is still on its way. */
export function releaseRows(): void {
  closedUntil = Math.min(closedUntil, Date.now() + 300);
}

function has(value: unknown, key: string): boolean {
  return typeof value === 'object' && value !== null && key in value;
}
