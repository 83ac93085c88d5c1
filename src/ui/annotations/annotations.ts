import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Publisher } from '../../github/publishing/index.ts';
import { type Draft, type DraftProblem, Drafts } from '../../journal/drafts/drafts.ts';
import { anchorOf } from '../../model/anchor/index.ts';
import type { Annotation } from '../../model/annotation.ts';
import { CairnError } from '../../model/errors.ts';
import type { Anchor } from '../../model/events.ts';
import { feedbackId } from '../../model/toFeedback.ts';
import { authorName } from '../author.ts';
import { whenNobodyWrites } from '../commentController.ts';
import * as config from '../config.ts';
import { dataFolder } from '../dataFolder.ts';
import { openPublisher } from '../publisher.ts';
import { type Box, Boxes } from './boxes.ts';
import { branchOf } from './branch.ts';
import { CommentingRanges } from './commentingRanges.ts';
import { DraftKeeper } from './draftKeeper.ts';
import { fits } from './fits.ts';
import type { Lines } from './followed.ts';
import { type Item, linesOfRange, NoteThreads } from './noteThreads.ts';
import { offerUnsaved } from './offerUnsaved.ts';
import { forgetPlaces, placeOfDocument } from './place.ts';
import { Publishing } from './publishing.ts';
import type { AnnotationParts } from './register.ts';
import { type Target, targetIn, targetsOf } from './target.ts';

/** A place in a document that a note is about to be put to. */
export type Spot = { uri: vscode.Uri; anchor: Anchor; number: number | null };

/** Annotations in the editor: what is drawn, what is being written, and what is on its way to GitHub. */
export class Annotations implements vscode.Disposable {
  readonly #parts: AnnotationParts & { controller: vscode.CommentController };
  readonly threads: NoteThreads;
  readonly boxes: Boxes;
  readonly publishing: Publishing;
  readonly keeper: DraftKeeper;
  readonly ranges = new CommentingRanges();
  readonly #owned: vscode.Disposable[];
  #drafts: { folder: string; opened: Promise<Drafts> } | undefined;

  constructor(parts: AnnotationParts & { controller: vscode.CommentController }) {
    this.#parts = parts;
    const { store, controller, signIn, log } = parts;
    const fail = (error: unknown) => parts.failures.show(error, 'act');
    controller.options = {
      prompt: vscode.l10n.t('Reply…'),
      placeHolder: vscode.l10n.t('What do you want to say about this code, and why?'),
    };
    // Not before: who does not use Cairn has no bar beside the lines of every file.
    const offering = whenNobodyWrites(() => {
      controller.commentingRangeProvider = this.ranges;
      this.ranges.isOffered = true;
    });
    const note = (error: unknown) => log.error(error instanceof Error ? error : String(error));
    this.publishing = new Publishing({
      store,
      drafts: () => this.drafts(),
      publisher: () => this.publisher(),
      targets: (publisher, draft) => this.#targets(publisher, draft),
      onChange: () => void this.threads.draw(),
      onFailure: fail,
    });
    this.threads = new NoteThreads({
      controller,
      items: () => this.#items(),
      goals: () => store.goals,
      isMine: (name) => this.isMine(name),
      me: () => authorName(signIn),
      onMoved: (moved) => this.#moved(moved).catch(fail),
      asked: (uri) => this.ranges.asked(uri),
      onCreated: (uri, asked) => void this.#seeDrawn(uri, asked).catch(note),
      onGone: (thread) => void this.keeper.leave(thread).catch(note),
      onDrawn: (document) => this.keeper.restoreIn(document),
      onFailure: note,
    });
    this.boxes = new Boxes({
      controller,
      idOf: (thread) => this.threads.idOf(thread),
      onTyped: (box, text) => this.keeper.typed(box, text),
      onDiscarded: ({ id }) => void this.keeper.done(id).catch(note),
      mayLose: (uri, make) => {
        const asked = this.ranges.asked(uri);
        make();
        return this.ranges.mayHaveLost(uri, asked);
      },
      onLost: (uri) => void this.threads.drawAnew(uri),
      onFailure: note,
    });
    this.keeper = new DraftKeeper({
      drafts: () => this.drafts(),
      threads: this.threads,
      boxes: this.boxes,
      publishing: this.publishing,
      spotOf: (box) => this.#spotOfBox(box),
      note: (id) => store.annotations.find((one) => one.id === id),
      onBoxless: (draft) => void offerUnsaved(draft).catch(note),
      // Whoever types has to know that it is not kept.
      onFailure: fail,
    });
    this.#owned = [
      offering,
      this.threads,
      this.boxes,
      this.publishing,
      this.keeper,
      store.onDidChange(({ annotations, goals }) => {
        if (annotations || goals) void this.threads.draw();
      }),
      signIn.onDidChange(() => this.publishing.tryAgain()),
      parts.activeSpace.onDidChange(() => void this.#begin().catch(note)),
      vscode.workspace.onDidRenameFiles(({ files }) => void this.#renamed(files).catch(fail)),
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) forgetPlaces();
      }),
    ];
    void this.#begin().catch(note);
  }

  /** The drafts of the active space. */
  drafts(): Promise<Drafts> {
    const folder = join(dataFolder(), 'drafts', this.#parts.activeSpace.slug());
    if (this.#drafts?.folder !== folder) {
      const onProblem = ({ file, message }: DraftProblem) => this.#parts.log.warn(`${file}: ${message}`);
      const opened = Drafts.open(folder, { onProblem });
      opened.catch(() => {
        this.#drafts = undefined;
      });
      this.#drafts = { folder, opened };
    }
    return this.#drafts.opened;
  }

  publisher(): Promise<Publisher> {
    return openPublisher(this.#parts);
  }

  isMine(name: string | null): boolean {
    if (name === null) return false;
    return this.#parts.store.space?.isMe(name) ?? name === authorName(this.#parts.signIn);
  }

  /** The place of lines of a document. Throws 'not-found' for a document that is no file. */
  async spot(uri: vscode.Uri, lines: Lines): Promise<Spot> {
    const [place, document] = await Promise.all([
      placeOfDocument(uri),
      vscode.workspace.openTextDocument(uri),
    ]);
    if (!place) throw new CairnError('not-found', vscode.l10n.t('There is no file to put a note to.'));
    const { lineCount } = document;
    const startLine = Math.min(Math.max(1, lines.startLine), lineCount);
    const endLine = Math.min(Math.max(startLine, lines.endLine), lineCount);
    const { path, side, commit, number, repositories } = place;
    const repository = repositories[0] ?? null;
    const anchor = anchorOf(document.getText(), { startLine, endLine }, { path, side, commit, repository });
    return { uri, anchor, number };
  }

  /** The place of a thread that VS Code has opened for somebody. */
  spotOf({ uri, range }: vscode.CommentThread): Promise<Spot> {
    return this.spot(uri, range ? linesOfRange(range) : { startLine: 1, endLine: 1 });
  }

  dispose(): void {
    for (const one of this.#owned) one.dispose();
  }

  async #begin(): Promise<void> {
    // What somebody was writing does not wait for all the records.
    await this.keeper.begin();
    await this.threads.draw();
    await this.#parts.store.load();
    await this.keeper.resume();
    await this.threads.draw();
  }

  /** Draws the notes of a document again where VS Code may have lost them, unless somebody is writing in one. */
  async #seeDrawn(uri: vscode.Uri, asked: number): Promise<void> {
    if (!(await this.ranges.mayHaveLost(uri, asked))) return;
    const isWritten = this.boxes
      .all()
      .some(({ thread, about }) => about !== null && thread?.uri.toString() === uri.toString());
    if (!isWritten) await this.threads.drawAnew(uri);
  }

  #items(): Item[] {
    const notes = this.#parts.store.annotations.flatMap((note): Item[] =>
      this.#isDrawnAsFeedback(note)
        ? []
        : [{ id: note.id, anchors: note.anchors, note, unsent: this.publishing.unsentOf(note.id) }],
    );
    const known = new Set(notes.map(({ id }) => id));
    for (const unsent of this.publishing.unsent.values()) {
      const { draft } = unsent;
      if (draft.annotation !== null || known.has(draft.id) || this.keeper.isInBox(draft.id)) continue;
      notes.push({ id: draft.id, anchors: [draft.place.anchor], note: null, unsent });
    }
    return notes;
  }

  /** What was published and pulled is a thread of feedback: it is not shown twice, as long as nobody answered here. */
  #isDrawnAsFeedback({ feedbackId: about, published, replies }: Annotation): boolean {
    // What is about a comment stands below that.
    if (about !== null && this.#parts.store.getFeedback(about) !== undefined) return true;
    if (!published || published.isPending || replies.length > 0) return false;
    try {
      const id = feedbackId(config.host().name, 'line', published.comment);
      return this.#parts.store.getFeedback(id) !== undefined;
    } catch {
      return false;
    }
  }

  async #moved(moved: { id: string; anchor: Anchor }[]): Promise<void> {
    const { store } = this.#parts;
    const known = moved.filter(({ id }) => store.annotations.some((one) => one.id === id));
    if (known.length === 0) return;
    await store.perform(
      known.map(({ id, anchor }) => ({ type: 'annotation.moved', payload: { annotation: id, anchor } })),
    );
  }

  /** Notes go with a file that is renamed in the editor, or with its folder. */
  async #renamed(files: readonly { oldUri: vscode.Uri; newUri: vscode.Uri }[]): Promise<void> {
    const moved: { id: string; anchor: Anchor }[] = [];
    for (const { oldUri, newUri } of files) {
      const [from, to] = await Promise.all([placeOfDocument(oldUri), placeOfDocument(newUri)]);
      if (!from || !to) continue;
      for (const { id, anchors } of this.#parts.store.annotations) {
        const [newest] = anchors;
        if (!newest || fits({ ...newest, path: from.path }, from) !== 'sure') continue;
        const isInside = newest.path.startsWith(`${from.path}/`);
        if (newest.path !== from.path && !isInside) continue;
        moved.push({ id, anchor: { ...newest, path: to.path + newest.path.slice(from.path.length) } });
      }
    }
    await this.#moved(moved);
  }

  async #spotOfBox({ thread, about }: Box): Promise<Spot | null> {
    if (about) {
      const note = this.#parts.store.annotations.find(({ id }) => id === about.annotation);
      const [anchor] = note?.anchors ?? [];
      return anchor && thread ? { uri: thread.uri, anchor, number: note!.number } : null;
    }
    return thread ? this.spotOf(thread) : null;
  }

  async #targets(publisher: Publisher, { place, attempt }: Draft): Promise<Target[]> {
    const { anchor } = place;
    const uri = vscode.Uri.parse(place.uri);
    const document = await placeOfDocument(uri);
    const number = attempt?.number ?? document?.number ?? null;
    const gone = vscode.l10n.t(
      'The pull request has these lines no longer. Keep your words as a note, or publish them at other lines.',
    );
    if (number !== null) {
      const repository = attempt?.repository ?? document?.repositories[0] ?? anchor.repository;
      if (repository !== null) return [await targetIn(publisher, { repository, number }, anchor, { gone })];
    }
    const names = new Set([
      ...(anchor.repository ? [anchor.repository] : []),
      ...(document?.repositories ?? []),
    ]);
    if (names.size === 0) {
      throw new CairnError(
        'no-repository',
        vscode.l10n.t(
          'Nothing tells which repository on GitHub this file belongs to: it has no remote there.',
        ),
      );
    }
    const branch = document?.root ? await branchOf(document.root) : null;
    const found: Target[] = [];
    for (const name of names) found.push(...(await targetsOf(publisher, name, anchor, branch)));
    if (found.length > 0) return found;
    throw new CairnError(
      'line-not-in-diff',
      vscode.l10n.t(
        'No open pull request of {0} has these lines. Keep your words as a note, or push the code first.',
        [...names].join(', '),
      ),
    );
  }
}
