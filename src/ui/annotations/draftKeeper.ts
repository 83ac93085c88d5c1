import * as vscode from 'vscode';
import type { Draft, Drafts } from '../../journal/drafts/drafts.ts';
import { newId } from '../../journal/id.ts';
import { findAnchor } from '../../model/anchor/index.ts';
import type { Annotation } from '../../model/annotation.ts';
import type { Anchor } from '../../model/events.ts';
import type { Spot } from './annotations.ts';
import type { Box, Boxes } from './boxes.ts';
import { fits } from './fits.ts';
import { beingWritten } from './merge.ts';
import { type NoteThreads, rangeOf } from './noteThreads.ts';
import { placeOfDocument } from './place.ts';
import { isBegun, type Publishing } from './publishing.ts';
import { type DrawnNote, writing } from './render.ts';

type Parts = {
  drafts(): Promise<Drafts>;
  threads: NoteThreads;
  boxes: Boxes;
  publishing: Publishing;
  /** Where a box is; `null` where that is not known. */
  spotOf(box: Box): Promise<Spot | null>;
  note(id: string): Annotation | undefined;
  /** No box can be opened for it, though its file is shown. */
  onBoxless(draft: Draft): void;
  onFailure(error: unknown): void;
};

/** Milliseconds without a key before what was typed is put on the disk. */
const settle = 300;
/** What is known of a place that VS Code did not tell. */
const nowhere: Anchor = {
  ...{ path: '', repository: null, side: 'RIGHT', commit: null, startLine: 1, endLine: 1 },
  ...{ code: '', before: '', after: '' },
};

/** Keeps what is typed into comment boxes and not sent, and brings it back into boxes at its place. */
export class DraftKeeper implements vscode.Disposable {
  readonly #parts: Parts;
  readonly #timers = new Map<string, NodeJS.Timeout>();
  /** Drafts of an earlier session that are in no box yet. */
  readonly #waiting = new Map<string, Draft>();
  /** On their way to the journal or to GitHub: what happens to their box counts no longer. */
  readonly #taken = new Set<string>();
  /** Of these, the ones that still stand in their box. */
  readonly #inBox = new Set<string>();
  /** What was put into boxes here, as it was then: another window may have it, too. */
  readonly #restored = new Map<string, string>();
  #restoring: Promise<void> = Promise.resolve();
  #watch: { drafts: Drafts; dispose(): void } | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Reads what is left of earlier sessions. */
  async begin(): Promise<void> {
    const store = await this.#parts.drafts();
    if (this.#watch?.drafts !== store) {
      this.#watch?.dispose();
      const look = () => void this.#look(store).catch((error) => this.#parts.onFailure(error));
      this.#watch = { drafts: store, dispose: store.onChange(look).dispose };
    }
    const drafts = await store.list();
    this.#waiting.clear();
    for (const draft of drafts) {
      const isOfFeedback = draft.annotation === null && draft.thread !== null;
      if (!isBegun(draft) && !isOfFeedback) this.#waiting.set(draft.id, draft);
    }
  }

  /** Goes on with what was being published when the earlier session ended. The records must have been read. */
  async resume(): Promise<void> {
    const store = await this.#parts.drafts();
    this.#parts.publishing.resume(await store.list(), store);
  }

  /** Those that are in no box. */
  get waiting(): readonly Draft[] {
    return [...this.#waiting.values()];
  }

  /** Somebody wants to go on with it: its box is opened where its document is drawn, unless it is open. */
  offer(draft: Draft): void {
    if (!this.#parts.boxes.byId(draft.id) && !this.#taken.has(draft.id)) this.#waiting.set(draft.id, draft);
  }

  typed(box: Box, text: string): void {
    if (this.#taken.has(box.id)) return;
    clearTimeout(this.#timers.get(box.id));
    const save = () => void this.#save(box, text).catch((error) => this.#parts.onFailure(error));
    this.#timers.set(box.id, setTimeout(save, settle));
  }

  /** What stands in a box is about to be sent. Returns the id that it has had so far, or a new one. */
  take(box: Box | undefined): string {
    const id = box?.id ?? newId();
    clearTimeout(this.#timers.get(id));
    this.#taken.add(id);
    this.#inBox.add(id);
    return id;
  }

  /** Whether it is being sent from the box in which it stands. */
  isInBox(id: string): boolean {
    return this.#inBox.has(id);
  }

  /** It was sent, or thrown away. */
  async done(id: string): Promise<void> {
    clearTimeout(this.#timers.get(id));
    this.#taken.add(id);
    this.sentOff(id);
    await (await this.#parts.drafts()).remove(id);
  }

  /** It was sent off and is in no box any more, and stays a draft until it has arrived. */
  sentOff(id: string): void {
    this.#inBox.delete(id);
    this.#waiting.delete(id);
    this.#parts.boxes.leave(id);
  }

  /** It could not be sent: what is in the box is a draft as before. */
  async giveBack(id: string): Promise<void> {
    this.#taken.delete(id);
    this.#inBox.delete(id);
    const box = this.#parts.boxes.byId(id);
    if (box) await this.#save(box, box.document.getText());
  }

  /** Opens the boxes of the drafts that belong to a document. */
  restoreIn(document: vscode.TextDocument): void {
    if (this.#waiting.size === 0) return;
    const restore = () => this.#restore(document).catch((error) => this.#parts.onFailure(error));
    this.#restoring = this.#restoring.then(restore);
  }

  /** The thread goes, for now: what was being written in it waits until it is drawn elsewhere. */
  async leave(thread: vscode.CommentThread): Promise<void> {
    const boxes = this.#parts.boxes.all().filter((box) => box.thread === thread && box.about !== null);
    for (const box of boxes) {
      clearTimeout(this.#timers.get(box.id));
      this.#parts.boxes.leave(box.id);
      const draft = await this.#save(box, box.document.getText());
      if (draft) this.#waiting.set(draft.id, draft);
    }
    if (boxes.length > 0) void this.#parts.threads.draw();
  }

  /** Closes boxes that nobody has touched here and whose draft was sent, or went on, in another window. */
  async #look(store: Drafts): Promise<void> {
    if (this.#restored.size === 0) return;
    const there = new Map((await store.list()).map(({ id, body }) => [id, body]));
    for (const [id, body] of this.#restored) {
      const box = this.#parts.boxes.byId(id);
      if (!box || this.#taken.has(id) || box.document.getText() !== body) this.#restored.delete(id);
      else if (there.get(id) !== body) {
        this.#restored.delete(id);
        clearTimeout(this.#timers.get(id));
        this.#parts.boxes.leave(id);
        box.thread?.dispose();
      }
    }
  }

  dispose(): void {
    this.#watch?.dispose();
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }

  async #restore(document: vscode.TextDocument): Promise<void> {
    const place = await placeOfDocument(document.uri);
    if (!place || document.isClosed) return;
    for (const draft of [...this.#waiting.values()]) {
      const { anchor } = draft.place;
      if (draft.annotation !== null) {
        if (this.#restoreAt(document.uri, draft)) this.#waiting.delete(draft.id);
        continue;
      }
      if (fits(anchor, place) === null || anchor.code === '') continue;
      const lines = findAnchor(document.getText(), [anchor]);
      if (!lines) continue;
      this.#waiting.delete(draft.id);
      this.#restored.set(draft.id, draft.body);
      if (await this.#parts.boxes.restore(document.uri, rangeOf(lines), draft)) continue;
      this.#restored.delete(draft.id);
      if (this.#taken.has(draft.id)) continue;
      // It has another chance when its file is shown again.
      if (vscode.window.visibleTextEditors.some((editor) => editor.document === document))
        this.#parts.onBoxless(draft);
      else this.#waiting.set(draft.id, draft);
    }
  }

  /** An edit or an answer that was begun: where the annotation is drawn. */
  #restoreAt(uri: vscode.Uri, draft: Draft): boolean {
    const thread = this.#parts.threads
      .threadsOf(draft.annotation!)
      .find((one) => one.uri.toString() === uri.toString());
    if (!thread) return false;
    const comments = thread.comments as readonly DrawnNote[];
    const reply = draft.kind === 'reply' ? beingWritten : draft.thread;
    const drawn = comments.find(({ replyId }) => replyId === reply);
    const [first] = comments;
    if (!first || (draft.kind !== 'reply' && drawn?.contextValue !== 'own')) return false;
    this.write(thread, drawn ?? { ...first, replyId: beingWritten }, draft);
    return true;
  }

  /** Puts a comment of a thread into a box to be edited, or a new one behind the others. */
  write(thread: vscode.CommentThread, comment: DrawnNote, draft: { id: string; body: string }): void {
    const isReply = comment.replyId === beingWritten;
    const annotation = comment.annotationId!;
    const words = isReply ? '' : comment.words;
    this.#parts.boxes.expectEdit({
      id: draft.id,
      thread,
      about: { annotation, reply: isReply ? null : comment.replyId, kind: isReply ? 'reply' : 'edit' },
      words,
      begins: draft.body,
    });
    const written = writing(comment, draft.body, draft.id, isReply ? 'writing reply' : 'writing edit');
    const comments = thread.comments as readonly DrawnNote[];
    if (comments.includes(comment)) {
      Object.assign(comment, { ...written, words: comment.words });
      thread.comments = [...comments];
    } else {
      delete written.label;
      delete written.timestamp;
      thread.comments = [...comments, written];
    }
    thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
  }

  async #save(box: Box, text: string): Promise<Draft | null> {
    this.#timers.delete(box.id);
    const drafts = await this.#parts.drafts();
    if (text.trim() === '' || text === box.words) {
      await drafts.remove(box.id);
      return null;
    }
    const spot = await this.#parts.spotOf(box);
    if (this.#taken.has(box.id)) return null;
    const draft: Draft = {
      id: box.id,
      body: text,
      updatedAt: new Date().toISOString(),
      place: { uri: spot?.uri.toString() ?? '', anchor: spot?.anchor ?? nowhere },
      kind: box.about?.kind === 'reply' ? 'reply' : 'note',
      annotation: box.about?.annotation ?? null,
      // Of an edit, the answer whose words it changes.
      thread: box.about?.reply ?? null,
      attempt: null,
    };
    await drafts.put(draft);
    return draft;
  }
}
