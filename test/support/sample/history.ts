import { commitObject } from '../github/code/objects.ts';
import type { StoredCode, StoredCommit } from '../github/code/types.ts';
import type { PullLine } from '../github/types.ts';
import { type TwoCommits, twoCommits } from './earlierText.ts';
import { sampleFiles } from './files.ts';
import type { Story } from './pullRequest.ts';
import { iso } from './restPull.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
type Files = Record<string, string>;
type Built = { line: PullLine; story: Story };

/**
 * Gives the sample pull requests their commits: a repository's history, with the ids that git itself would give, so
 * that pull requests, comments, the local GitHub and a clone speak of the same commits. Authors and texts are always
 * the same, and times move with the sample's clock, which is why another clock makes other ids.
 *
 * A pull request's base is what its files were before, its last commit what they are now. Where comments stand on code
 * that is gone, its first commit has that code, and the last one was made after the round in which it was talked about.
 * What two pull requests both change is taken out of the main branch in between, so that each has its own diff.
 */
export function withHistory(all: readonly Built[]): StoredCode {
  const built = all.toSorted((a, b) => a.line.pull.created_at.localeCompare(b.line.pull.created_at));
  const history = new History(firstTree(built), Date.parse(built[0]?.line.pull.created_at ?? '') - 10 * day);
  for (const one of built) history.add(one);
  return history.end();
}

/** What the main branch begins with: each file as the first pull request that changes it found it. */
function firstTree(built: readonly Built[]): Files {
  const tree = sampleFiles();
  const seen = new Set<string>();
  for (const { path, previousPath, before, after } of built.flatMap(({ line }) => line.files ?? [])) {
    if (seen.has(path)) continue;
    seen.add(path);
    if (before === null) delete tree[path];
    else tree[previousPath ?? path] = before;
    if (after !== null && previousPath !== undefined) delete tree[path];
  }
  return tree;
}

class History {
  readonly #commits: StoredCommit[] = [];
  readonly #branches: Record<string, string> = {};
  #main: StoredCommit;
  #until = 0;

  constructor(files: Files, at: number) {
    this.#main = this.#commit([], 'marsh-lind', at, 'Begin with what the trial harbour runs', files);
  }

  add({ line, story }: Built): void {
    const { pull } = line;
    const author = pull.user?.login ?? 'ghost';
    const start = Date.parse(pull.created_at);
    this.#until = Math.max(this.#until, Date.parse(pull.updated_at));
    const base = this.#makeRoom(line, start - 3 * 60 * minute);
    const now = changed(base.files, line, 'after');
    const two = twoCommits(line, story.earlier, now);
    const [first, last] = two
      ? this.#twoCommits(line, base, { ...two, last: now }, story)
      : [null, this.#commit([base.sha], author, start - 60 * minute, pull.title, now)];
    name(line, base, last);
    if (first) two?.settle(first.sha, last.sha);
    line.commits = [...(first && !story.isPushedOver ? [first] : []), last].map(toldOf);
    pull.commits = line.commits.length;
    // At no server any more.
    if (first && story.isPushedOver)
      line.force_pushes = [{ created_at: last.at, commit_id: last.sha, before: first.sha }];
    if (pull.merged_at) this.#merge(line, last, story.isSquashed);
    else if (pull.state === 'open') this.#branches[pull.head.ref] = last.sha;
  }

  /** The end: the main branch holds what the workspace shows, and what open pull requests have not moved yet. */
  end(): StoredCode {
    const files = { ...this.#main.files, ...sampleFiles() };
    const message = 'Bring the open changes to the trial harbour';
    const at = this.#until + 10 * minute;
    this.#main = this.#commit([this.#main.sha], 'ines-okoro', at, message, files);
    return { commits: this.#commits, branches: { main: this.#main.sha, ...this.#branches } };
  }

  /** The main branch as this pull request found it: what it brings is not there yet. */
  #makeRoom(line: PullLine, at: number): StoredCommit {
    const files = changed(this.#main.files, line, 'before');
    if (isSame(files, this.#main.files)) return this.#main;
    const message = `Make room for “${line.pull.title}”`;
    this.#main = this.#commit([this.#main.sha], 'theo-flint', at, message, files);
    return this.#main;
  }

  #twoCommits(
    line: PullLine,
    base: StoredCommit,
    two: TwoCommits & { last: Files },
    { isPushedOver, answer }: Story,
  ): [StoredCommit, StoredCommit] {
    const { pull } = line;
    const author = pull.user?.login ?? 'ghost';
    const start = Date.parse(pull.created_at) - 60 * minute;
    const first = this.#commit([base.sha], author, start, pull.title, two.first, isPushedOver);
    const parent = isPushedOver ? base.sha : first.sha;
    const message = isPushedOver ? pull.title : answer;
    return [first, this.#commit([parent], author, two.changedAt, message, two.last)];
  }

  #merge({ pull }: PullLine, head: StoredCommit, isSquashed: boolean): void {
    const files = { ...this.#main.files };
    const base = this.#commits.find(({ sha }) => sha === pull.base.sha)?.files ?? {};
    for (const path of new Set([...Object.keys(base), ...Object.keys(head.files)])) {
      if (base[path] === head.files[path]) continue;
      if (head.files[path] === undefined) delete files[path];
      else files[path] = head.files[path];
    }
    const parents = isSquashed ? [this.#main.sha] : [this.#main.sha, head.sha];
    const message = isSquashed
      ? `${pull.title} (#${pull.number})`
      : `Merge pull request #${pull.number}\n\n${pull.title}`;
    this.#main = this.#commit(parents, 'marsh-lind', Date.parse(String(pull.merged_at)), message, files);
    pull.merge_commit_sha = this.#main.sha;
  }

  #commit(parents: string[], login: string, time: number, message: string, files: Files, isGone = false) {
    const author = { name: login, email: `${login}@beacon.example` };
    const made = { parents, author, at: iso(time), message, files };
    const commit: StoredCommit = { sha: commitObject(made).id, ...made };
    if (!isGone) this.#commits.push(commit);
    return commit;
  }
}

/** Comments and reviews are on the last commit until something says otherwise. */
function name(line: PullLine, base: StoredCommit, last: StoredCommit): void {
  const { pull } = line;
  pull.base.sha = base.sha;
  pull.head.sha = last.sha;
  for (const review of line.reviews) review.commit_id = last.sha;
  for (const comment of line.review_comments)
    Object.assign(comment, { commit_id: last.sha, original_commit_id: last.sha });
}

/** A tree with a pull request's files as they were before it, or are after it. */
function changed(tree: Readonly<Files>, line: PullLine, side: 'before' | 'after'): Files {
  const files = { ...tree };
  for (const { path, previousPath, before, after } of line.files ?? []) {
    const [old, gone] = [previousPath ?? path, path];
    delete files[old];
    delete files[gone];
    if (side === 'before' && before !== null) files[old] = before;
    if (side === 'after' && after !== null) files[path] = after;
  }
  return files;
}

function isSame(one: Files, other: Readonly<Files>): boolean {
  const paths = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...paths].every((path) => one[path] === other[path]);
}

const toldOf = ({ sha, message, at }: StoredCommit) => ({ sha, message, committed_at: at });
