import * as vscode from 'vscode';
import { sessionKinds } from '../../model/kinds.ts';
import type { SessionKind } from '../../model/session.ts';
import { namesOf } from '../sessions/said.ts';
import { booleanArgument, dateArgument, invalid, textArgument, wordArgument } from './ask.ts';
import { goalById } from './chosenGoal.ts';
import type { Deps } from './deps.ts';

const longestName = 200;
const most = 100;
const mostMinutes = 10_000;
const longestRow = 20_000;
const longestText = 65_536;

/** What a program says about a session; `undefined` for what it leaves open. */
export type SessionInput = {
  kind?: SessionKind;
  /** Logins or names. */
  people?: string[];
  /** ISO date. */
  date?: string;
  minutes?: number | null;
  /** Ids. */
  goals?: string[];
  link?: string | null;
};

const fields = ['kind', 'people', 'date', 'minutes', 'goals', 'link'];

/** The fields of a session that an argument carries, checked. Throws 'invalid-argument', and 'not-found' for a goal. */
export function sessionFields(
  { store }: Deps,
  given: Record<string, unknown>,
  others: readonly string[] = [],
): SessionInput {
  const unknown = Object.keys(given).find((key) => ![...fields, ...others].includes(key));
  if (unknown !== undefined) throw invalid(vscode.l10n.t('A session has no "{0}".', unknown.slice(0, 40)));
  const { minutes } = given;
  const isMinutes =
    typeof minutes === 'number' && Number.isInteger(minutes) && minutes >= 0 && minutes <= mostMinutes;
  if (minutes !== undefined && minutes !== null && !isMinutes)
    throw invalid(vscode.l10n.t('"{0}" is no number that fits.', 'minutes'));
  const link = given.link === null ? null : textArgument(given.link, 'link', 2000)?.trim();
  if (link && !/^[a-z][a-z0-9+.-]*:\S+$/i.test(link))
    throw invalid(vscode.l10n.t('"link" must be an address.'));
  const goals = listArgument(given.goals, 'goals');
  for (const goal of goals ?? []) goalById(store.goals, goal);
  const people = listArgument(given.people, 'people');
  const found = {
    kind: wordArgument(given.kind, 'kind', sessionKinds),
    people: people && namesOf(people),
    date: dateArgument(given.date, 'date') ?? undefined,
    minutes: minutes as number | null | undefined,
    goals: goals && [...new Set(goals)],
    link,
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

/** What a program wants to be logged beside the fields. Throws 'invalid-argument'. */
export function logArgument(given: Record<string, unknown>) {
  const rows = given.rows ?? [];
  if (!Array.isArray(rows) || rows.length > most || !rows.every((row) => isText(row, longestRow)))
    throw invalid(vscode.l10n.t('"{0}" must be a list of texts, one for each row.', 'rows'));
  return {
    rows: rows as string[],
    text: textArgument(given.text, 'text', longestText),
    session: textArgument(given.session, 'session', 200),
    isPlanned: booleanArgument(given.isPlanned, 'isPlanned'),
    isPrivate: booleanArgument(given.isPrivate, 'isPrivate') ?? false,
  };
}
export const logFields = ['rows', 'text', 'session', 'isPlanned', 'isPrivate'];

const isText = (value: unknown, longest: number) =>
  typeof value === 'string' && value.trim() !== '' && value.length <= longest;

function listArgument(value: unknown, name: string): string[] | undefined {
  if (value === undefined || value === null) return undefined;
  const isGood =
    Array.isArray(value) && value.length <= most && value.every((one) => isText(one, longestName));
  if (!isGood) throw invalid(vscode.l10n.t('"{0}" must be a list of names or ids.', name));
  return value as string[];
}
