import * as vscode from 'vscode';
import { canBeAnnotated } from './register.ts';

/** Milliseconds to wait until VS Code asks, and then until it has the answer. */
const patience = 3000;
const onTheWay = 150;
/** Milliseconds in which VS Code asks anew where it does. */
const settled = 500;

/**
 * Where comments can be written. VS Code asks when a file is shown, or when the first note makes us load: until then
 * its command opens no box, and what somebody types goes into the code.
 */
export class CommentingRanges implements vscode.CommentingRangeProvider {
  /** Since when VS Code has been told, by the address of the document. */
  readonly #told = new Map<string, number>();
  readonly #waiting = new Map<string, () => void>();
  /** How often VS Code has asked, by the address of the document. */
  readonly #asked = new Map<string, number>();
  /** Whether VS Code was told that there are any: not while somebody writes into a box, which it would draw anew. */
  isOffered = false;

  provideCommentingRanges({ uri, lineCount }: vscode.TextDocument): vscode.Range[] {
    const key = uri.toString();
    this.#told.set(key, Date.now());
    this.#asked.set(key, this.asked(uri) + 1);
    this.#waiting.get(key)?.();
    return canBeAnnotated(uri) ? [new vscode.Range(0, 0, lineCount - 1, 0)] : [];
  }

  /** A document is about to be shown: VS Code will ask anew. */
  forget(uri: vscode.Uri): void {
    this.#told.delete(uri.toString());
  }

  /** How often VS Code has asked for those of a document. */
  asked(uri: vscode.Uri): number {
    return this.#asked.get(uri.toString()) ?? 0;
  }

  /**
   * Whether VS Code may have lost the threads that were just made in a document. It asks for ranges after it has put
   * down which threads there are, and draws those when it is answered: of what comes to it in between it may keep
   * nothing (seen in 1.139, where a window starts and several such rounds are under way).
   * @param before what `asked` said before the threads were made
   */
  async mayHaveLost(uri: vscode.Uri, before: number): Promise<boolean> {
    // What went to the window before this has reached it when this is back.
    await vscode.commands.executeCommand('noop');
    const asked = this.asked(uri);
    if (asked === before) return false;
    await within(settled, () => {});
    return this.asked(uri) === asked;
  }

  /** Resolves when VS Code knows the ranges of a document in view, or has not asked for a while. */
  async known(uri: vscode.Uri): Promise<void> {
    const key = uri.toString();
    if (!this.#told.has(key)) await within(patience, (resolve) => this.#waiting.set(key, resolve));
    this.#waiting.delete(key);
    const left = (this.#told.get(key) ?? 0) + onTheWay - Date.now();
    if (left > 0) await within(left, () => {});
  }
}

const within = (milliseconds: number, begin: (resolve: () => void) => void) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds);
    begin(resolve);
  });
