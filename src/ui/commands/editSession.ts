import * as vscode from 'vscode';
import { dayOf } from '../../model/isoDate.ts';
import type { Session } from '../../model/session.ts';
import { askOne } from '../sessions/questions.ts';
import { isLink } from '../sessions/rowWords.ts';
import {
  askGoals,
  askMinutes,
  askPeople,
  kindItems,
  minutesWords,
  peopleWords,
} from '../sessions/sessionSteps.ts';
import { isMe, loadSessions, myName, titleOf } from '../sessions/texts.ts';
import { kindName } from '../words/sessions.ts';
import { unmarked } from '../words/spaces.ts';
import { ask, objectArgument, pick } from './ask.ts';
import { chosenSession } from './chosenSession.ts';
import type { Command, Deps } from './deps.ts';
import { type SessionInput, sessionFields } from './sessionInput.ts';
import { back } from './steps.ts';

/**
 * `cairn.editSession(session?, { kind?, people?, date?, minutes?, goals?, link? }?)`: what a session was, apart from its
 * texts. Any member may change it.
 */
export const editSession: Command = async (deps, argument, fields) => {
  const given = objectArgument(fields);
  await loadSessions(deps);
  const wanted = given && sessionFields(deps, given);
  const session = await chosenSession(deps, argument, vscode.l10n.t('Which session?'));
  const changes = changesOf(deps, session, wanted ?? (await askChange(deps, session)));
  if (Object.keys(changes).length === 0) return;
  await deps.store.perform([{ type: 'session.edited', payload: { session: session.id, ...changes } }]);
};

/** Only what is not so already. People always include whoever was there and wrote: nobody edits themselves away by a slip. */
function changesOf(deps: Deps, session: Session, { goals, people, ...rest }: SessionInput) {
  const everybody = people && withMe(deps, session, people);
  const wanted = {
    ...rest,
    ...(goals && { goals }),
    ...(everybody && { people: everybody }),
  };
  const { goalIds, ...known } = session;
  const now: Record<string, unknown> = { ...known, goals: goalIds };
  return Object.fromEntries(
    Object.entries(wanted).filter(([key, value]) => JSON.stringify(now[key]) !== JSON.stringify(value)),
  );
}

/** Whoever took part and edits stays one of the people. */
function withMe(deps: Deps, session: Session, people: readonly string[]): string[] {
  const wasThere = session.people.some((name) => isMe(deps, name));
  const isThere = people.some((name) => isMe(deps, name));
  return wasThere && !isThere ? [myName(deps), ...people] : [...people];
}

async function askChange(deps: Deps, session: Session): Promise<SessionInput> {
  const { kind, people, date, minutes, goalIds, link } = session;
  const others = people.filter((name) => !isMe(deps, name));
  const titles = deps.store.goals.filter(({ id }) => goalIds.includes(id)).map(({ title }) => title);
  const field = await pick<keyof SessionInput>(
    vscode.l10n.t('What changes in “{0}”?', titleOf(deps, session)),
    [
      { label: vscode.l10n.t('Kind'), description: kindName(kind), value: 'kind' },
      { label: vscode.l10n.t('With whom'), description: peopleWords(others), value: 'people' },
      { label: vscode.l10n.t('Day'), description: date, value: 'date' },
      {
        label: vscode.l10n.t('How long'),
        description: minutes === null ? '' : minutesWords(minutes),
        value: 'minutes',
      },
      {
        label: vscode.l10n.t('Goals'),
        description: unmarked(titles.join(' · ').slice(0, 120)),
        value: 'goals',
      },
      { label: vscode.l10n.t('Link of the call'), description: unmarked(link ?? ''), value: 'link' },
    ],
  );
  const place = { title: titleOf(deps, session), step: 1, totalSteps: 1 };
  const known = {
    ...{ sessions: deps.store.sessions, mentorship: deps.store.records.mentorship, goals: deps.store.goals },
    ...{ isMe: (name: string) => isMe(deps, name), today: dayOf(new Date()) },
  };
  const draft = { people: others, minutes, goals: [...goalIds] };
  switch (field) {
    case 'kind': {
      const chosen = await askOne(place, {
        placeholder: vscode.l10n.t('What kind of session was it?'),
        items: kindItems(),
        first: (one) => one === kind,
      });
      return chosen === back ? {} : { kind: chosen };
    }
    case 'people':
      await askPeople(place, draft, known);
      return { people: draft.people };
    case 'minutes':
      await askMinutes(place, draft);
      return { minutes: draft.minutes };
    case 'goals':
      await askGoals(place, draft, known);
      return { goals: draft.goals };
    case 'date':
      return { date: await askDay(date) };
    default:
      return { link: await askLink(link) };
  }
}

/** As an ISO date, or in words that `sessions/dates` knows: "friday". */
async function askDay(date: string): Promise<string> {
  const { readDate } = await import('../../sessions/dates.ts');
  const read = (text: string) => {
    const found = readDate(`it by ${text.trim()}`, new Date());
    return found && 'date' in found ? found.date : undefined;
  };
  const words = vscode.l10n.t('Write a day like 2026-12-01, "friday" or "3 december".');
  const typed = await ask({
    prompt: vscode.l10n.t('On which day?'),
    value: date,
    validate: (text) => {
      const found = read(text);
      return found === undefined ? words : { hint: found };
    },
  });
  return read(typed)!;
}

async function askLink(link: string | null): Promise<string | null> {
  const typed = await ask({
    prompt: vscode.l10n.t('The link of the call or of Live Share; empty for none'),
    value: link ?? '',
    validate: (text) =>
      text.trim() === '' || isLink(text) ? undefined : vscode.l10n.t('A link begins with https://.'),
  });
  return typed.trim() || null;
}
