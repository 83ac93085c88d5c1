import type { TextFile } from './disk.ts';
import { fields, peopleVersion, unknownPerson } from './fields.ts';
import { joined } from './joined.ts';
import { isLogin, loginKey, type Person, type ProblemKind, type ProgrammeProblem } from './types.ts';

/**
 * The people of a programme from their files, by login, and what is wrong with the files. The order of the files makes
 * no difference. A file is read as far as it can be: what one field says wrongly takes nothing else with it.
 */
export function readPeople(files: readonly TextFile[]): { people: Person[]; problems: ProgrammeProblem[] } {
  const problems: ProgrammeProblem[] = [];
  const people: Person[] = [];
  for (const { file, text } of [...files].sort((a, b) => compare(a.file, b.file))) {
    const read = readPerson(file, text);
    problems.push(...read.problems);
    if (read.person) people.push(read.person);
  }
  const single = withoutDoubles(people, problems);
  const merged = joined(single, problems);
  return { people: merged.sort(byLogin), problems };
}

/** One file. `person` is `null` where nobody can be told. */
export function readPerson(
  file: string,
  text: string,
): { person: Person | null; problems: ProgrammeProblem[] } {
  const problems: ProgrammeProblem[] = [];
  const say = (kind: ProblemKind, detail: string | null = null) => void problems.push({ file, kind, detail });
  const none = (kind: ProblemKind) => {
    say(kind);
    return { person: null, problems };
  };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return none('not-json');
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return none('not-a-record');
  // Own keys only: a file may name any key, that of a prototype, too.
  const said = new Map<string, unknown>(Object.entries(json));
  const version = said.get('version');
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return none('not-a-record');
  if (version > peopleVersion) say('newer-version', String(version));
  const login = said.get('login');
  if (typeof login !== 'string' || !isLogin(login)) return none('no-login');
  const person = unknownPerson(login, file);
  for (const [name, schema] of Object.entries(fields)) {
    const value = said.get(name);
    if (value === undefined || value === null) continue;
    const read = schema.safeParse(value);
    if (read.success) Object.assign(person, { [name]: read.data === '' ? null : read.data });
    else say('bad-field', name);
  }
  person.otherLogins = otherLogins(person);
  if (!file.toLowerCase().endsWith(`/${loginKey(login)}.json`)) say('other-name', login);
  const isSilent =
    (person.mentors && person.offers.length === 0) || (person.isMentored && person.wants.length === 0);
  const isBad = problems.some(
    ({ kind, detail }) => kind === 'bad-field' && /^(?:offers|wants)$/.test(detail!),
  );
  if (isSilent && !isBad)
    say('says-little', person.mentors && person.offers.length === 0 ? 'offers' : 'wants');
  return { person, problems };
}

/** Each once, without the login itself. */
function otherLogins({ login, otherLogins: written }: Person): string[] {
  const keys = new Map(written.map((other) => [loginKey(other), other]));
  keys.delete(loginKey(login));
  return [...keys.values()].sort((a, b) => compare(loginKey(a), loginKey(b)));
}

/** One of several files that say the same login: the one that is named so, else the first by its name. */
function withoutDoubles(people: Person[], problems: ProgrammeProblem[]): Person[] {
  const byKey = new Map<string, Person[]>();
  for (const person of people) {
    const key = loginKey(person.login);
    byKey.set(key, [...(byKey.get(key) ?? []), person]);
  }
  return [...byKey.entries()].map(([key, all]) => {
    const counts = all.find(({ files }) => files[0]!.toLowerCase().endsWith(`/${key}.json`)) ?? all[0]!;
    for (const other of all)
      if (other !== counts)
        problems.push({ file: other.files[0]!, kind: 'doubled', detail: counts.files[0]! });
    return counts;
  });
}

/** By code units of the login in lower case: the same on every machine. */
export const byLogin = (a: Person, b: Person): number => compare(loginKey(a.login), loginKey(b.login));

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
