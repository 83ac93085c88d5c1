import type { Word } from './sentences.ts';

/** What a sentence does, by how it begins and ends, with the words (from, to) that say so. */
export type Act = { name: string; from: number; to: number };
/** Puts an act down with its words; -1 where it is in no words but in the sentence's length. */
export type Put = (name: string, from: number, to: number) => void;

/** The word at a place, empty where there is none. */
export const word = (words: readonly Word[], at: number) => words[at]?.word ?? '';
