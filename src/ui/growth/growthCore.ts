import { pathToFileURL } from 'node:url';
import * as vscode from 'vscode';
import type { Cache } from '../../github/cache.ts';
import type { Earlier } from '../../growth/recurrence/index.ts';
import { CairnError } from '../../model/errors.ts';
import type { Recurrence, Theme, ThemeDecisions } from '../../model/growth.ts';
import type { PullRequestRecord } from '../../model/pullRequest.ts';
import type { Feedback } from '../../model/state.ts';
import { onSettingChange } from '../config.ts';
import type { Failures } from '../failures.ts';
import type { SignIn } from '../signIn.ts';
import type { Change, Store } from '../store.ts';
import { Following } from './follow.ts';
import { pacer } from './pace.ts';
import { Pieces } from './pieces.ts';
import { neededOpportunities } from './settings.ts';
import { standingWords } from './standing.ts';
import { Standings } from './standings.ts';
import { ThemeWorker } from './themeWorker.ts';

export type GrowthParts = {
  store: Store;
  signIn: SignIn;
  log: vscode.LogOutputChannel;
  failures: Failures;
  /** Where Cairn itself lies: its worker is beside its code. */
  extensionUri: vscode.Uri;
  /** Where what can be worked out again is kept; safe to delete. */
  globalStorageUri: vscode.Uri;
  /** What GitHub said; its code is loaded here. */
  cache: () => Promise<Cache>;
};

/** What is known of themes, made as a whole and never changed. */
type Known = {
  themes: readonly Theme[];
  byFeedback: ReadonlyMap<string, Theme>;
  recurrences: ReadonlyMap<string, Recurrence>;
  earlier: ReadonlyMap<string, Earlier>;
};

const nothing: Known = { themes: [], byFeedback: new Map(), recurrences: new Map(), earlier: new Map() };

/** What `Growth` answers from, loaded with the first question. */
export class GrowthCore implements vscode.Disposable {
  readonly following: Following;
  readonly #parts: GrowthParts;
  readonly #onChange: () => void;
  readonly #worker: ThemeWorker;
  readonly #pieces = new Pieces();
  readonly #standings = new Standings();
  readonly #owned: vscode.Disposable[];
  #known = nothing;
  #themes: readonly Theme[] = [];
  /** What the worker was told last. */
  #decisions: ThemeDecisions | undefined;
  /** Feedback that may be another than the worker knows. */
  #changed: Set<string> | 'all' = 'all';
  #isStale = true;
  #working: Promise<void> | undefined;
  /** Why it could not be worked out; the next change tries again. */
  #failure: unknown;
  #isDisposed = false;
  /** How often themes or their standing have changed. */
  #changes = 0;

  constructor(parts: GrowthParts, onChange: () => void) {
    this.#parts = parts;
    this.#onChange = onChange;
    this.#worker = new ThemeWorker({
      file: pathToFileURL(vscode.Uri.joinPath(parts.extensionUri, 'dist', 'growthWorker.js').fsPath),
      onProblem: (error) => parts.log.error(error instanceof Error ? error : String(error)),
    });
    this.following = new Following(parts, onChange);
    this.#owned = [
      parts.store.onDidChange((change) => this.#take(change)),
      onSettingChange(['growthOpportunities'], () => this.#again()),
    ];
  }

  /** Rejects with 'themes-failed', or with what keeps the state from being read. */
  async themes(): Promise<readonly Theme[]> {
    return (await this.#fresh()).themes;
  }

  async recurrences(): Promise<ReadonlyMap<string, Recurrence>> {
    return (await this.#fresh()).recurrences;
  }

  /** A theme by its id, as far as it is known now. */
  theme(id: string): Theme | undefined {
    return this.#known.themes.find((theme) => theme.id === id);
  }

  themeOf(feedbackId: string): Theme | undefined {
    return this.#known.byFeedback.get(feedbackId);
  }

  /** Where a theme stands, as far as it is known now. */
  recurrenceOf(themeId: string): Recurrence | undefined {
    return this.#known.recurrences.get(themeId);
  }

  /** Where a theme stands, in a few words; `undefined` where it is not known or no question of standing. */
  standing(themeId: string): string | undefined {
    const recurrence = this.#known.recurrences.get(themeId);
    return recurrence && standingWords(recurrence);
  }

  /** Feedback of themes that had been learned when they came up again. */
  get recurredIds(): string[] {
    return [...this.#known.earlier].flatMap(([id, { wasLearned }]) => (wasLearned ? [id] : []));
  }

  /** When the theme of this feedback had come up before, as far as it is known now. */
  earlier(feedbackId: string): Earlier | undefined {
    return this.#known.earlier.get(feedbackId);
  }

  /** What rows of this feedback draw of growth; the same text as long as they look the same. */
  looks(feedback: readonly Feedback[], areThemesShown: boolean): string {
    const looks = feedback.map(({ id }) => {
      const followed = this.following.of(id);
      const isBack = this.#known.earlier.get(id)?.wasLearned === true;
      return `${followed?.status}${followed?.commit}${followed?.reason}${isBack}`;
    });
    return `${areThemesShown ? this.#changes : ''} ${looks.join()}`;
  }

  dispose(): void {
    this.#isDisposed = true;
    for (const one of this.#owned) one.dispose();
    this.following.dispose();
    this.#worker.dispose();
  }

  #take({ feedback }: Change): void {
    if (feedback === 'all') this.#changed = 'all';
    else if (this.#changed !== 'all') for (const id of feedback) this.#changed.add(id);
    this.#again();
  }

  #again(): void {
    this.#isStale = true;
    // What failed is not tried again with each change by itself, only for who asks.
    const isQuiet = this.#failure !== undefined;
    this.#failure = undefined;
    if (!isQuiet) void this.#fresh().catch(() => {});
  }

  async #fresh(): Promise<Known> {
    await this.#parts.store.load();
    while ((this.#isStale || this.#working) && !this.#isDisposed) {
      if (this.#failure !== undefined && !this.#working) throw this.#failure;
      this.#working ??= this.#catchUp().finally(() => {
        this.#working = undefined;
      });
      await this.#working;
    }
    return this.#known;
  }

  async #catchUp(): Promise<void> {
    const changed = this.#changed;
    this.#changed = new Set();
    this.#isStale = false;
    try {
      await this.#workOut(changed);
      this.#parts.failures.clear('growth');
    } catch (error) {
      if (this.#isDisposed) return;
      this.#changed = 'all';
      // What changed meanwhile is a reason to try again.
      if (!this.#isStale) this.#failure = error;
      this.#isStale = true;
      if (!(error instanceof CairnError))
        this.#parts.log.error(error instanceof Error ? error : String(error));
      this.#parts.failures.show(error, 'growth');
      throw error;
    }
  }

  async #workOut(changed: ReadonlySet<string> | 'all'): Promise<void> {
    const { store } = this.#parts;
    const pace = pacer();
    // A review that waits for the mentee's guess is not there yet, and tells nothing either way.
    const feedback = (id: string) => {
      const item = store.getFeedback(id);
      return item?.pullRequest && store.isHeld(item.pullRequest) ? undefined : item;
    };
    const decisions = store.themeDecisions;
    // What somebody placed may have been left out before, and what is placed no more may be again.
    const asked = decisions === this.#decisions ? changed : 'all';
    const { put, remove } = await this.#pieces.changes(
      asked,
      { feedback: store.feedback, getFeedback: feedback },
      decisions.placed,
      pace,
    );
    // Who has no feedback needs no thread for it.
    if (put.length + remove.length > 0 || (decisions !== this.#decisions && this.#pieces.count > 0)) {
      this.#decisions = undefined;
      this.#themes = await this.#worker.update({ put, remove, decisions });
      this.#decisions = decisions;
    }
    const isSeen = (record: PullRequestRecord) =>
      record.author?.login.toLowerCase() === store.mentee?.toLowerCase() && !store.isHeld(record);
    const { recurrences, earlier, isSame } = await this.#standings.read(
      this.#themes,
      changed,
      {
        records: store.pullRequests.filter(isSeen),
        feedback,
        needed: neededOpportunities(),
      },
      pace,
    );
    const byFeedback = new Map(
      this.#themes.flatMap((theme) => theme.feedbackIds.map((id): [string, Theme] => [id, theme])),
    );
    const before = this.#known.themes;
    this.#known = { themes: this.#themes, byFeedback, recurrences, earlier };
    if (isSame && isSameThemes(before, this.#themes)) return;
    this.#changes++;
    this.#onChange();
  }
}

function isSameThemes(before: readonly Theme[], now: readonly Theme[]): boolean {
  const isSame = (one: Theme, other: Theme) =>
    one.id === other.id &&
    one.name === other.name &&
    one.isNamed === other.isNamed &&
    one.words.join('\n') === other.words.join('\n') &&
    one.feedbackIds.join('\n') === other.feedbackIds.join('\n');
  return before.length === now.length && before.every((theme, place) => isSame(theme, now[place]!));
}
