import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Cache } from '../../../src/github/cache.ts';
import {
  createGitHub,
  type GitHub,
  type GitHubOptions,
  type PullOptions,
  pull,
} from '../../../src/github/index.ts';
import { type Host, parseHost } from '../../../src/model/host.ts';
import {
  type GitHubServer,
  type GitHubServerOptions,
  type PullLine,
  startGitHubServer,
} from '../../support/github/server.ts';

export const mentee = 'robin';
export const repository = 'harbour/beacon';

/** A pull request of the mentee on which nothing was said yet. */
export function pullRequest(
  number: number,
  more: { author?: string; at?: string; in?: string } = {},
): PullLine {
  const { author = mentee, at = '2026-03-01T10:00:00Z', in: fullName = repository } = more;
  const [owner = '', name = ''] = fullName.split('/');
  const user = (login: string) => ({ login, id: 7, node_id: `U_${login}`, type: 'User' as const });
  const nodeId = `PR_${fullName}_${number}`;
  return {
    number,
    pull: {
      id: 1_000_000 + number,
      node_id: nodeId,
      number,
      html_url: `https://github.com/${fullName}/pull/${number}`,
      url: `https://api.github.com/repos/${fullName}/pulls/${number}`,
      title: `Change ${number}`,
      body: null,
      user: user(author),
      state: 'open',
      created_at: at,
      updated_at: at,
      author_association: 'MEMBER',
      head: { ref: 'change', sha: 'a'.repeat(40) },
      base: {
        ref: 'main',
        sha: 'b'.repeat(40),
        repo: {
          id: 5,
          node_id: `R_${fullName}`,
          name,
          full_name: fullName,
          owner: { ...user(owner), type: 'Organization' },
          private: false,
        },
      },
    },
    reviews: [],
    review_comments: [],
    issue_comments: [],
    force_pushes: [],
    commits: [],
    comment_deleted: 0,
    threads: {},
    minimized: [],
  };
}

/** An hour ago, and a second later whenever it is looked at: no two changes share a second. */
function tickingClock(): () => number {
  let now = Date.now() - 3600_000;
  return () => {
    now += 1000;
    return now;
  };
}

/** A GitHub server, a cache in a temporary folder and a mentee who pulls from one into the other. */
export class Setting {
  readonly server: GitHubServer;
  readonly host: Host;
  readonly cache: Cache;
  readonly log: string[];
  /** Milliseconds added to the clock of the pulling side. */
  later = 0;
  github: GitHub;

  private constructor(server: GitHubServer, folder: string, options: Partial<GitHubOptions>) {
    this.server = server;
    this.log = [];
    this.host = parseHost(server.url);
    this.cache = new Cache(join(folder, 'cache'), (message) => this.log.push(message));
    this.github = this.connect(options);
  }

  static async begin(server: GitHubServerOptions, options: Partial<GitHubOptions> = {}): Promise<Setting> {
    return new Setting(
      await startGitHubServer({ now: tickingClock(), ...server }),
      await mkdtemp(join(tmpdir(), 'cairn-pull-')),
      options,
    );
  }

  connect(options: Partial<GitHubOptions> = {}): GitHub {
    this.github = createGitHub({
      host: this.host,
      token: 'very-secret-token',
      userAgent: 'cairn-test',
      pause: 1,
      log: (message) => this.log.push(message),
      ...options,
    });
    return this.github;
  }

  pull(options: Partial<PullOptions> = {}) {
    return pull({
      github: this.github,
      host: this.host,
      cache: this.cache,
      mentee,
      repositories: [repository],
      now: () => Date.now() + this.later,
      ...options,
    });
  }

  /** Bodies of everything in the cache. */
  async bodies(): Promise<string[]> {
    const records = await this.cache.load();
    return records.flatMap((record) => [
      ...record.threads.flatMap((thread) => thread.comments.map((comment) => comment.body)),
      ...record.reviews.map((review) => review.body),
      ...record.conversation.map((comment) => comment.body),
    ]);
  }

  operations(): (string | null)[] {
    return this.server.requests.map((request) => request.operation);
  }

  async end(): Promise<void> {
    await this.server.close();
    await rm(join(this.cache.folder, '..'), { recursive: true, force: true });
  }
}

/** The real answers, changed on their way, as another server would give them. */
export function changingFetch(change: (answer: Answer, asked: Asked) => unknown): typeof fetch {
  return async (url, init) => {
    const asked = JSON.parse(String(init?.body)) as Asked;
    const response = await fetch(url, { ...init, body: JSON.stringify(asked) });
    const answer = (await response.json()) as Answer;
    return Response.json(change(answer, asked) ?? answer, {
      status: response.status,
      headers: response.headers,
    });
  };
}

// biome-ignore lint/suspicious/noExplicitAny: answers are reached into at any depth
type Answer = { data: any; errors?: any[] };
type Asked = { query: string; variables: Record<string, unknown> };
