import type { AST } from '@eslint-community/regexpp';

export type Part = AST.Element;
type Characters = AST.Character | AST.CharacterSet | AST.CharacterClass | AST.ExpressionCharacterClass;

/** What may come next: sets of characters that it begins with, `null` for what is not known; or the end of the match. */
export type Follow = { parts: (Characters | null)[]; accepts: boolean };
export const accept: Follow = { parts: [], accepts: true };

export function isCharacter(node: AST.Node): node is Characters {
  return (
    node.type === 'Character' ||
    node.type === 'CharacterSet' ||
    node.type === 'CharacterClass' ||
    node.type === 'ExpressionCharacterClass'
  );
}

/** The set that a part repeats without a bound; `null` where it is no such part. */
export function runOf(part: Part): Characters | null {
  if (part.type !== 'Quantifier' || part.max !== Number.POSITIVE_INFINITY) return null;
  return isCharacter(part.element) ? part.element : null;
}

/** A part that takes at least one character of a known set. */
export function isRequired(part: Part): part is Characters | AST.Quantifier {
  return isCharacter(part) || (part.type === 'Quantifier' && part.min > 0 && isCharacter(part.element));
}

/** What may come next at a place of a row after which `follow` comes. */
export function firstsAfter(row: readonly Part[], at: number, follow: Follow): Follow {
  const parts: Follow['parts'] = [];
  for (const part of row.slice(at)) {
    if (isCharacter(part)) return { parts: [...parts, part], accepts: false };
    if (part.type === 'Assertion') {
      // The end of the text, and what looks ahead or back, may fail after any character.
      if (part.kind !== 'word') return { parts: [...parts, null], accepts: false };
      continue;
    }
    const inner = part.type === 'Quantifier' ? part.element : part;
    if (isCharacter(inner)) parts.push(inner);
    else if (inner.type === 'Group' || inner.type === 'CapturingGroup') {
      const each = inner.alternatives.map(({ elements }) => firstsAfter(elements, 0, accept));
      parts.push(...each.flatMap((one) => one.parts));
      if (each.some(({ accepts }) => accepts)) continue;
    } else parts.push(null);
    if (part.type !== 'Quantifier' || part.min > 0) return { parts, accepts: false };
  }
  return { parts: [...parts, ...follow.parts], accepts: follow.accepts };
}

/** Whether two sets share a character; what is not known shares. */
export function overlaps(one: Part | null, other: Part | null, flags: string): boolean {
  if (!one || !other) return true;
  const [first, second] = [charactersOf(one, flags), charactersOf(other, flags)];
  return first.some((has, code) => has === 1 && second[code] === 1);
}

/** Whether a set holds one of these code units. */
export function holdsAny(set: Part, characters: string, flags: string): boolean {
  const has = charactersOf(set, flags);
  return [...characters].some((character) => has[character.charCodeAt(0)] === 1);
}

const astral = ['\u{1f600}', '\u{20000}', '\u{10400}', '\u{1d400}'];
const known = new Map<string, Uint8Array>();

/** Which code units, and which of some characters beyond them, a set holds: found out by asking it. */
function charactersOf(part: Part, flags: string): Uint8Array {
  const { raw } = part.type === 'Quantifier' ? part.element : part;
  const asked = flags.replace(/[gymd]/g, '');
  const key = `${asked} ${raw}`;
  let has = known.get(key);
  if (!has) {
    const set = new RegExp(`^(?:${raw})$`, asked);
    has = new Uint8Array(0x10000 + astral.length);
    for (let code = 0; code < 0x10000; code++) if (set.test(String.fromCharCode(code))) has[code] = 1;
    for (const [at, character] of astral.entries()) if (set.test(character)) has[0x10000 + at] = 1;
    known.set(key, has);
  }
  return has;
}
