import * as vscode from 'vscode';
import type { ActiveSpace } from '../activeSpace.ts';
import { sessionScheme } from '../ids.ts';
import type { SignIn } from '../signIn.ts';
import type { Store } from '../store.ts';
import type { SessionFiles } from './files.ts';

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
  let files: Promise<SessionFiles> | undefined;
  const load = () => {
    files ??= import('./files.ts').then(({ SessionFiles }) => new SessionFiles(parts, changes));
    return files;
  };
  const refuse = async (uri: vscode.Uri) => (await load()).refuse(uri);
  const registered = vscode.workspace.registerFileSystemProvider(
    sessionScheme,
    {
      onDidChangeFile: changes.event,
      watch: () => new vscode.Disposable(() => {}),
      stat: async (uri) => (await load()).stat(uri),
      readFile: async (uri) => (await load()).readFile(uri),
      writeFile: async (uri, content) => (await load()).writeFile(uri, content),
      readDirectory: async (uri) => (await load()).readDirectory(uri),
      createDirectory: refuse,
      delete: refuse,
      rename: refuse,
    },
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
