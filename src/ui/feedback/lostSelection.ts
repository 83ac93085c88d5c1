/** Milliseconds for which the workbench may take a selection away because its rows were drawn anew. */
const moment = 3000;

/**
 * What was selected before rows were drawn anew: the workbench forgets that for a moment, and a key that is pressed then
 * still means these rows. Nobody lets go of a row just as it is drawn.
 */
export class LostSelection {
  readonly #now: () => number;
  #drawnAt = Number.NEGATIVE_INFINITY;
  #last: readonly string[] = [];
  #lost: { ids: readonly string[]; at: number } | undefined;

  /** @param now milliseconds that only grow */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** The rows are about to be drawn anew. */
  drawn(): void {
    this.#drawnAt = this.#now();
  }

  /** Ids of what is selected now. */
  selected(ids: readonly string[]): void {
    const at = this.#now();
    this.#lost =
      ids.length === 0 && this.#last.length > 0 && at - this.#drawnAt < moment
        ? { ids: this.#last, at }
        : undefined;
    this.#last = ids;
  }

  /** What a key means while nothing is selected; nothing where nothing was lost a moment ago. */
  ids(): readonly string[] {
    return this.#lost && this.#now() - this.#lost.at < moment ? this.#lost.ids : [];
  }
}
