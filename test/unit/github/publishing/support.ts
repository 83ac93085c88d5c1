import { GitHubFailure } from '../../../../src/github/failure.ts';
import {
  createPublisher,
  type Publisher,
  type PublisherOptions,
} from '../../../../src/github/publishing/index.ts';
import type { NewComment, ReviewPlace } from '../../../../src/github/publishing/types.ts';
import { CairnError } from '../../../../src/model/errors.ts';
import { parseHost } from '../../../../src/model/host.ts';
import { type GitHubServer, startGitHubServer } from '../../../support/github/server.ts';
import type { PullFile } from '../../../support/github/types.ts';
import { pullRequest, repository } from '../support.ts';

export const key = { repository, number: 1 };

/** `count` lines, each of which says its number. */
export function numbered(count: number, changes: Record<number, string | null> = {}): string {
  const lines: string[] = [];
  for (let line = 1; line <= count; line += 1) {
    const changed = changes[line];
    const text = changed === undefined ? `line ${line}` : changed;
    if (text !== null) lines.push(text);
  }
  return `${lines.join('\n')}\n`;
}

/** Changed at 5, without 20, and a line more after 40; so hunks at 2-8, 17-22 and 37-43 (left: 2-8, 17-23, 38-43). */
export const files: PullFile[] = [
  {
    path: 'src/signal.ts',
    before: numbered(60),
    after: numbered(60, { 5: 'line 5, changed', 20: null, 40: 'line 40\nline 40 and a half' }),
  },
  { path: 'docs/new.md', before: null, after: '# New\n\nwithout a line end' },
  { path: 'docs/gone.md', before: 'One\nTwo\n', after: null },
  {
    path: 'src/über alles.ts',
    previousPath: 'src/old name.ts',
    before: numbered(30),
    after: numbered(30, { 9: 'nine' }),
  },
  { path: 'logo.png', before: 'PNG\0one', after: 'PNG\0two' },
];

export const on = (line: number | null, more: Partial<ReviewPlace> = {}): ReviewPlace => ({
  path: 'src/signal.ts',
  side: 'RIGHT',
  line,
  startLine: null,
  startSide: null,
  ...more,
});

export const says = (body: string, place = on(5)): NewComment => ({ pullRequest: key, place, body });

/** A local GitHub with one pull request of robin's, and people who write on it. */
export class Harbour {
  readonly server: GitHubServer;
  readonly log: string[] = [];

  private constructor(server: GitHubServer) {
    this.server = server;
  }

  static async open(more: { files?: PullFile[]; now?: () => number } = {}): Promise<Harbour> {
    const line = { ...pullRequest(1), files: more.files ?? files };
    const base = { sha: 'c'.repeat(40), message: 'Change' };
    line.pull.head.sha = base.sha;
    const lines = [{ ...line, commits: [base] }, pullRequest(2)];
    return new Harbour(await startGitHubServer({ lines, ...(more.now && { now: more.now }) }));
  }

  as(login: string, options: Partial<PublisherOptions> = {}): Publisher {
    return createPublisher({
      host: parseHost(this.server.url),
      token: `token-for-${login}`,
      userAgent: 'cairn-test',
      log: (message) => this.log.push(message),
      pause: 1,
      ...options,
    });
  }

  /** Everything on the pull request's lines, whoever may see it: author, words, state. */
  async said(
    login = 'mira',
    number = 1,
  ): Promise<{ author: string; body: string; state: string; at: string }[]> {
    const query = `query Said($number: Int!) { repository(owner: "harbour", name: "beacon") { pullRequest(number: $number) {
      reviewThreads(first: 100) { nodes { path line startLine originalLine diffSide startDiffSide subjectType
        comments(first: 100) { nodes { author { login } body state } } } } } } }`;
    const response = await fetch(`${this.server.url}/api/graphql`, {
      method: 'POST',
      headers: { authorization: `bearer token-for-${login}` },
      body: JSON.stringify({ query, variables: { number } }),
    });
    const { data } = (await response.json()) as Answer;
    return data.repository.pullRequest.reviewThreads.nodes.flatMap((thread) =>
      thread.comments.nodes.map((comment) => ({
        author: comment.author.login,
        body: comment.body,
        state: comment.state,
        at: placeText(thread),
      })),
    );
  }

  /** Requests that wrote, in their order. */
  writes(): string[] {
    return this.server.requests.flatMap(({ method, path, operation }) => {
      if (method !== 'POST') return [];
      if (path !== '/api/graphql') return [path];
      return [
        'AddThread',
        'SubmitReview',
        'AddReply',
        'ResolveThread',
        'UnresolveThread',
        'DiscardReview',
      ].includes(operation ?? '')
        ? [operation ?? '']
        : [];
    });
  }

  close(): Promise<void> {
    return this.server.close();
  }
}

type Thread = Pick<ReviewPlace, 'path' | 'line' | 'startLine'> & {
  originalLine: number | null;
  diffSide: string;
  startDiffSide: string | null;
  subjectType: string;
  comments: { nodes: { author: { login: string }; body: string; state: string }[] };
};
type Answer = { data: { repository: { pullRequest: { reviewThreads: { nodes: Thread[] } } } } };

function placeText({
  path,
  line,
  startLine,
  originalLine,
  diffSide,
  startDiffSide,
  subjectType,
}: Thread): string {
  if (subjectType === 'FILE') return path;
  const start = startLine === null ? '' : `${startDiffSide === 'LEFT' ? 'L' : 'R'}${startLine}-`;
  return `${path}:${start}${diffSide === 'LEFT' ? 'L' : 'R'}${line ?? `(${originalLine})`}`;
}

/** The code with which something fails; the failure itself is asked for by `failureOf`. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await failureOf(work);
  return error.code;
}

type Failure = CairnError & { mayHaveArrived: boolean; nextAllowedAt: number | null };

export async function failureOf(work: Promise<unknown>): Promise<Failure> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof CairnError)) throw error;
    const { mayHaveArrived = false, nextAllowedAt = null } = error instanceof GitHubFailure ? error : {};
    return Object.assign(error, { mayHaveArrived, nextAllowedAt });
  }
  throw new Error('It did not fail');
}
