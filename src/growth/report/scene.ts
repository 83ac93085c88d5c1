import { plainLine } from '../../model/plainLine.ts';
import type { Feedback, Goal, Tag } from '../../model/state.ts';
import { isIn, localDay, madeOn, type Period } from './period.ts';
import { join, phrase, text } from './phrase.ts';
import type { Claim, Entry, Part, ReportInput, Source } from './types.ts';
import type { ReportWords } from './words.ts';

/** Longest quotation within a claim. */
const longestQuote = 160;

/** Where a name is known from. */
export type Place = 'public' | 'closed' | 'elsewhere';

/** What every section is built from, and the records that its claims name as their sources. */
export class Scene {
  readonly input: ReportInput;
  readonly words: ReportWords;
  readonly period: Period;
  readonly entries = new Map<string, Entry>();
  readonly names = new Set<string>();
  /** Tagged feedback of the period that is not set aside, oldest first. */
  readonly feedback: readonly Feedback[];
  readonly byId: ReadonlyMap<string, Feedback>;
  readonly #members: Set<string>;
  /** In small letters: who is of the mentorship, or has said something in public. */
  readonly #open = new Set<string>();
  /** Comments are named by several claims, and many of them by one day. */
  readonly #comments = new Map<Feedback, Source>();
  readonly #days = new Map<string, string>();

  constructor(input: ReportInput, words: ReportWords, period: Period) {
    this.input = input;
    this.words = words;
    this.period = period;
    const { feedback, mentorship, mentee } = input.state;
    this.byId = new Map(feedback.map((item) => [item.id, item]));
    this.feedback = feedback
      .filter((item) => item.tag !== null && !item.isSetAside && this.isIn(item.createdAt))
      .sort((a, b) => (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0));
    const members = [...(mentorship?.mentors ?? []), ...(mentorship?.mentees ?? [])];
    if (mentee !== null) members.push(mentee);
    this.#members = new Set(members.map((name) => name.toLowerCase()));
    // Whoever is known here may be named in somebody's words, too.
    for (const name of members) this.#know(name, true);
    for (const item of feedback) this.#know(item.author, this.placeOf(item) === 'public');
    for (const { people } of input.state.sessions) for (const name of people) this.#know(name);
  }

  #know(name: string, isOpen = false): void {
    if (this.isMentee(name) || name.trim() === '') return;
    this.names.add(name.trim());
    if (isOpen) this.#open.add(name.trim().toLowerCase());
  }

  isIn(time: string | null): boolean {
    return isIn(this.period, time);
  }

  isMentee(name: string): boolean {
    return name.toLowerCase() === this.input.state.mentee?.toLowerCase();
  }

  isMember(name: string): boolean {
    return this.#members.has(name.toLowerCase());
  }

  /** Names that only a repository tells that not everybody may read. */
  closedNames(): string[] {
    return [...this.names].filter((name) => !this.#open.has(name.toLowerCase()));
  }

  /** The mentee and those of the mentorship by name; of others those whose words stand on a pull request. */
  person(name: string | null, place: Place = 'elsewhere'): Part {
    if (name === null || name.trim() === '') return { text: this.words.somebody };
    if (this.isMentee(name)) return { said: name };
    const isMember = this.isMember(name);
    if (place === 'elsewhere' && !isMember) return { text: this.words.somebody };
    this.#know(name);
    return { name: name.trim(), isClosed: !this.#open.has(name.trim().toLowerCase()) };
  }

  author(item: Feedback): Part {
    return this.person(item.author, this.placeOf(item));
  }

  placeOf(item: Feedback): Place {
    if (item.pullRequest === null) return 'elsewhere';
    return this.input.isPublic(item) === true ? 'public' : 'closed';
  }

  quote(body: string): Part {
    return { said: plainLine(body, longestQuote) };
  }

  day(time: string | null): string {
    const day = localDay(time);
    if (day === null) return '?';
    const known = this.#days.get(day) ?? this.words.day(day);
    this.#days.set(day, known);
    return known;
  }

  goalTitle(goal: Pick<Goal, 'title'>): Part {
    return { said: goal.title };
  }

  /** The comment at its address; what was said elsewhere is a record. */
  comment(item: Feedback): Source {
    const source = this.#comments.get(item) ?? this.#comment(item);
    this.#comments.set(item, source);
    return source;
  }

  #comment(item: Feedback): Source {
    const { words } = this;
    const url = webAddress(item.url);
    const on = item.pullRequest ? `#${item.pullRequest.number}` : '';
    const day = this.day(item.createdAt);
    if (url !== null) {
      const label = phrase((by) => words.source.comment(by, on, day), this.author(item));
      return { what: 'comment', label, url };
    }
    const title = phrase((by) => words.source.elsewhere(by, day), this.author(item));
    return this.record({ id: `feedback:${item.id}`, title, facts: [] });
  }

  comments(items: readonly Feedback[]): Source[] {
    return items.map((item) => this.comment(item));
  }

  pullRequest({ repository, number, url }: { repository: string; number: number; url: string }): Source[] {
    const address = webAddress(url);
    const label = phrase((name) => this.words.source.pullRequest(name, number), { said: repository });
    return address === null ? [] : [{ what: 'pull-request', label, url: address }];
  }

  /** A page that somebody named as what shows it. */
  page(url: string | null): Source[] {
    const address = webAddress(url);
    return address === null ? [] : [{ what: 'page', label: text(this.words.source.page), url: address }];
  }

  /** Whatever has no address: it is told of among the sources. */
  record(entry: Entry): Source {
    this.entries.set(entry.id, entry);
    return { record: entry.id };
  }

  goal(goal: Goal): Source {
    const made = madeOn(goal.id);
    return this.record({
      id: `goal:${goal.id}`,
      title: phrase((title) => this.words.goals.entry(title, goal.origin), this.goalTitle(goal)),
      facts: made === null ? [] : [text(this.words.goals.since(this.words.day(made)))],
    });
  }

  session(id: string): Source[] {
    const session = this.input.state.sessions.find((one) => one.id === id);
    return session ? [this.sessionEntry(session)] : [];
  }

  sessionEntry(session: ReportInput['state']['sessions'][number]): Source {
    const { source, sessions } = this.words;
    const known = session.people.filter((name) => this.isMember(name));
    const others = session.people.length - known.length;
    const people = join(
      known.map((name) => [this.person(name)]),
      ', ',
    );
    const more = others > 0 ? text(`${known.length > 0 ? ', ' : ''}${source.others(others)}`) : [];
    const facts = [[{ text: `${source.people}: ` }, ...people, ...more]];
    if (session.minutes !== null) facts.push(text(source.minutes(session.minutes)));
    const title = text(`${this.words.day(session.date)} · ${sessions.kinds[session.kind]}`);
    return this.record({ id: `session:${session.id}`, title, facts });
  }

  claim(id: string, parts: Part[], sources: Source[], more: Partial<Claim> = {}): Claim {
    return { id, parts, sources, chart: null, isPrivate: false, isOfPrivateRepository: false, ...more };
  }

  /** Whether any of it stands where not everybody may read. */
  isClosed(items: readonly Feedback[]): boolean {
    return items.some((item) => item.pullRequest !== null && this.input.isPublic(item) !== true);
  }
}

/** An address that a browser opens, written in full; `null` for all others. */
export function webAddress(url: string | null): string | null {
  if (url === null) return null;
  try {
    const { href, protocol, username, password } = new URL(url);
    const isWeb = protocol === 'https:' || protocol === 'http:';
    return isWeb && username === '' && password === '' && href.length <= 2000 ? href : null;
  } catch {
    return null;
  }
}

export const noTags = (): Record<Tag, number> => ({ keep: 0, stop: 0, start: 0 });

export function countTags(items: readonly Feedback[]): Record<Tag, number> {
  const counts = noTags();
  for (const { tag } of items) if (tag !== null) counts[tag]++;
  return counts;
}

/** How many different pull requests something was said on. */
export const pullsOf = (items: readonly Feedback[]): number => placesOf(items).length;

export function placesOf(items: readonly Feedback[]): NonNullable<Feedback['pullRequest']>[] {
  const places = new Map<string, NonNullable<Feedback['pullRequest']>>();
  for (const { pullRequest } of items)
    if (pullRequest) places.set(`${pullRequest.repository}#${pullRequest.number}`, pullRequest);
  return [...places.values()];
}
