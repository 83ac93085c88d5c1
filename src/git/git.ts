import type { GitOptions } from './types.ts';

/** Runs git for the other functions of this folder. */
export type Git = { readonly options: GitOptions };

/** Starts nothing; the program is run when something is asked of it. */
export function createGit(options: GitOptions): Git {
  return { options };
}
