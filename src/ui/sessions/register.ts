import * as vscode from 'vscode';
import type { ActiveSpace } from '../activeSpace.ts';
import { sessionScheme } from '../ids.ts';
import type { SignIn } from '../signIn.ts';
import type { Store } from '../store.ts';
import type { RootFiles } from './roots.ts';

export type SessionParts = {
  store: Store;
  activeSpace: ActiveSpace;
  signIn: SignIn;
  log: vscode.LogOutputChannel;
};

/**
 * Registers the texts of sessions, as files: VS Code brings them back after a reload, with what was typed and not
 * saved, shows them in its Markdown preview, and saves them into the journal. Their code is loaded with the first one.
 */
export function registerSessions(parts: SessionParts): vscode.Disposable {
  const changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  let files: Promise<RootFiles> | undefined;
  type Later = Omit<vscode.FileSystemProvider, 'onDidChangeFile' | 'watch' | 'copy'>;
  const later = (name: keyof Later) => {
    const call = async (...args: unknown[]) => {
      files ??= import('./roots.ts').then(({ RootFiles }) => new RootFiles(parts, changes));
      return ((await files)[name] as (...args: unknown[]) => unknown)(...args);
    };
    return [name, call] as const;
  };
  const names = [
    'stat',
    'readFile',
    'writeFile',
    'readDirectory',
    'createDirectory',
    'delete',
    'rename',
  ] as const;
  const provider = Object.fromEntries(names.map(later)) as unknown as Later;
  const registered = vscode.workspace.registerFileSystemProvider(
    sessionScheme,
    { ...provider, onDidChangeFile: changes.event, watch: () => new vscode.Disposable(() => {}) },
    { isCaseSensitive: true },
  );
  return {
    dispose() {
      void files?.then((one) => one.dispose());
      registered.dispose();
      changes.dispose();
    },
  };
}
