/** Something in the journal that could not be read: the file, its line (1-based, 0 for the whole), and why. */
export type JournalProblem = { file: string; line: number; message: string };

const most = 1000;

/** What could not be read: listed anew by every full reading, told once. */
export class Problems {
  list: JournalProblem[] = [];
  readonly #listed = new Set<string>();
  readonly #told = new Set<string>();
  readonly #listener: ((problem: JournalProblem) => void) | undefined;

  constructor(listener?: (problem: JournalProblem) => void) {
    this.#listener = listener;
  }

  clear(): void {
    this.list = [];
    this.#listed.clear();
  }

  report(file: string, line: number, message: string): void {
    const key = `${file}\n${line}\n${message}`;
    if (!this.#listed.has(key) && this.#listed.size < most) {
      this.#listed.add(key);
      this.list.push({ file, line, message });
    }
    if (this.#told.has(key) || this.#told.size >= most) return;
    this.#told.add(key);
    try {
      this.#listener?.({ file, line, message });
    } catch {
      // Whoever listens has a fault of its own; reading goes on.
    }
  }
}
