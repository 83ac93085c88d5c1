import * as vscode from 'vscode';
import { isRepositoryName } from '../../model/remotes.ts';
import type { Side } from '../../model/state.ts';
import { pullRequestScheme } from '../ids.ts';

/** One side of a file of a pull request, as it is at a commit. */
export type PullRequestFile = {
  /** `owner/name` of the repository that has the pull request, also where the code lives in a fork. */
  repository: string;
  number: number;
  /** Full hash of the commit that has the text. */
  sha: string;
  /** LEFT is the old code, RIGHT the new. */
  side: Side;
  /** From the repository's root, with `/`. */
  path: string;
};

/** Address of the read-only document with that text. Its path is the file's, so that the language follows the name. */
export function pullRequestUri({ path, repository, number, sha, side }: PullRequestFile): vscode.Uri {
  const query = JSON.stringify({ repository, number, sha, side });
  return vscode.Uri.from({ scheme: pullRequestScheme, path: `/${path}`, query });
}

/** What such an address says; `null` for any other address, and for one that somebody else made up. */
export function parsePullRequestUri(
  uri: Pick<vscode.Uri, 'scheme' | 'path' | 'query'>,
): PullRequestFile | null {
  if (uri.scheme !== pullRequestScheme || uri.path.length < 2) return null;
  let said: unknown;
  try {
    said = JSON.parse(uri.query);
  } catch {
    return null;
  }
  if (typeof said !== 'object' || said === null) return null;
  const { repository, number, sha, side } = said as Record<string, unknown>;
  if (typeof repository !== 'string' || !isRepositoryName(repository)) return null;
  if (!Number.isSafeInteger(number) || (number as number) < 1) return null;
  if (typeof sha !== 'string' || !/^([0-9a-f]{40}|[0-9a-f]{64})$/.test(sha)) return null;
  if (side !== 'LEFT' && side !== 'RIGHT') return null;
  return { repository, number: number as number, sha, side, path: uri.path.slice(1) };
}
