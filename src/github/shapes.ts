import * as z from 'zod/mini';

/*
 * What GitHub's answers look like, as far as they are used. Lenient on purpose: only what something cannot be
 * without makes it unusable, values of enums are text, so that those of a newer server pass.
 */

const text = z.catch(z.string(), '');
const flag = z.catch(z.boolean(), false);
const orNull = <T extends z.ZodMiniType>(shape: T) => z.catch(z.nullable(shape), null);
const lineNumber = orNull(z.int());
const commit = orNull(z.object({ oid: z.string() }));

const actor = z.catch(
  z.nullable(z.object({ __typename: z.catch(z.string(), 'User'), login: z.string() })),
  null,
);

const comment = {
  id: z.string(),
  fullDatabaseId: z.union([z.string().check(z.regex(/^\d+$/)), z.int()]),
  author: actor,
  body: text,
  url: text,
  createdAt: text,
  updatedAt: text,
  isMinimized: flag,
};

/** A list's page, its items unchecked: one that is broken must not take the others along. `null`: not to be had. */
const page = z.catch(
  z.nullable(
    z.object({
      nodes: z.array(z.unknown()),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.nullable(z.string()) }),
      totalCount: z.catch(z.nullable(z.int()), null),
    }),
  ),
  null,
);
export type Page = NonNullable<z.infer<typeof page>>;

export const pageShape = page;
export const commentShape = z.object(comment);
export const lineCommentShape = z.object({
  ...comment,
  state: text,
  diffHunk: z.catch(z.nullable(z.string()), null),
  originalCommit: commit,
});
export const reviewShape = z.object({
  ...comment,
  state: text,
  submittedAt: z.catch(z.nullable(z.string()), null),
});

export const threadShape = z.object({
  id: z.string(),
  isResolved: flag,
  isOutdated: flag,
  path: text,
  line: lineNumber,
  startLine: lineNumber,
  originalLine: lineNumber,
  originalStartLine: lineNumber,
  diffSide: text,
  subjectType: text,
  comments: page,
});

const repository = z.object({ nameWithOwner: z.string(), isPrivate: z.catch(z.nullable(z.boolean()), null) });

export const pullShape = z.object({
  id: z.string(),
  number: z.int(),
  title: text,
  url: text,
  state: text,
  createdAt: text,
  updatedAt: z.string(),
  headRefOid: z.catch(z.nullable(z.string()), null),
  baseRefOid: z.catch(z.nullable(z.string()), null),
  author: actor,
  repository,
  reviewThreads: page,
  reviews: page,
  comments: page,
  mergedAt: orNull(z.string()),
  closedAt: orNull(z.string()),
  baseRefName: orNull(z.string()),
  changedFiles: orNull(z.int()),
  mergeCommit: commit,
  commits: page,
  timelineItems: page,
  files: page,
});

export const committedShape = z.object({ commit: z.object({ oid: z.string(), committedDate: z.string() }) });
export const forcePushShape = z.object({ createdAt: z.string(), beforeCommit: commit, afterCommit: commit });
export const changedFileShape = z.object({ path: z.string(), additions: z.int(), deletions: z.int() });

export const detailsShape = z.object({ nodes: z.array(z.unknown()) });
export const moreShape = z.record(z.string(), z.catch(z.nullable(z.object({ page })), null));

export const listShape = z.object({
  repository: z.nullable(repository),
  search: z.object({
    issueCount: z.int(),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.nullable(z.string()) }),
    nodes: z.array(z.unknown()),
  }),
});
export const listedShape = z.object({
  id: z.string(),
  number: z.int(),
  updatedAt: z.string(),
  author: z.catch(z.nullable(z.object({ login: z.string() })), null),
});

const states = z.catch(
  z.nullable(
    z.object({
      totalCount: z.int(),
      nodes: z.array(
        z.nullable(z.object({ id: z.string(), updatedAt: z.string(), isMinimized: z.boolean() })),
      ),
    }),
  ),
  null,
);
export type States = z.infer<typeof states>;

const threadState = { id: z.string(), isResolved: z.boolean(), isOutdated: z.boolean() };
export const pullCheckShape = z.object({
  id: z.string(),
  updatedAt: z.string(),
  reviewThreads: z.catch(
    z.nullable(z.object({ totalCount: z.int(), nodes: z.array(z.nullable(z.object(threadState))) })),
    null,
  ),
  reviews: states,
  comments: states,
});
export type PullCheck = z.infer<typeof pullCheckShape>;
export const threadCheckShape = z.object({ ...threadState, comments: states });
export type ThreadCheck = z.infer<typeof threadCheckShape>;
