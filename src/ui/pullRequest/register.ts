import * as vscode from 'vscode';
import { pullRequestScheme } from '../ids.ts';
import type { PullRequestEditor } from './editor.ts';
import type { PullRequestParts } from './pullRequests.ts';

/** Pull requests in the editor; their code is loaded with the first one that is opened. */
export type LazyPullRequests = vscode.Disposable & {
  load(): Promise<PullRequestEditor>;
  /** Without loading anything; `undefined` before the first one was opened. */
  readonly now: PullRequestEditor | undefined;
  /** What was said on one of them, or the text of a document, is another one now. */
  readonly onDidChange: vscode.Event<void>;
};

/**
 * Registers the read-only files of pull requests. They are files and no text of a content provider, so that VS Code
 * brings them back after a reload: it starts this extension when it restores such an editor.
 */
export function registerPullRequests(parts: PullRequestParts): LazyPullRequests {
  const files = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const changed = new vscode.EventEmitter<void>();
  let loading: Promise<PullRequestEditor> | undefined;
  let now: PullRequestEditor | undefined;
  const load = () => {
    loading ??= import('./editor.ts').then(({ PullRequestEditor }) => {
      now = new PullRequestEditor(parts, files, changed);
      return now;
    });
    return loading;
  };
  const refuse = (uri: vscode.Uri) => {
    throw vscode.FileSystemError.NoPermissions(uri);
  };
  const provider: vscode.FileSystemProvider = {
    onDidChangeFile: files.event,
    watch: () => new vscode.Disposable(() => {}),
    stat: async (uri) => (await load()).stat(uri),
    readFile: async (uri) => (await load()).readFile(uri),
    readDirectory: () => [],
    createDirectory: refuse,
    writeFile: refuse,
    delete: refuse,
    rename: refuse,
  };
  const isReadonly = new vscode.MarkdownString(
    vscode.l10n.t('A pull request is read here, not changed: comment on its lines instead.'),
  );
  const registered = vscode.workspace.registerFileSystemProvider(pullRequestScheme, provider, {
    isReadonly,
    isCaseSensitive: true,
  });
  return {
    load,
    get now() {
      return now;
    },
    onDidChange: changed.event,
    dispose() {
      now?.dispose();
      for (const one of [registered, files, changed]) one.dispose();
    },
  };
}
