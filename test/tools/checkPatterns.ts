import fs from 'node:fs';
import path from 'node:path';
import { patternsOf } from './patterns/collect.ts';
import { excused } from './patterns/excused.ts';
import { whyNotLinear } from './patterns/linear.ts';

/*
 * Proves of every regular expression in src that it takes linear time, whatever it is given; `patterns/excused.ts`
 * lists those of which that is not proved, each with its reason. Ends with 1 where one is not proved and not listed,
 * and where one that is listed need not be.
 */
const root = path.join(import.meta.dirname, '../..');
const unused = new Set(excused.map(({ file, pattern }) => `${file} ${pattern}`));
const problems: string[] = [];
let count = 0;
for (const name of fs.readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })) {
  const file = name.replaceAll(path.sep, '/');
  if (!file.endsWith('.ts')) continue;
  for (const { line, written, pattern } of patternsOf(
    fs.readFileSync(path.join(root, 'src', name), 'utf8'),
  )) {
    count++;
    const why = pattern ? whyNotLinear(pattern) : 'it is not made of constants';
    const key = `${file} ${pattern ?? written}`;
    if (why && !excused.some((one) => `${one.file} ${one.pattern}` === key))
      problems.push(`src/${file}:${line}: ${written}: ${why}`);
    else if (why) unused.delete(key);
  }
}
for (const one of unused) problems.push(`patterns/excused.ts: ${one} is proved by now, or gone: take it out`);
if (problems.length > 0) {
  console.error(`${problems.join('\n')}\nA pattern must take linear time: bound its repetitions.`);
  process.exit(1);
}
console.log(
  `${count} regular expressions take linear time, ${excused.length} of them by a reason that is listed.`,
);
