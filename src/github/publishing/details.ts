import { unreadable } from '../failure.ts';
import type { Connection } from './connection.ts';
import { type Commits, type FilePage, moreQuery, moreShape, query, shape } from './detailsAnswer.ts';
import type { DiffFile } from './diff.ts';
import type { Diffs } from './diffs.ts';
import { pullRequestNotFound } from './failures.ts';
import { keyVariables } from './situation.ts';
import type { ChangedFile, PullRequestDetails, PullRequestKey } from './types.ts';

/** Files that are listed at most, GitHub's own limit. */
const mostFiles = 3000;

/** Reads what a pull request changes. See `Publisher.details`. */
export async function details(
  connection: Connection,
  diffs: Diffs,
  key: PullRequestKey,
  signal?: AbortSignal,
): Promise<PullRequestDetails> {
  const answer = await connection.read(query, { ...keyVariables(key), after: null }, signal);
  const { data, error } = shape.safeParse(answer);
  if (!data) throw unreadable(`the pull request: ${error?.issues[0]?.path.join('.')}`);
  const { repository } = data;
  const pull = repository?.pullRequest;
  if (!pull || !repository) throw pullRequestNotFound(`${key.repository}#${key.number}`);
  const name = repository.nameWithOwner;
  const diff = await diffs.of({ repository: name, number: key.number, headSha: pull.headRefOid }, signal);
  const listed = pull.files ? await allFiles(connection, pull.id, pull.files, signal) : [];
  return {
    repository: name,
    number: key.number,
    nodeId: pull.id,
    title: pull.title,
    url: pull.url,
    author: pull.author?.login ?? null,
    base: {
      ref: pull.baseRefName,
      sha: pull.baseRefOid,
      repository: pull.baseRepository?.nameWithOwner ?? name,
    },
    head: {
      ref: pull.headRefName,
      sha: pull.headRefOid,
      repository: pull.headRepository?.nameWithOwner ?? null,
    },
    mergeBase: mergeBaseOf(pull.commits),
    isOpen: pull.state === 'OPEN',
    files: merged(listed, diff),
    fileCount: Math.max(pull.files?.totalCount ?? 0, diff?.length ?? 0),
    hasPatches: diff !== null,
  };
}

async function allFiles(
  connection: Connection,
  id: string,
  first: FilePage,
  signal: AbortSignal | undefined,
): Promise<FilePage['nodes']> {
  const found = [...first.nodes];
  let { pageInfo } = first;
  while (pageInfo.hasNextPage && pageInfo.endCursor !== null && found.length < mostFiles) {
    const answer = await connection.read(moreQuery, { id, after: pageInfo.endCursor }, signal);
    const page = moreShape.safeParse(answer).data?.node?.files;
    if (!page || page.nodes.length === 0) break;
    found.push(...page.nodes);
    pageInfo = page.pageInfo;
  }
  return found.slice(0, mostFiles);
}

/** The list has every file, the diff what changed in them; a file that only the diff has is one as well. */
function merged(listed: FilePage['nodes'], diff: readonly DiffFile[] | null): ChangedFile[] {
  const known = new Map(diff?.map((file) => [file.path, file]));
  const paths = new Set(listed.map(({ path }) => path));
  const others = [...known.values()].filter(({ path }) => !paths.has(path));
  return [...listed.map((file) => known.get(file.path) ?? unpatched(file)), ...others].slice(0, mostFiles);
}

const statuses: Record<string, ChangedFile['status']> = {
  ADDED: 'added',
  DELETED: 'removed',
  RENAMED: 'renamed',
  COPIED: 'copied',
};

function unpatched({ path, additions, deletions, changeType }: FilePage['nodes'][number]): ChangedFile {
  const status = statuses[changeType] ?? 'modified';
  return { path, previousPath: null, status, additions, deletions, isBinary: false, patch: null };
}

/**
 * Where a pull request's commits leave the base branch: the one parent that is not one of them. With several (the base
 * branch was merged into it) or more than a hundred commits it cannot be told for sure from here.
 */
function mergeBaseOf(commits: Commits): string | null {
  if (!commits || commits.totalCount !== commits.nodes.length) return null;
  const own = new Set(commits.nodes.map(({ commit }) => commit.oid));
  const parents = commits.nodes.flatMap(({ commit }) => commit.parents.nodes.map(({ oid }) => oid));
  const outside = new Set(parents.filter((oid) => !own.has(oid)));
  const [only] = outside;
  return outside.size === 1 && only !== undefined ? only : null;
}
