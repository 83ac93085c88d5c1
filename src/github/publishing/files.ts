import * as z from 'zod/mini';
import { unreadable } from '../failure.ts';
import { textBefore } from './before.ts';
import type { Connection } from './connection.ts';
import { coded, pullRequestChanged, repositoryNotFound } from './failures.ts';
import { repositoryPath, repositoryVariables, situationOf } from './situation.ts';
import type { ChangedFile, FileSides, PullRequestDetails } from './types.ts';

/** Bytes of a file that is shown at most. */
const largest = 5_000_000;

const query = `query FileText($owner: String!, $name: String!, $expression: String!) {
  repository(owner: $owner, name: $name) {
    nameWithOwner
    object(expression: $expression) { __typename ... on Blob { byteSize isBinary isTruncated text } }
  }
}`;
const shape = z.object({
  repository: z.nullable(
    z.object({
      nameWithOwner: z.string(),
      object: z.nullable(
        z.object({
          __typename: z.string(),
          byteSize: z.optional(z.int()),
          isBinary: z.optional(z.nullable(z.boolean())),
          isTruncated: z.optional(z.boolean()),
          text: z.optional(z.nullable(z.string())),
        }),
      ),
    }),
  ),
});

/** A file at a commit. See `Publisher.fileText`. A submodule is no file. */
export async function fileText(
  connection: Connection,
  repository: string,
  sha: string,
  path: string,
  signal?: AbortSignal,
): Promise<string | null> {
  if (!/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(sha))
    throw coded('invalid-argument', `“${sha.slice(0, 70)}” is no commit.`);
  const { owner, name } = repositoryVariables(repository);
  const answer = await connection.read(query, { owner, name, expression: `${sha}:${path}` }, signal);
  const { data } = shape.safeParse(answer);
  if (!data) throw unreadable('a file');
  if (data.repository === null) throw repositoryNotFound(repository);
  const { object, nameWithOwner } = data.repository;
  if (object?.__typename !== 'Blob') return null;
  const { byteSize = 0, isBinary, isTruncated, text } = object;
  if (isBinary) throw notShown(path, 'it is binary');
  if (byteSize > largest) throw notShown(path, 'it has more than 5 MB');
  if (typeof text === 'string' && !isTruncated) return text;
  return rawText(connection, nameWithOwner, sha, path, signal);
}

/** GraphQL cuts off texts of more than half a megabyte; the contents interface gives up to a hundred as they are. */
async function rawText(
  connection: Connection,
  repository: string,
  sha: string,
  path: string,
  signal: AbortSignal | undefined,
): Promise<string | null> {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  const { status, text } = await connection.text(
    `${repositoryPath(repository)}/contents/${encoded}?ref=${sha}`,
    { accept: 'application/vnd.github.raw+json', largest: largest + 1, signal },
  );
  if (status !== 200) return null;
  if (text.includes('\0')) throw notShown(path, 'it is binary');
  return text;
}

/** Both texts of a changed file. See `Publisher.sides`. */
export async function sides(
  connection: Connection,
  details: PullRequestDetails,
  file: ChangedFile,
  signal?: AbortSignal,
): Promise<FileSides> {
  if (file.isBinary) throw notShown(file.path, 'it is binary');
  // The pull request's repository has the commits of forks as well, also of one that is gone or may not be seen.
  const at = (sha: string, path: string) => fileText(connection, details.repository, sha, path, signal);
  const after = file.status === 'removed' ? null : await at(details.head.sha, file.path);
  const isHere = after !== null || file.status === 'removed';
  if (isHere && file.status === 'added') return { before: null, after };
  if (isHere && file.patch !== null) {
    const before = textBefore(after ?? '', file.patch);
    if (before !== null) return { before, after };
  }
  // A push in between, or a force-push that took the commit away?
  const { headSha } = await situationOf(connection, details, signal);
  if (headSha !== details.head.sha) throw pullRequestChanged();
  if (!isHere) throw notShown(file.path, 'GitHub does not have it any more');
  const { mergeBase } = details;
  const isKnown = file.status !== 'renamed' && file.status !== 'copied' ? file.path : file.previousPath;
  const before = mergeBase !== null && isKnown !== null ? await at(mergeBase, isKnown) : null;
  if (before === null) throw notShown(file.path, 'GitHub does not tell how it was before');
  return { before, after };
}

const notShown = (path: string, why: string) =>
  coded(
    'file-not-shown',
    `${path.slice(0, 300)} cannot be shown here: ${why}. Look at it on GitHub, or in a checkout.`,
  );
