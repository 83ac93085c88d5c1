import { join } from 'node:path';
import * as vscode from 'vscode';
import type { CloneHistory } from '../../git/history/index.ts';
import type { Git } from '../../git/index.ts';
import { folderOf } from '../../github/places.ts';
import type { Asked } from '../../growth/followThrough/index.ts';
import type { FollowThrough } from '../../model/growth.ts';
import type { PullRequestRecord } from '../../model/pullRequest.ts';
import { feedbackId } from '../../model/toFeedback.ts';
import * as config from '../config.ts';
import { rootOf } from '../pullRequest/clone.ts';
import { remoteNamesOf } from '../repositories.ts';
import { followedWords } from './followWords.ts';
import type { GrowthParts } from './growthCore.ts';
import { pacer } from './pace.ts';

/**
 * Milliseconds after a change before it is worked out by itself, from clones and then with GitHub: what the user waits
 * for goes first.
 */
const [quiet, quietAtGitHub] = [4000, 60_000];

/** What became of commented lines: what is known, and what works out the rest, the newest pull request first. */
export class Following {
  readonly #parts: GrowthParts;
  readonly #onChange: () => void;
  readonly #known = new Map<string, FollowThrough>();
  readonly #stop = new AbortController();
  readonly #owned: vscode.Disposable[];
  #isStale = true;
  /** GitHub was not asked yet what clones did not know. */
  #isPartly = true;
  #running: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #telling: NodeJS.Timeout | undefined;

  constructor(parts: GrowthParts, onChange: () => void) {
    this.#parts = parts;
    this.#onChange = onChange;
    const again = () => this.#again();
    this.#owned = [
      parts.store.onDidChange(({ feedback }) => (feedback === 'all' || feedback.size > 0) && again()),
      parts.signIn.onDidChange(again),
      vscode.workspace.onDidChangeWorkspaceFolders(again),
      vscode.workspace.onDidGrantWorkspaceTrust(again),
    ];
    this.#soon();
  }

  /** What is known now, without a wait. */
  of(feedbackId: string): FollowThrough | undefined {
    return this.#known.get(feedbackId);
  }

  /** The same in a few words; `null` where there is nothing to say. */
  words(feedbackId: string): string | null {
    const followed = this.#known.get(feedbackId);
    return followed ? followedWords(followed) : null;
  }

  /** All line comments of the mentee. Rejects with the signal's reason when it was left. */
  async all(signal?: AbortSignal): Promise<ReadonlyMap<string, FollowThrough>> {
    signal?.throwIfAborted();
    while (this.#isStale || this.#isPartly || this.#running) {
      const run = this.#run(true);
      if (!signal) await run;
      else {
        // Who leaves does not stop it for others.
        let leave = () => {};
        const left = new Promise<void>((resolve) => {
          leave = resolve;
          signal.addEventListener('abort', leave, { once: true });
        });
        await Promise.race([run, left]).finally(() => signal.removeEventListener('abort', leave));
        signal.throwIfAborted();
      }
    }
    return this.#known;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#telling);
    this.#stop.abort();
    for (const one of this.#owned) one.dispose();
  }

  #again(): void {
    this.#isStale = true;
    this.#isPartly = true;
    this.#soon();
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#isStale) void this.#run(false);
      this.#timer = setTimeout(() => {
        if (this.#isPartly) void this.#run(true);
      }, quietAtGitHub);
    }, quiet);
  }

  /** @param isWhole GitHub is asked as well, where clones do not know */
  #run(isWhole: boolean): Promise<void> {
    this.#running ??= this.#work(isWhole)
      .catch((error: unknown) => {
        if (!this.#stop.signal.aborted) this.#parts.log.warn(`Follow-through: ${String(error)}`);
      })
      .finally(() => {
        this.#running = undefined;
      });
    return this.#running;
  }

  async #work(isWhole: boolean): Promise<void> {
    this.#isStale = false;
    if (isWhole) this.#isPartly = false;
    const { store, globalStorageUri, log } = this.#parts;
    await store.load();
    const all = this.#asked();
    const [{ followAll, keptIn }, clones] = await Promise.all([
      import('../../growth/followThrough/index.ts'),
      openClones(this.#parts, this.#stop.signal),
    ]);
    try {
      const seen = new Set<string>();
      await followAll(all, {
        clone: (record) => clones.find(record),
        github: async (record) => (isWhole ? this.#github(record) : null),
        file: ({ host, repository, number }) =>
          join(folderOf(keptIn(globalStorageUri.fsPath), host, repository), `${Math.trunc(number)}.json`),
        onAnswers: ({ record, threads }, answers) => {
          for (const thread of threads) {
            const answer = answers.get(thread.id);
            for (const comment of answer ? thread.comments : []) {
              const id = feedbackId(record.host, 'line', comment.databaseId);
              seen.add(id);
              this.#known.set(id, { feedbackId: id, ...answer! });
            }
          }
          this.#tell();
        },
        onProblem: (error) => log.debug(`Follow-through: ${String(error)}`),
        pace: pacer(),
        now: Date.now,
        signal: this.#stop.signal,
      });
      for (const id of [...this.#known.keys()]) if (!seen.has(id) && !this.#isStale) this.#known.delete(id);
    } finally {
      clones.close();
      this.#tell();
    }
  }

  /** Threads that hold feedback of the mentee, the newest pull requests first. */
  #asked(): Asked[] {
    const { store } = this.#parts;
    const asked = new Map<PullRequestRecord, Set<PullRequestRecord['threads'][number]>>();
    for (const { id, kind } of store.allFeedback) {
      const found = kind === 'line' ? store.thread(id) : undefined;
      if (!found) continue;
      const threads = asked.get(found.record) ?? new Set();
      asked.set(found.record, threads.add(found.thread));
    }
    return [...asked]
      .map(([record, threads]) => ({ record, threads: [...threads] }))
      .sort((one, other) => (one.record.createdAt < other.record.createdAt ? 1 : -1));
  }

  async #github(record: PullRequestRecord) {
    const host = config.host();
    if (host.name !== record.host) return null;
    const account = await this.#parts.signIn.account();
    if (!account) return null;
    const { GitHubHistory } = await import('../../github/history/index.ts');
    const { repository } = record;
    const log = (text: string) => this.#parts.log.debug(text);
    const { signal } = this.#stop;
    return new GitHubHistory({ host, token: account.token, userAgent: 'cairn', repository, signal, log });
  }

  /** Views draw everything anew: not for each pull request. */
  #tell(): void {
    if (this.#stop.signal.aborted) return;
    this.#telling ??= setTimeout(() => {
      this.#telling = undefined;
      this.#onChange();
    }, 300);
  }
}

type Clones = { find(record: PullRequestRecord): Promise<CloneHistory | null>; close(): void };

/** The clones of the workspace, each opened when it is needed. */
async function openClones(
  { signIn, log, globalStorageUri }: GrowthParts,
  signal: AbortSignal,
): Promise<Clones> {
  const folders = vscode.workspace.isTrusted ? (vscode.workspace.workspaceFolders ?? []) : [];
  const roots = new Map<string, string[]>();
  for (const { uri } of folders) {
    if (uri.scheme !== 'file') continue;
    const names = await remoteNamesOf(uri).catch(() => []);
    roots.set(
      rootOf(uri).fsPath,
      names.map((name) => name.toLowerCase()),
    );
  }
  const opened = new Map<string, CloneHistory>();
  let git: Promise<Git> | undefined;

  async function open(folder: string): Promise<CloneHistory> {
    const known = opened.get(folder);
    if (known) return known;
    const [{ CloneHistory }, { openGit }] = await Promise.all([
      import('../../git/history/index.ts'),
      import('../git.ts'),
    ]);
    git ??= openGit({ signIn, log, globalStorage: globalStorageUri });
    const history = new CloneHistory(await git, folder, signal);
    opened.set(folder, history);
    return history;
  }

  return {
    // A clone that has the commits answers for them whatever the repository was called when it was made.
    find: async (record) => {
      const name = record.repository.toLowerCase();
      const isNamed = (folder: string) => roots.get(folder)!.includes(name);
      const folders = [...roots.keys()].sort((one, other) => Number(isNamed(other)) - Number(isNamed(one)));
      let named: CloneHistory | null = null;
      for (const folder of folders) {
        const history = await open(folder);
        try {
          const [head] = record.headSha === null ? [] : await history.commits([record.headSha]);
          if (head && !('unknown' in head)) return history;
          if (isNamed(folder)) named ??= history;
        } catch (error) {
          signal.throwIfAborted();
          // A folder that is no repository, or no longer one.
          log.debug(`Follow-through: ${String(error)}`);
        }
      }
      return named;
    },
    close: () => {
      for (const history of opened.values()) history.close();
    },
  };
}
