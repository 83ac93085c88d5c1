import { createHash } from 'node:crypto';
import { threadId } from './threads.ts';
import type { Pull, RestLineComment, RestUser } from './types.ts';
import type { World } from './world.ts';

/** What somebody says, as the caller gives it. `author: null` is a deleted account. */
export type Words = {
  author: string | null;
  body: string;
  /** A comment in the conversation unless told. */
  kind?: 'conversation' | 'review' | 'line';
  path?: string;
  line?: number;
  diffHunk?: string;
  /** Database id of the thread's first comment. */
  inReplyTo?: number;
  verdict?: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'PENDING';
};

let newest = 4_000_000_000;

/** Adds to the pull request and marks it updated at `at` (ISO). */
export function addSaid(world: World, pull: Pull, words: Words, at: string): { id: number; nodeId: string } {
  const id = newest++;
  const kind = words.kind ?? (words.inReplyTo ? 'line' : 'conversation');
  const prefix = { conversation: 'IC_kwDO', review: 'PRR_kwDO', line: 'PRRC_kwDO' }[kind];
  const anchor = { conversation: 'issuecomment-', review: 'pullrequestreview-', line: 'discussion_r' }[kind];
  const user = words.author === null ? null : (world.user(words.author) ?? makeUser(words.author));
  world.addUser(user);
  const common = {
    id,
    node_id: `${prefix}${Buffer.from(String(id)).toString('base64url')}`,
    html_url: `${pull.raw.html_url}#${anchor}${id}`,
    body: words.body,
    user,
    author_association: 'CONTRIBUTOR',
  };
  const dates = { created_at: at, updated_at: at };
  if (kind === 'conversation') pull.issueComments.push({ ...common, ...dates });
  else if (kind === 'review') {
    const state = words.verdict ?? 'COMMENTED';
    pull.reviews.push({ ...common, commit_id: pull.raw.head.sha, state, submitted_at: at });
  } else addLine(pull, { ...common, ...dates, ...place(pull, words) });
  pull.raw.updated_at = at;
  world.index(pull);
  return { id, nodeId: common.node_id };
}

export function removeSaid(world: World, pull: Pull, id: number): void {
  const gone = [...pull.lineComments, ...pull.reviews, ...pull.issueComments].find((one) => one.id === id);
  if (gone) world.forget(gone.node_id);
  const others = (one: { id: number }) => one.id !== id;
  pull.lineComments = pull.lineComments.filter(others);
  pull.reviews = pull.reviews.filter(others);
  pull.issueComments = pull.issueComments.filter(others);
  for (const thread of pull.threads) thread.comments = thread.comments.filter(others);
  for (const thread of pull.threads) if (thread.comments.length === 0) world.forget(thread.id);
  pull.threads = pull.threads.filter((thread) => thread.comments.length > 0);
}

/** A user of whom only the login is known; `[bot]` at its end makes it a bot. */
export function makeUser(login: string): RestUser {
  const id = 10_000_000 + createHash('sha256').update(login).digest().readUIntBE(0, 3);
  const type = login.endsWith('[bot]') ? 'Bot' : 'User';
  const node_id = `${type === 'Bot' ? 'BOT' : 'U'}_kgDO${Buffer.from(login).toString('base64url')}`;
  const api = `https://api.github.com/users/${encodeURIComponent(login)}`;
  return {
    login,
    id,
    node_id,
    avatar_url: `https://github.com/avatars/${id}`,
    gravatar_id: '',
    url: api,
    html_url: `https://github.com/${type === 'Bot' ? `apps/${login.replace('[bot]', '')}` : login}`,
    followers_url: `${api}/followers`,
    following_url: `${api}/following{/other_user}`,
    gists_url: `${api}/gists{/gist_id}`,
    starred_url: `${api}/starred{/owner}{/repo}`,
    subscriptions_url: `${api}/subscriptions`,
    organizations_url: `${api}/orgs`,
    repos_url: `${api}/repos`,
    events_url: `${api}/events{/privacy}`,
    received_events_url: `${api}/received_events`,
    type,
    site_admin: false,
  };
}

function addLine(pull: Pull, comment: RestLineComment): void {
  pull.lineComments.push(comment);
  const first = comment.in_reply_to_id;
  const thread = pull.threads.find((one) => one.comments[0]?.id === first);
  if (first !== undefined && thread) thread.comments.push(comment);
  else {
    const id = threadId(comment.id);
    pull.threads.push({ kind: 'thread', id, pull, isResolved: false, resolvedBy: null, comments: [comment] });
  }
}

function place(pull: Pull, words: Words) {
  const first = pull.lineComments.find((comment) => comment.id === words.inReplyTo);
  const line = words.line ?? null;
  return {
    pull_request_review_id: null,
    ...(first ? { in_reply_to_id: first.id } : {}),
    diff_hunk: words.diffHunk ?? first?.diff_hunk ?? `@@ -${line ?? 1},1 +${line ?? 1},1 @@\n+`,
    path: words.path ?? first?.path ?? 'README.md',
    position: first ? first.position : 1,
    original_position: 1,
    commit_id: pull.raw.head.sha,
    original_commit_id: pull.raw.head.sha,
    line: first ? first.line : line,
    original_line: first ? first.original_line : line,
    start_line: first?.start_line ?? null,
    original_start_line: first?.original_start_line ?? null,
    side: first?.side ?? ('RIGHT' as const),
    start_side: first?.start_side ?? null,
    subject_type: first?.subject_type ?? (line === null ? ('file' as const) : ('line' as const)),
    pull_request_url: pull.raw.url,
    _links: pull.raw._links,
  };
}
