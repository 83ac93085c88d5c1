import * as vscode from 'vscode';
import { dayOf } from '../../model/isoDate.ts';
import { plainLine } from '../../model/plainLine.ts';
import type { Mentorship } from '../../model/state.ts';
import { longestName, type MentorshipInput } from '../commands/mentorshipInput.ts';

/** What a mentorship's record holds, with nothing left out. */
export type MentorshipRecord = Required<MentorshipInput>;

/** Months that a mentorship is meant to last where nobody says otherwise. */
export const usualMonths = 6;
export const usualRhythm = 14;

/** A mentorship of which nothing is known yet: sensible where people do not mind. */
export function blankRecord(now: Date): MentorshipRecord {
  return {
    ...{
      title: '',
      kind: 'one-to-one',
      mentors: [],
      mentees: [],
      rhythmDays: usualRhythm,
      hoursPerMonth: null,
    },
    ...{ purpose: null, hopes: null, startsOn: dayOf(now), months: usualMonths, group: null },
  };
}

/** The record that says what a mentorship is now, so that one part of it can be changed. */
export function recordOf(mentorship: Mentorship): MentorshipRecord {
  const { title, kind, mentors, mentees, rhythmDays, hoursPerMonth } = mentorship;
  const { purpose, hopes, startsOn, months, group } = mentorship;
  return {
    ...{ title, kind, mentors, mentees, rhythmDays, hoursPerMonth },
    ...{ purpose, hopes, startsOn, months, group },
  };
}

/** A name made of the people's: "ada-wren and theo-flint". */
export function titleFor({ mentors, mentees }: Pick<MentorshipRecord, 'mentors' | 'mentees'>): string {
  const names = [...new Set([...mentors, ...mentees])].map((name) => plainLine(name, 40)).filter(Boolean);
  const [first, second] = names;
  if (first === undefined) return vscode.l10n.t('Mentorship');
  const title =
    second === undefined
      ? first
      : names.length === 2
        ? vscode.l10n.t('{0} and {1}', first, second)
        : vscode.l10n.t('{0}, {1} and {2} more', first, second, names.length - 2);
  return title.slice(0, longestName).toWellFormed().trim();
}
