import * as vscode from 'vscode';
import type { Annotation } from '../../model/annotation.ts';
import type { Anchor } from '../../model/events.ts';
import type { Goal } from '../../model/state.ts';
import { controllerIsLate } from '../commentController.ts';
import { fits } from './fits.ts';
import { Followed, type Lines } from './followed.ts';
import { beingWritten, looksSame, mergeComments } from './merge.ts';
import { inSteps } from './pace.ts';
import { type DocumentPlace, placeOfDocument } from './place.ts';
import { canBeAnnotated } from './register.ts';
import { commentsOf, contextOf, type DrawnNote, labelOf, unsentComment } from './render.ts';
import type { Unsent } from './unsent.ts';

/** What is drawn as one thread: a note, or words that were to be published and are no note yet. */
export type Item = {
  id: string;
  /** Newest first. */
  anchors: readonly Anchor[];
  note: Annotation | null;
  unsent: Unsent | null;
};

type Parts = {
  controller: vscode.CommentController;
  items(): Item[];
  goals(): readonly Goal[];
  isMine(name: string | null): boolean;
  me(): string;
  /** The code of annotations was edited under them. */
  onMoved(moved: { id: string; anchor: Anchor }[]): void;
  /** A document came into view, or what is drawn in it was drawn anew. */
  onDrawn(document: vscode.TextDocument): void;
  /** How often VS Code has asked what it draws in a document. */
  asked(uri: vscode.Uri): number;
  /** Threads were made in a document. `asked` is from before that. */
  onCreated(uri: vscode.Uri, asked: number): void;
  /** A thread is about to go, with what was being written in it. */
  onGone(thread: vscode.CommentThread): void;
  onFailure(error: unknown): void;
};

type Drawn = { thread: vscode.CommentThread; isOutdated: boolean };
type Shown = {
  document: vscode.TextDocument;
  place: DocumentPlace;
  followed: Followed;
  threads: Map<string, Drawn>;
  /** The text came from the disk, and not every note was looked for in it yet. */
  isToCheck: boolean;
};

/** So many notes that nobody has resolved are shown unfolded in a file; with more, all are folded. */
const mostUnfolded = 5;
/** So many are drawn in one file, one's own before others'. */
const mostInFile = 300;
/** Milliseconds without a change before code that is nowhere is looked for. */
const settle = 250;

/** Draws annotations in the documents that are in view, and keeps each at its code while these are edited. */
export class NoteThreads implements vscode.Disposable {
  readonly #parts: Parts;
  readonly #shown = new Map<string, Shown>();
  readonly #ids = new WeakMap<vscode.CommentThread, string>();
  /** Threads that a person has opened and that become the thread of what they wrote. */
  readonly #adopted = new Map<string, vscode.CommentThread>();
  readonly #searches = new Map<string, NodeJS.Timeout>();
  readonly #owned: vscode.Disposable[];
  #drawing: Promise<void> = Promise.resolve();
  #isAsked = false;
  #isAnyMade = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#owned = [
      vscode.window.onDidChangeVisibleTextEditors(() => void this.draw()),
      vscode.workspace.onDidChangeTextDocument((event) => this.#follow(event)),
      vscode.workspace.onDidSaveTextDocument((document) => this.#save(document)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#close(uri.toString())),
    ];
  }

  /** Draws everything in view anew. Many calls while one drawing is under way make one more. */
  draw(): Promise<void> {
    if (this.#isAsked) return this.#drawing;
    this.#isAsked = true;
    const draw = () => {
      this.#isAsked = false;
      return this.#drawAll().catch((error) => this.#parts.onFailure(error));
    };
    this.#drawing = this.#drawing.then(draw);
    return this.#drawing;
  }

  /** Takes away what is drawn in a document, and draws it again: a window that is starting may have lost it. */
  drawAnew(uri: vscode.Uri): Promise<void> {
    this.#close(uri.toString());
    return this.draw();
  }

  /** The id of the annotation (or draft) that a thread shows. */
  idOf(thread: vscode.CommentThread): string | undefined {
    return this.#ids.get(thread);
  }

  /** The threads that show it, in whichever documents. */
  threadsOf(id: string): vscode.CommentThread[] {
    return [...this.#shown.values()].flatMap(({ threads }) => threads.get(id)?.thread ?? []);
  }

  /** From now on this thread shows it: the box in which it was written. */
  adopt(id: string, thread: vscode.CommentThread): void {
    this.#adopted.set(id, thread);
    this.#ids.set(thread, id);
  }

  /** It is not drawn in the box in which it was written, after all. */
  release(id: string): void {
    const thread = this.#adopted.get(id);
    if (!thread) return;
    this.#adopted.delete(id);
    this.#ids.delete(thread);
  }

  /** What was being written in a comment of a thread is sent or thrown away: it is drawn as it is said by now. */
  finish(thread: vscode.CommentThread, draftId: string): void {
    const comments = thread.comments as readonly DrawnNote[];
    for (const comment of comments)
      if (comment.draftId === draftId) comment.mode = vscode.CommentMode.Preview;
    thread.comments = comments.filter(
      (comment) => comment.draftId !== draftId || comment.replyId !== beingWritten,
    );
    void this.draw();
  }

  /** Where it is by now in a document, `null` where it is outdated or not drawn there. */
  linesOf(uri: vscode.Uri, id: string): Lines | null {
    return this.#shown.get(uri.toString())?.followed.lines(id) ?? null;
  }

  /** Whether a thread stands below a line (1-based) already. */
  isTaken(uri: vscode.Uri, line: number): boolean {
    const threads = this.#shown.get(uri.toString())?.threads.values() ?? [];
    return [...threads].some(({ thread }) => thread.range?.end.line === line - 1);
  }

  dispose(): void {
    for (const one of this.#owned) one.dispose();
    for (const timer of this.#searches.values()) clearTimeout(timer);
    for (const key of [...this.#shown.keys()]) this.#close(key);
  }

  async #drawAll(): Promise<void> {
    const late = controllerIsLate(this.#parts.controller);
    if (late) {
      void late.then(() => this.draw());
      return;
    }
    const documents = new Set(vscode.window.visibleTextEditors.map(({ document }) => document));
    for (const document of documents) {
      const key = document.uri.toString();
      if (this.#shown.has(key) || !canBeAnnotated(document.uri)) continue;
      const place = await placeOfDocument(document.uri);
      if (place && !document.isClosed)
        this.#shown.set(key, {
          document,
          place,
          followed: new Followed(),
          threads: new Map(),
          isToCheck: false,
        });
    }
    const items = this.#parts.items();
    for (const [key, shown] of [...this.#shown]) {
      await this.#seek(shown, items);
      if (this.#shown.get(key) !== shown) continue;
      this.#drawIn(shown, items);
      if (documents.has(shown.document)) this.#parts.onDrawn(shown.document);
    }
  }

  /** What belongs to a document. A stranger's thousands leave room for one's own. */
  #wantedIn({ place }: Shown, items: readonly Item[]): { item: Item; anchors: Anchor[] }[] {
    const wanted = items.flatMap((item) => {
      const anchors = item.anchors.filter((anchor) => fits(anchor, place) !== null);
      return anchors.length > 0 ? [{ item, anchors }] : [];
    });
    if (wanted.length <= mostInFile) return wanted;
    const isOwn = ({ item: { note } }: { item: Item }) => !note || this.#parts.isMine(note.createdBy);
    return [...wanted.filter(isOwn), ...wanted.filter((one) => !isOwn(one))].slice(0, mostInFile);
  }

  /** Looks for what is new in a document, with rests: one with hostile lines may take long. */
  async #seek(shown: Shown, items: readonly Item[]): Promise<void> {
    const { document, followed } = shown;
    const adopted = this.#adopted;
    const wanted = this.#wantedIn(shown, items);
    let [text, version] = ['', -1];
    function* steps() {
      for (const { item, anchors } of wanted) {
        if (adopted.has(item.id) || followed.has(item.id)) continue;
        // Written on meanwhile: those that were found have followed, the next one is looked for in what is there now.
        if (version !== document.version) [text, version] = [document.getText(), document.version];
        followed.put(item.id, anchors, text);
        yield;
      }
    }
    await inSteps(steps(), () => document.isClosed);
  }

  #drawIn(shown: Shown, items: readonly Item[]): void {
    const { document, place, followed, threads } = shown;
    const wanted = this.#wantedIn(shown, items);
    const text = wanted.length > 0 ? document.getText() : '';
    const isTight = wanted.filter(({ item }) => !item.note?.isResolved).length > mostUnfolded;
    const drawn = new Set<string>();
    const asked = this.#parts.asked(document.uri);
    this.#isAnyMade = false;
    for (const { item, anchors } of wanted) {
      const adopted = this.#adoptedIn(item.id, document);
      if (adopted?.range && !followed.has(item.id))
        followed.place(item.id, anchors, linesOfRange(adopted.range), text);
      const lines = followed.put(item.id, anchors, text);
      if (!lines && !this.#isShownOutdated(item, place)) continue;
      drawn.add(item.id);
      this.#drawOne(shown, item, lines, adopted, isTight);
    }
    for (const [id, { thread }] of threads) {
      if (drawn.has(id)) continue;
      this.#dispose(thread);
      threads.delete(id);
      followed.forget(id);
    }
    if (this.#isAnyMade) this.#parts.onCreated(document.uri, asked);
  }

  #adoptedIn(id: string, document: vscode.TextDocument): vscode.CommentThread | undefined {
    const thread = this.#adopted.get(id);
    if (thread?.uri.toString() !== document.uri.toString()) return undefined;
    this.#adopted.delete(id);
    return thread;
  }

  /** What is outdated is shown where it belongs for sure, with the code that it meant. */
  #isShownOutdated({ anchors, note }: Item, place: DocumentPlace): boolean {
    const [newest] = anchors;
    if (!newest || fits(newest, place) !== 'sure') return false;
    return place.number === null || place.number === note?.number;
  }

  #drawOne(
    { document, threads }: Shown,
    item: Item,
    lines: Lines | null,
    adopted: vscode.CommentThread | undefined,
    isTight: boolean,
  ): void {
    const isOutdated = lines === null;
    const range = lines ? rangeOf(lines) : undefined;
    let drawn = threads.get(item.id);
    if (drawn && drawn.isOutdated !== isOutdated) {
      // At the head of the file for what it meant once, or at its code: one is folded, the other is not.
      this.#dispose(drawn.thread);
      drawn = undefined;
    }
    if (!drawn) {
      const thread = adopted ?? this.#create(document.uri, item, lines, isTight);
      drawn = { thread, isOutdated };
      threads.set(item.id, drawn);
      this.#ids.set(thread, item.id);
    }
    if (range && !drawn.thread.range?.isEqual(range)) drawn.thread.range = range;
    this.#fill(drawn.thread, item, isOutdated);
  }

  /** With its comments from the beginning: VS Code opens the box of a thread that has none. */
  #create(uri: vscode.Uri, item: Item, lines: Lines | null, isTight: boolean): vscode.CommentThread {
    const isOutdated = lines === null;
    const comments = this.#commentsOf(item, isOutdated);
    // A thread without a range has no mark beside the lines: once it is folded nobody finds it again.
    const range = lines ? rangeOf(lines) : firstLine;
    const thread = this.#parts.controller.createCommentThread(uri, range, comments);
    this.#isAnyMade = true;
    for (const comment of comments) comment.thread = thread;
    const isFolded = isTight || isOutdated || (item.note?.isResolved ?? false);
    thread.collapsibleState = isFolded
      ? vscode.CommentThreadCollapsibleState.Collapsed
      : vscode.CommentThreadCollapsibleState.Expanded;
    return thread;
  }

  #commentsOf({ note, unsent }: Item, isOutdated: boolean): DrawnNote[] {
    if (note) return commentsOf(note, { isOutdated, unsent, isMine: this.#parts.isMine });
    return unsent ? [unsentComment(unsent, this.#parts.me())] : [];
  }

  #fill(thread: vscode.CommentThread, item: Item, isOutdated: boolean): void {
    const { note, unsent } = item;
    const standing = { isOutdated, unsent, isMine: this.#parts.isMine };
    const fresh = this.#commentsOf(item, isOutdated);
    for (const comment of fresh) comment.thread = thread;
    const before = thread.comments as readonly DrawnNote[];
    if (!looksSame(before, fresh)) thread.comments = mergeComments(before, fresh);
    const label = note ? labelOf(note, this.#parts.goals(), standing) : vscode.l10n.t('Not published yet');
    if (thread.label !== label) thread.label = label;
    const context = note ? contextOf(note, standing) : `draft ${unsent?.state ?? ''}`;
    if (thread.contextValue !== context) thread.contextValue = context;
    const canReply = note !== null && !note.isDeleted;
    if (thread.canReply !== canReply) thread.canReply = canReply;
    const state = note?.isResolved
      ? vscode.CommentThreadState.Resolved
      : vscode.CommentThreadState.Unresolved;
    if (thread.state !== state) thread.state = state;
  }

  #follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const shown = this.#shown.get(document.uri.toString());
    if (!shown || contentChanges.length === 0) return;
    const isLost = shown.followed.edit(contentChanges);
    // What is not unsaved came from the disk (a checkout, a rebase, a revert), or VS Code says so a moment later.
    if (!document.isDirty) {
      this.#searchSoon(shown);
      return;
    }
    for (const [id, { thread, isOutdated }] of shown.threads) {
      const lines = shown.followed.lines(id);
      if (!lines || isOutdated) continue;
      const range = rangeOf(lines);
      if (!thread.range?.isEqual(range)) thread.range = range;
    }
    // Code that is cut is often about to be put elsewhere.
    if (isLost || this.#isChanged(shown)) this.#searchSoon(shown);
  }

  /** Whether something is outdated that is not drawn as such, or the other way about. */
  #isChanged({ followed, threads }: Shown): boolean {
    for (const [id, { isOutdated }] of threads) if (isOutdated !== (followed.lines(id) === null)) return true;
    return false;
  }

  #searchSoon(shown: Shown): void {
    const key = shown.document.uri.toString();
    clearTimeout(this.#searches.get(key));
    const search = async () => {
      this.#searches.delete(key);
      const { document, followed } = shown;
      const isGone = () => this.#shown.get(key) !== shown || document.isClosed;
      if (isGone()) return;
      const { version } = document;
      const text = document.getText();
      shown.isToCheck ||= !document.isDirty;
      const steps = shown.isToCheck ? followed.checking(text) : followed.searching(text);
      const isDone = await inSteps(steps, () => isGone() || document.version !== version);
      if (isDone) shown.isToCheck = false;
      if (isDone) this.#drawIn(shown, this.#parts.items());
      else if (!isGone()) this.#searchSoon(shown);
    };
    const fail = (error: unknown) => this.#parts.onFailure(error);
    this.#searches.set(
      key,
      setTimeout(() => void search().catch(fail), settle),
    );
  }

  #save(document: vscode.TextDocument): void {
    const shown = this.#shown.get(document.uri.toString());
    const moved = shown?.followed.changed(document.getText()) ?? [];
    if (moved.length > 0) this.#parts.onMoved(moved);
  }

  #dispose(thread: vscode.CommentThread): void {
    this.#parts.onGone(thread);
    thread.dispose();
  }

  #close(key: string): void {
    for (const { thread } of this.#shown.get(key)?.threads.values() ?? []) this.#dispose(thread);
    this.#shown.delete(key);
    clearTimeout(this.#searches.get(key));
    this.#searches.delete(key);
  }
}

const firstLine = new vscode.Range(0, 0, 0, 0);

/** 1-based and inclusive, from what VS Code gives. */
export const linesOfRange = ({ start, end }: vscode.Range): Lines => ({
  startLine: start.line + 1,
  endLine: end.line + 1,
});

export const rangeOf = ({ startLine, endLine }: Lines): vscode.Range =>
  new vscode.Range(startLine - 1, 0, endLine - 1, 0);
