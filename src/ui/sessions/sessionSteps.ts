import * as vscode from 'vscode';
import { sessionKinds } from '../../model/kinds.ts';
import { plainLine } from '../../model/plainLine.ts';
import type { SessionKind } from '../../model/session.ts';
import { back, type Step } from '../commands/steps.ts';
import { plural } from '../words/language.ts';
import { kindName } from '../words/sessions.ts';
import { unmarked } from '../words/spaces.ts';
import { nameWord } from '../words/whose.ts';
import { askOne, askSeveral, type Item } from './questions.ts';
import { minutesOf, namesOf } from './said.ts';
import type { SessionDraft } from './unlogged.ts';
import { type Known, usualGoals, usualMinutes, usualPeople } from './usual.ts';

type Asked = Pick<SessionDraft, 'kind' | 'people' | 'minutes' | 'goals'>;

/** Strangers' words as a label. */
const plain = (words: string) => unmarked(plainLine(words, 80));
export const peopleWords = (people: readonly string[]) => unmarked(people.map(nameWord).join(', '));

/** "30 minutes". */
export const minutesWords = (minutes: number): string =>
  vscode.l10n.t(plural(minutes, '{0} minute', '{0} minutes'), minutes);

/** "Check-in with theo-flint, 30 minutes". */
export function draftTitle({ kind, people, minutes }: Asked): string {
  const name =
    people.length > 0 ? vscode.l10n.t('{0} with {1}', kindName(kind), peopleWords(people)) : kindName(kind);
  return minutes === null ? name : vscode.l10n.t('{0}, {1}', name, minutesWords(minutes));
}

export const kindItems = (): Item<SessionKind>[] =>
  sessionKinds.map((kind) => ({ label: kindName(kind), value: kind }));

/** With whom: whoever is usual is chosen; other names are typed. Takes `draft.people`. */
export async function askPeople(
  place: Parameters<Step>[0],
  draft: Pick<SessionDraft, 'people'>,
  known: Known,
): Promise<typeof back | undefined> {
  const groups = usualPeople(known);
  const now = draft.people.join('\n');
  if (draft.people.length > 0 && !groups.some((group) => group.join('\n') === now))
    groups.unshift(draft.people);
  const answer = await askOne(place, {
    placeholder: vscode.l10n.t('With whom? Choose, or type logins or names with commas between them'),
    items: [
      ...groups.map((group) => ({ label: peopleWords(group), value: group })),
      { label: vscode.l10n.t('Nobody else'), value: [] },
    ],
    first: (group) => now !== '' && group.join('\n') === now,
    typed: (text) => {
      const names = namesOf(text.split(/[,;]/)).filter((name) => !known.isMe(name));
      return names.length > 0
        ? { label: vscode.l10n.t('With {0}', peopleWords(names)), value: names }
        : undefined;
    },
  });
  if (answer === back) return back;
  draft.people = answer;
  return undefined;
}

/** How long: takes `draft.minutes`. */
export async function askMinutes(
  place: Parameters<Step>[0],
  draft: Pick<SessionDraft, 'minutes'>,
): Promise<typeof back | undefined> {
  const others = [...usualMinutes].sort((a, b) => a - b);
  const offered =
    draft.minutes === null ? others : [...new Set([draft.minutes, ...others])].sort((a, b) => a - b);
  const answer = await askOne(place, {
    placeholder: vscode.l10n.t('How long? Choose, or type it: 25, 1h, 1:30'),
    items: offered.map((minutes) => ({ label: minutesWords(minutes), value: minutes })),
    first: (minutes) => minutes === (draft.minutes ?? usualMinutes[0]),
    typed: (text) => {
      const minutes = minutesOf(text);
      return minutes === null ? undefined : { label: minutesWords(minutes), value: minutes };
    },
  });
  if (answer === back) return back;
  draft.minutes = answer;
  return undefined;
}

/** Which goals it served: takes `draft.goals`. Those of the last time are ticked. */
export async function askGoals(
  place: Parameters<Step>[0],
  draft: Pick<SessionDraft, 'goals'>,
  { goals }: Known,
): Promise<typeof back | undefined> {
  const answer = await askSeveral(place, {
    placeholder: vscode.l10n.t('Which goals? Space ticks one, Enter goes on'),
    items: goals
      .filter(({ id, status }) => status === 'active' || draft.goals.includes(id))
      .map(({ id, title, category }) => ({ label: plain(title), description: category ?? '', value: id })),
    chosen: draft.goals,
  });
  if (answer === back) return back;
  draft.goals = answer;
  return undefined;
}

/** Puts what is usual with these people into a draft. */
export function takeUsual(draft: Asked, known: Known): void {
  draft.goals = usualGoals(known, draft.people, known.isMe);
}
