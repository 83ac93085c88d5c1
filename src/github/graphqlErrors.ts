import {
  type Answer,
  forbidden,
  type GitHubFailure,
  gaveUp,
  rateLimited,
  refused,
  ssoRequired,
} from './failure.ts';

/** An entry of `errors` in an answer, as far as it is read; all of it may be missing. */
export type GraphQLError = {
  type?: unknown;
  message?: unknown;
  path?: unknown;
  extensions?: { saml_failure?: unknown; code?: unknown } | null;
};

/** Errors that leave the rest of the answer whole. */
const partial = new Set(['FORBIDDEN', 'NOT_FOUND', 'INSUFFICIENT_SCOPES']);

/**
 * Whether an answer with errors can be used for the rest that it holds, and if not, the failure that it is.
 * What GitHub could not finish is a failure even when some of it arrived: a list that is cut short looks
 * like one in which things were deleted.
 */
export function judge(
  errors: readonly GraphQLError[],
  answer: Answer,
  now: number,
): GitHubFailure | 'partial' {
  const text = errors.slice(0, 5).map(describe).join('; ');
  const data = (answer.data as { data?: unknown } | null)?.data;
  const hasData =
    typeof data === 'object' && data !== null && Object.values(data).some((value) => value !== null);
  if (errors.some((error) => /RATE_LIMIT/i.test(`${error.type} ${error.extensions?.code}`))) {
    const headers = { ...answer.headers, 'x-ratelimit-remaining': '0' };
    return rateLimited(headers, now, text);
  }
  if (errors.every((error) => partial.has(String(error.type)) || isSaml(error))) {
    if (hasData) return 'partial';
    if (errors.some(isSaml)) return ssoRequired(text);
    return errors.some((error) => error.type !== 'NOT_FOUND') ? forbidden(text) : 'partial';
  }
  const isBusy = errors.some(
    (error) =>
      /SERVICE_UNAVAILABLE|RESOURCE_LIMITS|INTERNAL|TIMEOUT/i.test(`${error.type}`) ||
      /something went wrong|timed? ?out|timeout/i.test(String(error.message)),
  );
  return isBusy || hasData ? gaveUp(text) : refused(text);
}

/** Single sign-on stands in the way. */
export function isSaml(error: GraphQLError): boolean {
  return error.extensions?.saml_failure === true;
}

/** An older Enterprise server does not know the 64-bit ids yet. */
export function lacksFullIds(errors: readonly GraphQLError[]): boolean {
  return errors.some(
    (error) => /fullDatabaseId/.test(String(error.message)) && /exist/.test(String(error.message)),
  );
}

/** One error in a line. */
export function describe(error: GraphQLError): string {
  const path = Array.isArray(error.path) ? ` (${error.path.join('.')})` : '';
  return `${String(error.message ?? error.type ?? 'unknown error').slice(0, 300)}${path}`;
}
