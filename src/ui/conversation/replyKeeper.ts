import * as vscode from 'vscode';
import { ThreadAsker } from '../annotations/askThreads.ts';
import { commentController } from '../ids.ts';
import type { ReplyDrafts } from './replyDrafts.ts';
import type { ThreadKey } from './talk.ts';

type Parts = {
  controller: vscode.CommentController;
  replies: ReplyDrafts;
  /** Which thread of GitHub's is drawn there. */
  keyOf(thread: vscode.CommentThread): ThreadKey | null;
  /** Whether such words stand on GitHub by now, as an earlier try may have arrived. */
  hasArrived(key: ThreadKey, body: string, since: string): Promise<boolean>;
  /** Answers were begun, sent or thrown away. */
  onChange(): void;
  onFailure(error: unknown): void;
};

type Box = { key: ThreadKey; uri: string };

/** Milliseconds without a key before what was typed is put on the disk. */
const settle = 300;

/** Keeps what is typed below threads of GitHub and not sent, and brings it back into their boxes. */
export class ReplyKeeper implements vscode.Disposable {
  readonly #parts: Parts;
  readonly #asker: ThreadAsker;
  readonly #owned: vscode.Disposable[];
  readonly #timers = new Map<string, NodeJS.Timeout>();
  /** By the address of the box. */
  readonly #boxes = new Map<string, Box>();
  /** Words that were put into a box: opening it by its button empties it once. */
  readonly #restored = new Map<string, string>();
  /** Threads whose answer is on its way: what happens to their box counts no longer. */
  readonly #sending = new Set<string>();
  #begun = new Set<string>();
  #turns: Promise<unknown> = Promise.resolve();

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#asker = new ThreadAsker(parts.controller);
    this.#owned = [
      this.#asker,
      vscode.workspace.onDidOpenTextDocument((document) => this.#opened(document)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#typed(document);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.#boxes.delete(uri.toString());
        this.#restored.delete(uri.toString());
      }),
    ];
    this.#inTurn(() => this.#read());
    for (const document of vscode.workspace.textDocuments) this.#opened(document);
  }

  /** Whether an answer was begun there and not sent. */
  hasBegun(threadId: string): boolean {
    return this.#begun.has(threadId);
  }

  /** Until `sent` or `failed` the box of the thread says nothing new. */
  sending({ threadId }: ThreadKey): void {
    this.#sending.add(threadId);
    for (const [address, { key }] of this.#boxes) {
      if (key.threadId !== threadId) continue;
      clearTimeout(this.#timers.get(address));
      this.#restored.delete(address);
    }
  }

  /** The try is over, one way or the other. */
  sent({ threadId }: ThreadKey): void {
    this.#sending.delete(threadId);
    this.#inTurn(() => this.#read());
  }

  dispose(): void {
    for (const one of this.#owned) one.dispose();
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }

  #inTurn(work: () => Promise<unknown>): void {
    this.#turns = this.#turns.then(work).catch((error) => this.#parts.onFailure(error));
  }

  async #read(): Promise<void> {
    const begun = new Set((await this.#parts.replies.list()).map(({ key }) => key.threadId));
    const isSame = begun.size === this.#begun.size && [...begun].every((id) => this.#begun.has(id));
    this.#begun = begun;
    if (!isSame) this.#parts.onChange();
  }

  #opened(document: vscode.TextDocument): void {
    if (numberOf(document.uri) === null) return;
    // Somebody may have typed before we were loaded.
    if (document.getText() !== '') this.#typed(document);
    else this.#inTurn(() => this.#restore(document));
  }

  /** Puts the words into the box, unless they have arrived by now. */
  async #restore(document: vscode.TextDocument): Promise<void> {
    const all = await this.#parts.replies.list();
    if (all.length === 0) return;
    const box = await this.#boxOf(document);
    const found = all.find(({ key }) => key.threadId === box?.key.threadId);
    if (!box || !found || this.#sending.has(found.key.threadId)) return;
    const { key, draft } = found;
    const since = draft.attempt?.at;
    // Without an answer the words come back: whoever sends them again has them looked up first.
    if (since && (await this.#parts.hasArrived(key, draft.body, since).catch(() => false))) {
      await this.#parts.replies.remove(key);
      return this.#read();
    }
    if (document.isClosed || document.getText() !== '') return;
    this.#restored.set(document.uri.toString(), draft.body);
    await insert(document, draft.body);
  }

  #typed(document: vscode.TextDocument): void {
    const address = document.uri.toString();
    if (numberOf(document.uri) === null) return;
    const text = document.getText();
    const restored = this.#restored.get(address);
    if (restored !== undefined) {
      if (text === restored) return;
      this.#restored.delete(address);
      if (text === '') {
        this.#inTurn(() => insert(document, restored));
        return;
      }
    }
    clearTimeout(this.#timers.get(address));
    const save = () => this.#inTurn(() => this.#save(document));
    this.#timers.set(address, setTimeout(save, settle));
  }

  async #save(document: vscode.TextDocument): Promise<void> {
    const box = await this.#boxOf(document);
    if (!box || this.#sending.has(box.key.threadId)) return;
    await this.#parts.replies.type(box.key, document.getText(), box.uri);
    await this.#read();
  }

  async #boxOf({ uri }: vscode.TextDocument): Promise<Box | undefined> {
    const address = uri.toString();
    const known = this.#boxes.get(address);
    if (known) return known;
    const thread = await this.#asker.byNumber(numberOf(uri)!);
    const key = thread && this.#parts.keyOf(thread);
    if (!thread || !key) return undefined;
    const box = { key, uri: thread.uri.toString() };
    this.#boxes.set(address, box);
    return box;
  }
}

async function insert(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(0, 0), text);
  await vscode.workspace.applyEdit(edit);
}

/** The number of the thread that a box of ours stands below; `null` for any other document. */
function numberOf({ scheme, authority, path }: vscode.Uri): number | null {
  if (scheme !== 'comment' || authority !== commentController) return null;
  const mark = `-${commentController}.`;
  const at = path.lastIndexOf(mark);
  const number = at < 0 ? '' : path.slice(at + mark.length, -'.md'.length);
  return /^\d{1,9}$/.test(number) ? Number(number) : null;
}
