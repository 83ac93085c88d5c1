import * as vscode from 'vscode';
import type { SessionParts } from './register.ts';

type Files = Omit<vscode.FileSystemProvider, 'onDidChangeFile' | 'watch' | 'copy'> & vscode.Disposable;
type Changes = vscode.EventEmitter<vscode.FileChangeEvent[]>;

/** What keeps the files below each root of the scheme `cairn`; loaded with its first file. */
const roots: Record<string, (parts: SessionParts, changes: Changes) => Promise<Files>> = {
  sessions: async (parts, changes) => new (await import('./files.ts')).SessionFiles(parts, changes),
  charter: async (parts, changes) =>
    new (await import('../mentorship/charter/files.ts')).CharterFiles(parts, changes),
  playbook: async () => new (await import('../playbooks/files.ts')).PlaybookFiles(),
};

/** The files of the scheme `cairn`, each by what its path begins with. */
export class RootFiles implements Files {
  readonly #parts: SessionParts;
  readonly #changes: Changes;
  readonly #made = new Map<string, Promise<Files>>();

  constructor(parts: SessionParts, changes: Changes) {
    this.#parts = parts;
    this.#changes = changes;
  }

  async stat(uri: vscode.Uri) {
    return (await this.#at(uri)).stat(uri);
  }

  async readFile(uri: vscode.Uri) {
    return (await this.#at(uri)).readFile(uri);
  }

  async writeFile(uri: vscode.Uri, ...rest: [Uint8Array, { create: boolean; overwrite: boolean }]) {
    return (await this.#at(uri)).writeFile(uri, ...rest);
  }

  async readDirectory(uri: vscode.Uri) {
    return (await this.#at(uri)).readDirectory(uri);
  }

  async createDirectory(uri: vscode.Uri) {
    return (await this.#at(uri)).createDirectory(uri);
  }

  async delete(uri: vscode.Uri, options: { recursive: boolean }) {
    return (await this.#at(uri)).delete(uri, options);
  }

  async rename(uri: vscode.Uri, ...rest: [vscode.Uri, { overwrite: boolean }]) {
    return (await this.#at(uri)).rename(uri, ...rest);
  }

  dispose(): void {
    for (const files of this.#made.values())
      void files.then(
        (one) => one.dispose(),
        () => {},
      );
  }

  #at(uri: vscode.Uri): Promise<Files> {
    const root = uri.path.split('/', 2)[1] ?? '';
    const make = Object.hasOwn(roots, root) ? roots[root] : undefined;
    if (!make) throw vscode.FileSystemError.FileNotFound(uri);
    const made = this.#made.get(root) ?? make(this.#parts, this.#changes);
    this.#made.set(root, made);
    return made;
  }
}
