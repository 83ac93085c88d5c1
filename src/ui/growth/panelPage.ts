import * as vscode from 'vscode';
import type { OwnMonth } from '../../growth/panel/mentoring.ts';
import type { FollowThrough, Recurrence, Theme } from '../../model/growth.ts';
import type { Problem } from '../situation.ts';
import { codeOf, Page } from '../webview/page.ts';
import { OwnMonths } from './ownMonths.ts';
import type { PanelParts } from './panel.ts';
import { perform } from './panelActs.ts';
import { sectionMarkdown } from './panelMarkdown.ts';
import { type Act, type Filter, type PanelState, pageMessageSchema } from './panelProtocol.ts';
import { panelState } from './panelState.ts';

/** Milliseconds until what has changed meanwhile is asked for again. */
const pause = 500;

/** The page of a growth panel, as long as the panel is there. */
export class PanelPage implements vscode.Disposable {
  readonly #parts: PanelParts;
  readonly #page: Page<PanelState, Act>;
  readonly #owned: vscode.Disposable[];
  readonly #months = new OwnMonths();
  #filter: Filter;
  #isDisposed = false;
  #later: NodeJS.Timeout | undefined;
  #problem: Problem | null = null;
  /** What was counted last; `undefined` where something has changed since. */
  #state: PanelState | undefined;
  #themes: readonly Theme[] | null = null;
  #recurrences: ReadonlyMap<string, Recurrence> | null = null;
  #own: OwnMonth[] = [];
  #isWithoutThemes = false;
  #following: AbortController | undefined;
  /** Something changed since themes and the rest were asked for. */
  #isStale = true;
  #refreshing = false;

  constructor(parts: PanelParts, panel: vscode.WebviewPanel, filter: Filter) {
    this.#parts = parts;
    this.#filter = filter;
    this.#page = new Page({
      ...{ name: 'Growth', place: panel, log: parts.log, messages: pageMessageSchema },
      onDidChangeVisibility: panel.onDidChangeViewState,
      state: () => this.#count(),
      // What nobody can see yet is counted while the page is loading, so that it is there when the page is.
      prepare: () => void this.#count(),
      perform: (act) => this.#perform(act),
    });
    this.#owned = [
      this.#page,
      parts.store.onDidChange(() => this.#changed()),
      parts.growth.onDidChange(() => this.#changed()),
      parts.signIn.onDidChange(() => this.#changed()),
      // "2 days ago" and "open past the date" grow old while nobody looks.
      vscode.window.onDidChangeWindowState(({ focused }) => focused && this.#again()),
    ];
    void this.#load();
  }

  get current(): Filter {
    return this.#filter;
  }

  filter(filter: Filter): void {
    this.#filter = filter;
    this.#state = undefined;
    this.#page.draw();
  }

  async #load(): Promise<void> {
    this.#problem = null;
    try {
      await this.#parts.store.load();
    } catch (error) {
      this.#fail(error);
    }
    this.#changed();
  }

  #changed(): void {
    this.#isStale = true;
    this.#again();
    void this.#refresh();
  }

  /** Asks for what takes time, one round after the other, and draws with what is known in between. */
  async #refresh(): Promise<void> {
    if (this.#refreshing || !this.#parts.store.isLoaded) return;
    this.#refreshing = true;
    const { store, growth, signIn } = this.#parts;
    try {
      while (this.#isStale && !this.#isDisposed) {
        this.#isStale = false;
        [this.#themes, this.#recurrences, this.#own] = await Promise.all([
          growth.themes(),
          growth.recurrences(),
          this.#months.of(store.pullRequests, signIn.login()),
        ]);
        this.#isWithoutThemes = false;
        // What failed before is over.
        this.#problem = null;
        this.#again();
      }
      await this.#follow();
    } catch (error) {
      // What could not be worked out is not shown as a number.
      this.#isWithoutThemes = this.#themes === null;
      this.#fail(error);
    } finally {
      this.#refreshing = false;
      this.#again();
      // What changed while lines were followed is asked for again, not with each of them.
      if (this.#isStale && !this.#isDisposed) this.#later ??= setTimeout(() => this.#askAgain(), pause);
    }
  }

  #askAgain(): void {
    this.#later = undefined;
    void this.#refresh();
  }

  /** What became of lines is worked out one comment after the other: as long as the panel is there. */
  async #follow(): Promise<void> {
    if (this.#following || this.#isDisposed) return;
    const following = new AbortController();
    this.#following = following;
    this.#again();
    try {
      await this.#parts.growth.followAll(following.signal);
    } catch (error) {
      if (!following.signal.aborted) throw error;
    } finally {
      this.#following = undefined;
    }
  }

  #fail(error: unknown): void {
    this.#problem = { code: codeOf(error), message: this.#page.sentence(error), source: 'load' };
  }

  /** What is shown is no longer true. */
  #again(): void {
    this.#state = undefined;
    this.#page.schedule();
  }

  #count(): PanelState {
    if (this.#state) return this.#state;
    const { store, growth, situation } = this.#parts;
    const follow = new Map<string, FollowThrough>();
    for (const { id, kind } of store.feedback) {
      const found = kind === 'line' ? growth.followThrough(id) : undefined;
      if (found) follow.set(id, found);
    }
    const state = panelState({
      ...this.#filter,
      now: new Date(),
      isLoaded: store.isLoaded,
      isSignedIn: situation().isSignedIn,
      hasRepositories: situation().hasRepositories,
      problem: this.#problem,
      isFollowing: this.#following !== undefined,
      isWithoutThemes: this.#isWithoutThemes,
      held: store.held.reduce((sum, { feedbackIds }) => sum + feedbackIds.length, 0),
      mentee: store.mentee,
      goals: store.goals,
      feedback: store.feedback,
      actions: store.actions,
      sessions: store.sessions,
      pairings: store.pairings,
      scaleAnswers: store.scaleAnswers,
      mentorship: store.records.mentorship,
      pullRequests: store.pullRequests,
      isHeld: (record) => store.isHeld(record),
      themes: this.#themes,
      recurrences: this.#recurrences,
      follow,
      own: this.#own,
      isMe: (name) => store.space?.isMe(name) ?? false,
    });
    // A goal that is gone is asked for no more; before the journal was read nobody knows.
    if (store.isLoaded) this.#filter = { period: state.period, goal: state.goal };
    this.#state = state;
    return state;
  }

  async #perform(act: Act): Promise<void> {
    if (act.act === 'filter') this.filter({ period: act.period, goal: act.goal });
    else if (act.act === 'reload') await this.#load();
    else if (act.act === 'copy') {
      const text = sectionMarkdown(this.#count(), act.section);
      if (text) await vscode.env.clipboard.writeText(text);
    } else await perform(act);
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#following?.abort();
    clearTimeout(this.#later);
    for (const each of this.#owned) each.dispose();
  }
}
