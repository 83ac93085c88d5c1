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
 * A mark from a snapshot. Its excerpt, by far the most of it, is parsed when somebody asks for it: that is seldom,
 * since the comment itself is mostly there.
 */
export class StoredMark implements Mark {
  tag: Mark['tag'];
  taggedAt: string | null;
  tagged: Said | null;
  goalIds: string[];
  isSetAside: boolean;
  #store: ExcerptStore | null;
  readonly #start: number;
  readonly #length: number;
  #excerpt: Excerpt | null = null;

  /** @param length 0 where there is no excerpt */
  constructor(mark: Omit<Mark, 'excerpt'>, store: ExcerptStore, start: number, length: number) {
    this.tag = mark.tag;
    this.taggedAt = mark.taggedAt;
    this.tagged = mark.tagged;
    this.goalIds = mark.goalIds;
    this.isSetAside = mark.isSetAside;
    this.#store = length > 0 ? store : null;
    this.#start = start;
    this.#length = length;
  }

  get excerpt(): Excerpt | null {
    if (this.#store) this.excerpt = this.#store.read(this.#start, this.#length);
    return this.#excerpt;
  }

  set excerpt(excerpt: Excerpt | null) {
    this.#excerpt = excerpt;
    this.#store = null;
  }

  /** The excerpt as it is: JSON, or parsed. */
  get stored(): Uint8Array | Excerpt | null {
    return this.#store ? this.#store.json(this.#start, this.#length) : this.#excerpt;
  }
}
