import fs from 'node:fs';
import path from 'node:path';
import { type Feature, featuresOf } from '../../../src/coach/tags/features.ts';
import { chancesOf, type Four, kinds } from '../../../src/coach/tags/model.ts';
import { wordsOf } from '../../../src/coach/tags/read.ts';

/*
 * Fits the weights that tags are suggested with and writes them to src/coach/tags/weights.ts; the same input gives
 * the same file. It learns from `examples/`, one comment a line, written for Cairn, and from comments under the MIT
 * licence in `../shared/data/review-comments-open.jsonl`, by their ids in `labels.json`, which were read and labelled
 * for this. `--check` writes nothing and says whether the file is current. Only words that the examples have become features. Nothing of review-comments-labelled.jsonl is used.
 */
const isCheck = process.argv.includes('--check');
const here = import.meta.dirname;
const open = path.join(here, '../../../../shared/data/review-comments-open.jsonl');
const target = path.join(here, '../../../src/coach/tags/weights.ts');

/** How strongly weights are held to zero. */
const restraint = 4;
/** What a comment of the open set counts beside an example. */
const openCounts = 0.6;
/** A feature has to be met so often, in the examples and in all. */
const leastExamples = 2;
const least = 3;
/** Weights that differ less between the kinds are left out. */
const leastSpread = 0.2;
const rounds = 200;

/** `counts`: of the comment, beside others. Of a feature, see `Feature`. */
type Lesson = { features: { row: number; counts: number }[]; kind: number; counts: number };

const { lessons, names } = read();
write(regress(lessons, names.length), names);

function read(): { lessons: Lesson[]; names: string[] } {
  const examples = kinds.flatMap((kind, index) =>
    fs
      .readFileSync(path.join(here, 'examples', `${kind}.txt`), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((text) => ({ text, kind: index, counts: 1 })),
  );
  const labels: Record<string, string[]> = JSON.parse(
    fs.readFileSync(path.join(here, 'labels.json'), 'utf8'),
  );
  const kindOf = new Map(kinds.flatMap((kind, index) => (labels[kind] ?? []).map((id) => [id, index])));
  const others = fs
    .readFileSync(open, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { id: string; text: string; licence: string })
    .filter(({ id, licence }) => kindOf.has(id) && licence === 'MIT')
    .map(({ id, text }) => ({ text, kind: kindOf.get(id) as number, counts: openCounts }));
  const all = [...examples, ...others].map((row) => ({ ...row, found: featuresOf(wordsOf(row.text)) }));
  const inExamples = count(all.slice(0, examples.length).map(({ found }) => found));
  const inAll = count(all.map(({ found }) => found));
  const names = [...inAll.keys()]
    .filter((name) => (inExamples.get(name) ?? 0) >= leastExamples && (inAll.get(name) as number) >= least)
    .sort();
  const indexes = new Map(names.map((name, index) => [name, index]));
  return {
    names,
    lessons: all.map(({ found, kind, counts }) => ({
      features: found.flatMap(({ name, counts }) => {
        const row = indexes.get(name);
        return row === undefined ? [] : [{ row, counts }];
      }),
      kind,
      counts,
    })),
  };
}

function count(found: Feature[][]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const features of found)
    for (const { name } of features) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** Multinomial logistic regression by gradient descent with a step of its own for each weight; the last row is the bias. */
function regress(lessons: readonly Lesson[], size: number): Float64Array {
  const weights = new Float64Array((size + 1) * 4);
  const moved = new Float64Array(weights.length).fill(1e-6);
  for (let round = 0; round < rounds; round++) {
    const slope = new Float64Array(weights.length);
    for (const { features, kind, counts } of lessons) {
      const rows = [...features, { row: size, counts: 1 }];
      const scores: Four = [0, 0, 0, 0];
      for (const { row, counts } of rows)
        for (let at = 0; at < 4; at++) scores[at as 0] += counts * (weights[row * 4 + at] as number);
      const chances = chancesOf(scores);
      for (let at = 0; at < 4; at++) {
        const miss = counts * (chances[at as 0] - (at === kind ? 1 : 0));
        for (const { row, counts: share } of rows)
          slope[row * 4 + at] = (slope[row * 4 + at] as number) + share * miss;
      }
    }
    for (let at = 0; at < weights.length; at++) {
      const held = at < size * 4 ? restraint * (weights[at] as number) : 0;
      const by = (slope[at] as number) + held;
      moved[at] = (moved[at] as number) + by * by;
      weights[at] = (weights[at] as number) - (0.5 * by) / Math.sqrt(moved[at] as number);
    }
  }
  return weights;
}

/** Letters stand for tenths, as model.ts reads them. */
function write(weights: Float64Array, names: readonly string[]): void {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  const letter = (weight: number) => letters[Math.max(-26, Math.min(25, Math.round(weight * 10))) + 26];
  const lines = names.flatMap((name, index) => {
    const by = weights.slice(index * 4, index * 4 + 4);
    return Math.max(...by) - Math.min(...by) < leastSpread
      ? []
      : [`${Array.from(by, letter).join('')} ${name}`];
  });
  const bias = Array.from(weights.slice(-4), (weight) => Math.round(weight * 100) / 100);
  const text = `// Written by test/tools/tags/fit.ts: do not change by hand. Letters stand for tenths (see model.ts), in the order\n// keep, stop, start, none.\nexport const bias = [${bias.join(', ')}] as const;\nexport const table = \`${lines.join('\n').replace(/[\\`$]/g, '\\$&')}\`;\n`;
  const isSame = fs.existsSync(target) && fs.readFileSync(target, 'utf8') === text;
  if (isCheck && !isSame)
    throw new Error('weights.ts is not what this program writes: run it without --check.');
  if (!isCheck) fs.writeFileSync(target, text);
  console.log(JSON.stringify({ lessons: lessons.length, features: names.length, kept: lines.length }));
}
