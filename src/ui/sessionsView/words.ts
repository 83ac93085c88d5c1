import * as vscode from 'vscode';
import { dayOf } from '../../model/isoDate.ts';
import { plainLine } from '../../model/plainLine.ts';
import type { Session } from '../../model/session.ts';
import type { ToPrepare } from '../../sessions/prepare/missing.ts';
import { languageTag } from '../words/language.ts';
import { kindName } from '../words/sessions.ts';
import { day, localDay } from '../words/time.ts';
import { nameWord } from '../words/whose.ts';

const minute = 60_000;
const dayLength = 24 * 60 * minute;

/** "Check-in on Thursday": what is planned, the weekday within a week, else the date. */
export function plannedName({ kind, date }: Pick<Session, 'kind' | 'date'>, now: Date): string {
  const name = kindName(kind);
  const days = Math.round((localDay(date).getTime() - localDay(dayOf(now)).getTime()) / dayLength);
  if (days < 0) return vscode.l10n.t('{0}, was due {1}', name, day(localDay(date), now));
  if (days === 0) return vscode.l10n.t('{0} today', name);
  if (days === 1) return vscode.l10n.t('{0} tomorrow', name);
  return vscode.l10n.t('{0} on {1}', name, days < 7 ? weekday(date) : day(localDay(date), now));
}

/** "Check-in on Nov 12": a session that was held. */
export function heldName({ kind, date }: Pick<Session, 'kind' | 'date'>, now: Date): string {
  return vscode.l10n.t('{0} on {1}', kindName(kind), day(localDay(date), now));
}

/** "a question and a goal are missing"; nothing where all is there. */
export function missingWords(missing: readonly ToPrepare[]): string | null {
  const [first] = missing;
  if (first === undefined) return null;
  const names: Record<ToPrepare, string> = {
    question: vscode.l10n.t('a question'),
    goal: vscode.l10n.t('a goal'),
    example: vscode.l10n.t('an example'),
  };
  const list = new Intl.ListFormat(languageTag(), { type: 'conjunction' }).format(
    missing.map((part) => names[part]),
  );
  return missing.length === 1
    ? vscode.l10n.t('{0} is missing', list)
    : vscode.l10n.t('{0} are missing', list);
}

/** "with theo and mira": whoever takes part but for the user; `null` where that is nobody. */
export function withWords(people: readonly string[], isMe: (name: string) => boolean): string | null {
  const others = people.filter((name) => !isMe(name)).map(nameWord);
  if (others.length === 0) return null;
  const more = others.length > 3 ? others.splice(2).length : 0;
  if (more > 0) others.push(vscode.l10n.t('{0} more', more));
  return vscode.l10n.t(
    'with {0}',
    new Intl.ListFormat(languageTag(), { type: 'conjunction' }).format(others),
  );
}

/** "2 hr 5 min" of milliseconds; less than a minute is one. */
export function duration(time: number): string {
  const all = Math.max(1, Math.round(time / minute));
  const [hours, minutes] = [Math.floor(all / 60), all % 60];
  const unit = (n: number, name: 'hour' | 'minute') =>
    new Intl.NumberFormat(languageTag(), { style: 'unit', unit: name, unitDisplay: 'short' }).format(n);
  return [hours > 0 && unit(hours, 'hour'), (minutes > 0 || hours === 0) && unit(minutes, 'minute')]
    .filter(Boolean)
    .join(' ');
}

/** "November 2026" of `yyyy-mm`. */
export function monthName(month: string): string {
  return new Intl.DateTimeFormat(languageTag(), { month: 'long', year: 'numeric' }).format(
    localDay(`${month}-01`),
  );
}

/** The hour of an ISO time, with its day where that is not today. */
export function moment(time: string, now: Date): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return '';
  const clock = new Intl.DateTimeFormat(languageTag(), { timeStyle: 'short' }).format(date);
  return dayOf(date) === dayOf(now) ? clock : `${day(date, now)}, ${clock}`;
}

/** The topics of a session in one line, each once. */
export function topicsWords({ entries }: Pick<Session, 'entries'>): string {
  const topics = new Set(entries.map(({ topic }) => plainLine(topic, 60)).filter(Boolean));
  return [...topics].slice(0, 5).join(', ');
}

function weekday(date: string): string {
  return new Intl.DateTimeFormat(languageTag(), { weekday: 'long' }).format(localDay(date));
}
