import { background, rarest } from './background.ts';

const weights = new Map<string, number>();
for (const line of background.split('\n')) {
  const [letter = 'a', ...stems] = line.split(' ');
  for (const stem of stems) weights.set(stem, (letter.charCodeAt(0) - 97) / rarest);
}

/** How much a word says about what a comment is about, 0 to 1: the rarer, the more. */
export const weightOf = (stem: string): number => weights.get(stem) ?? 1;
