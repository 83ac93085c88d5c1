import * as vscode from 'vscode';
import { lineInText, type Recalled } from '../../growth/recall/index.ts';
import { hoverOf, lineWords } from './words.ts';

/** What is shown in a document, by its address. */
export type Shown = ReadonlyMap<string, Recalled>;

/** A dim line behind the code in the staged files that are in view: one in each. */
export class RecallDecorations implements vscode.Disposable {
  readonly #type = vscode.window.createTextEditorDecorationType({
    // As quiet as what VS Code itself puts above code.
    after: {
      color: new vscode.ThemeColor('editorCodeLens.foreground'),
      margin: '0 0 0 3em',
      fontStyle: 'italic',
    },
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  readonly #listener: vscode.Disposable;
  #shown: Shown = new Map();

  constructor() {
    this.#listener = vscode.window.onDidChangeVisibleTextEditors((editors) => this.#drawIn(editors));
  }

  show(shown: Shown): void {
    this.#shown = shown;
    this.#drawIn(vscode.window.visibleTextEditors);
  }

  dispose(): void {
    this.#listener.dispose();
    this.#type.dispose();
  }

  #drawIn(editors: readonly vscode.TextEditor[]): void {
    for (const editor of editors) {
      const { document } = editor;
      // In a diff's left side stands what was there before.
      const recalled = document.uri.scheme === 'file' ? this.#shown.get(document.uri.toString()) : undefined;
      editor.setDecorations(this.#type, recalled ? [optionsFor(recalled, document)] : []);
    }
  }
}

/** Where and how feedback is recalled in a document: at its code where that is found, else in the first line. */
export function optionsFor(recalled: Recalled, document: vscode.TextDocument): vscode.DecorationOptions {
  const { feedback, because } = recalled;
  const found = because === 'file' ? lineInText(document.getText(), feedback) : null;
  const { range } = document.lineAt(Math.min(found ?? 0, document.lineCount - 1));
  return {
    range: new vscode.Range(range.end, range.end),
    hoverMessage: hoverOf(recalled),
    renderOptions: { after: { contentText: lineWords(recalled, found !== null) } },
  };
}
