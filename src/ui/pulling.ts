import * as vscode from 'vscode';
import type { Cache } from '../github/cache.ts';
import { CairnError } from '../model/errors.ts';
import * as config from './config.ts';
import type { Failures } from './failures.ts';
import { views } from './ids.ts';
import { pullOnce } from './pullOnce.ts';
import { type PullSource, pullSource } from './pullSource.ts';
import type { Repositories } from './repositories.ts';
import type { SignIn } from './signIn.ts';
import type { SituationKeeper } from './situation.ts';
import type { Store } from './store.ts';
import { wordsFor } from './words/errors.ts';

type Parts = {
  store: Store;
  signIn: SignIn;
  repositories: Repositories;
  cache: () => Promise<Cache>;
  log: vscode.LogOutputChannel;
  situation: SituationKeeper;
  failures: Failures;
};

/** What one pull has brought. */
export type PullSummary = { pullRequests: number; requests: number; problems: CairnError[] };

type Run = { key: string; full: boolean; done: Promise<PullSummary>; abort: AbortController };

/** Pulls feedback: one pull at a time, its progress in the view, to be stopped at any moment. */
export class Pulling implements vscode.Disposable {
  readonly #parts: Parts;
  readonly #changed = new vscode.EventEmitter<void>();
  /** Another account, server, mentee or other repositories than before: nothing has been pulled from there yet. */
  readonly onDidChangeSource = this.#changed.event;
  readonly #owned: vscode.Disposable[];
  #running: Run | undefined;
  /** Key of the source that `lastAt` and `notBefore` speak of; `null` while there is none. */
  #key: string | null = null;
  /** Looks at the source are counted: an early one that ends late does not undo a later one. */
  #looks = 0;
  #lastLook = 0;
  /** Milliseconds since 1970 before which GitHub asked not to be called. */
  notBefore = 0;
  /** When the last pull from this source ended, milliseconds since 1970. */
  lastAt = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
    const look = () => void this.#source().catch(() => {});
    this.#owned = [
      this.#changed,
      parts.signIn.onDidChange(look),
      parts.repositories.onDidChange(look),
      vscode.workspace.onDidChangeWorkspaceFolders(look),
      config.onSettingChange(['repositories', 'mentee', 'host'], look),
    ];
  }

  /**
   * Pulls what is new; a pull of the same that is under way is joined, another one is stopped first. `full` looks
   * at every open thread as well. Throws when no repository could be pulled as a whole: 'not-signed-in',
   * 'no-repository', 'bad-host', 'cancelled' and GitHub's own.
   */
  async pull({ full = false }: { full?: boolean } = {}): Promise<PullSummary> {
    for (;;) {
      const source = await this.#source();
      // Things have changed while this was looked up.
      if (source.key !== this.#key) continue;
      const run = this.#running;
      if (!run) return this.#start(source, full);
      if (run.key === source.key && (run.full || !full) && !run.abort.signal.aborted) return run.done;
      await this.cancel();
    }
  }

  /** Stops the pull that is under way; what has arrived stays. Resolves when it writes nothing any more. */
  async cancel(): Promise<void> {
    this.#running?.abort.abort();
    await this.#running?.done.catch(() => {});
  }

  dispose(): void {
    void this.cancel();
    for (const owned of this.#owned) owned.dispose();
  }

  /** The source as it is now; a pull from another one is of no use any more. */
  async #source(): Promise<PullSource> {
    this.#looks += 1;
    const look = this.#looks;
    try {
      const source = await pullSource(this.#parts);
      this.#follow(source.key, look);
      return source;
    } catch (error) {
      this.#follow(null, look);
      throw error;
    }
  }

  #follow(key: string | null, look: number): void {
    if (look < this.#lastLook) return;
    this.#lastLook = look;
    if (this.#key === key) return;
    this.#key = key;
    this.lastAt = 0;
    this.notBefore = 0;
    if (this.#running?.key !== key) this.#running?.abort.abort();
    this.#parts.failures.clear('pull');
    this.#changed.fire();
  }

  #start(source: PullSource, full: boolean): Promise<PullSummary> {
    const { situation, failures } = this.#parts;
    const abort = new AbortController();
    situation.set({ pulling: vscode.l10n.t('Pulling feedback…') });
    const done = this.#pull(source, full, abort.signal)
      .catch((error: unknown) => {
        if (this.#key === source.key) failures.show(error, 'pull');
        throw error;
      })
      .finally(() => {
        this.#running = undefined;
        if (this.#key === source.key) this.lastAt = Date.now();
        situation.set({ pulling: null });
      });
    this.#running = { key: source.key, full, done, abort };
    void vscode.window.withProgress({ location: { viewId: views.feedback } }, () => done.catch(() => {}));
    return done;
  }

  async #pull(source: PullSource, full: boolean, signal: AbortSignal): Promise<PullSummary> {
    const { situation, failures } = this.#parts;
    const result = await pullOnce({
      ...this.#parts,
      source,
      full,
      signal,
      cache: await this.#parts.cache(),
      onProgress: (text) => !signal.aborted && situation.set({ pulling: text }),
      onFailure: (error) => failures.show(error, 'load'),
    });
    // Somebody else is asked by now; what went wrong here is of no use.
    if (this.#key !== source.key) throw new CairnError('cancelled', vscode.l10n.t('The pull was stopped.'));
    this.notBefore = result.nextAllowedAt ?? 0;
    const problems = result.problems.map((problem) => problem.error);
    const said = result.problems.map(({ repository, error }) => `${repository}: ${wordsFor(error)}`);
    if (problems[0]) failures.set('pull', { code: problems[0].code, message: said.join('\n') });
    else failures.clear('pull');
    const [error] = result.failed;
    if (error && result.failed.length === result.repositories) throw failures.known(error);
    return { pullRequests: result.pullRequests, requests: result.requests, problems };
  }
}
