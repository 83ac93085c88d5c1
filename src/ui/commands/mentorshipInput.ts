import * as vscode from 'vscode';
import type { Payload } from '../../model/events.ts';
import { mentorshipKinds } from '../../model/state.ts';
import { invalid, textArgument, wordArgument } from './ask.ts';
import { askPick, askText, back, type Step } from './steps.ts';

/** What a space begins with: its name is the mentorship's title. */
export type MentorshipInput = Payload<'mentorship.recorded'>;

const kinds = mentorshipKinds;
export const longestName = 100;
const longestPerson = 200;
const mostPeople = 100;
const mostDays = 366;
const mostHours = 744;

/** A mentorship of which nothing is known but whose feedback is shown. */
export const blankMentorship = (mentee: string | null): MentorshipInput => ({
  title: '',
  kind: 'one-to-one',
  mentors: [],
  mentees: mentee === null ? [] : [mentee],
  rhythmDays: 14,
  hoursPerMonth: null,
});

/** The fields that an argument carries, checked; what is not there is as in a blank one. Throws 'invalid-argument'. */
export function mentorshipArgument(given: Record<string, unknown>, blank: MentorshipInput): MentorshipInput {
  const known = ['name', 'kind', 'mentors', 'mentees', 'rhythmDays', 'hoursPerMonth'];
  const unknown = Object.keys(given).find((key) => !known.includes(key));
  if (unknown) throw invalid(vscode.l10n.t('A space has no "{0}".', unknown.slice(0, 40)));
  const title = textArgument(given.name, 'name', longestName)?.trim();
  if (!title) throw invalid(vscode.l10n.t('"name" is missing: a space needs one.'));
  return {
    title,
    kind: wordArgument(given.kind, 'kind', kinds) ?? blank.kind,
    mentors: peopleArgument(given.mentors, 'mentors') ?? blank.mentors,
    mentees: peopleArgument(given.mentees, 'mentees') ?? blank.mentees,
    rhythmDays: numberArgument(given.rhythmDays, 'rhythmDays', isDays) ?? null,
    hoursPerMonth: numberArgument(given.hoursPerMonth, 'hoursPerMonth', isHours) ?? null,
  };
}

/** The questions about a mentorship, for `askSteps`: they fill `draft` in and begin with what it holds. */
export function mentorshipSteps(draft: MentorshipInput): Step[] {
  return [
    text(
      vscode.l10n.t('A name for the space'),
      vscode.l10n.t('Ada and Theo'),
      () => draft.title,
      (typed) => {
        if (typed.trim() === '') return vscode.l10n.t('A space needs a name.');
        if (typed.length > longestName) return vscode.l10n.t('That is too long for a name.');
        draft.title = typed.trim();
        return undefined;
      },
    ),
    async (place) => {
      const kind = await askPick(
        place,
        vscode.l10n.t('Which kind of mentorship is it?'),
        kindItems(),
        draft.kind,
      );
      if (kind === back) return back;
      draft.kind = kind;
      return undefined;
    },
    people(vscode.l10n.t('Who mentors? Logins or names, with commas between them'), draft, 'mentors'),
    people(vscode.l10n.t('Who is mentored? The first one’s feedback is shown'), draft, 'mentees'),
    (place) => askRhythm(place, draft),
    text(
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
    ),
  ];
}

export const isDays = (days: number) => Number.isInteger(days) && days >= 1 && days <= mostDays;
export const isHours = (hours: number) => Number.isFinite(hours) && hours >= 0 && hours <= mostHours;

export const kindItems = () => [
  {
    label: `$(person) ${vscode.l10n.t('One to one')}`,
    detail: vscode.l10n.t('One mentor, one mentee.'),
    value: 'one-to-one' as const,
  },
  {
    label: `$(organization) ${vscode.l10n.t('Group')}`,
    detail: vscode.l10n.t('Several mentees share their mentors.'),
    value: 'group' as const,
  },
  {
    label: `$(arrow-swap) ${vscode.l10n.t('Reverse')}`,
    detail: vscode.l10n.t('Who is newer mentors who is more senior.'),
    value: 'reverse' as const,
  },
  {
    label: `$(mirror) ${vscode.l10n.t('Peer')}`,
    detail: vscode.l10n.t('Both mentor each other.'),
    value: 'peer' as const,
  },
];

export async function askRhythm(
  place: Parameters<Step>[0],
  draft: Pick<MentorshipInput, 'rhythmDays'>,
): Promise<typeof back | undefined> {
  const usual = [7, 14, 30];
  const other = 'other';
  const now = draft.rhythmDays === null || usual.includes(draft.rhythmDays) ? draft.rhythmDays : other;
  const picked = await askPick<number | null | typeof other>(
    place,
    vscode.l10n.t('How often do you check in?'),
    [
      { label: vscode.l10n.t('Weekly'), value: 7 },
      { label: vscode.l10n.t('Every two weeks'), value: 14 },
      { label: vscode.l10n.t('Monthly'), value: 30 },
      { label: vscode.l10n.t('Another rhythm…'), value: other },
      {
        label: vscode.l10n.t('No fixed rhythm'),
        description: vscode.l10n.t('for example by milestone'),
        value: null,
      },
    ],
    now,
  );
  if (picked === back) return back;
  if (picked !== other) {
    draft.rhythmDays = picked;
    return undefined;
  }
  const days = await askText(place, {
    prompt: vscode.l10n.t('Days between two check-ins'),
    value: now === other ? String(draft.rhythmDays) : '',
    validate: (typed) =>
      isDays(Number(typed)) ? undefined : vscode.l10n.t('Write a number of days from 1 to {0}.', mostDays),
  });
  // The list is the question before this one.
  if (days === back) return askRhythm(place, draft);
  draft.rhythmDays = Number(days);
  return undefined;
}

/** `take` keeps the answer, or says what is wrong with it. */
export function text(
  prompt: string,
  placeholder: string,
  value: () => string,
  take: (typed: string) => string | undefined,
): Step {
  return async (place) => {
    const typed = await askText(place, { prompt, placeholder, value: value(), validate: take });
    return typed === back ? back : undefined;
  };
}

export function people(
  prompt: string,
  draft: Pick<MentorshipInput, 'mentors' | 'mentees'>,
  field: 'mentors' | 'mentees',
  refuse: (names: readonly string[]) => string | undefined = () => undefined,
): Step {
  return text(
    prompt,
    'ada-wren, Theo Flint',
    () => draft[field].join(', '),
    (typed) => {
      const names = peopleOf(typed.split(/[,;\n]/));
      if (names.length > mostPeople || names.some((name) => name.length > longestPerson))
        return vscode.l10n.t('These are too many, or a name is too long.');
      const wrong = refuse(names);
      if (wrong === undefined) draft[field] = names;
      return wrong;
    },
  );
}

/** Each once, without the `@` that people write in front of logins. */
export function peopleOf(names: string[]): string[] {
  const plain = names.map((name) => name.trim().replace(/^@/, '')).filter(Boolean);
  return plain.filter(
    (name, at) => plain.findIndex((other) => other.toLowerCase() === name.toLowerCase()) === at,
  );
}

export function peopleArgument(value: unknown, name: string): string[] | undefined {
  if (value === undefined || value === null) return undefined;
  const isGood =
    Array.isArray(value) &&
    value.length <= mostPeople &&
    value.every((one) => typeof one === 'string' && one.trim() !== '' && one.length <= longestPerson);
  if (!isGood) throw invalid(vscode.l10n.t('"{0}" must be a list of names.', name));
  return peopleOf(value);
}

export function numberArgument(
  value: unknown,
  name: string,
  isGood: (number: number) => boolean,
): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number' || !isGood(value))
    throw invalid(vscode.l10n.t('"{0}" is no number that fits.', name));
  return value;
}
