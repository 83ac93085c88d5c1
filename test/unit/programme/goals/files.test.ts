import assert from 'node:assert/strict';
import { readGoalFile, readRubricFile } from '../../../../src/programme/goals/index.ts';

const head = '# Title\n\n- Category: tools\n- Stage: junior\n';
const goal = (sentence: string) =>
  `\n## ${sentence}\n\n### Milestones\n\n- A step\n\n### Signals\n\n- Session: told\n`;
const said = (problems: { code: string; line: number | null }[]) =>
  problems.map(({ code, line }) => [code, line]);

describe('a file of goal templates', () => {
  it('is read as its author meant it', () => {
    const text = `# Tools\n\nCategory: tools\nStage: Mid\n\nWords for people.\n\n## I do it *twice*\n\n### milestones\n\n- [ ] One\n* Two\n\n### Signals\n\n- pull request: A fix\n- Session: A talk\n- Something else: yes\n\n### Notes\n\n- not read\n`;
    const { title, goals, problems } = readGoalFile('a.md', text);
    assert.deepEqual(problems, []);
    assert.equal(title, 'Tools');
    assert.deepEqual(goals, [
      {
        ...{ file: 'a.md', line: 8, stage: 'mid', category: 'tools', sentence: 'I do it twice' },
        milestones: ['One', 'Two'],
        signals: [
          { by: 'pull request', text: 'A fix' },
          { by: 'session', text: 'A talk' },
          { by: null, text: 'Something else: yes' },
        ],
      },
    ]);
  });

  const broken: [string, string, [string, number | null][], number][] = [
    [
      'nothing',
      '',
      [
        ['no-title', 1],
        ['no-category', 1],
        ['no-stage', 1],
      ],
      0,
    ],
    ['no title', `Category: a\nStage: mid\n${goal('I do it')}`, [['no-title', 1]], 1],
    ['no category', `# T\n\nStage: mid\n${goal('I do it')}`, [['no-category', 1]], 0],
    ['an unknown stage', `# T\n\nCategory: a\nStage: wizard\n${goal('I do it')}`, [['bad-stage', 4]], 0],
    ['no goals', head, [['no-goals', null]], 0],
    ['no milestones', `${head}\n## I do it\n`, [['no-milestones', 6]], 1],
    ['a goal twice', head + goal('I do it') + goal('I do it'), [['twice', 16]], 1],
    ['a heading without words', `${head}\n## \n${goal('I do it')}`, [['empty-heading', 6]], 1],
    ['a sentence that is too long', head + goal('x'.repeat(501)) + goal('I do it'), [['long-heading', 6]], 1],
    [
      'a milestone that is too long',
      `${head}\n## I do it\n\n### Milestones\n\n- ${'x'.repeat(501)}\n- A step\n`,
      [['long-item', 10]],
      1,
    ],
    ['too much', head + goal('I do it') + 'x'.repeat(70_000), [['too-long', null]], 0],
  ];
  for (const [what, text, expected, count] of broken) {
    it(`with ${what} is said to be so, with its line, and all else of it is offered`, () => {
      const { goals, problems } = readGoalFile('a.md', text);
      assert.deepEqual(said(problems), expected);
      assert.ok(problems.every(({ file, what }) => file === 'a.md' && what.length <= 100));
      assert.equal(goals.length, count);
    });
  }

  it('offers no more than anybody reads', () => {
    const many = Array.from({ length: 150 }, (_, i) => goal(`I do it ${i} times`)).join('');
    const { goals, problems } = readGoalFile('a.md', head + many);
    assert.equal(goals.length, 100);
    assert.equal(problems.filter(({ code }) => code === 'many').length, 50);
  });

  it('with hostile words is words', () => {
    const text = `${head}\n## <img src=x onerror=alert(1)> [run](command:evil) $(rm)\n\n### Milestones\n\n- <script>alert(1)</script>\n- \u202Ereversed\n\n<!-- ## hidden\n\n### Milestones\n- hidden -->\n\n\`\`\`\n## in code\n\`\`\`\n`;
    const { goals } = readGoalFile('../../etc/passwd', text);
    assert.equal(goals.length, 1);
    assert.ok(!JSON.stringify(goals).includes('hidden') && !JSON.stringify(goals).includes('in code'));
    for (const odd of [
      '#'.repeat(60_000),
      '## \n'.repeat(15_000),
      '- '.repeat(30_000),
      '\u0000'.repeat(1000),
    ]) {
      assert.ok(Array.isArray(readGoalFile('a.md', odd).goals));
      assert.ok(Array.isArray(readRubricFile('a.md', odd).rubric.skills));
    }
  });
});

describe('a rubric', () => {
  it('is read as its author meant it, the lowest level first', () => {
    const text =
      '# Review\n\nWords.\n\n## Asking\n\n- 3 Leads: shows the way\n- 1 Sends: as it is\n- 10. Far: and\n  further\n\n### Why\n\nWords.\n';
    const { rubric, problems } = readRubricFile('code-review.md', text);
    assert.deepEqual(problems, []);
    assert.deepEqual(rubric, {
      ...{ id: 'code-review', file: 'code-review.md', title: 'Review' },
      skills: [
        {
          ...{ name: 'Asking', line: 5 },
          levels: [
            { level: 1, name: 'Sends', looks: 'as it is' },
            { level: 3, name: 'Leads', looks: 'shows the way' },
            { level: 10, name: 'Far', looks: 'and further' },
          ],
        },
      ],
    });
  });

  const broken: [string, string, [string, number | null][], number][] = [
    [
      'nothing',
      '',
      [
        ['no-title', 1],
        ['no-skills', null],
      ],
      0,
    ],
    ['a skill without levels', '# T\n\n## A\n\nWords.\n\n## B\n\n- 1 One: looks\n', [['no-levels', 3]], 1],
    ['a level that is none', '# T\n\n## A\n\n- One: looks\n- 1 One: looks\n', [['bad-level', 5]], 1],
    ['a level beyond all', '# T\n\n## A\n\n- 21 One: looks\n- 1 One: looks\n', [['bad-level', 5]], 1],
    [
      'a level that says nothing',
      '# T\n\n## A\n\n- 2 Two\n- 3 Three:\n- 1 One: looks\n',
      [
        ['bad-level', 5],
        ['bad-level', 6],
      ],
      1,
    ],
    ['a level twice', '# T\n\n## A\n\n- 1 One: looks\n- 1 Two: looks\n', [['level-twice', 6]], 1],
    ['a skill twice', '# T\n\n## A\n\n- 1 One: looks\n\n## A\n\n- 1 One: looks\n', [['twice', 7]], 1],
  ];
  for (const [what, text, expected, count] of broken) {
    it(`with ${what} is said to be so, with its line, and all else of it is offered`, () => {
      const { rubric, problems } = readRubricFile('a.md', text);
      assert.deepEqual(said(problems), expected);
      assert.equal(rubric.skills.length, count);
    });
  }
});
