import fs from 'node:fs';
import path from 'node:path';
import { suggestTag } from '../../src/coach/suggest.ts';

const classes = ['keep', 'stop', 'start', 'none'] as const;
type Class = (typeof classes)[number];
const round = (value: number) => Math.round(value * 1000) / 1000;

/**
 * How well tags are suggested for the labelled comments in `../shared/data`: macro-F1 over the four classes, the
 * share of comments for which a tag would be shown and how many of these are right; and how many a second.
 */
export default async function measure([given]: string[] = []) {
  const file = given ?? path.join(import.meta.dirname, '../../../shared/data/review-comments-labelled.jsonl');
  const rows = fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as { text: string; label: Class });
  const answers = rows.map(({ text, label }) => ({ label, ...suggestTag(text) }));

  const f1 = (name: Class) => {
    const both = answers.filter(({ label, tag }) => label === name && tag === name).length;
    const either =
      answers.filter(({ label }) => label === name).length + answers.filter(({ tag }) => tag === name).length;
    return either === 0 ? 0 : (2 * both) / either;
  };
  const shown = answers.filter(({ isSure }) => isSure);
  const rightWhereShown =
    shown.length === 0 ? 0 : shown.filter(({ label, tag }) => label === tag).length / shown.length;

  const rates: number[] = [];
  for (let run = 0; run < 7; run++) {
    const start = performance.now();
    for (const { text } of rows) suggestTag(text);
    rates.push(rows.length / ((performance.now() - start) / 1000));
  }
  return {
    comments: rows.length,
    macroF1: round(classes.reduce((sum, name) => sum + f1(name), 0) / classes.length),
    f1: Object.fromEntries(classes.map((name) => [name, round(f1(name))])),
    shown: shown.length,
    shownShare: round(shown.length / Math.max(1, rows.length)),
    rightWhereShown: round(rightWhereShown),
    suggestionsPerSecond: Math.round(rates.toSorted((a, b) => a - b)[3] as number),
    ok: rightWhereShown >= 0.75,
  };
}
