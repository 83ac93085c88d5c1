import * as vscode from 'vscode';
import { mentorshipKinds } from '../../model/state.ts';
import { dateArgument, invalid, objectArgument, textArgument, wordArgument } from '../commands/ask.ts';
import { isDays, isHours, longestName, numberArgument, peopleArgument } from '../commands/mentorshipInput.ts';
import type { MentorshipRecord } from './draft.ts';

export const longestPurpose = 1000;
export const longestHopes = 2000;
export const mostMonths = 120;
export const isMonths = (months: number): boolean =>
  Number.isInteger(months) && months >= 1 && months <= mostMonths;

/** What a program may say of a mentorship; `name` is its title. `null` takes away what may be missing. */
const fields = [
  ...['name', 'title', 'kind', 'mentors', 'mentees', 'purpose', 'hopes', 'rhythmDays', 'hoursPerMonth'],
  ...['months', 'startsOn'],
];

/**
 * The fields that an argument carries, checked; those that are not there are not in the result. Throws
 * 'invalid-argument'.
 * @param more names that the caller reads itself
 */
export function recordArgument(
  given: Record<string, unknown>,
  more: readonly string[] = [],
): Partial<MentorshipRecord> {
  const unknown = Object.keys(given).find((key) => !fields.includes(key) && !more.includes(key));
  if (unknown) throw invalid(vscode.l10n.t('A mentorship has no "{0}".', unknown.slice(0, 40)));
  const read: Partial<MentorshipRecord> = {
    ...defined('title', textArgument(given.title ?? given.name, 'title', longestName)?.trim()),
    ...defined('kind', wordArgument(given.kind, 'kind', mentorshipKinds)),
    ...defined('mentors', peopleArgument(given.mentors, 'mentors')),
    ...defined('mentees', peopleArgument(given.mentees, 'mentees')),
    ...defined(
      'purpose',
      orNull(given.purpose, (it) => textArgument(it, 'purpose', longestPurpose)?.trim()),
    ),
    ...defined('hopes', orNull(given.hopes, hopesArgument)),
    ...defined(
      'rhythmDays',
      orNull(given.rhythmDays, (it) => numberArgument(it, 'rhythmDays', isDays)),
    ),
    ...defined(
      'hoursPerMonth',
      orNull(given.hoursPerMonth, (it) => numberArgument(it, 'hoursPerMonth', isHours)),
    ),
    ...defined(
      'months',
      orNull(given.months, (it) => numberArgument(it, 'months', isMonths)),
    ),
    ...defined('startsOn', dateArgument(given.startsOn, 'startsOn')),
  };
  return read;
}

function hopesArgument(value: unknown): MentorshipRecord['hopes'] | undefined {
  const given = objectArgument(value);
  if (!given) return undefined;
  const words = (name: 'mentors' | 'mentees') =>
    given[name] === '' ? '' : (textArgument(given[name], `hopes.${name}`, longestHopes)?.trim() ?? '');
  return hopesOf({ mentors: words('mentors'), mentees: words('mentees') });
}

/** `null` where nobody has said anything. */
export const hopesOf = (hopes: NonNullable<MentorshipRecord['hopes']>): MentorshipRecord['hopes'] =>
  hopes.mentors === '' && hopes.mentees === '' ? null : hopes;

function orNull<T>(value: unknown, read: (value: unknown) => T | undefined): T | null | undefined {
  return value === null ? null : read(value);
}

const defined = <K extends keyof MentorshipRecord>(
  name: K,
  value: MentorshipRecord[K] | undefined,
): Partial<MentorshipRecord> => (value === undefined ? {} : ({ [name]: value } as Partial<MentorshipRecord>));

/** Whom it would have no sense without. Throws 'invalid-argument'. */
export function needPeople({
  kind,
  mentors,
  mentees,
}: Pick<MentorshipRecord, 'kind' | 'mentors' | 'mentees'>): void {
  const people = new Set([...mentors, ...mentees].map((name) => name.toLowerCase()));
  if (mentors.length === 0 || mentees.length === 0)
    throw invalid(vscode.l10n.t('A mentorship needs somebody who mentors and somebody who is mentored.'));
  if (people.size < 2) throw invalid(vscode.l10n.t('A mentorship needs two people at least.'));
  if (kind === 'peer') return;
  const both = mentors.find((name) => mentees.some((other) => other.toLowerCase() === name.toLowerCase()));
  if (both !== undefined)
    throw invalid(
      vscode.l10n.t(
        '“{0}” cannot mentor and be mentored here; choose the kind “peer” for that.',
        both.slice(0, 60),
      ),
    );
}
