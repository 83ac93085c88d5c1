import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type * as vscode from 'vscode';
import type { Store } from '../store.ts';
import { publishedFile } from './publishedFile.ts';

type Parts = { store: Store; log: vscode.LogOutputChannel };

/** Keeps what this machine publishes true: a little after the space changed; the code is loaded where it publishes anything. */
export function keepPublished(parts: Parts): vscode.Disposable {
  let timer: NodeJS.Timeout | undefined;
  const update = () => {
    timer = undefined;
    const { space } = parts.store;
    if (space && existsSync(join(space.privateFolder, publishedFile)))
      void import('./publish.ts').then(({ update }) => update(parts));
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
