/** The one entry of the lazily imported chunk: everything that talks to GitHub. */
export { createGitHub, type GitHub, type GitHubOptions } from './client.ts';
export { GitHubFailure } from './failure.ts';
export { type PullOptions, type PullProgress, type PullResult, pull } from './pull.ts';
