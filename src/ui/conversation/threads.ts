import * as vscode from 'vscode';
import type { Feedback } from '../../model/state.ts';
import type { Growth } from '../growth/growth.ts';
import { hunkScheme, pullRequestScheme } from '../ids.ts';
import type { LazyPullRequests } from '../pullRequest/register.ts';
import type { Text } from '../pullRequest/texts.ts';
import { parsePullRequestUri } from '../pullRequest/uri.ts';
import type { Store } from '../store.ts';
import { aloneOf, type Beside, commentsOf, type DrawnComment, labelOf } from './comments.ts';
import { documentUri, lastLineOfHunk } from './document.ts';
import { type NotesByComment, notesByComment } from './notes.ts';
import { isShownByPullRequests } from './otherExtension.ts';
import type { Outbox } from './outbox.ts';
import { candidates, placeOf, readFolders } from './place.ts';
import { type Place, threadsIn } from './placeInPullRequest.ts';
import { commentIdOf, type ThreadKey, talkOf, threadKeyOf } from './talk.ts';

type Parts = {
  controller: vscode.CommentController;
  store: Store;
  growth: Growth;
  log: vscode.LogOutputChannel;
  pullRequests: LazyPullRequests;
  outbox: Outbox;
  /** Whether somebody is signed in, who can answer. */
  isSignedIn: () => boolean;
  /** Whether an answer was begun in a thread and not sent. */
  hasBegun: (threadId: string) => boolean;
};

type Drawn = {
  thread: vscode.CommentThread;
  /** The thread's id, or the feedback's where it has none. */
  id: string;
  key: ThreadKey | null;
  /** The feedback that was opened, or that it is drawn for. */
  feedback: Feedback | null;
  place: { words: string | null; showsHunk: boolean };
  /** What was drawn last. */
  looks: string;
};

/** Draws threads: the one that was opened, those of the files that are in view, those of opened pull requests. */
export class Threads implements vscode.Disposable {
  readonly #parts: Parts;
  /** By thread and document. */
  readonly #drawn = new Map<string, Drawn>();
  #notes: NotesByComment = new Map();
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
    this.#notes = notesByComment(this.#parts.store.annotations, this.#parts.growth.now);
    const thread = this.#draw(document.uri, { feedback, key: threadKeyOf(feedback), range });
    thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
  }

  /** The thread of GitHub's that is drawn as this one. */
  keyOf(thread: vscode.CommentThread): ThreadKey | null {
    for (const drawn of this.#drawn.values()) if (drawn.thread === thread) return drawn.key;
    return null;
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
    const { store, growth } = this.#parts;
    this.#notes = notesByComment(store.annotations, growth.now);
    const visible = vscode.window.visibleTextEditors.map((editor) => editor.document.uri);
    const shown = await this.#drawPullRequests();
    const inView = new Set(visible.map(String));
    for (const [at, drawn] of this.#drawn) {
      const isOfPullRequest = drawn.thread.uri.scheme === pullRequestScheme;
      const now = drawn.feedback && store.getFeedback(drawn.feedback.id);
      if (isOfPullRequest ? !shown.has(at) : !now || !inView.has(drawn.thread.uri.toString())) {
        drawn.thread.dispose();
        this.#drawn.delete(at);
      } else {
        drawn.feedback = now ?? null;
        this.#fill(drawn);
      }
    }
    await this.#drawFiles(
      visible.filter(({ scheme }) => scheme !== hunkScheme && scheme !== pullRequestScheme),
    );
  }

  /** The threads of the pull requests' documents that are open; by thread and document, all that belong there. */
  async #drawPullRequests(): Promise<Set<string>> {
    const shown = new Set<string>();
    const documents = vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === pullRequestScheme);
    if (documents.length === 0) return shown;
    const editor = await this.#parts.pullRequests.load();
    const { pullRequests } = editor;
    for (const document of documents) {
      const { uri } = document;
      const file = parsePullRequestUri(uri);
      const text = editor.textOf(uri);
      const record = file && pullRequests.record(file);
      // The document may still say that it is being loaded: no line of that is meant.
      if (!file || !text || !record || !hasText(document, text)) continue;
      // The mentee's own guess comes first; what they open by itself is drawn all the same.
      if (this.#parts.store.isHeld(file)) continue;
      const diff = await pullRequests.shown(file, file.sha).catch(() => null);
      for (const { thread, place } of diff ? threadsIn(file, text, diff, record) : []) {
        const key = { repository: file.repository, number: file.number, threadId: thread.id };
        const isNew = !this.#drawn.has(`${thread.id} ${uri}`);
        const drawn = this.#draw(uri, { key, feedback: null, ...place });
        shown.add(`${thread.id} ${uri}`);
        if (isNew && !thread.isResolved)
          drawn.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
      }
    }
    return shown;
  }

  async #drawFiles(visible: vscode.Uri[]): Promise<void> {
    const { store } = this.#parts;
    const inView = new Set(visible.map(String));
    const paths = visible.map((uri) => uri.path);
    // Looking a file up costs a round trip to its disk: ask only for what can be one of those in view.
    const isInView = (path: string) => paths.some((one) => one.endsWith(`/${path}`));
    const starts = store.feedback.filter(
      (item) =>
        item.kind === 'line' &&
        item.threadId !== null &&
        !item.isSetAside &&
        !this.#isInFile(item.threadId) &&
        item.path !== null &&
        isInView(item.path),
    );
    if (starts.length === 0) return;
    const folders = await readFolders();
    // Oldest first, so that a thread is drawn from the comment that began it.
    for (const item of starts.reverse()) {
      if (this.#isInFile(item.threadId!)) continue;
      if (!candidates(item, folders).some((uri) => inView.has(uri.toString()))) continue;
      const place = await placeOf(item, folders);
      if (!place || !inView.has(place.document.uri.toString())) continue;
      if (await isShownByPullRequests(place.document.uri, store, item)) continue;
      // Somebody may have opened another comment of the thread meanwhile: its menu means that one.
      if (this.#isInFile(item.threadId!)) continue;
      const range = new vscode.Range(place.line, 0, place.line, 0);
      this.#draw(place.document.uri, { feedback: item, key: threadKeyOf(item), range });
    }
  }

  /** Whether a thread is drawn outside of a pull request's own documents. */
  #isInFile(id: string): boolean {
    for (const drawn of this.#drawn.values())
      if (drawn.id === id && drawn.thread.uri.scheme !== pullRequestScheme) return true;
    return false;
  }

  #draw(
    uri: vscode.Uri,
    what: Pick<Drawn, 'feedback' | 'key'> & Partial<Place> & Pick<Place, 'range'>,
  ): vscode.CommentThread {
    const { feedback, key, range, words = null, showsHunk = false } = what;
    const id = key?.threadId ?? feedback!.id;
    const at = `${id} ${uri}`;
    let drawn = this.#drawn.get(at);
    if (drawn) {
      // The menu of the thread now means this piece, also after the next change.
      Object.assign(drawn, { feedback, place: { words, showsHunk } });
      const before = drawn.thread.range;
      if (before && range ? !before.isEqual(range) : before !== range) drawn.thread.range = range;
    } else {
      if (uri.scheme !== pullRequestScheme) this.#removeFromFiles(id);
      const begun = { id, key, feedback, place: { words, showsHunk } };
      // Without a range it is about the file: the types know that of a thread, and not of its creation. With its
      // comments from the beginning: the box of one that has none says not where it is, and what is typed there is lost.
      const thread = this.#parts.controller.createCommentThread(
        uri,
        range as vscode.Range,
        this.#talkOf(begun).comments,
      );
      thread.collapsibleState = vscode.CommentThreadCollapsibleState.Collapsed;
      drawn = { ...begun, thread, looks: '' };
      this.#drawn.set(at, drawn);
    }
    this.#fill(drawn);
    return drawn.thread;
  }

  /** It was drawn in another document before. */
  #removeFromFiles(id: string): void {
    for (const [at, drawn] of this.#drawn) {
      if (drawn.id !== id || drawn.thread.uri.scheme === pullRequestScheme) continue;
      drawn.thread.dispose();
      this.#drawn.delete(at);
    }
  }

  /** What was said in a thread, as it is drawn. */
  #talkOf({ feedback, key, place }: Pick<Drawn, 'feedback' | 'key' | 'place'>) {
    const { store, outbox, pullRequests, isSignedIn } = this.#parts;
    const talk = key && talkOf({ store, pullRequests: () => pullRequests.now?.pullRequests }, key);
    const sending = key ? outbox.of(key.threadId) : undefined;
    const canReply = talk != null && isSignedIn();
    const unsent = [
      ...(sending?.pending ?? []).map((body) => ({ body, label: vscode.l10n.t('in your pending review') })),
      ...(sending?.body == null ? [] : [{ body: sending.body, label: vscode.l10n.t('sending…') }]),
    ];
    const beside: Beside = { feedback, notes: this.#notes, unsent, showsHunk: place.showsHunk };
    const comments = talk ? commentsOf(talk, beside, store) : feedback ? aloneOf(feedback, this.#notes) : [];
    return { talk, sending, canReply, comments };
  }

  #fill(drawn: Drawn): void {
    const { feedback, key, place, thread } = drawn;
    const { talk, sending, canReply, comments } = this.#talkOf(drawn);
    const [first] = talk?.thread.comments ?? [];
    const id = talk && first ? commentIdOf(talk, first) : feedback?.id;
    const { now } = this.#parts.growth;
    const label = labelOf(talk ?? undefined, feedback, {
      // The editor of a pull request has its title already.
      hasTitle: thread.uri.scheme !== pullRequestScheme,
      problem: sending?.problem ?? null,
      more: [
        key && sending?.body == null && this.#parts.hasBegun(key.threadId)
          ? vscode.l10n.t('an answer of yours is not sent: “Reply…” has it')
          : null,
        place.words,
        (id !== undefined && now?.following.words(id)) || null,
        talk && !canReply ? vscode.l10n.t('sign in to answer') : null,
      ],
    });
    const isResolved = (talk?.thread ?? feedback)?.isResolved ?? false;
    const contextValue = [
      comments.some(({ feedbackId }) => feedbackId !== undefined) && 'feedback',
      canReply && (isResolved ? 'resolved' : 'unresolved'),
    ]
      .filter(Boolean)
      .join(' ');
    const looks = JSON.stringify([label, contextValue, isResolved, canReply, comments.map(looksOf)]);
    if (looks === drawn.looks) return;
    drawn.looks = looks;
    Object.assign(thread, { comments, label, contextValue, canReply });
    thread.state = isResolved ? vscode.CommentThreadState.Resolved : vscode.CommentThreadState.Unresolved;
  }

  async #openWords(feedback: Feedback): Promise<void> {
    await vscode.commands.executeCommand('markdown.showPreview', documentUri(feedback));
  }
}

function looksOf({ author, body, label, feedbackId, isMeant, noteId }: DrawnComment): unknown {
  return [author.name, typeof body === 'string' ? body : body.value, label, feedbackId, isMeant, noteId];
}

/** Whether a document has a text by now, told by its number of lines; VS Code unifies the line ends. */
function hasText(document: vscode.TextDocument, text: Text): boolean {
  let lines = lineCounts.get(text);
  if (lines === undefined) {
    lines = text.text.split(/\r\n|\r|\n/).length;
    lineCounts.set(text, lines);
  }
  return document.lineCount === lines;
}

const lineCounts = new WeakMap<Text, number>();
