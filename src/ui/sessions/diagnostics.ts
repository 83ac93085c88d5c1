import * as vscode from 'vscode';
import { sessionScheme } from '../ids.ts';
import type { SessionParts } from './register.ts';
import { type Remark, remarksOn } from './remarksOn.ts';

/** Milliseconds without a key until a text is read again. */
const restBefore = 300;

/**
 * What Cairn says about a text of the scheme `cairn` while it is written, in the editor and never in the way: of a session
 * dates that it cannot read, what is not prepared yet; of any text why a save failed.
 */
export class SessionDiagnostics implements vscode.Disposable {
  readonly #parts: SessionParts;
  readonly #root: string;
  readonly #read: (parts: SessionParts, document: vscode.TextDocument) => Promise<Remark[]>;
  readonly #shown: vscode.DiagnosticCollection;
  /** Why the last save of a document failed, until one works. */
  readonly #refused = new Map<string, string>();
  readonly #waiting = new Map<string, NodeJS.Timeout>();
  readonly #listening: vscode.Disposable[];
  #isDisposed = false;

  /**
   * @param root with which the paths of the texts begin
   * @param read what there is to say about one
   */
  constructor(parts: SessionParts, root = '/sessions/', read = remarksOn) {
    this.#parts = parts;
    this.#root = root;
    this.#read = read;
    this.#shown = vscode.languages.createDiagnosticCollection(`cairn${root}`);
    this.#listening = [
      vscode.workspace.onDidOpenTextDocument((document) => this.#later(document, 0)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#later(document, restBefore)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#forget(uri)),
    ];
    this.lookAgain();
  }

  /** A save has failed: said in the editor, too, where the words are that are not kept yet. */
  refused(uri: vscode.Uri, words: string): void {
    this.#refused.set(String(uri), words);
    this.#show(uri);
  }

  saved(uri: vscode.Uri): void {
    if (this.#refused.delete(String(uri))) this.#show(uri);
  }

  /** The state is another one: what was missing may be there by now. */
  lookAgain(): void {
    for (const document of vscode.workspace.textDocuments) this.#later(document, restBefore);
  }

  dispose(): void {
    this.#isDisposed = true;
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    for (const one of [this.#shown, ...this.#listening]) one.dispose();
  }

  #later({ uri }: vscode.TextDocument, after: number): void {
    if (uri.scheme !== sessionScheme || !uri.path.startsWith(this.#root)) return;
    const key = String(uri);
    clearTimeout(this.#waiting.get(key));
    this.#waiting.set(
      key,
      setTimeout(() => {
        this.#waiting.delete(key);
        this.#show(uri);
      }, after),
    );
  }

  #forget(uri: vscode.Uri): void {
    const key = String(uri);
    clearTimeout(this.#waiting.get(key));
    this.#waiting.delete(key);
    this.#refused.delete(key);
    this.#shown.delete(uri);
  }

  #show(uri: vscode.Uri): void {
    const key = String(uri);
    const find = () => vscode.workspace.textDocuments.find((one) => String(one.uri) === key);
    const work = async () => {
      const before = find();
      if (!before) return;
      const { version } = before;
      const remarks = await this.#read(this.#parts, before);
      const document = find();
      // Typed on meanwhile: another look is on its way.
      if (this.#isDisposed || !document || document.version !== version) return;
      const refused = this.#refused.get(key);
      this.#shown.set(uri, [
        ...(refused === undefined ? [] : [diagnostic({ line: 0, words: refused }, document, 'Error')]),
        ...remarks.map((remark) => diagnostic(remark, document, 'Information')),
      ]);
    };
    work().catch((error) => this.#parts.log.error(error));
  }
}

function diagnostic(
  { line, words }: Remark,
  document: vscode.TextDocument,
  kind: 'Error' | 'Information',
): vscode.Diagnostic {
  const { range } = document.lineAt(Math.min(line, document.lineCount - 1));
  const { DiagnosticSeverity } = vscode;
  const made = new vscode.Diagnostic(range, words, DiagnosticSeverity[kind]);
  made.source = 'Cairn';
  return made;
}
