import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  anchorOf,
  type Change,
  findAnchor,
  followEdit,
  type Lines,
  placeIn,
} from '../../../../src/model/anchor/index.ts';

const about = { path: 'src/a.ts', repository: null, side: 'RIGHT', commit: null } as const;
const at = (line: number, character: number) => ({ line, character });
const change = (start: [number, number], end: [number, number], text: string): Change => ({
  start: at(...start),
  end: at(...end),
  text,
});
const only = (place: Lines | null) => place && [place.startLine, place.endLine];
const splitText = (text: string) => text.split(/\r\n|\r|\n/);

/** A sign that knows which one it is. */
type Sign = { id: number; text: string };
let ids = 0;
const signs = (text: string): Sign[] => Array.from(text, (one) => ({ id: ids++, text: one }));
const said = (all: readonly Sign[]) => all.map(({ text }) => text).join('');
/** Line of each sign, 1-based. */
function linesOf(all: readonly Sign[]): Map<number, number> {
  const lines = new Map<number, number>();
  let line = 1;
  for (const { id, text } of all) {
    lines.set(id, line);
    if (text === '\n') line++;
  }
  return lines;
}
const positionAt = (all: readonly Sign[], offset: number) => {
  const before = splitText(said(all.slice(0, offset)));
  return at(before.length - 1, before.at(-1)!.length);
};

const words = fc.constantFrom(
  'a',
  'foo(bar);',
  '  x',
  '\n',
  '\n\n',
  '\n  if (y) {\n',
  '}',
  ' ',
  '\t',
  'one\ntwo',
  '',
);
type Edit = { where: number; length: number; text: string; isNear: boolean };
const anyEdit: fc.Arbitrary<Edit> = fc.record({
  where: fc.nat(1_000_000),
  length: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.nat(6), fc.nat(40)),
  text: words,
  /** At the edges of the code, where it is hardest. */
  isNear: fc.boolean(),
});
const code = ['function first() {', '  return 1;', '}', '', 'const two = (a, b) => {', '  const c = a + b;'];
const text = [...code, '  return c;', '};', '', 'export const three = 3;', '  four();', 'end();', ''].join(
  '\n',
);

describe('followEdit', () => {
  const three = { startLine: 3, endLine: 3 };
  const cases: [string, Lines, Change, [number, number] | null][] = [
    ['an edit below', three, change([5, 0], [6, 2], 'x'), [3, 3]],
    ['lines added above', three, change([0, 0], [0, 0], 'a\nb\n'), [5, 5]],
    ['lines deleted above', three, change([0, 0], [2, 0], ''), [1, 1]],
    ['Enter before its first sign', three, change([2, 0], [2, 0], '\n'), [4, 4]],
    [
      'Enter at the end of its last line',
      { startLine: 2, endLine: 3 },
      change([2, 9], [2, 9], '\n    '),
      [2, 3],
    ],
    ['Enter at the end of the line above', three, change([1, 7], [1, 7], '\n'), [4, 4]],
    ['Backspace at its beginning', three, change([1, 7], [2, 0], ''), [2, 2]],
    ['typing in it', three, change([2, 4], [2, 4], 'abc'), [3, 3]],
    ['the line deleted', three, change([2, 0], [3, 0], ''), null],
    ['all around it deleted', three, change([0, 0], [9, 0], ''), null],
    ['all around it replaced', three, change([0, 0], [9, 0], 'x\ny\nz'), null],
    ['a line added within', { startLine: 3, endLine: 5 }, change([3, 0], [3, 0], 'x\n'), [3, 6]],
    ['its first line deleted', { startLine: 3, endLine: 5 }, change([2, 0], [3, 0], ''), [3, 4]],
    ['its last line deleted', { startLine: 3, endLine: 5 }, change([4, 0], [5, 0], ''), [3, 4]],
    [
      'what is above and its first line deleted',
      { startLine: 3, endLine: 5 },
      change([0, 0], [3, 0], ''),
      [1, 2],
    ],
    [
      'its last line and what is below deleted',
      { startLine: 3, endLine: 5 },
      change([4, 0], [8, 0], ''),
      [3, 4],
    ],
    ['Windows line ends', three, change([0, 0], [0, 0], 'a\r\nb\r\n'), [5, 5]],
    // Was it before the code, or behind it?
    ['Enter in it', three, change([2, 9], [2, 9], '\n    '), null],
    // What may be nothing but the line above, or the one below, is nobody's.
    ['cut from the line above into it', three, change([1, 3], [2, 4], ''), null],
    ['cut from it into the line below', three, change([2, 4], [3, 2], ''), null],
  ];
  for (const [name, lines, edit, wanted] of cases)
    it(`follows ${name}`, () => assert.deepEqual(only(followEdit(lines, edit)), wanted));

  it('knows with the place in the line what line numbers alone do not say', () => {
    const place = placeIn('one\n  two();  \nthree', { startLine: 2, endLine: 2 });
    assert.deepEqual(place, { startLine: 2, endLine: 2, startCharacter: 2, endCharacter: 8 });
    // Joined with the line above, with the line below, and the line below deleted from its end on.
    assert.deepEqual(only(followEdit(place, change([0, 3], [1, 2], ' '))), [1, 1]);
    assert.deepEqual(only(followEdit(place, change([1, 10], [2, 0], ''))), [2, 2]);
    assert.deepEqual(only(followEdit(place, change([1, 4], [2, 2], ''))), [2, 2]);
    assert.deepEqual(only(followEdit(place, change([1, 2], [1, 2], '\n  '))), [3, 3]);
    assert.deepEqual(only(followEdit(place, change([1, 8], [1, 10], '\n'))), [2, 2]);
    assert.equal(followEdit(place, change([0, 3], [1, 8], '')), null, 'with the line end before it');
    assert.equal(followEdit(place, change([1, 2], [1, 8], '')), null, 'nothing of it is left');
    assert.deepEqual(only(followEdit(place, change([1, 2], [1, 8], 'written anew();'))), [2, 2]);
  });

  const anyLines = fc
    .tuple(fc.nat(11), fc.nat(3))
    .map(([from, more]) => ({ startLine: from + 1, endLine: Math.min(12, from + 1 + more) }))
    .filter((lines) => Object.values(lines).every((line) => splitText(text)[line - 1]!.trim() !== ''));
  const many = fc.array(anyEdit, { minLength: 200, maxLength: 200 });

  /**
   * Edits a text at random and follows it.
   * @param isAround edits begin and end above or below the code
   * @param look is given, after each edit, the place and the lines of what is left of the code
   */
  function follow(
    lines: Lines,
    edits: readonly Edit[],
    { isKnown, isAround }: { isKnown: boolean; isAround: boolean },
    look: (place: Lines | null, left: number[], told: () => string, count: number) => boolean,
  ): void {
    let all = signs(text);
    const first = linesOf(all);
    const isOwn = ({ id, text: sign }: Sign) =>
      first.get(id)! >= lines.startLine && first.get(id)! <= lines.endLine && sign.trim() !== '';
    const own = new Set(all.filter(isOwn).map(({ id }) => id));
    let place: Lines | null = isKnown ? placeIn(text, lines) : lines;
    for (const { where, length, text: added, isNear } of edits) {
      const [begin, end] = [
        all.findIndex(({ id }) => own.has(id)),
        all.findLastIndex(({ id }) => own.has(id)) + 1,
      ];
      const edges = [begin, end].flatMap((edge) => [-3, -2, -1, 0, 1, 2].map((by) => edge + by));
      let from = isNear ? edges[where % edges.length]! : where % (all.length + 1);
      from = Math.min(Math.max(0, from), all.length);
      let to = Math.min(all.length, from + length);
      if (isAround && from > begin && from < end) to = from = Math.max(from, end);
      if (isAround && from <= begin) to = Math.min(to, begin);
      const edit = { start: positionAt(all, from), end: positionAt(all, to), text: added };
      const fresh = signs(added);
      // What is typed on at the end of the last line is the code's.
      const typed = from === end && to === from ? splitText(added)[0]!.trimEnd().length : 0;
      if (added.trim() !== '') for (const { id } of fresh.slice(0, typed)) own.add(id);
      all = [...all.slice(0, from), ...fresh, ...all.slice(to)];
      const before: Lines = place;
      place = followEdit(before, edit);
      const now = linesOf(all);
      const left = all.filter(({ id }) => own.has(id)).map(({ id }) => now.get(id)!);
      const isOn = look(
        place,
        left,
        () => JSON.stringify([before, edit, place, left[0], left.at(-1), said(all)]),
        splitText(said(all)).length,
      );
      if (!isOn || !place || left.length === 0) return;
    }
  }

  it('stays on its very lines through 200 random edits around it', () => {
    let steps = 0;
    fc.assert(
      fc.property(anyLines, many, (lines, edits) =>
        follow(lines, edits, { isKnown: true, isAround: true }, (place, left, told) => {
          steps++;
          assert.deepEqual(only(place), [left[0], left.at(-1)], told());
          return true;
        }),
      ),
      { numRuns: 150, endOnFailure: true },
    );
    assert.equal(steps, 150 * 200);
  });

  for (const isKnown of [true, false]) {
    it(`gives lines of the text through 200 random edits anywhere${isKnown ? '' : ', by line numbers'}`, () => {
      let [steps, lost] = [0, 0];
      fc.assert(
        fc.property(anyLines, many, (lines, edits) =>
          follow(lines, edits, { isKnown, isAround: false }, (place, left, told, count) => {
            steps++;
            if (place)
              assert.ok(
                place.startLine >= 1 && place.startLine <= place.endLine && place.endLine <= count,
                told(),
              );
            const isOn =
              left.length === 0 ||
              left.some((line) => place && line >= place.startLine && line <= place.endLine);
            if (!isOn) lost++;
            return isOn;
          }),
        ),
        { numRuns: 150, endOnFailure: true },
      );
      assert.ok(steps > 2000 && lost < steps / 15, `${lost} of ${steps}`);
    });
  }

  it('gives lines that findAnchor finds again', () => {
    const edit = change([0, 0], [0, 0], '// more\n');
    const lines = { startLine: 5, endLine: 6 };
    const anchor = anchorOf(text, lines, about);
    const found = findAnchor(`// more\n${text}`, [anchor]);
    assert.deepEqual(only(found), only(followEdit(lines, edit)));
  });
});
