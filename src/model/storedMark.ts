import type { Excerpt } from './events.ts';
import type { Mark, Said } from './records.ts';

/** Bytes with excerpts in them that nobody has asked for yet; places are in bytes. */
export type ExcerptStore = {
  /** `null` for what is no excerpt. */
  read(start: number, length: number): Excerpt | null;
  /** The excerpt as JSON. */
  json(start: number, length: number): Uint8Array;
};

/**
 * An excerpt that is parsed when somebody asks for it. That is seldom, since the comment itself is mostly there, and
 * excerpts are by far the most of a journal.
 */
export class StoredExcerpt {
  readonly store: ExcerptStore;
  readonly start: number;
  readonly length: number;

  constructor(store: ExcerptStore, start: number, length: number) {
    this.store = store;
    this.start = start;
    this.length = length;
  }

  read(): Excerpt | null {
    return this.store.read(this.start, this.length);
  }

  json(): Uint8Array {
    return this.store.json(this.start, this.length);
  }
}

/** A mark whose excerpt is parsed when somebody asks for it. */
export class StoredMark implements Mark {
  tag: Mark['tag'];
  taggedAt: string | null;
  tagged: Said | null;
  goalIds: string[];
  isSetAside: boolean;
  #excerpt: StoredExcerpt | Excerpt | null;

  constructor(mark: Omit<Mark, 'excerpt'>, excerpt: StoredExcerpt | null) {
    this.tag = mark.tag;
    this.taggedAt = mark.taggedAt;
    this.tagged = mark.tagged;
    this.goalIds = mark.goalIds;
    this.isSetAside = mark.isSetAside;
    this.#excerpt = excerpt;
  }

  get excerpt(): Excerpt | null {
    if (this.#excerpt instanceof StoredExcerpt) this.#excerpt = this.#excerpt.read();
    return this.#excerpt;
  }

  set excerpt(excerpt: Excerpt | null) {
    this.#excerpt = excerpt;
  }

  /** The excerpt as it is: parsed or not. */
  get stored(): Excerpt | StoredExcerpt | null {
    return this.#excerpt;
  }
}
