import fs from 'node:fs';
import path from 'node:path';
import { common } from '../../../src/growth/themes/lexicon/common.ts';
import { ownWordsOf } from '../../../src/growth/themes/ownWords.ts';
import { tokensOf } from '../../../src/growth/themes/tokens.ts';

/*
 * Counts how many comments hold each word, and writes that to src/growth/themes/background.ts: a word that many
 * comments hold says little of what one is about. Counted are the comments that the project wrote for its suggested
 * tags (`../tags/examples`) and those under the MIT licence in `../shared/data/review-comments-open.jsonl`. The same
 * input gives the same file; `--check` writes nothing and says whether the file is current.
 */
const isCheck = process.argv.includes('--check');
const here = import.meta.dirname;
const examples = path.join(here, '../tags/examples');
const open = path.join(here, '../../../../shared/data/review-comments-open.jsonl');
const target = path.join(here, '../../../src/growth/themes/background.ts');
/** Rarer words weigh as much as one that was never met. */
const least = 4;
/** Steps of weight: the letter says how often the number of comments can be halved. */
const letters = 'abcdefghijklmnopqrstuvwxyz';

const own = fs
  .readdirSync(examples)
  .sort()
  .flatMap((name) => fs.readFileSync(path.join(examples, name), 'utf8').split('\n'));
const others = fs
  .readFileSync(open, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as { text: string; licence: string })
  .filter(({ licence }) => licence === 'MIT')
  .map(({ text }) => text);
const texts = [...own, ...others].filter((text) => text.trim() !== '');
const counts = new Map<string, number>();
for (const text of texts) {
  const stems = new Set(
    tokensOf(ownWordsOf(text).prose).map(({ stem, word }) => (common.has(word) ? '' : stem)),
  );
  for (const stem of stems) if (/^[a-z']{2,}$/.test(stem)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
}
const groups = new Map<string, string[]>();
for (const [stem, count] of [...counts].sort(([one], [other]) => (one < other ? -1 : 1))) {
  if (count < least) continue;
  const letter = letters[Math.round(2 * Math.log2(texts.length / count))] as string;
  groups.set(letter, [...(groups.get(letter) ?? []), stem]);
}
const lines = [...groups].sort().map(([letter, stems]) => `${letter} ${stems.join(' ')}`);
const rarest = Math.round(2 * Math.log2(texts.length / (least / 2)));
const text = `// Written by test/tools/themes/fit.ts: do not change by hand. A line is a letter and the stems that it stands for:
// how often the number of comments has to be halved, in halves (a is 0), to come to those that hold the word.
export const rarest = ${rarest};
export const background = \`${lines.join('\n')}\`;
`;
const isSame = fs.existsSync(target) && fs.readFileSync(target, 'utf8') === text;
if (isCheck && !isSame)
  throw new Error('background.ts is not what this program writes: run it without --check.');
if (!isCheck) fs.writeFileSync(target, text);
console.log(
  JSON.stringify({ comments: texts.length, words: counts.size, kept: [...groups.values()].flat().length }),
);
