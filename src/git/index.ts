/*
 * A space shared through a git remote. No checkout and no merge, ever: see sync.ts. Load this with `await import`
 * when the first shared space is synced, not before.
 *
 *   const git = createGit({ program: 'git', scratch, account });
 *   await shareSpace(git, clone, parseRemote(text));      // once, by who has the space
 *   await joinSpace(git, folder, parseRemote(text));      // once, by the other
 *   await syncSpace(git, clone, { signal });              // from then on; one at a time for each space
 *   await waiting(git, clone);                            // own events that the remote has not yet
 */
export { createGit, type Git } from './git.ts';
export { joinSpace } from './join.ts';
export { parseRemote } from './remote.ts';
export { remoteOf, shareSpace } from './share.ts';
export { syncSpace } from './sync.ts';
export type * from './types.ts';
export { waiting } from './waiting.ts';
