import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Book, mapLines } from '../../../../src/growth/followThrough/code.ts';
import { stepOf } from '../../../../src/growth/followThrough/step.ts';

/** A line of which the test knows which one it is, whatever it says. */
type Line = { id: number; text: string };
type Edit =
  | { kind: 'insert'; at: number; what: number[] }
  | { kind: 'delete'; at: number; count: number }
  | { kind: 'replace'; at: number; count: number; what: number[] }
  | { kind: 'move'; at: number; count: number; to: number }
  | { kind: 'indent'; at: number; count: number };

const said = [
  '',
  '}',
  '  }',
  'return null;',
  '} else {',
  'const total = sum(values, start);',
  'if (total > limit) throw new RangeError(message);',
];
/** Lines of their own, and lines that stand everywhere. */
const textOf = (n: number, id: number): string =>
  n % 3 === 0
    ? said[(n / 3) % said.length]!
    : `const name${id} = compute(${id * 31}, ${'abcdefgh'[n % 8]}${id});`;

const place = fc.nat(60);
const some = fc.array(fc.nat(400), { minLength: 1, maxLength: 4 });
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('insert' as const), at: place, what: some }),
  fc.record({ kind: fc.constant('delete' as const), at: place, count: fc.integer({ min: 1, max: 5 }) }),
  fc.record({
    kind: fc.constant('replace' as const),
    at: place,
    count: fc.integer({ min: 1, max: 4 }),
    what: some,
  }),
  fc.record({
    kind: fc.constant('move' as const),
    at: place,
    count: fc.integer({ min: 1, max: 6 }),
    to: place,
  }),
  fc.record({ kind: fc.constant('indent' as const), at: place, count: fc.integer({ min: 1, max: 4 }) }),
);

function applied(lines: Line[], edits: readonly Edit[]): { now: Line[]; moved: Set<number> } {
  let now = lines.slice();
  let next = 10_000;
  const fresh = (what: number[]) => what.map((n) => ({ id: next, text: textOf(n, next++) }));
  const moved = new Set<number>();
  for (const one of edits) {
    const at = Math.min(one.at, now.length);
    if (one.kind === 'insert') now.splice(at, 0, ...fresh(one.what));
    else if (one.kind === 'delete') now.splice(at, one.count);
    else if (one.kind === 'replace') now.splice(at, one.count, ...fresh(one.what));
    else if (one.kind === 'indent')
      now = now.map((line, i) =>
        i >= at && i < at + one.count ? { id: line.id, text: `  ${line.text}` } : line,
      );
    else {
      const taken = now.splice(at, one.count);
      for (const { id } of taken) moved.add(id);
      now.splice(Math.min(one.to, now.length), 0, ...taken);
    }
  }
  // What was taken out here and written again there was moved for all that a text can tell.
  const still = new Map(now.map(({ id, text }) => [id, text]));
  const gone = new Set(lines.flatMap(({ id, text }) => (still.get(id) === text ? [] : [text])));
  for (const { id, text } of now) if (id >= 10_000 && /\w{3}/.test(text) && gone.has(text)) moved.add(id);
  return { now, moved };
}

describe('what became of lines, for random edits', () => {
  it('is never said wrongly', () => {
    const counts: Record<string, number> = {};
    fc.assert(
      fc.property(
        fc.array(fc.nat(400), { minLength: 5, maxLength: 60 }),
        fc.array(edit, { minLength: 0, maxLength: 4 }),
        fc.nat(59),
        fc.integer({ min: 1, max: 4 }),
        (numbers, edits, start, length) => {
          const lines = numbers.map((n, id) => ({ id, text: textOf(n, id) }));
          const from = Math.min(start, lines.length - 1);
          const to = Math.min(from + length, lines.length);
          const { now, moved } = applied(lines, edits);
          const book = new Book();
          const old = book.read(lines.map(({ text }) => `${text}\n`).join(''));
          const later = book.read(now.map(({ text }) => `${text}\n`).join(''));
          const step = stepOf(old, { from, to }, later, mapLines(old, later));
          counts[step.kind] = (counts[step.kind] ?? 0) + 1;

          const region = lines.slice(from, to);
          const texts = region.map(({ text }) => text);
          const places = region.map(({ id }) => now.findIndex((line) => line.id === id));
          const isWhole =
            places.every((at, i) => at >= 0 && at === places[0]! + i) &&
            texts.every((text, i) => now[places[0]! + i]!.text === text);
          const isMoved = region.some(({ id }) => moved.has(id));
          const says = (at: number) => texts.every((text, i) => now[at + i]?.text === text);
          const told = JSON.stringify({ step, places, texts, now: now.map(({ text }) => text) }, null, 1);
          if (step.kind === 'same') {
            // Where it points stand these lines; that they are these and no others shows where they are gone.
            assert.ok(says(step.region.from), told);
            assert.ok(isWhole || texts.every((text) => now.some((line) => line.text === text)), told);
            const isAgain = now.some(
              ({ id, text }) => texts.includes(text) && (id >= 10_000 || lines[id]!.text !== text),
            );
            if (!isWhole) assert.ok(isAgain || moved.size > 0, told);
          }
          if (step.kind === 'moved' && step.region) assert.ok(says(step.region.from), told);
          if (step.kind === 'moved') assert.ok(isMoved || !isWhole || moved.size > 0, told);
          // Of lines that say little nobody can tell whether they were moved, or others past them.
          const isLittle = !texts.some((text) => text.includes('compute'));
          const isTakenFor = isMoved || (isLittle && moved.size > 0);
          if (step.kind === 'altered' || step.kind === 'gone') assert.ok(!isWhole || isTakenFor, told);
          // Lines that were left alone, and nothing else of which was moved, are never said to be anything else.
          if (isWhole && moved.size === 0) assert.ok(step.kind === 'same' || step.kind === 'unsure', told);
          if (step.kind === 'gone') {
            const telling = region.filter(({ text }) => text.startsWith('const name'));
            for (const { id, text } of telling)
              assert.ok(!now.some((line) => line.id === id && line.text === text), told);
          }
        },
      ),
      { numRuns: 3000, seed: 7 },
    );
    const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
    assert.ok((counts.unsure ?? 0) < all * 0.15, JSON.stringify(counts));
  });

  it('is left open where one of two lines that say the same is gone', () => {
    const book = new Book();
    const old = book.read('const first = 1;\n}\nconst second = 2;\n}\nlast(old);\nconst end = 9;\n');
    const now = book.read('const first = 1;\n}\nlast(anew);\nconst end = 9;\n');
    const lineage = mapLines(old, now);
    assert.equal(stepOf(old, { from: 1, to: 2 }, now, lineage).kind, 'unsure');
    assert.equal(stepOf(old, { from: 0, to: 1 }, now, lineage).kind, 'same');
    assert.equal(stepOf(old, { from: 2, to: 3 }, now, lineage).kind, 'altered');
  });
});
