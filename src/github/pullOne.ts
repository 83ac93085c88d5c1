import type { Host } from '../model/host.ts';
import type { PullRequestRecord } from '../model/pullRequest.ts';
import type { Cache } from './cache.ts';
import type { GitHub } from './client.ts';
import type { Context } from './context.ts';
import { fetchPulls } from './details.ts';
import { newMarks } from './marks.ts';
import type { ChangeField } from './queries.ts';

/**
 * Brings one pull request with everything that was said on it into the cache, whoever's it is.
 * @param options.nodeId GraphQL node id
 * @returns `null` where it is gone or may not be read
 * @throws CairnError as a pull does
 */
export async function pullOne(options: {
  github: GitHub;
  host: Host;
  cache: Cache;
  nodeId: string;
  signal?: AbortSignal;
}): Promise<PullRequestRecord | null> {
  const { github, host, cache, nodeId, signal } = options;
  const report = (failure: Error) => github.log(failure.message);
  const marks = newMarks('', '');
  const without = new Set<ChangeField>();
  const context: Context = { github, host, cache, marks, signal, now: Date.now, without, report };
  const [record] = await fetchPulls(context, [nodeId]);
  if (!record) return null;
  await cache.save([record]);
  return record;
}
