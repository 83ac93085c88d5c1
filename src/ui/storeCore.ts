import { suggestTag } from '../coach/suggest.ts';
import type { Cache } from '../github/cache.ts';
import type { Journal } from '../journal/journal.ts';
import type { JournalEvent, NewEvent } from '../model/events.ts';
import { applyEvent, foldEvents, lastAct } from '../model/fold.ts';
import { actionsOf, applyMark, fromEntered, fromExcerpt, goalsOf } from '../model/overlay.ts';
import type { PullRequestRecord, ThreadRecord } from '../model/pullRequest.ts';
import type { SpaceRecords } from '../model/records.ts';
import type { Feedback, Goal, NextAction, PullRequestRef } from '../model/state.ts';
import { toFeedback } from '../model/toFeedback.ts';
import type { Change } from './store.ts';

type Options = {
  journal: Journal;
  cache: Cache;
  /** Login whose pull requests count; `null` as long as nobody has signed in. */
  mentee: string | null;
  /** Host name as in the records: pull requests of other hosts are left out, all of them while it is `null`. */
  host: string | null;
  /** Name under which acts are written. */
  author: () => string;
};

/** What adds to what the views list, or takes from it. */
const isMaking = new Set<JournalEvent['type']>(['goal.created', 'feedback.entered', 'record.private']);

/** File systems tell times in steps of up to two seconds. */
const clockSlack = 2000;

/** The state in memory: everything that the views ask for is answered from here without a wait. */
export class StoreCore {
  readonly mentee: string | null;
  readonly byId = new Map<string, Feedback>();
  feedback: Feedback[] = [];
  goals: Goal[] = [];
  actions: NextAction[] = [];
  records: SpaceRecords;
  readonly #options: Options;
  readonly #pullRequests = new Map<string, PullRequestRecord>();
  readonly #listeners = new Set<(change: Change) => void>();
  readonly #events: JournalEvent[];
  readonly #watch: { dispose(): void };
  /** When the cache was last read, milliseconds since 1970. */
  #readAt = Date.now();

  private constructor(options: Options, events: JournalEvent[], pullRequests: PullRequestRecord[]) {
    this.#options = options;
    this.mentee = options.mentee;
    this.#events = events;
    this.records = foldEvents(events);
    for (const record of pullRequests)
      if (this.#isOfMentee(record)) this.#pullRequests.set(keyOf(record), record);
    this.#rebuild();
    this.#watch = options.journal.watch((fresh) => this.#apply(fresh));
  }

  static async open(options: Options): Promise<StoreCore> {
    const [events, pullRequests] = await Promise.all([options.journal.read(), options.cache.load()]);
    return new StoreCore(options, events, pullRequests);
  }

  onChange(listener: (change: Change) => void): { dispose(): void } {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  async perform(events: NewEvent[]): Promise<JournalEvent[]> {
    if (events.length === 0) return [];
    const written = await this.#options.journal.append(events);
    this.#apply(written);
    return written;
  }

  /** Undoes the newest act that this clone of the space wrote and that stands; false when there is none. */
  async undo(): Promise<boolean> {
    const { journal } = this.#options;
    const isMine = (event: JournalEvent) => event.type !== 'writer.introduced' && journal.isOwn(event);
    const act = lastAct(this.#events, isMine)?.act;
    if (act !== undefined) await this.perform([{ type: 'act.undone', payload: { act } }]);
    return act !== undefined;
  }

  /** Takes in what stands in the cache and not here: another window pulls into the same files. */
  async refresh(): Promise<void> {
    const since = this.#readAt;
    this.#readAt = Date.now();
    const records = await this.#options.cache.load({ since: since - clockSlack });
    const isNew = (record: PullRequestRecord) =>
      JSON.stringify(record) !== JSON.stringify(this.#pullRequests.get(keyOf(record)));
    this.takeIn(records.filter((record) => this.#isOfMentee(record) && isNew(record)));
  }

  takeIn(records: PullRequestRecord[]): void {
    const mine = records.filter((record) => this.#isOfMentee(record));
    if (mine.length === 0) return;
    for (const record of mine) this.#pullRequests.set(keyOf(record), record);
    this.#rebuild();
    this.#fire({ feedback: 'all', goals: true });
  }

  record(pullRequest: PullRequestRef): PullRequestRecord | undefined {
    return this.#pullRequests.get(`${pullRequest.repository.toLowerCase()}#${pullRequest.number}`);
  }

  thread(id: string): { record: PullRequestRecord; thread: ThreadRecord } | undefined {
    const item = this.byId.get(id);
    const record = item?.pullRequest ? this.record(item.pullRequest) : undefined;
    const thread = record?.threads.find((candidate) => candidate.id === item?.threadId);
    return record && thread ? { record, thread } : undefined;
  }

  dispose(): void {
    this.#watch.dispose();
    this.#listeners.clear();
  }

  #isOfMentee(record: PullRequestRecord): boolean {
    return (
      record.host === this.#options.host && record.author?.login.toLowerCase() === this.mentee?.toLowerCase()
    );
  }

  /** Events that are on disk: ours, another window's, another person's. */
  #apply(events: JournalEvent[]): void {
    this.#events.push(...events);
    const touched = new Set<string>();
    let goalsChanged = false;
    let again = false;
    for (const event of events) {
      again = !applyEvent(this.records, event) || again;
      if ('feedback' in event.payload) touched.add(event.payload.feedback);
      if ('goal' in event.payload || 'action' in event.payload) goalsChanged = true;
      if (isMaking.has(event.type)) again = true;
    }
    if (again || [...touched].some((id) => !this.byId.has(id))) {
      this.records = foldEvents(this.#events);
      this.#rebuild();
      this.#fire({ feedback: 'all', goals: true });
      return;
    }
    for (const id of touched) applyMark(this.byId.get(id)!, this.records.marks.get(id), this.records);
    this.goals = goalsOf(this.records);
    this.actions = actionsOf(this.records);
    this.#fire({ feedback: touched, goals: goalsChanged || touched.size > 0 });
  }

  #rebuild(): void {
    const kept = new Map(this.byId);
    this.byId.clear();
    const add = (fresh: Feedback) => {
      const old = kept.get(fresh.id);
      const item =
        old && old.updatedAt === fresh.updatedAt && old.body === fresh.body
          ? Object.assign(old, { ...fresh, suggestedTag: old.suggestedTag })
          : withSuggestion(fresh);
      applyMark(item, this.records.marks.get(item.id), this.records);
      this.byId.set(item.id, item);
    };
    if (this.mentee !== null) {
      for (const record of this.#pullRequests.values()) toFeedback(record, this.mentee).forEach(add);
    }
    for (const entered of this.records.entered.values()) add(fromEntered(entered));
    for (const [id, mark] of this.records.marks) {
      const left = this.byId.has(id) ? null : fromExcerpt(id, mark);
      if (left) add(left);
    }
    this.feedback = [...this.byId.values()].sort((a, b) =>
      a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : 0,
    );
    this.goals = goalsOf(this.records);
    this.actions = actionsOf(this.records);
  }

  #fire(change: Change): void {
    for (const listener of this.#listeners) listener(change);
  }
}

function withSuggestion(feedback: Feedback): Feedback {
  const suggestion = feedback.isBot ? null : suggestTag(feedback.body);
  feedback.suggestedTag = suggestion?.isSure && suggestion.tag !== 'none' ? suggestion.tag : null;
  return feedback;
}

function keyOf(record: { repository: string; number: number }): string {
  return `${record.repository.toLowerCase()}#${record.number}`;
}
