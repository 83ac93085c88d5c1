import type { Hopes } from '../../model/mentorship.ts';
import { plainMarkdown } from '../../model/plainMarkdown.ts';
import type { Mentorship } from '../../model/state.ts';
import { monthsText, rhythmText } from './rhythm.ts';

/** What a template may hold, in braces. Others' braces stay as they are. */
export const placeholders = [
  'title',
  'mentors',
  'mentees',
  'people',
  'purpose',
  'hopes of mentees',
  'hopes of mentors',
  'rhythm',
  'length',
  'begins',
] as const;
type Placeholder = (typeof placeholders)[number];

/** What is known of a mentorship that it is about. */
export type CharterFacts = Pick<Mentorship, 'title' | 'mentors' | 'mentees' | 'rhythmDays'> & {
  purpose: string | null;
  hopes: Hopes | null;
  months: number | null;
  /** ISO date. */
  startsOn: string | null;
};

/**
 * A template with what is known of a mentorship in its places. People's words become plain text in it. Where nothing is
 * known stands a comment that says what to write: comments are no part of what a charter says.
 * @param longest of the result, in UTF-16 code units
 */
export function fillCharter(template: string, known: CharterFacts, longest: number): string {
  const toWrite = (hint: string) => `<!-- ${hint} -->`;
  const words: Record<Placeholder, string> = {
    title: plainMarkdown(known.title) || 'Our mentorship',
    mentors: namesOf(known.mentors) || 'the mentor',
    mentees: namesOf(known.mentees) || 'the mentee',
    people: namesOf([...new Set([...known.mentors, ...known.mentees])]) || 'both of us',
    purpose:
      plainMarkdown(known.purpose ?? '') ||
      toWrite('In one sentence: what will be different when it has worked?'),
    'hopes of mentees': plainMarkdown(known.hopes?.mentees ?? '') || toWrite('What do you hope to learn?'),
    'hopes of mentors': plainMarkdown(known.hopes?.mentors ?? '') || toWrite('What do you hope to learn?'),
    rhythm: rhythmText(known.rhythmDays),
    length: monthsText(known.months),
    begins: known.startsOn ?? toWrite('Since when?'),
  };
  const filled = template.replace(/\{([a-z ]{1,20})\}/g, (whole, name: string) =>
    Object.hasOwn(words, name) ? words[name as Placeholder] : whole,
  );
  return filled.slice(0, longest).toWellFormed();
}

const namesOf = (names: readonly string[]) => names.map(plainMarkdown).filter(Boolean).join(', ');
