import { contentAt, isBinary } from '../changes.ts';
import { blobOf } from '../code/objects.ts';
import type { StoredCommit } from '../code/types.ts';
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
    object: ({ expression, oid }: { expression?: string | null; oid?: string | null }) =>
      objectAt(repository, expression ?? oid ?? '', context),
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

/** `commit:path`, a blob, a commit or a branch; other expressions find nothing here. */
function objectAt(repository: Repository, expression: string, context: Context): object | null {
  const { code } = repository;
  const [, sha = '', path = ''] = /^([0-9a-f]{40}):(.+)$/s.exec(expression) ?? [];
  if (sha !== '') return blobNode(contentAt(repository, sha, path));
  const commit = code?.at(expression);
  return commit ? storedNode(commit, repository, context) : blobNode(code?.text(expression) ?? null);
}

type HistoryArguments = PageArguments & {
  path?: string | null;
  since?: string | null;
  until?: string | null;
};

function storedNode(commit: StoredCommit, repository: Repository, context: Context): object {
  const { sha, parents, at, message } = commit;
  const code = repository.code!;
  const nodeOf = (one: string | StoredCommit) => {
    const found = typeof one === 'string' ? code.find(one) : one;
    return found ? storedNode(found, repository, context) : null;
  };
  return {
    ...{ __typename: 'Commit', id: `C_${sha}`, oid: sha, abbreviatedOid: sha.slice(0, 7) },
    ...{ message, messageHeadline: message.split('\n', 1)[0], committedDate: at, authoredDate: at },
    url: `${context.url}/${repository.raw.full_name}/commit/${sha}`,
    parents: (page: PageArguments) => connection(parents, page, nodeOf),
    history: ({ path, since, until, ...page }: HistoryArguments) => {
      const all = path ? code.touching(sha, path) : code.ancestors(sha);
      const within = (time: string) => (!since || time >= since) && (!until || time <= until);
      return connection(
        all.filter((one) => within(one.at)),
        page,
        nodeOf,
      );
    },
  };
}

function blobNode(text: string | null): object | null {
  if (text === null) return null;
  const byteSize = Buffer.byteLength(text);
  return {
    __typename: 'Blob',
    oid: blobOf(text).id,
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
