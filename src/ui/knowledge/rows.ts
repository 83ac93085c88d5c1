import * as vscode from 'vscode';
import type { KnowledgeNote } from '../../model/mentorship.ts';
import { plainLine } from '../../model/plainLine.ts';
import type { Grouping } from '../../programme/knowledge/outline.ts';
import { badgeUri, markWords } from '../feedback/badges.ts';
import { commands } from '../ids.ts';
import { plural } from '../words/language.ts';
import type { KnowledgeRow } from './nodes.ts';
import { plainName, whatWords } from './words.ts';

/** What is around a row. */
export type Around = {
  isMine(name: string | null): boolean;
  isOutdated(id: string): boolean;
  grouping: Grouping;
};

/** Draws a row. Everything that people wrote becomes plain text. */
export function itemOf(row: KnowledgeRow, around: Around): vscode.TreeItem {
  if (row.type === 'group') return groupItem(row, around);
  if (row.type === 'note') return noteItem(row, around);
  const isLog = row.remedy === 'showLog';
  const label = isLog ? vscode.l10n.t('Show what went wrong') : vscode.l10n.t('Try again');
  const item = new vscode.TreeItem(label);
  item.iconPath = new vscode.ThemeIcon(isLog ? 'output' : 'refresh');
  if (isLog) item.command = { command: commands.showLog, title: '' };
  return item;
}

function groupItem(
  { id, group: { name, notes } }: KnowledgeRow & { type: 'group' },
  { grouping }: Around,
): vscode.TreeItem {
  const isFolder = grouping === 'folder';
  const label = name === null ? noneWords(isFolder) : plainName(name) || vscode.l10n.t('top folder');
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded);
  item.id = `${grouping}/${id}`;
  item.iconPath = new vscode.ThemeIcon(name === null ? 'inbox' : isFolder ? 'folder' : 'tag');
  item.description = String(notes.length);
  item.contextValue = 'group';
  const count = plural(notes.length, vscode.l10n.t('1 note'), vscode.l10n.t('{0} notes', notes.length));
  item.tooltip = `${label}: ${count}`;
  item.accessibilityInformation = { label: `${label}, ${count}` };
  return item;
}

const noneWords = (isFolder: boolean) =>
  isFolder ? vscode.l10n.t('without a place in the code') : vscode.l10n.t('without a topic');

function noteItem(
  { id, note }: KnowledgeRow & { type: 'note' },
  { isMine, isOutdated, grouping }: Around,
): vscode.TreeItem {
  const marks = { isPrivate: note.isPrivate, isUnverified: note.claimedBy !== null };
  const label = whatWords(note, 200);
  const isGone = isOutdated(note.id);
  const about = [
    isGone ? vscode.l10n.t('outdated') : null,
    placeWords(note, grouping),
    grouping === 'folder' && note.topics.length > 0 ? plainName(note.topics.join(', ')) : null,
    ...markWords(marks),
  ].filter((part) => !!part);
  const item = new vscode.TreeItem(label);
  item.id = `${grouping}/${id}`;
  item.description = about.join(' · ');
  const icon = marks.isPrivate ? 'lock' : marks.isUnverified ? 'question' : isGone ? 'history' : 'book';
  item.iconPath = new vscode.ThemeIcon(icon);
  const badge = badgeUri(note.id, marks);
  if (badge) item.resourceUri = badge;
  item.contextValue = `knowledge ${isMine(note.createdBy) ? 'own' : 'other'}${note.isPrivate ? ' private' : ''}`;
  const why = note.why === null ? [] : [vscode.l10n.t('Why: {0}', plainLine(note.why, 300))];
  item.accessibilityInformation = { label: [label, ...about, ...why].join(', ') };
  item.command = { command: commands.openKnowledge, title: '', arguments: [note.id, { fromRow: true }] };
  return item;
}

/** The file, with its folder where the row does not stand below that. */
function placeWords({ anchor }: KnowledgeNote, grouping: Grouping): string | null {
  if (anchor === null) return null;
  const path = grouping === 'folder' ? (anchor.path.split('/').at(-1) ?? '') : anchor.path;
  return `${plainName(path)}:${anchor.startLine}`;
}
