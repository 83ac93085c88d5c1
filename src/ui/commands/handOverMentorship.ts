import { ulid } from 'ulid';
import * as vscode from 'vscode';
import type { NewEvent } from '../../model/events.ts';
import { isSamePerson } from '../../model/fold.ts';
import { dayOf } from '../../model/isoDate.ts';
import { laidOn } from '../../model/laidOn.ts';
import type { Mentorship } from '../../model/state.ts';
import { type MentorshipRecord, recordOf, titleFor } from '../mentorship/draft.ts';
import { handOverText } from '../mentorship/handOverText.ts';
import { needMentorship } from '../mentorship/place.ts';
import { sayBriefly } from '../mentorship/status.ts';
import { isMe, savedEvents } from '../sessions/texts.ts';
import { day, localDay } from '../words/time.ts';
import { nameWord } from '../words/whose.ts';
import { ask, dateArgument, invalid, isDate, objectArgument, pick, textArgument } from './ask.ts';
import { plainIcons } from './chosenRecord.ts';
import type { Command, Deps } from './deps.ts';
import { needRunning } from './endMentorship.ts';

/**
 * `cairn.handOverMentorship({ to, from?, date? }?)`: another mentor goes on in place of `from`, which may be left out where
 * there is one mentor or the user is one. In the same act a session is planned in which both mentors and the mentees
 * meet, in a week, or on `date` (`yyyy-mm-dd`; `null`: none). Without an argument it asks. Resolves to `{ mentors, session }`.
 */
export const handOverMentorship: Command = async (deps, argument) => {
  const given = objectArgument(argument);
  const mentorship = await needMentorship(deps);
  needRunning(mentorship.status);
  const from = await leaving(deps, mentorship, textArgument(given?.from, 'from', 200), given !== undefined);
  const named = textArgument(given?.to, 'to', 200);
  if (given && named === undefined) throw invalid(vscode.l10n.t('"to" is missing: who mentors from now on?'));
  const to = plainName(named ?? (await askNew(deps, mentorship, from)));
  const wrong = refusal(deps, mentorship, to);
  if (wrong !== undefined) throw invalid(wrong);
  const date = given ? dateOf(dateArgument(given.date, 'date')) : await askDate();
  // It may have changed while the questions were open.
  const asked = await needMentorship(deps);
  needRunning(asked.status);
  await leaving(deps, asked, from, true);
  const wrongNow = refusal(deps, asked, to);
  if (wrongNow !== undefined) throw invalid(wrongNow);
  const people = [...new Set([from, to, ...asked.mentees.filter((name) => name !== from)])];
  const meeting = date === null ? null : await meetingEvents(deps, people, date);
  const newest = recordOf(await needMentorship(deps));
  const record = laidOn(newest, recordOf(asked), handedOver(deps, asked, from, to));
  await deps.store.perform([{ type: 'mentorship.recorded', payload: record }, ...(meeting?.events ?? [])]);
  sayBriefly(
    date === null
      ? vscode.l10n.t('{0} mentors from now on.', nameWord(to))
      : vscode.l10n.t(
          '{0} mentors from now on. You all meet on {1}.',
          nameWord(to),
          day(localDay(date), new Date()),
        ),
  );
  return { mentors: record.mentors, session: meeting?.id ?? null };
};

/** The record with the new mentor in the old one's place; a name made of the people's is made anew. */
function handedOver({ store }: Deps, mentorship: Mentorship, from: string, to: string): MentorshipRecord {
  const record = recordOf(mentorship);
  const swap = (names: string[]) =>
    names.map((name) => (isSamePerson(store.records, name, from) ? to : name));
  const now = {
    ...record,
    mentors: swap(record.mentors),
    mentees: record.kind === 'peer' ? swap(record.mentees) : record.mentees,
  };
  return { ...now, title: record.title === titleFor(record) ? titleFor(now) : record.title };
}

async function meetingEvents(
  deps: Deps,
  people: string[],
  date: string,
): Promise<{ id: string; events: NewEvent[] }> {
  const id = ulid();
  const session = { kind: 'check-in' as const, people, date, heldAt: null };
  const fields = { ...session, minutes: null, goals: [], link: null, pairing: null };
  const logged: NewEvent = { type: 'session.logged', payload: { session: id, ...fields } };
  const blank = { id, people, goalIds: [], heldAt: null, texts: [] };
  const written = await savedEvents(deps, () => blank, handOverText(deps, session));
  return { id, events: [logged, ...written] };
}

/** Whose place it is. */
async function leaving(
  deps: Deps,
  { mentors }: Mentorship,
  named: string | undefined,
  isProgram: boolean,
): Promise<string> {
  if (named !== undefined) {
    const found = mentors.find((name) => isSamePerson(deps.store.records, name, named));
    if (found !== undefined) return found;
    throw invalid(vscode.l10n.t('“{0}” is no mentor here.', nameWord(named)));
  }
  const own = mentors.find((name) => isMe(deps, name));
  if (mentors.length === 1 || own !== undefined) return own ?? (mentors[0] as string);
  if (mentors.length === 0)
    throw invalid(vscode.l10n.t('Nobody mentors here yet. “Cairn: Edit Mentorship” names somebody.'));
  if (isProgram) throw invalid(vscode.l10n.t('"from" is missing: several people mentor here.'));
  return pick(
    vscode.l10n.t('Whose place does somebody else take?'),
    mentors.map((name) => ({ label: plainIcons(nameWord(name)), value: name })),
  );
}

const plainName = (name: string) => name.trim().replace(/^@/, '');

function refusal({ store }: Deps, { mentors, mentees }: Mentorship, to: string): string | undefined {
  if (to === '') return vscode.l10n.t('A name is needed. It can be changed later.');
  if (to.length > 200) return vscode.l10n.t('That is too long for a name.');
  const isThere = [...mentors, ...mentees].some((name) => isSamePerson(store.records, name, to));
  return isThere ? vscode.l10n.t('“{0}” is part of this mentorship already.', nameWord(to)) : undefined;
}

const askNew = (deps: Deps, mentorship: Mentorship, from: string) =>
  ask({
    prompt: vscode.l10n.t('Who mentors in the place of {0}? Their login or name', nameWord(from)),
    validate: (typed) => refusal(deps, mentorship, plainName(typed)),
  });

const inAWeek = () => {
  const now = new Date();
  return dayOf(new Date(now.getFullYear(), now.getMonth(), now.getDate() + 7));
};

function dateOf(given: string | null | undefined): string | null {
  if (given === undefined) return inAWeek();
  if (given !== null && given < dayOf(new Date()))
    throw invalid(vscode.l10n.t('A session is planned for today or a day to come.'));
  return given;
}

async function askDate(): Promise<string | null> {
  const typed = await ask({
    prompt: vscode.l10n.t(
      'When do both mentors and the mentee meet? A date like 2027-03-31; empty plans nothing',
    ),
    value: inAWeek(),
    validate: (text) => {
      const date = text.trim();
      if (date === '' || (isDate(date) && date >= dayOf(new Date()))) return undefined;
      return vscode.l10n.t('Write a date to come, like 2027-03-31.');
    },
  });
  return typed.trim() || null;
}
