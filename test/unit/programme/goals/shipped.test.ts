import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { goalCategories } from '../../../../src/model/state.ts';
import {
  coachSentence,
  readGoalFile,
  readRubricFile,
  stages,
} from '../../../../src/programme/goals/index.ts';

const media = join(import.meta.dirname, '../../../../media/programme');
const filesOf = (kind: string) =>
  readdirSync(join(media, kind)).map((name) => ({
    name,
    text: readFileSync(join(media, kind, name), 'utf8'),
  }));

describe('the goal templates that come with Cairn', () => {
  const files = filesOf('goals').map(({ name, text }) => ({ name, ...readGoalFile(name, text) }));
  const goals = files.flatMap((file) => file.goals);

  for (const { name, title, goals, problems } of files) {
    it(`${name} has nothing to mend, and at least three goals`, () => {
      assert.deepEqual(problems, []);
      assert.notEqual(title, '');
      assert.ok(goals.length >= 3);
      for (const { milestones, signals, stage, category } of goals) {
        assert.ok(milestones.length >= 2 && milestones.length <= 5);
        assert.ok(signals.length >= 2 && signals.every(({ by }) => by !== null));
        assert.equal(name, `${stage}-${category.replaceAll(' ', '-')}.md`);
      }
    });
  }

  for (const { sentence } of goals) {
    it(`passes the coach: ${sentence}`, () => assert.deepEqual(coachSentence(sentence), []));
  }

  it('are all different, down to their milestones and signals', () => {
    const words = goals.flatMap((goal) => [
      goal.sentence,
      ...goal.milestones,
      ...goal.signals.map(({ text }) => text),
    ]);
    assert.deepEqual(
      words.filter((word, i) => words.indexOf(word) !== i),
      [],
    );
  });

  it('cover each stage with each category on offer, and with what the stage is about', () => {
    const also = {
      junior: ['tools', 'process', 'confidence'],
      mid: ['troubleshooting', 'ownership'],
      senior: ['influence', 'design judgement', 'mentoring others'],
    };
    for (const stage of stages) {
      const has = new Set(goals.filter((goal) => goal.stage === stage).map(({ category }) => category));
      assert.deepEqual([...has].sort(), [...goalCategories, ...also[stage]].sort());
    }
  });
});

describe('the rubrics that come with Cairn', () => {
  const files = filesOf('rubrics');
  for (const { name, text } of files) {
    it(`${name} has nothing to mend, and says for each level what it looks like`, () => {
      const { rubric, problems } = readRubricFile(name, text);
      assert.deepEqual(problems, []);
      assert.ok(rubric.skills.length >= 3);
      for (const { levels } of rubric.skills) {
        assert.deepEqual(
          levels.map(({ level }) => level),
          [1, 2, 3, 4],
        );
        for (const { looks } of levels) assert.ok(looks.split(' ').length >= 4, looks);
      }
    });
  }

  it('are about the work that a mentorship talks about most', () => {
    const names = files.map(({ name }) => name);
    for (const one of ['code-review', 'debugging', 'design', 'incident-response', 'communication'])
      assert.ok(names.includes(`${one}.md`), one);
  });
});
