import * as vscode from 'vscode';
import { newId } from '../../journal/id.ts';
import { annotationController } from '../ids.ts';
import { ThreadAsker } from './askThreads.ts';

/** A comment box of ours with what is being written in it. */
export type Box = {
  /** Of the draft, and of the annotation that it becomes. */
  id: string;
  document: vscode.TextDocument;
  /** Where it is; `null` where VS Code did not tell. */
  thread: vscode.CommentThread | null;
  /** What it edits or answers; `null` in a box for something new. */
  about: { annotation: string; reply: string | null; kind: 'edit' | 'reply' } | null;
  /** What it began with: nothing is kept of a box that says what is said already. */
  words: string;
};

/** A box that is about to be opened, and the words that it opens with. */
type Awaited = Omit<Box, 'document'> & { begins: string };

type Parts = {
  controller: vscode.CommentController;
  /** The annotation that a thread shows. */
  idOf(thread: vscode.CommentThread): string | undefined;
  /** Something was typed, or all of it was deleted. */
  onTyped(box: Box, text: string): void;
  /** A person has thrown it away. */
  onDiscarded(box: Box): void;
  /** Whether VS Code may have lost a thread that `make` has just made. */
  mayLose(uri: vscode.Uri, make: () => void): Promise<boolean>;
  /** VS Code has drawn nothing of what was put into a document in view. */
  onLost(uri: vscode.Uri): void;
  onFailure(error: unknown): void;
};

/** Milliseconds between two looks for boxes that were thrown away; there are looks only while something is written. */
const pollEvery = 1500;
/** Milliseconds to wait for the box of a draft, a try each: a window that is starting may take its time. */
const patience = [20_000, 20_000, 30_000];
/** Milliseconds until VS Code has put what it kept into a box that it draws anew. */
const redrawing = 250;

/** Which comment box belongs to which place, and what is typed there. */
export class Boxes implements vscode.Disposable {
  readonly #parts: Parts;
  readonly #asker: ThreadAsker;
  readonly #boxes = new Map<string, Box>();
  /** Threads by the address of their box. */
  readonly #threads = new Map<string, vscode.CommentThread>();
  /** Empty threads that were made for a draft, with what is to be written into their box. */
  readonly #restored = new Map<
    vscode.CommentThread,
    { id: string; body: string; resolve: (isOpen: true) => void }
  >();
  /** Empty threads that were taken away since no box was opened in time: one may still be, and is none of any other. */
  readonly #givenUp = new WeakSet<vscode.CommentThread>();
  /** Comments that were put into a box to be edited, by the words that the box begins with. */
  readonly #edits: Awaited[] = [];
  readonly #owned: vscode.Disposable[];
  #turns: Promise<unknown> = Promise.resolve();
  #poll: NodeJS.Timeout | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#asker = new ThreadAsker(parts.controller);
    const open = (document: vscode.TextDocument) => void this.#opened(document);
    this.#owned = [
      this.#asker,
      vscode.workspace.onDidOpenTextDocument(open),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && document.uri.scheme === 'comment') void this.#typed(document);
      }),
    ];
    for (const document of vscode.workspace.textDocuments) open(document);
  }

  /**
   * Opens a box for a draft: an empty thread, into whose box the words are written as soon as VS Code has opened that.
   * Call it for one after the other: boxes say nothing but the order in which they were opened. Returns whether the
   * words stand in a box; where none was opened in time, another try is made with a new thread, and there is none
   * left at the end.
   */
  async restore(uri: vscode.Uri, range: vscode.Range, draft: { id: string; body: string }): Promise<boolean> {
    for (const milliseconds of patience) {
      const { controller, mayLose } = this.#parts;
      let thread!: vscode.CommentThread;
      const lost = mayLose(uri, () => {
        thread = controller.createCommentThread(uri, range, []);
      }).then(
        (isLost) => (isLost ? after(redrawing) : never),
        () => never,
      );
      const opened = new Promise<true>((resolve) => this.#restored.set(thread, { ...draft, resolve }));
      thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
      if (await Promise.race([opened, lost, after(milliseconds)])) return true;
      // Its box may be open, and only not have had its turn.
      await this.#turns;
      if (!this.#restored.delete(thread)) return true;
      this.#givenUp.add(thread);
      thread.dispose();
      // Out of view no box is opened.
      if (!isInView(uri)) break;
      this.#parts.onLost(uri);
    }
    return false;
  }

  /** Opens a box where VS Code's own command opens none: it folds what stands on the line already. */
  async openBeside(uri: vscode.Uri, range: vscode.Range): Promise<void> {
    const thread = this.#parts.controller.createCommentThread(uri, range, []);
    thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
    // Out of the code, into the first thread of the line: VS Code lets no extension focus a box.
    await vscode.commands.executeCommand('workbench.action.focusCommentOnCurrentLine');
  }

  /** Whether an empty thread of ours stands at the line. */
  async isOpenAt(uri: vscode.Uri, line: number): Promise<boolean> {
    const isIt = (thread: vscode.CommentThread) =>
      thread.comments.length === 0 &&
      thread.uri.toString() === uri.toString() &&
      thread.range?.end.line === line;
    return [...(await this.#asker.find(isIt)).values()].some(isIt);
  }

  /** The next box that begins with these words is this one. */
  expectEdit(edit: Awaited): void {
    this.#edits.push(edit);
  }

  /** The box of a thread for something new, or for an answer. */
  boxOf(thread: vscode.CommentThread): Box | undefined {
    return [...this.#boxes.values()].findLast((box) => box.thread === thread && box.about?.kind !== 'edit');
  }

  byId(id: string): Box | undefined {
    return [...this.#boxes.values()].findLast((box) => box.id === id);
  }

  /** What stands in it was sent or thrown away: what is typed there from now on is something else. */
  leave(id: string): void {
    for (const [key, box] of this.#boxes) if (box.id === id) this.#boxes.delete(key);
    for (const [i, edit] of this.#edits.entries()) if (edit.id === id) this.#edits.splice(i, 1);
  }

  /** All that are being written. */
  all(): Box[] {
    return [...this.#boxes.values()];
  }

  dispose(): void {
    clearTimeout(this.#poll);
    for (const one of this.#owned) one.dispose();
    for (const thread of this.#restored.keys()) thread.dispose();
  }

  /** One after the other: boxes and threads are matched in the order in which they were opened. */
  #inTurn<T>(work: () => Promise<T>): Promise<T | undefined> {
    const done = this.#turns.then(work).catch((error) => void this.#parts.onFailure(error));
    this.#turns = done;
    return done;
  }

  async #opened(document: vscode.TextDocument): Promise<void> {
    if (isEdit(document.uri)) this.#beginEdit(document);
    if (!isOwn(document.uri)) return;
    await this.#inTurn(() => this.#match(document));
    // Somebody may have typed before we were loaded.
    if (this.#threads.has(document.uri.toString()) && document.getText() !== '') await this.#typed(document);
  }

  #pollSoon(): void {
    this.#poll ??= setTimeout(() => void this.#inTurn(() => this.#lookForGone()), pollEvery);
  }

  async #lookForGone(): Promise<void> {
    const before = [...this.#boxes.values()].filter(({ thread, about }) => thread && about === null);
    for (const box of before) {
      if (!(await this.#asker.isGone(box.thread!)) || this.byId(box.id) !== box) continue;
      this.leave(box.id);
      this.#parts.onDiscarded(box);
    }
    this.#poll = undefined;
    if (before.length > 0) this.#pollSoon();
  }

  /** Finds the thread of a box; writes a draft into it where it was opened for one. */
  async #match(document: vscode.TextDocument): Promise<void> {
    const key = document.uri.toString();
    if (this.#threads.has(key)) return;
    const known = new Set(this.#threads.values());
    const number = threadNumber(document.uri);
    const isFree = (thread: vscode.CommentThread) => !known.has(thread) && this.#isEmpty(thread);
    // Of an answer the thread is named, and is mostly an early one.
    let threads = await this.#asker.find((thread) => number !== null || isFree(thread));
    if (number !== null && !threads.has(number)) threads = await this.#asker.find(() => false);
    const thread =
      number === null
        ? ([...threads.values()].findLast(isFree) ??
          (await this.#redrawn(document, threads)) ??
          this.#onlyRestored())
        : threads.get(number);
    if (!thread) return;
    const before = this.boxOf(thread);
    this.#threads.set(key, thread);
    const draft = this.#restored.get(thread);
    const id = draft?.id ?? before?.id;
    if (number !== null || id === undefined) return;
    this.#boxes.set(key, { id, document, thread, about: before?.about ?? null, words: before?.words ?? '' });
    this.#pollSoon();
    const body = draft?.body ?? before!.document.getText();
    const isLost = document.getText() === '' && body !== '';
    if (isLost && (draft || inViewOf(thread.uri) === 1) && !(await insert(document, body))) return;
    this.#restored.delete(thread);
    draft?.resolve(true);
  }

  /**
   * The thread of a box that VS Code has drawn anew, which it does with all of an editor whenever any extension begins
   * to have comments: it is known by its words, else by the order, which stays the same.
   */
  async #redrawn(
    document: vscode.TextDocument,
    threads: ReadonlyMap<number, vscode.CommentThread>,
  ): Promise<vscode.CommentThread | undefined> {
    await after(redrawing);
    const text = document.getText();
    const there = [...threads.values()].filter((thread) => this.#isEmpty(thread) && isInView(thread.uri));
    const same = there.find((thread) => text !== '' && this.boxOf(thread)?.document.getText() === text);
    if (same || text !== '') return same;
    const drawn = [...this.#threads.values()];
    return there.sort((a, b) => drawn.lastIndexOf(a) - drawn.lastIndexOf(b))[0];
  }

  #isEmpty(thread: vscode.CommentThread): boolean {
    return thread.comments.length === 0 && !this.#givenUp.has(thread);
  }

  #onlyRestored(): vscode.CommentThread | undefined {
    return this.#restored.size === 1 ? [...this.#restored.keys()][0] : undefined;
  }

  async #typed(document: vscode.TextDocument): Promise<void> {
    const key = document.uri.toString();
    const known = this.#boxes.get(key);
    if (known) {
      // Of the boxes of a thread, the one that was written in last counts.
      this.#boxes.delete(key);
      this.#boxes.set(key, known);
      return this.#parts.onTyped(known, document.getText());
    }
    if (isEdit(document.uri)) return this.#beginEdit(document);
    if (!isOwn(document.uri) || document.getText().trim() === '') return;
    await this.#inTurn(() => this.#match(document));
    if (this.#boxes.has(key)) return this.#typed(document);
    const thread = this.#threads.get(key) ?? null;
    const annotation = thread ? this.#parts.idOf(thread) : undefined;
    const about = annotation === undefined ? null : { annotation, reply: null, kind: 'reply' as const };
    const box = { id: newId(), document, thread, about, words: '' };
    this.#boxes.set(key, box);
    this.#pollSoon();
    this.#parts.onTyped(box, document.getText());
  }

  /** The address of such a box says nothing: it is known by the words that it begins with. */
  #beginEdit(document: vscode.TextDocument): void {
    if (this.#boxes.has(document.uri.toString())) return;
    const text = normal(document.getText());
    const at = this.#edits.findIndex(({ begins }) => normal(begins) === text);
    if (at < 0) return;
    const [edit] = this.#edits.splice(at, 1);
    this.#boxes.set(document.uri.toString(), { document, ...edit! });
  }
}

const after = (milliseconds: number) =>
  new Promise<false>((resolve) => setTimeout(() => resolve(false), milliseconds).unref());

const never = new Promise<false>(() => {});

const inViewOf = (uri: vscode.Uri) =>
  vscode.window.visibleTextEditors.filter(({ document }) => document.uri.toString() === uri.toString())
    .length;

const isInView = (uri: vscode.Uri) => inViewOf(uri) > 0;

async function insert(document: vscode.TextDocument, text: string): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(0, 0), text);
  return (await vscode.workspace.applyEdit(edit)) && !document.isClosed;
}

const normal = (text: string) => text.replace(/\r\n?/g, '\n');

/** `comment://<controller>/<extension>/commentinput-….md`: a box for something new or for an answer. */
const isOwn = ({ scheme, authority }: vscode.Uri) =>
  scheme === 'comment' && authority === annotationController;

/** `comment:/commentinput-….md`: a box in which a comment is edited, of whichever extension. */
const isEdit = ({ scheme, authority }: vscode.Uri) => scheme === 'comment' && authority === '';

/** A box for an answer ends with the thread's number, where the controller is named once more. */
function threadNumber({ path }: vscode.Uri): number | null {
  const mark = `-${annotationController}.`;
  const at = path.lastIndexOf(mark);
  const number = at < 0 ? '' : path.slice(at + mark.length, -'.md'.length);
  return /^\d{1,9}$/.test(number) ? Number(number) : null;
}
