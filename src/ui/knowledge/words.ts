import * as vscode from 'vscode';
import { clean } from '../../model/cleanText.ts';
import type { KnowledgeNote } from '../../model/mentorship.ts';
import { plainLine } from '../../model/plainLine.ts';
import { fenced, plainMarkdown } from '../../model/plainMarkdown.ts';
import { safeMarkdown } from '../../model/safeText.ts';
import { commands } from '../ids.ts';
import { age } from '../words/time.ts';
import { claim, nameWord } from '../words/whose.ts';

/** Signs of a text that a hover shows. */
const longest = 4000;
/** Lines of the code that is no longer there. */
const mostLines = 20;

/** What it is, in one line. */
export const whatWords = ({ what }: Pick<KnowledgeNote, 'what'>, signs: number): string =>
  plainLine(what, signs) || vscode.l10n.t('(no words)');

/** Of a path or a topic, which may be anything, what can be seen, in one line. */
export const plainName = (name: string): string =>
  clean(name).replace(/\s/g, ' ').trim().slice(0, 200).toWellFormed();

/** Who wrote it down, in words. */
export function byWords({ createdBy, claimedBy }: KnowledgeNote): string {
  return claimedBy === null ? nameWord(createdBy ?? '') : claim(claimedBy, createdBy ?? '');
}

/** What it is and, told apart, why it is so; with who says it and where. All of it untrusted. */
export function tooltipOf(
  note: KnowledgeNote,
  { isOutdated }: { isOutdated: boolean },
): vscode.MarkdownString {
  const { what, why, topics, anchor, excerpt, notedAt } = note;
  const text = new vscode.MarkdownString();
  text.isTrusted = false;
  text.supportHtml = false;
  text.supportThemeIcons = false;
  text.appendMarkdown(safeMarkdown(what.slice(0, longest)));
  if (why !== null)
    text
      .appendMarkdown(`\n\n**${vscode.l10n.t('Why')}**\n\n`)
      .appendMarkdown(safeMarkdown(why.slice(0, longest)));
  if (isOutdated && anchor !== null && anchor.code !== '') {
    const words = vscode.l10n.t(
      'The code that this is about is no longer here. It was line {0}:',
      anchor.startLine,
    );
    const code = anchor.code.split('\n').slice(0, mostLines).join('\n');
    text
      .appendMarkdown('\n\n---\n\n')
      .appendText(words)
      .appendMarkdown(`\n\n${fenced(code)}\n`);
  }
  const about = [
    byWords(note),
    age(notedAt),
    note.isPrivate && vscode.l10n.t('private'),
    anchor && `${plainName(anchor.path)}:${anchor.startLine}`,
    topics.length > 0 && topics.map(plainName).join(', '),
    excerpt?.repository && `${excerpt.repository}#${excerpt.number ?? ''}`,
  ];
  return text.appendMarkdown('\n\n---\n\n').appendMarkdown(plainMarkdown(about.filter(Boolean).join(' · ')));
}

/** What can be done with it, below its words: links of Cairn's own, none of which a stranger's word could end. */
export function offersOf({ id, feedbackId }: KnowledgeNote, isMine: boolean): vscode.MarkdownString | null {
  const links = [
    ...(feedbackId === null
      ? []
      : [link(vscode.l10n.t('Open the conversation'), commands.openFeedback, feedbackId)]),
    ...(isMine ? [link(vscode.l10n.t('Change'), commands.editKnowledge, id)] : []),
  ];
  if (links.length === 0) return null;
  const text = new vscode.MarkdownString(links.join(' · '));
  text.isTrusted = { enabledCommands: [commands.openFeedback, commands.editKnowledge] };
  return text;
}

/** A person's act: what goes wrong is shown. */
function link(words: string, command: string, id: string): string {
  const argument = encodeURIComponent(JSON.stringify([id, { fromRow: true }])).replace(
    /[()'!*~]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `[${words}](command:${command}?${argument})`;
}
