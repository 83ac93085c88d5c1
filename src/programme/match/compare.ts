import { byLogin, commonMinutes, loginKey, type Person, type Stretch, workOf } from '../roster/index.ts';
import { Offers, termsOf, wholly } from './skills.ts';
import type { Answered, Barrier, Cohort, Pair, PairFacts } from './types.ts';
import { CodeWork, headsOf } from './work.ts';

/**
 * What each thing counts for at most. Skills decide, then code that both know and time; a career's stage is not among
 * them. What is not known counts half, so that who says little is not left out for it.
 */
const weights = {
  asked: 450,
  goals: 100,
  code: 200,
  time: 150,
  back: 70,
  load: 60,
  language: 50,
  variety: 40,
  styles: 30,
};
/** The most that a pair can have. */
export const mostPoints = Object.values(weights).reduce((sum, one) => sum + one, 0);
/** Wants of one mentee beyond which a mentor need answer no more of them. */
const enoughWants = 3;
/** Minutes a week in common beyond which more are no better. */
const enoughMinutes = 300;
const enoughPlaces = 3;
const week = 7 * 864e5;

type Hours = { now: Stretch[]; later: Stretch[] } | null;

/** Compares the people of a cohort with each other; asked for every pair, so what can be worked out once is. */
export class Comparison {
  /** By login: the order of the files has no say. */
  readonly people: readonly Person[];
  readonly #at: Map<Person, number>;
  readonly #offers: Offers;
  readonly #work: CodeWork;
  readonly #goals: ReadonlyMap<string, readonly string[]>;
  /** Pairs by their places, see `#key`. */
  readonly #apart = new Set<number>();
  readonly #runs = new Set<number>();
  readonly #hours: { id: number; hours: Hours }[];
  readonly #minutes = new Map<number, { now: number; later: number } | null>();
  readonly #skills = new Map<Person, { asked: Float64Array; goals: Float64Array; code: Float64Array }>();
  readonly #teams: (string | null)[];
  readonly #languages: Set<string>[];
  readonly #styles: Set<string>[];
  readonly unknownLogins: string[];

  constructor({ people, noGo = [], running = [], touches = [], goals = new Map(), now }: Cohort) {
    this.people = [...people].sort(byLogin);
    this.#at = new Map(this.people.map((person, at) => [person, at]));
    this.#offers = new Offers(this.people.map(({ offers }) => offers));
    this.#work = new CodeWork(touches, this.people);
    const heads = headsOf(this.people);
    this.#goals = new Map([...goals].map(([login, list]) => [heads.get(loginKey(login)) ?? '', list]));
    const unknown = new Set<string>();
    const places = new Map(this.people.map(({ login }, at) => [loginKey(login), at]));
    const placeOf = (login: string) => places.get(heads.get(loginKey(login)) ?? '');
    for (const [one, other] of noGo) {
      const [a, b] = [placeOf(one), placeOf(other)];
      if (a === undefined) unknown.add(one);
      if (b === undefined) unknown.add(other);
      if (a !== undefined && b !== undefined) this.#apart.add(this.#key(a, b)).add(this.#key(b, a));
    }
    this.unknownLogins = [...unknown].sort();
    for (const [mentor, mentee] of running) {
      const [a, b] = [placeOf(mentor), placeOf(mentee)];
      if (a !== undefined && b !== undefined) this.#runs.add(this.#key(b, a));
    }
    this.#teams = this.people.map(({ team }) => team?.toLowerCase() ?? null);
    this.#hours = hoursOf(this.people, now);
    this.#languages = this.people.map(({ languages }) => new Set(languages.map(languageKey)));
    this.#styles = this.people.map(({ styles }) => new Set(styles.map((style) => termsOf(style).join(' '))));
  }

  /** Mentees whom somebody takes now, beside those whom they have. */
  places(mentor: Person): number {
    return mentor.mentors || mentor.offersReverse ? mentor.capacity : 0;
  }

  /** Why two are no pair, the first of all reasons; `null` where they may be one. */
  barrier(mentee: Person, mentor: Person): Barrier | null {
    const [i, j] = [this.#at.get(mentee)!, this.#at.get(mentor)!];
    if (i === j) return 'self';
    if (!mentor.mentors && !mentor.offersReverse) return 'no-mentor';
    if (this.#apart.has(this.#key(i, j))) return 'no-go';
    if (this.#runs.has(this.#key(i, j))) return 'runs';
    const { asked, goals, code } = this.#answersFor(mentee);
    if (asked[j] === 0 && goals[j] === 0 && code[j] === 0) return 'nothing';
    if (this.#both(this.#languages, i, j) === 0) return 'no-language';
    const minutes = this.#common(i, j);
    if (minutes && Math.max(minutes.now, minutes.later) === 0) return 'no-hours';
    return this.places(mentor) === 0 ? 'full' : null;
  }

  /** How well two fit, more is better, at most `mostPoints`: a whole number. Says nothing of what stands between them. */
  points(mentee: Person, mentor: Person): number {
    const [i, j] = [this.#at.get(mentee)!, this.#at.get(mentor)!];
    const { asked, goals, code } = this.#answersFor(mentee);
    const isOther = this.#isOtherTeam(i, j);
    const minutes = this.#common(i, j);
    const least = minutes && Math.min(minutes.now, minutes.later);
    const languages = this.#both(this.#languages, i, j);
    const styles = this.#both(this.#styles, i, j);
    return Math.round(
      weights.asked * asked[j]! +
        weights.goals * goals[j]! +
        weights.back * this.#answersFor(mentor).asked[i]! +
        weights.code * code[j]! +
        weights.time * (least === null ? 0.5 : Math.min(1, least / enoughMinutes)) +
        weights.load * (Math.min(enoughPlaces, this.places(mentor)) / enoughPlaces) +
        weights.variety * (isOther === null ? 0.5 : Number(isOther)) +
        weights.language * (languages === null ? 0.5 : Math.min(1, languages)) +
        weights.styles * (styles === null ? 0.5 : Math.min(1, styles)),
    );
  }

  /** What there is to say about two, for people. */
  pair(mentee: Person, mentor: Person): Pair {
    const [i, j] = [this.#at.get(mentee)!, this.#at.get(mentor)!];
    const asked = this.#answered(mentee, j);
    const code = this.#work.familiarity(mentee, mentor);
    const facts: PairFacts = {
      asked,
      missing: mentee.wants.filter((want) => !asked.some((one) => one.want === want)),
      goals: [...new Set(this.#goalsOf(mentee).flatMap((goal) => this.#offers.named(goal).get(j) ?? []))],
      back: this.#answered(mentor, i),
      code: code && { areas: code.areas, times: code.times },
      minutes: this.#common(i, j),
      places: this.places(mentor),
      hoursPerMonth: mentor.hoursPerMonth,
      isOtherTeam: this.#isOtherTeam(i, j),
      languages: this.#shared(this.#languages, i, j, mentor.languages, languageKey),
      styles: this.#shared(this.#styles, i, j, mentor.styles, (style) => termsOf(style).join(' ')),
    };
    return { mentee, mentor, kind: mentor.mentors ? 'mentor' : 'reverse', facts };
  }

  /** Whether anybody else of the programme offers something. */
  isOffered(want: string, by: Person): boolean {
    const own = this.#at.get(by);
    return [...this.#offers.answering(want).keys()].some((at) => at !== own);
  }

  /** Whether somebody offers something of what another one wants. */
  isAsked(mentee: Person, mentor: Person): boolean {
    return this.#answersFor(mentee).asked[this.#at.get(mentor)!]! > 0;
  }

  #key = (one: number, other: number): number => one * this.people.length + other;

  #answered(mentee: Person, mentor: number): Answered[] {
    return mentee.wants.flatMap((want) => {
      const answer = this.#offers.answering(want).get(mentor);
      return answer ? { want, offer: answer.offer } : [];
    });
  }

  #goalsOf = (mentee: Person): readonly string[] => this.#goals.get(loginKey(mentee.login)) ?? [];

  /** By the places of those who offer: how far they answer what somebody wants, what their goals name, and where they work, from 0 to 1. */
  #answersFor(mentee: Person): { asked: Float64Array; goals: Float64Array; code: Float64Array } {
    const before = this.#skills.get(mentee);
    if (before) return before;
    const [asked, goals] = [new Float64Array(this.people.length), new Float64Array(this.people.length)];
    for (const want of mentee.wants)
      for (const [at, { degree }] of this.#offers.answering(want)) asked[at]! += degree / wholly;
    const enough = Math.max(1, Math.min(enoughWants, mentee.wants.length));
    for (const [at, sum] of asked.entries()) asked[at] = Math.min(1, sum / enough);
    for (const goal of this.#goalsOf(mentee))
      for (const at of this.#offers.named(goal).keys()) goals[at] = Math.min(1, goals[at]! + 0.5);
    const code = Float64Array.from(this.people, (other) => this.#work.familiarity(mentee, other)?.share ?? 0);
    const made = { asked, goals, code };
    this.#skills.set(mentee, made);
    return made;
  }

  /** Minutes in common of two; people with the same hours are asked for once. */
  #common(i: number, j: number): { now: number; later: number } | null {
    const [one, other] = [this.#hours[i]!, this.#hours[j]!];
    if (!one.hours || !other.hours) return null;
    const key = Math.min(one.id, other.id) * this.people.length + Math.max(one.id, other.id);
    const before = this.#minutes.get(key);
    if (before !== undefined) return before;
    const made = {
      now: commonMinutes(one.hours.now, other.hours.now),
      later: commonMinutes(one.hours.later, other.hours.later),
    };
    this.#minutes.set(key, made);
    return made;
  }

  #isOtherTeam(i: number, j: number): boolean | null {
    const [one, other] = [this.#teams[i]!, this.#teams[j]!];
    return one === null || other === null ? null : one !== other;
  }

  /** How many of what both name they have in common; `null` where one of them names nothing. */
  #both(sets: Set<string>[], i: number, j: number): number | null {
    const [one, other] = [sets[i]!, sets[j]!];
    if (one.size === 0 || other.size === 0) return null;
    let count = 0;
    for (const item of one) if (other.has(item)) count++;
    return count;
  }

  #shared(sets: Set<string>[], i: number, j: number, items: string[], keyOf: (item: string) => string) {
    return this.#both(sets, i, j) === null ? null : items.filter((item) => sets[i]!.has(keyOf(item)));
  }
}

/** `en`, `EN` and `en-GB` are one language to talk in. */
const languageKey = (language: string) => language.toLowerCase().split(/[-_]/)[0]!.trim();

/** When each works this week and half a year later; the same id for the same hours at the same place. */
function hoursOf(people: readonly Person[], now: Date): { id: number; hours: Hours }[] {
  const later = new Date(now.getTime() + 26 * week);
  const known = new Map<string, { id: number; hours: Hours }>();
  return people.map(({ hours, timeZone }) => {
    const key = hours && timeZone !== null ? JSON.stringify([hours, timeZone]) : '';
    const before = known.get(key);
    if (before) return before;
    const made = {
      id: known.size,
      hours:
        hours && timeZone !== null
          ? { now: workOf(hours, timeZone, now), later: workOf(hours, timeZone, later) }
          : null,
    };
    known.set(key, made);
    return made;
  });
}
