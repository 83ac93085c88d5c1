import * as vscode from 'vscode';
import { switches } from '../../growth/report/takeOut.ts';
import { type ReportKind, reportKinds, sectionIds } from '../../growth/report/types.ts';
import { dayOf } from '../../model/isoDate.ts';
import { extensionId } from '../ids.ts';
import type { Format } from '../report/write.ts';
import { languageTag } from '../words/language.ts';
import {
  ask,
  booleanArgument,
  dateArgument,
  invalid,
  isDate,
  objectArgument,
  pick,
  wordArgument,
} from './ask.ts';
import type { Command, Deps } from './deps.ts';
import { fileArgument } from './fileInput.ts';

/**
 * `cairn.writeReport({ kind, from?, to?, format, file?, without?, includePrivate?, includeNames? }?)`: a growth report of
 * a period (the last three months where none is named) or a close-out. `without` names sections, claims, `names` and
 * `charts` that are left out; what is private goes along where that is asked for, and so do names that only repositories
 * tell that are not public. Without arguments it asks for the time and opens a preview, in which anything can be taken
 * out. Resolves to `{ file }`, to `{ text }` where no file is named, and to nothing after a preview.
 */
export const writeReport: Command = async (deps, argument) => {
  const given = isFromView(argument) ? undefined : objectArgument(argument);
  if (given) return written(deps, given);
  await deps.store.load();
  const request = await askTime();
  const { ReportPreview } = await import('../report/preview.ts');
  const { extensionUri } = vscode.extensions.getExtension(extensionId)!;
  new ReportPreview({ ...deps, extensionUri }, request);
};

async function written(deps: Deps, given: Record<string, unknown>) {
  const kind = wordArgument<ReportKind>(given.kind, 'kind', reportKinds) ?? 'period';
  const format = wordArgument<Format>(given.format, 'format', ['markdown', 'html']);
  if (!format) throw invalid(vscode.l10n.t('"format" is missing: markdown or html?'));
  const [from, to] = [dateArgument(given.from, 'from') ?? null, dateArgument(given.to, 'to') ?? null];
  const file = fileArgument(given.file);
  const without = new Set(idsArgument(given.without));
  const includePrivate = booleanArgument(given.includePrivate, 'includePrivate') ?? false;
  if (!booleanArgument(given.includeNames, 'includeNames')) without.add('closedNames');
  const request = { kind, from: from ?? (kind === 'period' ? monthsBefore(to, 3) : null), to };
  if (request.from !== null && request.from > (to ?? dayOf(new Date())))
    throw invalid(vscode.l10n.t('"from" must not be after "to".'));
  const [{ gather }, { reportOf, takeOut }, { reportWords }, { textOf, writeText }] = await Promise.all([
    import('../report/gather.ts'),
    import('../../growth/report/index.ts'),
    import('../report/words.ts'),
    import('../report/write.ts'),
  ]);
  const words = reportWords(vscode, languageTag());
  const report = reportOf(await gather(deps, request), words);
  const chosen = takeOut(report, { without, includePrivate, somebody: words.somebody });
  const text = textOf(chosen, format, words);
  if (!file) return { text };
  await writeText(file, text);
  return { file: file.fsPath };
}

/** A button above a view hands over what it stands on, which says nothing about a report. */
const isFromView = (argument: unknown) =>
  typeof argument === 'object' && argument !== null && ('webview' in argument || 'fromPage' in argument);

/** A name that is none of a section or a switch is a mistake, which would let through what was to be left out. */
function idsArgument(value: unknown): string[] {
  if (value === undefined || value === null) return [];
  const known = new Set<string>([...sectionIds, ...switches]);
  const isId = (one: unknown): one is string =>
    typeof one === 'string' && one.length <= 400 && (known.has(one) || /^[a-z-]{1,20}:\S/.test(one));
  if (!Array.isArray(value) || !value.every(isId))
    throw invalid(
      vscode.l10n.t('"without" must be a list of: {0}, or ids of claims.', [...known].join(', ')),
    );
  return value;
}

type Asked = { kind: ReportKind; from: string | null; to: string | null };

async function askTime(): Promise<Asked> {
  const period = (months: number): Asked => ({ kind: 'period', from: monthsBefore(null, months), to: null });
  const choice = await pick<Asked | 'other'>(vscode.l10n.t('Which time shall the report be about?'), [
    { label: vscode.l10n.t('The last three months'), value: period(3) },
    { label: vscode.l10n.t('The last six months'), value: period(6) },
    { label: vscode.l10n.t('The last year'), value: period(12) },
    { label: vscode.l10n.t('Another time…'), value: 'other' },
    {
      label: vscode.l10n.t('The whole mentorship'),
      description: vscode.l10n.t('to close it, or to look back'),
      value: { kind: 'close-out', from: null, to: null },
    },
  ]);
  if (choice !== 'other') return choice;
  const validate = (text: string) =>
    isDate(text.trim()) ? undefined : vscode.l10n.t('A date looks like 2027-03-31.');
  const from = (
    await ask({ prompt: vscode.l10n.t('From which day on?'), value: monthsBefore(null, 3), validate })
  ).trim();
  const to = (
    await ask({ prompt: vscode.l10n.t('Until which day?'), value: dayOf(new Date()), validate })
  ).trim();
  return from <= to ? { kind: 'period', from, to } : { kind: 'period', from: to, to: from };
}

/** The day so many months before a day, or before today. */
function monthsBefore(day: string | null, months: number): string {
  const date = day === null ? new Date() : new Date(`${day}T12:00:00`);
  const month = date.getMonth() - months;
  // The last day of a shorter month stands for days that it does not have.
  const last = new Date(date.getFullYear(), month + 1, 0).getDate();
  return dayOf(new Date(date.getFullYear(), month, Math.min(date.getDate(), last)));
}
