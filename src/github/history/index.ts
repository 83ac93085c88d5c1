/** The code of one repository as GitHub tells it. Loaded on first use: it needs octokit. */
export { GitHubHistory } from './gitHubHistory.ts';
