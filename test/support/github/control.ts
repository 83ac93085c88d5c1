import { randomBytes } from 'node:crypto';
import { cloneInto } from './code/clone.ts';
import { addSaid, makeUser, removeSaid, type Words } from './edit.ts';
import type { Fault, Faults } from './faults.ts';
import type { Hosting } from './hosting.ts';
import type { RateLimit } from './rateLimit.ts';
import type { PullFile, PullLine, Thread } from './types.ts';
import type { World } from './world.ts';

/**
 * Changes what the server holds, as people would on GitHub, and makes it fail. Also reached by
 * `POST /_control` with `{"call": "<method>", "with": [arguments]}`.
 */
export class Control {
  readonly #world: World;
  readonly #hosting: Hosting;
  readonly #faults: Faults;
  readonly #limits: Record<'core' | 'graphql', RateLimit>;
  readonly #now: () => number;

  constructor(parts: {
    world: World;
    hosting: Hosting;
    faults: Faults;
    limits: Record<'core' | 'graphql', RateLimit>;
    now: () => number;
  }) {
    this.#world = parts.world;
    this.#hosting = parts.hosting;
    this.#faults = parts.faults;
    this.#limits = parts.limits;
    this.#now = parts.now;
  }

  fail(fault: Fault): void {
    this.#faults.add(fault);
  }

  clearFaults(): void {
    this.#faults.clear();
  }

  /** Queries that may reach more than so many nodes answer 502 from now on, until the faults are cleared. */
  failAbove(nodes: number): void {
    this.#faults.heaviest = nodes;
  }

  /** Sets what is left of a budget, and in how many seconds it is full again. */
  setRemaining(resource: 'core' | 'graphql', remaining: number, seconds = 3600): void {
    const limit = this.#limits[resource];
    limit.used = limit.limit - remaining;
    limit.resetAt = this.#now() + seconds * 1000;
  }

  /**
   * Resolves a thread without a trace in its pull request's `updatedAt`. By thread id, or by a pull request's
   * number: its first thread that is not yet so. Returns the thread's id.
   */
  resolveThread(which: string | number, isResolved = true): string {
    const thread = this.#thread(which, isResolved);
    thread.isResolved = isResolved;
    thread.resolvedBy = isResolved ? (thread.pull.raw.user?.login ?? null) : null;
    return thread.id;
  }

  /** The pull request was updated now (or at an ISO time). */
  touch(number: number, at?: string): void {
    this.#world.pull(number).raw.updated_at = at ?? this.#time();
  }

  /** Somebody says something; returns its database id and its node id. */
  addComment(number: number, words: Words): { id: number; nodeId: string } {
    return addSaid(this.#world, this.#world.pull(number), words, this.#time());
  }

  /** Changes a comment's words; the comment and its pull request count as updated. */
  editComment(id: number, body: string): void {
    const { pull, said } = this.#find(id);
    said.body = body;
    if ('updated_at' in said) said.updated_at = this.#time();
    pull.raw.updated_at = this.#time();
  }

  /** Deletes by database id, silently: nothing else says that it is gone. */
  deleteComment(id: number): void {
    removeSaid(this.#world, this.#find(id).pull, id);
  }

  minimize(id: number, isMinimized = true): void {
    const { pull } = this.#find(id);
    if (isMinimized) pull.minimized.add(id);
    else pull.minimized.delete(id);
  }

  /** New commits in place of the old ones: every line comment becomes outdated. Returns the new head. */
  forcePush(number: number): string {
    const pull = this.#world.pull(number);
    const before = pull.raw.head.sha;
    const at = this.#time();
    const sha = randomBytes(20).toString('hex');
    pull.raw.head.sha = sha;
    pull.commits = [{ sha, message: pull.raw.title, committed_at: at }];
    pull.forcePushes = [...pull.forcePushes, { created_at: at, commit_id: sha, before }];
    pull.raw.updated_at = at;
    for (const comment of pull.lineComments)
      Object.assign(comment, { line: null, start_line: null, position: null });
    return pull.raw.head.sha;
  }

  /** One more commit on top, with which the files are so; comments stay where they are. Returns the new head. */
  push(number: number, files: PullFile[]): string {
    const pull = this.#world.pull(number);
    pull.raw.head.sha = randomBytes(20).toString('hex');
    const at = this.#time();
    pull.raw.updated_at = at;
    pull.commits = [...pull.commits, { sha: pull.raw.head.sha, message: 'Go on', committed_at: at }];
    pull.files = files;
    return pull.raw.head.sha;
  }

  /** Merges as one commit on the base branch. Returns that commit. */
  merge(number: number): string {
    const { raw } = this.#world.pull(number);
    const at = this.#time();
    const sha = randomBytes(20).toString('hex');
    Object.assign(raw, { state: 'closed', merged: true, merge_commit_sha: sha });
    Object.assign(raw, { merged_at: at, closed_at: at, updated_at: at });
    return sha;
  }

  setPrivate(repository: string, isPrivate: boolean): void {
    const found = this.#world.repository(repository);
    if (!found) throw new Error(`No repository ${repository}`);
    found.raw.private = isPrivate;
    found.raw.visibility = isPrivate ? 'private' : 'public';
  }

  /** A repository with git behind it, as if somebody had made it on the web. Returns its clone address' path. */
  addRepository(fullName: string, isPrivate = true): string {
    const [login = '', name = ''] = fullName.split('/');
    this.#hosting.create(this.#world.user(login) ?? makeUser(login), name, isPrivate);
    return `/${fullName}.git`;
  }

  /** Lets somebody read a repository that was made here, and push to it. */
  invite(repository: string, login: string): void {
    this.#hosting.invite(repository, login);
  }

  /** The bare repository behind one that was made here, as a path. */
  repositoryFolder(repository: string): string {
    return this.#hosting.folder(repository);
  }

  /** One more pull request, in the shape of an NDJSON line; its repository is made when it is new. */
  addPullRequest(line: PullLine): void {
    this.#world.add(line);
  }

  /** From now on it is called so, and found by its old name, too. */
  renameRepository(fullName: string, newName: string): void {
    this.#world.rename(fullName, newName);
  }

  /**
   * Fills an empty folder with a clone of a repository whose code is known.
   * @param remote the address that the clone remembers
   * @returns false where it is not known
   */
  clone(fullName: string, folder: string, remote: string): boolean {
    const code = this.#world.repository(fullName)?.code;
    if (!code) return false;
    cloneInto(folder, code.stored, remote);
    return true;
  }

  /** A repository without pull requests. */
  addEmptyRepository(fullName: string): void {
    const model = [...this.#world.repositories.values()][0]?.raw;
    const [login = '', name = ''] = fullName.split('/');
    if (!model) throw new Error('An empty repository is made after another one, and there is none');
    const owner = { ...model.owner, login, id: model.owner.id + 1, node_id: `U_${login}` };
    this.#world.addRepository({
      ...model,
      id: model.id + 1,
      node_id: `R_${fullName}`,
      name,
      full_name: fullName,
      owner,
    });
  }

  #time(): string {
    return `${new Date(this.#now()).toISOString().slice(0, 19)}Z`;
  }

  #thread(which: string | number, isResolved: boolean): Thread {
    if (typeof which === 'number') {
      const thread = this.#world.pull(which).threads.find((one) => one.isResolved !== isResolved);
      if (!thread) throw new Error(`Pull request ${which} has no such thread`);
      return thread;
    }
    const found = this.#world.node(which);
    if (found?.kind !== 'thread') throw new Error(`No thread ${which}`);
    return found.thread;
  }

  #find(id: number) {
    for (const pull of this.#world.pulls()) {
      const said = [...pull.lineComments, ...pull.reviews, ...pull.issueComments].find(
        (one) => one.id === id,
      );
      if (said) return { pull, said };
    }
    throw new Error(`No comment ${id}`);
  }
}
