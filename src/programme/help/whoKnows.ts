import { shareWord, topicWords } from './words.ts';

/** Why somebody may know: what they said of themselves, or what they did, never how well. */
export type Reason =
  /** The words of their own file in the roster. */
  | { kind: 'offers'; what: string }
  | { kind: 'changed'; days: number; last: string }
  | { kind: 'reviewed'; pulls: number; last: string }
  | { kind: 'noted'; notes: number }
  /** Somebody here has thanked them for help with it. */
  | { kind: 'helped'; topic: string }
  | { kind: 'mentors' };

export type Knower = {
  /** Login or name. */
  name: string;
  reasons: Reason[];
  /** Their file in the roster says that they take no mentees now: to be said, since one may still ask. */
  isFull: boolean;
};

/** What there is to look at; all names and words are strangers'. Days are ISO. */
export type Sources = {
  people: readonly RosterPerson[];
  /** Changes of the file, one each. */
  changes: readonly { name: string; email: string; day: string }[];
  /** Comments on the file, by whom and on which pull request. */
  reviews: readonly { by: string; pull: string; day: string }[];
  notes: readonly { by: string | null; text: string; path: string | null }[];
  /** Closed questions. */
  thanks: readonly { to: string; topic: string; path: string | null }[];
  mentors: readonly string[];
};
export type RosterPerson = {
  login: string;
  otherLogins: readonly string[];
  name: string | null;
  offers: readonly string[];
  capacity: number;
};

export type Question = { topic: string; path: string | null };

/**
 * Who may know about a topic or a file, each with the reasons. Those who offer it themselves come first, then those of
 * whom anything else tells, by name; a mentor of whom nothing tells comes last. It is a list to choose from, and says
 * nothing about who is better.
 */
export function whoKnows(
  { topic, path }: Question,
  { people, changes, reviews, notes, thanks, mentors }: Sources,
  isMe: (name: string) => boolean,
): Knower[] {
  const words = topicWords(topic);
  const isAbout = (text: string, place: string | null) =>
    (path !== null && place === path) || shareWord(words, text);
  const names = new Names(people);
  const found = new Map<string, Knower>();
  const add = (name: string, reason: Reason) => {
    const known = names.of(name);
    if (name.trim() === '' || isMe(known) || isMe(name)) return;
    const key = known.toLowerCase();
    const one = found.get(key) ?? { name: known, reasons: [], isFull: names.isFull(known) };
    if (!one.reasons.some(({ kind }) => kind === reason.kind)) one.reasons.push(reason);
    found.set(key, one);
  };
  for (const { login, offers } of people) {
    const what = offers.filter((offer) => shareWord(words, offer));
    if (what.length > 0) add(login, { kind: 'offers', what: what.slice(0, 3).join(', ') });
  }
  for (const [name, days] of daysBy(
    changes.map((one) => ({ ...one, by: loginIn(one.email) ?? one.name })),
    names,
  ))
    add(name, { kind: 'changed', days: new Set(days.map(({ day }) => day)).size, last: newest(days) });
  for (const [name, said] of daysBy(reviews, names))
    add(name, { kind: 'reviewed', pulls: new Set(said.map(({ pull }) => pull)).size, last: newest(said) });
  const noted = notes.flatMap(({ by, text, path: place }) =>
    by !== null && isAbout(text, place) ? [{ by, day: '' }] : [],
  );
  for (const [name, some] of daysBy(noted, names)) add(name, { kind: 'noted', notes: some.length });
  for (const { to, topic: earlier, path: place } of thanks)
    if (isAbout(earlier, place)) add(to, { kind: 'helped', topic: earlier });
  for (const mentor of mentors) add(mentor, { kind: 'mentors' });
  return [...found.values()].sort((a, b) => groupOf(a) - groupOf(b) || byName(a.name, b.name));
}

/** One who offers it, one of whom something tells, a mentor of whom nothing does. */
function groupOf({ reasons }: Knower): number {
  if (reasons.some(({ kind }) => kind === 'offers')) return 0;
  return reasons.some(({ kind }) => kind !== 'mentors') ? 1 : 2;
}

const byName = (one: string, other: string) => {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return a < b ? -1 : a > b ? 1 : 0;
};

function daysBy<T extends { by: string; day: string }>(all: readonly T[], names: Names): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const one of all) {
    const name = names.of(one.by);
    // Of two spellings the first stands for both.
    const key = [...found.keys()].find((known) => known.toLowerCase() === name.toLowerCase()) ?? name;
    const known = found.get(key);
    if (known) known.push(one);
    else found.set(key, [one]);
  }
  return found;
}

const newest = (all: readonly { day: string }[]): string =>
  all.reduce((last, { day }) => (day > last ? day : last), '');

/** The login that stands in GitHub's own addresses. */
function loginIn(email: string): string | null {
  return /^(?:\d{1,20}\+)?([^@+\s]{1,100})@users\.noreply\./i.exec(email)?.[1] ?? null;
}

/** One name for each person of the roster, whichever of theirs is said. */
class Names {
  readonly #login = new Map<string, string>();
  readonly #full = new Set<string>();

  constructor(people: readonly RosterPerson[]) {
    for (const { login, otherLogins, name, capacity } of people) {
      for (const one of [name ?? '', ...otherLogins]) {
        const key = one.trim().toLowerCase();
        if (key !== '' && !this.#login.has(key)) this.#login.set(key, login);
      }
      if (capacity === 0) this.#full.add(login.toLowerCase());
    }
    // A login is nobody else's name.
    for (const { login } of people) this.#login.set(login.toLowerCase(), login);
  }

  of(name: string): string {
    return this.#login.get(name.trim().toLowerCase()) ?? name.trim();
  }

  isFull(login: string): boolean {
    return this.#full.has(login.toLowerCase());
  }
}
