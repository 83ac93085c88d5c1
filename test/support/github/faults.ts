import { samlMessage } from './graphql/errors.ts';

/** What goes wrong, in the forms that GitHub and what lies between show. */
export type FaultKind =
  | 'unauthorized'
  | 'rate-limit'
  | 'secondary-limit'
  | 'saml'
  | 'saml-partial'
  | 'forbidden'
  | 'forbidden-field'
  | 'not-found'
  | 'unprocessable'
  | 'status'
  | 'hang'
  | 'cut-off'
  | 'reset'
  | 'html'
  | 'latency';

export type Fault = {
  kind: FaultKind;
  /** How many matching requests it hits, 1 unless told; `null` for all of them. */
  times?: number | null;
  /** How many matching requests pass untouched before. */
  after?: number;
  /** 'writes': mutations, and whatever REST is asked other than GET. */
  only?: 'graphql' | 'rest' | 'writes';
  /** What is asked for is done, and fails afterwards: the answer is lost. */
  isStored?: boolean;
  /** Hits only GraphQL operations of this name. */
  operation?: string;
  /** For 'status': 500, 502, 503, 504, ...; for 'secondary-limit': 403 unless told, or 429. */
  status?: number;
  /** For 'latency': how long the answer waits, in milliseconds. */
  milliseconds?: number;
  /** For the limits: seconds until they are over (`retry-after`, `x-ratelimit-reset`); 60 unless told. */
  seconds?: number;
  /** For 'forbidden-field': `Type.field`. */
  field?: string;
};

export type FaultAnswer = { status: number; headers: Record<string, string>; body: string };
export type Asked = { isGraphQL: boolean; isWrite: boolean; operation: string | null };

/** Faults that wait for their requests, in the order in which they were asked for. */
export class Faults {
  /** Queries that may reach more nodes than this answer 502, as GitHub does when it runs out of time. */
  heaviest = Number.POSITIVE_INFINITY;
  #waiting: { fault: Fault; left: number; skip: number }[] = [];

  add(fault: Fault): void {
    this.#waiting.push({
      fault,
      left: fault.times === null ? Number.POSITIVE_INFINITY : (fault.times ?? 1),
      skip: fault.after ?? 0,
    });
  }

  clear(): void {
    this.heaviest = Number.POSITIVE_INFINITY;
    this.#waiting = [];
  }

  /** The faults that hit this request: delays and forbidden fields go together with one that answers. */
  take(asked: Asked): Fault[] {
    const hits: Fault[] = [];
    for (const one of this.#waiting) {
      const { fault } = one;
      if (
        fault.only === 'writes'
          ? !asked.isWrite
          : fault.only && (fault.only === 'graphql') !== asked.isGraphQL
      )
        continue;
      if (fault.operation !== undefined && fault.operation !== asked.operation) continue;
      if (isAnswer(fault) && hits.some(isAnswer)) continue;
      if (one.skip > 0) {
        one.skip--;
        continue;
      }
      one.left--;
      hits.push(fault);
    }
    this.#waiting = this.#waiting.filter((one) => one.left > 0);
    return hits;
  }
}

/** True for a fault that takes the place of the answer. */
export function isAnswer(fault: Fault): boolean {
  return (
    fault.kind !== 'latency' &&
    fault.kind !== 'forbidden-field' &&
    fault.kind !== 'cut-off' &&
    fault.kind !== 'saml-partial'
  );
}

const documentation = 'https://docs.github.com/rest';

/** A refusal in GitHub's shape. */
export function refusal(status: number, message: string, headers: Record<string, string> = {}): FaultAnswer {
  const body = JSON.stringify({ message, documentation_url: documentation, status: String(status) });
  return { status, headers: { 'content-type': 'application/json; charset=utf-8', ...headers }, body };
}

/** The answer of a fault for which `isAnswer` holds (a 'hang' and a 'reset' have none). `now` in milliseconds. */
export function faultAnswer(fault: Fault, now: number): FaultAnswer {
  const seconds = fault.seconds ?? 60;
  switch (fault.kind) {
    case 'unauthorized':
      return refusal(401, 'Bad credentials');
    case 'rate-limit':
      return refusal(403, 'API rate limit exceeded for user ID 1.', {
        'x-ratelimit-limit': '5000',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-used': '5000',
        'x-ratelimit-reset': String(Math.ceil(now / 1000) + seconds),
      });
    case 'secondary-limit':
      return refusal(
        fault.status ?? 403,
        'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
        {
          'retry-after': String(seconds),
        },
      );
    case 'saml':
      return refusal(403, samlMessage, {
        'x-github-sso':
          'required; url=https://github.com/orgs/harbour-lights/sso?authorization_request=A1B2C3',
      });
    case 'forbidden':
      return refusal(403, 'Resource not accessible by personal access token', {
        'x-accepted-github-permissions': 'pull_requests=read',
      });
    case 'not-found':
      return refusal(404, 'Not Found');
    case 'unprocessable':
      return refusal(422, 'Validation Failed');
    case 'html':
      return {
        status: fault.status ?? 200,
        headers: { 'content-type': 'text/html; charset=utf-8' },
        body: '<!DOCTYPE html><html><head><title>Sign in to the network</title></head><body>Welcome</body></html>',
      };
    default:
      return refusal(fault.status ?? 500, 'Something went wrong while executing your query.');
  }
}
