import { setTimeout as sleep } from 'node:timers/promises';
import type { Host } from '../../model/host.ts';
import { createGitHub } from '../client.ts';
import {
  type Answer,
  failureOfStatus,
  forbidden,
  GitHubFailure,
  ssoRequired,
  unreadable,
} from '../failure.ts';
import { describe, type GraphQLError, isSaml } from '../graphqlErrors.ts';
import { askRest, askText, type RestOptions } from '../rest.ts';
import { cancelled, ofReading, ofWriting } from './failures.ts';

export type PublisherOptions = {
  host: Host;
  token: string;
  fetch?: typeof fetch;
  log?: (message: string) => void;
  userAgent: string;
  /** Milliseconds until an unanswered request is given up; 30,000 where not given. */
  timeout?: number;
  /** Milliseconds before a read is repeated; 400 where not given. */
  pause?: number;
};

/** A signed-in connection that tells reading, which is repeated, from writing, which is done once. */
export type Connection = ReturnType<typeof connect>;

/** Opens a connection; nothing is sent yet. */
export function connect(options: PublisherOptions) {
  const github = createGitHub(options);
  const { host, token, timeout, pause = 400 } = options;
  const rest = (signal: AbortSignal | undefined): RestOptions => ({
    host,
    token,
    ...(options.fetch && { fetch: options.fetch }),
    ...(timeout !== undefined && { timeout }),
    ...(signal && { signal }),
  });
  // What is missing is `null` in the data, and each reader says what that means.
  const onPartial = () => {};
  /** What stands in the way of all that was asked for, and not of a part like the name of a fork. */
  const inTheWay = (errors: readonly GraphQLError[]) => {
    const whole = errors.filter(
      ({ path, type }) => type !== 'NOT_FOUND' && !(Array.isArray(path) && path.length > 2),
    );
    const [first] = whole;
    if (first) throw whole.some(isSaml) ? ssoRequired(describe(first)) : forbidden(describe(first));
  };

  return {
    log: github.log,

    /** Asks GraphQL. What of the answer may not be seen is `null` in it. */
    async read<T>(query: string, variables: object, signal?: AbortSignal): Promise<T> {
      try {
        return await github.graphql<T>(query, variables, { signal, onPartial: inTheWay });
      } catch (error) {
        throw ofReading(error);
      }
    },

    /**
     * Reads from the REST interface what is no JSON. Any status below 500 is an answer, but for one that a sign-in
     * or a pause is the matter of.
     * @param path below the interface's address; its parts are encoded by the caller
     * @param options.largest bytes that are read at most
     */
    async text(
      path: string,
      { accept, largest, signal }: { accept: string; largest: number; signal?: AbortSignal | undefined },
    ): Promise<{ status: number; text: string }> {
      for (let attempt = 1; ; attempt += 1) {
        try {
          const answer = await askText({ ...rest(signal), accept, largest }, 'GET', path);
          const isAnswer = [200, 404, 406, 422].includes(answer.status);
          if (!isAnswer) throw failureOfStatus({ ...answer, data: parsed(answer.text) }, Date.now());
          return answer;
        } catch (error) {
          if (attempt >= 3 || !(error instanceof GitHubFailure && error.isTransient)) throw ofReading(error);
          github.log(`GitHub: ${error.detail ?? 'failed'}; asking again.`);
          await sleep(pause * 2 ** (attempt - 1), undefined, { signal }).catch(() => {
            throw cancelled();
          });
        }
      }
    },

    /** Sends a mutation, once. What of the answer may not be seen is `null` in it. */
    async mutate<T>(query: string, variables: object, signal?: AbortSignal): Promise<T> {
      if (signal?.aborted) throw cancelled();
      try {
        return await github.graphql<T>(query, variables, { signal, onPartial, attempts: 1 });
      } catch (error) {
        throw ofWriting(error);
      }
    },

    /**
     * Sends to the REST interface, once. Returns answers of 201 and 422 only; a 201 without data is a lost answer.
     * @param path below the interface's address; its parts are encoded by the caller
     */
    async post(path: string, body: object, signal?: AbortSignal): Promise<Answer> {
      if (signal?.aborted) throw cancelled();
      try {
        const answer = await askRest(rest(signal), 'POST', path, body);
        const { status, data } = answer;
        const isSaid = status === 201 && data !== null;
        if (!isSaid && status >= 200 && status < 300)
          throw unreadable(`HTTP ${status} without what was made`);
        if (!isSaid && status !== 422) throw failureOfStatus(answer, Date.now());
        return answer;
      } catch (error) {
        throw ofWriting(error);
      }
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
