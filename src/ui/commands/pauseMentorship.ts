import * as vscode from 'vscode';
import { dayOf } from '../../model/isoDate.ts';
import { needMentorship } from '../mentorship/place.ts';
import { longestReason, sayBriefly, setStatus } from '../mentorship/status.ts';
import { day, localDay } from '../words/time.ts';
import {
  ask,
  booleanArgument,
  dateArgument,
  invalid,
  isDate,
  objectArgument,
  pick,
  textArgument,
} from './ask.ts';
import type { Command } from './deps.ts';
import { needRunning } from './endMentorship.ts';

/**
 * `cairn.pauseMentorship({ until?, reason?, isReasonPrivate? }?)`: nothing is due and nobody is reminded until a date
 * `yyyy-mm-dd`, or until somebody resumes it. Without an argument it asks until when. Resolves to `{ status, until }`.
 */
export const pauseMentorship: Command = async (deps, argument) => {
  const given = objectArgument(argument);
  needRunning((await needMentorship(deps)).status);
  const until = given ? (dateArgument(given.until, 'until') ?? null) : await askUntil();
  if (until !== null && until <= dayOf(new Date()))
    throw invalid(vscode.l10n.t('A pause ends on a day to come.'));
  const reason = textArgument(given?.reason, 'reason', longestReason)?.trim() ?? null;
  const isReasonPrivate = booleanArgument(given?.isReasonPrivate, 'isReasonPrivate') ?? false;
  const paused = await setStatus(deps, 'paused', { until, reason, isReasonPrivate });
  sayBriefly(
    until === null
      ? vscode.l10n.t('Paused. “Cairn: Resume Mentorship” goes on with it.')
      : vscode.l10n.t('Paused until {0}.', day(localDay(until), new Date())),
  );
  return paused;
};

async function askUntil(): Promise<string | null> {
  const now = new Date();
  const inDays = (days: number) => dayOf(new Date(now.getFullYear(), now.getMonth(), now.getDate() + days));
  const item = (label: string, days: number) => {
    const date = inDays(days);
    return { label, description: day(localDay(date), now), value: date as string | null };
  };
  const other = 'other';
  const picked = await pick<string | null>(vscode.l10n.t('Until when does it pause?'), [
    item(vscode.l10n.t('Two weeks'), 14),
    item(vscode.l10n.t('Four weeks'), 28),
    item(vscode.l10n.t('Three months'), 91),
    { label: vscode.l10n.t('Another day…'), value: other },
    { label: vscode.l10n.t('Until somebody resumes it'), value: null },
  ]);
  if (picked !== other) return picked;
  const typed = await ask({
    prompt: vscode.l10n.t('Until when does it pause? A date like 2027-03-31'),
    value: inDays(42),
    validate: (text) =>
      isDate(text.trim()) && text.trim() > dayOf(now)
        ? undefined
        : vscode.l10n.t('Write a date to come, like 2027-03-31.'),
  });
  return typed.trim();
}
