import { openPanel } from '../panel/index.ts';
import type { Command } from './deps.ts';

/**
 * `cairn.showMentorship()`: the panel of the active space's mentorship: people, rhythm, charter, trial, pulses, what Cairn
 * notices for the user, thanks.
 */
export const showMentorship: Command = async ({ store, log }) => {
  const { mentorshipPanel } = await import('../mentorship/panel.ts');
  await openPanel({ log }, mentorshipPanel(store));
};
