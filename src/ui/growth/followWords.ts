import * as vscode from 'vscode';
import type { FollowThrough } from '../../model/growth.ts';
import { plainLine } from '../../model/plainLine.ts';
import type { Feedback } from '../../model/state.ts';
import { age } from '../words/time.ts';
import type { GrowthCore } from './growthCore.ts';

type Followed = Omit<FollowThrough, 'feedbackId'>;

const short = (commit: string) => commit.slice(0, 7);

/** What became of commented lines, in a few words for a row; `null` where there is nothing to say. */
export function followedWords({ status, commit, isBeforeMerge, place, reason }: Followed): string | null {
  const isAfter = isBeforeMerge === false;
  if (status === 'unknown') {
    if (reason === 'force-pushed') return vscode.l10n.t('unknown (force-pushed away)');
    return reason === 'base' ? vscode.l10n.t('unknown (the base branch changed it, too)') : null;
  }
  if (status === 'unchanged')
    return place === null ? vscode.l10n.t('still removed') : vscode.l10n.t('not changed');
  if (commit === null) {
    return {
      changed: vscode.l10n.t('addressed (force-pushed)'),
      removed: vscode.l10n.t('removed (force-pushed)'),
      moved: vscode.l10n.t('moved (force-pushed)'),
    }[status];
  }
  const name = short(commit);
  if (isAfter) {
    return {
      changed: vscode.l10n.t('changed in {0} after the merge', name),
      removed: vscode.l10n.t('removed in {0} after the merge', name),
      moved: vscode.l10n.t('moved in {0} after the merge', name),
    }[status];
  }
  return {
    changed: vscode.l10n.t('addressed in {0}', name),
    removed: vscode.l10n.t('removed in {0}', name),
    moved: vscode.l10n.t('moved in {0}', name),
  }[status];
}

/** The same as a sentence, with why it is not known, or known in part only. */
export function followedSentence(followed: Followed): string {
  const { status, reason, commit } = followed;
  if (status === 'unknown') {
    return vscode.l10n.t('What became of the lines is not known: {0}.', reasonWords(reason));
  }
  if (status === 'unchanged' && reason === 'base')
    return vscode.l10n.t('The pull request has not changed the lines; only the base branch did.');
  if (status === 'unchanged' && reason !== null) {
    const why = reasonWords(reason);
    return vscode.l10n.t(
      'The lines were not changed before the merge; what came after is not known: {0}.',
      why,
    );
  }
  if (status === 'unchanged') {
    return followed.place === null
      ? vscode.l10n.t('What was removed is still out.')
      : vscode.l10n.t('The lines have not been changed.');
  }
  const words = {
    changed: vscode.l10n.t('The lines were changed'),
    removed: vscode.l10n.t('The lines were removed'),
    moved: vscode.l10n.t('The lines were moved'),
  }[status];
  if (commit === null) return vscode.l10n.t('{0}; the commit is not known: {1}.', words, reasonWords(reason));
  const when = age(followed.at ?? '');
  if (followed.isBeforeMerge === null) return `${words}, ${when}.`;
  return followed.isBeforeMerge
    ? vscode.l10n.t('{0} before the merge, {1}.', words, when)
    : vscode.l10n.t('{0} after the merge, {1}.', words, when);
}

function reasonWords(reason: Followed['reason']): string {
  switch (reason) {
    case 'no-lines':
      return vscode.l10n.t('the comment is about the whole file');
    case 'no-clone':
      return vscode.l10n.t('there is no clone of the repository here');
    case 'commit-gone':
      return vscode.l10n.t('the commit that was commented on is not here');
    case 'force-pushed':
      return vscode.l10n.t('the commit was force-pushed away');
    case 'shallow':
      return vscode.l10n.t('the clone does not hold all of the history');
    case 'binary':
      return vscode.l10n.t('the file is no text');
    case 'too-large':
      return vscode.l10n.t('there is too much to compare');
    case 'offline':
      return vscode.l10n.t('GitHub cannot be reached');
    case 'base':
      return vscode.l10n.t('the base branch changed the same lines');
    case 'ambiguous':
      return vscode.l10n.t('other lines say the same');
    default:
      return vscode.l10n.t('it has not been pulled yet');
  }
}

/** The sentence with the commit as a link to GitHub, behind a comment's words; all of it Cairn's own but the path. */
export function followedMarkdown(item: Feedback, followed: Followed): vscode.MarkdownString {
  const text = new vscode.MarkdownString().appendText(followedSentence(followed));
  const { commit, place, status } = followed;
  if (commit !== null) {
    const address = commitAddress(item, commit);
    text.appendMarkdown(address === null ? ` \`${short(commit)}\`` : ` [\`${short(commit)}\`](${address})`);
  }
  if (place !== null && status !== 'unchanged')
    text.appendText(` ${vscode.l10n.t('Now in {0}:{1}', plainLine(place.path, 200), place.line)}`);
  return text;
}

export function appendFollowed(text: vscode.MarkdownString, item: Feedback, growth: GrowthCore): void {
  const followed = growth.following.of(item.id);
  if (!followed) return;
  text.appendMarkdown('\n\n---\n\n').appendMarkdown(followedMarkdown(item, followed).value);
}

/** A commit's page at the server of its pull request. */
function commitAddress({ pullRequest }: Feedback, commit: string): string | null {
  if (!pullRequest || !/^[0-9a-f]{40,64}$/.test(commit) || !URL.canParse(pullRequest.url)) return null;
  const { origin, pathname, protocol } = new URL(pullRequest.url);
  const [, repository] = /^(\/[\w.-]+\/[\w.-]+)\/pull\/\d+/.exec(pathname) ?? [];
  if (!repository || (protocol !== 'https:' && protocol !== 'http:')) return null;
  return `${origin}${repository}/commit/${commit}`;
}
