import { languageTag } from '../words/language.ts';

/** Making a format takes longer than using it a hundred times: each is made once for a language. */
const kept = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>();

export function dates(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return once(
    `date ${languageTag()} ${JSON.stringify(options)}`,
    () => new Intl.DateTimeFormat(languageTag(), options),
  );
}

export function numbers(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return once(
    `number ${languageTag()} ${JSON.stringify(options)}`,
    () => new Intl.NumberFormat(languageTag(), options),
  );
}

function once<T extends Intl.DateTimeFormat | Intl.NumberFormat>(key: string, make: () => T): T {
  const known = kept.get(key) as T | undefined;
  if (known) return known;
  const made = make();
  kept.set(key, made);
  return made;
}
