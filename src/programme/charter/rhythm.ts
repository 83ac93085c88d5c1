/** How often people meet. `days: null`: in no fixed rhythm, then `isByMilestone` says whether milestones set it. */
export type SaidRhythm = { days: number | null; isByMilestone: boolean };

const numbers: Record<string, number> = {
  a: 1,
  one: 1,
  two: 2,
  second: 2,
  other: 2,
  three: 3,
  third: 3,
  four: 4,
  fourth: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  ein: 1,
  eine: 1,
  einen: 1,
  einem: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
  zehn: 10,
  elf: 11,
  zwölf: 12,
};
const units: Record<string, number> = { day: 1, tag: 1, week: 7, woche: 7, month: 30, monat: 30 };
const fixed: Record<string, number> = {
  daily: 1,
  täglich: 1,
  weekly: 7,
  wöchentlich: 7,
  fortnightly: 14,
  fortnight: 14,
  biweekly: 14,
  zweiwöchentlich: 14,
  vierzehntäglich: 14,
  monthly: 30,
  monatlich: 30,
  quarterly: 90,
  vierteljährlich: 90,
};
const mostDays = 366;
const mostMonths = 120;
const longest = 4000;

/**
 * The rhythm that a sentence tells, in English or German: "weekly", "every two weeks", "alle 10 Tage", "by milestone".
 * Of several the first. `null` where it tells none that is understood, or one that no calendar has.
 */
export function readRhythm(sentence: string): SaidRhythm | null {
  const words = wordsOf(sentence);
  for (let at = 0; at < words.length; at++) {
    const [word, next, third] = [words[at] as string, words[at + 1] ?? '', words[at + 2] ?? ''];
    if (/^(?:milestones?|meilensteine?n?)$/.test(word)) return { days: null, isByMilestone: true };
    if ((word === 'no' && (next === 'fixed' || next === 'rhythm')) || (word === 'ohne' && /^fest/.test(next)))
      return { days: null, isByMilestone: false };
    const often = Object.hasOwn(fixed, word) ? fixed[word] : undefined;
    if (word === 'bi' && next === 'weekly') return inDays(14);
    if (often !== undefined) return inDays(often);
    const isTwice = word === 'twice' || word === 'zweimal';
    if (isTwice || word === 'once' || word === 'einmal') {
      const span = unitOf(/^(?:an?|each|every|per|pro|in|im|die|jede[nrs]?)$/.test(next) ? third : next);
      if (span !== null) return inDays(Math.max(1, Math.floor(span / (isTwice ? 2 : 1))));
    }
    if (!/^(?:every|each|alle|jede[nrs]?)$/.test(word)) continue;
    const count = numberOf(next);
    const span = unitOf(count === null ? next : third);
    if (span !== null) return inDays((count ?? 1) * span);
  }
  return null;
}

/**
 * The months that a sentence tells: "6 months", "half a year", "ein Jahr"; weeks to the next whole month, at least one.
 * `{ months: null }`: it has no set end. `null` where nothing is told that is understood.
 */
export function readMonths(sentence: string): { months: number | null } | null {
  const words = wordsOf(sentence);
  for (let at = 0; at < words.length; at++) {
    const [word, next] = [words[at] as string, words[at + 1] ?? ''];
    if (
      /^(?:open|offen|unbefristet)$/.test(word) ||
      (word === 'no' && next !== '' && /^(?:set|fixed|end)$/.test(next))
    )
      return { months: null };
    if (
      /^(?:half|halbes)$/.test(word) &&
      [next, words[at + 2]].some((one) => one && /^(?:years?|jahre?)$/.test(one))
    )
      return { months: 6 };
    const count = numberOf(word);
    if (count === null) continue;
    if (/^(?:years?|jahre?s?n?)$/.test(next)) return inMonths(count * 12);
    const days = unitOf(next);
    if (days === 30) return inMonths(count);
    if (days === 7) return inMonths(Math.max(1, Math.round((count * 7) / 30.4)));
  }
  return null;
}

/** As a charter says it; `readRhythm` reads it back. */
export function rhythmText(days: number | null): string {
  if (days === null) return 'by milestone';
  const known: Record<number, string> = { 1: 'every day', 7: 'weekly', 14: 'every two weeks', 30: 'monthly' };
  return known[days] ?? (days % 7 === 0 ? `every ${days / 7} weeks` : `every ${days} days`);
}

/** As a charter says it; `readMonths` reads it back. */
export function monthsText(months: number | null): string {
  if (months === null) return 'open';
  return months === 1 ? '1 month' : `${months} months`;
}

/** Letters and digits; everything else parts words. */
const wordsOf = (sentence: string): string[] =>
  sentence
    .slice(0, longest)
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

function numberOf(word: string): number | null {
  if (/^\d{1,4}$/.test(word)) return Number(word);
  return Object.hasOwn(numbers, word) ? (numbers[word] as number) : null;
}

function unitOf(word: string): number | null {
  for (const end of ['', 's', 'n', 'e', 'en'])
    if (word.endsWith(end)) {
      const stem = word.slice(0, word.length - end.length);
      if (Object.hasOwn(units, stem)) return units[stem] as number;
    }
  return null;
}

const inDays = (days: number): SaidRhythm | null =>
  days >= 1 && days <= mostDays ? { days, isByMilestone: false } : null;
const inMonths = (months: number) => (months >= 1 && months <= mostMonths ? { months } : null);
