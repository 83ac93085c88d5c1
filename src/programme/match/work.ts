import { loginKey, type Person } from '../roster/index.ts';

/** Somebody worked on a part of the code so often: commits that changed it, or comments in reviews of it. */
export type Touch = { login: string; area: string; times: number };

/**
 * From how many times on a part counts as known: the usefulness of a reviewer's comments on a file rises over their first
 * five reviews of it and then stays (Bosu, Greiler, Bird, MSR 2015).
 */
const familiarAfter = 5;
/** Parts of the code of one person that count: what they touched most. */
const mostAreas = 12;

/** Who knows which part of the code, as far as it was handed over. */
export class CodeWork {
  readonly #areas = new Map<string, Map<string, number>>();

  constructor(touches: readonly Touch[], people: readonly Person[]) {
    const heads = headsOf(people);
    for (const { login, area, times } of touches) {
      const head = heads.get(loginKey(login));
      if (head === undefined) continue;
      const areas = this.#areas.get(head) ?? new Map<string, number>();
      this.#areas.set(head, areas.set(area, (areas.get(area) ?? 0) + times));
    }
    for (const [head, areas] of this.#areas) {
      const most = [...areas].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, mostAreas);
      this.#areas.set(head, new Map(most));
    }
  }

  /**
   * How much of where one works another knows, from 0 to 1, with the parts in question and how often the other worked on
   * them; `null` where nothing is known of one of them.
   */
  familiarity(one: Person, other: Person): { share: number; areas: string[]; times: number } | null {
    const [own, known] = [this.#areas.get(loginKey(one.login)), this.#areas.get(loginKey(other.login))];
    if (!own || !known) return null;
    let [all, share, times] = [0, 0, 0];
    const areas: string[] = [];
    for (const [area, count] of own) {
      all += count;
      const theirs = known.get(area) ?? 0;
      if (theirs === 0) continue;
      share += count * Math.min(1, theirs / familiarAfter);
      times += theirs;
      areas.push(area);
    }
    return { share: all === 0 ? 0 : share / all, areas, times };
  }
}

/** The login by which each person is listed, by each of their logins. */
export function headsOf(people: readonly Person[]): Map<string, string> {
  return new Map(
    people.flatMap(({ login, otherLogins }) =>
      [login, ...otherLogins].map((one) => [loginKey(one), loginKey(login)] as const),
    ),
  );
}

/** A part of the code is its folder, two levels deep. */
export function areaOf(path: string): string {
  const folders = path.split('/').slice(0, -1);
  return folders.length === 0 ? '.' : folders.slice(0, 2).join('/');
}

/** A commit or a review comment that names a person in its own way. */
export type Trace = { name?: string; email?: string; login?: string; paths: readonly string[] };

/**
 * What is known of the roster's people from commits and reviews. Only what is sure counts: a login, GitHub's no-reply
 * address of one, a name that is written exactly as a login, or a full name that one person of the roster alone has.
 */
export function touchesOf(traces: Iterable<Trace>, people: readonly Person[]): Touch[] {
  const heads = headsOf(people);
  const logins = new Map(people.map(({ login }) => [login, loginKey(login)]));
  const names = new Map<string, string | null>();
  for (const { login, name } of people) {
    const key = name === null ? '' : spelled(name);
    // A first name alone may be anybody's.
    if (key.includes(' ')) names.set(key, names.has(key) ? null : loginKey(login));
  }
  const counts = new Map<string, Touch>();
  for (const { name, email, login, paths } of traces) {
    const claimed = login ?? noReply(email ?? '');
    const head =
      (claimed && heads.get(loginKey(claimed))) ||
      (name && (logins.get(name) ?? names.get(spelled(name)))) ||
      null;
    if (head === null) continue;
    for (const area of new Set(paths.map(areaOf))) {
      const key = `${head} ${area}`;
      const known = counts.get(key);
      if (known) known.times++;
      else counts.set(key, { login: head, area, times: 1 });
    }
  }
  return [...counts.values()];
}

const noReply = (email: string): string | undefined =>
  /^(?:\d{1,20}\+)?([^@+]{1,100})@users\.noreply\.github\.com$/i.exec(email.slice(0, 320).trim())?.[1];

const spelled = (name: string) =>
  name.slice(0, 200).normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
