import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import { CloneHistory } from '../../../../src/git/history/index.ts';
import { createGit } from '../../../../src/git/index.ts';
import { type Answer, followThreads } from '../../../../src/growth/followThrough/index.ts';
import type { PullRequestRecord, ThreadRecord } from '../../../../src/model/pullRequest.ts';
import { plainEnvironment } from '../../../support/git/repositories.ts';

const folders: string[] = [];
export function removeGolden(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-follow-'));
  folders.push(folder);
  return folder;
}

type Tree = ReadonlyMap<string, string>;
type Made = { id: string; parents: string[]; files: Tree; seconds: number };

/**
 * A repository that a test writes, with the pull request as GitHub would tell of it. Its objects are written as git
 * stores them, since some hundred runs of git would take minutes; `porcelain.test.ts` holds the same with git's own.
 */
export class Golden {
  readonly folder = newFolder();
  readonly #made = new Map<string, Made>();
  readonly #branches = new Map<string, string>();
  #at = 'main';
  #clock = Date.parse('2026-01-05T10:00:00Z');

  constructor() {
    for (const name of ['objects', 'refs/heads'])
      mkdirSync(join(this.folder, '.git', name), { recursive: true });
    this.#write('HEAD', 'ref: refs/heads/main\n');
    this.#write('config', '[core]\n\trepositoryformatversion = 0\n\tbare = false\n');
  }

  #write(name: string, content: string): void {
    const file = join(this.folder, '.git', name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }

  #object(type: string, content: Buffer): string {
    const bytes = Buffer.concat([Buffer.from(`${type} ${content.length}\0`), content]);
    const id = createHash('sha1').update(bytes).digest('hex');
    const file = join(this.folder, '.git/objects', id.slice(0, 2), id.slice(2));
    mkdirSync(dirname(file), { recursive: true });
    if (!existsSync(file)) writeFileSync(file, deflateSync(bytes, { level: 1 }));
    return id;
  }

  #tree(files: [string, string][]): string {
    const folders = new Map<string, [string, string][]>();
    const entries: { name: string; mode: string; id: string }[] = [];
    for (const [path, id] of files) {
      const [folder, ...rest] = path.split('/');
      if (rest.length === 0) entries.push({ name: path, mode: '100644', id });
      else folders.set(folder!, [...(folders.get(folder!) ?? []), [rest.join('/'), id]]);
    }
    for (const [name, inside] of folders) entries.push({ name, mode: '40000', id: this.#tree(inside) });
    const key = ({ name, mode }: { name: string; mode: string }) => (mode === '40000' ? `${name}/` : name);
    entries.sort((one, other) => Buffer.compare(Buffer.from(key(one)), Buffer.from(key(other))));
    return this.#object(
      'tree',
      Buffer.concat(
        entries.map(({ name, mode, id }) =>
          Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(id, 'hex')]),
        ),
      ),
    );
  }

  /** Commits these files, `null` for one that goes, on top of the branch; each a day after the one before. */
  commit(
    files: Record<string, string | Buffer | null>,
    message = 'Change',
    at?: string,
    more: string[] = [],
  ): string {
    const before = this.#branches.get(this.#at);
    const now = new Map(before ? this.#made.get(before)!.files : []);
    for (const [path, content] of Object.entries(files)) {
      if (content === null) now.delete(path);
      else now.set(path, this.#object('blob', Buffer.from(content)));
    }
    this.#clock += 86_400_000;
    const seconds = Math.floor((at === undefined ? this.#clock : Date.parse(at)) / 1000);
    const parents = [...(before ? [before] : []), ...more];
    const who = `Marsh <marsh@example.org> ${seconds} +0000`;
    const lines = [`tree ${this.#tree([...now])}`, ...parents.map((one) => `parent ${one}`)];
    const text = `${[...lines, `author ${who}`, `committer ${who}`].join('\n')}\n\n${message}\n`;
    const id = this.#object('commit', Buffer.from(text));
    this.#made.set(id, { id, parents, files: now, seconds });
    this.#set(this.#at, id);
    return id;
  }

  #set(name: string, id: string): void {
    this.#branches.set(name, id);
    this.#write(`refs/heads/${name}`, `${id}\n`);
  }

  /** Begins a branch, or sets it to another place, and works there. */
  branch(name: string, at = this.#at): void {
    this.#set(name, this.#branches.get(at) ?? at);
    this.#at = name;
  }

  checkout(name: string): void {
    this.#at = name;
  }

  /** A merge whose files are those of the branch, with what the test says of files that both changed. */
  merge(name: string, files: Record<string, string> = {}): string {
    const theirs = this.head(name);
    const texts = Object.fromEntries(
      [...this.#made.get(theirs)!.files.keys()].map((path) => [path, this.show(theirs, path)]),
    );
    return this.commit({ ...texts, ...files }, `Merge ${name}`, undefined, [theirs]);
  }

  move(from: string, to: string): string {
    return this.commit({ [to]: this.show(this.head(), from), [from]: null });
  }

  show(commit: string, path: string): string {
    const id = this.#made.get(this.#branches.get(commit) ?? commit)!.files.get(path)!;
    const bytes = inflateSync(readFileSync(join(this.folder, '.git/objects', id.slice(0, 2), id.slice(2))));
    return bytes.subarray(bytes.indexOf(0) + 1).toString();
  }

  /** ISO time of a commit. */
  time(commit: string): string {
    return new Date(this.#made.get(commit)!.seconds * 1000).toISOString();
  }

  /** What a commit comes from, itself included. */
  #all(commit: string | undefined, found = new Set<string>()): Set<string> {
    if (commit === undefined || found.has(commit)) return found;
    found.add(commit);
    for (const parent of this.#made.get(commit)!.parents) this.#all(parent, found);
    return found;
  }

  head(name = this.#at): string {
    return this.#branches.get(name)!;
  }

  /** The pull request of a branch into `main`. */
  pullRequest(
    branch = 'work',
    more: Partial<PullRequestRecord> & { merge?: string; forced?: boolean } = {},
  ): PullRequestRecord {
    const { merge, forced, ...rest } = more;
    const head = this.head(branch);
    const base = merge ? this.#made.get(merge)!.parents[0]! : this.head('main');
    const there = this.#all(base);
    const own = [...this.#all(head)].filter((id) => !there.has(id)).reverse();
    const commits = own.map((sha) => ({ sha, committedAt: this.time(sha) }));
    const mergedAt = merge ? this.time(merge) : null;
    return {
      ...{
        schema: 1,
        host: 'github.com',
        repository: 'lantern/beacon',
        isPrivate: false,
        number: 7,
        nodeId: 'PR_7',
      },
      ...{
        title: 'Work',
        url: 'https://github.com/lantern/beacon/pull/7',
        author: { login: 'marsh', isBot: false },
      },
      ...{
        state: merge ? 'MERGED' : 'OPEN',
        createdAt: '2026-01-05T10:00:00Z',
        updatedAt: '2026-01-05T10:00:00Z',
      },
      ...{ headSha: head, baseSha: base, threads: [], reviews: [], conversation: [] },
      changes: {
        ...{ mergedAt, closedAt: mergedAt, mergeCommit: merge ?? null, base: 'main', commits },
        forcePushes: forced ? [{ at: '2026-01-08T10:00:00Z', before: null, after: head }] : [],
        ...{ files: null, fileCount: null },
      },
      ...rest,
    } as PullRequestRecord;
  }

  /** A thread on lines of a file at a commit, 1-based, with the hunk that GitHub would show. */
  thread(
    commit: string,
    path: string,
    line: number | null,
    more: { startLine?: number; side?: 'LEFT' | 'RIGHT'; hunk?: string | null; at?: string } = {},
  ): ThreadRecord {
    const { startLine = null, side = 'RIGHT' } = more;
    const hunk =
      more.hunk === undefined && line !== null
        ? this.hunk(more.at ?? commit, path, line, startLine, side)
        : (more.hunk ?? null);
    return {
      ...{
        id: `T${line}${side}`,
        isResolved: false,
        isOutdated: true,
        path,
        line: null,
        startLine: null,
        side,
      },
      ...{ originalLine: line, originalStartLine: startLine },
      comments: [
        {
          ...{ nodeId: 'C1', databaseId: '1', author: { login: 'ada', isBot: false }, body: 'Why?', url: '' },
          ...{ createdAt: '2026-01-06T10:00:00Z', updatedAt: '2026-01-06T10:00:00Z', isMinimized: false },
          ...{ diffHunk: hunk, originalCommit: commit },
        },
      ],
    };
  }

  hunk(commit: string, path: string, line: number, startLine: number | null, side: 'LEFT' | 'RIGHT'): string {
    const texts = this.show(commit, path).split('\n');
    const first = Math.max(1, (startLine ?? line) - 3);
    const mark = side === 'LEFT' ? '-' : '+';
    const said = texts.slice(first - 1, line).map((text) => mark + text);
    return [`@@ -${first},${said.length} +${first},${said.length} @@`, ...said].join('\n');
  }

  async follow(record: PullRequestRecord, thread: ThreadRecord, folder = this.folder): Promise<Answer> {
    return followIn(folder, record, thread);
  }
}

export async function followIn(
  folder: string,
  record: PullRequestRecord,
  thread: ThreadRecord,
): Promise<Answer> {
  const history = new CloneHistory(gitFor(), folder);
  try {
    return (await followThreads(history, record, [thread])).get(thread.id)!;
  } finally {
    history.close();
  }
}

export const gitFor = () => createGit({ program: 'git', scratch: tmpdir(), env: plainEnvironment(tmpdir()) });

/** A file of so many lines that each say something of their own. */
export function linesOf(count: number, change: Record<number, string | null> = {}): string {
  const lines: string[] = [];
  for (let i = 1; i <= count; i++) {
    const line = i in change ? change[i] : `const value${i} = compute(${i * 7}, 'step ${i}');`;
    if (line !== null && line !== undefined) lines.push(line);
  }
  return `${lines.join('\n')}\n`;
}
