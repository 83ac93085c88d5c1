import * as vscode from 'vscode';
import { type ActionLine, readActionLine } from '../../model/actionLine.ts';
import { dateArgument, invalid, objectArgument, textArgument } from './ask.ts';

/** Longest text of a next action, and longest name of its owner, in UTF-16 code units. */
const longestText = 1000;
const longestOwner = 200;
const longestLine = 1300;

export type ActionInput = {
  text?: string;
  owner?: string | null;
  dueDate?: string | null;
  /** Id of a goal. */
  goal?: string | null;
};

/** What an argument says about a next action: an object of fields, or one line. Throws 'invalid-argument'. */
export function actionFields(argument: unknown, others: readonly string[] = []): ActionInput {
  if (typeof argument === 'string') {
    const line = textArgument(argument, 'text', longestLine) as string;
    const read = readActionLine(line);
    if ('problem' in read) throw invalid(refusalOf(line)!);
    return checked({ text: read.text, ...(read.owner && { owner: read.owner }), dueDate: read.dueDate });
  }
  const given = objectArgument(argument) ?? {};
  const unknown = Object.keys(given).find(
    (key) => !['text', 'owner', 'dueDate', 'goal', ...others].includes(key),
  );
  if (unknown !== undefined)
    throw invalid(vscode.l10n.t('A next action has no "{0}".', unknown.slice(0, 40)));
  const nullable = (value: unknown, name: string, longest: number) =>
    value === null ? null : textArgument(value, name, longest)?.trim();
  return checked({
    text: textArgument(given.text, 'text', longestText)?.trim(),
    owner: nullable(given.owner, 'owner', longestOwner),
    dueDate: dateArgument(given.dueDate, 'dueDate'),
    goal: nullable(given.goal, 'goal', 200),
  });
}

/** Why a line is no next action; `undefined` for one that is. */
export function refusalOf(line: string): string | undefined {
  const read = readActionLine(line);
  if (!('problem' in read)) {
    return read.text.length > longestText ? vscode.l10n.t('That is too long.') : undefined;
  }
  return read.problem === 'date'
    ? vscode.l10n.t('Write the date like 2026-12-01; the calendar has to have that day.')
    : vscode.l10n.t('A next action needs a few words.');
}

/** The words of a line that `refusalOf` lets pass. */
export function lineOf(line: string): ActionLine {
  const read = readActionLine(line);
  if ('problem' in read) throw invalid(refusalOf(line)!);
  return read;
}

/** Only the fields that are there. */
function checked(fields: { [K in keyof ActionInput]: ActionInput[K] | undefined }): ActionInput {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
