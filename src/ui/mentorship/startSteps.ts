import * as vscode from 'vscode';
import { askRhythm, kindItems, people, text } from '../commands/mentorshipInput.ts';
import { askPick, back, type Step } from '../commands/steps.ts';
import { hopesOf, longestHopes, longestPurpose } from './argument.ts';
import type { MentorshipRecord } from './draft.ts';

/** What is asked when a mentorship begins. */
export type StartDraft = Pick<
  MentorshipRecord,
  'kind' | 'mentors' | 'mentees' | 'purpose' | 'hopes' | 'rhythmDays'
> & {
  /** The user's own part in it. */
  part: 'mentee' | 'mentor' | 'neither';
  /** Where it goes: a space of its own, or the one that is shown. */
  space: 'new' | 'current';
};

/**
 * The few questions of a new mentorship, in the order in which they are asked; an answer may take later ones away. All
 * but the people may be left empty.
 * @param me the user's name
 * @param canUseCurrent the space that is shown has records and no mentorship yet
 */
export function startSteps(draft: StartDraft, me: string, canUseCurrent: boolean): Step[] {
  const { kind, part } = draft;
  const isPeer = kind === 'peer';
  const asked: (Step | false)[] = [
    async (place) => {
      const picked = await askPick(
        place,
        vscode.l10n.t('Which kind of mentorship is it?'),
        kindItems(),
        kind,
      );
      if (picked === back) return back;
      draft.kind = picked;
      return undefined;
    },
    !isPeer && ((place) => askPart(place, draft)),
    ...(isPeer
      ? [others(vscode.l10n.t('Who is it with? Their login or name'), draft, 'mentees', me)]
      : [
          part !== 'mentor' &&
            others(vscode.l10n.t('Who mentors? Their login or name'), draft, 'mentors', me),
          (part !== 'mentee' || kind === 'group') && others(whom(draft), draft, 'mentees', me),
        ]),
    text(
      vscode.l10n.t('What is it for? One sentence; it may be said later'),
      vscode.l10n.t('Theo leads an incident review by spring.'),
      () => draft.purpose ?? '',
      (typed) => {
        if (typed.length > longestPurpose)
          return vscode.l10n.t('That is too long: {0} characters at most.', longestPurpose);
        draft.purpose = typed.trim() || null;
        return undefined;
      },
    ),
    hope(
      isPeer
        ? vscode.l10n.t('What do you both hope to learn? It may be said later')
        : vscode.l10n.t('What does the mentee hope to learn? It may be said later'),
      draft,
      'mentees',
    ),
    !isPeer &&
      hope(vscode.l10n.t('What does the mentor hope to learn? It may be said later'), draft, 'mentors'),
    (place) => askRhythm(place, draft),
    canUseCurrent && kind !== 'group' && ((place) => askSpace(place, draft)),
  ];
  return asked.filter((step) => step !== false);
}

/** The names that the answers stand for: the user's own part is theirs. */
export function peopleOfDraft(
  { kind, part, mentors, mentees }: StartDraft,
  me: string,
): Pick<MentorshipRecord, 'mentors' | 'mentees'> {
  if (kind === 'peer') {
    const both = [me, ...mentees];
    return { mentors: both, mentees: both };
  }
  if (part === 'mentor') return { mentors: [me], mentees };
  if (part === 'neither') return { mentors, mentees };
  return { mentors, mentees: kind === 'group' ? [me, ...mentees] : [me] };
}

async function askPart(place: Parameters<Step>[0], draft: StartDraft): Promise<typeof back | undefined> {
  const isReverse = draft.kind === 'reverse';
  const picked = await askPick(
    place,
    vscode.l10n.t('What is your part in it?'),
    [
      {
        label: `$(mortar-board) ${vscode.l10n.t('I am mentored')}`,
        description: isReverse ? vscode.l10n.t('as the more senior one') : '',
        value: 'mentee' as const,
      },
      {
        label: `$(compass) ${vscode.l10n.t('I mentor')}`,
        description: isReverse ? vscode.l10n.t('as the newer one') : '',
        value: 'mentor' as const,
      },
      ...(draft.kind === 'group' ? [] : [neither()]),
    ],
    draft.part,
  );
  if (picked === back) return back;
  draft.part = picked;
  return undefined;
}

/** Of a group only those who are part of it get its spaces. */
const neither = () => ({
  label: `$(organization) ${vscode.l10n.t('Neither: I set it up for others')}`,
  description: '',
  value: 'neither' as const,
});

function whom({ kind, part }: StartDraft): string {
  if (kind !== 'group') return vscode.l10n.t('Who is mentored? Their login or name');
  return part === 'mentee'
    ? vscode.l10n.t('Who is mentored beside you? Logins or names, with commas between them')
    : vscode.l10n.t('Who is mentored? Logins or names, with commas between them');
}

/** The people of one side that are not the user. */
function others(prompt: string, draft: StartDraft, field: 'mentors' | 'mentees', me: string): Step {
  const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
  return people(prompt, draft, field, (names) => {
    const { kind, part, mentors } = draft;
    if (names.length === 0) return vscode.l10n.t('A name is needed. It can be changed later.');
    if ((kind === 'peer' || part !== 'neither') && names.some((name) => same(name, me)))
      return vscode.l10n.t('That is you: write the name of the other one.');
    const other = field === 'mentees' && kind !== 'peer' && part !== 'mentor' ? mentors : [];
    if (names.some((name) => other.some((one) => same(one, name))))
      return vscode.l10n.t('Nobody can be on both sides. Choose the kind “peer” for that.');
    return undefined;
  });
}

function hope(prompt: string, draft: StartDraft, side: 'mentors' | 'mentees'): Step {
  return text(
    prompt,
    vscode.l10n.t('To stay calm when everything is on fire'),
    () => draft.hopes?.[side] ?? '',
    (typed) => {
      if (typed.length > longestHopes)
        return vscode.l10n.t('That is too long: {0} characters at most.', longestHopes);
      draft.hopes = hopesOf({ mentors: '', mentees: '', ...draft.hopes, [side]: typed.trim() });
      return undefined;
    },
  );
}

async function askSpace(place: Parameters<Step>[0], draft: StartDraft): Promise<typeof back | undefined> {
  const picked = await askPick(
    place,
    vscode.l10n.t('Where does it go?'),
    [
      {
        label: `$(home) ${vscode.l10n.t('Into the space that is shown')}`,
        detail: vscode.l10n.t(
          'Its goals and tags are part of the mentorship, and are shared with it one day.',
        ),
        value: 'current' as const,
      },
      {
        label: `$(add) ${vscode.l10n.t('Into a space of its own')}`,
        detail: vscode.l10n.t('It begins empty; what is here stays here.'),
        value: 'new' as const,
      },
    ],
    draft.space,
  );
  if (picked === back) return back;
  draft.space = picked;
  return undefined;
}
