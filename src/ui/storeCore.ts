import type { Cache } from '../github/cache.ts';
import type { HeldPull } from '../growth/selfReview/held.ts';
import type { Space, SpaceChange } from '../journal/space.ts';
import type { Annotation, Rating } from '../model/annotation.ts';
import { annotationsOf, ratingsOf } from '../model/annotationsOf.ts';
import { isSamePerson, personOf } from '../model/fold.ts';
import type { Agreement, Guess, Kudos, ScaleAnswer, ThemeDecisions } from '../model/growth.ts';
import { agreementsOf, decisionsOf, guessesOf, kudosOf, scaleAnswersOf } from '../model/growthOf.ts';
import { menteeOf } from '../model/mentee.ts';
import { type Mentored, mentoredOf } from '../model/mentorshipOf.ts';
import { openState } from '../model/openState.ts';
import { actionsOf, applyMark, fromEntered, fromExcerpt, goalsOf, isWithdrawn } from '../model/overlay.ts';
import { pairingsOf, scaffoldsOf } from '../model/pairingsOf.ts';
import type { PullRequestRecord, ThreadRecord } from '../model/pullRequest.ts';
import type { Mark, SpaceRecords } from '../model/records.ts';
import type { Pairing, Scaffold, Session } from '../model/session.ts';
import { sessionsOf } from '../model/sessionsOf.ts';
import type { Feedback, Goal, NextAction, PullRequestRef } from '../model/state.ts';
import { toFeedback } from '../model/toFeedback.ts';
import { everything, isMaking, isOfGrowth, isOfMentorship, isOfSessions } from './changeKinds.ts';
import { HeldBack } from './heldBack.ts';
import type { Change } from './store.ts';
import { type Forgotten, Suggestions } from './suggestions.ts';

type Options = {
  space: Space;
  cache: Cache;
  /** Login that is signed in, `null` for nobody. */
  login: string | null;
  /** Login that the settings name as the mentee, before whatever the space says. */
  menteeSetting: string | null;
  /** Host name as in the records: pull requests of other hosts are left out, all of them while it is `null`. */
  host: string | null;
  /** Tags that are not learned from. */
  forgotten?: Forgotten | null;
  /** Whether the user asked to see a pull request's review without a guess, by `pullKey`. */
  isShown?: (key: string) => boolean;
};

type Grown = {
  guesses: Guess[];
  kudos: Kudos[];
  scaleAnswers: ScaleAnswer[];
  agreements: Agreement[];
  themes: ThemeDecisions;
};

type Sessions = { sessions: Session[]; pairings: Pairing[]; scaffolds: Scaffold[] };

/** File systems tell times in steps of up to two seconds. */
const clockSlack = 2000;
/** Milliseconds after the last tag until it is learned from: not while somebody is sorting. */
const learnAfter = 2000;
/** So much feedback, the newest, gets new suggestions then; the rest when the space is opened the next time. */
const learnFor = 2000;

/** The state in memory: everything that the views ask for is answered from here without a wait. */
export class StoreCore {
  readonly byId = new Map<string, Feedback>();
  feedback: Feedback[] = [];
  goals: Goal[] = [];
  actions: NextAction[] = [];
  annotations: Annotation[] = [];
  ratings: Rating[] = [];
  #sessions: Sessions | undefined;
  #grown: Grown | undefined;
  #mentored: Mentored | undefined;
  /** Of what it holds back `goals` say nothing. */
  readonly #held: HeldBack;
  /** What it was brought up to date with. */
  #heldFor: Grown | undefined;
  readonly #options: Options;
  /** What the cache holds, of whichever mentee and host: the space may name another mentee. */
  #known: PullRequestRecord[];
  readonly #pullRequests = new Map<string, PullRequestRecord>();
  readonly #listeners = new Set<(change: Change) => void>();
  readonly #watch: { dispose(): void };
  readonly #suggestions = new Suggestions();
  #learning: NodeJS.Timeout | undefined;
  /** When the cache was last read, milliseconds since 1970. */
  #readAt = Date.now();

  private constructor(options: Options, pullRequests: PullRequestRecord[]) {
    this.#options = options;
    this.#known = pullRequests;
    this.#held = new HeldBack(this, options.isShown);
    this.#rebuild();
    this.#watch = options.space.onChange((change) => this.#take(change));
  }

  static async open(options: Options): Promise<StoreCore> {
    return new StoreCore(options, await options.cache.load());
  }

  get space(): Space {
    return this.#options.space;
  }

  get records(): SpaceRecords {
    return this.#options.space.records;
  }

  /** Their texts are read when they are asked for, not when the space is opened. */
  get sessions(): Session[] {
    return this.#asked.sessions;
  }

  get pairings(): Pairing[] {
    return this.#asked.pairings;
  }

  get scaffolds(): Scaffold[] {
    return this.#asked.scaffolds;
  }

  get #asked(): Sessions {
    const { records } = this;
    this.#sessions ??= {
      sessions: sessionsOf(records),
      pairings: pairingsOf(records),
      scaffolds: scaffoldsOf(records),
    };
    return this.#sessions;
  }

  get guesses(): Guess[] {
    return this.#growth.guesses;
  }

  get kudos(): Kudos[] {
    return this.#growth.kudos;
  }

  get scaleAnswers(): ScaleAnswer[] {
    return this.#growth.scaleAnswers;
  }

  get agreements(): Agreement[] {
    return this.#growth.agreements;
  }

  get themeDecisions(): ThemeDecisions {
    return this.#growth.themes;
  }

  get #growth(): Grown {
    if (this.#grown) return this.#grown;
    const { records } = this;
    const guesses = guessesOf(records);
    const agreements = agreementsOf(records, (one, other) => isSamePerson(records, one, other));
    this.#grown = {
      guesses,
      kudos: kudosOf(records),
      scaleAnswers: scaleAnswersOf(records),
      agreements,
      themes: decisionsOf(records),
    };
    return this.#grown;
  }

  /** Charters, pulses, knowledge notes and the like. */
  get mentored(): Mentored {
    const { records } = this;
    this.#mentored ??= mentoredOf(records, (name) => personOf(records, name));
    return this.#mentored;
  }

  /** Knowledge notes without those of others about a review that is held back. */
  get shownKnowledge(): Mentored['knowledge'] {
    return this.#held.open(this.mentored.knowledge);
  }

  /** Pull requests whose review waits for the user's own guess, where that is agreed and the user is the mentee. */
  get held(): HeldPull[] {
    return this.#held.pulls;
  }

  isHeld(pullRequest: Pick<PullRequestRef, 'repository' | 'number'>): boolean {
    return this.#held.isHeld(pullRequest);
  }

  /** All feedback that is not held back. */
  get shown(): Feedback[] {
    return this.#held.feedback;
  }

  /** Annotations without those of others that are part of a review that is held back, or are about it. */
  get shownAnnotations(): Annotation[] {
    return this.#held.annotations;
  }

  /** Looks again what is held back, after somebody else signed in or the user asked to see it. */
  lookAgain(): void {
    this.#grown = undefined;
    if (this.#hold()) this.#fire(everything);
  }

  /** Brings up to date what is held back, and what goals count without it; whether that has changed. */
  #hold(): boolean {
    const grown = this.#growth;
    const isChanged = grown !== this.#heldFor && this.#held.update(grown.guesses, grown.agreements);
    this.#heldFor = grown;
    this.goals = goalsOf(this.#held.records);
    return isChanged;
  }

  /** Login whose pull requests count; `null` as long as nobody is signed in or named. */
  get mentee(): string | null {
    const { menteeSetting: setting, login } = this.#options;
    return menteeOf({ setting, login, mentorship: this.records.mentorship });
  }

  /** What other extensions may see: what waits for a guess is not among it. */
  openState(): ReturnType<typeof openState> {
    const { shown: feedback, actions, sessions, pairings, scaffolds } = this;
    const { guesses, scaleAnswers, agreements } = this;
    // What is said about it may quote it.
    const isShown = (one: { feedbackId: string | null }) => this.#held.isShown(one);
    const about = {
      annotations: this.shownAnnotations,
      ratings: this.ratings.filter(isShown),
      kudos: this.kudos.filter(isShown),
      ...{ ...this.mentored, knowledge: this.mentored.knowledge.filter(isShown) },
    };
    const met = { sessions, pairings, scaffolds };
    const grown = { guesses, scaleAnswers, agreements };
    return openState({ feedback, actions, ...about, ...met, ...grown }, this.#held.records);
  }

  onChange(listener: (change: Change) => void): { dispose(): void } {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  /** Takes in what stands in the cache and not here: another window pulls into the same files. */
  async refresh(): Promise<void> {
    const since = this.#readAt;
    this.#readAt = Date.now();
    const records = await this.#options.cache.load({ since: since - clockSlack });
    const known = new Map(this.#known.map((record) => [keyOf(record), record]));
    const isNew = (record: PullRequestRecord) =>
      JSON.stringify(record) !== JSON.stringify(known.get(keyOf(record)));
    this.takeIn(records.filter(isNew));
  }

  takeIn(records: PullRequestRecord[]): void {
    if (records.length === 0) return;
    const fresh = new Set(records.map(keyOf));
    this.#known = [...this.#known.filter((record) => !fresh.has(keyOf(record))), ...records];
    if (!records.some((record) => this.#isOfMentee(record))) return;
    this.#rebuild();
    this.#fire(everything);
  }

  /** Whatever was pulled from this host, of whichever mentee. */
  get pullRequests(): PullRequestRecord[] {
    const { host } = this.#options;
    return this.#known.filter((record) => record.host === host);
  }

  record(pullRequest: PullRequestRef): PullRequestRecord | undefined {
    const { host } = this.#options;
    return host === null ? undefined : this.#pullRequests.get(keyOf({ host, ...pullRequest }));
  }

  thread(id: string): { record: PullRequestRecord; thread: ThreadRecord } | undefined {
    const item = this.byId.get(id);
    const record = item?.pullRequest ? this.record(item.pullRequest) : undefined;
    const thread = record?.threads.find((candidate) => candidate.id === item?.threadId);
    return record && thread ? { record, thread } : undefined;
  }

  /** Why a piece of feedback has the suggestion that it has; `null` where nothing told. */
  reasonFor(item: Feedback): string | null {
    return this.#suggestions.of(item)?.because ?? null;
  }

  dispose(): void {
    clearTimeout(this.#learning);
    this.#watch.dispose();
    this.#options.space.dispose();
    this.#listeners.clear();
  }

  #isOfMentee(record: PullRequestRecord): boolean {
    return (
      record.host === this.#options.host && record.author?.login.toLowerCase() === this.mentee?.toLowerCase()
    );
  }

  #take(change: SpaceChange): void {
    const touched = new Set<string>();
    let goalsChanged = false;
    let [annotated, rated] = [false, false];
    let [met, grown, mentored] = [false, false, false];
    let again = change === 'all';
    for (const event of change === 'all' ? [] : change) {
      if (isOfGrowth(event)) {
        grown = true;
        mentored ||= event.type === 'kudos.given';
        again ||= event.type === 'theme.placed' && !this.byId.has(event.payload.feedback);
      } else if (isOfMentorship(event)) mentored = true;
      else if (isOfSessions(event)) met = true;
      else if ('annotation' in event.payload) annotated = true;
      else if (event.type === 'feedback.rated') {
        rated = true;
        touched.add(event.payload.feedback);
      } else if (event.type === 'record.private' && this.#isRemark(event.payload.record)) {
        annotated ||= this.records.annotations.has(event.payload.record);
        rated = true;
      } else if (event.type === 'record.private' && this.#isMeeting(event.payload.record)) met = true;
      else if (event.type === 'record.private' && this.#isOfGrowth(event.payload.record))
        grown = mentored = true;
      else if (event.type === 'record.private' && this.#isOfMentorship(event.payload.record)) mentored = true;
      else if (event.type === 'record.withdrawn') {
        goalsChanged = grown = mentored = true;
        again ||= this.records.entered.has(event.payload.record);
      } else {
        if ('feedback' in event.payload) touched.add(event.payload.feedback);
        if ('goal' in event.payload || 'action' in event.payload) goalsChanged = true;
        if (isMaking.has(event.type)) again = true;
      }
    }
    if (again || [...touched].some((id) => !this.byId.has(id))) {
      this.#rebuild();
      this.#fire(everything);
      return;
    }
    for (const id of touched) applyMark(this.byId.get(id)!, this.records.marks.get(id), this.records);
    if (touched.size > 0) this.#learnLater();
    if (met || goalsChanged) this.#sessions = undefined;
    if (grown || goalsChanged) this.#grown = undefined;
    this.#mentored = undefined;
    const isHeldAnew = this.#hold();
    this.actions = actionsOf(this.records);
    if (annotated) this.annotations = annotationsOf(this.records);
    if (rated) this.#rate(touched);
    this.#fire({
      feedback: isHeldAnew ? 'all' : touched,
      goals: goalsChanged || isHeldAnew || touched.size > 0,
      annotations: annotated || isHeldAnew,
      sessions: met,
      growth: grown,
      mentorship: mentored,
    });
  }

  /** Puts the user's own ratings onto feedback that is about to be drawn, and takes in what others sent. */
  #rate(touched: Set<string>): void {
    const { own, others } = ratingsOf(this.records, (name) => this.space.isMe(name));
    this.ratings = others;
    for (const item of this.feedback) {
      const rating = own.get(item.id) ?? null;
      if (rating === item.rating || JSON.stringify(rating) === JSON.stringify(item.rating)) continue;
      item.rating = rating;
      touched.add(item.id);
    }
  }

  /** Whether a record is an annotation or a rating: whether these are private changes nothing else. */
  #isRemark(id: string): boolean {
    return this.records.annotations.has(id) || this.records.ratings.has(id);
  }

  #isMeeting(id: string): boolean {
    const { sessions, pairings, scaffolds } = this.records;
    return sessions.has(id) || pairings.has(id) || scaffolds.has(id);
  }

  #isOfGrowth(id: string): boolean {
    const { themes, guesses, kudos, scaleAnswers } = this.records;
    return guesses.has(id) || kudos.has(id) || scaleAnswers.has(id) || themes.names.has(id);
  }

  #isOfMentorship(id: string): boolean {
    const { charters, pulses, trials, nudges, skillRatings, knowledge, help } = this.records;
    return [charters, pulses, trials, nudges, skillRatings, knowledge, help].some((some) => some.has(id));
  }

  #rebuild(): void {
    this.#sessions = undefined;
    this.#grown = undefined;
    this.#mentored = undefined;
    const kept = new Map(this.byId);
    this.byId.clear();
    this.#pullRequests.clear();
    for (const record of this.#known)
      if (this.#isOfMentee(record)) this.#pullRequests.set(keyOf(record), record);
    const add = (fresh: Feedback) => {
      const old = kept.get(fresh.id);
      const item =
        old && old.updatedAt === fresh.updatedAt && old.body === fresh.body
          ? Object.assign(old, { ...fresh, ...suggestionOf(old) })
          : fresh;
      applyMark(item, this.records.marks.get(item.id), this.records);
      this.byId.set(item.id, item);
    };
    const { mentee } = this;
    if (mentee !== null) {
      for (const record of this.#pullRequests.values()) toFeedback(record, mentee).forEach(add);
    }
    for (const entered of this.records.entered.values()) if (!entered.isWithdrawn) add(fromEntered(entered));
    for (const [id, mark] of this.records.marks) {
      const left = this.byId.has(id) || isWithdrawn(this.records, id) ? null : this.#leftOf(id, mark);
      if (left) add(left);
    }
    this.feedback = [...this.byId.values()].sort((a, b) =>
      a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : 0,
    );
    const isLearned = this.#suggestions.learn(this.feedback, this.#knownTags());
    for (const item of this.feedback)
      if (isLearned || kept.get(item.id) !== item) this.#suggestions.put(item);
    this.#hold();
    this.actions = actionsOf(this.records);
    this.annotations = annotationsOf(this.records);
    this.#rate(new Set());
  }

  /** Feedback of which the journal's words are all that there is. */
  #leftOf(id: string, mark: Mark): Feedback | null {
    return fromExcerpt(id, mark, (this.records.themes.placed.get(id) ?? null) !== null);
  }

  #learnLater(): void {
    clearTimeout(this.#learning);
    this.#learning = setTimeout(() => this.#learnNow(), learnAfter);
  }

  #learnNow(): void {
    if (!this.#suggestions.learn(this.feedback, this.#knownTags())) return;
    const open = this.feedback
      .filter(({ tag, isSetAside }) => tag === null && !isSetAside)
      .slice(0, learnFor);
    const touched = open.filter((item) => this.#suggestions.put(item)).map(({ id }) => id);
    if (touched.length > 0)
      this.#fire({
        feedback: new Set(touched),
        goals: false,
        annotations: false,
        sessions: false,
        growth: false,
        mentorship: false,
      });
  }

  #knownTags() {
    const { forgotten = null } = this.#options;
    return { records: this.records, isMe: (name: string) => this.space.isMe(name), forgotten };
  }

  #fire(change: Change): void {
    for (const listener of this.#listeners) listener(change);
  }
}

function keyOf(record: { host: string; repository: string; number: number }): string {
  return `${record.host} ${record.repository.toLowerCase()}#${record.number}`;
}

/** It stays with words that have not changed. */
const suggestionOf = ({ suggestedTag, isSetAsideSuggested }: Feedback) => ({
  suggestedTag,
  isSetAsideSuggested,
});
