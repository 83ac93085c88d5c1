import type { Git } from './git.ts';
import type { JoinResult, Remote } from './types.ts';

/**
 * Fetches a shared space into a folder that does not exist yet, is empty, or holds a join that was interrupted.
 * It is a space (has its space.json) only when all of it is there; after an error nothing stays behind.
 * @throws CairnError as `syncSpace`; 'not-a-space' where the remote is empty or holds something else;
 * 'bad-space' where something else is in the folder
 */
export async function joinSpace(
  _git: Git,
  _folder: string,
  _remote: Remote,
  _options: { signal?: AbortSignal } = {},
): Promise<JoinResult> {
  throw new Error('not there yet');
}
