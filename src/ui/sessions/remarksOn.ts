import * as vscode from 'vscode';
import type { Session } from '../../model/session.ts';
import { readSession } from '../../model/sessionText/readSession.ts';
import type { ToPrepare } from '../../sessions/prepare/missing.ts';
import { isOwnName, parsePath } from './address.ts';
import type { SessionParts } from './register.ts';
import { peopleWords } from './sessionSteps.ts';
import { isMe } from './texts.ts';

/** Something to say about a line of a text; 0-based. */
export type Remark = { line: number; words: string };

/** More than these nobody reads. */
const most = 50;

/** What there is to say about one's own text of a session, as it stands in the editor. */
export async function remarksOn(parts: SessionParts, document: vscode.TextDocument): Promise<Remark[]> {
  const address = parsePath(document.uri.path);
  if (!address?.name || !isOwnName(address.name)) return [];
  const [{ readNextAction }, { readDate }, missing] = await Promise.all([
    import('../../sessions/nextActionLine.ts'),
    import('../../sessions/dates.ts'),
    import('../../sessions/prepare/missing.ts'),
  ]);
  const today = new Date();
  const read = readSession(document.getText());
  const session = parts.store.sessions.find(({ id }) => id === address.session);
  const mentees = menteesOf(parts);
  const isMentee = mentees.length === 0 || mentees.some((name) => isMe(parts, name));
  const remarks: Remark[] = [];
  if (session && isToPrepare(session)) {
    if (isMentee) {
      for (const part of missing.missingOf(read))
        remarks.push({ line: headingOf(document, part), words: missingWords(part) });
    } else {
      const parts_ = missing.missingIn(session, mentees);
      const words = vscode.l10n.t(
        'Not prepared yet by {0}: {1}',
        peopleWords(mentees),
        parts_.map(partName).join(', '),
      );
      if (parts_.length > 0) remarks.push({ line: 0, words });
    }
  }
  for (const { line, isDone } of read.actions) {
    if (isDone || remarks.length >= most) continue;
    const action = readNextAction(line, today, readDate);
    if (!('problem' in action) || action.problem !== 'date') continue;
    remarks.push({
      line: lineOf(document, line),
      words: vscode.l10n.t(
        'The calendar has no such day, so this is no promise yet. Write it like "by friday", "by 3 december" or "by 2026-12-03".',
      ),
    });
  }
  return remarks;
}

/** A check-in is prepared, and only until it was held. */
const isToPrepare = ({ kind, heldAt }: Session) => kind === 'check-in' && heldAt === null;

function menteesOf({ store }: SessionParts): string[] {
  const named = store.records.mentorship?.mentees ?? [];
  return named.length > 0 || store.mentee === null ? named : [store.mentee];
}

function missingWords(part: ToPrepare): string {
  return {
    question: vscode.l10n.t(
      'Not prepared yet: a question that you bring. Write it below the heading "Question".',
    ),
    goal: vscode.l10n.t('Not prepared yet: the goal that it is about. Write it below the heading "Goal".'),
    example: vscode.l10n.t(
      'Not prepared yet: a recent example. Write what happened below the heading "Recent example".',
    ),
  }[part];
}

function partName(part: ToPrepare): string {
  return {
    question: vscode.l10n.t('a question'),
    goal: vscode.l10n.t('a goal'),
    example: vscode.l10n.t('a recent example'),
  }[part];
}

/** The heading below which it would stand, or the first line. */
function headingOf(document: vscode.TextDocument, part: ToPrepare): number {
  const heading = { question: 'question', goal: 'goal', example: 'recent example' }[part];
  const isHeading = (text: string) =>
    /^#{1,6}\s/.test(text) && text.replace(/^#+/, '').trim().toLowerCase() === heading;
  for (let at = 0; at < document.lineCount; at++) if (isHeading(document.lineAt(at).text)) return at;
  return 0;
}

/** The first line in which these words stand; a table's cell has its pipes escaped. */
function lineOf(document: vscode.TextDocument, words: string): number {
  const inCell = words.replaceAll('|', '\\|');
  for (let at = 0; at < document.lineCount; at++) {
    const { text } = document.lineAt(at);
    if (text.includes(words) || text.includes(inCell)) return at;
  }
  return 0;
}
