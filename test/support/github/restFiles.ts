import { createHash } from 'node:crypto';
import { contentAt, diffOf } from './changes.ts';
import type { RestResult } from './rest.ts';
import type { Pull, Repository } from './types.ts';

/** GitHub's limits for a diff: files, lines. */
const most = { files: 300, lines: 20_000 };
const megabyte = 1024 * 1024;

/** A pull request as a diff; 406 for one that is too big, which is as good as not known where a set tells no files. */
export function diffResult(pull: Pull): RestResult {
  const text = diffOf(pull);
  const tooMany = (what: string, limit: number): RestResult => ({
    status: 406,
    one: {
      message: `Sorry, the diff exceeded the maximum number of ${what} (${limit}). Consider using 'List pull requests files' API or locally cloning the repository instead.`,
      errors: [{ resource: 'PullRequest', field: 'diff', code: 'too_large' }],
      documentation_url: 'https://docs.github.com/rest/pulls/pulls#list-pull-requests-files',
      status: '406',
    },
  });
  if (text === null || (pull.files?.length ?? 0) > most.files) return tooMany('files', most.files);
  if (text.split('\n').length > most.lines) return tooMany('lines', most.lines);
  return { text, type: 'application/vnd.github.diff; charset=utf-8' };
}

/** A file at a commit: as it is up to a hundred megabytes, with its content in JSON up to one. */
export function contentResult(
  repository: Repository,
  path: string,
  ref: string | null,
  accept: string,
): RestResult {
  const text = contentAt(repository, ref ?? '', path);
  if (text === null) return undefined;
  if (/github\.raw/.test(accept)) return { text, type: 'application/vnd.github.raw; charset=utf-8' };
  const bytes = Buffer.from(text);
  const isSmall = bytes.length <= megabyte;
  const sha = createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
  const base = `https://api.github.com/repos/${repository.raw.full_name}`;
  const links = {
    self: `${base}/contents/${path}?ref=${ref}`,
    git: `${base}/git/blobs/${sha}`,
    html: `https://github.com/${repository.raw.full_name}/blob/${ref}/${path}`,
  };
  return {
    one: {
      ...{ type: 'file', name: path.split('/').at(-1), path, sha, size: bytes.length },
      ...{ url: links.self, git_url: links.git, html_url: links.html, download_url: links.html },
      encoding: isSmall ? 'base64' : 'none',
      content: isSmall ? bytes.toString('base64') : '',
      _links: links,
    },
  };
}
