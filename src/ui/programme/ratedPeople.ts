import { isSamePerson } from '../../model/fold.ts';
import type { Deps } from '../commands/deps.ts';
import { isMe, loadSessions, myName } from '../sessions/texts.ts';

/** Whom ratings here may be about, and who is asking. */
export type RatedPeople = {
  me: string;
  /** Whom the mentorship names, each once, mentees first; without one the mentee and this user. */
  people: string[];
  /** Who is meant where nobody is named: a mentee who asks means themselves, everybody else the mentee. */
  usual: string;
  isSame: (one: string, other: string) => boolean;
};

/** Reads the records first. Throws 'journal-unwritable'. */
export async function ratedPeople(deps: Pick<Deps, 'store' | 'signIn'>): Promise<RatedPeople> {
  await loadSessions(deps);
  const { records, mentee } = deps.store;
  const { mentorship } = records;
  const isSame = (one: string, other: string) =>
    one.toLowerCase() === other.toLowerCase() ||
    isSamePerson(records, one, other) ||
    (isMe(deps, one) && isMe(deps, other));
  const mentees = mentorship ? mentorship.mentees : mentee === null ? [] : [mentee];
  const people: string[] = [];
  for (const name of [...mentees, ...(mentorship?.mentors ?? []), myName(deps)])
    if (!people.some((known) => isSame(known, name))) people.push(name);
  const me = people.find((name) => isMe(deps, name)) ?? myName(deps);
  const isMentee = mentees.some((name) => isSame(name, me));
  return { me, people, usual: isMentee ? me : (mentees[0] ?? me), isSame };
}
