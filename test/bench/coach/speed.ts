import { coach, fixesFor } from '../../../src/coach/comment/index.ts';
import { random } from './quality.ts';

const sentences = [
  'Could we move the parsing into a function of its own, because the tests need it as well?',
  'This looks good to me.',
  'You always forget to close the file here, and then the next call fails.',
  'nit: `useWidth` would say what it does.',
  'Please rename this, it is not clear what it is for.',
  'When the list is empty, then `first` is undefined and the page stays blank.',
  '\n\n```ts\nconst width = measure(element);\n```\n\n',
  '> Why is this here?\n\nIt is for old browsers, see https://example.org/browsers for which.',
  'What happens when two of these run at the same time? I would expect a lock around it.',
];

/**
 * What a key costs in a comment of 2,000 characters: letters typed, deleted and lines broken all over it, the coach
 * asked after each at its fullest; and what the ways to mend the first finding cost.
 */
export function keyTimes() {
  const next = random(5);
  const pick = <T>(from: readonly T[]) => from[Math.floor(next() * from.length)] as T;
  let text = '';
  while (text.length < 2000) text += `${pick(sentences)} `;
  text = text.slice(0, 2000);
  const first = performance.now();
  coach(text, { level: 'full' });
  const firstMs = performance.now() - first;
  const times: number[] = [];
  const busy: number[] = [];
  const fixing: number[] = [];
  for (let key = 0; key < 3000; key++) {
    const at = Math.floor(next() * text.length);
    // Keeps its length: one letter is written over, or one typed where another is taken.
    const letter = pick([...'abcdefghijklmnopqrstuvwxyz     .?!`\n>']);
    text = text.slice(0, at) + letter + text.slice(at + 1);
    const start = performance.now();
    const processor = process.cpuUsage();
    const found = coach(text, { level: 'full' });
    times.push(performance.now() - start);
    const { user, system } = process.cpuUsage(processor);
    busy.push((user + system) / 1000);
    if (key % 10 !== 0 || !found[0]) continue;
    const begin = performance.now();
    fixesFor(text, found[0]);
    fixing.push(performance.now() - begin);
  }
  const round = (value: number | undefined) => Math.round((value ?? 0) * 100) / 100;
  const sorted = times.toSorted((a, b) => a - b);
  const work = busy.toSorted((a, b) => a - b);
  return {
    keys: times.length,
    medianMs: round(sorted[Math.floor(sorted.length / 2)]),
    p99Ms: round(sorted[Math.floor(sorted.length * 0.99)]),
    worstMs: round(sorted.at(-1)),
    over10Ms: sorted.filter((time) => time > 10).length,
    // The clock counts the turns of other programs too, the processor's time counts the collector's threads.
    processorMedianMs: round(work[Math.floor(work.length / 2)]),
    processorP99Ms: round(work[Math.floor(work.length * 0.99)]),
    processorWorstMs: round(work.at(-1)),
    firstMs: round(firstMs),
    fixesMedianMs: round(fixing.toSorted((a, b) => a - b)[Math.floor(fixing.length / 2)]),
  };
}
