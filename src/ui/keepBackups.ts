import { promises as files } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { dataFolder } from './dataFolder.ts';
import type { Store } from './store.ts';

/** How long after the space was opened backups are looked at, and how often after that, in milliseconds. */
const firstLook = 90_000;
const lookEvery = 60 * 60 * 1000;

type Parts = {
  store: Pick<Store, 'isLoaded' | 'onDidChange'>;
  log: Pick<vscode.LogOutputChannel, 'warn'>;
  /** Where the spaces are, by the settings when left out. */
  folder?: () => string;
  /** How long to wait for the first look, in milliseconds. */
  wait?: number;
};

/** Backs every space up once a day, in the background: the first time when whoever opened the window is at work. */
export function keepBackups({ store, log, folder = dataFolder, wait = firstLook }: Parts): vscode.Disposable {
  /** The day on which each space was looked at last. */
  const done = new Map<string, string>();
  let timer: NodeJS.Timeout | undefined;
  let hasSaid = false;
  const fail = (error: unknown, name: string) => {
    log.warn(`No backup of ${name}: ${error instanceof Error ? error.message : error}`);
    if (hasSaid) return;
    hasSaid = true;
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        'Cairn could not make its daily backup of a space. The space itself is untouched. "Cairn: Show Log" tells more.',
      ),
    );
  };
  const look = async () => {
    timer = setTimeout(look, lookEvery);
    try {
      const day = new Date().toISOString().slice(0, 10);
      const data = folder();
      for (const slug of await slugs(data)) {
        if (done.get(join(data, slug)) === day) continue;
        const { makeBackup, placesOf } = await import('../journal/backup/backup.ts');
        await makeBackup(placesOf(data, slug), { onProblem: (file, error) => fail(error, file) }).then(
          () => done.set(join(data, slug), day),
          (error: unknown) => fail(error, slug),
        );
      }
    } catch (error) {
      fail(error, 'the spaces');
    }
  };
  const opened = store.onDidChange(() => {
    if (!store.isLoaded) return;
    opened.dispose();
    timer = setTimeout(look, wait);
  });
  return vscode.Disposable.from(opened, { dispose: () => clearTimeout(timer) });
}

/** Every space of which anything is there; a private journal may stand alone. */
async function slugs(data: string): Promise<Set<string>> {
  const names = ['spaces', 'private'].map((kind) =>
    files.readdir(join(data, kind), { withFileTypes: true }).catch(() => []),
  );
  const entries = (await Promise.all(names)).flat();
  return new Set(entries.flatMap((entry) => (entry.isDirectory() ? entry.name : [])));
}
