import { setTimeout as sleep } from 'node:timers/promises';
import { Octokit } from '@octokit/core';
import { CairnError } from '../model/errors.ts';
import type { Host } from '../model/host.ts';
import {
  type Answer,
  failureOfStatus,
  GitHubFailure,
  noConnection,
  refused,
  timedOut,
  unreadable,
} from './failure.ts';
import { type GraphQLError, judge, lacksFullIds } from './graphqlErrors.ts';

export type GraphQLOptions = {
  signal?: AbortSignal;
  /** Called with the errors of an answer that misses some things; without it, such an answer is an error. */
  onPartial?: (errors: readonly GraphQLError[]) => void;
  /** How often to ask at most before a passing failure is thrown; 3 where not given. */
  attempts?: number;
};

/** A signed-in connection to one GitHub server, for reading. */
export type GitHub = {
  /** Who the token belongs to. */
  viewer(signal?: AbortSignal): Promise<{ login: string }>;
  /**
   * Asks GraphQL and returns the answer's `data`, unchecked.
   * @throws CairnError; a GitHubFailure where GitHub or the way to it failed
   */
  graphql<T>(query: string, variables: object, options?: GraphQLOptions): Promise<T>;
  /** Where what went wrong without an error goes. Holds no secrets. */
  log(message: string): void;
  /** HTTP requests sent so far, with repetitions. */
  readonly requests: number;
};

export type GitHubOptions = {
  host: Host;
  token: string;
  fetch?: typeof fetch;
  log?: (message: string) => void;
  userAgent: string;
  /** Milliseconds until an unanswered request is given up; 30,000 where not given. */
  timeout?: number;
  /** Milliseconds before the first repetition, longer before the next; 400 where not given. */
  pause?: number;
};

/** The longest pause that GitHub may ask for and that is waited out, in milliseconds. */
const longestWait = 5000;

/**
 * Opens a connection; nothing is sent yet.
 *
 * @throws CairnError `unauthorized` for text that cannot be a token
 */
export function createGitHub(options: GitHubOptions): GitHub {
  const { host, log = () => {}, timeout = 30_000, pause = 400 } = options;
  const token = options.token.trim();
  // What fetch says about a header that it cannot send would hold the token.
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new CairnError('unauthorized', 'This is not a token. Copy it from GitHub again, as a whole.');
  }
  const octokitLog = { debug: () => {}, info: () => {}, warn: log, error: log };
  const octokit = new Octokit({
    auth: token,
    userAgent: options.userAgent,
    baseUrl: host.rest,
    log: octokitLog,
    request: {
      log: octokitLog,
      fetch: options.fetch ?? fetch,
      // A token never follows a redirect.
      redirect: 'manual',
      // octokit's own parser looks for big numbers, which GraphQL sends as strings: slow for nothing.
      parseSuccessResponseBody: false,
    },
  });
  let requests = 0;
  let hasFullIds = true;

  async function send(query: string, variables: object, outer: AbortSignal | undefined): Promise<Answer> {
    const timer = AbortSignal.timeout(timeout);
    const signal = outer ? AbortSignal.any([outer, timer]) : timer;
    requests += 1;
    let hasBegun = false;
    try {
      const response = await octokit.request({
        method: 'POST',
        url: host.graphql,
        query: hasFullIds ? query : query.replaceAll('fullDatabaseId', 'fullDatabaseId: databaseId'),
        variables,
        request: { signal },
      });
      const answer = { status: response.status, headers: response.headers, data: null };
      hasBegun = true;
      if (response.status !== 200) throw failureOfStatus(answer, Date.now());
      // By way of a buffer: several times as fast as a response's own text().
      const bytes = await new Response(response.data as ReadableStream).arrayBuffer();
      return { ...answer, data: parse(Buffer.from(bytes).toString('utf8')) };
    } catch (error) {
      if (error instanceof CairnError) throw error;
      if (outer?.aborted) throw cancelled();
      if (timer.aborted) throw timedOut(timeout);
      const answer = (error as { response?: Answer }).response;
      if (answer) throw failureOfStatus(answer, Date.now());
      const reason = reasonOf(error).replaceAll(token, '…');
      if (hasBegun) throw unreadable(`cut off: ${reason}`);
      throw noConnection(reason);
    }
  }

  async function ask(query: string, variables: object, options: GraphQLOptions): Promise<unknown> {
    const answer = await send(query, variables, options.signal);
    const { data, errors } = answer.data as { data?: unknown; errors?: unknown };
    if (Array.isArray(errors) && errors.length > 0) {
      const known = errors.filter((error) => typeof error === 'object' && error !== null) as GraphQLError[];
      if (hasFullIds && lacksFullIds(known)) {
        hasFullIds = false;
        log('This server does not know 64-bit ids; asking for the shorter ones.');
        return ask(query, variables, options);
      }
      const verdict = judge(known, answer, Date.now());
      if (verdict !== 'partial') throw verdict;
      if (!options.onPartial) throw refused(known.map((error) => String(error.message)).join('; '));
      options.onPartial(known);
    }
    if (typeof data !== 'object' || data === null) throw unreadable('an answer without data');
    return data;
  }

  async function graphql<T>(query: string, variables: object, options: GraphQLOptions = {}): Promise<T> {
    const attempts = options.attempts ?? 3;
    for (let attempt = 1; ; attempt += 1) {
      if (options.signal?.aborted) throw cancelled();
      try {
        return (await ask(query, variables, options)) as T;
      } catch (error) {
        const wait = error instanceof GitHubFailure ? waitFor(error, attempt) : null;
        if (wait === null || attempt >= attempts) throw error;
        log(`GitHub: ${(error as CairnError).detail ?? 'failed'}; asking again in ${Math.round(wait)} ms.`);
        await sleep(wait, undefined, { signal: options.signal }).catch(() => {
          throw cancelled();
        });
      }
    }
  }

  /** Milliseconds to wait before the same is asked again; `null` where that would not help. */
  function waitFor(failure: GitHubFailure, attempt: number): number | null {
    if (failure.nextAllowedAt !== null) {
      const wait = failure.nextAllowedAt - Date.now();
      return wait <= longestWait ? Math.max(wait, 0) + pause * Math.random() : null;
    }
    return failure.isTransient ? pause * 2 ** (attempt - 1) * (0.5 + Math.random()) : null;
  }

  return {
    graphql,
    log,
    async viewer(signal) {
      const { viewer } = await graphql<{ viewer?: { login?: unknown } }>(
        '{ viewer { login } }',
        {},
        { signal },
      );
      if (typeof viewer?.login !== 'string') throw unreadable('an answer without the viewer’s login');
      return { login: viewer.login };
    },
    get requests() {
      return requests;
    },
  };
}

/** What every part throws when the user stopped the work. */
export function cancelled(): CairnError {
  return new CairnError(
    'cancelled',
    'The pull was stopped. What arrived is kept; the next pull goes on from there.',
  );
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // Said below.
  }
  throw unreadable(`${text.length} characters that are not an answer`);
}

function reasonOf(error: unknown): string {
  const { message, cause } = error as {
    message?: unknown;
    cause?: { cause?: { code?: unknown }; code?: unknown };
  };
  const code = cause?.cause?.code ?? cause?.code;
  return `${typeof code === 'string' ? `${code}: ` : ''}${String(message)}`;
}
