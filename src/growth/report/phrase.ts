import type { Part } from './types.ts';

const slot = (at: number) => `\ue000${at}\ue001`;
const slots = /\ue000(\d{1,2})\ue001/;

/**
 * A sentence in the user's language with parts in it that are not Cairn's words: `sentence` gets a mark for each, in
 * whatever order its language wants them.
 */
export function phrase(sentence: (...marks: string[]) => string, ...values: (Part | Part[])[]): Part[] {
  const pieces = sentence(...values.map((_, at) => slot(at))).split(slots);
  return pieces.flatMap((piece, at): Part[] => {
    if (at % 2 === 1) return [values[Number(piece)] ?? []].flat();
    return piece === '' ? [] : [{ text: piece }];
  });
}

/** Parts one after the other. */
export function join(all: readonly Part[][], between: string): Part[] {
  return all.flatMap((parts, at) => (at === 0 ? parts : [{ text: between }, ...parts]));
}

export const text = (words: string): Part[] => [{ text: words }];
