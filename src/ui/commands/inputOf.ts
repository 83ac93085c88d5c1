import { isHeldNode, isNode, type Node, themeIdOf } from '../feedback/nodes.ts';
import type { commands } from '../ids.ts';
import { knowledgeArguments } from '../knowledge/arguments.ts';
import { isKnowledgeRow } from '../knowledge/nodes.ts';
import { rowArguments } from '../sessionsView/arguments.ts';
import { isSessionsRow } from '../sessionsView/nodes.ts';
import type { Deps } from './deps.ts';

/** The commands that take a row of the Feedback view. */
const aboutFeedback = new Set<keyof typeof commands>([
  'annotateComment',
  'bringBackFeedback',
  'captureKnowledge',
  'eraseRecord',
  'kudos',
  'linkFeedback',
  'moveToTheme',
  'openEarlier',
  'openFeedback',
  'openOnGitHub',
  'openPullRequest',
  'resolveThread',
  'setAsideFeedback',
  'showHistory',
  'tagFeedback',
  'tagKeep',
  'tagStart',
  'tagStop',
  'togglePrivate',
  'unlinkFeedback',
  'unresolveThread',
  'untagFeedback',
]);

/** The commands that take a theme's row of the Feedback view. */
const aboutThemes = new Set<keyof typeof commands>(['mergeThemes', 'nameTheme', 'showHistory', 'splitTheme']);

/** The commands that take the row of a review that waits for a guess. */
const aboutHeld = new Set<keyof typeof commands>(['guessReview', 'openPullRequest', 'showWithoutGuess']);

/**
 * What a command's body gets. A button above a tree hands the focused row over, whatever the button does: a command
 * that is not about such rows gets nothing then.
 */
export function inputOf(
  name: keyof typeof commands,
  args: readonly unknown[],
  deps: Deps,
): readonly unknown[] {
  const [first] = args;
  if (isKnowledgeRow(first)) return knowledgeArguments(name, first);
  if (isSessionsRow(first)) return rowArguments(name, args, deps);
  if (isHeldNode(first)) return aboutHeld.has(name) ? [first.pull] : [];
  if (isNode(first) && first.type === 'group')
    return aboutThemes.has(name) ? themesOf(first, args[1], name) : [];
  return isNode(first) && !aboutFeedback.has(name) ? [] : args;
}

/** The theme of a row; of several selected ones all that are merged. */
function themesOf(row: Extract<Node, { type: 'group' }>, selected: unknown, name: string): unknown[] {
  const rows: unknown[] = Array.isArray(selected) && selected.includes(row) ? selected : [row];
  const ids = rows.flatMap((one) =>
    isNode(one) && one.type === 'group' ? (themeIdOf(one.group) ?? []) : [],
  );
  return name === 'mergeThemes' && ids.length > 1 ? [ids] : [themeIdOf(row.group)];
}
