import { anchorOf, findAnchor, followEdit, type Place, placeIn } from '../../model/anchor/index.ts';
import type { Anchor } from '../../model/events.ts';

/** 1-based, both included. */
export type Lines = { startLine: number; endLine: number };
/** An edit as VS Code tells it: 0-based, the places as they were before it. */
export type Edit = {
  range: { start: { line: number; character: number }; end: { line: number; character: number } };
  text: string;
};
/** What an anchor says besides its code. */
type About = Pick<Anchor, 'path' | 'repository' | 'side' | 'commit'>;

type One = {
  anchors: readonly Anchor[];
  /** Where it is by now, `null` while its code is not there: outdated. */
  lines: Place | null;
  /** The lines themselves as they were found, or last put down. */
  code: string;
};

const nowhere: About = { path: '', repository: null, side: 'RIGHT', commit: null };
const codeAt = (text: string, lines: Lines) => anchorOf(text, lines, nowhere).code;

/** Where the annotations of one document are while it is edited: each is on its code, or is nowhere. */
export class Followed {
  readonly #ones = new Map<string, One>();

  /** Where it is in this text; it is looked for where it is new here or was put elsewhere. Newest anchor first. */
  put(id: string, anchors: readonly Anchor[], text: string): Lines | null {
    const known = this.#ones.get(id);
    if (known && sameAnchor(known.anchors[0], anchors[0])) return known.lines;
    const lines = findAnchor(text, anchors);
    // Somebody else may have put it elsewhere for their text: here it stays on the code that it is known to be on.
    const kept = lines ?? known?.lines ?? null;
    this.#ones.set(id, { anchors, lines: kept && placeIn(text, kept), code: kept ? codeAt(text, kept) : '' });
    return kept;
  }

  /** It is known to be on these lines. */
  place(id: string, anchors: readonly Anchor[], lines: Lines, text: string): void {
    this.#ones.set(id, { anchors, lines: placeIn(text, lines), code: codeAt(text, lines) });
  }

  lines(id: string): Lines | null {
    return this.#ones.get(id)?.lines ?? null;
  }

  has(id: string): boolean {
    return this.#ones.has(id);
  }

  forget(id: string): void {
    this.#ones.delete(id);
  }

  ids(): string[] {
    return [...this.#ones.keys()];
  }

  /**
   * Follows what happened to the text.
   * @param edits in the order in which VS Code lists them
   * @returns whether something is nowhere now, so that it is worth to look for it
   */
  edit(edits: readonly Edit[]): boolean {
    let isLost = false;
    for (const one of this.#ones.values()) {
      for (const { range, text } of edits)
        one.lines = one.lines && followEdit(one.lines, { start: range.start, end: range.end, text });
      isLost ||= one.lines === null;
    }
    return isLost;
  }

  /**
   * The text came from outside (a reload, a checkout, an undo of everything): lines that do not hold the same code as
   * before are looked for.
   */
  check(text: string): void {
    for (const _ of this.checking(text));
  }

  /** `check`, one annotation a step. */
  *checking(text: string): Generator<void> {
    for (const one of [...this.#ones.values()]) {
      yield;
      if (one.lines && codeAt(text, one.lines) === one.code) continue;
      const found = findAnchor(text, one.anchors);
      one.lines = found && { startLine: found.startLine, endLine: found.endLine };
      if (one.lines) one.code = codeAt(text, one.lines);
    }
  }

  /** Looks for those that are nowhere. */
  search(text: string): void {
    for (const _ of this.searching(text));
  }

  /** `search`, one annotation a step. */
  *searching(text: string): Generator<void> {
    for (const one of [...this.#ones.values()]) {
      if (one.lines) continue;
      yield;
      const found = findAnchor(text, one.anchors);
      if (!found) continue;
      one.lines = placeIn(text, found);
      one.code = codeAt(text, one.lines);
    }
  }

  /** Those whose own code was edited since it was found, with the anchor that finds the code as it is now. */
  changed(text: string): { id: string; anchor: Anchor }[] {
    const changed: { id: string; anchor: Anchor }[] = [];
    for (const [id, one] of this.#ones) {
      const [newest] = one.anchors;
      if (!one.lines || !newest) continue;
      const { path, repository, side } = newest;
      const anchor = anchorOf(text, one.lines, { path, repository, side, commit: null });
      if (anchor.code === one.code || anchor.code.trim() === '') continue;
      one.code = anchor.code;
      changed.push({ id, anchor });
    }
    return changed;
  }
}

function sameAnchor(one: Anchor | undefined, other: Anchor | undefined): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
