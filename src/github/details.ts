import type { PullRequestRecord, ThreadRecord } from '../model/pullRequest.ts';
import { askDetails } from './askDetails.ts';
import { changesOf, type Items, longest } from './changesOf.ts';
import { type Context, reportPartial } from './context.ts';
import { unreadable } from './failure.ts';
import { type More, moreQuery } from './queries.ts';
import { moreShape, type Page, pullShape } from './shapes.ts';
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

/** Lists grow page by page. */
type Draft = {
  raw: RawPull;
  threads: Items;
  reviews: Items;
  comments: Items;
  threadComments: Map<string, unknown[]>;
  changes: Record<ChangeList, Items>;
};
type ChangeList = keyof typeof longest;

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
  const drafts: Draft[] = [];
  for (const node of await askDetails(context, ids, options)) {
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
    changes: {
      commits: items(raw.commits),
      timelineItems: items(raw.timelineItems),
      files: items(raw.files),
    },
  };
}

/** `fail`: what is not to be had is not needed; without it, it is an error. */
type Wanted = More & { add(page: Page): void; fail?: () => void };

/** Fetches all further pages of all lists, several lists at once. */
async function fetchRest(context: Context, drafts: Draft[], options: object): Promise<void> {
  const wanted: Wanted[] = [];
  function want(
    what: More['what'],
    id: string,
    page: Page | null,
    add: (page: Page) => void,
    fail?: () => void,
  ): void {
    if (page?.pageInfo.hasNextPage && page.pageInfo.endCursor !== null) {
      wanted.push({ what, id, after: page.pageInfo.endCursor, add, ...(fail && { fail }) });
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

  function wantChanges(draft: Draft, what: ChangeList, page: Page | null): void {
    const list = draft.changes[what];
    const fail = () => {
      draft.changes[what] = null;
    };
    if (!page?.pageInfo.hasNextPage || list === null) return;
    if (Math.max(page.totalCount ?? 0, list.length + 1) > longest[what]) fail();
    else {
      const add = (next: Page) => {
        list.push(...next.nodes);
        wantChanges(draft, what, next);
      };
      want(what, draft.raw.id, page, add, fail);
    }
  }

  for (const draft of drafts) {
    wantChanges(draft, 'commits', draft.raw.commits);
    wantChanges(draft, 'timelineItems', draft.raw.timelineItems);
    wantChanges(draft, 'files', draft.raw.files);
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
      if (next && next.pageInfo.endCursor !== page.after) page.add(next);
      else if (page.fail) page.fail();
      else throw unreadable('a list that ends in the middle');
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
    changes: changesOf(raw, draft.changes),
  });
  if (broken > 0)
    context.github.log(`${raw.url}: ${broken} comments or threads cannot be read and are left out.`);
  return record;
}

function threadOf(draft: Draft, thread: RawThread, onBroken: () => void): ThreadRecord | null {
  const items = [...(thread.comments?.nodes ?? []), ...(draft.threadComments.get(thread.id) ?? [])];
  return toThread(thread, lineComments(items, onBroken));
}
