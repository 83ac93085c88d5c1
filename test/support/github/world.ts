import { Code } from './code/code.ts';
import type { StoredCode } from './code/types.ts';
import { complete } from './complete.ts';
import { isOutdated, makeThreads, percentOf } from './threads.ts';
import type { Found, Pull, PullLine, Repository, RestUser, Thread } from './types.ts';

/** All repositories of one server, in memory, changeable; lost when the server stops. */
export class World {
  readonly repositories = new Map<string, Repository>();
  readonly users = new Map<string, RestUser>();
  readonly #nodes = new Map<string, Found>();

  constructor(lines: readonly PullLine[], code: Record<string, StoredCode> = {}) {
    for (const line of lines) this.add(line);
    for (const [fullName, stored] of Object.entries(code)) {
      const repository = this.repository(fullName);
      if (repository) repository.code = new Code(stored);
    }
  }

  /** `owner/name`, in any case; also by a name that it had before, as GitHub finds it. */
  repository(fullName: string): Repository | undefined {
    const wanted = fullName.toLowerCase();
    const former = () => [...this.repositories.values()].find((one) => one.formerNames.includes(wanted));
    return this.repositories.get(wanted) ?? former();
  }

  rename(fullName: string, newName: string): void {
    const repository = this.repository(fullName);
    if (!repository) throw new Error(`No repository ${fullName}`);
    const old = repository.raw.full_name.toLowerCase();
    repository.formerNames.push(old);
    this.repositories.delete(old);
    Object.assign(repository.raw, { full_name: newName, name: newName.split('/')[1] });
    this.repositories.set(newName.toLowerCase(), repository);
  }

  /** Every pull request of every repository. */
  *pulls(): Iterable<Pull> {
    for (const repository of this.repositories.values()) yield* repository.pulls.values();
  }

  /** By number alone: enough where the set holds one repository. Throws when there is none. */
  pull(number: number): Pull {
    for (const pull of this.pulls()) if (pull.raw.number === number) return pull;
    throw new Error(`No pull request ${number} in this set`);
  }

  node(id: string): Found | undefined {
    return this.#nodes.get(id);
  }

  user(login: string): RestUser | undefined {
    return this.users.get(login.toLowerCase());
  }

  /** The author with the most pull requests: the viewer where nothing else is said. */
  busiestAuthor(): string {
    const counts = new Map<string, number>();
    for (const { raw } of this.pulls()) {
      if (raw.user) counts.set(raw.user.login, (counts.get(raw.user.login) ?? 0) + 1);
    }
    return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'nobody';
  }

  /** Makes whatever was added to a pull request findable by node id; idempotent. */
  index(pull: Pull): void {
    this.#nodes.set(pull.raw.node_id, { kind: 'pull', pull });
    for (const thread of pull.threads) this.#nodes.set(thread.id, { kind: 'thread', thread });
    for (const comment of pull.lineComments) {
      this.#nodes.set(comment.node_id, { kind: 'lineComment', pull, comment });
    }
    for (const review of pull.reviews) this.#nodes.set(review.node_id, { kind: 'review', pull, review });
    for (const comment of pull.issueComments) {
      this.#nodes.set(comment.node_id, { kind: 'issueComment', pull, comment });
    }
  }

  forget(nodeId: string): void {
    this.#nodes.delete(nodeId);
  }

  addRepository(raw: Repository['raw']): Repository {
    const key = raw.full_name.toLowerCase();
    let repository = this.repositories.get(key);
    if (!repository) {
      repository = { kind: 'repository', raw, pulls: new Map(), code: null, formerNames: [] };
      this.repositories.set(key, repository);
      this.#nodes.set(raw.node_id, { kind: 'repository', repository });
      this.addUser(raw.owner);
    }
    return repository;
  }

  addUser(user: RestUser | null): void {
    if (!user || this.users.has(user.login.toLowerCase())) return;
    this.users.set(user.login.toLowerCase(), user);
    this.#nodes.set(user.node_id, { kind: 'user', user });
  }

  add(line: PullLine): void {
    complete(line);
    const repository = this.addRepository(line.pull.base.repo);
    const pull: Pull = {
      kind: 'pull',
      repository,
      raw: line.pull,
      reviews: line.reviews,
      lineComments: line.review_comments,
      issueComments: line.issue_comments,
      commits: line.commits,
      forcePushes: line.force_pushes,
      threads: [],
      minimized: new Set(line.minimized ?? madeUpMinimized(line)),
      files: line.files ?? null,
      drafted: new Map(),
    };
    pull.threads = makeThreads(pull, line.threads);
    repository.pulls.set(line.number, pull);
    this.index(pull);
    this.addUser(line.pull.user);
    for (const said of [...line.reviews, ...line.review_comments, ...line.issue_comments])
      this.addUser(said.user);
  }
}

/** REST does not say which comments are minimised: MADE UP, about one in thirty, never in the project's own set. */
function madeUpMinimized(line: PullLine): number[] {
  if (line.threads) return [];
  return [...line.review_comments, ...line.issue_comments]
    .map((comment) => comment.id)
    .filter((id) => percentOf(`minimised ${id}`) < 3);
}

/** Where a thread stands now; all `null` for one about a whole file. */
export function placeOf(thread: Thread) {
  const first = thread.comments[0];
  if (!first) throw new Error(`Thread ${thread.id} has no comments`);
  const isFile = first.subject_type === 'file';
  return {
    first,
    isOutdated: isOutdated(first),
    line: isFile ? null : first.line,
    startLine: isFile ? null : first.start_line,
    originalLine: isFile ? null : first.original_line,
    originalStartLine: isFile ? null : first.original_start_line,
  };
}
