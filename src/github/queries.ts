/*
 * What Cairn asks GitHub for. GitHub limits a query to 500,000 nodes, each page times the pages it is nested in,
 * and charges the number of pages that it could take, divided by 100.
 */

const actor = '{ __typename login }';
const pageInfo = 'pageInfo { hasNextPage endCursor }';
const comment = `id fullDatabaseId author ${actor} body url createdAt updatedAt isMinimized`;
const lineComments = `nodes { ${comment} state diffHunk originalCommit { oid } } ${pageInfo}`;
const threads = `nodes {
  id isResolved isOutdated path line startLine originalLine originalStartLine diffSide subjectType
  comments(first: 20) { ${lineComments} }
} ${pageInfo}`;
const reviews = `nodes { ${comment} state submittedAt } ${pageInfo}`;
const conversation = `nodes { ${comment} } ${pageInfo}`;

/** Which pull requests there are, and when each changed; with the repository, since a search never says that it is missing. */
export const listQuery = `query List($search: String!, $after: String, $owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) { nameWithOwner isPrivate }
  search(type: ISSUE, query: $search, first: 100, after: $after) {
    issueCount ${pageInfo}
    nodes { ... on PullRequest { id number updatedAt author { login } } }
  }
}`;

/** How many threads a page holds: as many as may be when only a few pull requests are asked for. */
export function threadsOf(pullRequests: number): number {
  return pullRequests > 5 ? 50 : 100;
}

const commits = `totalCount nodes { commit { oid committedDate } } ${pageInfo}`;
const forcePushes = `nodes { ... on HeadRefForcePushedEvent {
  createdAt beforeCommit { oid } afterCommit { oid }
} } ${pageInfo}`;
const isForcePush = 'itemTypes: [HEAD_REF_FORCE_PUSHED_EVENT]';
const files = `totalCount nodes { path additions deletions } ${pageInfo}`;

/** What a pull request does to the code, by the field that says it: Cairn can do without each of them. */
const changes = {
  mergedAt: 'mergedAt',
  closedAt: 'closedAt',
  baseRefName: 'baseRefName',
  changedFiles: 'changedFiles',
  mergeCommit: 'mergeCommit { oid }',
  commits: `commits(first: 100) { ${commits} }`,
  timelineItems: `timelineItems(${isForcePush}, first: 100) { ${forcePushes} }`,
  files: `files(first: 100) { ${files} }`,
};
export type ChangeField = keyof typeof changes;

export function isChangeField(name: unknown): name is ChangeField {
  return typeof name === 'string' && Object.hasOwn(changes, name);
}

/**
 * Everything about some pull requests: 15,000 nodes and 6 points for ten of them, with 50 threads each.
 * @param without fields that this server does not know, or that may not be read
 */
export function detailsQuery(without: ReadonlySet<ChangeField>): string {
  const asked = Object.entries(changes).filter(([field]) => !without.has(field as ChangeField));
  return `query Details($ids: [ID!]!, $threads: Int!) {
  nodes(ids: $ids) { ... on PullRequest {
    id number title url state createdAt updatedAt headRefOid baseRefOid
    author ${actor}
    repository { nameWithOwner isPrivate }
    reviewThreads(first: $threads) { ${threads} }
    reviews(first: 50) { ${reviews} }
    comments(first: 100) { ${conversation} }
    ${asked.map(([, text]) => text).join('\n    ')}
  } }
}`;
}

export type More = {
  what: 'reviewThreads' | 'reviews' | 'comments' | 'threadComments' | 'commits' | 'timelineItems' | 'files';
  /** Node id of the pull request, or of the thread. */
  id: string;
  after: string;
};

const rest: Record<More['what'], string> = {
  reviewThreads: `... on PullRequest { page: reviewThreads(first: 100, after: $AFTER) { ${threads} } }`,
  reviews: `... on PullRequest { page: reviews(first: 100, after: $AFTER) { ${reviews} } }`,
  comments: `... on PullRequest { page: comments(first: 100, after: $AFTER) { ${conversation} } }`,
  commits: `... on PullRequest { page: commits(first: 100, after: $AFTER) { ${commits} } }`,
  timelineItems: `... on PullRequest { page: timelineItems(${isForcePush}, first: 100, after: $AFTER) { ${forcePushes} } }`,
  files: `... on PullRequest { page: files(first: 100, after: $AFTER) { ${files} } }`,
  threadComments: `... on PullRequestReviewThread { page: comments(first: 100, after: $AFTER) { ${lineComments} } }`,
};

/** The next pages of several lists at once: `m0`, `m1`, ... in the answer. */
export function moreQuery(pages: readonly More[]): { query: string; variables: Record<string, string> } {
  const variables = Object.fromEntries(
    pages.flatMap((page, i) => [
      [`i${i}`, page.id],
      [`a${i}`, page.after],
    ]),
  );
  const declared = pages.map((_, i) => `$i${i}: ID!, $a${i}: String!`).join(', ');
  const asked = pages.map(
    (page, i) => `m${i}: node(id: $i${i}) { ${rest[page.what].replace('$AFTER', `$a${i}`)} }`,
  );
  return { query: `query More(${declared}) { ${asked.join('\n')} }`, variables };
}

const state = 'nodes { id updatedAt isMinimized }';

/** What may have changed without the pull request saying so; 2 points for fifty pull requests. */
export const pullCheckQuery = `query CheckPulls($ids: [ID!]!) {
  nodes(ids: $ids) { ... on PullRequest {
    id updatedAt
    reviewThreads(first: 100) { totalCount nodes { id isResolved isOutdated } }
    reviews(first: 100) { totalCount ${state} }
    comments(first: 100) { totalCount ${state} }
  } }
}`;

/** The same within threads; a point for a hundred of them. */
export const threadCheckQuery = `query CheckThreads($ids: [ID!]!) {
  nodes(ids: $ids) { ... on PullRequestReviewThread {
    id isResolved isOutdated
    comments(first: 100) { totalCount ${state} }
  } }
}`;
