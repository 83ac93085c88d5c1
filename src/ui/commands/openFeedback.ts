import { chosenFeedback } from './chosenFeedback.ts';
import type { Command, Deps } from './deps.ts';

/** How long a row waits before it opens, in milliseconds: a key that tags selects the row first, which opens it. */
const wait = 60;
let pending: NodeJS.Timeout | undefined;

/** Shows the code at the line with the conversation. */
export const openFeedback: Command = async (deps, ...args) => {
  const [, options] = args;
  const isFromRow = typeof options === 'object' && options !== null && 'fromRow' in options;
  if (!isFromRow) return open(deps, args);
  clearTimeout(pending);
  await new Promise<void>((resolve, reject) => {
    pending = setTimeout(() => open(deps, args, true).then(resolve, reject), wait);
    opened = resolve;
  });
};

let opened: (() => void) | undefined;

/** An act by key follows: what its row was about to open stays closed. */
export function keepClosed(): void {
  clearTimeout(pending);
  opened?.();
  opened = undefined;
}

async function open(deps: Deps, args: unknown[], preserveFocus = false): Promise<void> {
  const [first] = await chosenFeedback(deps, args);
  if (first) await deps.open(first, { preserveFocus });
}
