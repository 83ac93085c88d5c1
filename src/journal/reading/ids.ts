/**
 * The ids in one writer's folder. Ids are ULIDs and mostly grow, so most of them are kept in a sorted list, which
 * takes a pointer each, and only what came out of turn in a set.
 */
export class Ids {
  readonly #inTurn: string[] = [];
  readonly #outOfTurn = new Set<string>();
  #largest = '';

  /**
   * @param upTo the largest id of what was read in an earlier session: nobody knows here whether a smaller one
   * was among them
   */
  constructor(upTo = '') {
    this.#floor = upTo;
    this.#largest = upTo;
  }
  readonly #floor: string;

  /** The largest one, an empty string while there is none. */
  get largest(): string {
    return this.#largest;
  }

  /** Whether the id was there; `null` where that was before this session began. */
  has(id: string): boolean | null {
    if (id > this.#largest) return false;
    if (this.#outOfTurn.has(id) || this.#isInTurn(id)) return true;
    return id <= this.#floor ? null : false;
  }

  /** Takes an id that is not there yet. */
  add(id: string): void {
    if (id > this.#largest) {
      this.#largest = id;
      this.#inTurn.push(id);
    } else this.#outOfTurn.add(id);
  }

  #isInTurn(id: string): boolean {
    let [low, high] = [0, this.#inTurn.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.#inTurn[middle] as string;
      if (other === id) return true;
      if (other < id) low = middle + 1;
      else high = middle;
    }
    return false;
  }
}
