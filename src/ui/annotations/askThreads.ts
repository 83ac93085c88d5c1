import * as vscode from 'vscode';

/*
 * VS Code tells an extension that a comment box was opened and what is typed there (a document of the scheme
 * `comment`), and not where the box is: that comes with the click on one of its buttons, too late for a draft. What
 * a button's command gets is a thread by its number, which the extension host turns into the thread before the
 * command runs. So the same numbers are sent to a command of our own. Where a version of VS Code does it otherwise
 * the numbers come back as they are: the place of the box stays unknown then and is never guessed.
 */
const commandOf = ({ id }: vscode.CommentController) => `_${id}.commentThreads`;
const controllerMark = 6;
const threadMark = 7;
/** Numbers that are asked for at a time, and how far behind the last thread that is known. */
const atATime = 300;
const furthest = 3000;

/** Finds the threads of a controller that somebody opened by hand, in the order in which they were opened. */
export class ThreadAsker implements vscode.Disposable {
  readonly #controller: vscode.CommentController;
  readonly #command: vscode.Disposable;
  readonly #answers = new Map<number, (found: unknown[]) => void>();
  readonly #known = new Map<number, vscode.CommentThread>();
  #questions = 0;
  #handle: number | undefined;
  /** Below it everything is known. */
  #next = 0;

  constructor(controller: vscode.CommentController) {
    this.#controller = controller;
    this.#command = vscode.commands.registerCommand(
      commandOf(controller),
      (question: number, ...found: unknown[]) => this.#answers.get(question)?.(found),
    );
  }

  /**
   * The threads of the controller that are there, by their number, the oldest first.
   * @param isWanted of new ones, the one that is looked for: nothing is asked beyond it
   */
  async find(
    isWanted: (thread: vscode.CommentThread) => boolean,
  ): Promise<Map<number, vscode.CommentThread>> {
    const handle = await this.#controllerHandle();
    if (handle === null) return new Map();
    const old = [...this.#known.keys()];
    await this.#look(handle, old, (number) => this.#known.delete(number));
    let end = this.#next + furthest;
    for (let from = this.#next; from < end; from += atATime) {
      const numbers = Array.from({ length: atATime }, (_, i) => from + i);
      const found = await this.#look(handle, numbers);
      if (found.length === 0) continue;
      this.#next = Math.max(...found) + 1;
      end = this.#next + furthest;
      if (found.some((number) => isWanted(this.#known.get(number)!))) break;
    }
    return new Map([...this.#known].sort(([a], [b]) => a - b));
  }

  /** The thread of the controller that has this number. */
  async byNumber(number: number): Promise<vscode.CommentThread | undefined> {
    const handle = await this.#controllerHandle();
    if (handle === null) return undefined;
    const [found] = await this.#ask([threadBy(handle, number)]);
    return isThread(found) ? found : undefined;
  }

  /** Whether a person has thrown the thread away, with what stood in its box. VS Code says so to nobody. */
  async isGone(thread: vscode.CommentThread): Promise<boolean> {
    const [number] = [...this.#known].find(([, one]) => one === thread) ?? [];
    if (number === undefined || typeof this.#handle !== 'number') return false;
    const [found] = await this.#ask([threadBy(this.#handle, number)]);
    // The number comes back as it was sent.
    return typeof found === 'object' && found !== null && '$mid' in found;
  }

  dispose(): void {
    this.#command.dispose();
  }

  async #look(handle: number, numbers: number[], onGone?: (number: number) => void): Promise<number[]> {
    if (numbers.length === 0) return [];
    const found = await this.#ask(numbers.map((number) => threadBy(handle, number)));
    const there: number[] = [];
    for (const [i, number] of numbers.entries()) {
      if (isThread(found[i])) {
        this.#known.set(number, found[i]);
        there.push(number);
      } else onGone?.(number);
    }
    return there;
  }

  async #controllerHandle(): Promise<number | null> {
    if (this.#handle !== undefined) return this.#handle;
    const found = await this.#ask(
      Array.from({ length: 200 }, (_, handle) => ({ $mid: controllerMark, handle })),
    );
    const at = found.findIndex((one) => isController(one) && one.id === this.#controller.id);
    // It may be made later: see `createController`.
    if (at >= 0) this.#handle = at;
    return at < 0 ? null : at;
  }

  async #ask(questions: object[]): Promise<unknown[]> {
    const question = ++this.#questions;
    const command = commandOf(this.#controller);
    const answer = new Promise<unknown[]>((resolve) => this.#answers.set(question, resolve));
    // By way of the window, as a button does it: a command of our own that we run ourselves gets what we give it.
    const run = vscode.commands
      .executeCommand('runCommands', { commands: [{ command, args: [question, ...questions] }] })
      .then(() => [] as unknown[]);
    try {
      return await Promise.race([answer, run]);
    } finally {
      this.#answers.delete(question);
    }
  }
}

const threadBy = (controller: number, thread: number) => ({
  $mid: threadMark,
  commentControlHandle: controller,
  commentThreadHandle: thread,
});

function isController(value: unknown): value is vscode.CommentController {
  return typeof value === 'object' && value !== null && 'createCommentThread' in value;
}

function isThread(value: unknown): value is vscode.CommentThread {
  return typeof value === 'object' && value !== null && 'uri' in value && 'collapsibleState' in value;
}
