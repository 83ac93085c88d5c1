import type * as vscode from 'vscode';

/** What of the Git extension's interface is used; see its git.d.ts. */
type Change = { uri: vscode.Uri; originalUri: vscode.Uri; status: number };
type Repository = {
  rootUri: vscode.Uri;
  state: {
    indexChanges: Change[];
    remotes: { fetchUrl?: string; pushUrl?: string }[];
    onDidChange: vscode.Event<void>;
  };
  diffIndexWithHEAD(path: string): Promise<string>;
};
type Api = {
  repositories: Repository[];
  onDidOpenRepository: vscode.Event<Repository>;
  onDidCloseRepository: vscode.Event<Repository>;
};
export type GitExtension = { getAPI(version: 1): Api };

/** `Status` of the Git extension. */
const indexDeleted = 2;
/** A change of more files is looked at no further: nobody wrote those by hand. */
const mostFiles = 2000;
/** Milliseconds in which several changes are one. */
const together = 3;

/** A file in the index that differs from the last commit; paths are below the root, with `/`. */
export type StagedFile = { uri: vscode.Uri; path: string; before: string | null };

/** What is staged in a repository. */
export type StagedIn = {
  root: vscode.Uri;
  /** Addresses of its remotes. */
  remotes: string[];
  files: StagedFile[];
  /** What git says of one file: the difference that is staged. */
  diff(file: StagedFile): Promise<string>;
};

type Watched = { staged: StagedIn; key: string; listener: vscode.Disposable };

/**
 * Tells what is staged, as the Git extension sees it: whenever other files are, and at the beginning where some are.
 * @param onChange is told when git's event came, milliseconds of `performance.now`
 */
export class StagedWatch implements vscode.Disposable {
  readonly #watched = new Map<Repository, Watched>();
  readonly #onChange: (staged: StagedIn[], since: number) => void;
  readonly #owned: vscode.Disposable[];
  #scheduled: NodeJS.Timeout | undefined;
  #since = 0;

  constructor(api: Api, onChange: (staged: StagedIn[], since: number) => void) {
    this.#onChange = onChange;
    this.#owned = [
      api.onDidOpenRepository((repository) => this.#watch(repository)),
      api.onDidCloseRepository((repository) => this.#leave(repository)),
    ];
    for (const repository of api.repositories) this.#watch(repository);
  }

  dispose(): void {
    clearTimeout(this.#scheduled);
    for (const one of this.#owned) one.dispose();
    for (const { listener } of this.#watched.values()) listener.dispose();
    this.#watched.clear();
  }

  #watch(repository: Repository): void {
    if (this.#watched.has(repository)) return;
    const listener = repository.state.onDidChange(() => this.#look(repository));
    const staged = { root: repository.rootUri, remotes: [], files: [], diff: diffIn(repository) };
    this.#watched.set(repository, { staged, key: '', listener });
    this.#look(repository);
  }

  #leave(repository: Repository): void {
    const watched = this.#watched.get(repository);
    if (!watched) return;
    watched.listener.dispose();
    this.#watched.delete(repository);
    if (watched.key !== '') this.#schedule();
  }

  /** Git's event comes with every look at the working tree: most of them say nothing new. */
  #look(repository: Repository): void {
    const since = performance.now();
    const watched = this.#watched.get(repository);
    if (!watched) return;
    const { rootUri, state } = repository;
    const files = state.indexChanges.slice(0, mostFiles).flatMap((change) => fileOf(rootUri, change) ?? []);
    const remotes = state.remotes.flatMap(({ fetchUrl, pushUrl }) => fetchUrl ?? pushUrl ?? []);
    const key =
      files.length === 0 ? '' : JSON.stringify([remotes, files.map(({ path, before }) => [path, before])]);
    if (key === watched.key) return;
    watched.key = key;
    watched.staged = { ...watched.staged, remotes, files };
    this.#schedule(since);
  }

  #schedule(since = performance.now()): void {
    if (this.#scheduled !== undefined) return;
    this.#since = since;
    this.#scheduled = setTimeout(() => {
      this.#scheduled = undefined;
      const staged = [...this.#watched.values()].map((each) => each.staged);
      this.#onChange(
        staged.filter(({ files }) => files.length > 0),
        this.#since,
      );
    }, together);
  }
}

function fileOf(root: vscode.Uri, { uri, originalUri, status }: Change): StagedFile | null {
  const path = status === indexDeleted ? null : pathBelow(root, uri);
  return path === null ? null : { uri, path, before: earlier(pathBelow(root, originalUri), path) };
}

const earlier = (before: string | null, path: string) => (before === path ? null : before);

function pathBelow(root: vscode.Uri, uri: vscode.Uri): string | null {
  const folder = root.path.endsWith('/') ? root.path : `${root.path}/`;
  return uri.path.startsWith(folder) ? uri.path.slice(folder.length) : null;
}

/** The path is an argument of git's, behind `--`. */
const diffIn = (repository: Repository) => (file: StagedFile) =>
  repository.diffIndexWithHEAD(file.uri.fsPath);
