import { createHash } from 'node:crypto';
import { makeUser } from '../github/edit.ts';
import type { RestPull } from '../github/types.ts';
import { restRepository } from './restRepository.ts';
import type { Who } from './talk.ts';

type Given = {
  id: number;
  number: number;
  title: string;
  body: string;
  author: Who;
  branch: string;
  repository: string;
  /** ISO time. */
  at: string;
};

/** An open pull request with every field that GitHub's REST API promises. */
export function restPull({ id, number, title, body, author, branch, repository, at }: Given): RestPull {
  const repo = restRepository(repository);
  const url = `${repo.url}/pulls/${number}`;
  const issue = `${repo.url}/issues/${number}`;
  const html_url = `https://github.com/${repository}/pull/${number}`;
  const head = sha(`${number} head`);
  const links = {
    self: url,
    html: html_url,
    issue,
    comments: `${issue}/comments`,
    review_comments: `${url}/comments`,
    review_comment: `${repo.url}/pulls/comments{/number}`,
    commits: `${url}/commits`,
    statuses: `${repo.url}/statuses/${head}`,
  };
  return {
    id,
    node_id: `PR_kwDO${Buffer.from(String(id)).toString('base64url')}`,
    number,
    url,
    html_url,
    diff_url: `${html_url}.diff`,
    patch_url: `${html_url}.patch`,
    issue_url: issue,
    commits_url: links.commits,
    review_comments_url: links.review_comments,
    review_comment_url: links.review_comment,
    comments_url: links.comments,
    statuses_url: links.statuses,
    state: 'open',
    locked: false,
    title,
    user: author === null ? null : makeUser(author),
    body,
    labels: [],
    milestone: null,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    created_at: at,
    updated_at: at,
    closed_at: null,
    merged_at: null,
    merged: false,
    merged_by: null,
    merge_commit_sha: null,
    mergeable: null,
    mergeable_state: 'unknown',
    maintainer_can_modify: false,
    draft: false,
    auto_merge: null,
    author_association: 'MEMBER',
    comments: 0,
    review_comments: 0,
    commits: 1,
    additions: 40,
    deletions: 8,
    changed_files: 2,
    head: { label: `${repo.owner.login}:${branch}`, ref: branch, sha: head, repo, user: repo.owner },
    base: {
      label: `${repo.owner.login}:main`,
      ref: 'main',
      sha: sha(`${number} base`),
      repo,
      user: repo.owner,
    },
    _links: Object.fromEntries(Object.entries(links).map(([name, href]) => [name, { href }])),
  };
}

/** To the second, as GitHub writes times. */
export function iso(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

/** A commit id that is always the same for the same text. */
export function sha(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}
