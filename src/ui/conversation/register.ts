import * as vscode from 'vscode';
import type { Feedback } from '../../model/state.ts';
import { commentController, hunkScheme } from '../ids.ts';
import type { Store } from '../store.ts';

/** Shows feedback in the editor: its code at the line, with the conversation. */
export type Conversations = vscode.Disposable & {
  open(feedback: Feedback, options?: { preserveFocus?: boolean }): Promise<void>;
};

/**
 * Registers the comment controller and the read-only documents. The controller is made at once, since one that is
 * made while threads are shown draws them twice; all else is loaded when feedback is opened or a file has some.
 */
export function registerConversations(parts: { store: Store; log: vscode.LogOutputChannel }): Conversations {
  const { store, log } = parts;
  const controller = vscode.comments.createCommentController(commentController, vscode.l10n.t('Cairn'));
  let threads: Promise<import('./threads.ts').Threads> | undefined;
  const load = () => {
    threads ??= import('./threads.ts').then(({ Threads }) => new Threads({ controller, store, log }));
    return threads;
  };
  const look = () => {
    // Nothing to draw before the state is there and somebody reads a file.
    if (!store.isLoaded || vscode.window.visibleTextEditors.length === 0) return;
    void load()
      .then((loaded) => loaded.drawVisible())
      .catch((error: unknown) => log.error(error instanceof Error ? error : String(error)));
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
    store.onDidChange(look),
  ];
  return {
    async open(feedback, options) {
      await (await load()).open(feedback, options ?? {});
    },
    dispose() {
      void threads?.then((loaded) => loaded.dispose());
      for (const one of owned) one.dispose();
    },
  };
}
