import { createHash } from 'node:crypto';
import * as vscode from 'vscode';
import { diffLines, RecallIndex, type Staged } from '../../growth/recall/index.ts';
import type { Recurrence } from '../../model/growth.ts';
import type { Growth } from '../growth/growth.ts';
import { onHost } from '../repositories.ts';
import type { SignIn } from '../signIn.ts';
import type { Store } from '../store.ts';
import { RecallDecorations } from './decorations.ts';
import { type Found, join, type Said } from './found.ts';
import type { RecallNotice } from './register.ts';
import { EarlierPaths } from './renames.ts';
import type { StagedFile, StagedIn } from './watch.ts';
import { countWords, ideaWords } from './words.ts';

export type RecallingParts = {
  store: Pick<Store, 'load' | 'isLoaded' | 'feedback' | 'mentee' | 'onDidChange'>;
  signIn: Pick<SignIn, 'login' | 'onDidChange'>;
  growth: Pick<Growth, 'themes' | 'recurrences' | 'themeOf' | 'followThrough' | 'onDidChange'>;
  memory: vscode.Memento;
  log: Pick<vscode.LogOutputChannel, 'trace' | 'error'>;
  onNotice: (notice: RecallNotice | null) => void;
  /** Milliseconds from git's event until all is ready to be drawn. */
  onAnswered?: (milliseconds: number) => void;
};

/** Of so many staged files git is asked which lines are staged, and of none larger than this, in bytes. */
const [mostDiffs, largest] = [10, 1_000_000];
const dismissed = 'recall.dismissed';
/** Milliseconds in which changes of the state are one. */
const settle = 250;

/** Answers what is staged with what was said before, in the editor and in the goal tracker. */
export class Recalling implements vscode.Disposable {
  readonly #parts: RecallingParts;
  readonly #decorations = new RecallDecorations();
  readonly #earlier: EarlierPaths;
  readonly #owned: vscode.Disposable[];
  #staged: readonly StagedIn[] = [];
  #index: RecallIndex | undefined;
  #recurrences: ReadonlyMap<string, Recurrence> = new Map();
  /** Which lines are staged, by the file's address, as far as git has said so. */
  #lines = new Map<string, Staged['lines']>();
  #key = '';
  /** The notice that stands. */
  #said = 'null';
  #scheduled: NodeJS.Timeout | undefined;
  #isDisposed = false;

  constructor(parts: RecallingParts) {
    this.#parts = parts;
    this.#earlier = new EarlierPaths(parts.memory);
    this.#owned = [
      this.#decorations,
      parts.store.onDidChange(() => this.#again()),
      parts.signIn.onDidChange(() => this.#again()),
      parts.growth.onDidChange(() => void this.#learn()),
    ];
    // What themes there are is known later; what was said about the same files does not wait for that.
    void this.#learn();
  }

  /** Other files are staged. @param since when git said so, see `performance.now` */
  take(staged: readonly StagedIn[], since: number): void {
    this.#staged = staged;
    this.#lines = new Map();
    for (const one of staged) this.#earlier.note(one);
    // Whoever stages the same files for another push is reminded again.
    if (staged.length === 0) void this.#parts.memory.update(dismissed, undefined);
    const found = this.#answer();
    const took = performance.now() - since;
    this.#parts.onAnswered?.(took);
    this.#parts.log.trace(
      `Before the push: ${found.files.length} files recalled after ${took.toFixed(1)} ms`,
    );
    void this.#readLines(found).catch((error: unknown) => this.#parts.log.error(String(error)));
  }

  /** No more of it for these files. */
  dismiss(): void {
    void this.#parts.memory.update(dismissed, this.#key);
    this.#show({ files: [], ideas: [] });
  }

  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#scheduled);
    for (const one of this.#owned) one.dispose();
  }

  /** What feedback says has changed. */
  #again(): void {
    this.#index = undefined;
    if (this.#isDisposed) return;
    this.#scheduled ??= setTimeout(() => {
      this.#scheduled = undefined;
      this.#know()?.prepare();
      this.#answer();
    }, settle);
  }

  async #learn(): Promise<void> {
    const { store, growth, log } = this.#parts;
    try {
      await store.load();
      if (!this.#isOwn()) return;
      await growth.themes();
      this.#recurrences = await growth.recurrences();
      this.#again();
    } catch (error) {
      log.error(error instanceof Error ? error : String(error));
    }
  }

  /** Only a mentee is reminded, and only of their own feedback: whoever mentors has somebody else's before them. */
  #isOwn(): boolean {
    const { store, signIn } = this.#parts;
    try {
      return store.mentee !== null && store.mentee.toLowerCase() === signIn.login()?.toLowerCase();
    } catch {
      // The setting names no server, so nobody is signed in to it.
      return false;
    }
  }

  /** `undefined` where nobody is to be reminded. */
  #know(): RecallIndex | undefined {
    const { store, growth } = this.#parts;
    if (!store.isLoaded || !this.#isOwn()) return undefined;
    this.#index ??= new RecallIndex(store.feedback, {
      themeOf: growth.themeOf,
      followThrough: growth.followThrough,
      recurrences: this.#recurrences,
    });
    return this.#index;
  }

  #answer(): Found {
    const said: Said[] = [];
    const index = this.#staged.length > 0 ? this.#know() : undefined;
    if (index) {
      for (const { root, remotes, files } of this.#staged) {
        const asked = files.map(({ uri, path }) => ({
          path,
          earlierPaths: this.#earlier.of(root, path),
          lines: this.#lines.get(uri.toString()),
        }));
        said.push({ files, answer: index.answer(onHost(remotes), asked) });
      }
    }
    const found = join(said);
    this.#key = keyOf(found.files.map(({ file }) => file));
    const isDismissed = this.#parts.memory.get(dismissed) === this.#key;
    this.#show(isDismissed ? { files: [], ideas: [] } : found);
    return found;
  }

  #show({ files, ideas }: Found): void {
    this.#decorations.show(new Map(files.map(({ file, recalled }) => [file.uri.toString(), recalled])));
    const count = files.filter(({ recalled }) => recalled.because === 'file').length;
    const rows = ideas.map((idea) => ({ feedback: idea.feedback.id, ...ideaWords(idea) }));
    this.#notice(rows.length === 0 ? null : { key: this.#key, text: countWords(count), rows });
  }

  #notice(next: RecallNotice | null): void {
    const said = JSON.stringify(next);
    if (said === this.#said) return;
    this.#said = said;
    this.#parts.onNotice(next);
  }

  /** Asks git which lines are staged, so that what was said near them comes first. */
  async #readLines({ files }: Found): Promise<void> {
    const staged = this.#staged;
    const near = files.filter(({ recalled }) => recalled.because === 'file').slice(0, mostDiffs);
    for (const { file } of near) {
      const repository = staged.find((one) => one.files.includes(file));
      const size = await vscode.workspace.fs.stat(file.uri).then(
        (stat) => stat.size,
        () => Number.POSITIVE_INFINITY,
      );
      if (size > largest || this.#staged !== staged) continue;
      const diff = await repository?.diff(file).catch(() => null);
      if (typeof diff === 'string') this.#lines.set(file.uri.toString(), diffLines(diff));
    }
    if (this.#lines.size > 0 && this.#staged === staged && !this.#isDisposed) this.#answer();
  }
}

function keyOf(files: readonly StagedFile[]): string {
  const hash = createHash('sha256');
  for (const uri of files.map((file) => file.uri.toString()).sort()) hash.update(`${uri}\n`);
  return hash.digest('base64url');
}
