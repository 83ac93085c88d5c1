import { blobOf } from './objects.ts';
import type { StoredCode, StoredCommit } from './types.ts';

/** The code of one repository, to be asked as GitHub is asked. */
export class Code {
  readonly stored: StoredCode;
  readonly #byId: Map<string, StoredCommit>;
  #texts: Map<string, string> | undefined;

  constructor(stored: StoredCode) {
    this.stored = stored;
    this.#byId = new Map(stored.commits.map((commit) => [commit.sha, commit]));
  }

  find(sha: string): StoredCommit | undefined {
    return this.#byId.get(sha);
  }

  /** By a commit's id or a branch's name. */
  at(revision: string): StoredCommit | undefined {
    return this.find(this.stored.branches[revision.replace(/^refs\/heads\//, '')] ?? revision);
  }

  /** A file's text by the id of its blob, whichever commit it is in. */
  text(blob: string): string | undefined {
    const all = () => this.stored.commits.flatMap(({ files }) => Object.values(files));
    this.#texts ??= new Map([...new Set(all())].map((text) => [blobOf(text).id, text]));
    return this.#texts.get(blob);
  }

  /** What a commit comes from, itself first, each before those that it comes from, the newest first. */
  ancestors(sha: string): StoredCommit[] {
    const found = new Map<string, StoredCommit>();
    const waiting = [sha];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const commit = this.find(next);
      if (!commit || found.has(next)) continue;
      found.set(next, commit);
      waiting.push(...commit.parents);
    }
    const order = new Map(this.stored.commits.map((commit, index) => [commit.sha, index]));
    return [...found.values()].sort((a, b) => (order.get(b.sha) ?? 0) - (order.get(a.sha) ?? 0));
  }

  /** The newest commit that both come from; histories here never cross. */
  mergeBase(one: string, other: string): StoredCommit | undefined {
    const those = new Set(this.ancestors(other).map(({ sha }) => sha));
    return this.ancestors(one).find(({ sha }) => those.has(sha));
  }

  /** Commits from which a path's text differs from that of all of their parents, as `git log -- path` shows them. */
  touching(sha: string, path: string): StoredCommit[] {
    return this.ancestors(sha).filter(({ parents, files }) => {
      const before = parents.map((parent) => this.find(parent)?.files[path]);
      return before.length === 0 ? path in files : before.every((text) => text !== files[path]);
    });
  }
}
