import type { PullLine, RestPull, RestRepository, RestUser } from './types.ts';

/*
 * The sets leave out what GitHub sends as `null`, pictures of people, and most links. An answer has them, so
 * they are put back: in place, once, when a set is loaded.
 */

export function complete(line: PullLine): void {
  completePull(line.pull);
  for (const said of [...line.reviews, ...line.review_comments, ...line.issue_comments])
    completeUser(said.user);
}

function completePull(pull: RestPull): void {
  const nothing = { assignee: null, auto_merge: null, closed_at: null, merged_at: null, merged_by: null };
  absent(pull, { ...nothing, mergeable: null, milestone: null, merged: Boolean(pull.merged_at) });
  if (pull.milestone) {
    const milestone = pull.milestone as { creator?: RestUser };
    absent(milestone, { closed_at: null, description: null, due_on: null });
    completeUser(milestone.creator ?? null);
  }
  for (const label of (pull.labels ?? []) as object[]) absent(label, { description: '' });
  for (const end of [pull.head, pull.base] as {
    ref: string;
    repo?: RestRepository | null;
    user?: RestUser | null;
  }[]) {
    // The fork may be gone, and so may its owner.
    absent(end, { repo: null, user: null, label: `unknown:${end.ref}` });
    if (end.repo) completeRepository(end.repo);
    completeUser(end.user ?? null);
  }
  const others = ['assignees', 'requested_reviewers'].flatMap((field) => (pull[field] ?? []) as RestUser[]);
  for (const one of [pull.user, pull.merged_by, pull.assignee, ...others])
    completeUser(one as RestUser | null);
  const hrefs: Record<string, unknown> = {
    self: pull.url,
    html: pull.html_url,
    issue: pull.issue_url,
    comments: pull.comments_url,
    review_comments: pull.review_comments_url,
    review_comment: pull.review_comment_url,
    commits: pull.commits_url,
    statuses: pull.statuses_url,
  };
  pull._links = Object.fromEntries(Object.entries(hrefs).map(([name, href]) => [name, { href }]));
}

function completeRepository(repository: RestRepository): void {
  const { forks_count = 0, open_issues_count = 0, watchers_count = 0 } = repository;
  const counts = { forks: forks_count, open_issues: open_issues_count, watchers: watchers_count };
  absent(repository, { ...counts, mirror_url: null, language: null, description: null, homepage: null });
  absent(repository, { license: null, has_discussions: false, network_count: 0, subscribers_count: 0 });
  const license = repository.license as { html_url?: unknown } | null;
  if (license?.html_url === null) delete license.html_url;
  completeUser(repository.owner);
}

function completeUser(user: RestUser | null): void {
  if (!user) return;
  absent(user, { avatar_url: `https://github.com/avatars/${user.id}`, gravatar_id: '' });
  // Other fields that `/user` alone has, `null` here, would be refused by GitHub's own description.
  if (user.name === null) delete user.name;
  if (user.patch_url === null) delete user.patch_url;
}

/** Somebody as `/user` shows them. */
export function fullUser(user: RestUser): object {
  const told = {
    bio: null,
    blog: '',
    company: null,
    email: null,
    hireable: null,
    location: null,
    name: null,
  };
  const counts = { followers: 0, following: 0, public_gists: 0, public_repos: 0 };
  const dates = { created_at: '2020-01-01T00:00:00Z', updated_at: '2020-01-01T00:00:00Z' };
  return { ...told, ...counts, ...dates, user_view_type: 'public', ...user };
}

function absent(target: object, values: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(values)) {
    if ((target as Record<string, unknown>)[key] === undefined)
      (target as Record<string, unknown>)[key] = value;
  }
}
