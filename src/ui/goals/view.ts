import * as vscode from 'vscode';
import type { Feedback, Goal } from '../../model/state.ts';
import { views } from '../ids.ts';

/** What the goal tracker is built from. */
export type GoalsParts = {
  store: {
    readonly onDidChange: vscode.Event<unknown>;
    readonly isLoaded: boolean;
    readonly goals: readonly Goal[];
    readonly feedback: readonly Feedback[];
    load(): Promise<void>;
  };
  extensionUri: vscode.Uri;
  log: Pick<vscode.LogOutputChannel, 'error' | 'warn'>;
  situation: () => Situation;
  onDidChangeSituation: vscode.Event<unknown>;
};

/** Signed in or not, what is being pulled, what went wrong. */
export type Situation = {
  isSignedIn: boolean;
  hasRepositories: boolean;
  /** What the pull under way says, `null` when there is none. */
  pulling: string | null;
  /** What went wrong last and still stands, in words for people; `null` when nothing did. */
  problem: { code: string; message: string } | null;
};

/** Registers the goal tracker; nothing of it is loaded before the view becomes visible. */
export function registerGoalsView(parts: GoalsParts): vscode.Disposable {
  let page: vscode.Disposable | undefined;
  const registration = vscode.window.registerWebviewViewProvider(views.goals, {
    async resolveWebviewView(view) {
      const { GoalsPage } = await import('./page.ts');
      const fresh = new GoalsPage(parts, view);
      page = fresh;
      view.onDidDispose(() => fresh.dispose());
    },
  });
  return new vscode.Disposable(() => {
    registration.dispose();
    page?.dispose();
  });
}
