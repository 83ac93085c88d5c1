import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CairnWorkbench } from '../../e2e/support/workbench.ts';

/** How much of the main job was done: pieces of feedback, as the views and the journal tell. */
export interface Done {
  pulled: number;
  tagged: number;
  linked: number;
}

const goal = 'Write pull requests that are approved on the first read';

/** What is done in the Feedback view: the key for a tag, on the comment that holds these words. */
const acts = [
  { key: 'k', tag: 'keep', words: 'the doc comment says what the number means' },
  { key: 's', tag: 'stop', words: 'Please stop logging whole deliveries' },
  { key: 't', tag: 'start', words: 'please add it to the runbook' },
];

/**
 * Performs the product's main job as a person would, and looks whether the views show it: sign in, pull, make a
 * goal, then with the keyboard tag three comments and link them. `step` is told what happens, for progress. Throws when
 * something that should show does not.
 */
export async function doMainJob(cairn: CairnWorkbench, step: (what: string) => void): Promise<Done> {
  try {
    return await perform(cairn, step);
  } catch (error) {
    step(`failed; what it looked like: ${await cairn.screenshot('main-job-failed')}`);
    throw error;
  }
}

async function perform(cairn: CairnWorkbench, step: (what: string) => void): Promise<Done> {
  step('signing in');
  await cairn.openCairn();
  await cairn.screenshot('main-job-1-welcome');
  // All rows of the main job are to be seen at once.
  await cairn.foldView('Sessions');
  await cairn.signIn();

  step('pulling feedback');
  await cairn.runCommand('Cairn: Pull Feedback');
  const toTag = cairn.row('Feedback', /^To tag\d+$/);
  await toTag.waitFor({ timeout: 60_000 });
  for (const { words } of acts) await cairn.row('Feedback', words).waitFor({ timeout: 60_000 });
  const pulled = Number(/\d+$/.exec((await toTag.textContent()) ?? '')?.[0]);
  await cairn.screenshot('main-job-2-pulled');

  step('making a goal');
  await cairn.runCommand('Cairn: Create Goal');
  await cairn.answer(goal);
  await cairn.pick('Code quality');
  await cairn.pick('Mine');
  await cairn.answer('');
  const card = cairn.goalsFrame().getByRole('article').filter({ hasText: goal });
  await card.waitFor();

  for (const { key, tag, words } of acts) {
    step(`tagging as ${tag} and linking: “${words}”`);
    await cairn.runCommand('Cairn: Filter Feedback');
    await cairn.pick('with these words');
    await cairn.answer(words);
    await cairn.row('Feedback', /^To tag1$/).waitFor();
    await cairn.select(cairn.row('Feedback', words));
    await cairn.page.keyboard.press(key);
    await cairn.row('Feedback', /^To tag/).waitFor({ state: 'hidden' });
    await openGoals(cairn, words);
    await cairn.pick(goal);
    await card.filter({ hasText: new RegExp(`1\\s*${tag}`) }).waitFor();
  }
  await cairn.runCommand('Cairn: Clear Feedback Filter');
  await cairn.screenshot('main-job-3-tracker');
  const { tagged, linked } = await journal(cairn.stage.dataFolder);
  return { pulled, tagged, linked };
}

/** A row that is drawn anew at that moment may swallow the key, or lose its selection; a person does it again. */
async function openGoals(cairn: CairnWorkbench, words: string): Promise<void> {
  const goals = cairn.entries.filter({ hasText: goal });
  for (let left = 4; ; left--) {
    await cairn.select(cairn.row('Feedback', words));
    await cairn.page.keyboard.press('g');
    const isOpen = await goals.waitFor({ timeout: 15_000 }).then(
      () => true,
      () => false,
    );
    if (isOpen || left === 0) return;
    await cairn.page.keyboard.press('Escape');
  }
}

/** Counts what has reached the disk. */
async function journal(dataFolder: string): Promise<{ tagged: number; linked: number }> {
  const files = (await readdir(dataFolder, { recursive: true })).filter((name) => name.endsWith('.jsonl'));
  const texts = await Promise.all(files.map((name) => readFile(join(dataFolder, name), 'utf8')));
  const count = (type: string) => texts.join('\n').split(`"type":"${type}"`).length - 1;
  return { tagged: count('feedback.tagged'), linked: count('feedback.linked') };
}
