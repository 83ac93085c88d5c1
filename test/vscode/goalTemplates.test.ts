import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { coachSentence, goalReasons, goalTopics } from '../../src/programme/goals/sentence.ts';
import { titleQuestion } from '../../src/ui/commands/goalInput.ts';
import { readGoalTemplates, readRubrics } from '../../src/ui/programme/goalTemplates.ts';
import { coachWords } from '../../src/ui/words/goalCoach.ts';
import { cairn, goal, run } from './support.ts';

type Made = { id: string; milestones: string[] };
const make = (argument: unknown) => run<Made>('cairn.createGoalFromTemplate', argument);
const sentence = 'I take the weekly release on my own, with the notes that our users read';

describe('goals from templates, by command', () => {
  before(cairn);

  it('are made with their milestones in one act, which is undone as one', async () => {
    const { goals, problems } = await readGoalTemplates();
    assert.deepEqual(problems, []);
    const template = goals.find(({ stage, category }) => stage === 'mid' && category === 'troubleshooting')!;
    const made = await make({ goal: template.sentence, stage: 'mid', category: 'Troubleshooting' });
    const { title, category, origin, milestones, isPrivate } = await goal(made.id);
    assert.deepEqual(
      [title, category, origin, isPrivate],
      [template.sentence, 'troubleshooting', 'mentee', false],
    );
    assert.deepEqual(
      milestones.map(({ id, title }) => [id, title]),
      template.milestones.map((text, i) => [made.milestones[i], text]),
    );
    await run('cairn.undo');
    assert.ok(!(await (await cairn()).getState()).goals.some(({ id }) => id === made.id));
  });

  it('take own words, own steps, and whose goal it is', async () => {
    const { goals } = await readGoalTemplates();
    const own = { title: 'I say it my way, twice', milestones: ['Once', 'Twice'], origin: 'organisation' };
    const { id } = await make({ goal: goals[0]!.sentence, ...own, targetDate: '2027-03-31' });
    const kept = await goal(id);
    assert.deepEqual([kept.title, kept.origin, kept.targetDate], [own.title, 'organisation', '2027-03-31']);
    assert.deepEqual(
      kept.milestones.map(({ title }) => title),
      own.milestones,
    );
    const secret = await make({ goal: goals[0]!.sentence, isPrivate: true, milestones: ['Unseen'] });
    assert.ok(!JSON.stringify(await (await cairn()).getState()).includes('Unseen'));
    await run('cairn.togglePrivate', secret.id, false);
    assert.equal((await goal(secret.id)).milestones[0]?.title, 'Unseen');
  });

  const refused: [unknown, string][] = [
    [{}, 'invalid-argument'],
    ['x', 'invalid-argument'],
    [{ goal: 5 }, 'invalid-argument'],
    [{ goal: 'x', stage: 'wizard' }, 'invalid-argument'],
    [{ goal: 'x', milestones: 'y' }, 'invalid-argument'],
    [{ goal: 'x', milestones: [''] }, 'invalid-argument'],
    [{ goal: 'x', wizard: 1 }, 'invalid-argument'],
    [{ goal: 'nobody wrote this' }, 'not-found'],
  ];
  for (const [argument, code] of refused) {
    it(`refuse ${JSON.stringify(argument)}`, async () => {
      await assert.rejects(Promise.resolve(make(argument)), { code });
    });
  }
});

describe('templates of a team', () => {
  let folder: string;
  const settings = () => vscode.workspace.getConfiguration('cairn');
  const write = async (name: string, text: string) => writeFile(join(folder, name), text);

  before(async () => {
    await cairn();
    folder = await mkdtemp(join(tmpdir(), 'cairn-templates-'));
    for (const kind of ['goals', 'rubrics']) await mkdir(join(folder, kind));
    await settings().update('programme.folder', folder, vscode.ConfigurationTarget.Global);
  });
  after(async () => {
    await settings().update('programme.folder', undefined, vscode.ConfigurationTarget.Global);
    await rm(folder, { recursive: true, force: true });
  });

  it('stand in for those of the same name, and a broken one is a message with file and line', async () => {
    const shipped = (await readGoalTemplates()).goals;
    await write(
      'goals/Junior-Tools.md',
      `# Tools\n\n- Category: tools\n- Stage: junior\n\n## ${sentence}\n\n### Milestones\n\n- Watch one\n`,
    );
    await write(
      'goals/broken.md',
      '# Odd\n\n- Category: tools\n- Stage: wizard $(error) <b>x</b>\n\n## A goal\n',
    );
    await write('goals/huge.md', `# Huge\n${'x'.repeat(300_000)}`);
    await symlink('/etc/passwd', join(folder, 'goals/link.md'));
    await write(
      'rubrics/code-review.md',
      '# Our reviews\n\n## Kindness\n\n- one: nothing\n- 1 Kind: says why\n',
    );
    const { goals, problems } = await readGoalTemplates();
    assert.deepEqual(
      goals
        .filter(({ stage, category }) => stage === 'junior' && category === 'tools')
        .map((one) => one.sentence),
      [sentence],
    );
    assert.equal(goals.length, shipped.length - 3 + 1);
    const says = problems.map((one) => one.says).join('\n');
    assert.match(says, /goals\/broken\.md, line 4: “wizard \$\(error\) x” is no stage/);
    assert.match(says, /goals\/huge\.md is too large/);
    assert.match(says, /goals\/link\.md is a link/);
    assert.ok(!says.includes('root:'));
    assert.deepEqual(
      problems.filter(({ line }) => line !== null).map(({ path, line }) => [path, line]),
      [[join(folder, 'goals/broken.md'), 4]],
    );
    await make({ goal: sentence });

    const { rubrics, problems: levels } = await readRubrics();
    const own = rubrics.find(({ id }) => id === 'code-review');
    assert.deepEqual([own?.title, own?.skills.length, own?.from.isTeams], ['Our reviews', 1, true]);
    assert.ok(rubrics.some(({ id, from }) => id === 'debugging' && !from.isTeams));
    assert.match(levels[0]?.says ?? '', /rubrics\/code-review\.md, line 5: “one: nothing” is no level/);
  });

  it('leave those that come with Cairn where the folder is away', async () => {
    await settings().update('programme.folder', join(folder, 'gone'), vscode.ConfigurationTarget.Global);
    const { goals } = await readGoalTemplates();
    assert.ok(goals.length >= 60);
  });
});

describe('the words of the coach of goal sentences', () => {
  it('are said while a sentence is typed, and refuse none', () => {
    const { validate } = titleQuestion(false);
    const said = validate('Get better at reviews');
    assert.ok(typeof said === 'object');
    assert.match(said.hint, /^“better”: what would others see you do then\? For example: /);
    assert.equal(validate('I review four pull requests a week outside my own team'), undefined);
    assert.equal(typeof validate('  '), 'string');
    assert.equal(typeof validate('I keep the runbooks current'), 'object');
    assert.equal(titleQuestion(true).validate('I keep the runbooks current'), undefined);
  });

  it('are questions, with examples that need none', () => {
    for (const reason of goalReasons) {
      for (const topic of [...goalTopics, null]) {
        const words = coachWords({ reason, quote: 'improve', topic });
        assert.match(words, /\?/);
        const [, example] = /For example: “([^”]+)”/.exec(words) ?? [];
        if (example) assert.deepEqual(coachSentence(example), [], example);
      }
    }
  });
});
