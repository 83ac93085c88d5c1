import * as vscode from 'vscode';
import type { Skipped, SkipReason } from '../../git/types.ts';
import { clean } from '../../model/cleanText.ts';
import { CairnError } from '../../model/errors.ts';
import { wordsForSync } from '../words/errors.ts';
import { languageTag, plural } from '../words/language.ts';
import { kindOf, type SyncKind, type SyncStatus } from './status.ts';

const icons: Record<SyncKind, string> = {
  local: 'device-desktop',
  attention: 'warning',
  syncing: 'sync~spin',
  offline: 'debug-disconnect',
  waiting: 'cloud-upload',
  skipped: 'info',
  inStep: 'check',
  unknown: 'cloud',
};

const longestName = 30;
const mostPaths = 5;

/** What the status bar shows: an icon, the space's name, and what is not as usual. */
export function textOf(status: SyncStatus): string {
  const kind = kindOf(status);
  const more = moreOf(kind, status);
  return `$(${icons[kind]}) ${shortName(status.name)}${more ? `: ${more}` : ''}`;
}

/** The same for a screen reader, in a whole sentence. */
export function spoken(status: SyncStatus): string {
  return vscode.l10n.t('Cairn space {0}: {1}', shortName(status.name), stateOf(kindOf(status), status));
}

/**
 * Everything that there is to say, in paragraphs of plain text. The name, the remote and the paths are strangers'
 * words: whoever shows them must not let them be more than text.
 */
export function paragraphs(status: SyncStatus): string[] {
  const kind = kindOf(status);
  const { remote, failure, skipped, waiting, inStepAt } = status;
  const said = [oneLine(status.name)];
  said.push(
    remote === null
      ? vscode.l10n.t('On this machine only. Share it to have one picture with your mentor or mentee.')
      : vscode.l10n.t('Shared through {0}', oneLine(remote)),
  );
  if (remote === null) return said;
  if (failure && (kind === 'attention' || kind === 'offline')) said.push(wordsForSync(failure.error));
  if (kind === 'syncing') said.push(vscode.l10n.t('Syncing now.'));
  if (waiting > 0) said.push(waitingWords(waiting));
  if (inStepAt !== null)
    said.push(vscode.l10n.t('Last in step with the remote: {0}', timeOf(new Date(inStepAt))));
  if (skipped.length > 0) said.push(skippedWords(skipped.length), ...skipped.slice(0, mostPaths).map(lineOf));
  return said;
}

function moreOf(kind: SyncKind, status: SyncStatus): string {
  switch (kind) {
    case 'attention':
      return attentionOf(status.failure?.error);
    case 'offline':
      return status.waiting > 0
        ? vscode.l10n.t('offline, {0} waiting', status.waiting)
        : vscode.l10n.t('offline');
    case 'waiting':
      return vscode.l10n.t('{0} waiting', status.waiting);
    case 'skipped':
      return vscode.l10n.t('{0} left out', status.skipped.length);
    default:
      return '';
  }
}

function attentionOf(error: unknown): string {
  const code = error instanceof CairnError ? error.code : null;
  if (code === 'sync-unauthorized') return vscode.l10n.t('no access');
  if (code === 'git-missing') return vscode.l10n.t('git is missing');
  return vscode.l10n.t('not synced');
}

function stateOf(kind: SyncKind, status: SyncStatus): string {
  switch (kind) {
    case 'local':
      return vscode.l10n.t('on this machine only');
    case 'attention':
      return wordsForSync(status.failure?.error);
    case 'syncing':
      return vscode.l10n.t('syncing');
    case 'inStep':
      return vscode.l10n.t('in step with the remote');
    case 'unknown':
      return vscode.l10n.t('not synced yet');
    default:
      return moreOf(kind, status);
  }
}

function waitingWords(count: number): string {
  return plural(
    count,
    vscode.l10n.t('{0} entry of yours waits to reach the others.', count),
    vscode.l10n.t('{0} entries of yours wait to reach the others.', count),
  );
}

function skippedWords(count: number): string {
  return plural(
    count,
    vscode.l10n.t('{0} file of the remote was left out, since a space cannot hold it:', count),
    vscode.l10n.t('{0} files of the remote were left out, since a space cannot hold them:', count),
  );
}

const lineOf = ({ path, reason }: Skipped) => `${oneLine(path)} (${reasonOf(reason)})`;

function reasonOf(reason: SkipReason): string {
  switch (reason) {
    case 'link':
      return vscode.l10n.t('a link');
    case 'submodule':
      return vscode.l10n.t('another repository');
    case 'folder':
      return vscode.l10n.t('a folder and a file in one place');
    case 'large':
      return vscode.l10n.t('larger than 64 MB');
    case 'many':
      return vscode.l10n.t('too many');
    case 'local':
      return vscode.l10n.t('something else is in its place here');
    default:
      return vscode.l10n.t('no file of a journal');
  }
}

function timeOf(time: Date): string {
  const isToday = time.toDateString() === new Date().toDateString();
  return new Intl.DateTimeFormat(
    languageTag(),
    isToday ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' },
  ).format(time);
}

/** Icons are drawn in the status bar wherever `$(` stands. */
function shortName(name: string): string {
  const plain = oneLine(name).replaceAll('$(', '$ (');
  return plain.length > longestName ? `${plain.slice(0, longestName - 1).trimEnd()}…` : plain;
}

const oneLine = (text: string) => clean(text.slice(0, 500)).replace(/\s+/g, ' ').trim();
