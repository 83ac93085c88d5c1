import { keyOf, once, type Person } from './person.ts';

export type Contribution = { by: Person; coAuthors: readonly Person[] };

/**
 * Everybody who took part but the one who commits, once each: who made a commit, whom a commit names, and who is given,
 * since whoever navigates all day types nothing and shall be named all the same.
 */
export function coAuthorsOf(
  commits: readonly Contribution[],
  given: readonly Person[],
  committer: Person | null,
): Person[] {
  const everybody = once([...commits.flatMap(({ by, coAuthors }) => [by, ...coAuthors]), ...given]);
  const self = committer && keyOf(committer);
  return everybody.filter((person) => keyOf(person) !== '' && keyOf(person) !== self);
}
