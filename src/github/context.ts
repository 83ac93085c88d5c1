import type { Host } from '../model/host.ts';
import type { Cache } from './cache.ts';
import type { GitHub } from './client.ts';
import { type GitHubFailure, partlyForbidden, ssoRequired } from './failure.ts';
import { describe, type GraphQLError, isSaml } from './graphqlErrors.ts';
import type { Marks } from './marks.ts';
import type { ChangeField } from './queries.ts';

/** What the steps of the pull of one repository share. */
export type Context = {
  github: GitHub;
  host: Host;
  cache: Cache;
  marks: Marks;
  signal: AbortSignal | undefined;
  now: () => number;
  /** What is not asked for, since the answer would not come. */
  without: Set<ChangeField>;
  /** Something went wrong that does not end this repository's pull. */
  report(failure: GitHubFailure): void;
};

/** Reports what an answer left out since it may not be read. What is gone (`NOT_FOUND`) is no failure. */
export function reportPartial(context: Context): (errors: readonly GraphQLError[]) => void {
  return (errors) => {
    const unseen = errors.filter((error) => error.type !== 'NOT_FOUND');
    const [first] = unseen;
    if (first === undefined) return;
    const detail = `${describe(first)}${unseen.length > 1 ? ` and ${unseen.length - 1} more` : ''}`;
    context.report(unseen.some(isSaml) ? ssoRequired(detail) : partlyForbidden(detail));
  };
}
