import { diffOfFiles } from '../changes.ts';
import type { PullFile, Repository } from '../types.ts';
import { blobOf } from './objects.ts';
import type { StoredCommit } from './types.ts';

/** GitHub's limits for one comparison: commits (the newest ones), files. */
const most = { commits: 250, files: 300 };

/** `base...head` as REST compares it; `undefined` where one of them is not there. */
export function comparison(repository: Repository, range: string): object | undefined {
  const { code, raw } = repository;
  const [, from = '', to = ''] = /^(.+?)\.\.\.(.+)$/.exec(range) ?? [];
  const [base, head] = [code?.at(from), code?.at(to)];
  if (!code || !base || !head) return undefined;
  const common = code.mergeBase(base.sha, head.sha);
  if (!common) return undefined;
  const known = new Set(code.ancestors(base.sha).map(({ sha }) => sha));
  const ahead = code.ancestors(head.sha).filter(({ sha }) => !known.has(sha));
  const ours = new Set(code.ancestors(head.sha).map(({ sha }) => sha));
  const behind = [...known].filter((sha) => !ours.has(sha)).length;
  const address = `https://api.github.com/repos/${raw.full_name}`;
  return {
    url: `${address}/compare/${range}`,
    status:
      ahead.length === 0 ? (behind === 0 ? 'identical' : 'behind') : behind === 0 ? 'ahead' : 'diverged',
    ahead_by: ahead.length,
    behind_by: behind,
    total_commits: ahead.length,
    base_commit: commitOf(base, address),
    merge_base_commit: commitOf(common, address),
    commits: ahead
      .slice(0, most.commits)
      .toReversed()
      .map((one) => commitOf(one, address)),
    files: filesOf(common, head).slice(0, most.files),
  };
}

function commitOf({ sha, parents, author, at, message }: StoredCommit, address: string): object {
  const who = { ...author, date: at };
  return {
    ...{ sha, node_id: `C_${sha}`, url: `${address}/commits/${sha}`, author: null, committer: null },
    commit: { author: who, committer: who, message },
    parents: parents.map((parent) => ({ sha: parent, url: `${address}/commits/${parent}` })),
  };
}

/** By path. Renames are found by git itself. */
function filesOf(before: StoredCommit, after: StoredCommit): object[] {
  const paths = [...new Set([...Object.keys(before.files), ...Object.keys(after.files)])].sort();
  const changed: PullFile[] = paths
    .filter((path) => before.files[path] !== after.files[path])
    .map((path) => ({ path, before: before.files[path] ?? null, after: after.files[path] ?? null }));
  if (changed.length === 0) return [];
  const diff = diffOfFiles(changed);
  const renamed = new Map(
    [...diff.matchAll(/^rename from (.+)\nrename to (.+)$/gm)].map(([, from = '', to = '']) => [to, from]),
  );
  const old = new Set(renamed.values());
  return changed
    .filter(({ path }) => !old.has(path))
    .map(({ path, before: was, after: is }) => {
      const previous = renamed.get(path);
      const status = previous ? 'renamed' : was === null ? 'added' : is === null ? 'removed' : 'modified';
      // Of a file that is gone, the id of what it was.
      const sha = blobOf(is ?? was ?? '').id;
      return { sha, filename: path, status, ...(previous && { previous_filename: previous }) };
    });
}
