import * as vscode from 'vscode';
import { CairnError } from '../../../model/errors.ts';
import { SessionDiagnostics } from '../../sessions/diagnostics.ts';
import type { SessionParts } from '../../sessions/register.ts';
import { loadSessions } from '../../sessions/texts.ts';
import { wordsFor } from '../../words/errors.ts';
import { type CharterAddress, charterRoot, parseCharterPath, standsIn } from './address.ts';
import { CharterLenses } from './lenses.ts';
import { charterRemarks } from './remarks.ts';
import { writtenEvents } from './save.ts';
import { blankCharter } from './text.ts';

type File = { content: string; writtenAt: number; isReadOnly: boolean };
const { FileSystemError } = vscode;

/**
 * Charters as files: the current one is the newest version, or a template until one is written, and saving it is one act
 * in the journal. Versions are never changed, so that no words are lost, whoever writes after whom: VS Code compares
 * where somebody else's came in between.
 */
export class CharterFiles
  implements Omit<vscode.FileSystemProvider, 'onDidChangeFile' | 'watch'>, vscode.Disposable
{
  readonly #parts: SessionParts;
  readonly #changes: vscode.EventEmitter<vscode.FileChangeEvent[]>;
  readonly #diagnostics: SessionDiagnostics;
  readonly #owned: vscode.Disposable[];
  /** What VS Code was told last of each file: a text that is another one has a later time, also after an undo. */
  readonly #told = new Map<string, { uri: vscode.Uri; content: string; mtime: number }>();
  /** Files that are being saved: what comes back of them is no news. */
  readonly #saving = new Set<string>();

  constructor(parts: SessionParts, changes: vscode.EventEmitter<vscode.FileChangeEvent[]>) {
    this.#parts = parts;
    this.#changes = changes;
    this.#diagnostics = new SessionDiagnostics(parts, charterRoot, charterRemarks);
    this.#owned = [
      this.#diagnostics,
      new CharterLenses(parts),
      parts.store.onDidChange(
        () => void this.#lookForNews().catch((error) => parts.log.error(error as Error)),
      ),
    ];
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const file = await this.#file(uri);
    const { mtime } = this.#tell(uri, file);
    return {
      type: vscode.FileType.File,
      ctime: file.writtenAt,
      mtime,
      size: Buffer.byteLength(file.content),
      ...(file.isReadOnly && { permissions: vscode.FilePermission.Readonly }),
    };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const file = await this.#file(uri);
    this.#tell(uri, file);
    return Buffer.from(file.content);
  }

  /** One act. When this resolves it is on the disk; when it throws, the editor keeps what was typed and says why. */
  async writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    const key = String(uri);
    const { store, log } = this.#parts;
    try {
      const file = await this.#file(uri);
      if (file.isReadOnly) {
        throw new CairnError(
          'not-yours',
          vscode.l10n.t(
            'A version of a charter never changes. “Cairn: Open Charter” opens the one to write on.',
          ),
        );
      }
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(content);
      const events = writtenEvents({ charters: store.charters, mentorship: store.records.mentorship }, text);
      this.#saving.add(key);
      if (events.length > 0) await store.perform(events);
      this.#tell(uri, await this.#file(uri));
      this.#diagnostics.saved(uri);
    } catch (error) {
      if (!(error instanceof CairnError) && !(error instanceof FileSystemError)) log.error(error as Error);
      const words = error instanceof FileSystemError ? error.message : wordsFor(error);
      this.#diagnostics.refused(uri, words);
      throw error instanceof FileSystemError ? error : FileSystemError.Unavailable(words);
    } finally {
      this.#saving.delete(key);
    }
  }

  readDirectory(): never {
    throw refusal();
  }

  createDirectory(): never {
    throw refusal();
  }

  delete(): never {
    throw refusal();
  }

  rename(): never {
    throw refusal();
  }

  dispose(): void {
    for (const one of this.#owned) one.dispose();
  }

  async #file(uri: vscode.Uri): Promise<File> {
    const address = parseCharterPath(uri.path);
    if (!address) throw FileSystemError.FileNotFound(uri);
    try {
      await loadSessions(this.#parts);
    } catch (error) {
      throw FileSystemError.Unavailable(wordsFor(error));
    }
    return this.#fileOf(uri, address);
  }

  async #fileOf(uri: vscode.Uri, address: CharterAddress): Promise<File> {
    const { store } = this.#parts;
    const { space, version } = address;
    const shown = store.space?.folder;
    if (shown === undefined || !standsIn(address, shown))
      throw FileSystemError.Unavailable(
        vscode.l10n.t(
          'This charter stands in the space “{0}”, and another one is shown. "Cairn: Switch Space" brings it back; what you typed stays here.',
          space,
        ),
      );
    const known = version === null ? store.charters.at(-1) : store.charters.find(({ id }) => id === version);
    if (known)
      return {
        content: known.text,
        writtenAt: Date.parse(known.writtenAt) || 0,
        isReadOnly: version !== null,
      };
    if (version !== null) throw FileSystemError.FileNotFound(uri);
    return { content: await blankCharter(store.records.mentorship), writtenAt: 0, isReadOnly: false };
  }

  #tell(uri: vscode.Uri, { content, writtenAt }: File): { mtime: number } {
    const key = String(uri);
    const told = this.#told.get(key);
    if (told && told.content === content) return told;
    const now = { uri, content, mtime: Math.max(writtenAt, (told?.mtime ?? -1) + 1) };
    this.#told.set(key, now);
    return now;
  }

  /** What the journal brought, from here or elsewhere: an editor without unsaved words shows it at once. */
  async #lookForNews(): Promise<void> {
    for (const [key, { uri, content }] of [...this.#told]) {
      if (this.#saving.has(key)) continue;
      // Of a charter in another space nothing is known.
      const file = await this.#file(uri).catch(() => null);
      if (!file || file.content === content || this.#saving.has(key)) continue;
      this.#tell(uri, file);
      this.#changes.fire([{ type: vscode.FileChangeType.Changed, uri }]);
    }
    this.#diagnostics.lookAgain();
  }
}

/** Moving, deleting and making folders have no meaning here. */
const refusal = () =>
  FileSystemError.NoPermissions(
    vscode.l10n.t(
      'A charter stands in the journal and is not moved or deleted as a file. A newer version replaces it.',
    ),
  );
