import { loginKey, type Person, type ProgrammeProblem } from './types.ts';

/**
 * One person with two logins has two files, or one that names the other login. Two files are one person only where each
 * names the other: else anybody could take over somebody else's file by a line in their own.
 */
export function joined(people: readonly Person[], problems: ProgrammeProblem[]): Person[] {
  const byKey = new Map(people.map((person) => [loginKey(person.login), person]));
  const root = new Map<Person, Person>(people.map((person) => [person, person]));
  const rootOf = (person: Person): Person => {
    let found = person;
    while (root.get(found) !== found) found = root.get(found)!;
    return found;
  };
  const claims = new Map<string, Person[]>();
  for (const person of people) {
    for (const other of person.otherLogins) {
      const key = loginKey(other);
      const owner = byKey.get(key);
      if (!owner) claims.set(key, [...(claims.get(key) ?? []), person]);
      else if (names(owner, person)) {
        const [one, two] = [rootOf(person), rootOf(owner)].sort((a, b) => order(a, b));
        root.set(two!, one!);
      } else problems.push({ file: person.files[0]!, kind: 'unconfirmed', detail: other });
    }
  }
  const refused = new Map<Person, Set<string>>();
  for (const [key, claimants] of claims) {
    if (new Set(claimants.map(rootOf)).size < 2) continue;
    for (const person of claimants) {
      refused.set(person, (refused.get(person) ?? new Set()).add(key));
      problems.push({ file: person.files[0]!, kind: 'claimed-twice', detail: key });
    }
  }
  const groups = new Map<Person, Person[]>();
  for (const person of people) groups.set(rootOf(person), [...(groups.get(rootOf(person)) ?? []), person]);
  return [...groups.entries()].map(([first, group]) => {
    const others = group.filter((person) => person !== first).sort(order);
    const held = (person: Person) =>
      person.otherLogins.filter((other) => {
        const owner = byKey.get(loginKey(other));
        if (owner) return rootOf(owner) === first;
        return !refused.get(person)?.has(loginKey(other));
      });
    return others.reduce((one, two) => together(one, { ...two, otherLogins: held(two) }, problems), {
      ...first,
      otherLogins: held(first),
    });
  });
}

const order = (a: Person, b: Person) =>
  loginKey(a.login) < loginKey(b.login) ? -1 : loginKey(a.login) > loginKey(b.login) ? 1 : 0;

const names = (person: Person, other: Person): boolean =>
  person.otherLogins.some((login) => loginKey(login) === loginKey(other.login));

const single = ['name', 'team', 'timeZone', 'hours', 'hoursPerMonth', 'stage'] as const;
const lists = ['offers', 'wants', 'styles', 'languages'] as const;

/** Lists say all of both; where the two differ otherwise the first one counts, and of capacities the smaller one. */
function together(first: Person, other: Person, problems: ProgrammeProblem[]): Person {
  const differ: string[] = [];
  const made: Person = { ...first, files: [...first.files, ...other.files] };
  for (const field of single) {
    if (made[field] === null) Object.assign(made, { [field]: other[field] });
    else if (other[field] !== null && JSON.stringify(made[field]) !== JSON.stringify(other[field]))
      differ.push(field);
  }
  for (const field of ['mentors', 'isMentored', 'offersReverse'] as const)
    made[field] = first[field] || other[field];
  // Of two files only the one of a mentor says how many.
  const capacities = [first, other]
    .filter(({ mentors }) => mentors || !made.mentors)
    .map((one) => one.capacity);
  made.capacity = Math.min(...capacities);
  if (new Set(capacities).size > 1) differ.push('capacity');
  for (const field of lists) made[field] = [...new Set([...first[field], ...other[field]])];
  const keys = new Map(
    [...first.otherLogins, other.login, ...other.otherLogins].map((login) => [loginKey(login), login]),
  );
  keys.delete(loginKey(first.login));
  made.otherLogins = [...keys.values()].sort((a, b) => (loginKey(a) < loginKey(b) ? -1 : 1));
  if (differ.length > 0)
    problems.push({
      file: other.files[0]!,
      kind: 'contradictory',
      detail: `${first.files[0]}: ${differ.join(', ')}`,
    });
  return made;
}
