import * as vscode from 'vscode';
import { limits } from '../../../programme/roster/fields.ts';
import type { Hours, Person } from '../../../programme/roster/types.ts';
import { askPick, askText, back, type Step } from '../../commands/steps.ts';
import type { OwnChange } from './ownFile.ts';

/** What the questions change, from what the file says now. */
export type ProfileDraft = Pick<
  Person,
  'mentors' | 'isMentored' | 'wants' | 'offers' | 'capacity' | 'timeZone' | 'hours' | 'team'
>;

export const draftOf = (person: Person): ProfileDraft => {
  const { mentors, isMentored, wants, offers, capacity, timeZone, hours, team } = person;
  return { mentors, isMentored, wants, offers, capacity, timeZone, hours, team };
};

/** What the file is to say: nothing about what was left empty. */
export const changeOf = (draft: ProfileDraft): OwnChange => ({
  ...draft,
  // Whoever does not mentor has no number to say.
  capacity: draft.mentors ? draft.capacity : undefined,
  wants: draft.wants.length > 0 ? draft.wants : null,
  offers: draft.offers.length > 0 ? draft.offers : null,
});

/** A few questions; everything else is in the file. An answer takes later ones away. */
export function profileSteps(draft: ProfileDraft): Step[] {
  const asked: (Step | false)[] = [
    (place) => askPart(place, draft),
    draft.isMentored &&
      words(
        vscode.l10n.t('What do you want to learn? A few words each, with commas between'),
        draft,
        'wants',
      ),
    (draft.mentors || draft.isMentored) &&
      words(
        draft.mentors
          ? vscode.l10n.t('What can others learn from you? A few words each, with commas between')
          : vscode.l10n.t('What can others learn from you? It may stay empty'),
        draft,
        'offers',
      ),
    draft.mentors && ((place) => askCapacity(place, draft)),
    (draft.mentors || draft.isMentored) && ((place) => askHours(place, draft)),
    (draft.mentors || draft.isMentored) &&
      (async (place) => {
        const typed = await askText(place, {
          prompt: vscode.l10n.t('Which team are you in? It may stay empty'),
          value: draft.team ?? '',
          validate: (text) => tooLong(text, limits.text),
        });
        if (typed === back) return back;
        draft.team = typed.trim() || null;
        return undefined;
      }),
  ];
  return asked.filter((step) => step !== false);
}

const askPart = async (place: Parameters<Step>[0], draft: ProfileDraft) => {
  const parts = [
    { mentors: false, isMentored: true, label: vscode.l10n.t('I look for a mentor') },
    { mentors: true, isMentored: false, label: vscode.l10n.t('I would be a mentor') },
    { mentors: true, isMentored: true, label: vscode.l10n.t('Both') },
    { mentors: false, isMentored: false, label: vscode.l10n.t('Neither now: nobody is proposed to me') },
  ];
  const now = parts.find(
    ({ mentors, isMentored }) => mentors === draft.mentors && isMentored === draft.isMentored,
  );
  const items = parts.map((value) => ({ label: value.label, value }));
  const picked = await askPick(place, vscode.l10n.t('How do you want to take part?'), items, now);
  if (picked === back) return back;
  draft.mentors = picked.mentors;
  draft.isMentored = picked.isMentored;
  return undefined;
};

const askCapacity = async (place: Parameters<Step>[0], draft: ProfileDraft) => {
  const numbers = [...new Set([1, 2, 3, 0, draft.capacity])];
  const items = numbers.map((value) => ({
    label: value === 0 ? vscode.l10n.t('Nobody now') : String(value),
    value,
  }));
  const picked = await askPick(
    place,
    vscode.l10n.t('How many mentees do you take on now, beside those you have?'),
    items,
    draft.capacity,
  );
  if (picked === back) return back;
  draft.capacity = picked;
  return undefined;
};

const askHours = async (place: Parameters<Step>[0], draft: ProfileDraft) => {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const days = [1, 2, 3, 4, 5];
  type Choice = Pick<Person, 'timeZone' | 'hours'>;
  const said = (from: string, to: string): { label: string; value: Choice } => ({
    label: vscode.l10n.t('{0}, Monday to Friday, {1} to {2}', here, from, to),
    value: { timeZone: here, hours: { from, to, days } },
  });
  const { timeZone, hours } = draft;
  const items: { label: string; description?: string; value: Choice }[] = [
    ...(hours && timeZone
      ? [
          {
            label: hoursWords(hours, timeZone),
            description: vscode.l10n.t('as it is'),
            value: { timeZone, hours },
          },
        ]
      : []),
    said('09:00', '17:00'),
    said('08:00', '16:00'),
    said('10:00', '18:00'),
    {
      label: vscode.l10n.t('I would rather not say'),
      description: vscode.l10n.t('or write other hours into the file later'),
      value: { timeZone: null, hours: null },
    },
  ];
  const picked = await askPick(place, vscode.l10n.t('When do you work?'), items, items[0]!.value);
  if (picked === back) return back;
  Object.assign(draft, picked);
  return undefined;
};

const hoursWords = ({ from, to, days }: Hours, timeZone: string) =>
  vscode.l10n.t('{0}, {1} to {2}, {3} days a week', timeZone, from, to, days.length);

function words(prompt: string, draft: ProfileDraft, field: 'wants' | 'offers'): Step {
  return async (place) => {
    const typed = await askText(place, {
      prompt,
      placeholder: vscode.l10n.t('code review, SQL, speaking in public'),
      value: draft[field].join(', '),
      validate: (text) => {
        if (partsOf(text).length > limits.list) return vscode.l10n.t('{0} of them at most.', limits.list);
        return partsOf(text)
          .map((part) => tooLong(part, limits.item))
          .find(Boolean);
      },
    });
    if (typed === back) return back;
    draft[field] = partsOf(typed);
    return undefined;
  };
}

const partsOf = (text: string) =>
  [...new Set(text.split(/[,;\n]/).map((part) => part.trim()))].filter(Boolean);

const tooLong = (text: string, longest: number): string | undefined =>
  text.length > longest ? vscode.l10n.t('That is too long: {0} characters at most.', longest) : undefined;
