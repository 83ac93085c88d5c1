import * as vscode from 'vscode';
import type { PullRequestKey } from '../../github/publishing/index.ts';
import { CairnError } from '../../model/errors.ts';
import { type PullRequestParts, PullRequests } from './pullRequests.ts';
import { resourcesOf, titleOf } from './resources.ts';
import { type Text, Texts } from './texts.ts';
import { type PullRequestFile, parsePullRequestUri } from './uri.ts';

/** A pull request of at most so many files is read as a whole; of a larger one, what is in view. */
const wholeUpTo = 40;
/** Files that are read before the editor opens, so that it does not open empty. */
const readFirst = 6;

/** What opening a pull request tells a program. */
export type OpenedPullRequest = PullRequestKey & {
  title: string;
  url: string;
  files: number;
  threads: number;
};

/** Pull requests as multi-file diffs, without a checkout. */
export class PullRequestEditor implements vscode.Disposable {
  readonly pullRequests: PullRequests;
  readonly texts: Texts;
  readonly #files: vscode.EventEmitter<vscode.FileChangeEvent[]>;
  readonly #changed: vscode.EventEmitter<void>;
  readonly #owned: vscode.Disposable[];
  /** Documents that wait to be read until somebody looks at them. */
  readonly #waiting = new Map<string, { uri: vscode.Uri; file: PullRequestFile }>();
  /** Documents that say what went wrong, as nobody being signed in: another time they may have their text. */
  readonly #excuses = new Map<string, vscode.Uri>();
  /** How often the text behind an address has become another one. */
  readonly #versions = new Map<string, number>();

  constructor(
    parts: PullRequestParts,
    files: vscode.EventEmitter<vscode.FileChangeEvent[]>,
    changed: vscode.EventEmitter<void>,
  ) {
    this.#files = files;
    this.#changed = changed;
    this.pullRequests = new PullRequests(parts);
    this.texts = new Texts(this.pullRequests, parts.publisher);
    this.#owned = [
      this.pullRequests,
      this.pullRequests.onDidChange(() => changed.fire()),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#readVisible()),
      parts.signIn.onDidChange(() => this.#readAgain()),
    ];
  }

  /** Opens it as it is now, with its threads. Throws 'cancelled' and the publisher's errors. */
  async open(key: PullRequestKey): Promise<OpenedPullRequest> {
    const shown = await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        cancellable: true,
        title: vscode.l10n.t('Opening {0}#{1}…', key.repository, key.number),
      },
      async (_, token) => {
        const abort = new AbortController();
        token.onCancellationRequested(() => abort.abort());
        const opened = await this.pullRequests.open(key, abort.signal);
        const first = resourcesOf(opened).slice(0, readFirst);
        const read = first.flatMap(([, ...sides]) => sides.filter((side) => side !== undefined));
        await Promise.race([
          Promise.all(read.map((uri) => this.texts.read(parsePullRequestUri(uri)!))),
          new Promise((resolve) => token.onCancellationRequested(resolve)),
        ]);
        if (abort.signal.aborted) throw new CairnError('cancelled', vscode.l10n.t('Cancelled.'));
        return opened;
      },
    );
    const { repository, number, title, url, files } = shown.details;
    const record = this.pullRequests.record(shown.details);
    this.#readAgain();
    await vscode.commands.executeCommand('vscode.changes', titleOf(shown, record), resourcesOf(shown));
    // Else the next file that somebody looks at, or a click in the list of comments, takes its place.
    await vscode.commands.executeCommand('workbench.action.keepEditor');
    return { repository, number, title, url, files: files.length, threads: record?.threads.length ?? 0 };
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    if (!parsePullRequestUri(uri)) throw vscode.FileSystemError.FileNotFound(uri);
    return { type: vscode.FileType.File, ctime: 0, mtime: this.#versions.get(String(uri)) ?? 0, size: 0 };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const file = parsePullRequestUri(uri);
    if (!file) throw vscode.FileSystemError.FileNotFound(uri);
    const text =
      this.texts.known(file) ?? ((await this.#isWanted(file, uri)) && (await this.texts.read(file)));
    if (text) {
      this.#waiting.delete(String(uri));
      if (!text.isFile && !this.texts.known(file)) this.#excuses.set(String(uri), uri);
      return Buffer.from(text.text);
    }
    this.#waiting.set(String(uri), { uri, file });
    return Buffer.from(vscode.l10n.t('Loading…'));
  }

  /** What a document shows, once it was read. */
  textOf(uri: vscode.Uri): Text | undefined {
    const file = parsePullRequestUri(uri);
    return file && !this.#waiting.has(String(uri)) ? this.texts.known(file) : undefined;
  }

  dispose(): void {
    for (const one of this.#owned) one.dispose();
  }

  /** Whether the text is worth its request now: of a large pull request, what is in view or has threads. */
  async #isWanted(file: PullRequestFile, uri: vscode.Uri): Promise<boolean> {
    if (isVisible(uri)) return true;
    const shown = await this.pullRequests.shown(file, file.sha).catch(() => null);
    // What went wrong is said by the text.
    if (!shown || shown.files.length <= wholeUpTo) return true;
    const record = this.pullRequests.record(file);
    return record?.threads.some(({ path }) => path === file.path) ?? false;
  }

  #readVisible(): void {
    for (const { document } of vscode.window.visibleTextEditors) {
      const waiting = this.#waiting.get(String(document.uri));
      if (!waiting) continue;
      this.#waiting.delete(String(document.uri));
      void this.texts.read(waiting.file).then(() => this.#isOther([waiting.uri]));
    }
  }

  #readAgain(): void {
    const uris = [...this.#excuses.values()];
    this.#excuses.clear();
    if (uris.length > 0) this.#isOther(uris);
  }

  /** The texts behind these addresses are other ones now. */
  #isOther(uris: vscode.Uri[]): void {
    for (const uri of uris) this.#versions.set(String(uri), (this.#versions.get(String(uri)) ?? 0) + 1);
    this.#files.fire(uris.map((uri) => ({ type: vscode.FileChangeType.Changed, uri })));
    this.#changed.fire();
  }
}

const isVisible = (uri: vscode.Uri) =>
  vscode.window.visibleTextEditors.some((editor) => String(editor.document.uri) === String(uri));
