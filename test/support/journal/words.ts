/** A small generator of numbers that gives the same ones on every run (mulberry32). */
export function numbers(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    below: (limit: number) => Math.floor(next() * limit),
    pick: <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T,
  };
}
export type Numbers = ReturnType<typeof numbers>;

const words =
  'the this that could please rename split test covers branch error path instead of helper value return early nice catch before after we should not swallow exception log it with context move into module keep name consistent with others why is needed here can be null when list empty extract small function reads well thanks love how clear cache invalidates race between writer and reader what happens if offline retry backoff idea for follow up nit typo comment says otherwise'.split(
    ' ',
  );
const marks = [
  '`parse()`',
  '"quoted"',
  "it's",
  'src/app/main.ts',
  '**bold**',
  '- a point',
  '> quoted',
  'e.g.',
];
const beyondLatin = ['’', '“so”', '—', '🎉', 'naïve', '→', '请看'];

/** What a reviewer may have written: mostly short, at times long, with line ends, quotes and code. */
export function comment(random: Numbers, longest: number): string {
  const target = Math.min(longest, Math.round(20 + 700 * random.next() ** 2.2));
  const isPlain = random.next() < 0.9;
  let text = '';
  while (text.length < target) {
    const at = random.next();
    text +=
      at < 0.04 ? random.pick(marks) : at < 0.05 && !isPlain ? random.pick(beyondLatin) : random.pick(words);
    text += random.next() < 0.03 ? '\n\n' : ' ';
  }
  return text.slice(0, target).toWellFormed();
}
