import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { mostSteps, readPlaybook } from '../../../../src/programme/playbooks/index.ts';

const steps = (text: string) => readPlaybook(text).sections.flatMap((section) => section.steps);
const inDays = (days: number) => ({ from: 'today', days, months: 0 });

describe('a playbook, read', () => {
  it('says what it is for, and has sections with reading and steps', () => {
    const text = [
      '# Pair *well*',
      '',
      '- For: two people',
      '- **When:** often',
      '',
      'Words.',
      '',
      '## Sit down',
      '',
      'Be kind.',
      '',
      '- Session: pairing, in 1 week: One hour',
      '- Bring tea',
      '- Action @mentee in 3 days: Choose',
      '  the work',
      '',
      'And <b>stop</b>.',
    ].join('\n');
    const playbook = readPlaybook(text);
    assert.deepEqual([playbook.title, playbook.for, playbook.when], ['Pair well', 'two people', 'often']);
    assert.deepEqual(playbook.problems, []);
    const [section] = playbook.sections;
    assert.deepEqual([section?.heading, section?.line], ['Sit down', 8]);
    assert.equal(section?.reading, 'Be kind.\n\n- Bring tea\n\nAnd &lt;b>stop&lt;/b>.');
    assert.deepEqual(section?.steps, [
      { kind: 'session', line: 12, sessionKind: 'pairing', when: inDays(7), topic: 'One hour' },
      { kind: 'action', line: 14, text: 'Choose the work', who: 'mentee', due: inDays(3) },
    ]);
  });

  it('reads every kind of step, with milestones below their goal', () => {
    const text = [
      '## A',
      '- Goal (incident response), in 3 months: Lead: one',
      '  - Milestone: first',
      '  - Milestone: second',
      '- Goal: Another one',
      '- Milestone: third',
      '* action @"Theo Flint" by 2027-01-02: Call',
      '* Action: nobody’s',
      '* ACTION @me today: mine',
      '1. Session: reverse shadowing: Topic',
      '2. Session: check-in',
      '- Playbook: second-session',
      '- Knowledge: What is it?',
    ].join('\n');
    assert.deepEqual(steps(text), [
      {
        ...{ kind: 'goal', line: 2, title: 'Lead: one', category: 'incident response' },
        due: { from: 'today', days: 0, months: 3 },
        milestones: [
          { title: 'first', line: 3 },
          { title: 'second', line: 4 },
        ],
      },
      {
        ...{ kind: 'goal', line: 5, title: 'Another one', category: null, due: null },
        milestones: [{ title: 'third', line: 6 }],
      },
      { kind: 'action', line: 7, text: 'Call', who: { name: 'Theo Flint' }, due: { date: '2027-01-02' } },
      { kind: 'action', line: 8, text: 'nobody’s', who: null, due: null },
      { kind: 'action', line: 9, text: 'mine', who: 'me', due: inDays(0) },
      { kind: 'session', line: 10, sessionKind: 'reverse-shadowing', when: inDays(7), topic: 'Topic' },
      { kind: 'session', line: 11, sessionKind: 'check-in', when: inDays(7), topic: 'A' },
      { kind: 'playbook', line: 12, name: 'second-session' },
      { kind: 'knowledge', line: 13, text: 'What is it?' },
    ]);
  });

  it('takes what only begins with such a word for reading', () => {
    const text =
      '## A\n- Goal setting: hard\n- Actions: many\n- Session notes: keep them\n- Knowledge is: power\n';
    const { sections, problems } = readPlaybook(text);
    assert.deepEqual([sections[0]?.steps, problems], [[], []]);
    assert.match(sections[0]?.reading ?? '', /Goal setting.*Knowledge is/s);
  });

  it('names the line of each step that it cannot understand', () => {
    const wrong: [string, string][] = [
      ['Goal:', 'words'],
      [`Goal: ${'x'.repeat(501)}`, 'too-long'],
      [`Action: ${'x'.repeat(1001)}`, 'too-long'],
      ['Action @mentee in some days: x', 'date'],
      ['Action @mentee on 2027-02-30: x', 'date'],
      ['Action @: x', 'who'],
      ['Action @"open: x', 'words'],
      ['Action @mentee in 3 days', 'words'],
      ['Session: party, in 1 week: x', 'session-kind'],
      ['Session: pairing, in 999999 weeks: x', 'date'],
      ['Milestone: of nothing', 'milestone'],
      ['Playbook: ../../etc/passwd', 'playbook-name'],
      ['Playbook: /etc/passwd', 'playbook-name'],
      ['Playbook: .hidden', 'playbook-name'],
      ['Playbook: command:workbench.action.quit', 'playbook-name'],
      ['Playbook: a\\b', 'playbook-name'],
    ];
    for (const [item, problem] of wrong) {
      const read = readPlaybook(`# T\n\n## A\n\n- ${item}\n`);
      assert.deepEqual([read.problems, read.sections[0]?.steps], [[{ line: 5, problem }], []], item);
    }
  });

  it('makes nothing of code, quotes, comments and HTML', () => {
    const text =
      '## A\n\n```\n- Goal: in code\n```\n\n> - Goal: quoted\n\n<!--\n- Goal: hidden\n-->\n\n- <b>Goal: x</b>\n\n- [Action: go](command:workbench.action.quit)\n';
    assert.deepEqual(
      steps(text).map((step) => ('title' in step ? step.title : 'text' in step ? step.text : '')),
      ['x', 'go'],
    );
    const { reading } = readPlaybook(
      '## A\n\n[quit](command:workbench.action.quit) ![p](https://evil.example/p.png) <script>x</script>\n',
    ).sections[0]!;
    assert.ok(!/\]\(command:|!\[|<script/.test(reading), reading);
  });

  it('stays calm before anything that a file may hold', () => {
    for (const text of [
      '',
      '#',
      '\0\u202e',
      '- Goal: before any heading',
      '## \n- Session: pairing',
      '\ud800',
    ])
      assert.ok(readPlaybook(text));
    const many = readPlaybook(`## A\n${'- Goal: x\n'.repeat(5000)}`);
    assert.equal(many.sections[0]?.steps.length, mostSteps);
    assert.deepEqual(many.problems, [{ line: mostSteps + 2, problem: 'too-many' }]);
    const sections = readPlaybook('## A\n- Goal: x\n'.repeat(4000));
    assert.equal(sections.sections.flatMap((one) => one.steps).length, mostSteps);
    assert.equal(sections.problems.length, 1);
    const below = readPlaybook(`## A\n- Goal: x\n${'- Milestone: y\n'.repeat(4000)}`);
    assert.equal(below.problems.length, 1);
    for (const bad of ['- Action @"', '- Goal (', '- Session: pairing,', '> ', '[', '<!--', '- Action @'])
      readPlaybook(`## A\n${bad.repeat(9000)}`);
  });
});
