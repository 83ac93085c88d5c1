import type { PrepareWords } from '../prepare/words.ts';
import { type Frame, type FrameSection, frameSections } from './frames.ts';

/**
 * The headings by which the text of a session is read: English in every language, as the words `keep`, `stop` and `start`
 * are, so that one person's document means the same in another's window.
 */
export const readHeadings = {
  question: 'Question',
  goal: 'Goal',
  example: 'Recent example',
  keep: 'Keep',
  stop: 'Stop',
  start: 'Start',
} as const;

/** A heading, and below it what to write there: a comment, which is no part of what the text says. */
export const toFill = (heading: string, hint: string): string =>
  `## ${heading}\n\n<!-- ${hint.replaceAll('--', '–').replaceAll('>', '›')} -->\n`;

/** The sections of a frame, to be filled; without those that the document has already. */
export function frameText(
  frame: Frame,
  words: Pick<PrepareWords, 'sections'>,
  has: readonly FrameSection[] = [],
): string {
  const sections: readonly FrameSection[] = frameSections[frame];
  return sections
    .filter((section) => !has.includes(section))
    .map((section) => {
      const { heading, hint } = words.sections[section];
      const read = section in readHeadings ? readHeadings[section as keyof typeof readHeadings] : heading;
      return toFill(read, read === heading ? hint : `${heading}: ${hint}`);
    })
    .join('\n');
}
