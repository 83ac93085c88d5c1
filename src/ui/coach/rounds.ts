import * as vscode from 'vscode';
import type { PullRequestRecord } from '../../model/pullRequest.ts';
import { threadsInRound } from '../../model/round.ts';
import { parsePullRequestUri } from '../pullRequest/uri.ts';
import type { SignIn } from '../signIn.ts';
import type { Store } from '../store.ts';
import { isBox } from './boxes.ts';

type Parts = { store: Store; signIn: SignIn };
type Git = {
  getAPI(version: 1): { getRepository(uri: vscode.Uri): { state: { HEAD?: { commit?: string } } } | null };
};
type Known = { key: string; threads: number | undefined };

/** Which round a comment box belongs to, told by the file that it was opened on. */
export class Rounds implements vscode.Disposable {
  readonly #parts: Parts;
  /** The file that somebody was in before they wrote in a box. */
  #file: vscode.Uri | undefined;
  readonly #files = new Map<string, vscode.Uri | undefined>();
  readonly #known = new Map<string, Known>();
  readonly #watch: vscode.Disposable;

  constructor(parts: Parts) {
    this.#parts = parts;
    const follow = (editor: vscode.TextEditor | undefined) => {
      if (editor && !isBox(editor.document)) this.#file = editor.document.uri;
    };
    follow(vscode.window.activeTextEditor);
    this.#file ??= vscode.window.visibleTextEditors.find(({ document }) => !isBox(document))?.document.uri;
    this.#watch = vscode.window.onDidChangeActiveTextEditor(follow);
  }

  /** Own threads of this round; `undefined` where the pull request is not known or the state is not loaded. */
  threads(document: vscode.TextDocument): number | undefined {
    return isBox(document) ? this.#of(document).threads : undefined;
  }

  /** A name for the round: of the pull request at its head, else of what is checked out, else of the day. */
  key(document: vscode.TextDocument): string {
    return this.#of(document).key;
  }

  /** The state is another one, or a box is gone. */
  forget(document?: vscode.TextDocument): void {
    this.#known.clear();
    if (document) this.#files.delete(document.uri.toString());
  }

  dispose(): void {
    this.#watch.dispose();
  }

  #of(document: vscode.TextDocument): Known {
    const box = document.uri.toString();
    if (!this.#files.has(box)) this.#files.set(box, this.#file);
    const file = this.#files.get(box);
    const known = this.#known.get(box) ?? this.#find(file);
    this.#known.set(box, known);
    return known;
  }

  #find(file: vscode.Uri | undefined): Known {
    const head = file && headOf(file);
    const record = file && this.#record(file, head);
    if (!record) return { key: head ?? new Date().toISOString().slice(0, 10), threads: undefined };
    const login = loginOf(this.#parts.signIn);
    return {
      key: `${record.repository}#${record.number}@${record.headSha ?? ''}`,
      threads: login === null ? undefined : threadsInRound(record, login),
    };
  }

  #record(file: vscode.Uri, head: string | undefined): PullRequestRecord | undefined {
    const { store } = this.#parts;
    // The coach is no reason to read journals and caches.
    if (!store.isLoaded) return undefined;
    const named = parsePullRequestUri(file);
    const refs = new Map<string, PullRequestRecord>();
    for (const { pullRequest } of store.feedback) {
      const key = `${pullRequest?.repository}#${pullRequest?.number}`;
      const record = pullRequest && !refs.has(key) ? store.record(pullRequest) : undefined;
      if (record) refs.set(key, record);
    }
    return [...refs.values()].find((record) =>
      named
        ? record.repository.toLowerCase() === named.repository.toLowerCase() && record.number === named.number
        : record.headSha !== null && record.headSha === head,
    );
  }
}

/** Commit that the file is shown at: what is checked out, or what another extension's address of it names. */
function headOf(file: vscode.Uri): string | undefined {
  const git = vscode.extensions.getExtension<Git>('vscode.git');
  try {
    if (file.scheme === 'file')
      return git?.isActive ? git.exports.getAPI(1).getRepository(file)?.state.HEAD?.commit : undefined;
    const { headCommit, commit } = JSON.parse(file.query) as Record<string, unknown>;
    return [headCommit, commit].find((one) => typeof one === 'string') as string | undefined;
  } catch {
    return undefined;
  }
}

/** A setting may name no host just now; that is told elsewhere. */
function loginOf(signIn: SignIn): string | null {
  try {
    return signIn.login();
  } catch {
    return null;
  }
}
