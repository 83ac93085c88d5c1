import * as vscode from 'vscode';
import type { Finding, FindingDetail, Obstacle } from '../../git/pairing/types.ts';
import { plural } from './language.ts';
import { inQuotes } from './pairingNames.ts';
import { nameWord } from './whose.ts';

/** What stands in the way, in a sentence or two of plain text. Branch names, paths and names are strangers'. */
export function wordsForFinding({ obstacle, detail }: Finding): string {
  return (
    words[obstacle]?.(detail) ?? vscode.l10n.t('git is in a state that Cairn does not know: {0}.', obstacle)
  );
}

const branch = ({ branch }: FindingDetail) => inQuotes(branch);
const other = ({ other }: FindingDetail) => inQuotes(other);
const underWay = (what: string) =>
  vscode.l10n.t('git is in the middle of something: {0}. Finish or abort it first, then try again.', what);

const words: Record<Obstacle, (detail: FindingDetail) => string> = {
  'no-remote': () =>
    vscode.l10n.t(
      'This repository has no remote through which the work could go from one to the other. Add one with "git remote add", then try again.',
    ),
  'no-commit': () => vscode.l10n.t('This repository has no commit yet. Make the first one, then try again.'),
  detached: () =>
    vscode.l10n.t('No branch is checked out here, only a commit. Switch to a branch first, then try again.'),
  rebasing: () => underWay(vscode.l10n.t('a rebase')),
  merging: () => underWay(vscode.l10n.t('a merge')),
  picking: () => underWay(vscode.l10n.t('a cherry-pick')),
  reverting: () => underWay(vscode.l10n.t('a revert')),
  bisecting: () => underWay(vscode.l10n.t('a bisect')),
  applying: () => underWay(vscode.l10n.t('patches that are being applied')),
  conflicted: (detail) =>
    withPaths(
      plural(
        countOf(detail),
        vscode.l10n.t('1 file has conflicts. Resolve them first, then try again.'),
        vscode.l10n.t('{0} files have conflicts. Resolve them first, then try again.', countOf(detail)),
      ),
      detail,
    ),
  shallow: () =>
    vscode.l10n.t(
      'This clone is shallow: it lacks older commits, so git cannot always tell what is whose. "git fetch --unshallow" gets the rest.',
    ),
  submodule: (detail) =>
    withPaths(
      vscode.l10n.t(
        'Other repositories inside of this one have changes. They are left alone, and do not go along.',
      ),
      detail,
    ),
  sparse: () => vscode.l10n.t('Only a part of the files is checked out here (sparse checkout). It stays so.'),
  dirty: (detail) =>
    withPaths(
      plural(
        countOf(detail),
        vscode.l10n.t('1 file has changes that are not committed.'),
        vscode.l10n.t('{0} files have changes that are not committed.', countOf(detail)),
      ),
      detail,
    ),
  untracked: (detail) =>
    withPaths(
      plural(
        countOf(detail),
        vscode.l10n.t('1 file is not yet known to git.'),
        vscode.l10n.t('{0} files are not yet known to git.', countOf(detail)),
      ),
      detail,
    ),
  unpushed: (detail) =>
    plural(
      detail.ahead ?? 0,
      vscode.l10n.t('1 commit of {0} is on this machine only.', branch(detail)),
      vscode.l10n.t('{0} commits of {1} are on this machine only.', detail.ahead ?? 0, branch(detail)),
    ),
  diverged: (detail) =>
    vscode.l10n.t(
      '{0} has gone two ways: commits here that the remote does not have: {1}, commits there that are not here: {2}.',
      branch(detail),
      detail.ahead ?? 0,
      detail.behind ?? 0,
    ),
  behind: (detail) =>
    plural(
      detail.behind ?? 0,
      vscode.l10n.t('{0} lacks 1 commit that the remote has.', branch(detail)),
      vscode.l10n.t('{0} lacks {1} commits that the remote has.', branch(detail), detail.behind ?? 0),
    ),
  'wrong-branch': (detail) =>
    vscode.l10n.t('{0} is checked out, and the pairing is on {1}.', branch(detail), other(detail)),
  'protected-branch': (detail) =>
    vscode.l10n.t(
      '{0} is a branch that everybody builds on. Pairing never commits to it or pushes it by itself.',
      branch(detail),
    ),
  'newer-push': (detail) =>
    detail.by === undefined
      ? vscode.l10n.t('Somebody has pushed to {0} what is not here yet.', branch(detail))
      : vscode.l10n.t('{0} has pushed to {1} what is not here yet.', nameWord(detail.by), branch(detail)),
  gone: (detail) =>
    vscode.l10n.t(
      '{0} is no longer at the remote: somebody has ended the pairing, or deleted it.',
      branch(detail),
    ),
  offline: () => vscode.l10n.t('The remote of this repository cannot be reached now.'),
  elsewhere: (detail) =>
    vscode.l10n.t('{0} is checked out in another working tree: {1}.', branch(detail), other(detail)),
  'no-branch': (detail) =>
    vscode.l10n.t('Nobody has pushed {0} yet. Whoever drives has to hand off first.', branch(detail)),
  'branch-exists': (detail) =>
    detail.by === undefined
      ? vscode.l10n.t('{0} is there already: somebody works on it.', branch(detail))
      : vscode.l10n.t('{0} is there already: the last to push was {1}.', branch(detail), nameWord(detail.by)),
  'no-identity': () =>
    vscode.l10n.t(
      'git does not know who you are. Set your name and address with "git config user.name" and "git config user.email", then try again.',
    ),
  secrets: (detail) =>
    withPaths(vscode.l10n.t('What would be pushed looks as if it held passwords, keys or tokens.'), detail),
  lfs: (detail) =>
    withPaths(
      vscode.l10n.t(
        'Large files (Git LFS) reach the remote by a hook only, and hooks are off. The setting cairn.pairing.hooks turns them on.',
      ),
      detail,
    ),
};

const countOf = ({ count, paths }: FindingDetail) => count ?? paths?.length ?? 0;
const mostPaths = 5;

function withPaths(text: string, detail: FindingDetail): string {
  const shown = (detail.paths ?? []).slice(0, mostPaths).map((path) => `• ${inQuotes(path)}`);
  const rest = countOf(detail) - shown.length;
  if (shown.length > 0 && rest > 0) shown.push(vscode.l10n.t('• and {0} more', rest));
  return [text, ...shown].join('\n');
}
