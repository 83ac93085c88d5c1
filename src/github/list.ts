import type * as z from 'zod/mini';
import type { Context } from './context.ts';
import { reportPartial } from './context.ts';
import { GitHubFailure, unreadable } from './failure.ts';
import { splitRepository } from './places.ts';
import { listQuery } from './queries.ts';
import { listedShape, listShape } from './shapes.ts';

export type Listed = z.infer<typeof listedShape>;
export type Listing = {
  /** As GitHub spells it: another name than was asked for after the repository was renamed. */
  repository: string;
  isPrivate: boolean | null;
  pulls: Listed[];
};

/** A search's index lags behind: what changed so long before the newest change may be new to it. */
const overlap = 10 * 60_000;
/** A search shows no more results than this. */
const mostResults = 1000;

type Window = { from: number; to: number };
const second = 1000;
/** Before the first repository on GitHub. */
const earliest = Date.UTC(2007, 9, 1);

/**
 * Which of the mentee's pull requests changed since the marks were set, newest change first: all of them
 * without marks. Newest first since what changes meanwhile moves to the front: then one is seen twice, and
 * none is missed. More than a search shows is asked for by times of creation.
 *
 * @throws GitHubFailure `repository-not-found` when it is not there for this sign-in
 */
export async function listPulls(context: Context, isAll: boolean): Promise<Listing> {
  const { marks } = context;
  const { owner, name } = splitRepository(marks.repository);
  const since = isAll || marks.since === null ? null : Date.parse(marks.since) - overlap;
  const updated = since === null ? '' : ` updated:>=${iso(since)}`;
  const found = new Map<string, Listed>();
  let repository: z.infer<typeof listShape>['repository'] = null;

  async function ask(window: Window | null, after: string | null) {
    const created = window === null ? '' : ` created:${iso(window.from)}..${iso(window.to)}`;
    const search = `repo:${marks.repository} is:pr author:${marks.mentee}${updated}${created} sort:updated-desc`;
    const options = { signal: context.signal, onPartial: reportPartial(context) };
    const answer = await context.github.graphql(listQuery, { search, after, owner, name }, options);
    const { data } = listShape.safeParse(answer);
    if (!data) throw unreadable('a list of pull requests in an unknown form');
    if (data.repository === null) throw notFound(marks.repository);
    repository = data.repository;
    return data.search;
  }

  async function read(window: Window | null): Promise<void> {
    let page = await ask(window, null);
    if (isRenamed()) return;
    const whole = window ?? { from: earliest, to: context.now() + 24 * 3600_000 };
    if (page.issueCount > mostResults && whole.to - whole.from > 2 * second) {
      const middle = Math.floor((whole.from + whole.to) / 2 / second) * second;
      await read({ from: middle + second, to: whole.to });
      await read({ from: whole.from, to: middle });
      return;
    }
    for (let pages = 1; ; pages += 1) {
      for (const node of page.nodes) {
        const { data } = listedShape.safeParse(node);
        if (data && !found.has(data.id)) found.set(data.id, data);
      }
      const { hasNextPage, endCursor } = page.pageInfo;
      if (!hasNextPage || endCursor === null || pages >= mostResults / 100) return;
      page = await ask(window, endCursor);
    }
  }

  const isRenamed = () => repository?.nameWithOwner.toLowerCase() !== marks.repository.toLowerCase();

  await read(null);
  const { nameWithOwner, isPrivate } = repository as unknown as NonNullable<
    z.infer<typeof listShape>['repository']
  >;
  return { repository: nameWithOwner, isPrivate, pulls: [...found.values()] };
}

function notFound(repository: string): GitHubFailure {
  const message = `${repository} is not there for your sign-in: check its name, or ask for access to it.`;
  return new GitHubFailure('repository-not-found', message);
}

function iso(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
}
