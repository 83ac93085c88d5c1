import assert from 'node:assert/strict';
import { longestOutline, readField, readOutline } from '../../../../src/programme/markdown/index.ts';

describe('the outline of a template', () => {
  it('is its title, its fields, its sections and their lists', () => {
    const { title, fields, sections } = readOutline(
      '# Grow *calm*\n\n- Category: incident response\n- **Stage:** junior\nFor: mentees\n\nWords: no field after these? yes\nno more\nLater: none\n\n## One sentence\n\nSome words.\n\n### Milestones\n\n1. First\n2. Second\n   goes on\n  - [x] within\n- [ ] open\n',
    );
    assert.equal(title, 'Grow calm');
    assert.deepEqual(
      [...fields],
      [
        ['category', { value: 'incident response', line: 2 }],
        ['stage', { value: 'junior', line: 3 }],
        ['for', { value: 'mentees', line: 4 }],
        ['words', { value: 'no field after these? yes', line: 6 }],
      ],
    );
    assert.deepEqual(
      sections.map(({ heading, level, line, text }) => ({ heading, level, line, text })),
      [
        { heading: 'One sentence', level: 2, line: 10, text: 'Some words.' },
        {
          heading: 'Milestones',
          level: 3,
          line: 14,
          text: '1. First\n2. Second\n   goes on\n  - [x] within\n- [ ] open',
        },
      ],
    );
    assert.deepEqual(sections[1]?.items, [
      { text: 'First', line: 16, indent: 0, isTask: false, isDone: false },
      { text: 'Second goes on', line: 17, indent: 0, isTask: false, isDone: false },
      { text: 'within', line: 19, indent: 2, isTask: true, isDone: true },
      { text: 'open', line: 20, indent: 0, isTask: true, isDone: false },
    ]);
  });

  it('takes the first field of a name, none from below a section, and none from before the title', () => {
    const { fields } = readOutline('Before: no\n# Title\nStage: mid\nstage: senior\n## Next\nCategory: no\n');
    assert.deepEqual([...fields], [['stage', { value: 'mid', line: 2 }]]);
  });

  it('has no title where the first heading is a smaller one, and a second title is a section', () => {
    assert.equal(readOutline('## Part\n# Late\n').title, '');
    const twice = readOutline('# One\n# Two\nwords\n');
    assert.deepEqual([twice.title, twice.sections[0]?.heading, twice.sections[0]?.level], ['One', 'Two', 1]);
  });

  it('reads underlined headings, and other line ends', () => {
    const { title, sections } = readOutline('Title\r\n=====\r\n\r\nPart\r\n----\r\nwords\r\n');
    assert.deepEqual(
      [title, sections[0]?.heading, sections[0]?.line, sections[0]?.text],
      ['Title', 'Part', 3, 'words'],
    );
  });

  it('finds nothing in code, quotes and comments, and keeps them in the text', () => {
    const { sections } = readOutline(
      '# T\n## A\n```\n# no\n- no\n```\n> - no\n\n<!-- - no\n## no -->\n- yes <!-- no -->\n',
    );
    assert.deepEqual(
      sections.map(({ heading }) => heading),
      ['A'],
    );
    assert.deepEqual(
      sections[0]?.items.map(({ text }) => text),
      ['yes'],
    );
    assert.equal(sections[0]?.text.includes('# no\n- no'), true);
    assert.equal(sections[0]?.text.includes('<!--'), false);
  });

  it('ends an item where a quote, code or a blank line follows', () => {
    for (const between of ['> quote', '```\ncode\n```', '']) {
      const { sections } = readOutline(`# T\n## A\n- one\n${between}\nand more\n`);
      assert.deepEqual(
        sections[0]?.items.map(({ text }) => text),
        ['one'],
      );
    }
  });

  it('gives hostile words as plain text', () => {
    const { title, sections } = readOutline(
      '# [run](command:x) <img src=x onerror=1>\n## <script>a</script>\n- [go](command:workbench.action.x) ![i](http://e)\u202e\n',
    );
    assert.equal(title, 'run');
    assert.equal(sections[0]?.heading, 'a');
    assert.equal(sections[0]?.items[0]?.text, 'go i');
  });

  it('reads at most 64 kB, and says nothing about what comes after', () => {
    const { sections } = readOutline(`# T\n${'x'.repeat(longestOutline)}\n## Late\n`);
    assert.equal(sections.length, 0);
  });

  for (const [name, text] of Object.entries({
    empty: '',
    brackets: '['.repeat(longestOutline),
    'number signs': '#'.repeat(longestOutline),
    items: '- '.repeat(longestOutline / 2),
    'open comments': '<!--'.repeat(longestOutline / 4),
    fences: '```\n'.repeat(longestOutline / 4),
    lines: '\n'.repeat(longestOutline),
    'half characters': '# \ud800\n## \udc00\n- \ud800',
    colons: ':'.repeat(longestOutline),
  }))
    it(`comes to an end with ${name}`, () => {
      assert.equal(typeof readOutline(text).title, 'string');
    });

  it('takes no address, time or sentence for a field', () => {
    for (const line of ['https://example.org', '14:00', '- just words', ': x', '12: x'])
      assert.equal(readField(line), null, line);
    assert.deepEqual(readField('* `Stage`: *mid*'), { name: 'stage', value: 'mid' });
    assert.deepEqual(readField('Stage:'), { name: 'stage', value: '' });
  });
});
