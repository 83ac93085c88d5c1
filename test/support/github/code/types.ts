/** A commit with all that is in it: what a repository with code consists of. */
export type StoredCommit = {
  sha: string;
  parents: string[];
  author: { name: string; email: string };
  /** ISO, to the second: when it was made and committed. */
  at: string;
  message: string;
  /** Texts by path with `/`; a commit has no links and no modes. */
  files: Readonly<Record<string, string>>;
};

/** What a set knows of a repository's code besides its pull requests. */
export type StoredCode = {
  /** In an order in which parents come first. */
  commits: StoredCommit[];
  /** Heads by the branches' names. */
  branches: Record<string, string>;
};
