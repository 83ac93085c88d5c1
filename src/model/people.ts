import type { JournalEvent } from './events.ts';

type Owner = { names: Set<string>; current: string };

/** `People` as plain JSON: by writer the owner's names and the current one; begun names; names that are one person's. */
export type FrozenPeople = {
  owners: [writer: string, names: string[], current: string][];
  begun: string[];
  same: [string, string][];
};

/**
 * Whose words the events of a space are. A writer's folder belongs to the author of its first event; a line in it
 * that names somebody else is that owner's line with a claim. Who begins a folder names themselves, as a commit's
 * author does: this keeps one from speaking as another in passing, and is no proof of identity.
 */
export class People {
  readonly #owners = new Map<string, Owner>();
  /** Names under which a folder was begun; by the name in lower case. */
  readonly #begun = new Set<string>();
  /** Names of one person point at each other, and in the end at one of them. */
  readonly #same = new Map<string, string>();

  /**
   * Takes note of the next event, in the order in which events count.
   * @returns `null` where its author may speak in that folder, else the folder's owner, whose words it counts as
   */
  meet(event: JournalEvent): string | null {
    if (event.writer === undefined) return null;
    let owner = this.#owners.get(event.writer);
    if (owner && owner.current === event.author && event.type !== 'writer.introduced') return null;
    const name = event.author.toLowerCase();
    if (!owner) {
      owner = { names: new Set([name]), current: event.author };
      this.#owners.set(event.writer, owner);
      this.#begun.add(name);
    }
    if (!owner.names.has(name)) return owner.current;
    if (event.type === 'writer.introduced') this.#introduce(owner, event.payload.name);
    return null;
  }

  /** Under which name the owner of a folder writes now; `undefined` for a folder that nobody has begun. */
  ownerOf(writer: string): string | undefined {
    return this.#owners.get(writer)?.current;
  }

  /** Whether both are names of one person. */
  isSame(one: string, other: string): boolean {
    return one === other || this.personOf(one) === this.personOf(other);
  }

  /** Whether anything that this person wrote is here, under whichever of their names. */
  hasBegun(name: string): boolean {
    if (this.#begun.has(name.toLowerCase())) return true;
    for (const one of this.#begun) if (this.isSame(one, name)) return true;
    return false;
  }

  /** The same name for all names of one person, as long as nobody is introduced. */
  personOf(name: string): string {
    const first = name.toLowerCase();
    let last = first;
    for (let next = this.#same.get(last); next !== undefined; next = this.#same.get(last)) last = next;
    // Who takes on a name after the other makes long chains: each is walked once.
    for (let at = first; at !== last; ) {
      const next = this.#same.get(at) as string;
      this.#same.set(at, last);
      at = next;
    }
    return last;
  }

  freeze(): FrozenPeople {
    return {
      owners: Array.from(this.#owners, ([writer, { names, current }]) => [writer, [...names], current]),
      begun: [...this.#begun],
      same: [...this.#same],
    };
  }

  static thaw({ owners, begun, same }: FrozenPeople): People {
    const people = new People();
    for (const [writer, names, current] of owners)
      people.#owners.set(writer, { names: new Set(names), current });
    for (const name of begun) people.#begun.add(name);
    for (const [one, other] of same) people.#same.set(one, other);
    return people;
  }

  #introduce(owner: Owner, given: string): void {
    const name = given.toLowerCase();
    if (name === '' || (this.#begun.has(name) && !this.isSame(owner.current, name))) return;
    owner.names.add(name);
    const [one, other] = [this.personOf(owner.current), this.personOf(name)];
    if (one !== other) this.#same.set(one, other);
    owner.current = given;
  }
}
