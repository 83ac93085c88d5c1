/**
 * A map of few ids that is asked for very many others. To look an id up, a map has to read all of it; this one sorts
 * most of the others out by the ends of theirs.
 */
export class FewIds<T> extends Map<string, T> {
  readonly #ends = new Uint8Array(4096);

  override set(id: string, value: T): this {
    this.#ends[endOf(id)] = 1;
    return super.set(id, value);
  }

  override get(id: string): T | undefined {
    return this.#ends[endOf(id)] === 1 ? super.get(id) : undefined;
  }

  override has(id: string): boolean {
    return this.#ends[endOf(id)] === 1 && super.has(id);
  }
}

function endOf(id: string): number {
  const { length } = id;
  const last = id.charCodeAt(length - 1) | 0;
  return ((last * 67 + (id.charCodeAt(length - 2) | 0)) * 67 + (id.charCodeAt(length - 3) | 0)) & 4095;
}
