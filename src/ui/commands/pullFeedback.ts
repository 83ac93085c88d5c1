import type { Command } from './deps.ts';

/**
 * `cairn.pullFeedback({ full? })`: pulls what others said. Asks for the repositories when none is chosen.
 * `full` looks at every open thread, too. Resolves to `{ pullRequests, requests }` when all is on disk.
 */
export const pullFeedback: Command = async ({ pulling, repositories, signIn }, options) => {
  if ((await signIn.token()) !== undefined && (await repositories.chosen()).length === 0)
    await repositories.choose();
  const full = typeof options === 'object' && options !== null && 'full' in options && options.full === true;
  const { pullRequests, requests } = await pulling.pull({ full });
  return { pullRequests, requests };
};
