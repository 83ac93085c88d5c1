import { commitObject } from '../../../support/github/code/objects.ts';
import type { StoredCode, StoredCommit } from '../../../support/github/code/types.ts';

type Files = Record<string, string>;

/** A history in the making; every commit is a minute after the one before. */
export class Making {
  readonly commits: StoredCommit[] = [];
  readonly branches: Record<string, string> = {};

  /** @param change what becomes of the first parent's files; `null` takes one away */
  commit(parents: readonly StoredCommit[], change: Record<string, string | null>): StoredCommit {
    const files: Files = { ...parents[0]?.files };
    for (const [path, text] of Object.entries(change)) {
      if (text === null) delete files[path];
      else files[path] = text;
    }
    const at = `${new Date(Date.UTC(2026, 0, 1) + this.commits.length * 60_000).toISOString().slice(0, 19)}Z`;
    const author = { name: 'robin', email: 'robin@localhost' };
    const made = {
      ...{ parents: parents.map(({ sha }) => sha), author, at },
      ...{ message: `Step ${this.commits.length}`, files },
    };
    const commit = { sha: commitObject(made).id, ...made };
    this.commits.push(commit);
    return commit;
  }

  /** A line of so many commits, each of which writes a number into a file. */
  line(from: StoredCommit, count: number, path: string): StoredCommit[] {
    const all = [from];
    for (let i = 0; i < count; i += 1) all.push(this.commit([all.at(-1)!], { [path]: `${i}\n` }));
    return all.slice(1);
  }

  get code(): StoredCode {
    return { commits: this.commits, branches: this.branches };
  }
}
