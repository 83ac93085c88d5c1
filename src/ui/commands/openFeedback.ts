import { chosenFeedback } from './chosenFeedback.ts';
import type { Command } from './deps.ts';

/** Shows the code at the line with the conversation. */
export const openFeedback: Command = async (deps, ...args) => {
  const [first] = await chosenFeedback(deps, args);
  if (first) await deps.open(first);
};
