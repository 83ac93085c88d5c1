import { readabilityOf } from './readability.ts';
import { factsOf } from './reading/facts.ts';
import { blockingUnclear } from './rules/blocking.ts';
import { commandNotQuestion } from './rules/command.ts';
import { harsh } from './rules/harsh.ts';
import { noWhy } from './rules/noWhy.ts';
import { aboutThePerson } from './rules/person.ts';
import { tooMuch } from './rules/tooMuch.ts';
import { vague } from './rules/vague.ts';
import type { CoachOptions, Finding, Found } from './types.ts';

const most = 65_536;

/**
 * What of a review comment may land badly, sorted by where it stands. Silent on what it cannot read (`readability`
 * tells why). Only the writer's own words are read: no code, quotes, suggestion blocks, HTML or links. Linear time.
 */
export function coach(text: string, options: CoachOptions = {}): Finding[] {
  const { level = 'light', silenced = [] } = options;
  if (level === 'off' || text.length > most) return [];
  const facts = factsOf(text);
  if (readabilityOf(facts) !== 'words') return [];
  const person = aboutThePerson(facts);
  const tone = harsh(facts);
  const unclear = vague(facts, tone);
  const all: Found[] = [
    ...person,
    ...tone,
    ...unclear,
    // Who does not know what to do has no use for a reason, a question or a label yet.
    ...(unclear.length > 0 ? [] : [...noWhy(facts), ...commandNotQuestion(facts), ...blockingUnclear(facts)]),
    ...tooMuch(facts, options),
  ];
  const shown = all.filter(({ code, isSure }) => !silenced.includes(code) && (level === 'full' || isSure));
  return apart(shown).map(({ code, start, end, message }) => ({ code, start, end, message }));
}

/**
 * Lets the patterns be set up, which takes some tens of milliseconds once, before the first key asks for it. For a
 * moment in which nobody waits.
 */
export function warmUp(): void {
  const text =
    'You could please fix this ugly name here, I think; why did your test never fail? Use a Map, damn it.';
  for (let times = 0; times < 2; times++) coach(text, { level: 'full' });
}

/** Sorted; of one code, or of the two about tone, only the first where they cover the same words. */
function apart(found: Found[]): Found[] {
  const tone = (code: Found['code']) => (code === 'harsh' ? 'about-the-person' : code);
  const kept: Found[] = [];
  const ends = new Map<string, number>();
  for (const one of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if ((ends.get(tone(one.code)) ?? -1) > one.start) continue;
    ends.set(tone(one.code), one.end);
    kept.push(one);
  }
  return kept;
}
