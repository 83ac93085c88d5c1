import { basename } from 'node:path';
import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import { safeMarkdown } from '../../model/safeText.ts';
import type { Session, SessionText } from '../../model/session.ts';
import { wordsFor } from '../words/errors.ts';
import { isOwnName, otherPath, ownPath, parsePath, type SessionAddress, textNamed } from './address.ts';
import { SessionDiagnostics } from './diagnostics.ts';
import type { SessionParts } from './register.ts';
import { blankText, loadSessions, ownText, savedEvents } from './texts.ts';

type File = { content: string; writtenAt: number; createdAt: number; isReadOnly: boolean };
const { FileSystemError } = vscode;

/** The texts of sessions as files: reading takes them from the state, saving is one act in the journal. */
export class SessionFiles
  implements Omit<vscode.FileSystemProvider, 'onDidChangeFile' | 'watch'>, vscode.Disposable
{
  readonly #parts: SessionParts;
  readonly #changes: vscode.EventEmitter<vscode.FileChangeEvent[]>;
  readonly #diagnostics: SessionDiagnostics;
  readonly #listening: vscode.Disposable;
  /** What VS Code was told last of each file: a text that is another one has a later time, also after an undo. */
  readonly #told = new Map<string, { uri: vscode.Uri; content: string; mtime: number }>();
  /** Files that are being saved: what comes back of them is no news. */
  readonly #saving = new Set<string>();

  constructor(parts: SessionParts, changes: vscode.EventEmitter<vscode.FileChangeEvent[]>) {
    this.#parts = parts;
    this.#changes = changes;
    this.#diagnostics = new SessionDiagnostics(parts);
    this.#listening = parts.store.onDidChange(({ sessions }) => {
      if (sessions) this.#lookForNews();
    });
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const address = needAddress(uri);
    if (address.name === null) return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    const file = await this.#file(uri, address);
    const { mtime } = this.#tell(uri, file);
    return {
      type: vscode.FileType.File,
      ctime: file.createdAt,
      mtime,
      size: Buffer.byteLength(file.content),
      ...(file.isReadOnly && { permissions: vscode.FilePermission.Readonly }),
    };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const file = await this.#file(uri, needAddress(uri));
    this.#tell(uri, file);
    return Buffer.from(file.content);
  }

  /** One act. When this resolves it is on the disk; when it throws, the editor keeps what was typed and says why. */
  async writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    const address = needAddress(uri);
    const key = String(uri);
    try {
      const file = await this.#file(uri, address);
      if (file.isReadOnly) {
        throw new CairnError(
          'not-yours',
          vscode.l10n.t('These are somebody else’s words. Write your own text of the session instead.'),
        );
      }
      const text = textOf(content);
      const { store } = this.#parts;
      const events = await savedEvents(this.#parts, () => this.#session(uri, address), text);
      this.#saving.add(key);
      if (events.length > 0) await store.perform(events);
      this.#tell(uri, this.#fileNow(uri, address));
      this.#diagnostics.saved(uri);
    } catch (error) {
      if (!(error instanceof CairnError) && !(error instanceof FileSystemError))
        this.#parts.log.error(error as Error);
      const words = error instanceof FileSystemError ? error.message : wordsFor(error);
      this.#diagnostics.refused(uri, words);
      throw error instanceof FileSystemError ? error : FileSystemError.Unavailable(words);
    } finally {
      this.#saving.delete(key);
    }
  }

  async readDirectory(uri: vscode.Uri): Promise<[string, vscode.FileType][]> {
    const address = needAddress(uri);
    await this.#loaded(uri, address);
    const session = this.#session(uri, address);
    const own = ownText(this.#parts, session);
    const others = session.texts.filter((text) => text !== own);
    const paths = [
      ownPath(address.space, session),
      ...others.map((text) => otherPath(address.space, session, text)),
    ];
    return paths.map((path) => [basename(path), vscode.FileType.File]);
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
    this.#listening.dispose();
    this.#diagnostics.dispose();
  }

  async #file(uri: vscode.Uri, address: SessionAddress): Promise<File> {
    await this.#loaded(uri, address);
    return this.#fileNow(uri, address);
  }

  /** The journal of the space in which the session stands; another one than the active space's is not opened. */
  async #loaded(uri: vscode.Uri, { space }: SessionAddress): Promise<void> {
    try {
      await loadSessions(this.#parts);
    } catch (error) {
      throw FileSystemError.Unavailable(wordsFor(error));
    }
    this.#needSpace(uri, space);
  }

  #needSpace(_: vscode.Uri, space: string): void {
    const shown = this.#parts.store.space?.folder;
    if (shown !== undefined && basename(shown) === space) return;
    throw FileSystemError.Unavailable(
      vscode.l10n.t(
        'This session stands in the space “{0}”, and another one is shown. "Cairn: Switch Space" brings it back; what you typed stays here.',
        space,
      ),
    );
  }

  #session(uri: vscode.Uri, { space, session }: SessionAddress): Session {
    this.#needSpace(uri, space);
    const found = this.#parts.store.sessions.find(({ id }) => id === session);
    if (!found) throw FileSystemError.FileNotFound(uri);
    return found;
  }

  #fileNow(uri: vscode.Uri, address: SessionAddress): File {
    const session = this.#session(uri, address);
    const createdAt = Date.parse(session.createdAt) || 0;
    const isOwn = isOwnName(address.name!);
    const text: SessionText | undefined = isOwn
      ? ownText(this.#parts, session)
      : textNamed(session, address.name!);
    if (!isOwn && !text) throw FileSystemError.FileNotFound(uri);
    if (!text)
      return { content: blankText(this.#parts, session), writtenAt: createdAt, createdAt, isReadOnly: false };
    const content = isOwn ? text.text : safeMarkdown(text.text);
    return { content, writtenAt: Date.parse(text.writtenAt) || createdAt, createdAt, isReadOnly: !isOwn };
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
  #lookForNews(): void {
    const news: vscode.FileChangeEvent[] = [];
    for (const [key, { uri, content }] of this.#told) {
      if (this.#saving.has(key)) continue;
      try {
        const file = this.#fileNow(uri, needAddress(uri));
        if (file.content === content) continue;
        this.#tell(uri, file);
        news.push({ type: vscode.FileChangeType.Changed, uri });
      } catch (error) {
        // Of a session in another space nothing is known.
        if (!(error instanceof FileSystemError) || error.code !== 'FileNotFound') continue;
        this.#told.delete(key);
        news.push({ type: vscode.FileChangeType.Deleted, uri });
      }
    }
    if (news.length > 0) this.#changes.fire(news);
    this.#diagnostics.lookAgain();
  }
}

/** Moving, deleting and making folders have no meaning here. */
const refusal = () =>
  FileSystemError.NoPermissions(
    vscode.l10n.t(
      'The text of a session stands in the journal and is not moved or deleted as a file. "Cairn: Erase for Good" takes it away for good.',
    ),
  );

function needAddress(uri: vscode.Uri): SessionAddress {
  const address = parsePath(uri.path);
  if (!address) throw FileSystemError.FileNotFound(uri);
  return address;
}

function textOf(content: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(content);
}
