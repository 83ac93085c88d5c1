import { comparison } from './code/compare.ts';
import { fullUser } from './complete.ts';
import type { Hosting } from './hosting.ts';
import type { RateLimit } from './rateLimit.ts';
import { contentResult, diffResult } from './restFiles.ts';
import { postToPull } from './restWrite.ts';
import type { Pull, Repository, RestUser } from './types.ts';
import { isVisible } from './visible.ts';
import type { World } from './world.ts';

export type RestContext = {
  world: World;
  hosting: Hosting;
  viewer: RestUser;
  core: RateLimit;
  graphql: RateLimit;
  /** The time of the server's clock, ISO, to the second. */
  time: () => string;
  /** The media type that was asked for. */
  accept: string;
};
/** A list is paged by the caller; anything else is sent as it is. `undefined`: not found. */
export type RestResult =
  | { list: readonly unknown[] }
  | { one: unknown; status?: number }
  | { text: string; type: string }
  | undefined;

type Handler = (context: RestContext, parts: string[], query: URLSearchParams) => RestResult;

const inRepository =
  (
    handle: (
      repository: Repository,
      parts: string[],
      query: URLSearchParams,
      context: RestContext,
    ) => RestResult,
  ): Handler =>
  (context, [owner, name, ...parts], query) => {
    const repository = context.world.repository(`${owner}/${name}`);
    if (!context.hosting.isSeenBy(`${owner}/${name}`, context.viewer.login)) return undefined;
    return repository && handle(repository, parts, query, context);
  };

const inPull = (handle: (pull: Pull, context: RestContext, query: URLSearchParams) => RestResult): Handler =>
  inRepository((repository, [number], query, context) => {
    const pull = repository.pulls.get(Number(number));
    return pull && handle(pull, context, query);
  });

/** The paths in use, below `/api/v3`; `*` stands for one part. */
const routes: Record<string, Handler> = {
  user: ({ viewer }) => ({ one: fullUser(viewer) }),
  rate_limit: ({ core, graphql }) => ({ one: rateLimits(core, graphql) }),
  'repos/*/*': inRepository((repository) => ({ one: repository.raw })),
  'repos/*/*/pulls': inRepository((repository, _, query) => ({ list: pulls(repository, query) })),
  'repos/*/*/pulls/comments': inRepository((repository, _, query, { viewer }) => ({
    list: said(visibleLineComments(repository.pulls.values(), viewer.login), query),
  })),
  'repos/*/*/issues/comments': inRepository((repository, _, query) => ({
    list: said(
      [...repository.pulls.values()].flatMap((pull) => pull.issueComments),
      query,
    ),
  })),
  'repos/*/*/pulls/*': inPull((pull, { accept }) =>
    /github\.(?:v3\.)?diff/.test(accept) ? diffResult(pull) : { one: pull.raw },
  ),
  'repos/*/*/pulls/*/comments': inPull((pull, { viewer }, query) => ({
    list: said(visibleLineComments([pull], viewer.login), query),
  })),
  'repos/*/*/pulls/*/reviews': inPull((pull, { viewer }) => ({
    list: pull.reviews.filter((review) => isVisible(review, pull, viewer.login)),
  })),
  'repos/*/*/issues/*/comments': inPull((pull, _, query) => ({ list: said(pull.issueComments, query) })),
};

/** Answers a GET of `path` (below `/api/v3/`). */
export function runRest(context: RestContext, path: string, query: URLSearchParams): RestResult {
  const parts = path.split('/').map(decodeURIComponent);
  const moved = parts[0] === 'repos' ? movedTo(context, `${parts[1]}/${parts[2]}`) : undefined;
  if (moved) return moved;
  if (parts[0] === 'repos' && parts[3] === 'contents' && parts.length > 4) {
    const inFolder = inRepository((repository) =>
      contentResult(repository, parts.slice(4).join('/'), query.get('ref'), context.accept),
    );
    return inFolder(context, parts.slice(1, 3), query);
  }
  if (parts[0] === 'repos' && parts[3] === 'compare' && parts.length > 4) {
    const inHistory = inRepository((repository) => {
      const one = comparison(repository, parts.slice(4).join('/'));
      return one && { one };
    });
    return inHistory(context, parts.slice(1, 3), query);
  }
  for (const [pattern, handle] of Object.entries(routes)) {
    const wanted = pattern.split('/');
    if (wanted.length !== parts.length || !wanted.every((part, i) => part === '*' || part === parts[i]))
      continue;
    return handle(
      context,
      parts.filter((_, i) => wanted[i] === '*'),
      query,
    );
  }
  return undefined;
}

/** What REST says of a repository's former name; GraphQL takes it for the new one without a word. */
function movedTo({ world }: RestContext, fullName: string): RestResult {
  const repository = world.repository(fullName);
  if (!repository?.formerNames.includes(fullName.toLowerCase())) return undefined;
  const url = `https://api.github.com/repositories/${repository.raw.id}`;
  return { one: { message: 'Moved Permanently', url }, status: 301 };
}

/** Answers a POST of `path` (below `/api/v3/`). */
export function runRestPost(context: RestContext, path: string, body: string): RestResult {
  if (path !== 'user/repos') return postToPull(context, path, body);
  const { hosting, viewer } = context;
  let given: { name?: unknown; private?: unknown };
  try {
    given = JSON.parse(body);
  } catch {
    return { status: 400, one: { message: 'Problems parsing JSON', status: '400' } };
  }
  const refused = (message: string) => ({
    status: 422,
    one: {
      message: 'Repository creation failed.',
      errors: [{ resource: 'Repository', code: 'custom', field: 'name', message }],
      documentation_url:
        'https://docs.github.com/rest/repos/repos#create-a-repository-for-the-authenticated-user',
      status: '422',
    },
  });
  const { name } = given;
  if (typeof name !== 'string' || !/^[\w.-]{1,100}$/.test(name)) return refused('name is invalid');
  const made = hosting.create(viewer, name, given.private === true);
  return made ? { status: 201, one: made.raw } : refused('name already exists on this account');
}

function pulls(repository: Repository, query: URLSearchParams): unknown[] {
  const state = query.get('state') ?? 'open';
  const field = query.get('sort') === 'updated' ? 'updated_at' : 'created_at';
  const direction = query.get('direction') ?? (query.has('sort') && field !== 'created_at' ? 'asc' : 'desc');
  return [...repository.pulls.values()]
    .map((pull) => pull.raw)
    .filter((raw) => state === 'all' || raw.state === state)
    .sort((a, b) => (direction === 'asc' ? 1 : -1) * a[field].localeCompare(b[field]));
}

type Dated = { id: number; created_at: string; updated_at: string };

function said<T extends Dated>(comments: readonly T[], query: URLSearchParams): T[] {
  const since = query.get('since');
  const sort = query.get('sort');
  const field = sort === 'updated' ? 'updated_at' : 'created_at';
  const sign = sort && query.get('direction') === 'desc' ? -1 : 1;
  return comments
    .filter((comment) => !since || Date.parse(comment.updated_at) >= Date.parse(since))
    .sort((a, b) => sign * (a[field].localeCompare(b[field]) || a.id - b.id));
}

function visibleLineComments(pulls: Iterable<Pull>, viewer: string) {
  return [...pulls].flatMap((pull) =>
    pull.lineComments.filter((comment) => isVisible(comment, pull, viewer)),
  );
}

function rateLimits(core: RateLimit, graphql: RateLimit): object {
  const shown = (limit: RateLimit) => ({
    limit: limit.limit,
    used: limit.used,
    remaining: limit.remaining,
    reset: Math.ceil(limit.resetAt / 1000),
  });
  return {
    resources: { core: shown(core), graphql: shown(graphql), search: { ...shown(core), limit: 30 } },
    rate: shown(core),
  };
}
