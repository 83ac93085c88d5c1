import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import { nextOf } from '../sessionsView/outline.ts';
import type { Problem } from '../situation.ts';
import { cut, read } from '../webview/read.ts';
import { wordsFor } from '../words/errors.ts';
import { perform } from './acts.ts';
import { html } from './html.ts';
import { type PageInput, pageState } from './pageState.ts';
import { type Act, type HostMessage, type PageMessage, pageMessageSchema } from './protocol.ts';
import { areScalesDue, scalesAsked } from './scalesDue.ts';
import type { GoalsParts } from './view.ts';

/** The goal tracker's page, from when its view is first shown until the view goes away. */
export class GoalsPage implements vscode.Disposable {
  readonly #parts: GoalsParts;
  readonly #view: vscode.WebviewView;
  readonly #owned: vscode.Disposable[];
  /** The page listens: it said "ready" since it was last shown. What is posted before is lost. */
  #isReady = false;
  #isDisposed = false;
  #scheduled: NodeJS.Timeout | undefined;
  #loadProblem: Problem | null = null;

  constructor(parts: GoalsParts, view: vscode.WebviewView) {
    const folder = vscode.Uri.joinPath(parts.extensionUri, 'dist', 'webview');
    this.#parts = parts;
    this.#view = view;
    this.#owned = [
      parts.store.onDidChange(() => this.#schedule()),
      parts.onDidChangeSituation(() => this.#schedule()),
      parts.recall.onDidChange(() => this.#schedule()),
      // "2 days ago" and "overdue" grow old while nobody looks.
      vscode.window.onDidChangeWindowState(({ focused }) => focused && this.#schedule()),
      view.webview.onDidReceiveMessage((message: unknown) => this.#receive(message)),
      view.onDidChangeVisibility(() => {
        if (!view.visible) this.#isReady = false;
      }),
    ];
    view.webview.options = { enableScripts: true, localResourceRoots: [folder] };
    view.webview.html = html(view.webview, folder);
    void this.#load();
  }

  async #load(): Promise<void> {
    this.#loadProblem = null;
    try {
      await this.#parts.store.load();
    } catch (error) {
      this.#loadProblem = { code: codeOf(error), message: this.#sentence(error), source: 'load' };
    }
    this.#schedule();
  }

  /** A view that is gone throws when it is touched. */
  get #isListening(): boolean {
    return !this.#isDisposed && this.#isReady && this.#view.visible;
  }

  /** Many changes in a row, as while pulling, are drawn as one. */
  #schedule(): void {
    if (!this.#isListening) return;
    this.#scheduled ??= setTimeout(() => {
      this.#scheduled = undefined;
      this.#draw();
    }, 30);
  }

  #draw(): void {
    if (!this.#isListening) return;
    const { store, situation } = this.#parts;
    const now = situation();
    const state = pageState({
      ...now,
      problems: this.#loadProblem ? [this.#loadProblem, ...now.problems] : now.problems,
      isLoaded: store.isLoaded,
      goals: store.goals,
      feedback: store.feedback,
      actions: store.actions,
      next: this.#next(),
      recall: this.#parts.recall.notice,
      asksScales: this.#asksScales(),
      now: new Date(),
    });
    this.#post({ type: 'state', state });
  }

  #next(): PageInput['next'] {
    const { store } = this.#parts;
    const isMe = (name: string) => store.space?.isMe(name) ?? false;
    const told = {
      sessions: [...store.sessions],
      mentorship: store.records.mentorship,
      mentee: store.mentee,
    };
    const next = nextOf({ ...told, isMe }, new Date());
    return next && { ...next, isMe };
  }

  #asksScales(): boolean {
    const { store, memory } = this.#parts;
    return areScalesDue({
      ...{ answers: store.scaleAnswers, mentorship: store.records.mentorship, mentee: store.mentee },
      isMe: (name) => store.space?.isMe(name) ?? false,
      dismissedAt: memory.get<number>(scalesAsked, 0),
      now: new Date(),
    });
  }

  async #dismissScales(): Promise<void> {
    await this.#parts.memory.update(scalesAsked, Date.now());
    this.#schedule();
  }

  #post(message: HostMessage): void {
    if (!this.#isDisposed) void this.#view.webview.postMessage(message);
  }

  #receive(raw: unknown): void {
    const result = read<PageMessage>(pageMessageSchema, raw);
    if ('problem' in result) {
      this.#parts.log.warn(`Goals: ${result.problem}`);
      return;
    }
    const { message } = result;
    switch (message.type) {
      case 'ready':
        this.#isReady = true;
        this.#draw();
        return;
      case 'failed':
        this.#parts.log.error(`Goals, in the page: ${message.message}`);
        return;
      case 'act':
        void this.#act(message.act, message.request);
        return;
    }
  }

  async #act(act: Act, request: number): Promise<void> {
    let problem: string | null = null;
    try {
      if (act.act === 'reload') await this.#load();
      else if (act.act === 'dismissRecall') this.#parts.recall.dismiss();
      else if (act.act === 'dismissScales') await this.#dismissScales();
      else await perform(act);
    } catch (error) {
      if (codeOf(error) !== 'cancelled') problem = cut(this.#sentence(error));
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
    clearTimeout(this.#scheduled);
    for (const each of this.#owned) each.dispose();
  }
}

function codeOf(error: unknown): string {
  return error instanceof CairnError ? error.code : 'unforeseen';
}
