import * as vscode from 'vscode';
import type { PromptTopic } from '../../sessions/templates/prompts.ts';

/** Questions that open a conversation rather than lead it; those about incidents ask for the system, not for whose fault it was. */
export const promptWords = (): Record<PromptTopic, string[]> => ({
  'check-in': [
    vscode.l10n.t('What went better than you expected, and what made the difference?'),
    vscode.l10n.t('What would you like to be different by the next time?'),
    vscode.l10n.t('What is the smallest step that you could try this week?'),
  ],
  retrospective: [
    vscode.l10n.t('What did we set out to do, and what do we know now that we did not know then?'),
    vscode.l10n.t('What helped most, and what got in the way?'),
    vscode.l10n.t('What should change in how we work together?'),
  ],
  milestone: [
    vscode.l10n.t('What can you do now that you could not do before?'),
    vscode.l10n.t('What would show it to somebody who was not there?'),
    vscode.l10n.t('Which step comes next, and who else could use what you have learned?'),
  ],
  code: [
    vscode.l10n.t('Who notices when this goes wrong, and how?'),
    vscode.l10n.t('What does this make easier, and what harder, for whoever works on it next?'),
    vscode.l10n.t('What would have to be true for a simpler way to be enough?'),
  ],
  design: [
    vscode.l10n.t('Which assumptions does this rest on, and what happens if one of them does not hold?'),
    vscode.l10n.t('What do we give up for what we get?'),
    vscode.l10n.t('Which other ways were there, and what would make one of them the better one?'),
  ],
  incident: [
    vscode.l10n.t('What could people see at the time, and why did each step make sense then?'),
    vscode.l10n.t('What in the system let this happen, and what kept it from getting worse?'),
    vscode.l10n.t('What would have told us earlier, and what makes the next one smaller?'),
  ],
  watching: [
    vscode.l10n.t('What did you expect to happen next, and what did happen?'),
    vscode.l10n.t('Which decision could not be seen from outside, and how was it made?'),
    vscode.l10n.t('What would you do in the same way, and what in another?'),
  ],
});
