import { contentAt, isBinary } from '../changes.ts';
import type { Pull, Repository } from '../types.ts';
import { actor, small } from './actor.ts';
import { connection, type PageArguments } from './connection.ts';
import { type Context, ownUrl } from './context.ts';
import { failure } from './errors.ts';
import { pullNode, pullState } from './pull.ts';

type PullsArguments = PageArguments & {
  states?: string[] | null;
  headRefName?: string | null;
  baseRefName?: string | null;
  orderBy?: { field: 'CREATED_AT' | 'UPDATED_AT'; direction: 'ASC' | 'DESC' } | null;
};

export function repositoryNode(repository: Repository, context: Context): object {
  const { raw } = repository;
  return {
    __typename: 'Repository',
    id: raw.node_id,
    databaseId: small(raw.id),
    name: raw.name,
    nameWithOwner: raw.full_name,
    owner: actor(raw.owner, context),
    url: ownUrl(`https://github.com/${raw.full_name}`, context.url),
    resourcePath: `/${raw.full_name}`,
    isPrivate: raw.private,
    visibility: (raw.visibility ?? (raw.private ? 'private' : 'public')).toUpperCase(),
    isArchived: raw.archived ?? false,
    isFork: raw.fork ?? false,
    isEmpty: repository.pulls.size === 0,
    description: raw.description ?? null,
    viewerPermission: 'WRITE',
    object: ({ expression }: { expression?: string | null }) => blobAt(repository, expression ?? ''),
    pullRequest: ({ number }: { number: number }) => {
      const pull = repository.pulls.get(number);
      if (!pull)
        throw failure('NOT_FOUND', `Could not resolve to a PullRequest with the number of ${number}.`);
      return pullNode(pull, context);
    },
    pullRequests: ({ states, headRefName, baseRefName, orderBy, ...page }: PullsArguments) =>
      connection(
        ordered([...repository.pulls.values()], orderBy).filter(
          (pull) =>
            (!states || states.includes(pullState(pull))) &&
            (!headRefName || pull.raw.head.ref === headRefName) &&
            (!baseRefName || pull.raw.base.ref === baseRefName),
        ),
        page,
        (pull) => pullNode(pull, context),
      ),
  };
}

/** `commit:path`; other expressions find nothing here. */
function blobAt(repository: Repository, expression: string): object | null {
  const [, sha = '', path = ''] = /^([0-9a-f]{40}):(.+)$/s.exec(expression) ?? [];
  const text = contentAt(repository, sha, path);
  if (text === null) return null;
  const byteSize = Buffer.byteLength(text);
  return {
    __typename: 'Blob',
    ...{ byteSize, isBinary: isBinary(text), isTruncated: byteSize > longestText },
    text: isBinary(text) ? null : text.slice(0, longestText),
  };
}

/** Characters of a file that GraphQL gives at most. */
const longestText = 512_000;

function ordered(pulls: Pull[], orderBy: PullsArguments['orderBy']): Pull[] {
  const field = orderBy?.field === 'UPDATED_AT' ? 'updated_at' : 'created_at';
  const sign = orderBy?.direction === 'DESC' ? -1 : 1;
  return pulls.sort((a, b) => sign * a.raw[field].localeCompare(b.raw[field]));
}
