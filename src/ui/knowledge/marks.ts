import * as vscode from 'vscode';
import type { Anchor } from '../../model/events.ts';
import type { KnowledgeNote } from '../../model/mentorship.ts';
import { fits } from '../annotations/fits.ts';
import { Followed, type Lines } from '../annotations/followed.ts';
import { inSteps } from '../annotations/pace.ts';
import { type DocumentPlace, placeOfDocument } from '../annotations/place.ts';
import { canBeAnnotated } from '../annotations/register.ts';
import { decorationsFor, markType } from './mark.ts';
import type { KnowledgeParts } from './register.ts';

type Shown = {
  document: vscode.TextDocument;
  place: DocumentPlace;
  followed: Followed;
  /** The text came from outside, and not every note was looked for in it yet. */
  isToCheck: boolean;
  search: NodeJS.Timeout | undefined;
};

/** So many notes are marked in one file, one's own before others'. */
const mostInFile = 300;
/** Milliseconds without a change before code that is nowhere is looked for. */
const settle = 250;

/** Marks knowledge notes at their code in what is in view, and keeps each on its code while it is edited. */
export class Marks implements vscode.Disposable {
  readonly #parts: KnowledgeParts & { onStanding(outdated: ReadonlySet<string>): void };
  readonly #type = markType();
  readonly #shown = new Map<string, Shown>();
  readonly #owned: vscode.Disposable[];
  #drawing: Promise<void> = Promise.resolve();
  #isAsked = false;
  #outdated: ReadonlySet<string> = new Set();

  constructor(parts: KnowledgeParts & { onStanding(outdated: ReadonlySet<string>): void }) {
    this.#parts = parts;
    const draw = () => void this.draw();
    this.#owned = [
      this.#type,
      parts.store.onDidChange(({ mentorship }) => mentorship && draw()),
      vscode.window.onDidChangeVisibleTextEditors(draw),
      vscode.workspace.onDidChangeTextDocument((event) => this.#follow(event)),
      vscode.workspace.onDidSaveTextDocument((document) => this.#save(document)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#close(uri.toString())),
      vscode.workspace.onDidRenameFiles(({ files }) => void this.#renamed(files).catch(this.#fail)),
    ];
    draw();
  }

  /** Draws everything in view anew. Many calls while one drawing is under way make one more. */
  draw(): Promise<void> {
    if (this.#isAsked) return this.#drawing;
    this.#isAsked = true;
    this.#drawing = this.#drawing.then(() => {
      this.#isAsked = false;
      return this.#drawAll().catch(this.#fail);
    });
    return this.#drawing;
  }

  /** Where a note is by now in a document; `null` where it is outdated or not there. */
  linesOf(uri: vscode.Uri, id: string): Lines | null {
    return this.#shown.get(uri.toString())?.followed.lines(id) ?? null;
  }

  dispose(): void {
    for (const one of this.#owned) one.dispose();
    for (const key of [...this.#shown.keys()]) this.#close(key);
  }

  readonly #fail = (error: unknown) => this.#parts.log.error(error instanceof Error ? error : String(error));

  async #drawAll(): Promise<void> {
    for (const { document } of vscode.window.visibleTextEditors) {
      const key = document.uri.toString();
      if (this.#shown.has(key) || !canBeAnnotated(document.uri)) continue;
      const place = await placeOfDocument(document.uri);
      if (!place || document.isClosed || this.#shown.has(key)) continue;
      const followed = new Followed();
      this.#shown.set(key, { document, place, followed, isToCheck: false, search: undefined });
    }
    for (const [key, shown] of [...this.#shown]) {
      await this.#seek(shown);
      if (this.#shown.get(key) === shown) this.#drawIn(shown);
    }
    this.#say();
  }

  /** What belongs to a document. A stranger's thousands leave room for one's own. */
  #wantedIn({ place }: Shown): (KnowledgeNote & { anchor: Anchor })[] {
    const wanted = this.#parts.store.knowledge.filter(
      (note): note is KnowledgeNote & { anchor: Anchor } =>
        note.anchor !== null && note.anchor.code.trim() !== '' && fits(note.anchor, place) !== null,
    );
    if (wanted.length <= mostInFile) return wanted;
    const isOwn = ({ createdBy }: KnowledgeNote) => this.#isMine(createdBy);
    return [...wanted.filter(isOwn), ...wanted.filter((one) => !isOwn(one))].slice(0, mostInFile);
  }

  #isMine(name: string | null): boolean {
    return name !== null && (this.#parts.store.space?.isMe(name) ?? false);
  }

  /** Looks for what is new in a document, with rests: one with hostile lines may take long. */
  async #seek(shown: Shown): Promise<void> {
    const { document, followed } = shown;
    const wanted = this.#wantedIn(shown);
    const known = new Set(wanted.map(({ id }) => id));
    for (const id of followed.ids()) if (!known.has(id)) followed.forget(id);
    let [text, version] = ['', -1];
    function* steps() {
      for (const { id, anchor } of wanted) {
        // Written on meanwhile: those that were found have followed, the next is looked for in what is there now.
        if (version !== document.version) [text, version] = [document.getText(), document.version];
        followed.put(id, [anchor], text);
        yield;
      }
    }
    await inSteps(steps(), () => document.isClosed);
  }

  #drawIn(shown: Shown): void {
    const { document, place, followed } = shown;
    const found = this.#wantedIn(shown).flatMap((note) => {
      const lines = followed.lines(note.id);
      // What is outdated is told where it belongs for sure.
      if (!lines && (fits(note.anchor, place) !== 'sure' || !followed.has(note.id))) return [];
      return [{ note, line: lines?.startLine ?? null, isMine: this.#isMine(note.createdBy) }];
    });
    const options = decorationsFor(found, document);
    for (const editor of vscode.window.visibleTextEditors)
      if (editor.document === document) editor.setDecorations(this.#type, options);
  }

  /** Which notes are nowhere in the files that are open, for the view. */
  #say(): void {
    const outdated = new Set<string>();
    for (const shown of this.#shown.values())
      for (const { id, anchor } of this.#wantedIn(shown))
        if (shown.followed.has(id) && !shown.followed.lines(id) && fits(anchor, shown.place) === 'sure')
          outdated.add(id);
    const isSame =
      outdated.size === this.#outdated.size && [...outdated].every((id) => this.#outdated.has(id));
    if (isSame) return;
    this.#outdated = outdated;
    this.#parts.onStanding(outdated);
  }

  #follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const shown = this.#shown.get(document.uri.toString());
    if (!shown || contentChanges.length === 0 || shown.followed.ids().length === 0) return;
    const before = this.#linesIn(shown);
    const isLost = shown.followed.edit(contentChanges);
    // What is not unsaved came from the disk, or VS Code says so a moment later.
    if (!document.isDirty || isLost) this.#searchSoon(shown);
    else if (before !== this.#linesIn(shown)) this.#drawIn(shown);
  }

  #linesIn({ followed }: Shown): string {
    return followed
      .ids()
      .map((id) => followed.lines(id)?.startLine ?? 0)
      .join(' ');
  }

  #searchSoon(shown: Shown): void {
    clearTimeout(shown.search);
    const search = async () => {
      const { document, followed } = shown;
      const isGone = () => this.#shown.get(document.uri.toString()) !== shown || document.isClosed;
      if (isGone()) return;
      const { version } = document;
      const text = document.getText();
      shown.isToCheck ||= !document.isDirty;
      const steps = shown.isToCheck ? followed.checking(text) : followed.searching(text);
      const isDone = await inSteps(steps, () => isGone() || document.version !== version);
      if (isGone()) return;
      if (!isDone) return this.#searchSoon(shown);
      shown.isToCheck = false;
      this.#drawIn(shown);
      this.#say();
    };
    shown.search = setTimeout(() => void search().catch(this.#fail), settle);
  }

  /** Its code was edited and saved: from now on the note means that. */
  #save(document: vscode.TextDocument): void {
    const moved = this.#shown.get(document.uri.toString())?.followed.changed(document.getText()) ?? [];
    this.#moved(moved).catch((error) => this.#parts.failures.show(error, 'act'));
  }

  async #moved(moved: { id: string; anchor: Anchor }[]): Promise<void> {
    const { store } = this.#parts;
    const known = moved.filter(({ id }) => store.knowledge.some((note) => note.id === id));
    if (known.length === 0) return;
    await store.perform(
      known.map(({ id, anchor }) => ({ type: 'knowledge.moved', payload: { knowledge: id, anchor } })),
    );
  }

  /** Notes go with a file that is renamed in the editor, or with its folder. */
  async #renamed(files: readonly { oldUri: vscode.Uri; newUri: vscode.Uri }[]): Promise<void> {
    const moved: { id: string; anchor: Anchor }[] = [];
    for (const { oldUri, newUri } of files) {
      const [from, to] = await Promise.all([placeOfDocument(oldUri), placeOfDocument(newUri)]);
      if (!from || !to) continue;
      for (const { id, anchor } of this.#parts.store.knowledge) {
        if (!anchor || fits({ ...anchor, path: from.path }, from) !== 'sure') continue;
        if (anchor.path !== from.path && !anchor.path.startsWith(`${from.path}/`)) continue;
        moved.push({ id, anchor: { ...anchor, path: to.path + anchor.path.slice(from.path.length) } });
      }
    }
    await this.#moved(moved);
  }

  #close(key: string): void {
    clearTimeout(this.#shown.get(key)?.search);
    this.#shown.delete(key);
  }
}
