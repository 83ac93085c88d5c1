import * as vscode from 'vscode';
import type { Nudges } from '../mentorship/nudges.ts';
import { nextOf } from '../sessionsView/outline.ts';
import type { Problem } from '../situation.ts';
import { html } from '../webview/html.ts';
import { codeOf, Page } from '../webview/page.ts';
import { perform } from './acts.ts';
import { type PageInput, pageState } from './pageState.ts';
import { type Act, type PageState, pageMessageSchema } from './protocol.ts';
import { areScalesDue, scalesAsked } from './scalesDue.ts';
import type { GoalsParts } from './view.ts';

/** The goal tracker's page, from when its view is first shown until the view goes away. */
export class GoalsPage implements vscode.Disposable {
  readonly #parts: GoalsParts;
  readonly #page: Page<PageState, Act>;
  readonly #owned: vscode.Disposable[];
  #loadProblem: Problem | null = null;
  #nudges: Nudges | undefined;

  constructor(parts: GoalsParts, view: vscode.WebviewView) {
    const folder = vscode.Uri.joinPath(parts.extensionUri, 'dist', 'webview');
    this.#parts = parts;
    this.#page = new Page({
      ...{ name: 'Goals', place: view, log: parts.log, messages: pageMessageSchema },
      onDidChangeVisibility: view.onDidChangeVisibility,
      state: () => this.#state(),
      perform: (act) => this.#perform(act),
    });
    this.#owned = [
      this.#page,
      parts.store.onDidChange(() => this.#page.schedule()),
      parts.onDidChangeSituation(() => this.#page.schedule()),
      parts.recall.onDidChange(() => this.#page.schedule()),
      // "2 days ago" and "overdue" grow old while nobody looks.
      vscode.window.onDidChangeWindowState(({ focused }) => focused && this.#page.schedule()),
    ];
    view.webview.options = { enableScripts: true, localResourceRoots: [folder] };
    view.webview.html = html(view.webview, folder, 'goals');
    void this.#load();
  }

  async #load(): Promise<void> {
    this.#loadProblem = null;
    try {
      await this.#parts.store.load();
    } catch (error) {
      this.#loadProblem = { code: codeOf(error), message: this.#page.sentence(error), source: 'load' };
    }
    this.#page.schedule();
    await this.#loadNudges();
  }

  /** The tracker does not wait for it, and goes on without it. */
  async #loadNudges(): Promise<void> {
    if (this.#nudges || this.#loadProblem) return;
    const { Nudges } = await import('../mentorship/nudges.ts');
    const { store, log } = this.#parts;
    const failed = (error: unknown) => log.error(error instanceof Error ? error : String(error));
    this.#nudges ??= new Nudges(store, () => this.#page.schedule(), failed);
    this.#page.schedule();
  }

  #state(): PageState {
    const { store, situation } = this.#parts;
    const now = situation();
    this.#nudges?.refresh();
    return pageState({
      ...now,
      problems: this.#loadProblem ? [this.#loadProblem, ...now.problems] : now.problems,
      isLoaded: store.isLoaded,
      goals: store.goals,
      feedback: store.feedback,
      actions: store.actions,
      next: this.#next(),
      recall: this.#parts.recall.notice,
      asksScales: this.#asksScales(),
      isMentee: this.#isMentee(),
      hasMentorship: store.records.mentorship !== null,
      nudge: this.#nudges?.notice ?? null,
      now: new Date(),
    });
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

  /** Nobody is named, or this user is. */
  #isMentee(): boolean {
    const { mentee, space } = this.#parts.store;
    return mentee === null || (space?.isMe(mentee) ?? true);
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
    this.#page.schedule();
  }

  async #perform(act: Act): Promise<void> {
    if (act.act === 'reload') await this.#load();
    else if (act.act === 'dismissRecall') this.#parts.recall.dismiss();
    else if (act.act === 'dismissScales') await this.#dismissScales();
    else if (act.act === 'takeNudge' || act.act === 'nudgeWays' || act.act === 'laterNudge')
      await this.#nudges?.act(act.act);
    else await perform(act);
  }

  dispose(): void {
    for (const each of this.#owned) each.dispose();
  }
}
