import * as vscode from 'vscode';
import { type Row, readRow } from '../../model/sessionText/row.ts';
import { readNextAction } from '../../sessions/nextActionLine.ts';
import { languageTag } from '../words/language.ts';
import { unmarked } from '../words/spaces.ts';
import { localDay } from '../words/time.ts';
import { nameWord } from '../words/whose.ts';

/** Reads a date in words; see `sessions/dates`. */
export type ReadDate = Parameters<typeof readNextAction>[2];

/** A link alone in a row is that of the call. Only what a browser opens, and never a command. */
export const isLink = (line: string): boolean =>
  /^(?:https?|vsls|zoommtg|msteams):\/?\/?[^\s|]{3,1900}$/i.test(line.trim());

/** How a row is read, to be shown while it is typed. `isDoubtful`: the calendar has no such day. */
export function rowWords(
  line: string,
  today: Date,
  readDate: ReadDate,
): { words: string; isDoubtful: boolean } | undefined {
  if (line.trim() === '') return undefined;
  if (isLink(line))
    return { words: vscode.l10n.t('The link of the call. Enter notes it.'), isDoubtful: false };
  const row = readRow(line);
  const action = actionWords(row, today, readDate);
  const parts = [
    row.topic && vscode.l10n.t('Topic: {0}', row.topic),
    row.insight && vscode.l10n.t('Insight: {0}', row.insight),
    action?.words,
  ].filter(Boolean);
  return { words: unmarked(parts.join(' · ')), isDoubtful: action?.isDoubtful ?? false };
}

const weekday = (date: string) =>
  new Intl.DateTimeFormat(languageTag(), { weekday: 'long' }).format(localDay(date));

function actionWords({ nextAction }: Row, today: Date, readDate: ReadDate) {
  if (nextAction === '') return undefined;
  const read = readNextAction(nextAction, today, readDate);
  if ('problem' in read) {
    const words =
      read.problem === 'date'
        ? vscode.l10n.t('Next action without a date: the calendar has no such day.')
        : vscode.l10n.t('Next action: a few words are missing.');
    return { words, isDoubtful: true };
  }
  const { text, owner, dueDate } = read;
  const words = [
    vscode.l10n.t('Next action: {0}', text),
    owner === null ? vscode.l10n.t('yours') : vscode.l10n.t('for {0}', nameWord(owner)),
    dueDate === null ? '' : vscode.l10n.t('by {0}', `${dueDate} (${weekday(dueDate)})`),
  ];
  return { words: words.filter(Boolean).join(', '), isDoubtful: false };
}
