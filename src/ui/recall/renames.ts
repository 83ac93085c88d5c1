import type * as vscode from 'vscode';
import type { StagedIn } from './watch.ts';

const mark = 'recall.renames';
/** So many renames are remembered, the newest; and so many of one file are followed. */
const [mostKept, mostSteps] = [300, 5];

/** What staged files were called before: a rename is seen while it is staged, and its feedback stays under the old name. */
export class EarlierPaths {
  readonly #memory: vscode.Memento;
  /** By the new path and its folder. */
  readonly #before: Map<string, string>;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
    this.#before = new Map(entriesIn(memory.get<unknown>(mark)));
  }

  /** Remembers the renames that are staged now. */
  note({ root, files }: StagedIn): void {
    let isNew = false;
    for (const { path, before } of files) {
      const key = keyOf(root, path);
      if (before === null || this.#before.get(key) === before) continue;
      this.#before.set(key, before);
      isNew = true;
    }
    if (!isNew) return;
    for (const key of [...this.#before.keys()].slice(0, -mostKept)) this.#before.delete(key);
    void this.#memory.update(mark, [...this.#before]);
  }

  /** The names that a file had, the newest first. */
  of(root: vscode.Uri, path: string): string[] {
    const found: string[] = [];
    let before = this.#before.get(keyOf(root, path));
    while (before !== undefined && before !== path && !found.includes(before) && found.length < mostSteps) {
      found.push(before);
      before = this.#before.get(keyOf(root, before));
    }
    return found;
  }
}

const keyOf = (root: vscode.Uri, path: string) => `${root.path}\n${path}`;

/** What an earlier version kept may be anything. */
function entriesIn(kept: unknown): [string, string][] {
  const isEntry = (one: unknown): one is [string, string] =>
    Array.isArray(one) && one.length === 2 && one.every((each) => typeof each === 'string');
  return Array.isArray(kept) ? kept.filter(isEntry) : [];
}
