import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CairnError } from '../../model/errors.ts';
import type { Work } from '../work/work.ts';
import { writeTree } from './draftIndex.ts';
import { oneLine } from './oneLine.ts';

/**
 * Runs the hooks of `git commit`, where the user's setting wants hooks, upon a draft of the index; they may change both
 * the draft and the message.
 * @throws CairnError 'pairing-rejected' where a hook refuses
 */
export async function runCommitHooks(
  work: Work,
  commit: { env: NodeJS.ProcessEnv; message: string; tree: string },
): Promise<{ message: string; tree: string }> {
  if (!work.hooks) return commit;
  await runHook(work, 'pre-commit', [], commit.env);
  const tree = await writeTree(work, commit.env);
  return { message: await runMessageHooks(work, commit.message, commit.env), tree };
}

/**
 * As `runCommitHooks`, where the commit's tree is made of commits that are there: the hooks that look at files would
 * look at others than those.
 * @returns the message as the hooks have left it
 */
export async function runMessageHooks(
  work: Work,
  message: string,
  env: NodeJS.ProcessEnv = {},
): Promise<string> {
  if (!work.hooks) return message;
  const file = join(work.gitDir, 'COMMIT_EDITMSG');
  await writeFile(file, message);
  await runHook(work, 'prepare-commit-msg', [file, 'message'], env);
  await runHook(work, 'commit-msg', [file], env);
  return readFile(file, 'utf8');
}

/** Tells the hooks that a commit was made; what they think of it changes nothing. */
export async function runAfterCommit(work: Work): Promise<void> {
  if (work.hooks) await runHook(work, 'post-commit', [], {}).catch(() => {});
}

async function runHook(
  work: Work,
  name: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<void> {
  let said = '';
  const ran = await work.change(['hook', 'run', '--ignore-missing', name, '--', ...args], {
    env,
    accepts: ({ stderr }) => {
      said = stderr;
      return true;
    },
  });
  if (ran.code === 0) return;
  throw new CairnError(
    'pairing-rejected',
    `The ${name} hook of this repository refused the commit. Nothing has been committed. It said: ${oneLine(said.slice(-500), 300) || 'nothing'}`,
    { detail: said.slice(-1500) },
  );
}
