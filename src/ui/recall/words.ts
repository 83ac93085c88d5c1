import * as vscode from 'vscode';
import type { Idea, Recalled } from '../../growth/recall/index.ts';
import { plainLine } from '../../model/plainLine.ts';
import { safeMarkdown } from '../../model/safeText.ts';
import { commands } from '../ids.ts';
import { plural } from '../words/language.ts';
import { age } from '../words/time.ts';
import { nameWord } from '../words/whose.ts';

/** Signs of a comment that stand after the line, and in a row of the tracker. */
const [besideCode, inRow] = [60, 90];

/**
 * What stands dimly after the line.
 * @param isFound whether this is the code that the feedback was about, or just the first line
 */
export function lineWords({ feedback, because, worth }: Recalled, isFound: boolean): string {
  const said = plainLine(feedback.body, besideCode) || vscode.l10n.t('(no words)');
  if (worth === 'keep') return vscode.l10n.t('liked here last time: {0}', said);
  if (isFound) return vscode.l10n.t('last time here: {0}', said);
  return because === 'file'
    ? vscode.l10n.t('last time in this file: {0}', said)
    : vscode.l10n.t('last time in such code: {0}', said);
}

/** What stands in a row of the tracker: what was said, and in which file it is to be thought of. */
export function ideaWords(idea: Idea): { text: string; about: string } {
  const { feedback, paths, theme, because } = idea;
  const file = plainLine(paths[0]!.split('/').at(-1) ?? '', 60);
  const where = paths.length > 1 ? vscode.l10n.t('{0} and {1} more', file, paths.length - 1) : file;
  const name = theme && because === 'theme' ? plainLine(theme.name, 60) : '';
  const about = [where, name, nameWord(feedback.author), age(feedback.createdAt)];
  return {
    text: plainLine(feedback.body, inRow) || vscode.l10n.t('(no words)'),
    about: about.filter(Boolean).join(' · '),
  };
}

/** How many of the staged files had feedback. */
export function countWords(files: number): string {
  if (files === 0) return vscode.l10n.t('Before you push: code like what you staged had feedback before');
  return plural(
    files,
    vscode.l10n.t('Before you push: 1 file that you staged had feedback before'),
    vscode.l10n.t('Before you push: {0} files that you staged had feedback before', files),
  );
}

/** The whole comment, untrusted; and below it, in words of Cairn's own, how to open the conversation. */
export function hoverOf({ feedback, theme }: Recalled): vscode.MarkdownString[] {
  const { pullRequest } = feedback;
  const head = [
    nameWord(feedback.author),
    pullRequest && `${pullRequest.repository}#${pullRequest.number} ${plainLine(pullRequest.title, 100)}`,
    feedback.path && plainLine(feedback.path, 200),
    age(feedback.createdAt),
    theme && vscode.l10n.t('theme: {0}', plainLine(theme.name, 60)),
  ];
  const said = new vscode.MarkdownString();
  said.isTrusted = false;
  said.supportHtml = false;
  said.supportThemeIcons = false;
  said
    .appendText(head.filter(Boolean).join(' · '))
    .appendMarkdown('\n\n---\n\n')
    .appendMarkdown(safeMarkdown(feedback.body.slice(0, 4000)));
  return [said, opening(feedback.id)];
}

/** The id is somebody else's: nothing of it ends the link. */
function opening(id: string): vscode.MarkdownString {
  const argument = encodeURIComponent(JSON.stringify([id])).replace(
    /[()'!*~]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  const words = vscode.l10n.t('Open the conversation');
  const text = new vscode.MarkdownString(`[${words}](command:${commands.openFeedback}?${argument})`);
  text.isTrusted = { enabledCommands: [commands.openFeedback] };
  return text;
}
