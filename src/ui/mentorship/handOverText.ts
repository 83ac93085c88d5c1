import * as vscode from 'vscode';
import type { Session } from '../../model/session.ts';
import { blankText } from '../sessions/texts.ts';

/** What the session of a handover begins with: what three people have to say to each other, under headings of their own. */
export function handOverText(
  parts: Parameters<typeof blankText>[0],
  session: Pick<Session, 'kind' | 'date' | 'people'>,
): string {
  const title = blankText(parts, session).split('\n', 1)[0];
  const points = [
    vscode.l10n.t('Where the goals stand, in the mentee’s own words'),
    vscode.l10n.t('What has worked between us, and what the next mentor had better know'),
    vscode.l10n.t('Which promises are open, and who keeps them now'),
    vscode.l10n.t('What stays between the two who began this'),
    vscode.l10n.t('The charter: what stays, what changes; everybody accepts it anew'),
  ];
  const rows = '| Topic | Insight | Next action |\n| --- | --- | --- |';
  return `${title}\n\n${points.map((point) => `- ${point}`).join('\n')}\n\n${rows}\n`;
}
