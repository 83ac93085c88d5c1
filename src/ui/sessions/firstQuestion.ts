import { ulid } from 'ulid';
import * as vscode from 'vscode';
import type { Session, SessionKind } from '../../model/session.ts';
import { cancelled } from '../commands/ask.ts';
import { back, type Step } from '../commands/steps.ts';
import { unmarked } from '../words/spaces.ts';
import { age } from '../words/time.ts';
import { askOne, type Item } from './questions.ts';
import { draftTitle, kindItems, takeUsual } from './sessionSteps.ts';
import type { SessionDraft, Unlogged } from './unlogged.ts';
import { type Known, plannedSessions, usualKind, usualMinutes, usualPeople } from './usual.ts';

export type First = { kind: SessionKind } | { draft: SessionDraft };

/** So many days a planned session may be away from today to be what somebody logs. */
const nearDays = 3;

/** What is logged most likely, so that its rows can be typed at once: what was planned for about now, or what is usual. */
export function likely(known: Known): SessionDraft | undefined {
  const [planned] = plannedSessions(known);
  const away = planned
    ? Math.abs(Date.parse(planned.date) - Date.parse(known.today)) / 86_400_000
    : nearDays + 1;
  return planned && away <= nearDays ? plannedDraft(planned, known) : usualDraft(known);
}

function usualDraft(known: Known): SessionDraft | undefined {
  const [people] = usualPeople(known);
  if (!people) return undefined;
  const draft = { ...blankDraft(usualKind(known, people)), people };
  takeUsual(draft, known);
  return draft;
}

/** What is to be logged: what was begun and left, what was planned, what is usual, or another kind. */
export async function askFirst(place: Parameters<Step>[0], known: Known, unlogged: Unlogged): Promise<First> {
  const discard = { iconPath: new vscode.ThemeIcon('trash'), tooltip: vscode.l10n.t('Throw it away') };
  const begun = (await unlogged.list()).map(
    (draft): Item<First> => ({
      label: `$(history) ${draftTitle(draft)}`,
      description: vscode.l10n.t('begun {0}', age(draft.updatedAt)),
      detail: unmarked([...draft.rows, draft.typed].filter(Boolean).join(' · ').slice(0, 200)),
      buttons: [discard],
      value: { draft },
    }),
  );
  const planned = plannedSessions(known).map((session): Item<First> => {
    const draft = plannedDraft(session, known);
    return {
      label: `$(calendar) ${draftTitle(draft)}`,
      description: plannedWords(session, known),
      value: { draft },
    };
  });
  const usual = usualDraft(known);
  const titles = usual && known.goals.filter(({ id }) => usual.goals.includes(id)).map(({ title }) => title);
  let items: Item<First>[] = [
    ...begun,
    ...planned,
    ...(usual
      ? [
          {
            label: `$(comment-discussion) ${draftTitle(usual)}`,
            description: unmarked([vscode.l10n.t('as usual'), ...titles!].join(' · ').slice(0, 120)),
            value: { draft: usual },
          },
        ]
      : []),
    ...kindItems().map((item) => ({ ...item, value: { kind: item.value } })),
  ];
  const answer = await askOne<First>(place, {
    placeholder: vscode.l10n.t('What was it? Choices with names ask no more'),
    items,
    onButton: ({ value }) => {
      if ('draft' in value) unlogged.remove(value.draft.id);
      items = items.filter((item) => item.value !== value);
      return items;
    },
  });
  if (answer === back) throw cancelled();
  return answer;
}

function plannedWords({ date }: Session, { today }: Known): string {
  const when = date === today ? vscode.l10n.t('today') : date;
  return vscode.l10n.t('planned for {0}', when);
}

function plannedDraft(
  { id, kind, people, minutes, goalIds, link, isPrivate }: Session,
  { isMe }: Known,
): SessionDraft {
  return {
    ...blankDraft(kind),
    ...{ planned: id, link, isPrivate, goals: [...goalIds], minutes: minutes ?? usualMinutes[0] },
    people: people.filter((name) => !isMe(name)),
  };
}

/** A session of which only the kind is known. */
export const blankDraft = (kind: SessionKind): SessionDraft => ({
  ...{ id: ulid(), planned: null, kind, people: [], minutes: usualMinutes[0], goals: [], link: null },
  ...{ rows: [], typed: '', isPrivate: false, updatedAt: new Date().toISOString() },
});
