import type { PullRequestRecord, ThreadRecord } from '../model/pullRequest.ts';
import { type Context, reportPartial } from './context.ts';
import { unreadable } from './failure.ts';
import { detailsQuery, type More, moreQuery, threadsOf } from './queries.ts';
import { detailsShape, moreShape, type Page, pullShape } from './shapes.ts';
import {
  conversation,
  lineComments,
  type RawPull,
  type RawThread,
  readThreads,
  reviews,
  toRecord,
  toThread,
} from './toRecord.ts';

/** The items of a list, growing page by page; `null` when it may not be read. */
type Items = unknown[] | null;
type Draft = {
  raw: RawPull;
  threads: Items;
  reviews: Items;
  comments: Items;
  threadComments: Map<string, unknown[]>;
};

/** Next pages asked for in one request. */
const pagesAtOnce = 10;

/**
 * Everything about some pull requests, to the last page of every list. Those that may not be read, or are
 * gone, are not in the result; of a list that may not be read, what was known of it stays.
 */
export async function fetchPulls(context: Context, ids: readonly string[]): Promise<PullRequestRecord[]> {
  // Of a smaller batch more often: it is not the amount then.
  const options = {
    signal: context.signal,
    onPartial: reportPartial(context),
    attempts: ids.length > 1 ? 2 : 3,
  };
  const variables = { ids, threads: threadsOf(ids.length) };
  const answer = detailsShape.safeParse(await context.github.graphql(detailsQuery, variables, options));
  if (!answer.success) throw unreadable('pull requests in an unknown form');
  const drafts: Draft[] = [];
  for (const node of answer.data.nodes) {
    const pull = pullShape.safeParse(node);
    if (pull.success) drafts.push(draftOf(pull.data));
    else if (node !== null)
      context.github.log('GitHub sent a pull request in an unknown form; it is left out.');
  }
  await fetchRest(context, drafts, options);
  return Promise.all(drafts.map((draft) => finish(context, draft)));
}

function draftOf(raw: RawPull): Draft {
  const items = (page: Page | null): Items => (page === null ? null : [...page.nodes]);
  return {
    raw,
    threads: items(raw.reviewThreads),
    reviews: items(raw.reviews),
    comments: items(raw.comments),
    threadComments: new Map(),
  };
}

type Wanted = More & { add(page: Page): void };

/** Fetches all further pages of all lists, several lists at once. */
async function fetchRest(context: Context, drafts: Draft[], options: object): Promise<void> {
  const wanted: Wanted[] = [];
  function want(what: More['what'], id: string, page: Page | null, add: (page: Page) => void): void {
    if (page?.pageInfo.hasNextPage && page.pageInfo.endCursor !== null) {
      wanted.push({ what, id, after: page.pageInfo.endCursor, add });
    }
  }
  function wantList(
    draft: Draft,
    what: 'reviewThreads' | 'reviews' | 'comments',
    list: Items,
    page: Page | null,
  ): void {
    want(what, draft.raw.id, page, (next) => {
      list?.push(...next.nodes);
      if (what === 'reviewThreads') wantComments(draft, next.nodes);
      wantList(draft, what, list, next);
    });
  }
  function wantThread(draft: Draft, thread: string, page: Page | null): void {
    want('threadComments', thread, page, (next) => {
      draft.threadComments.set(thread, [...(draft.threadComments.get(thread) ?? []), ...next.nodes]);
      wantThread(draft, thread, next);
    });
  }
  function wantComments(draft: Draft, threads: readonly unknown[]): void {
    for (const thread of readThreads(threads, () => {})) wantThread(draft, thread.id, thread.comments);
  }

  for (const draft of drafts) {
    wantList(draft, 'reviewThreads', draft.threads, draft.raw.reviewThreads);
    wantList(draft, 'reviews', draft.reviews, draft.raw.reviews);
    wantList(draft, 'comments', draft.comments, draft.raw.comments);
    wantComments(draft, draft.threads ?? []);
  }
  while (wanted.length > 0) {
    const pages = wanted.splice(0, pagesAtOnce);
    const { query, variables } = moreQuery(pages);
    const answer = moreShape.safeParse(await context.github.graphql(query, variables, options));
    pages.forEach((page, index) => {
      const next = answer.success ? answer.data[`m${index}`]?.page : null;
      // Half a list looks like one in which things were deleted.
      if (!next || next.pageInfo.endCursor === page.after) throw unreadable('a list that ends in the middle');
      page.add(next);
    });
  }
}

async function finish(context: Context, draft: Draft): Promise<PullRequestRecord> {
  const { raw } = draft;
  const { nameWithOwner } = raw.repository;
  const isWhole = draft.threads !== null && draft.reviews !== null && draft.comments !== null;
  const old = isWhole ? null : await context.cache.read(context.host.name, nameWithOwner, raw.number);
  let broken = 0;
  const onBroken = () => {
    broken += 1;
  };
  const threads = readThreads(draft.threads ?? [], onBroken).map((thread) =>
    threadOf(draft, thread, onBroken),
  );
  const record = toRecord(raw, context.host.name, {
    threads: draft.threads === null ? (old?.threads ?? []) : threads.filter((thread) => thread !== null),
    reviews: draft.reviews === null ? (old?.reviews ?? []) : reviews(draft.reviews, onBroken),
    conversation:
      draft.comments === null ? (old?.conversation ?? []) : conversation(draft.comments, onBroken),
  });
  if (broken > 0)
    context.github.log(`${raw.url}: ${broken} comments or threads cannot be read and are left out.`);
  return record;
}

function threadOf(draft: Draft, thread: RawThread, onBroken: () => void): ThreadRecord | null {
  const items = [...(thread.comments?.nodes ?? []), ...(draft.threadComments.get(thread.id) ?? [])];
  return toThread(thread, lineComments(items, onBroken));
}
