import * as vscode from 'vscode';
import { CairnError, type ErrorCode } from '../model/errors.ts';
import type { Problem, ProblemSource, SituationKeeper } from './situation.ts';
import { wordsFor } from './words/errors.ts';

/**
 * What a command says when there is nothing for it to do here: nothing went wrong that views would have to show. What
 * GitHub does not find is of a class of its own, and something to look into.
 */
const isOwnHint = (error: unknown) =>
  error instanceof CairnError && error.constructor === CairnError && hints.has(error.code);
const hints: ReadonlySet<ErrorCode> = new Set(['not-found', 'invalid-argument']);

/** Shows failures in the views, where they matter, and writes them to the log; no pop-ups. */
export class Failures {
  readonly #log: vscode.LogOutputChannel;
  readonly #situation: SituationKeeper;
  /** What still stands, the newest last. */
  readonly #standing = new Map<ProblemSource, Omit<Problem, 'source'>>();
  /** What a view shows already, on its way to whoever asked for the work. */
  readonly #known = new WeakMap<object, string>();

  constructor(log: vscode.LogOutputChannel, situation: SituationKeeper) {
    this.#log = log;
    this.#situation = situation;
  }

  /** Notes a failure; one that the user chose (a cancelled question) is none. */
  show(error: unknown, source: ProblemSource = 'load'): void {
    const isKnown = error instanceof CairnError;
    if (isKnown && error.code === 'cancelled') return;
    // Somebody waits for an act; all else goes on by itself.
    const isHint = source === 'act' && isOwnHint(error);
    if (source === 'act') {
      const icon = isHint ? '$(info)' : '$(warning)';
      vscode.window.setStatusBarMessage(`${icon} Cairn: ${this.#wordsFor(error)}`, 8000);
    }
    if (isHint) {
      this.#log.info(wordsFor(error));
      return;
    }
    if (typeof error === 'object' && error !== null) {
      if (this.#known.has(error)) return;
      this.known(error);
    }
    // The same again, with the next try: once in the log is enough.
    if (this.#standing.get(source)?.message === wordsFor(error)) return;
    if (isKnown)
      this.#log.warn(`[${error.code}] ${error.message}${error.detail ? ` (${error.detail})` : ''}`);
    else this.#log.error(error instanceof Error ? error : String(error));
    this.set(source, { code: isKnown ? error.code : 'bug', message: wordsFor(error) });
  }

  /** This error's problem is shown already, in these words; returns the error. */
  known<T extends object>(error: T, words = wordsFor(error)): T {
    this.#known.set(error, words);
    return error;
  }

  /** Shows a problem until the next one from this source, or until it is cleared. */
  set(source: ProblemSource, problem: Omit<Problem, 'source'>): void {
    this.#standing.delete(source);
    this.#standing.set(source, problem);
    this.#say();
  }

  /** What came from this source is over. */
  clear(source: ProblemSource): void {
    if (this.#standing.delete(source)) this.#say();
  }

  #wordsFor(error: unknown): string {
    const known = typeof error === 'object' && error !== null ? this.#known.get(error) : undefined;
    return known ?? wordsFor(error);
  }

  #say(): void {
    // All of them: whoever must sign in again for the space is not helped by what the pull said after that.
    const problems = [...this.#standing].reverse().map(([source, problem]) => ({ ...problem, source }));
    this.#situation.set({ problems });
  }
}
