import * as vscode from 'vscode';
import type { Feedback } from '../../model/state.ts';
import { hunkScheme } from '../ids.ts';
import type { Store } from '../store.ts';
import { commentsOf, labelOf } from './comments.ts';
import { documentUri, lastLineOfHunk } from './document.ts';
import { isShownByPullRequests } from './otherExtension.ts';
import { candidates, placeOf, readFolders } from './place.ts';

type Parts = { controller: vscode.CommentController; store: Store; log: vscode.LogOutputChannel };

/** Draws the threads of feedback: the one that was opened, and those of the files that are in view. */
export class Threads implements vscode.Disposable {
  readonly #parts: Parts;
  /** By the thread's id, or the feedback's where it has none. */
  readonly #drawn = new Map<string, { thread: vscode.CommentThread; feedback: Feedback }>();
  #drawing: Promise<void> = Promise.resolve();
  #isAsked = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Opens the code at the line where it is in the workspace, else the hunk or the words in a read-only document. */
  async open(feedback: Feedback, { preserveFocus = false }: { preserveFocus?: boolean }): Promise<void> {
    const place = await placeOf(feedback, await readFolders());
    if (!place && (feedback.path === null || feedback.diffHunk === null)) return this.#openWords(feedback);
    const document = place?.document ?? (await vscode.workspace.openTextDocument(documentUri(feedback)));
    const line = place?.line ?? lastLineOfHunk(feedback);
    const range = new vscode.Range(line, 0, line, 0);
    const editor = await vscode.window.showTextDocument(document, {
      preserveFocus,
      preview: true,
      selection: range,
    });
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    if (place && (await isShownByPullRequests(place.document.uri, this.#parts.store, feedback))) return;
    const thread = this.#draw(feedback, document.uri, line);
    thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
  }

  /** Draws the threads of every visible file that has feedback, folded; takes away those out of view. */
  drawVisible(): Promise<void> {
    // Many changes while one drawing is under way need one more drawing, not many.
    if (this.#isAsked) return this.#drawing;
    this.#isAsked = true;
    const draw = () => {
      this.#isAsked = false;
      return this.#drawNow();
    };
    this.#drawing = this.#drawing.then(draw, draw);
    return this.#drawing;
  }

  dispose(): void {
    for (const { thread } of this.#drawn.values()) thread.dispose();
    this.#drawn.clear();
  }

  async #drawNow(): Promise<void> {
    const { store } = this.#parts;
    const visible = vscode.window.visibleTextEditors.map((editor) => editor.document.uri);
    const inView = new Set(visible.map(String));
    for (const [id, { thread, feedback }] of this.#drawn) {
      const now = store.getFeedback(feedback.id);
      if (!now || !inView.has(thread.uri.toString())) {
        thread.dispose();
        this.#drawn.delete(id);
      } else this.#fill(thread, now);
    }
    const paths = visible.filter((uri) => uri.scheme !== hunkScheme).map((uri) => uri.path);
    // Looking a file up costs a round trip to its disk: ask only for what can be one of those in view.
    const isInView = (path: string) => paths.some((one) => one.endsWith(`/${path}`));
    const starts = store.feedback.filter(
      (item) =>
        item.kind === 'line' &&
        item.threadId !== null &&
        !item.isSetAside &&
        !this.#drawn.has(item.threadId) &&
        item.path !== null &&
        isInView(item.path),
    );
    if (starts.length === 0) return;
    const folders = await readFolders();
    // Oldest first, so that a thread is drawn from the comment that began it.
    for (const item of starts.reverse()) {
      if (this.#drawn.has(item.threadId!)) continue;
      if (!candidates(item, folders).some((uri) => inView.has(uri.toString()))) continue;
      const place = await placeOf(item, folders);
      if (!place || !inView.has(place.document.uri.toString())) continue;
      if (await isShownByPullRequests(place.document.uri, store, item)) continue;
      // Somebody may have opened another comment of the thread meanwhile: its menu means that one.
      if (!this.#drawn.has(item.threadId!)) this.#draw(item, place.document.uri, place.line);
    }
  }

  #draw(feedback: Feedback, uri: vscode.Uri, line: number): vscode.CommentThread {
    const key = feedback.threadId ?? feedback.id;
    const old = this.#drawn.get(key);
    if (old && old.thread.uri.toString() === uri.toString()) {
      // The menu of the thread now means this piece, also after the next change.
      old.feedback = feedback;
      this.#fill(old.thread, feedback);
      return old.thread;
    }
    old?.thread.dispose();
    const thread = this.#parts.controller.createCommentThread(uri, new vscode.Range(line, 0, line, 0), []);
    thread.canReply = false;
    thread.collapsibleState = vscode.CommentThreadCollapsibleState.Collapsed;
    this.#drawn.set(key, { thread, feedback });
    this.#fill(thread, feedback);
    return thread;
  }

  #fill(thread: vscode.CommentThread, feedback: Feedback): void {
    const { store } = this.#parts;
    thread.comments = commentsOf(feedback, store);
    thread.label = labelOf(feedback, store);
    thread.contextValue = feedback.tag ?? 'untagged';
    thread.state = feedback.isResolved
      ? vscode.CommentThreadState.Resolved
      : vscode.CommentThreadState.Unresolved;
  }

  async #openWords(feedback: Feedback): Promise<void> {
    await vscode.commands.executeCommand('markdown.showPreview', documentUri(feedback));
  }
}
