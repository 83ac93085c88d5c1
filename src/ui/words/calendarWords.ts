import * as vscode from 'vscode';
import { sessionKinds } from '../../model/kinds.ts';
import type { CalendarWords } from '../../sessions/calendar/entries.ts';
import { kindName } from './sessions.ts';

/** The words of a calendar, in the user's language. */
export const calendarWords = (): CalendarWords => ({
  kinds: Object.fromEntries(sessionKinds.map((kind) => [kind, kindName(kind)])) as CalendarWords['kinds'],
  session: (kind, people) => (people === '' ? kind : vscode.l10n.t('{0}: {1}', kind, people)),
  proposed: (kind) => vscode.l10n.t('{0} (by the rhythm, not yet planned)', kind),
  due: (text, owner) =>
    owner === null ? vscode.l10n.t('Due: {0}', text) : vscode.l10n.t('Due: {0} ({1})', text, owner),
  targetDate: (goal) => vscode.l10n.t('Goal: {0}', goal),
  goals: (titles) => vscode.l10n.t('Goals: {0}', titles),
});
