import * as vscode from 'vscode';
import type { EditorCoach, EditorCoachParts } from './editorCoach.ts';

/** The coach, loaded when it is first asked for. */
export type Coach = vscode.Disposable & { load(): Promise<EditorCoach> };

/** Waits for the first comment box of whichever extension; nothing of the coach is loaded before. */
export function registerCoach(parts: EditorCoachParts): Coach {
  let loaded: Promise<EditorCoach> | undefined;
  const load = () => {
    loaded ??= import('./editorCoach.ts').then(({ EditorCoach }) => new EditorCoach(parts));
    return loaded;
  };
  const look = ({ uri }: vscode.TextDocument) => {
    if (uri.scheme !== 'comment' || loaded) return;
    void load().catch((error: unknown) => parts.log.error(error instanceof Error ? error : String(error)));
  };
  const watch = vscode.workspace.onDidOpenTextDocument(look);
  vscode.workspace.textDocuments.forEach(look);
  return {
    load,
    dispose() {
      watch.dispose();
      void loaded?.then((coach) => coach.dispose());
    },
  };
}
