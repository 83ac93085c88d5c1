import * as vscode from 'vscode';
import type { Comparison, GuessTrend } from '../../growth/selfReview/index.ts';

/** What came of a guess, in one sentence. */
export function resultWords({ hits, misses, surprises, isWaiting }: Comparison): string {
  if (isWaiting) return vscode.l10n.t('Nobody has said anything yet.');
  return vscode.l10n.t(
    'You expected {0} of what was said; expected and not said: {1}; surprises: {2}.',
    new Set(hits.map(({ feedback }) => feedback.id)).size,
    misses.length,
    surprises.length,
  );
}

/** How guesses changed over pull requests, as counts. */
export function trendWords({ pullRequests, needed, change }: GuessTrend): string {
  if (!change)
    return vscode.l10n.t(
      'Not enough yet to say how your guesses change: {0} of {1} reviewed pull requests.',
      pullRequests,
      needed,
    );
  const { earlier, later } = change;
  return vscode.l10n.t(
    'You expected {0} of {1} comments on your first {2} pull requests, {3} of {4} on the last {5}.',
    earlier.expected,
    earlier.said,
    earlier.pullRequests,
    later.expected,
    later.said,
    later.pullRequests,
  );
}
