import * as vscode from 'vscode';
import { html } from '../webview/html.ts';
import { Page } from '../webview/page.ts';
import { cut } from '../webview/read.ts';
import { languageTag, plural } from '../words/language.ts';
import { fitted, offeredIn } from './fit.ts';
import type { PanelContent, PanelParts, PanelSpec } from './index.ts';
import { sectionMarkdown, sectionsToTake } from './markdown.ts';
import { type Act, keptSchema, type PanelState, pageMessageSchema } from './protocol.ts';

/** Milliseconds in which several changes are read as one. */
const pause = 100;

/** A panel of the workbench with its page, as long as it is there. */
export class PanelView implements vscode.Disposable {
  readonly #parts: PanelParts;
  readonly #panel: vscode.WebviewPanel;
  readonly #page: Page<PanelState, Act>;
  readonly #seen: vscode.Disposable;
  #spec: PanelSpec;
  #listener: vscode.Disposable | undefined;
  #content: PanelContent | null = null;
  #problem: string | null = null;
  #isStale = false;
  #isDisposed = false;
  #reading: Promise<void> | undefined;
  #scheduled: NodeJS.Timeout | undefined;

  constructor(parts: PanelParts, panel: vscode.WebviewPanel, folder: vscode.Uri, spec: PanelSpec) {
    this.#parts = parts;
    this.#panel = panel;
    this.#spec = spec;
    this.#page = new Page({
      ...{ name: `Panel ${spec.id}`, place: panel, log: parts.log, messages: pageMessageSchema },
      onDidChangeVisibility: panel.onDidChangeViewState,
      state: () => this.#state(),
      perform: (act) => this.#perform(act),
    });
    // After the page: what comes to be seen again says so itself when it listens.
    this.#seen = panel.onDidChangeViewState(() => {
      if (panel.visible && this.#isStale) void this.refresh();
    });
    panel.webview.options = { enableScripts: true, localResourceRoots: [folder] };
    panel.webview.html = html(panel.webview, folder, 'panel');
    this.#listen();
  }

  /** The panel shows something else from now on, under the same id. */
  use(spec: PanelSpec): void {
    this.#spec = spec;
    this.#listen();
  }

  #listen(): void {
    this.#listener?.dispose();
    this.#listener = this.#spec.onDidChange?.(() => {
      this.#isStale = true;
      if (this.#panel.visible) this.#scheduled ??= setTimeout(() => void this.refresh(), pause);
    });
  }

  reveal(): void {
    this.#panel.reveal();
  }

  /** Reads anew and draws. Never rejects: what went wrong is shown, and told by `problem`. */
  refresh(): Promise<void> {
    clearTimeout(this.#scheduled);
    this.#scheduled = undefined;
    this.#isStale = true;
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  /** What the last read rejected with. */
  failure: unknown;

  async #read(): Promise<void> {
    while (this.#isStale && !this.#isDisposed) {
      this.#isStale = false;
      this.#page.schedule();
      try {
        this.#content = fitted(await this.#spec.read(), (left) =>
          plural(left, vscode.l10n.t('1 more is not shown.'), vscode.l10n.t('{0} more are not shown.', left)),
        );
        this.#problem = null;
        this.failure = undefined;
      } catch (error) {
        this.failure = error;
        this.#problem = cut(this.#page.sentence(error));
      }
    }
    if (this.#isDisposed) return;
    if (this.#content) this.#panel.title = cut(this.#content.title, 100);
    this.#page.draw();
  }

  #state(): PanelState {
    const { id, again } = this.#spec;
    const kept = keptSchema.safeParse({ id, again: again ? { args: [], ...again } : null });
    const content = this.#content;
    return {
      language: languageTag(),
      isLoading: content === null && this.#problem === null,
      labels: {
        loading: vscode.l10n.t('Reading…'),
        jump: vscode.l10n.t('Sections'),
        table: vscode.l10n.t('Show as table'),
        copy: vscode.l10n.t('Copy as Markdown'),
        copied: vscode.l10n.t('Copied'),
        problem: vscode.l10n.t('Problem'),
      },
      title: content?.title ?? this.#panel.title,
      problem:
        this.#problem === null
          ? null
          : {
              text: this.#problem,
              again: vscode.l10n.t('Try again'),
              log: vscode.l10n.t('Show log'),
            },
      sections: (content?.sections ?? []).map((section) => ({
        ...section,
        copyName: vscode.l10n.t('Copy as Markdown: {0}', section.heading),
      })),
      kept: kept.success ? kept.data : { id, again: null },
    };
  }

  async #perform(act: Act): Promise<void> {
    switch (act.act) {
      case 'reload':
        return this.refresh();
      case 'showLog':
        return this.#parts.log.show();
      case 'copy': {
        const sections = this.#content ? sectionsToTake(this.#content) : [];
        const section = sections.find(({ id }) => id === act.section);
        if (section) await vscode.env.clipboard.writeText(sectionMarkdown(section));
        return;
      }
      case 'offer':
        return this.#take(act.offer);
    }
  }

  async #take(offer: string): Promise<void> {
    // A page does what it offers and nothing else.
    if (!this.#content || !offeredIn(this.#content).has(offer)) return;
    try {
      await this.#spec.act(offer);
    } finally {
      await this.refresh();
    }
  }

  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#scheduled);
    this.#listener?.dispose();
    this.#seen.dispose();
    this.#page.dispose();
  }
}
