import { join } from 'node:path';
import {
  type CodeCommit,
  type CodeHistory,
  type CodePlace,
  type FileChange,
  isUnknown,
  largestText,
  mostFiles,
  mostSteps,
  type Unknown,
  type Way,
} from '../../model/codeHistory.ts';
import { CairnError } from '../../model/errors.ts';
import type { CallOptions, Git } from '../git.ts';
import { parseTree, type TreeEntry } from '../tree.ts';
import { Branches } from './branches.ts';
import { CatFile } from './catFile.ts';
import { isAskable, isId, readChanges, readCommit } from './parse.ts';

/** Bytes in which git itself looks for a NUL to tell what is no text. */
const looked = 8000;
/** Bytes of a folder of a partial clone. */
const largestFolder = 16 * 1024 * 1024;
/** Commits that are remembered. */
const mostKnown = 100_000;

/**
 * The history of a clone, as far as it is on this disk: nothing is fetched, and nothing that the repository's settings
 * name runs. Close it after use: it keeps processes.
 */
export class CloneHistory implements CodeHistory {
  readonly #run: (
    args: readonly string[],
    options?: CallOptions,
  ) => Promise<{ code: number | null; stdout: Buffer }>;
  readonly #objects: CatFile;
  readonly #signal: AbortSignal | undefined;
  readonly #branches: Branches;
  readonly #known = new Map<string, CodeCommit>();
  readonly #bases = new Map<string, Promise<string | Unknown>>();
  #kind: Promise<{ isShallow: boolean; isPartial: boolean }> | undefined;

  /** @param folder top of the clone's work tree */
  constructor(git: Git, folder: string, signal?: AbortSignal) {
    // A work tree's `.git` may be a file that names the folder: git reads it itself.
    const where = { gitDir: join(folder, '.git'), cwd: folder };
    this.#run = (args, options = {}) =>
      git.local(where, ['--literal-pathspecs', ...args], { limit: 64 * 1024 * 1024, signal, ...options });
    this.#objects = new CatFile(git, where);
    this.#branches = new Branches((args) => this.#run(args));
    this.#signal = signal;
    signal?.addEventListener('abort', this.close, { once: true });
  }

  /** A signal that lives longer lets go of it, too: one history is opened for every look at a clone. */
  readonly close = (): void => {
    this.#signal?.removeEventListener('abort', this.close);
    this.#objects.close();
  };

  async commits(ids: readonly string[]): Promise<(CodeCommit | Unknown)[]> {
    const missing = [...new Set(ids)].filter((id) => isId(id) && !this.#known.has(id));
    const objects = await this.#objects.objects(missing, largestText);
    if (this.#known.size + missing.length > mostKnown) this.#known.clear();
    for (const [i, object] of objects.entries())
      if (object?.type === 'commit' && object.bytes)
        this.#known.set(missing[i]!, readCommit(missing[i]!, object.bytes));
    const gone = await this.#gone();
    return ids.map((id) => this.#known.get(id) ?? gone);
  }

  async way(from: string, to: string): Promise<Way | Unknown> {
    const [start, end] = await this.commits([from, to]);
    if (isUnknown(start)) return start;
    const commits: CodeCommit[] = [];
    for (let commit = end!; commits.length < mostSteps; ) {
      if (isUnknown(commit)) break;
      if (commit.id === from) return { kind: 'line', commits: commits.reverse() };
      commits.push(commit);
      const parent = commit.parents[0];
      if (parent === undefined) break;
      commit = (await this.commits([parent]))[0]!;
    }
    if (isUnknown(end)) return end;
    const base = await this.mergeBase(from, to);
    // It may be further back than was looked.
    if (base === from && commits.length >= mostSteps) return { unknown: 'too-large' };
    if (isUnknown(base)) return base.unknown === 'commit-gone' ? { kind: 'apart', base: null } : base;
    return { kind: 'apart', base };
  }

  mergeBase(one: string, other: string): Promise<string | Unknown> {
    const key = [one, other].sort().join(' ');
    const known = this.#bases.get(key);
    if (known) return known;
    const asked = this.#mergeBase(one, other);
    this.#bases.set(key, asked);
    asked.catch(() => this.#bases.delete(key));
    return asked;
  }

  async #mergeBase(one: string, other: string): Promise<string | Unknown> {
    for (const commit of await this.commits([one, other])) if (isUnknown(commit)) return commit;
    if (one === other) return one;
    const { isShallow } = await this.#about();
    // What a shallow clone finds may be any commit.
    if (isShallow) return { unknown: 'shallow' };
    const ran = await this.#run(['merge-base', one, other], { accepts: ({ code }) => code === 1 });
    const found = ran.stdout.toString().trim();
    return isId(found) ? found : { unknown: 'commit-gone' };
  }

  async files(places: readonly CodePlace[]): Promise<(string | null | Unknown)[]> {
    const commits = await this.commits(places.map(({ commit }) => commit));
    const { isPartial } = await this.#about();
    const isAsked = (i: number) => !isUnknown(commits[i]) && isAskable(places[i]!.path);
    const asked = places.filter((_, i) => isAsked(i));
    const found = isPartial
      ? await this.#inTrees(asked)
      : await this.#objects.names(asked.map(({ commit, path }) => `${commit}:${path}`));
    let next = 0;
    return places.map((_, i) => {
      const commit = commits[i]!;
      if (isAsked(i)) return found[next++]!;
      return isUnknown(commit) ? commit : { unknown: 'commit-gone' };
    });
  }

  /**
   * The same for a partial clone, where asking git for a content by its name ends in an attempt to fetch it, and where
   * it has to be told whether nothing is there or a folder on the way is not here.
   */
  async #inTrees(places: readonly CodePlace[]): Promise<(string | null | Unknown)[]> {
    const files: (string | null | Unknown)[] = [];
    for (const { commit, path } of places) {
      let [found] = await this.#objects.objects([commit], largestText);
      let at: string | null =
        /^tree ([0-9a-f]{40,64})$/m.exec(found?.bytes?.toString('latin1') ?? '')?.[1] ?? null;
      let isHere = true;
      for (const part of path.split('/')) {
        if (at === null) break;
        [found] = await this.#objects.objects([at], largestFolder);
        isHere = found?.bytes != null;
        if (!isHere) break;
        const name = Buffer.from(part).toString('latin1');
        const entries: TreeEntry[] = found!.type === 'tree' ? parseTree(found!.bytes!, at.length / 2) : [];
        at = entries.find((entry) => entry.name === name)?.oid ?? null;
      }
      files.push(isHere ? at : { unknown: 'shallow' });
    }
    return files;
  }

  async texts(contents: readonly string[]): Promise<({ text: string } | Unknown)[]> {
    const asked = contents.filter(isId);
    const objects = await this.#objects.objects(asked, largestText);
    const gone = await this.#gone();
    let next = 0;
    return contents.map((id) => {
      const object = isId(id) ? objects[next++] : null;
      if (object?.type !== 'blob') return gone;
      if (object.size > largestText) return { unknown: 'too-large' };
      if (!object.bytes) return gone;
      if (object.bytes.subarray(0, looked).includes(0)) return { unknown: 'binary' };
      return { text: object.bytes.toString('utf8') };
    });
  }

  async changes(from: string, to: string): Promise<FileChange[] | Unknown> {
    for (const commit of await this.commits([from, to])) if (isUnknown(commit)) return commit;
    const shape = ['-r', '-z', '-M', `-l${mostFiles}`, '--no-ext-diff', '--no-textconv'];
    try {
      const args = ['diff-tree', ...shape, '--end-of-options', from, to, '--'];
      const ran = await this.#run(args, { limit: 4 * 1024 * 1024 });
      const changes = readChanges(ran.stdout.toString('utf8'));
      return changes.length > mostFiles ? { unknown: 'too-large' } : changes;
    } catch (error) {
      // In a partial clone there may be nothing to compare; else there is more than is read.
      if (!(error instanceof CairnError) || error.code !== 'git-failed') throw error;
      return { unknown: (await this.#about()).isPartial ? 'shallow' : 'too-large' };
    }
  }

  async later(question: Parameters<CodeHistory['later']>[0]): Promise<CodeCommit[] | Unknown> {
    const { branch, after, path, until, most } = question;
    if (!isId(after) || !isAskable(path)) return { unknown: 'commit-gone' };
    const gone = await this.#gone();
    const window = await this.#branches.since(branch, after, until);
    if (window === null) return gone;
    const end = window.at(-1);
    if (!end) return [];
    const [before, now] = await this.files([
      { commit: after, path },
      { commit: end, path },
    ]);
    if (isUnknown(before)) return before;
    if (before === now) return [];
    const range = ['--first-parent', '--reverse', end, `^${after}`];
    const ran = await this.#run(['rev-list', ...range, '--', path]);
    const ids = ran.stdout.toString().split('\n').filter(isId).slice(0, most);
    const commits = await this.commits(ids);
    return commits.flatMap((commit) => (isUnknown(commit) ? [] : [commit]));
  }

  async #gone(): Promise<Unknown> {
    const { isShallow, isPartial } = await this.#about();
    return { unknown: isShallow || isPartial ? 'shallow' : 'commit-gone' };
  }

  #about(): Promise<{ isShallow: boolean; isPartial: boolean }> {
    this.#kind ??= this.#look();
    return this.#kind;
  }

  async #look(): Promise<{ isShallow: boolean; isPartial: boolean }> {
    const shallow = await this.#run(['rev-parse', '--is-shallow-repository']);
    const partial = await this.#run(
      ['config', '--get-regexp', '^(extensions\\.partialclone|remote\\..*\\.promisor)$'],
      { accepts: ({ code }) => code === 1 },
    );
    return {
      isShallow: shallow.stdout.toString().trim() === 'true',
      isPartial: partial.stdout.toString().trim() !== '',
    };
  }
}
