import type { GitHubServer } from '../../support/github/server.ts';

// biome-ignore lint/suspicious/noExplicitAny: an answer's shape follows from its query, which each test has before its eyes.
export type Answer = any;

/** A bare client: the server is tested without the code that it is made for. */
export async function ask<T = Answer>(
  server: GitHubServer,
  query: string,
  variables: Record<string, unknown> = {},
  token = 'a-token',
): Promise<{
  status: number;
  headers: Headers;
  data: T;
  errors: { type?: string; message: string; path?: unknown[]; extensions?: Record<string, unknown> }[];
}> {
  const response = await fetch(`${server.url}/api/graphql`, {
    method: 'POST',
    headers: { authorization: `bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: T; errors?: [] };
  return { status: response.status, headers: response.headers, data, errors: errors ?? [] };
}

export function get(
  server: GitHubServer,
  path: string,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${server.url}/api/v3/${path}`, { headers: { authorization: 'token a-token', ...headers } });
}

/** A query inside of the repository of the sample. */
export const inRepository = (fields: string) =>
  `{ repository(owner: "harbour-lights", name: "beacon") { ${fields} } }`;
