import { findFor, type Proposals } from '../../../programme/match/find.ts';
import { unknownPerson } from '../../../programme/roster/fields.ts';
import { loginKey, type Person, type Programme } from '../../../programme/roster/types.ts';
import { authorName } from '../../author.ts';
import type { Deps } from '../../commands/deps.ts';
import { isMe } from '../../sessions/texts.ts';
import { readCohort } from './look.ts';

/** Proposals for the user, with who they are in the roster. */
export type Found = Proposals & { me: Person; isInRoster: boolean; programme: Programme };

/** Who may be the user's mentor; `wants` are asked for instead of what their file says. */
export async function findForMe(deps: Deps, wants: readonly string[] | null, most: number): Promise<Found> {
  const now = new Date();
  const login = authorName(deps.signIn);
  const { programme, cohort } = await readCohort(deps, now, login);
  const known = programme.people.find((person) =>
    [person.login, ...person.otherLogins].some((one) => loginKey(one) === loginKey(login)),
  );
  const me = { ...(known ?? unknownPerson(login, '')), ...(wants ? { wants: [...wants] } : {}) };
  const goals = ownGoals(deps);
  const found = findFor(me, { ...cohort, goals: new Map([[me.login, goals]]) }, most);
  return { ...found, me, isInRoster: known !== undefined, programme };
}

/** The user's own open goals; those of a mentee whom the user mentors say nothing about the user. */
export function ownGoals(deps: Deps): string[] {
  const { mentee, goals } = deps.store;
  if (mentee !== null && !isMe(deps, mentee)) return [];
  return goals.filter(({ status }) => status === 'active').map(({ title }) => title);
}
