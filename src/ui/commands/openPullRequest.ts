import { chosenPullRequest } from './chosenPullRequest.ts';
import type { Command } from './deps.ts';

/**
 * `cairn.openPullRequest({repository, number} | address | row?)`: a pull request as a multi-file diff with its
 * threads, without a checkout. Resolves to what was opened.
 */
export const openPullRequest: Command = async (deps, ...args) => {
  const key = await chosenPullRequest(deps, args);
  await deps.store.load();
  return (await deps.pullRequests.load()).open(key);
};
