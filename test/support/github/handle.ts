import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { bodyOf, send } from './answer.ts';
import { type Asked, graphqlAnswer, type Handling, type LoggedRequest, restAnswer } from './answered.ts';
import { makeUser } from './edit.ts';
import { type FaultAnswer, faultAnswer, isAnswer, refusal } from './faults.ts';
import type { GraphQLRequest } from './graphql/execute.ts';

export type { LoggedRequest } from './answered.ts';

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
  const isWrite = isGraphQL ? /^\s*mutation\b/m.test(String(asked?.query ?? '')) : method !== 'GET';
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
  const faults = isApi ? at.faults.take({ isGraphQL, isWrite, operation }) : [];
  const delay = faults.reduce(
    (sum, fault) => sum + (fault.kind === 'latency' ? (fault.milliseconds ?? 0) : 0),
    0,
  );
  if (delay > 0) await wait(delay, undefined, { ref: false });
  const fault = faults.find(isAnswer);
  const given = { request, path, method, body, asked, isGraphQL, faults, logged };
  const whole = fault && !fault.isStored ? null : await answered(given, at);
  if (fault?.kind === 'reset') {
    // Not a polite end: the other side sees ECONNRESET.
    request.socket.resetAndDestroy();
    return;
  }
  if (fault?.kind === 'hang') return;
  const answer = fault || !whole ? faultAnswer(fault!, at.now()) : whole;
  logged.status = answer.status;
  if (response.destroyed) return;
  send(
    response,
    answer,
    faults.some((one) => one.kind === 'cut-off'),
  );
}

async function answered(given: Asked, at: Handling): Promise<FaultAnswer> {
  if (!given.isGraphQL && !given.path.startsWith('/api/v3/')) return refusal(404, 'Not Found');
  const token = /^(?:bearer|token)\s+(\S+)$/i.exec(given.request.headers.authorization ?? '')?.[1];
  if (token === undefined) return refusal(401, 'Requires authentication');
  const login = viewerOf(token, at);
  if (login === undefined) return refusal(401, 'Bad credentials');
  const viewer = at.world.user(login) ?? makeUser(login);
  return given.isGraphQL ? graphqlAnswer(given, viewer, at) : restAnswer(given, viewer, at);
}

/** Whose a token is; `undefined` for nobody's. */
export function viewerOf(token: string, at: Pick<Handling, 'viewer' | 'world'>): string | undefined {
  if (token === 'bad-token') return undefined;
  return at.viewer ?? /^token-for-(.+)$/.exec(token)?.[1] ?? at.world.busiestAuthor();
}

function parsed(body: string): GraphQLRequest | null {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? (value as GraphQLRequest) : null;
  } catch {
    return null;
  }
}
