import * as vscode from 'vscode';
import { views } from '../ids.ts';
import type { HealthStore } from '../mentorship/look.ts';
import type { Recall } from '../recall/register.ts';
import type { Situation } from '../situation.ts';
import type { Store } from '../store.ts';

export type { Situation } from '../situation.ts';

/** What the goal tracker is built from. */
export type GoalsParts = {
  store: HealthStore & Pick<Store, 'onDidChange' | 'scaleAnswers' | 'mentee' | 'load'>;
  extensionUri: vscode.Uri;
  log: Pick<vscode.LogOutputChannel, 'error' | 'warn'>;
  /** Kept for the user. */
  memory: vscode.Memento;
  situation: () => Situation;
  onDidChangeSituation: vscode.Event<unknown>;
  /** What was said before about what is staged. */
  recall: Pick<Recall, 'notice' | 'onDidChange' | 'dismiss'>;
};

/** The registered view, for who wants to know whether somebody looks at it. */
export type GoalsView = vscode.Disposable & {
  readonly isVisible: boolean;
  readonly onDidChangeVisibility: vscode.Event<void>;
};

/** Registers the goal tracker; nothing of it is loaded before the view becomes visible. */
export function registerGoalsView(parts: GoalsParts): GoalsView {
  let page: vscode.Disposable | undefined;
  let shown: vscode.WebviewView | undefined;
  const visibility = new vscode.EventEmitter<void>();
  const registration = vscode.window.registerWebviewViewProvider(views.goals, {
    async resolveWebviewView(view) {
      shown = view;
      view.onDidChangeVisibility(() => visibility.fire());
      visibility.fire();
      const { GoalsPage } = await import('./page.ts');
      const fresh = new GoalsPage(parts, view);
      page = fresh;
      view.onDidDispose(() => {
        fresh.dispose();
        shown = undefined;
        visibility.fire();
      });
    },
  });
  return {
    get isVisible() {
      return shown?.visible ?? false;
    },
    onDidChangeVisibility: visibility.event,
    dispose() {
      registration.dispose();
      page?.dispose();
      visibility.dispose();
    },
  };
}
