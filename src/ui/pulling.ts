import * as vscode from 'vscode';
import type { Cache } from '../github/cache.ts';
import { CairnError } from '../model/errors.ts';
import * as config from './config.ts';
import { views } from './ids.ts';
import type { Repositories } from './repositories.ts';
import type { SignIn } from './signIn.ts';
import type { SituationKeeper } from './situation.ts';
import type { Store } from './store.ts';
import { wordsFor } from './words.ts';

type Parts = {
  store: Store;
  signIn: SignIn;
  repositories: Repositories;
  cache: () => Promise<Cache>;
  log: vscode.LogOutputChannel;
  situation: SituationKeeper;
};

/** What one pull has brought. */
export type PullSummary = { pullRequests: number; requests: number; problems: CairnError[] };

/** Pulls feedback: one pull at a time, its progress in the view, to be stopped at any moment. */
export class Pulling implements vscode.Disposable {
  readonly #parts: Parts;
  #running: { done: Promise<PullSummary>; abort: AbortController } | undefined;
  /** Milliseconds since 1970 before which GitHub asked not to be called. */
  notBefore = 0;
  /** When the last pull ended, milliseconds since 1970. */
  lastAt = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Pulls what is new; a pull that is under way is joined. `full` looks at every open thread as well.
   * Throws when nothing could be pulled at all: 'not-signed-in', 'no-repository', 'cancelled' and GitHub's own.
   */
  pull(options: { full?: boolean } = {}): Promise<PullSummary> {
    if (this.#running) return this.#running.done;
    const abort = new AbortController();
    const done = this.#pull(abort.signal, options.full ?? false).finally(() => {
      this.#running = undefined;
      this.lastAt = Date.now();
      this.#parts.situation.set({ pulling: null });
    });
    this.#running = { done, abort };
    this.#parts.situation.set({ pulling: vscode.l10n.t('Pulling feedback…') });
    void vscode.window.withProgress({ location: { viewId: views.feedback } }, () => done.catch(() => {}));
    return done;
  }

  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  /** Stops the pull that is under way; what has arrived stays. */
  cancel(): void {
    this.#running?.abort.abort();
  }

  dispose(): void {
    this.cancel();
  }

  async #pull(signal: AbortSignal, full: boolean): Promise<PullSummary> {
    const { store, signIn, repositories, situation, log } = this.#parts;
    const host = config.host();
    const token = await signIn.token();
    if (token === undefined) {
      throw new CairnError(
        'not-signed-in',
        'Sign in first: "Cairn: Sign In to GitHub" or "Cairn: Sign In with a Token".',
      );
    }
    const chosen = await repositories.chosen();
    if (chosen.length === 0) {
      throw new CairnError(
        'no-repository',
        'Choose the repositories to pull from: "Cairn: Choose Repositories".',
      );
    }
    const { createGitHub, pull } = await import('../github/index.ts');
    const github = createGitHub({ host, token, userAgent: 'cairn', log: (text) => log.debug(text) });
    const mentee = config.menteeSetting() ?? (await this.#login(github, signal));
    if (store.mentee?.toLowerCase() !== mentee.toLowerCase()) await store.reload();
    await store.load();
    const result = await pull({
      github,
      host,
      cache: await this.#parts.cache(),
      mentee,
      repositories: chosen,
      full,
      signal,
      onProgress: (at) => situation.set({ pulling: progressText(at) }),
      onRecords: (records) => void store.takeIn(records),
    });
    this.notBefore = result.nextAllowedAt ?? 0;
    const problems = result.problems.map((problem) => problem.error);
    for (const { repository, error } of result.problems)
      log.warn(`${repository}: [${error.code}] ${error.message} ${error.detail ?? ''}`);
    const said = result.problems.map(({ repository, error }) => `${repository}: ${wordsFor(error)}`);
    situation.set({ problem: problems[0] ? { code: problems[0].code, message: said.join('\n') } : null });
    if (problems.length === chosen.length && problems[0]) throw problems[0];
    log.info(`Pulled ${result.pullRequests} pull requests of ${mentee} with ${result.requests} requests.`);
    return { pullRequests: result.pullRequests, requests: result.requests, problems };
  }

  async #login(github: { viewer(signal?: AbortSignal): Promise<{ login: string }> }, signal: AbortSignal) {
    const known = this.#parts.signIn.login();
    if (known !== null) return known;
    const { login } = await github.viewer(signal);
    await this.#parts.signIn.remember(login);
    return login;
  }
}

function progressText(at: {
  repository: string;
  done: number;
  total: number | null;
  comments: number;
}): string {
  return at.total === null
    ? vscode.l10n.t('Pulling from {0}…', at.repository)
    : vscode.l10n.t(
        'Pulling from {0}: {1} of {2} pull requests, {3} comments',
        at.repository,
        at.done,
        at.total,
        at.comments,
      );
}
