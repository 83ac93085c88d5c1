import type * as vscode from 'vscode';
import type { Failures } from '../failures.ts';
import type { SignIn } from '../signIn.ts';
import type { SituationKeeper } from '../situation.ts';
import type { Store } from '../store.ts';
import type { Knowledge } from './knowledge.ts';

export type KnowledgeParts = {
  store: Store;
  signIn: SignIn;
  situation: SituationKeeper;
  failures: Failures;
  memory: vscode.Memento;
  log: vscode.LogOutputChannel;
};

/** What commands use of the knowledge notes. */
export type LazyKnowledge = vscode.Disposable & { load(): Promise<Knowledge> };

/** Registers the Knowledge view and the marks at the code; a small piece is loaded at once, the rest when there is something. */
export function registerKnowledge(parts: KnowledgeParts): LazyKnowledge {
  const loaded = import('./knowledge.ts').then(({ Knowledge }) => new Knowledge(parts));
  return { load: () => loaded, dispose: () => void loaded.then((knowledge) => knowledge.dispose()) };
}
