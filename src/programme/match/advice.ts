import type { Person } from '../roster/index.ts';
import { wouldHelp } from './assign.ts';
import type { Comparison } from './compare.ts';
import type { Advice } from './types.ts';

/** People named in one piece of advice. */
const mostNamed = 3;

type Found = {
  points: Int32Array;
  columnOf: Int32Array;
  mentees: readonly Person[];
  mentors: readonly Person[];
};

/** What would help somebody whom a match left without a mentor; at least one thing, and nothing that is only guessed. */
export function adviceFor(row: number, found: Found, compared: Comparison): Advice[] {
  const { mentors, mentees } = found;
  const mentee = mentees[row]!;
  if (mentee.wants.length === 0) return [{ kind: 'says-nothing' }];
  const advice: Advice[] = [];
  const columns = wouldHelp(row, { ...found, columns: mentors.length });
  const own = (column: number) => found.points[row * mentors.length + column]!;
  const helping = [...columns].sort((a, b) => own(b) - own(a) || a - b).map((column) => mentors[column]!);
  if (helping.length > 0) advice.push({ kind: 'one-more-place', mentors: helping.slice(0, mostNamed) });

  const unoffered = mentee.wants.filter((want) => !compared.isOffered(want, mentee));
  if (unoffered.length > 0) advice.push({ kind: 'nobody-offers', wants: unoffered });

  const asked = compared.people.filter((person) => compared.isAsked(mentee, person));
  const behind = Map.groupBy(asked, (person) => compared.barrier(mentee, person));
  const name = (kind: 'not-now' | 'other-hours' | 'other-language', people: Person[] = []) => {
    const best = people
      .map((person) => ({ person, points: compared.points(mentee, person) }))
      .sort((a, b) => b.points - a.points)
      .slice(0, mostNamed);
    if (best.length > 0) advice.push({ kind, mentors: best.map(({ person }) => person) });
  };
  name('not-now', behind.get('full'));
  name('other-hours', behind.get('no-hours'));
  name('other-language', behind.get('no-language'));
  if (behind.has('no-go') && advice.length === 0) advice.push({ kind: 'kept-apart' });
  return advice.length > 0 ? advice : [{ kind: 'nobody-fits' }];
}
