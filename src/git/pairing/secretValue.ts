const fromElsewhere = /^[<[{(%$]|\$[{(]|\{\{|^[x*.#0-]+$|process\.env|getenv|environ|null|undefined/i;
const word = /example|sample|dummy|placeholder|change.?me|your|fake|redacted|secret|passw|test|mock|foobar/i;

/** Whether a value stands for a secret only, or is taken from elsewhere: `${TOKEN}`, `<your key>`, `changeme`. */
export function isStandIn(value: string): boolean {
  return fromElsewhere.test(value) || word.test(value) || new Set(value).size < 4 || isSequence(value);
}

/** `abcdefgh`, `1234567890`: each character is the one after the last. */
function isSequence(value: string): boolean {
  let steps = 0;
  for (let i = 1; i < value.length; i++) if (value.charCodeAt(i) - value.charCodeAt(i - 1) === 1) steps++;
  return steps > (value.length - 1) * 0.6;
}

/** Bits a character, as often as each occurs in the value itself. */
export function entropy(value: string): number {
  const counts = new Map<string, number>();
  for (const char of value) counts.set(char, (counts.get(char) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / value.length) * Math.log2(count / value.length);
  return bits;
}

/**
 * Whether a value looks as if a machine had drawn it: one run of letters and digits, well mixed. Names, addresses, paths
 * and sentences are put together of words and are not.
 */
export function looksDrawn(value: string): boolean {
  if (value.length < 16 || value.length > 500 || !/^[A-Za-z0-9+/=_.~-]+$/.test(value)) return false;
  if (!/[0-9]/.test(value) || !/[A-Za-z]/.test(value)) return false;
  // Words with a number here and there: camelCase, dashes, dots, slashes.
  const parts = value.split(/[-_.~/+=]|(?<=[a-z])(?=[A-Z])/).filter((part) => part !== '');
  const mixed = parts.filter((part) => /[0-9]/.test(part) && /[A-Za-z]/.test(part));
  const inMixed = mixed.reduce((sum, part) => sum + part.length, 0);
  return inMixed >= value.length / 3 && entropy(value) >= (/^[0-9a-f]+$/i.test(value) ? 2.8 : 3.3);
}

/** Whether a value looks like a password that somebody thought up: short, of several kinds of characters. */
export function looksThoughtUp(value: string): boolean {
  if (value.length < 8 || value.length > 100 || /\s/.test(value)) return false;
  const kinds = [/[a-z]/, /[A-Z]/, /[0-9]/, /[!@#%^&*?+=~]/].filter((kind) => kind.test(value));
  return kinds.length >= 3 && /[0-9]/.test(value) && entropy(value) >= 2.5 && !/[(){};]/.test(value);
}
