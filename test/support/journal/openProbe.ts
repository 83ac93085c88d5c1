import { load, read } from './openJournal.ts';

/*
 * Opens the space in a folder once and prints what it took: time from the files to the state, the longest time that
 * nothing else could run, the heap (with what lies outside of it) once only the state is left, the most that the
 * process ever had. Usage: node --expose-gc openProbe.ts FOLDER open|snapshot
 */
const [folder = '', how] = process.argv.slice(2);
const collect = globalThis.gc as () => void;
const megabytes = (bytes: number) => Math.round(bytes / 1e5) / 10;
const held = () => {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

const before = held();
let last = performance.now();
let longest = 0;
const pulse = setInterval(() => {
  longest = Math.max(longest, performance.now() - last);
  last = performance.now();
}, 1);
const start = performance.now();
const records = how === 'open' ? await read(folder) : await load(folder);
const ms = performance.now() - start;
longest = Math.max(longest, performance.now() - last);
clearInterval(pulse);
const { maxRSS } = process.resourceUsage();
const heap = held() - before;
console.log(
  JSON.stringify({
    ms: Math.round(ms),
    blockedMs: Math.round(longest),
    heapMegabytes: megabytes(heap),
    peakMegabytes: megabytes(maxRSS * 1024),
    marks: records.marks.size,
  }),
);
