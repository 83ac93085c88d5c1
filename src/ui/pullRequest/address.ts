import type { PullRequestKey } from '../../github/publishing/index.ts';
import type { Host } from '../../model/host.ts';
import { isRepositoryName } from '../../model/remotes.ts';

/**
 * Reads which pull request a person means: its address on the signed-in server, `owner/name#12`, or `#12` and `12`
 * where there is only one repository to choose from.
 * @returns `'other-host'` for an address elsewhere, `null` for what names no pull request
 */
export function parsePullRequest(
  text: string,
  host: Pick<Host, 'web'>,
  repositories: readonly string[],
): PullRequestKey | 'other-host' | null {
  const said = text.trim();
  const number = /^#?(\d{1,10})$/.exec(said)?.[1];
  if (number !== undefined) {
    const [only, ...others] = repositories;
    return only !== undefined && others.length === 0 ? keyOf(only, number) : null;
  }
  const short = /^([^\s#]{3,202})#(\d{1,10})$/.exec(said);
  if (short) return keyOf(short[1]!, short[2]!);
  let url: URL;
  try {
    url = new URL(said);
  } catch {
    return null;
  }
  const [, owner, name, kind, pull] = url.pathname.split('/');
  if (kind !== 'pull' || !/^\d{1,10}$/.test(pull ?? '')) return null;
  if (url.origin.toLowerCase() !== host.web.toLowerCase()) return 'other-host';
  return keyOf(`${owner}/${name}`, pull!);
}

function keyOf(repository: string, digits: string): PullRequestKey | null {
  const number = Number(digits);
  return isRepositoryName(repository) && number > 0 ? { repository, number } : null;
}
