import * as vscode from 'vscode';
import type { Git } from '../../git/index.ts';
import type { Cache } from '../../github/cache.ts';
import type {
  ChangedFile,
  Publisher,
  PullRequestDetails,
  PullRequestKey,
} from '../../github/publishing/index.ts';
import { CairnError } from '../../model/errors.ts';
import type { PullRequestRecord } from '../../model/pullRequest.ts';
import * as config from '../config.ts';
import type { SignIn } from '../signIn.ts';
import type { Store } from '../store.ts';
import { type Clone, findClone } from './clone.ts';

export type PullRequestParts = {
  store: Store;
  signIn: SignIn;
  log: vscode.LogOutputChannel;
  cache: () => Promise<Cache>;
  git: () => Promise<Git>;
  publisher: () => Promise<Publisher>;
};

/** A pull request that is shown: its diff as of one head commit. */
export type Shown = {
  details: PullRequestDetails;
  /** What is shown of it, with the files that are no longer changed and still have threads. */
  files: readonly ChangedFile[];
  /** Full hash of the merge base, `null` where no clone here tells. */
  base: string | null;
  clone: Clone | null;
};

/** The pull requests that this window has opened, and what was said on each, freshly pulled. */
export class PullRequests implements vscode.Disposable {
  readonly #parts: PullRequestParts;
  readonly #changed = new vscode.EventEmitter<void>();
  /** A conversation is another one now. */
  readonly onDidChange = this.#changed.event;
  readonly #records = new Map<string, PullRequestRecord>();
  /** By pull request and head commit. */
  readonly #shown = new Map<string, Promise<Shown>>();

  constructor(parts: PullRequestParts) {
    this.#parts = parts;
  }

  /** What was pulled here. */
  get all(): readonly PullRequestRecord[] {
    return [...this.#records.values()];
  }

  /** What was said on a pull request, as it was pulled last: here, or by the pull of the mentee's. */
  record(key: PullRequestKey): PullRequestRecord | undefined {
    return this.#records.get(keyOf(key)) ?? this.#parts.store.record({ ...key, title: '', url: '' });
  }

  /** Fetches it anew, as it is now. Throws the publisher's errors. */
  async open(key: PullRequestKey, signal?: AbortSignal): Promise<Shown> {
    const publisher = await this.#parts.publisher();
    const details = await publisher.details(key, signal);
    const record = await this.pull(details, signal);
    const shown = this.#show(details, record);
    this.#shown.set(shownKey(key, details.head.sha), shown);
    return shown;
  }

  /**
   * What was opened with this head commit; fetched anew in a window that was reloaded.
   * Throws 'pull-request-changed' when it has newer commits by now.
   */
  shown(key: PullRequestKey, sha: string): Promise<Shown> {
    const known = this.#shown.get(shownKey(key, sha));
    if (known) return known;
    const opened = this.open(key).then((shown) => {
      if (shown.details.head.sha === sha) return shown;
      throw new CairnError(
        'pull-request-changed',
        vscode.l10n.t('The pull request has newer commits by now. Open it again.'),
      );
    });
    this.#shown.set(shownKey(key, sha), opened);
    // The next document that asks tries again.
    opened.catch(() => this.#shown.delete(shownKey(key, sha)));
    return opened;
  }

  /** Brings everything that was said on it into cache and state. Throws what a pull throws, and 'not-found'. */
  async pull(
    { repository, number, nodeId }: PullRequestKey & { nodeId: string },
    signal?: AbortSignal,
  ): Promise<PullRequestRecord> {
    const { signIn, log, cache } = this.#parts;
    const host = config.host();
    const token = (await signIn.token()) ?? '';
    const [{ createGitHub }, { pullOne }] = await Promise.all([
      import('../../github/index.ts'),
      import('../../github/pullOne.ts'),
    ]);
    const github = createGitHub({ host, token, userAgent: 'cairn', log: (text) => log.debug(text) });
    const record = await pullOne({ github, host, cache: await cache(), nodeId, ...(signal && { signal }) });
    if (!record) {
      const words = vscode.l10n.t('GitHub no longer shows {0}#{1} to you.', repository, number);
      throw new CairnError('pull-request-not-found', words);
    }
    await this.take(record);
    return record;
  }

  /** Shows a record that is newer than what was known. */
  async take(record: PullRequestRecord): Promise<void> {
    this.#records.set(keyOf(record), record);
    await this.#parts.store.takeIn([record]);
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async #show(details: PullRequestDetails, record: PullRequestRecord): Promise<Shown> {
    const clone = await findClone(details.repository, this.#parts.git).catch((error: unknown) => {
      this.#parts.log.warn(String(error));
      return null;
    });
    const base = (await clone?.mergeBase(details.base.sha, details.head.sha)) ?? null;
    const paths = new Set(details.files.map((file) => file.path));
    const left = [...new Set(record.threads.map((thread) => thread.path))]
      .filter((path) => path !== '' && !paths.has(path))
      .map(
        (path): ChangedFile => ({
          path,
          previousPath: null,
          status: 'modified',
          additions: 0,
          deletions: 0,
          isBinary: false,
          patch: '',
        }),
      );
    return { details, files: [...details.files, ...left], base, clone };
  }
}

export const keyOf = ({ repository, number }: PullRequestKey) => `${repository.toLowerCase()}#${number}`;
const shownKey = (key: PullRequestKey, sha: string) => `${keyOf(key)}@${sha}`;
