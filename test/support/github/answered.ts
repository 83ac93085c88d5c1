import type { IncomingMessage } from 'node:http';
import { etagOf, isKnown, restJson } from './answer.ts';
import { type Fault, type FaultAnswer, type Faults, faultAnswer, refusal } from './faults.ts';
import type { Context } from './graphql/context.ts';
import { type GraphQLRequest, runGraphQL } from './graphql/execute.ts';
import type { Hosting } from './hosting.ts';
import { pageOf } from './paging.ts';
import type { RateLimit } from './rateLimit.ts';
import { type RestResult, runRest, runRestPost } from './rest.ts';
import type { RestUser } from './types.ts';
import type { World } from './world.ts';

/** One answered request. `status` 0: no answer was given (a hang, a dropped connection). */
export type LoggedRequest = {
  method: string;
  /** With the query string. */
  path: string;
  /** Name of the GraphQL operation. */
  operation: string | null;
  variables: Record<string, unknown> | null;
  status: number;
  /** Points of GraphQL, or 1 for REST and 0 for a free answer. */
  cost: number;
};

export type Handling = {
  world: World;
  hosting: Hosting;
  faults: Faults;
  limits: Record<'core' | 'graphql', RateLimit>;
  requests: LoggedRequest[];
  now: () => number;
  url: string;
  viewer: string | undefined;
};

/** One request, read and checked as far as the token. */
export type Asked = {
  request: IncomingMessage;
  path: string;
  method: string;
  body: string;
  asked: GraphQLRequest | null;
  isGraphQL: boolean;
  faults: Fault[];
  logged: LoggedRequest;
};

export async function graphqlAnswer(
  { asked, faults, logged }: Asked,
  viewer: RestUser,
  at: Handling,
): Promise<FaultAnswer> {
  if (!asked) return refusal(400, 'Problems parsing JSON');
  const forbidden = faults.flatMap((fault) =>
    fault.kind === 'forbidden-field' && fault.field ? [fault.field] : [],
  );
  const rateLimit = at.limits.graphql;
  const isSamlMissing = faults.some((fault) => fault.kind === 'saml-partial');
  const context: Context = {
    world: at.world,
    viewer,
    url: at.url,
    rateLimit,
    time: () => timeOf(at),
    cost: 1,
    nodeCount: 0,
    forbidden: new Set(forbidden),
    isSamlMissing,
  };
  const answer = await runGraphQL(asked, context);
  logged.cost = context.cost;
  if (context.nodeCount > at.faults.heaviest) return faultAnswer({ kind: 'status', status: 502 }, at.now());
  const sso: Record<string, string> = isSamlMissing
    ? { 'x-github-sso': 'partial-results; organizations=4711' }
    : {};
  return {
    status: 200,
    headers: { ...jsonHeaders, ...rateLimit.headers(), ...sso },
    body: JSON.stringify(answer),
  };
}

export function restAnswer(
  { request, path, method, body: given, logged }: Asked,
  viewer: RestUser,
  at: Handling,
): FaultAnswer {
  const { core, graphql } = at.limits;
  const url = new URL(path, at.url);
  const isFree = url.pathname === '/api/v3/rate_limit';
  const query = url.searchParams;
  const context = {
    ...{ world: at.world, hosting: at.hosting, viewer, core, graphql },
    time: () => timeOf(at),
    accept: request.headers.accept ?? '',
  };
  const below = url.pathname.slice(8);
  const result: RestResult =
    method === 'GET'
      ? runRest(context, below, query)
      : method === 'POST'
        ? runRestPost(context, below, given)
        : undefined;
  const paged = result && 'list' in result ? pageOf(result.list, url) : null;
  const body = result ? bodyOf(result, paged?.items, at.url) : '';
  const etag = etagOf(body);
  const type = result && 'text' in result ? { 'content-type': result.type } : {};
  const headers = { ...jsonHeaders, ...type, etag, ...(paged?.link ? { link: paged.link } : {}) };
  if (method === 'GET' && result && isKnown(request, etag))
    return { status: 304, headers: { ...headers, ...core.headers() }, body: '' };
  if (!isFree && !core.take(1)) {
    return refusal(403, `API rate limit exceeded for user ID ${viewer.id}.`, core.headers());
  }
  logged.cost = isFree ? 0 : 1;
  if (!result) return refusal(404, 'Not Found', core.headers());
  const status = 'status' in result ? (result.status ?? 200) : 200;
  return { status, headers: { ...headers, ...core.headers() }, body };
}

function bodyOf(result: NonNullable<RestResult>, items: readonly unknown[] | undefined, url: string): string {
  if ('text' in result) return result.text;
  return restJson(items ?? (result as { one: unknown }).one, url);
}

function timeOf({ now }: Handling): string {
  return `${new Date(now()).toISOString().slice(0, 19)}Z`;
}

const jsonHeaders = {
  'content-type': 'application/json; charset=utf-8',
  'x-github-media-type': 'github.v3; format=json',
  'x-oauth-scopes': 'repo',
  'x-github-enterprise-version': '3.17.0',
};
