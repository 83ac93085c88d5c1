import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { isPlaybookName, readPlaybook } from '../../../../src/programme/playbooks/index.ts';

const folder = join(import.meta.dirname, '../../../../media/programme/playbooks');
const names = readdirSync(folder);
const all = names.map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);

describe('the playbooks that are shipped', () => {
  it('are those that were promised', () => {
    const wanted =
      'career-conversation ending-well first-session incident-review lunch-and-learn onboarding pairing preparing-as-mentee reset reverse-shadowing second-session shadowing third-session training-boundaries training-feedback training-inclusive-words training-listening training-questions';
    assert.deepEqual(
      names.sort(),
      wanted.split(' ').map((name) => `${name}.md`),
    );
  });

  for (const [name, text] of all)
    it(`${name}: says what it is for, every step is understood, every way leads somewhere`, () => {
      const playbook = readPlaybook(text);
      assert.deepEqual(playbook.problems, []);
      for (const words of [playbook.title, playbook.for, playbook.when]) assert.ok(words.length > 5, words);
      const steps = playbook.sections.flatMap((section) => section.steps);
      assert.ok(steps.length > 1);
      for (const step of steps)
        if (step.kind === 'playbook') assert.ok(names.includes(`${step.name}.md`), step.name);
      const keys = steps.map((step) =>
        JSON.stringify([
          step.kind,
          'text' in step
            ? step.text
            : 'title' in step
              ? step.title
              : 'topic' in step
                ? step.topic
                : step.name,
        ]),
      );
      assert.equal(new Set(keys).size, keys.length, 'the same step twice cannot be told apart');
      assert.ok(isPlaybookName(name.slice(0, -3)));
      assert.ok(text.length < 20_000 && text.split('\n').every((line) => line.length <= 400));
      // What looks like a step is one: no item of the reading begins with such a word.
      for (const { reading } of playbook.sections)
        assert.doesNotMatch(reading, /^\s*- (?:Goal|Milestone|Session|Action|Playbook|Knowledge)\b/im);
    });

  it('name the same thing in no two of them, so that what is done is told apart', () => {
    const seen = new Map<string, string>();
    for (const [name, text] of all)
      for (const { steps } of readPlaybook(text).sections)
        for (const step of steps) {
          if (step.kind === 'playbook' || step.kind === 'knowledge') continue;
          const words = step.kind === 'goal' ? step.title : step.kind === 'action' ? step.text : step.topic;
          assert.equal(seen.get(words), undefined, `${words} (${name})`);
          seen.set(words, name);
        }
  });
});
