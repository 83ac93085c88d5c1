import * as vscode from 'vscode';
import type { OwnMonth } from '../../growth/panel/mentoring.ts';
import { CairnError } from '../../model/errors.ts';
import type { FollowThrough, Recurrence, Theme } from '../../model/growth.ts';
import type { Problem } from '../situation.ts';
import { cut, read } from '../webview/read.ts';
import { wordsFor } from '../words/errors.ts';
import { OwnMonths } from './ownMonths.ts';
import type { PanelParts } from './panel.ts';
import { perform } from './panelActs.ts';
import { sectionMarkdown } from './panelMarkdown.ts';
import {
  type Act,
  type Filter,
  type HostMessage,
  type PageMessage,
  type PanelState,
  pageMessageSchema,
} from './panelProtocol.ts';
import { panelState } from './panelState.ts';

/** Milliseconds until what has changed meanwhile is asked for again. */
const pause = 500;

/** The page of a growth panel, as long as the panel is there. */
export class PanelPage implements vscode.Disposable {
  readonly #parts: PanelParts;
  readonly #panel: vscode.WebviewPanel;
  readonly #owned: vscode.Disposable[];
  readonly #months = new OwnMonths();
  #filter: Filter;
  #isReady = false;
  #isDisposed = false;
  #scheduled: NodeJS.Timeout | undefined;
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
    this.#panel = panel;
    this.#filter = filter;
    this.#owned = [
      parts.store.onDidChange(() => this.#changed()),
      parts.growth.onDidChange(() => this.#changed()),
      parts.signIn.onDidChange(() => this.#changed()),
      // "2 days ago" and "open past the date" grow old while nobody looks.
      vscode.window.onDidChangeWindowState(({ focused }) => focused && this.#again()),
      panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message)),
      panel.onDidChangeViewState(() => {
        if (!panel.visible) this.#isReady = false;
      }),
    ];
    void this.#load();
  }

  get current(): Filter {
    return this.#filter;
  }

  filter(filter: Filter): void {
    this.#filter = filter;
    this.#state = undefined;
    this.#draw();
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
    const code = error instanceof CairnError ? error.code : 'unforeseen';
    this.#problem = { code, message: this.#sentence(error), source: 'load' };
  }

  /**
   * What is shown is no longer true. Many changes in a row, as while pulling, are drawn as one; what nobody can see
   * yet is counted while the page is loading, so that it is there when the page is.
   */
  #again(): void {
    this.#state = undefined;
    if (this.#isDisposed || !this.#panel.visible) return;
    this.#scheduled ??= setTimeout(() => {
      this.#scheduled = undefined;
      if (this.#isListening) this.#draw();
      else if (!this.#isDisposed) this.#count();
    }, 30);
  }

  /** A panel that is gone throws when it is touched. */
  get #isListening(): boolean {
    return !this.#isDisposed && this.#isReady && this.#panel.visible;
  }

  #draw(): void {
    if (this.#isListening) this.#post({ type: 'state', state: this.#count() });
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

  #post(message: HostMessage): void {
    if (!this.#isDisposed) void this.#panel.webview.postMessage(message);
  }

  #receive(raw: unknown): void {
    const result = read<PageMessage>(pageMessageSchema, raw);
    if ('problem' in result) {
      this.#parts.log.warn(`Growth: ${result.problem}`);
      return;
    }
    const { message } = result;
    switch (message.type) {
      case 'ready':
        this.#isReady = true;
        this.#draw();
        return;
      case 'failed':
        this.#parts.log.error(`Growth, in the page: ${message.message}`);
        return;
      case 'act':
        void this.#act(message.act, message.request);
    }
  }

  async #act(act: Act, request: number): Promise<void> {
    let problem: string | null = null;
    try {
      if (act.act === 'filter') this.filter({ period: act.period, goal: act.goal });
      else if (act.act === 'reload') await this.#load();
      else if (act.act === 'copy') {
        const text = sectionMarkdown(this.#count(), act.section);
        if (text) await vscode.env.clipboard.writeText(text);
      } else await perform(act);
    } catch (error) {
      if (!(error instanceof CairnError && error.code === 'cancelled')) problem = cut(this.#sentence(error));
    }
    this.#post({ type: 'done', request, problem });
  }

  /** Words for people; what nobody can do anything about goes to the log with its stack. */
  #sentence(error: unknown): string {
    if (!(error instanceof CairnError)) this.#parts.log.error(error instanceof Error ? error : String(error));
    return wordsFor(error);
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#following?.abort();
    clearTimeout(this.#scheduled);
    clearTimeout(this.#later);
    for (const each of this.#owned) each.dispose();
  }
}
