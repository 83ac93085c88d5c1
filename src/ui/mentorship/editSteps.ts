import * as vscode from 'vscode';
import { isDate } from '../../model/isoDate.ts';
import { askRhythm, isHours, kindItems, longestName, people, text } from '../commands/mentorshipInput.ts';
import { askPick, askSteps, back, type Step } from '../commands/steps.ts';
import { hopesOf, isMonths, longestHopes, longestPurpose, mostMonths } from './argument.ts';
import type { MentorshipRecord } from './draft.ts';

/**
 * Asks for one field of a mentorship and resolves to what it is from now on. Throws 'cancelled'.
 * @param now what it is so far
 */
export async function askField(
  field: keyof MentorshipRecord | 'hopes.mentors' | 'hopes.mentees',
  now: MentorshipRecord,
): Promise<Partial<MentorshipRecord>> {
  const draft = { ...now };
  await askSteps(vscode.l10n.t('Edit the mentorship'), [stepFor(field, draft)]);
  const name = field.split('.', 1)[0] as keyof MentorshipRecord;
  return { [name]: draft[name] };
}

function stepFor(field: Parameters<typeof askField>[0], draft: MentorshipRecord): Step {
  const tooLong = (longest: number) => vscode.l10n.t('That is too long: {0} characters at most.', longest);
  switch (field) {
    case 'mentors':
      return people(
        vscode.l10n.t('Who mentors? Logins or names, with commas between them'),
        draft,
        field,
        someone,
      );
    case 'mentees':
      return people(
        vscode.l10n.t('Who is mentored? The first one’s feedback is shown'),
        draft,
        field,
        someone,
      );
    case 'rhythmDays':
      return (place) => askRhythm(place, draft);
    case 'kind':
      return async (place) => {
        const question = vscode.l10n.t('Which kind of mentorship is it?');
        const kinds = kindItems().filter(({ value }) => value !== 'group' || draft.kind === 'group');
        const picked = await askPick(place, question, kinds, draft.kind);
        if (picked !== back) draft.kind = picked;
        return picked === back ? back : undefined;
      };
    case 'purpose':
      return text(
        vscode.l10n.t('What is it for? One sentence; empty takes it away'),
        vscode.l10n.t('Theo leads an incident review by spring.'),
        () => draft.purpose ?? '',
        (typed) => {
          if (typed.length > longestPurpose) return tooLong(longestPurpose);
          draft.purpose = typed.trim() || null;
          return undefined;
        },
      );
    case 'hopes.mentors':
    case 'hopes.mentees': {
      const side = field === 'hopes.mentors' ? 'mentors' : 'mentees';
      return text(
        side === 'mentors'
          ? vscode.l10n.t('What does the mentor hope to learn? Empty takes it away')
          : vscode.l10n.t('What does the mentee hope to learn? Empty takes it away'),
        '',
        () => draft.hopes?.[side] ?? '',
        (typed) => {
          if (typed.length > longestHopes) return tooLong(longestHopes);
          draft.hopes = hopesOf({ mentors: '', mentees: '', ...draft.hopes, [side]: typed.trim() });
          return undefined;
        },
      );
    }
    case 'months':
      return text(
        vscode.l10n.t('How many months is it meant to last? Empty for no set end'),
        '6',
        () => draft.months?.toString() ?? '',
        (typed) => {
          const months = typed.trim() === '' ? null : Number(typed);
          if (months !== null && !isMonths(months))
            return vscode.l10n.t('Write a number of months from 1 to {0}.', mostMonths);
          draft.months = months;
          return undefined;
        },
      );
    case 'startsOn':
      return text(
        vscode.l10n.t('Since when does it run? A date like 2027-03-31'),
        '2027-03-31',
        () => draft.startsOn ?? '',
        (typed) => {
          const day = typed.trim();
          if (day !== '' && !isDate(day)) return vscode.l10n.t('Write a date like 2027-03-31.');
          draft.startsOn = day || null;
          return undefined;
        },
      );
    case 'hoursPerMonth':
      return text(
        vscode.l10n.t('How many hours a month may it take the mentors? Empty where nothing is agreed'),
        '4',
        () => draft.hoursPerMonth?.toString() ?? '',
        (typed) => {
          const hours = typed.trim() === '' ? null : Number(typed.replace(',', '.'));
          if (hours !== null && !isHours(hours))
            return vscode.l10n.t('Write a number of hours, like 4 or 2.5.');
          draft.hoursPerMonth = hours;
          return undefined;
        },
      );
    default:
      return text(
        vscode.l10n.t('What is the mentorship called?'),
        '',
        () => draft.title,
        (typed) => {
          if (typed.trim() === '') return vscode.l10n.t('A name is needed. It can be changed later.');
          if (typed.length > longestName) return tooLong(longestName);
          draft.title = typed.trim();
          return undefined;
        },
      );
  }
}

const someone = (names: readonly string[]) =>
  names.length === 0 ? vscode.l10n.t('A name is needed. It can be changed later.') : undefined;
