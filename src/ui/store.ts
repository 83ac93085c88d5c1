import * as vscode from 'vscode';
import type { HeldPull } from '../growth/selfReview/held.ts';
import type { Space } from '../journal/space.ts';
import type { Annotation, Rating } from '../model/annotation.ts';
import type { JournalEvent, NewEvent } from '../model/events.ts';
import type { Agreement, Guess, Kudos, ScaleAnswer, ThemeDecisions } from '../model/growth.ts';
import type { Charter, Help, KnowledgeNote, Pulse, SkillRating, Trial } from '../model/mentorship.ts';
import type { PullRequestRecord, ThreadRecord } from '../model/pullRequest.ts';
import { blankRecords, type SpaceRecords } from '../model/records.ts';
import type { Pairing, Scaffold, Session } from '../model/session.ts';
import type { Feedback, Goal, NextAction, PullRequestRef, State } from '../model/state.ts';
import type { StoreCore } from './storeCore.ts';

/** What the views have to draw anew. */
export type Change = {
  feedback: ReadonlySet<string> | 'all';
  goals: boolean;
  annotations: boolean;
  /** Sessions, pairings or scaffolds. */
  sessions: boolean;
  /** Themes, guesses, thanks, scales or agreements. */
  growth: boolean;
  /** The mentorship's status, charters, pulses, checks, answers to nudges, ratings of skills, knowledge notes or help. */
  mentorship: boolean;
};

const noThemes: ThemeDecisions = { names: new Map(), placed: new Map(), merged: new Map() };

/** The parts that read and write, handed in so that nothing of them is loaded before it is needed. */
export type StoreParts = {
  /** Opens the journal of the active space and the cache of what GitHub said. */
  open(): Promise<StoreCore>;
};

/**
 * What the views draw and nothing else: the folded journal over what GitHub said. The work is done by
 * `storeCore.ts`, which is loaded with the first `load()`, so that activation stays light.
 *
 * Acts, reloads and what a pull brings take turns, in the order in which they were asked for: an act is never done
 * on a state that is about to go, and an undo sees the act before it.
 */
export class Store implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<Change>();
  readonly onDidChange = this.#changed.event;
  readonly #open: StoreParts['open'];
  #core: StoreCore | undefined;
  #turns: Promise<unknown> = Promise.resolve();
  #isWanted = false;
  #opening: Promise<void> | undefined;
  #isDisposed = false;

  constructor(parts: StoreParts) {
    this.#open = parts.open;
  }

  /** Reads journal and cache; calling it again is free. After a failure the next call tries again. */
  load(): Promise<void> {
    this.#isWanted = true;
    return this.#core && !this.#opening ? Promise.resolve() : this.#openInTurn();
  }

  /** Reads everything again: another data folder, another mentee, another host, an emptied cache. */
  async reload(): Promise<void> {
    if (this.#isWanted) await this.#openInTurn();
  }

  get isLoaded(): boolean {
    return this.#core !== undefined;
  }

  /**
   * All feedback that is shown, newest first: without what waits for the mentee's own guess. Read-only; the objects
   * change in place.
   */
  get feedback(): readonly Feedback[] {
    return this.#core?.shown ?? [];
  }

  /** The same with what waits. */
  get allFeedback(): readonly Feedback[] {
    return this.#core?.feedback ?? [];
  }

  /** Pull requests whose review waits for the guess of the user, who is the mentee. */
  get held(): readonly HeldPull[] {
    return this.#core?.held ?? [];
  }

  isHeld(pullRequest: Pick<PullRequestRef, 'repository' | 'number'>): boolean {
    return this.#core?.isHeld(pullRequest) ?? false;
  }

  /** Looks again what is held back. */
  lookAgain(): void {
    this.#core?.lookAgain();
  }

  get goals(): readonly Goal[] {
    return this.#core?.goals ?? [];
  }

  /** Next actions in the order in which they were promised. */
  get actions(): readonly NextAction[] {
    return this.#core?.actions ?? [];
  }

  /**
   * Remarks on lines of files, private ones included, in the order in which they were made: without what others noted of
   * a review that waits for the user's guess.
   */
  get annotations(): readonly Annotation[] {
    return this.#core?.shownAnnotations ?? [];
  }

  /** What others think of feedback and have sent. The user's own ratings are on the feedback. */
  get ratings(): readonly Rating[] {
    return this.#core?.ratings ?? [];
  }

  /** Meetings, planned and held, private ones included, in the order of their dates. */
  get sessions(): readonly Session[] {
    return this.#core?.sessions ?? [];
  }

  /** In the order in which they began. */
  get pairings(): readonly Pairing[] {
    return this.#core?.pairings ?? [];
  }

  /** Ways to doing something alone, in the order in which they began. */
  get scaffolds(): readonly Scaffold[] {
    return this.#core?.scaffolds ?? [];
  }

  /** What mentees expect reviewers to say, in the order in which it was noted. */
  get guesses(): readonly Guess[] {
    return this.#core?.guesses ?? [];
  }

  /** Thanks in the order in which they were given. */
  get kudos(): readonly Kudos[] {
    return this.#core?.kudos ?? [];
  }

  /** Answers on scales, private ones included, in the order of time. */
  get scaleAnswers(): readonly ScaleAnswer[] {
    return this.#core?.scaleAnswers ?? [];
  }

  /** What the people of the mentorship agree to; whether that is in force says `inForce` of model/growthOf. */
  get agreements(): readonly Agreement[] {
    return this.#core?.agreements ?? [];
  }

  /** What people decided about themes, without rings. */
  get themeDecisions(): ThemeDecisions {
    return this.#core?.themeDecisions ?? noThemes;
  }

  /** Versions of the agreement, the oldest first; which is in force says `charterInForce` of model/mentorshipOf. */
  get charters(): readonly Charter[] {
    return this.#core?.mentored.charters ?? [];
  }

  /** Looks at the mentorship in the order of time: the user's own whole ones, and what others let them see. */
  get pulses(): readonly Pulse[] {
    return this.#core?.mentored.pulses ?? [];
  }

  /** Checks after 30 and 60 days, as `pulses`. */
  get trials(): readonly Trial[] {
    return this.#core?.mentored.trials ?? [];
  }

  /** Of each who rates the newest word on a person's skill. */
  get skillRatings(): readonly SkillRating[] {
    return this.#core?.mentored.skillRatings ?? [];
  }

  /** Knowledge notes in the order in which they were noted, as `annotations`. */
  get knowledge(): readonly KnowledgeNote[] {
    return this.#core?.shownKnowledge ?? [];
  }

  /** Questions to somebody who may know, in the order in which they were asked. */
  get help(): readonly Help[] {
    return this.#core?.mentored.help ?? [];
  }

  get records(): SpaceRecords {
    return this.#core?.records ?? blankRecords();
  }

  get mentee(): string | null {
    return this.#core?.mentee ?? null;
  }

  /** The words because of which a piece of feedback has its suggestion; `null` where nothing told. */
  reasonFor(item: Feedback): string | null {
    return this.#core?.reasonFor(item) ?? null;
  }

  getFeedback(id: string): Feedback | undefined {
    return this.#core?.byId.get(id);
  }

  /** The pull request with the whole conversation, the mentee's own replies included. */
  record(pullRequest: PullRequestRef): PullRequestRecord | undefined {
    return this.#core?.record(pullRequest);
  }

  /** Every pull request of the signed-in host that was pulled, whoever its author is. */
  get pullRequests(): readonly PullRequestRecord[] {
    return this.#core?.pullRequests ?? [];
  }

  /** The thread that a line comment stands in. */
  thread(feedbackId: string): { record: PullRequestRecord; thread: ThreadRecord } | undefined {
    return this.#core?.thread(feedbackId);
  }

  /**
   * One act: on disk first, then in the state, then in the views. Throws 'journal-unwritable'.
   * @param options.isPrivate the records that the events are about become private with it
   */
  perform(events: NewEvent[], options?: { isPrivate?: boolean }): Promise<JournalEvent[]> {
    return this.#withCore((core) => core.space.perform(events, options));
  }

  /**
   * Takes an act back: the newest of this user that stands, or the one that is named. False when there is none.
   * Throws 'journal-unwritable'.
   */
  undo(act?: string): Promise<boolean> {
    return this.#withCore((core) => core.space.undo(act));
  }

  /** Keeps what this user says about a record (goal, feedback, annotation, ...) private, or shares it. */
  setPrivate(record: string, isPrivate: boolean): Promise<void> {
    return this.#withCore((core) => core.space.setPrivate(record, isPrivate));
  }

  /** Takes the content of this user's lines about a record away for good: how many, and who else wrote about it. */
  erase(record: string): Promise<{ lines: number; others: string[] }> {
    return this.#withCore((core) => core.space.erase(record));
  }

  /** Everything that was said, in the order in which it counts. */
  events(): Promise<JournalEvent[]> {
    return this.#withCore((core) => core.space.events());
  }

  /** Writes events that were written elsewhere, each once; how many were new. */
  addEvents(events: readonly JournalEvent[]): Promise<number> {
    return this.#withCore((core) => core.space.add(events));
  }

  /** The open space, `undefined` before the first load. */
  get space(): Space | undefined {
    return this.#core?.space;
  }

  /** Takes in what a pull has brought. */
  takeIn(records: PullRequestRecord[]): Promise<void> {
    return this.#withCore(async (core) => core.takeIn(records));
  }

  /** Takes in what another window has pulled since. Does nothing before the first load. */
  async refresh(): Promise<void> {
    if (this.#core) await this.#withCore((core) => core.refresh());
  }

  /** A copy of everything that is not private, for other extensions. */
  getState(): Promise<State> {
    return this.#withCore(async (core) =>
      structuredClone({
        mentee: core.mentee,
        ...core.openState(),
      }),
    );
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#core?.dispose();
    this.#changed.dispose();
  }

  async #withCore<T>(work: (core: StoreCore) => Promise<T>): Promise<T> {
    await this.load();
    return this.#inTurn(async () => {
      // A reload in between may have failed: the act is tried on what the settings say now, or fails with them.
      if (!this.#core) await this.#openNow();
      return work(this.#core!);
    });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turns.then(work);
    this.#turns = done.catch(() => {});
    return done;
  }

  /** Openings that are asked for before one has begun are one. */
  #openInTurn(): Promise<void> {
    this.#opening ??= this.#inTurn(() => {
      this.#opening = undefined;
      return this.#openNow();
    });
    return this.#opening;
  }

  async #openNow(): Promise<void> {
    const old = this.#core;
    try {
      const core = await this.#open();
      if (this.#isDisposed) return core.dispose();
      core.onChange((change) => this.#changed.fire(change));
      this.#core = core;
    } catch (error) {
      // What was shown belongs to other settings by now.
      this.#core = undefined;
      throw error;
    } finally {
      old?.dispose();
      if (!this.#isDisposed)
        this.#changed.fire({
          ...{ feedback: 'all', goals: true, annotations: true, sessions: true, growth: true },
          mentorship: true,
        });
    }
  }
}
