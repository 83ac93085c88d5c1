import type { Person } from '../roster/index.ts';
import { adviceFor } from './advice.ts';
import { assign, never } from './assign.ts';
import { Comparison } from './compare.ts';
import type { Cohort, Matches } from './types.ts';

/**
 * One mentor for everybody who looks for one, as far as places and what keeps two apart allow: first as many people as
 * possible, then the best sum of what speaks for the pairs. The same whatever the order of people, pairs and files.
 * Nothing but the answer is kept.
 */
export function matchCohort(cohort: Cohort): Matches {
  const compared = new Comparison(cohort);
  const mentees = compared.people.filter(({ isMentored }) => isMentored);
  const mentors = compared.people.filter((person) => offersPlaces(person));
  const places = mentors.map((mentor) => compared.places(mentor));
  const points = new Int32Array(mentees.length * mentors.length);
  for (const [row, mentee] of mentees.entries())
    for (const [column, mentor] of mentors.entries()) {
      const isPair = compared.barrier(mentee, mentor) === null;
      points[row * mentors.length + column] = isPair ? compared.points(mentee, mentor) : never;
    }
  const columnOf = assign(points, mentees.length, places);
  const taken = mentors.map(() => 0);
  for (const column of columnOf) if (column !== never) taken[column]!++;
  const found = { points, columnOf, mentees, mentors };
  return {
    pairs: mentees.flatMap((mentee, row) =>
      columnOf[row] === never ? [] : [compared.pair(mentee, mentors[columnOf[row]!]!)],
    ),
    unmatched: mentees.flatMap((mentee, row) =>
      columnOf[row] === never ? [{ mentee, advice: adviceFor(row, found, compared) }] : [],
    ),
    open: mentors.flatMap((mentor, column) =>
      places[column]! > taken[column]! ? [{ mentor, places: places[column]! - taken[column]! }] : [],
    ),
    unknownLogins: compared.unknownLogins,
  };
}

const offersPlaces = ({ mentors, offersReverse, capacity }: Person) =>
  (mentors || offersReverse) && capacity > 0;
