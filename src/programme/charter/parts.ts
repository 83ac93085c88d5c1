/** What a charter speaks about. */
export const charterParts = [
  'purpose',
  'rhythm',
  'confidentiality',
  'responsibilities',
  'boundaries',
  'rescheduling',
  'length',
  'remote',
  'ending',
] as const;
export type CharterPart = (typeof charterParts)[number];

/** Beginnings of words by which a heading is known, in English and German. */
const beginnings: Record<CharterPart, string[]> = {
  purpose: [
    'purpose',
    'what for',
    'what it is for',
    'what this is for',
    'why ',
    'aim',
    'zweck',
    'wozu',
    'worum',
  ],
  rhythm: ['rhythm', 'how often', 'when we meet', 'meeting', 'cadence', 'wie oft', 'treffen'],
  confidentiality: ['confiden', 'stays between', 'what stays', 'privacy', 'vertraulich', 'was unter uns'],
  responsibilities: ['responsib', 'who does what', 'roles', 'expect', 'verantwort', 'aufgaben', 'erwartung'],
  boundaries: ['boundar', 'limits', 'grenzen'],
  rescheduling: ['reschedul', 'cancel', 'moving a session', 'postpon', 'verschieb', 'verleg', 'absag'],
  length: ['how long', 'length', 'duration', 'wie lange', 'dauer'],
  remote: ['remote', 'reveal', 'who can read', 'where it is kept', 'wer lesen', 'wer liest', 'wer mitlesen'],
  ending: ['end ', 'ends', 'ending', 'close', 'closing', 'finish', 'abschluss', 'ende'],
};
const longestHeading = 200;

/** What a heading says that its section is about: nothing, one part or several. */
export function partsOf(heading: string): CharterPart[] {
  const words =
    heading
      .slice(0, longestHeading)
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const plain = ` ${words.join(' ')} `;
  return charterParts.filter((part) => beginnings[part].some((start) => plain.includes(` ${start}`)));
}
