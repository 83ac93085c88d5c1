import * as vscode from 'vscode';
import type { SignIn } from '../signIn.ts';
import type { Store } from '../store.ts';
import { type Shown, shownTurn } from './barWords.ts';
import { type Current, currentPairing } from './current.ts';
import { type IsMe, userOf } from './people.ts';
import { turnOf } from './turn.ts';

type Parts = {
  store: Store;
  signIn: SignIn;
  /** Draws it in Cairn's status-bar item; `null` where no pairing runs in this window. */
  show: (shown: Shown | null) => void;
};

/**
 * Keeps the turn of this window's pairing in the status bar. While nobody looks at the window its one timer waits for
 * the end of the turn; else it wakes up once a minute, for the text and to see whether the branch is another one.
 */
export class PairingBar implements vscode.Disposable {
  readonly #parts: Parts;
  readonly #focus: vscode.Disposable;
  #timer: NodeJS.Timeout | undefined;
  #look = 0;
  #isDisposed = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#focus = vscode.window.onDidChangeWindowState(() => void this.look());
  }

  /** Looks which pairing runs here by now, and draws it. Never throws. */
  async look(): Promise<void> {
    const look = ++this.#look;
    const { store, signIn } = this.#parts;
    const isMe = userOf({ store, signIn });
    const current = await currentPairing(store.pairings, isMe).catch(() => null);
    if (this.#isDisposed || look !== this.#look) return;
    this.#draw(current, isMe);
  }

  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#timer);
    this.#focus.dispose();
  }

  #draw(current: Current | null, isMe: IsMe): void {
    clearTimeout(this.#timer);
    if (!current) {
      this.#parts.show(null);
      return;
    }
    const turn = turnOf(current.pairing, Date.now());
    const goal = this.#parts.store.goals.find(({ id }) => id === current.pairing.goalId);
    this.#parts.show(shownTurn(turn, isMe, { goal: goal?.title ?? null }));
    const wait = vscode.window.state.focused ? turn.changesIn : turn.endsIn;
    // A moment late rather than early: a minute too much would be shown for as long as it takes to come back.
    if (wait !== null) this.#timer = setTimeout(() => void this.look(), wait + 50);
  }
}
