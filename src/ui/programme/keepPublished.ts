import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type * as vscode from 'vscode';
import { dataFolder } from '../dataFolder.ts';
import type { Store } from '../store.ts';

type Parts = { store: Store; activeSpace: { slug(): string }; log: vscode.LogOutputChannel };

/** Keeps what this machine publishes true: a little after the space changed; the code is loaded where it publishes anything. */
export function keepPublished(parts: Parts): vscode.Disposable {
  let timer: NodeJS.Timeout | undefined;
  const update = () => {
    timer = undefined;
    try {
      if (existsSync(join(dataFolder(), 'programme', 'published.json')))
        void import('./publish.ts').then(({ update }) => update(parts));
    } catch {
      // A bad data folder is said where the space is opened.
    }
  };
  const watch = parts.store.onDidChange(() => {
    timer ??= setTimeout(update, 2000);
  });
  return {
    dispose() {
      clearTimeout(timer);
      watch.dispose();
    },
  };
}
