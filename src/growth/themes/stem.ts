/** Words that would meet another one of another meaning (time, set, sign, local, wip). */
const kept: Record<string, string> = {
  timing: 'timing',
  timings: 'timing',
  setting: 'setting',
  settings: 'setting',
  signed: 'signed',
  locale: 'locale',
  locales: 'locale',
  wipe: 'wipe',
  wiped: 'wipe',
  wiping: 'wipe',
};

/**
 * The part of a word that its forms share: light, for English, never exact. Words of one stem are one word to a
 * theme (`rename`, `renaming`, `renamed`). Takes and gives lower case.
 */
export function stemOf(word: string): string {
  if (Object.hasOwn(kept, word)) return kept[word] as string;
  let stem = word.endsWith("'s") ? word.slice(0, -2) : word;
  if (stem.length > 4 && stem.endsWith('ies')) stem = `${stem.slice(0, -3)}y`;
  else if (stem.length > 4 && /(?:ss|sh|ch|x|zz)es$/.test(stem)) stem = stem.slice(0, -2);
  else if (stem.length > 3 && stem.endsWith('s') && !/(?:ss|us|is)$/.test(stem)) stem = stem.slice(0, -1);
  if (stem.length > 5 && stem.endsWith('ing')) stem = undoubled(stem.slice(0, -3));
  else if (stem.length > 4 && stem.endsWith('ed') && !stem.endsWith('eed'))
    stem = undoubled(stem.slice(0, -2));
  if (stem.length > 5 && stem.endsWith('ly')) stem = stem.slice(0, -2);
  if (stem.length > 3 && stem.endsWith('e')) stem = stem.slice(0, -1);
  return stem;
}

function undoubled(stem: string): string {
  const end = stem.at(-1) as string;
  return stem.length > 3 && end === stem.at(-2) && !'lsz'.includes(end) ? stem.slice(0, -1) : stem;
}
