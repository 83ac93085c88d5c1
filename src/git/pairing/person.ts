import { clean } from '../../model/cleanText.ts';

/** Somebody as git knows them. */
export type Person = { name: string; email: string };

const longestName = 200;
const longestLine = 1000;

/**
 * `Name <address>` as a trailer has it, or `null` where somebody has no address: nobody could tell then who it is.
 * Nothing of either gets out of its place: no line ends, no brackets.
 */
export function writePerson({ name, email }: Person): string | null {
  const address = clean(email).replace(/[\s<>]/g, '');
  if (address === '') return null;
  const words = clean(name)
    .replace(/[\n<>]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestName)
    .toWellFormed()
    .trim();
  return `${words === '' ? address : words} <${address.slice(0, longestName).toWellFormed()}>`;
}

/** What `Name <address>` says, or `null` where it is something else. */
export function readPerson(line: string): Person | null {
  const words = clean(line.slice(0, longestLine)).trim();
  const start = words.lastIndexOf('<');
  if (start < 0 || !words.endsWith('>')) return null;
  const email = words.slice(start + 1, -1).trim();
  const name = words.slice(0, start).trim();
  return email === '' || /\s/.test(email) ? null : { name: name === '' ? email : name, email };
}

/**
 * What tells one person from another: the address, in lower case. GitHub gives an account two addresses that hide its
 * real one, `login@…` and `number+login@…`; both are the same person.
 */
export function keyOf({ email }: Person): string {
  const address = clean(email)
    .replace(/[\s<>]/g, '')
    .toLowerCase();
  return address.endsWith('@users.noreply.github.com') ? address.replace(/^\d{1,20}\+/, '') : address;
}

/** Everybody once, as they were first named. */
export function once(people: readonly Person[]): Person[] {
  const byKey = new Map<string, Person>();
  for (const person of people) if (!byKey.has(keyOf(person))) byKey.set(keyOf(person), person);
  return [...byKey.values()];
}
