import { rowAt, rowsOf } from './rows.ts';
import type { Pull, RestLineComment } from './types.ts';

/** A refusal; each becomes an entry of REST's `errors`, and all together GraphQL's message. */
export class Refused extends Error {
  readonly errors: { resource: string; field: string; message: string; code: 'custom' }[];
  constructor(...errors: [resource: string, field: string, message: string][]) {
    super(errors.map(([, , message]) => message).join(' and '));
    this.errors = errors.map(([resource, field, message]) => ({ resource, field, message, code: 'custom' }));
  }
}

export type Given = {
  path: string;
  body: string;
  line: number | null;
  side: 'LEFT' | 'RIGHT';
  startLine: number | null;
  startSide: 'LEFT' | 'RIGHT' | null;
  isFile: boolean;
};

export const comments = 'PullRequestReviewComment';
export const thread = 'pull_request_review_thread';

/** Why a comment cannot stand there, as GitHub says it; nothing where it can. */
export function placeProblems(pull: Pull, given: Given): [string, string, string][] {
  // Where a set tells no files, any line is as good as another.
  if (!pull.files) return [];
  const file = pull.files.find((one) => one.path === given.path);
  const noHunk: [string, string, string] = [
    comments,
    `${thread}.diff_hunk`,
    `${thread}.diff_hunk can't be blank`,
  ];
  if (!file) return [[comments, `${thread}.path`, `${thread}.path is invalid`], noHunk];
  if (given.isFile || given.line === null) return [];
  const rows = rowsOf(pull, given.path);
  const end = rowAt(rows, { line: given.line, side: given.side });
  const problems: [string, string, string][] = [];
  if (end < 0) problems.push([comments, `${thread}.line`, `${thread}.line must be part of the diff`]);
  if (given.startLine !== null) {
    const side = given.startSide ?? given.side;
    const start = rowAt(rows, { line: given.startLine, side });
    const within = `${thread}.start_line must be part of the same hunk as the line.`;
    const before = `${thread}.start_line must precede the end line.`;
    if (start < 0 || end < 0 || rows[start]?.hunk !== rows[end]?.hunk)
      problems.push([comments, `${thread}.start_line`, within]);
    else if (start >= end) problems.push([comments, `${thread}.start_line`, before]);
  }
  if (end < 0) problems.push(noHunk);
  return problems;
}

/** Where a comment is found, in its own fields. */
export function linksOf(pull: Pull, { id, html_url }: RestLineComment) {
  const url = `https://api.github.com/repos/${pull.repository.raw.full_name}/pulls/comments/${id}`;
  const pullUrl = String(pull.raw.url);
  const links = { self: { href: url }, html: { href: html_url }, pull_request: { href: pullUrl } };
  return { url, pull_request_url: pullUrl, _links: links };
}
