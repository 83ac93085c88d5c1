import { CairnError } from '../model/errors.ts';
import type { Host } from '../model/host.ts';
import type { PullRequestRecord } from '../model/pullRequest.ts';
import type { Cache } from './cache.ts';
import { cancelled, type GitHub } from './client.ts';
import { GitHubFailure } from './failure.ts';
import { checkLogin, splitRepository } from './places.ts';
import { pullRepository } from './pullRepository.ts';

export type PullOptions = {
  github: GitHub;
  host: Host;
  cache: Cache;
  /** Login of the mentee. */
  mentee: string;
  /** `owner/name` each. */
  repositories: readonly string[];
  /** Look at everything again: also for what changes without its pull request saying so. */
  full?: boolean;
  signal?: AbortSignal;
  onProgress?: (progress: PullProgress) => void;
  /** Called with pull requests as they arrive, when they are on disk. */
  onRecords?: (records: PullRequestRecord[]) => void;
  /** Milliseconds since 1970. */
  now?: () => number;
};

/** `done` of `total` pull requests with so many `comments`; `total` is `null` until it is known. */
export type PullProgress = { repository: string; done: number; total: number | null; comments: number };

export type PullResult = {
  /** Pull requests that were fetched anew. */
  pullRequests: number;
  /** HTTP requests that it took. */
  requests: number;
  /** What went wrong, by repository; everything else was pulled. */
  problems: { repository: string; error: CairnError }[];
  /** How many repositories were asked for, each counted once. */
  repositories: number;
  /** What ended the pull of a repository, one for each that was not pulled to its end. */
  failed: CairnError[];
  /** When GitHub answers again, in milliseconds since 1970; `null` when it does now. */
  nextAllowedAt: number | null;
};

/** Failures that are the same for every repository. */
const general: readonly string[] = ['unauthorized', 'rate-limited', 'offline'];

/**
 * Brings what changed on the mentee's pull requests into the cache. A problem of one repository does not keep
 * the others from being pulled, and whatever arrived stays.
 *
 * @throws CairnError `cancelled` when the signal stopped it (the next pull goes on from there), and
 * `invalid-argument` for a mentee that is no login
 */
export async function pull(options: PullOptions): Promise<PullResult> {
  const { github, signal, repositories } = options;
  checkLogin(options.mentee);
  const before = github.requests;
  const result: PullResult = {
    pullRequests: 0,
    requests: 0,
    problems: [],
    repositories: 0,
    failed: [],
    nextAllowedAt: null,
  };
  const seen = new Set<string>();
  let ended: GitHubFailure | null = null;
  for (const repository of repositories) {
    if (signal?.aborted) throw cancelled();
    if (seen.has(repository.toLowerCase())) continue;
    seen.add(repository.toLowerCase());
    result.repositories = seen.size;
    const report = (error: CairnError) => {
      const isNew = !result.problems.some(
        (known) => known.repository === repository && known.error.code === error.code,
      );
      if (isNew) result.problems.push({ repository, error });
    };
    const fail = (error: CairnError) => {
      result.failed.push(error);
      report(error);
    };
    if (ended) {
      fail(ended);
      continue;
    }
    try {
      splitRepository(repository);
      await pullRepository(options, repository, report, (count) => {
        result.pullRequests += count;
      });
    } catch (error) {
      if (!(error instanceof CairnError) || error.code === 'cancelled') throw error;
      fail(error);
      if (error instanceof GitHubFailure) {
        result.nextAllowedAt = error.nextAllowedAt ?? result.nextAllowedAt;
        if (general.includes(error.code)) ended = error;
      }
    }
  }
  result.requests = github.requests - before;
  return result;
}
