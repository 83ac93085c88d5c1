import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { bodyOf, etagOf, isKnown, restJson, send } from './answer.ts';
import { makeUser } from './edit.ts';
import { type Fault, type FaultAnswer, type Faults, faultAnswer, isAnswer, refusal } from './faults.ts';
import type { Context } from './graphql/context.ts';
import { type GraphQLRequest, runGraphQL } from './graphql/execute.ts';
import { pageOf } from './paging.ts';
import type { RateLimit } from './rateLimit.ts';
import { runRest } from './rest.ts';
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
  faults: Faults;
  limits: Record<'core' | 'graphql', RateLimit>;
  requests: LoggedRequest[];
  now: () => number;
  url: string;
  viewer: string | undefined;
};

/** Answers one request and logs it. */
export async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  at: Handling,
): Promise<void> {
  const path = request.url ?? '/';
  const method = request.method ?? 'GET';
  const isGraphQL = path === '/api/graphql' && method === 'POST';
  const body = await bodyOf(request);
  const asked = isGraphQL ? parsed(body) : null;
  const operation =
    asked?.operationName ?? /^\s*(?:query|mutation)\s+(\w+)/m.exec(String(asked?.query ?? ''))?.[1] ?? null;
  const logged: LoggedRequest = {
    method,
    path,
    operation,
    variables: asked?.variables ?? null,
    status: 0,
    cost: 0,
  };
  at.requests.push(logged);

  const isApi = isGraphQL || path.startsWith('/api/');
  const faults = isApi ? at.faults.take({ isGraphQL, operation }) : [];
  const delay = faults.reduce(
    (sum, fault) => sum + (fault.kind === 'latency' ? (fault.milliseconds ?? 0) : 0),
    0,
  );
  if (delay > 0) await wait(delay, undefined, { ref: false });
  const fault = faults.find(isAnswer);
  if (fault?.kind === 'hang') return;
  const answer = fault
    ? faultAnswer(fault, at.now())
    : await answered({ request, path, method, asked, isGraphQL, faults, logged }, at);
  logged.status = answer.status;
  if (response.destroyed) return;
  send(
    response,
    answer,
    faults.some((one) => one.kind === 'cut-off'),
  );
}

type Asked = {
  request: IncomingMessage;
  path: string;
  method: string;
  asked: GraphQLRequest | null;
  isGraphQL: boolean;
  faults: Fault[];
  logged: LoggedRequest;
};

async function answered(given: Asked, at: Handling): Promise<FaultAnswer> {
  if (!given.isGraphQL && !given.path.startsWith('/api/v3/')) return refusal(404, 'Not Found');
  const token = /^(?:bearer|token)\s+(\S+)$/i.exec(given.request.headers.authorization ?? '')?.[1];
  if (token === undefined) return refusal(401, 'Requires authentication');
  if (token === 'bad-token') return refusal(401, 'Bad credentials');
  const login = at.viewer ?? /^token-for-(.+)$/.exec(token)?.[1] ?? at.world.busiestAuthor();
  const viewer = at.world.user(login) ?? makeUser(login);
  return given.isGraphQL ? graphqlAnswer(given, viewer, at) : restAnswer(given, viewer, at);
}

async function graphqlAnswer(
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
    time: () => `${new Date(at.now()).toISOString().slice(0, 19)}Z`,
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

function restAnswer({ request, path, method, logged }: Asked, viewer: RestUser, at: Handling): FaultAnswer {
  const { core, graphql } = at.limits;
  const url = new URL(path, at.url);
  const isFree = url.pathname === '/api/v3/rate_limit';
  const query = url.searchParams;
  const result =
    method === 'GET'
      ? runRest({ world: at.world, viewer, core, graphql }, url.pathname.slice(8), query)
      : undefined;
  const paged = result && 'list' in result ? pageOf(result.list, url) : null;
  const body = result ? restJson(paged ? paged.items : (result as { one: unknown }).one, at.url) : '';
  const etag = etagOf(body);
  const headers = { ...jsonHeaders, etag, ...(paged?.link ? { link: paged.link } : {}) };
  if (result && isKnown(request, etag))
    return { status: 304, headers: { ...headers, ...core.headers() }, body: '' };
  if (!isFree && !core.take(1)) {
    return refusal(403, `API rate limit exceeded for user ID ${viewer.id}.`, core.headers());
  }
  logged.cost = isFree ? 0 : 1;
  if (!result) return refusal(404, 'Not Found', core.headers());
  return { status: 200, headers: { ...headers, ...core.headers() }, body };
}

const jsonHeaders = {
  'content-type': 'application/json; charset=utf-8',
  'x-github-media-type': 'github.v3; format=json',
  'x-oauth-scopes': 'repo',
  'x-github-enterprise-version': '3.17.0',
};

function parsed(body: string): GraphQLRequest | null {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? (value as GraphQLRequest) : null;
  } catch {
    return null;
  }
}
