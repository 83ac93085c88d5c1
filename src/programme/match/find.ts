import { loginKey, type Person } from '../roster/index.ts';
import { Comparison } from './compare.ts';
import type { Cohort, Pair } from './types.ts';
import { headsOf } from './work.ts';

/** Who may be somebody's mentor, and whose mentor they may be. */
export type Proposals = {
  /** Who may be their mentor, what fits best first. */
  mentors: Pair[];
  /** Who looks for a mentor in what they offer themselves: a mentorship the other way round. */
  mentees: Pair[];
  /** How many others offer something of what is wanted and take nobody now. */
  full: number;
};

/**
 * What the roster has for one person, found by any of their logins or as given where they are not in it. Of two who fit
 * equally well the one comes first whose login does.
 */
export function findFor(person: Person, cohort: Cohort, most: number): Proposals {
  const heads = headsOf(cohort.people);
  const key = [person.login, ...person.otherLogins].map((login) => heads.get(loginKey(login))).find(Boolean);
  const others = cohort.people.filter(({ login }) => loginKey(login) !== key);
  const compared = new Comparison({ ...cohort, people: [...others, person] });
  const best = (pairs: [Person, Person][]) =>
    pairs
      .map(([mentee, mentor]) => ({ mentee, mentor, points: compared.points(mentee, mentor) }))
      .sort((a, b) => b.points - a.points)
      .slice(0, most)
      .map(({ mentee, mentor }) => compared.pair(mentee, mentor));
  const everybody = compared.people.filter((other) => other !== person);
  // Whoever looks for others to mentor may do so without a place of their own in the roster.
  const self = { ...person, mentors: true, capacity: Math.max(1, person.capacity) };
  const asMentor = new Comparison({ ...cohort, people: [...others, self], running: [] });
  return {
    mentors: best(
      everybody.flatMap((other) => (compared.barrier(person, other) === null ? [[person, other]] : [])),
    ),
    mentees: person.offers.length === 0 ? [] : reverse(asMentor, self, cohort, most),
    full: everybody.filter((other) => compared.barrier(person, other) === 'full').length,
  };
}

function reverse(compared: Comparison, self: Person, { running = [] }: Cohort, most: number): Pair[] {
  const own = new Set([self.login, ...self.otherLogins].map(loginKey));
  const already = new Set(
    running.flatMap(([mentor, mentee]) => (own.has(loginKey(mentor)) ? [loginKey(mentee)] : [])),
  );
  return compared.people
    .filter((other) => other.isMentored && !already.has(loginKey(other.login)))
    .filter((other) => compared.barrier(other, self) === null && compared.isAsked(other, self))
    .map((mentee) => ({ mentee, points: compared.points(mentee, self) }))
    .sort((a, b) => b.points - a.points)
    .slice(0, most)
    .map(({ mentee }) => compared.pair(mentee, self));
}
