import * as vscode from 'vscode';
import { plainLine } from '../../model/plainLine.ts';
import { age, day, localDay } from '../words/time.ts';
import { nameWord } from '../words/whose.ts';
import type { Content } from './outline.ts';
import type { Around, Look } from './rows.ts';

/** A next action: its box, its words, until when, and whose it is. It has no command: Space would run it. */
export function actionLook({ tracked, goal }: Extract<Content, { type: 'action' }>, { now }: Around): Look {
  const { action, isOverdue, isToday } = tracked;
  const { doneAt, dueDate, owner } = action;
  const date = dueDate === null ? null : day(localDay(dueDate), now);
  const due =
    doneAt !== null
      ? vscode.l10n.t('done {0}', age(doneAt, now))
      : date === null
        ? null
        : isOverdue
          ? vscode.l10n.t('overdue, was due {0}', date)
          : isToday
            ? vscode.l10n.t('due today')
            : vscode.l10n.t('by {0}', date);
  return {
    label: plainLine(action.text, 200) || vscode.l10n.t('(no words)'),
    description: [due, owner && nameWord(owner), goal && plainLine(goal, 60)],
    ...(isOverdue ? { icon: 'warning', colour: 'list.warningForeground' } : {}),
    context: `action ${doneAt === null ? 'open' : 'done'}${action.sessionId === null ? '' : ' logged'}`,
    kept: action,
    isDone: doneAt !== null,
  };
}
