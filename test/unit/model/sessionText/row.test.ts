import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readSession } from '../../../../src/model/sessionText/readSession.ts';
import { addRow, type Row, readRow, writeRow } from '../../../../src/model/sessionText/row.ts';

const row = (topic: string, insight = '', nextAction = ''): Row => ({ topic, insight, nextAction });
const head = '| Topic | Insight | Next action |\n| --- | --- | --- |\n';

describe('readRow', () => {
  const lines: [string, Row][] = [
    [
      'Outbox | Retries are safe | @ada try it by friday',
      row('Outbox', 'Retries are safe', '@ada try it by friday'),
    ],
    ['Outbox', row('Outbox')],
    ['Outbox |', row('Outbox')],
    ['Outbox | Retries', row('Outbox', 'Retries')],
    ['| Retries', row('', 'Retries')],
    ['||Try it', row('', '', 'Try it')],
    ['| | Try it', row('', '', 'Try it')],
    ['a||c', row('a', '', 'c')],
    ['| a | b | c |', row('a', 'b', 'c')],
    ['| a | b | c', row('a', 'b', 'c')],
    ['a | b | c |', row('a', 'b', 'c')],
    ['a | b | c | d', row('a', 'b', 'c | d')],
    ['a \\| b | `x \\| y`', row('a | b', '`x | y`')],
    ['  a\t b  |\u00a0c ', row('a b', 'c')],
    ['C:\\ | *args', row('C:\\', '*args')],
    ['', row('')],
    ['|', row('')],
    ['| | |', row('')],
  ];
  for (const [line, read] of lines) it(`reads “${line}”`, () => assert.deepEqual(readRow(line), read));
});

const words = fc
  .array(
    fc.constantFrom(
      'a',
      'naïve',
      '|',
      '\\',
      '\\|',
      '@ada',
      'by friday',
      '`',
      '*',
      ' ',
      '\n',
      '<!--',
      '[x]',
      '👋',
    ),
    {
      maxLength: 6,
    },
  )
  .map((parts) => parts.join(''));
const rows = fc.record({ topic: words, insight: words, nextAction: words });
const inOneLine = ({ topic, insight, nextAction }: Row) =>
  Object.fromEntries(
    Object.entries({ topic, insight, nextAction }).map(([part, said]) => [
      part,
      said.replace(/\s+/g, ' ').trim(),
    ]),
  );

describe('writeRow', () => {
  it('writes what readRow reads as the same row', () => {
    fc.assert(fc.property(rows, (one) => assert.deepEqual(readRow(writeRow(one)), inOneLine(one))));
  });
});

describe('addRow', () => {
  const added = row('Outbox', 'Retries are safe', '@ada try it by friday');
  const line = '| Outbox | Retries are safe | @ada try it by friday |';

  const texts: [string, string, string][] = [
    ['makes a table in an empty text', '', `${head}${line}\n`],
    ['makes a table below what is there', '# Check-in', `# Check-in\n\n${head}${line}\n`],
    ['leaves one blank line', '# Check-in\n', `# Check-in\n\n${head}${line}\n`],
    ['leaves the blank line that is there', '# Check-in\n\n', `# Check-in\n\n${head}${line}\n`],
    ['adds to a table without rows', head, `${head}${line}\n`],
    ['adds to a table at the very end', `${head}| a | b | c |`, `${head}| a | b | c |\n${line}`],
    [
      'adds to the first of several tables',
      `# x\n\n| M | N |\n|--|--|\n| 1 | 2 |\n\n${head}| a | b | c |\n\nText\n\n${head}`,
      `# x\n\n| M | N |\n|--|--|\n| 1 | 2 |\n\n${head}| a | b | c |\n${line}\n\nText\n\n${head}`,
    ],
    [
      'keeps line ends and indentation',
      `\ufeff- a\r\n\r\n  Topic | Insight | Next action\r\n  -|-|-\r\n  a | b | c\r\n- d\r\n`,
      `\ufeff- a\r\n\r\n  Topic | Insight | Next action\r\n  -|-|-\r\n  a | b | c\r\n  ${line}\r\n- d\r\n`,
    ],
    [
      'follows the columns',
      '| Next step | Owner | Thema | Insight |\n|-|-|-|-|\n',
      '| Next step | Owner | Thema | Insight |\n|-|-|-|-|\n| @ada try it by friday |  | Outbox | Retries are safe |\n',
    ],
    [
      'passes a table that has no column for its words',
      '| Action | Owner |\n|-|-|\n| a | b |\n',
      `| Action | Owner |\n|-|-|\n| a | b |\n\n${head}${line}\n`,
    ],
    ['does not write into code', `\`\`\`\n${head}\`\`\`\n`, `\`\`\`\n${head}\`\`\`\n\n${head}${line}\n`],
    [
      'goes above code that is never closed',
      '\ufeffText\n```\ncode',
      `\ufeff${head}${line}\n\nText\n\`\`\`\ncode`,
    ],
  ];
  for (const [what, text, after] of texts) it(what, () => assert.equal(addRow(text, added), after));

  it('writes pipes and what would begin a comment as words', () => {
    const hostile = row('a|b', '<!-- c -->', 'd\\|e\nf');
    assert.deepEqual(readSession(addRow('<!-- x', hostile)).entries, [row('a|b', '<!-- c -->', 'd\\|e f')]);
  });

  it('adds nothing where the row says nothing', () => {
    for (const text of ['', head, 'x']) assert.equal(addRow(text, row(' ', '\n')), text);
  });

  it('changes nothing else, and the row is read as it was written, one more of all', () => {
    const part = fc.constantFrom(
      ...[
        head,
        '| a | b | c |\n',
        'Topic | Insight | Next action\n-|-|-\n',
        'x | y | z\n',
        '- [ ] a\n',
        '## Keep\n',
      ],
      ...['```\n', '<!--', '-->', '\n', '\r\n', '    ', '> ', 'naïve 👋', '| M | N |\n|--|--|\n', '\ufeff'],
    );
    const plain = fc.constantFrom('', 'a', 'naïve 👋', 'x | y', '@ada try it by friday', 'C:\\', '<!-- -->');
    const plainRows = fc.record({ topic: plain, insight: plain, nextAction: plain });
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), plainRows, (parts, one) => {
        const text = parts.join('');
        const after = addRow(text, one);
        const says = one.topic + one.insight + one.nextAction !== '';
        const before = readSession(text).entries;
        const entries = readSession(after).entries;
        assert.equal(entries.length, before.length + (says ? 1 : 0));
        const at = entries.findIndex((entry, i) => JSON.stringify(entry) !== JSON.stringify(before[i]));
        if (says) assert.deepEqual(entries.toSpliced(at, 1), before);
        if (says) assert.ok(entries.some((entry) => JSON.stringify(entry) === JSON.stringify(one)));
        let from = 0;
        while (from < text.length && text[from] === after[from]) from++;
        assert.equal(after.slice(0, from) + after.slice(after.length - (text.length - from)), text);
      }),
      { numRuns: 1000 },
    );
  });
});
