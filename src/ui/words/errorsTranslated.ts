import * as vscode from 'vscode';
import type { ErrorCode } from '../../model/errors.ts';

/** What a lower layer found out, in the user's language; the log has the particulars. */
export function translated(code: ErrorCode): string | undefined {
  switch (code) {
    case 'bad-host':
      return vscode.l10n.t(
        'The setting cairn.github.host is no address of a GitHub server, like https://github.com.',
      );
    case 'bad-data-folder':
      return vscode.l10n.t('The setting cairn.dataFolder must be a whole path, from the root or from ~ on.');
    case 'offline':
      // Of GitHub it is said elsewhere.
      return vscode.l10n.t(
        'The remote of this repository cannot be reached now. Nothing has changed; try again when it can.',
      );
    case 'forbidden':
      return vscode.l10n.t(
        'GitHub does not allow all of this for your sign-in. Ask for read access, or give a token that has it.',
      );
    case 'sso-required':
      return vscode.l10n.t(
        'The organisation asks for single sign-on. Authorise the sign-in or the token for it on GitHub, then pull again.',
      );
    case 'rate-limited':
      return vscode.l10n.t('GitHub asks for a pause. What was pulled is kept; Cairn goes on when it may.');
    case 'repository-not-found':
      return vscode.l10n.t('GitHub shows no such repository to you. Check its name and your access to it.');
    case 'github-refused':
      return vscode.l10n.t('GitHub refused what Cairn asked for. "Cairn: Show Log" tells more.');
    case 'github-unavailable':
    case 'github-unreadable':
      return vscode.l10n.t('GitHub gave no whole answer. What was pulled is kept; pull again later.');
    case 'themes-failed':
      return vscode.l10n.t(
        'The themes of your feedback could not be worked out. The log says why; the next change tries again.',
      );
    case 'answer-lost':
      return vscode.l10n.t(
        'The answer of GitHub got lost: what you wrote may be there or not. It is kept here, and Cairn looks before it sends it again.',
      );
    case 'no-rights':
      return vscode.l10n.t(
        'GitHub does not let you write on this pull request. Ask for access to the repository, or sign in with an account or a token that may.',
      );
    case 'line-not-in-diff':
      return vscode.l10n.t(
        'GitHub takes comments only on lines that the pull request shows. Keep it as a note, or choose a line of the diff.',
      );
    case 'pending-review-exists':
      return vscode.l10n.t(
        'You have a review of this pull request that you did not submit yet. Add this to the review, or submit the review first.',
      );
    case 'no-such-review':
      return vscode.l10n.t(
        'The review was submitted or deleted meanwhile. Begin a new one, or publish this on its own.',
      );
    case 'own-pull-request':
      return vscode.l10n.t(
        'This is your own pull request, which only others can approve or request changes on. Submit the review as a comment.',
      );
    case 'pull-request-changed':
      return vscode.l10n.t(
        'The pull request has other commits than those you look at. Open it again and see where your words belong.',
      );
    case 'pull-request-not-found':
      return vscode.l10n.t(
        'GitHub shows no such pull request to you. Check its number and your access to the repository.',
      );
    case 'thread-not-found':
      return vscode.l10n.t('The conversation is no longer on GitHub, or you may not see it. Pull again.');
    case 'comment-too-long':
      return vscode.l10n.t('GitHub takes at most 65,536 characters. Shorten it, or link to the rest.');
    case 'file-not-shown':
      return vscode.l10n.t('This file cannot be shown here. Look at it on GitHub, or in a checkout.');
    case 'journal-unwritable':
      return vscode.l10n.t(
        'Nothing was recorded: the journal cannot be written. Check the disk, your rights and cairn.dataFolder.',
      );
    case 'sync-unauthorized':
      return vscode.l10n.t(
        "The remote of the space did not let you in. Sign in with an account that may read and write it, or set up git's own credentials for it.",
      );
    case 'bad-remote':
      return vscode.l10n.t(
        'There is no git repository at this address that Cairn may use and you may see. Check the address and your access.',
      );
    case 'not-a-space':
      return vscode.l10n.t(
        'What is at the remote is no space of Cairn. Nothing was sent or taken. Check the address, or ask who changed it.',
      );
    case 'remote-not-empty':
      return vscode.l10n.t(
        'Something else is at the remote. Nothing was sent or taken. Choose an empty repository, or ask who changed it.',
      );
    case 'bad-space':
      return vscode.l10n.t(
        'The folder of the space is not as Cairn made it. "Cairn: Show Log" says what is wrong with it.',
      );
    case 'git-missing':
      return vscode.l10n.t(
        'Cairn found no git to share the space with. Install git (https://git-scm.com), or say where it is with the setting git.path.',
      );
    case 'git-failed':
      return vscode.l10n.t(
        'git failed with the space. Sync again; if it fails again, "Cairn: Show Log" says why.',
      );
    case 'pairing-changed':
      return vscode.l10n.t('The repository has changed since you looked. Nothing was done; try again.');
    case 'pairing-conflict':
      return vscode.l10n.t(
        'Both sides have changed the same places. Nothing was done; merge them yourself, then try again.',
      );
    case 'pairing-rejected':
      return vscode.l10n.t(
        'The remote did not take the push. Nothing has changed here; the log has its reason.',
      );
    case 'pairing-newer-push':
      return vscode.l10n.t(
        'Somebody has pushed in the meantime. Nothing has changed here; try again to see what is new.',
      );
    case 'cancelled':
      return vscode.l10n.t('Cancelled.');
    default:
      // The others are thrown by the user interface, in the user's language already.
      return undefined;
  }
}
