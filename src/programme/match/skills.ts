/** Words that tell no skill from another. */
const small = new Set([
  'a',
  'an',
  'and',
  'for',
  'in',
  'of',
  'on',
  'or',
  'the',
  'to',
  'with',
  'my',
  'how',
  'more',
]);

/** What a skill is compared by: `Code Reviewing` and `code reviews` are one. Two letters stay as they are. */
export function termsOf(text: string): string[] {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}+#]+/gu) ?? [];
  const terms = words.filter((word) => !small.has(word)).map(stem);
  return [...new Set(terms)].sort();
}

function stem(word: string): string {
  if (!/^[a-z]{4,}$/.test(word)) return word;
  let found = word;
  if (found.endsWith('ies')) found = `${found.slice(0, -3)}y`;
  else if (found.endsWith('s') && !found.endsWith('ss')) found = found.slice(0, -1);
  if (found.length > 5 && found.endsWith('ing')) {
    found = found.slice(0, -3);
    // `debugging` is of `debug`, `calling` of `call`.
    const last = found.at(-1)!;
    if (last === found.at(-2) && !'aeiouls'.includes(last)) found = found.slice(0, -1);
  }
  return found;
}

/** How far an offer answers a want: wholly, or in part, where one names something within the other. */
export const wholly = 100;
export const partly = 60;

/** Who offers what, found by the terms of a want. `who` are places in a list. */
export class Offers {
  readonly #byKey = new Map<string, { terms: string[]; who: { at: number; offer: string }[] }>();
  readonly #byTerm = new Map<string, Set<string>>();
  readonly #answers = new Map<string, Map<number, Answer>>();

  constructor(offers: readonly (readonly string[])[]) {
    for (const [at, list] of offers.entries()) for (const offer of list) this.#add(at, offer);
  }

  #add(at: number, offer: string): void {
    const terms = termsOf(offer);
    if (terms.length === 0) return;
    const key = terms.join(' ');
    const known = this.#byKey.get(key);
    if (known) {
      if (known.who.at(-1)?.at !== at) known.who.push({ at, offer });
      return;
    }
    this.#byKey.set(key, { terms, who: [{ at, offer }] });
    for (const term of terms) this.#byTerm.set(term, (this.#byTerm.get(term) ?? new Set()).add(key));
  }

  /** Those who answer a want, each with the offer that does so best. */
  answering(want: string): ReadonlyMap<number, Answer> {
    const terms = termsOf(want);
    const key = terms.join(' ');
    const before = this.#answers.get(key);
    if (before) return before;
    const found = new Map<number, Answer>();
    const wanted = new Set(terms);
    const keys = new Set(terms.flatMap((term) => [...(this.#byTerm.get(term) ?? [])]));
    for (const other of [...keys].sort()) {
      const { terms: offered, who } = this.#byKey.get(other)!;
      const common = offered.filter((term) => wanted.has(term)).length;
      const degree = other === key ? wholly : common === Math.min(offered.length, terms.length) ? partly : 0;
      if (degree === 0) continue;
      for (const { at, offer } of who)
        if ((found.get(at)?.degree ?? 0) < degree) found.set(at, { degree, offer });
    }
    this.#answers.set(key, found);
    return found;
  }

  /** Those who offer something that a sentence names, with what. */
  named(sentence: string): ReadonlyMap<number, string> {
    const terms = new Set(termsOf(sentence));
    const found = new Map<number, string>();
    const keys = new Set([...terms].flatMap((term) => [...(this.#byTerm.get(term) ?? [])]));
    for (const key of [...keys].sort()) {
      const { terms: offered, who } = this.#byKey.get(key)!;
      if (!offered.every((term) => terms.has(term))) continue;
      for (const { at, offer } of who) if (!found.has(at)) found.set(at, offer);
    }
    return found;
  }
}

export type Answer = { degree: number; offer: string };
