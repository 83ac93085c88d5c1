import * as vscode from 'vscode';
import type { Publisher } from '../../github/publishing/index.ts';
import type { Drafts } from '../../journal/drafts/drafts.ts';
import type { Feedback } from '../../model/state.ts';
import { controllerIsLate, createController } from '../commentController.ts';
import type { Growth } from '../growth/growth.ts';
import { commentController, hunkScheme, pullRequestScheme } from '../ids.ts';
import type { LazyPullRequests } from '../pullRequest/register.ts';
import type { SignIn } from '../signIn.ts';
import type { Store } from '../store.ts';
import type { Outbox } from './outbox.ts';

type Parts = {
  store: Store;
  growth: Growth;
  signIn: SignIn;
  log: vscode.LogOutputChannel;
  pullRequests: LazyPullRequests;
  publisher: () => Promise<Publisher>;
  /** What was typed and not sent, of the space that is shown. */
  drafts: () => Promise<Drafts>;
  /** What was typed cannot be kept. */
  onFailure: (error: unknown) => void;
};

/** Shows feedback in the editor: its code at the line, with the conversation. */
export type Conversations = vscode.Disposable & {
  open(feedback: Feedback, options?: { preserveFocus?: boolean }): Promise<void>;
  /** What answers and resolves threads. */
  outbox(): Promise<Outbox>;
};

/**
 * Registers the comment controller and the read-only documents. The controller is made at once, since one that is
 * made while threads are shown draws them twice; all else is loaded when feedback is opened or a file has some.
 */
export function registerConversations(parts: Parts): Conversations {
  const { store, signIn, log, pullRequests } = parts;
  const controller = createController(commentController, vscode.l10n.t('Cairn'));
  let loading: Promise<import('./drawing.ts').Drawing> | undefined;
  const load = () => {
    loading ??= import('./drawing.ts').then(({ Drawing }) => new Drawing({ ...parts, controller }, look));
    return loading;
  };
  const look = () => {
    // Nothing to draw before the state is there and somebody reads a file.
    if (!store.isLoaded || vscode.window.visibleTextEditors.length === 0) return;
    const late = controllerIsLate(controller);
    if (late) {
      void late.then(look);
      return;
    }
    void load()
      .then(({ threads }) => threads.drawVisible())
      .catch((error: unknown) => log.error(error instanceof Error ? error : String(error)));
  };
  const lookAtPullRequest = ({ uri }: vscode.TextDocument) => {
    if (uri.scheme === pullRequestScheme) void store.load().then(look, () => {});
  };
  const owned = [
    controller,
    vscode.workspace.registerTextDocumentContentProvider(hunkScheme, {
      provideTextDocumentContent: async (uri) => {
        await store.load();
        const { documentOf } = await import('./document.ts');
        return documentOf(uri, store);
      },
    }),
    vscode.window.onDidChangeVisibleTextEditors(look),
    vscode.workspace.onDidOpenTextDocument(lookAtPullRequest),
    vscode.workspace.onDidChangeTextDocument(({ document }) => lookAtPullRequest(document)),
    vscode.workspace.onDidCloseTextDocument(lookAtPullRequest),
    pullRequests.onDidChange(look),
    signIn.onDidChange(look),
    store.onDidChange(look),
    parts.growth.onDidChange(look),
  ];
  return {
    async open(feedback, options) {
      await (await load()).threads.open(feedback, options ?? {});
    },
    outbox: async () => (await load()).outbox,
    dispose() {
      void loading?.then((loaded) => loaded.dispose());
      for (const one of owned) one.dispose();
    },
  };
}
