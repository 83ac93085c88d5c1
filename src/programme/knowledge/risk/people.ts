/** Somebody as a commit or a review names them; untrusted. */
export type Named = { name?: string; email?: string; login?: string };

/**
 * Puts the names of one person together: a login, the addresses and names of commits. Who has one of them in common is
 * one person. Two who are taken for one would look like a risk that is none, so only what is sure counts: the same address,
 * the same name, GitHub's no-reply address of a login, a name that is spelled like the login.
 */
export class Persons {
  readonly #heads = new Map<string, string>();
  /** By head: how somebody was called first, and when that was. */
  readonly #names = new Map<string, { name: string; at: number }>();

  /** The same for whatever names of one person were seen so far; ask `idOf` again after all of them were. */
  add({ name, email, login }: Named): string {
    const keys = [
      ...(login ? [spelled(login)] : []),
      ...(email ? emailKeys(email) : []),
      ...(name && spelled(name) !== 'n:' ? [spelled(name)] : []),
    ];
    const [first = 'n:'] = keys;
    const called = { name: name || login || email?.split('@')[0] || '', at: this.#names.size };
    for (const key of keys) if (!this.#names.has(key)) this.#names.set(key, called);
    for (const key of keys) this.#join(first, key);
    return first;
  }

  idOf(key: string): string {
    let head = key;
    for (let next = this.#heads.get(head); next !== undefined; next = this.#heads.get(head)) head = next;
    if (head !== key) this.#heads.set(key, head);
    return head;
  }

  /** How the person was called first. */
  nameOf(key: string): string {
    return this.#names.get(this.idOf(key))?.name ?? '';
  }

  #join(one: string, another: string): void {
    const [a, b] = [this.idOf(one), this.idOf(another)];
    if (a === b) return;
    this.#heads.set(b, a);
    const [kept, other] = [this.#names.get(a), this.#names.get(b)];
    if (other && (!kept || other.at < kept.at)) this.#names.set(a, other);
  }
}

/** "Ada Wren", "ada-wren" and "adawren" are the same. */
const spelled = (name: string) =>
  `n:${name
    .slice(0, 200)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')}`;

function emailKeys(email: string): string[] {
  const address = email.slice(0, 320).trim().toLowerCase();
  const login = /^(?:\d{1,20}\+)?([^@+]{1,100})@users\.noreply\.github\.com$/.exec(address)?.[1];
  return login === undefined ? [`e:${address}`] : [`e:${address}`, spelled(login)];
}

/** Programs that commit and review know nothing. */
export const isProgram = ({ name = '', email = '', login = '' }: Named): boolean =>
  [name, email.split('@')[0] ?? '', login].some((one) => /\[bot\]$|(?:^|\W)bot$/i.test(one.slice(0, 200)));
