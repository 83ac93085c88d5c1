import type { Facts } from '../reading/facts.ts';
import { isCovered } from '../reading/read.ts';
import type { Sentence } from '../reading/sentences.ts';
import type { Fix } from '../types.ts';

export type Edit = Fix['edits'][number];

/** Marks where the writer goes on; it is taken out of an edit's text. */
export const caretHere = '\u0000';

/**
 * A fix of some edits, `null` where one would touch what are not the writer's own words. The first mark in the texts
 * becomes the caret.
 */
export function fix(facts: Facts, id: Fix['id'], title: string, edits: readonly Edit[]): Fix | null {
  const sorted = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
  let caret: number | null = null;
  let shift = 0;
  const clean: Edit[] = [];
  for (const edit of sorted) {
    if (isCovered(facts.covers, edit.start, edit.end)) return null;
    const at = edit.text.indexOf(caretHere);
    const text = edit.text.replaceAll(caretHere, '');
    if (at >= 0 && caret === null) caret = edit.start + shift + at;
    shift += text.length - (edit.end - edit.start);
    clean.push({ start: edit.start, end: edit.end, text });
  }
  return { id, title, edits: clean, caret };
}

/** Where the words of a sentence end, before the marks that close it. */
export function endOfWords(facts: Facts, sentence: Sentence): number {
  let end = sentence.end;
  while (
    end > sentence.start &&
    '.!?\u2026'.includes(facts.text[end - 1] as string) &&
    !isCovered(facts.covers, end - 1, end)
  )
    end--;
  return end;
}

/** The sentence in which an offset stands. */
export function sentenceAt(facts: Facts, at: number): Sentence | undefined {
  return facts.sentences.find(({ start, end }) => start <= at && at < end);
}

/** The first of the writer's own words, where a label goes. */
export function firstOwn(facts: Facts): number {
  return facts.sentences[0]?.start ?? 0;
}

export function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** An edit that makes the letter at an offset a capital one; nothing where it is none or is covered. */
export function capitalAt(facts: Facts, at: number): Edit[] {
  const letter = facts.text[at] ?? '';
  return /^[a-z]$/.test(letter) && !isCovered(facts.covers, at, at + 1)
    ? [{ start: at, end: at + 1, text: letter.toUpperCase() }]
    : [];
}
