import { isNode } from '../feedback/nodes.ts';
import type { commands } from '../ids.ts';
import { rowArguments } from '../sessionsView/arguments.ts';
import { isSessionsRow } from '../sessionsView/nodes.ts';
import type { Deps } from './deps.ts';

/** The commands that take a row of the Feedback view. */
const aboutFeedback = new Set<keyof typeof commands>([
  'annotateComment',
  'bringBackFeedback',
  'eraseRecord',
  'linkFeedback',
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
  if (isSessionsRow(first)) return rowArguments(name, args, deps);
  return isNode(first) && !aboutFeedback.has(name) ? [] : args;
}
