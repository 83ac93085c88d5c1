import type * as vscode from 'vscode';
import type * as z from 'zod/mini';
import { CairnError } from '../../model/errors.ts';
import { wordsFor } from '../words/errors.ts';
import type { HostMessage, PageMessage } from './messages.ts';
import { cut, read } from './read.ts';

/** Milliseconds in which many changes in a row, as while pulling, are drawn as one. */
const pause = 30;

export type PageParts<State, Act> = {
  /** As the log calls it. */
  name: string;
  /** A view or a panel of the workbench. */
  place: { webview: vscode.Webview; visible: boolean };
  onDidChangeVisibility: vscode.Event<unknown>;
  log: Pick<vscode.LogOutputChannel, 'warn' | 'error'>;
  messages: z.ZodMiniType<PageMessage<Act>>;
  /** What to show now. */
  state: () => State;
  /** What is to be done while the page is still loading; nothing where it is left out. */
  prepare?: () => void;
  /** Rejects with what the page shall say; 'cancelled' is said nowhere. */
  perform: (act: Act) => Promise<void>;
};

/** The extension's end of a page: listens to it, draws while somebody can see it, answers its acts. */
export class Page<State, Act> implements vscode.Disposable {
  readonly #parts: PageParts<State, Act>;
  readonly #owned: vscode.Disposable[];
  /** The page listens: it said "ready" since it was last shown. What is posted before is lost. */
  #isReady = false;
  #isDisposed = false;
  #scheduled: NodeJS.Timeout | undefined;

  constructor(parts: PageParts<State, Act>) {
    const { place, onDidChangeVisibility } = parts;
    this.#parts = parts;
    this.#owned = [
      place.webview.onDidReceiveMessage((message: unknown) => this.#receive(message)),
      onDidChangeVisibility(() => {
        if (!place.visible) this.#isReady = false;
      }),
    ];
  }

  /** A page that is gone throws when it is touched. */
  get #isListening(): boolean {
    return !this.#isDisposed && this.#isReady && this.#parts.place.visible;
  }

  /** Draws soon, where somebody can see it. */
  schedule(): void {
    const { place, prepare } = this.#parts;
    if (this.#isDisposed || (prepare ? !place.visible : !this.#isListening)) return;
    this.#scheduled ??= setTimeout(() => {
      this.#scheduled = undefined;
      if (this.#isListening) this.draw();
      else if (!this.#isDisposed) prepare?.();
    }, pause);
  }

  draw(): void {
    if (this.#isListening) this.#post({ type: 'state', state: this.#parts.state() });
  }

  /** Words for people; what nobody can do anything about goes to the log with its stack. */
  sentence(error: unknown): string {
    if (!(error instanceof CairnError)) this.#parts.log.error(error instanceof Error ? error : String(error));
    return wordsFor(error);
  }

  #post(message: HostMessage<State>): void {
    if (!this.#isDisposed) void this.#parts.place.webview.postMessage(message);
  }

  #receive(raw: unknown): void {
    const { log, name, messages } = this.#parts;
    const result = read(messages, raw);
    if ('problem' in result) {
      log.warn(`${name}: ${result.problem}`);
      return;
    }
    const { message } = result;
    if (message.type === 'failed') log.error(`${name}, in the page: ${message.message}`);
    else if (message.type === 'act') void this.#act(message.act, message.request);
    else {
      this.#isReady = true;
      this.draw();
    }
  }

  async #act(act: Act, request: number): Promise<void> {
    let problem: string | null = null;
    try {
      await this.#parts.perform(act);
    } catch (error) {
      if (codeOf(error) !== 'cancelled') problem = cut(this.sentence(error));
    }
    this.#post({ type: 'done', request, problem });
  }

  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#scheduled);
    for (const each of this.#owned) each.dispose();
  }
}

/** The code of an error that is meant for people; 'unforeseen' for all others. */
export const codeOf = (error: unknown): string => (error instanceof CairnError ? error.code : 'unforeseen');
