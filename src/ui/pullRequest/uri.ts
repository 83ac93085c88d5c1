import * as vscode from 'vscode';
import { isRepositoryName } from '../../model/remotes.ts';
import type { Side } from '../../model/state.ts';
import { pullRequestScheme } from '../ids.ts';

/** One side of a file of a pull request's diff. */
export type PullRequestFile = {
  /** `owner/name` of the repository that has the pull request, also where the code lives in a fork. */
  repository: string;
  number: number;
  /** Full hash of the head commit that the diff ends with, on both sides: whoever comments on it names this one. */
  sha: string;
  /** Full hash of the merge base, which has the text of the left side; `null` where that is not known. */
  base: string | null;
  /** LEFT is the old code, RIGHT the new. */
  side: Side;
  /** As the pull request names the file, from the repository's root, with `/`: its new name on both sides. */
  path: string;
  /** Where the file was on this side: the old name on the left of a renamed one. */
  textPath: string;
};

const hash = /^([0-9a-f]{40}|[0-9a-f]{64})$/;

/** Address of the read-only document with that text. Its path is the file's, so that the language follows the name. */
export function pullRequestUri(file: PullRequestFile): vscode.Uri {
  const { repository, number, sha, base, side, path, textPath } = file;
  const query = JSON.stringify({
    repository,
    number,
    sha,
    side,
    ...(base !== null && { base }),
    ...(path !== textPath && { path }),
  });
  return vscode.Uri.from({ scheme: pullRequestScheme, path: `/${textPath}`, query });
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
  const textPath = uri.path.slice(1);
  const { repository, number, sha, side, base = null, path = textPath } = said as Record<string, unknown>;
  if (typeof repository !== 'string' || !isRepositoryName(repository)) return null;
  if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 1) return null;
  if (typeof sha !== 'string' || !hash.test(sha)) return null;
  if (base !== null && (typeof base !== 'string' || !hash.test(base))) return null;
  if (side !== 'LEFT' && side !== 'RIGHT') return null;
  if (typeof path !== 'string' || path === '') return null;
  return { repository, number, sha, base, side, path, textPath };
}
