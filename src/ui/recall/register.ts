import * as vscode from 'vscode';
import type { RecallWatchParts } from './begin.ts';

/** What the goal tracker says before a push. */
export type RecallNotice = {
  /** The same as long as the same files are meant. */
  key: string;
  text: string;
  rows: { feedback: string; text: string; about: string }[];
};

/** What was said before about what is staged now. */
export type Recall = vscode.Disposable & {
  readonly notice: RecallNotice | null;
  readonly onDidChange: vscode.Event<void>;
  /** No more of it for these files. */
  dismiss(): void;
};

/** Reminds a mentee of earlier feedback when they stage such code. Little of it is loaded before something is staged. */
export function registerRecall(parts: Omit<RecallWatchParts, 'onNotice' | 'onAnswered'>): Recall {
  const changed = new vscode.EventEmitter<void>();
  let notice: RecallNotice | null = null;
  const onNotice = (next: RecallNotice | null) => {
    notice = next;
    changed.fire();
  };
  const watching = import('./begin.ts').then(({ RecallWatch }) => new RecallWatch({ ...parts, onNotice }));
  return {
    get notice() {
      return notice;
    },
    onDidChange: changed.event,
    dismiss: () => void watching.then((watch) => watch.dismiss()),
    dispose() {
      void watching.then((watch) => watch.dispose());
      changed.dispose();
    },
  };
}
