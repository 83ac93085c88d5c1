import assert from 'node:assert/strict';
import fs from 'node:fs';
import fc from 'fast-check';
import * as z from 'zod/mini';
import { anchorOf, findAnchor } from '../../../../src/model/anchor/index.ts';
import { type Anchor, anchorSchema } from '../../../../src/model/events.ts';

const about = { path: 'src/a.ts', repository: 'x/y', side: 'RIGHT', commit: null } as const;
const anchored = (text: string, startLine: number, endLine = startLine) =>
  anchorOf(text, { startLine, endLine }, about);
const source = fs.readFileSync('src/journal/space.ts', 'utf8');

/** A line that knows which one it is, whatever it says. */
type Line = { id: number; text: string };
let ids = 0;
const line = (text: string): Line => ({ id: ids++, text });
const textOf = (lines: readonly Line[], end = '\n') => lines.map(({ text }) => text).join(end);

/** What lines say: many are like no other, and many are in every file. */
const anyText = fc.oneof(
  { weight: 6, arbitrary: fc.nat(10_000).map((n) => `  const value${n} = read('${n * 7}', input);`) },
  { weight: 2, arbitrary: fc.nat(12).map((n) => `  case ${n}: return this.one(${n});`) },
  { weight: 3, arbitrary: fc.constantFrom('}', '  }', '', '  return;', '} else {', '  });', 'end') },
);
type Edit = {
  kind: 'insert' | 'delete' | 'change' | 'indent';
  at: number;
  count: number;
  texts: string[];
};
const anyEdit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom('insert', 'delete', 'change', 'indent'),
  at: fc.nat(1_000_000),
  count: fc.integer({ min: 1, max: 12 }),
  texts: fc.array(anyText, { minLength: 1, maxLength: 8 }),
});

const bare = (text: string) => text.replace(/\s/g, '');

/**
 * Does an edit that leaves the lines alone that are kept, but for where they are. It adds and removes none that says
 * the same as one of them: whether that one or another was removed, nobody could tell.
 */
function edited(lines: readonly Line[], { kind, at, count, texts }: Edit, kept: ReadonlySet<number>): Line[] {
  const first = lines.findIndex(({ id }) => kept.has(id));
  const last = lines.findLastIndex(({ id }) => kept.has(id));
  const gaps = [...lines.keys(), lines.length].filter((i) => i <= first || i > last);
  const gap = gaps[at % gaps.length]!;
  const alike = new Set(lines.slice(first, last + 1).map(({ text }) => bare(text)));
  const some = new Set(lines.slice(gap, gap + count).filter(({ text }) => !alike.has(bare(text))));
  const added = texts.filter((text) => !alike.has(bare(text)));
  switch (kind) {
    case 'insert':
      return [...lines.slice(0, gap), ...added.map(line), ...lines.slice(gap)];
    case 'delete':
      return lines.filter((one) => !some.has(one));
    case 'change':
      return lines.map((one, i) => (some.has(one) ? line(`${one.text} // ${texts[i % texts.length]}`) : one));
    case 'indent':
      return lines.map((one) => (some.has(one) ? { ...one, text: `\t ${one.text.trim()}  ` } : one));
  }
}

describe('findAnchor', () => {
  it('finds every line of a text that is as it was, with any indentation and line ends', () => {
    const count = source.split('\n').length;
    const others = [
      source,
      source.replace(/\n/g, '\r\n'),
      source.replace(/^ +/gm, (spaces) => '\t'.repeat(spaces.length / 2)),
      source.replace(/$/gm, '  '),
      `\ufeff${source}`,
    ];
    for (let at = 1; at <= count; at += 3) {
      const anchor = anchored(source, at, Math.min(count, at + (at % 4)));
      for (const other of others) {
        const found = findAnchor(other, [anchor]);
        assert.deepEqual(found, { startLine: anchor.startLine, endLine: anchor.endLine, how: 'same' });
      }
    }
  });

  it('finds what was moved by edits elsewhere, or nothing, and never another line', function () {
    this.timeout(60_000);
    let [tries, finds] = [0, 0];
    const files = fc.array(anyText, { minLength: 1, maxLength: 80 });
    const edits = fc.array(anyEdit, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        files,
        fc.nat(80),
        fc.nat(4),
        edits,
        fc.boolean(),
        (texts, at, more, changes, isWindows) => {
          const lines = texts.map(line);
          const from = at % lines.length;
          const to = Math.min(lines.length, from + 1 + more);
          const kept = lines.slice(from, to).map(({ id }) => id);
          const anchor = anchored(textOf(lines), from + 1, to);
          const now = changes.reduce<Line[]>((all, edit) => edited(all, edit, new Set(kept)), lines);
          const found = findAnchor(textOf(now, isWindows ? '\r\n' : '\n'), [anchor]);
          const isBlank = anchor.code.replace(/\W/g, '').length < 12;
          if (!isBlank) tries++;
          if (!found) return;
          if (!isBlank) finds++;
          const place = now.slice(found.startLine - 1, found.endLine).map(({ id }) => id);
          if (found.how !== 'changed') return assert.deepEqual(place, kept);
          // Of code that repeats others' lines, part of it may be what is certain.
          assert.ok(place.length > 0 && place.every((id) => kept.includes(id)), JSON.stringify(found));
        },
      ),
      { numRuns: 4000 },
    );
    assert.ok(finds / tries > 0.85, `found ${finds} of ${tries}`);
  });

  it('is not led astray by a copy of the code and what is around it', () => {
    const files = fc.array(anyText, { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(files, fc.nat(60), fc.nat(8), fc.nat(8), fc.nat(60), (texts, at, before, after, to) => {
        const lines = texts.map(line);
        const from = at % lines.length;
        const anchor = anchored(textOf(lines), from + 1);
        const copy = texts.slice(Math.max(0, from - before), from + 1 + after).map(line);
        const gap = to % (lines.length + 1);
        const now = [...lines.slice(0, gap), ...copy, ...lines.slice(gap)];
        const found = findAnchor(textOf(now), [anchor]);
        if (found) assert.equal(now[found.startLine - 1]!.id, lines[from]!.id);
      }),
      { numRuns: 4000 },
    );
  });

  it('finds a line that was edited itself, or nothing', function () {
    this.timeout(60_000);
    let [tries, finds] = [0, 0];
    const files = fc.array(anyText, { minLength: 4, maxLength: 60 });
    fc.assert(
      fc.property(
        files,
        fc.nat(60),
        fc.nat(20),
        fc.array(anyEdit, { maxLength: 4 }),
        (texts, at, cut, changes) => {
          const lines = texts.map(line);
          const from = at % lines.length;
          const target = lines[from]!;
          const anchor = anchored(textOf(lines), from + 1);
          const { text } = target;
          const half = cut % (text.length + 1);
          const fresh = {
            id: target.id,
            text: `${text.slice(0, half)}changed${text.slice(half + (cut % 3))}`,
          };
          // What says exactly the same as this line did is taken for it: nobody can tell.
          fc.pre(texts.filter((other) => bare(other) === bare(text)).length === 1);
          // So is a line that is written anew and looks more like the old one than the edited one does.
          const kindOf = (other: string) => other.trim().slice(0, 4);
          const others = (all: string[]) => all.filter((other) => kindOf(other) !== kindOf(text));
          const now = changes.reduce<Line[]>(
            (all, edit) =>
              edited(all, { ...edit, texts: ['// more', ...others(edit.texts)] }, new Set([target.id])),
            lines.with(from, fresh),
          );
          const found = findAnchor(textOf(now), [anchor]);
          if (text.length > 24) tries++;
          if (!found) return;
          if (text.length > 24) finds++;
          const place = now.slice(found.startLine - 1, found.endLine);
          assert.deepEqual(
            place.map(({ id }) => id),
            [target.id],
            `${text} => ${fresh.text}`,
          );
        },
      ),
      { numRuns: 4000 },
    );
    assert.ok(finds / tries > 0.5, `found ${finds} of ${tries}`);
  });

  it('does not find what was deleted among lines that look like it', () => {
    const text = (rows: string[]) => ['function f() {', ...rows, '}', 'f();'].join('\n');
    const rows = ["  add('one', 1);", "  add('two', 2);", "  add('three', 3);", "  add('four', 4);"];
    for (let gone = 0; gone < rows.length; gone++) {
      const anchor = anchored(text(rows), gone + 2);
      assert.equal(findAnchor(text(rows.toSpliced(gone, 1)), [anchor]), null, rows[gone]);
    }
    assert.equal(findAnchor('', [anchored(text(rows), 3)]), null);
    assert.equal(findAnchor(text([]), [anchored(text(rows), 2, 5)]), null);
  });

  it('tells a brace from another one by the lines between which it stands', () => {
    const text = 'if (a) {\n  one(first);\n}\n\nif (b) {\n  two(second);\n}\nend(of(file));\n';
    const anchor = anchored(text, 3);
    assert.equal(findAnchor(`// new\n${text}`, [anchor])?.startLine, 4);
    assert.equal(findAnchor(text.replace('  one(first);\n}\n', '  one(first);\n'), [anchor]), null);
    // Which of the two was added?
    const added = text.replace('  one(first);\n}\n', '  one(first);\n}\n\nif (c) {\n  three(third);\n}\n');
    assert.equal(findAnchor(added, [anchor]), null);
  });

  it('takes none of several that say the same for it where one was added to them', () => {
    const row = "  add('the same', everywhere);";
    const rows = (count: number, end: string) => [...Array<string>(count).fill(row), end].join('\n');
    const anchor = anchored(rows(3, '}'), 2);
    assert.equal(findAnchor(rows(3, '}'), [anchor])?.startLine, 2);
    assert.equal(findAnchor(rows(3, '} // end'), [anchor])?.startLine, 2);
    assert.equal(findAnchor(rows(4, '} // end'), [anchor]), null);
    assert.equal(findAnchor(rows(2, '} // end'), [anchor]), null);
    assert.equal(findAnchor(rows(4, '}'), [anchor]), null);
    // Of lines far from the file's ends, too, and between others that are there once.
    const all = (count: number) =>
      `${source}\n'the last of it before';\n${rows(count, "'the first of it behind';")}\n${source}`;
    const far = anchored(all(3), source.split('\n').length + 3);
    assert.equal(far.code, row);
    assert.equal(findAnchor(`// more\n${all(3)}`, [far])?.startLine, far.startLine + 1);
    assert.equal(findAnchor(`// more\n${all(4)}`, [far]), null);
  });

  it('finds code that was taken elsewhere together with its neighbours', () => {
    const block = ['function total(items) {', '  const sum = add(items);', '  return sum + tax(sum);', '}'];
    const rest = Array.from({ length: 30 }, (_, i) => `statement(${i}, 'of the rest');`);
    const text = [...block, ...rest].join('\n');
    const now = [...rest, 'const other = 1;', ...block].join('\n');
    assert.deepEqual(findAnchor(now, [anchored(text, 2)]), { startLine: 33, endLine: 33, how: 'moved' });
    // Alone it may be a line that somebody wrote anew.
    const alone = [...rest, block[1]].join('\n');
    assert.equal(findAnchor(alone, [anchored(text, 2)]), null);
  });

  it('shrinks and grows with code of several lines that was edited in part', () => {
    const lines = Array.from({ length: 20 }, (_, i) => `call${i}(argument${i}, ${i * 31});`);
    const anchor = anchored(lines.join('\n'), 8, 12);
    const added = lines.toSpliced(9, 0, 'inserted(here);', 'inserted(there);');
    assert.deepEqual(findAnchor(added.join('\n'), [anchor]), { startLine: 8, endLine: 14, how: 'changed' });
    const less = lines.toSpliced(9, 1);
    assert.deepEqual(findAnchor(less.join('\n'), [anchor]), { startLine: 8, endLine: 11, how: 'changed' });
    const most = lines.toSpliced(8, 4);
    assert.equal(findAnchor(most.join('\n'), [anchor]), null, 'too little of it is left');
  });

  it('takes the newest place that is as it was, before any that changed', () => {
    const lines = Array.from({ length: 20 }, (_, i) => `call${i}(argument${i}, ${i * 31});`);
    const first = lines.join('\n');
    const second = lines.with(7, 'call7(argument7, 217, more);').join('\n');
    const anchors = [anchored(second, 8), anchored(first, 8)];
    assert.equal(findAnchor(second, anchors)?.how, 'same');
    assert.equal(findAnchor(first, anchors)?.how, 'same', 'an older commit was checked out');
    assert.equal(findAnchor(lines.with(7, 'call7(argument7, 218);').join('\n'), anchors)?.how, 'changed');
    assert.equal(findAnchor(first, []), null);
  });

  it('finds long code of which not all was kept', () => {
    const lines = Array.from({ length: 900 }, (_, i) => `call${i}(argument${i}, ${i * 31});`);
    const anchor = anchored(lines.join('\n'), 100, 800);
    assert.ok(anchor.code.length <= 8000 && anchor.code.split('\n').length < 700);
    assert.deepEqual(findAnchor(`one\ntwo\n${lines.join('\n')}`, [anchor]), {
      ...{ startLine: 102, endLine: 802, how: 'moved' },
    });
  });

  it('does without the marks of the lines around, for anchors of other hands', () => {
    const { above: _, below: __, ...anchor } = anchored(source, 120, 121);
    const found = findAnchor(`// more\n${source}`, [anchor]);
    assert.deepEqual(found, { startLine: 121, endLine: 122, how: 'moved' });
  });

  it('gives lines of the text or nothing, whatever an anchor says', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('', '\n\n\n', '}\n}\n}', source.slice(0, 2000)));
    const anyAnchor: fc.Arbitrary<Anchor> = fc.record({
      ...{ path: fc.string(), repository: fc.constant(null), side: fc.constantFrom('LEFT', 'RIGHT') },
      ...{ commit: fc.constant(null), startLine: fc.integer({ min: 1, max: 1e7 }) },
      ...{ endLine: fc.integer({ min: 1, max: 1e7 }), code: text, before: text, after: text },
      ...{ above: fc.string(), below: fc.string() },
    });
    fc.assert(
      fc.property(text, fc.array(anyAnchor, { maxLength: 3 }), (now, anchors) => {
        const found = findAnchor(now, anchors);
        const count = now.split(/\r\n|\r|\n/).length;
        if (found)
          assert.ok(found.startLine >= 1 && found.endLine >= found.startLine && found.endLine <= count);
      }),
      { numRuns: 500 },
    );
    const blank = { ...anchored('', 1), code: '\n'.repeat(8000), startLine: 1, endLine: 1e7 };
    assert.equal(findAnchor('\n'.repeat(20_000), [blank, blank, blank]), null);
  });
});

describe('anchorOf', () => {
  it('keeps what a journal takes, and lines that are there, of whatever text', () => {
    const line = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', '}', 'x'.repeat(3000), '\u{1f642}'.repeat(2100)),
    );
    const text = fc
      .array(line, { maxLength: 12 })
      .chain((lines) => fc.constantFrom('\n', '\r\n', '\r').map((end) => lines.join(end)));
    fc.assert(
      fc.property(text, fc.integer(), fc.integer(), (now, startLine, endLine) => {
        const anchor = anchorOf(now, { startLine, endLine }, about);
        assert.ok(z.safeParse(anchorSchema, anchor).success);
        const lines = now.split(/\r\n|\r|\n/);
        assert.ok(anchor.startLine <= anchor.endLine && anchor.endLine <= lines.length);
        const said = JSON.stringify(anchor);
        assert.ok(JSON.stringify(JSON.parse(said)) === said && anchor.code.isWellFormed());
        const wanted = lines.slice(anchor.startLine - 1, anchor.endLine).join('\n');
        if (wanted.length <= 8000) assert.equal(anchor.code, wanted.toWellFormed());
        else assert.ok(wanted.toWellFormed().startsWith(anchor.code.replace(/\ufffd$/, '')));
      }),
      { numRuns: 300 },
    );
  });
});
