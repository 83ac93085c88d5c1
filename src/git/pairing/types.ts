import type { Account } from '../types.ts';
import type { ReadMessage } from './message.ts';
import type { Note } from './note.ts';
import type { Person } from './person.ts';

/**
 * What stands, or may stand, in the way of an act. Recognised from what git says, explained by ui.
 * - `rebasing`, `merging`, `picking`, `reverting`, `bisecting`, `applying`: git is in the middle of something
 * - `elsewhere`: the branch is checked out in another working tree
 * - `no-branch`: nobody has pushed the branch of this pairing; `branch-exists`: somebody has, before the start
 * - `no-identity`: git does not know who commits
 * - `newer-push`: a teammate has pushed to the branch what is not here
 * - `gone`: the branch was at the remote and is no longer (somebody ended the pairing)
 * - `secrets`: probable secrets in what would be pushed
 * - `lfs`: files whose content only a hook would bring to the remote, and hooks are off
 */
export type Obstacle =
  | 'no-remote'
  | 'no-commit'
  | 'detached'
  | 'rebasing'
  | 'merging'
  | 'picking'
  | 'reverting'
  | 'bisecting'
  | 'applying'
  | 'conflicted'
  | 'shallow'
  | 'submodule'
  | 'sparse'
  | 'dirty'
  | 'untracked'
  | 'unpushed'
  | 'diverged'
  | 'behind'
  | 'wrong-branch'
  | 'protected-branch'
  | 'newer-push'
  | 'gone'
  | 'offline'
  | 'elsewhere'
  | 'no-branch'
  | 'branch-exists'
  | 'no-identity'
  | 'secrets'
  | 'lfs';

/**
 * - `stop`: do nothing
 * - `go-on`: seen and understood
 * - `carry`: uncommitted changes come along, or unpushed commits become part of the pairing's branch
 * - `set-aside`: uncommitted changes, untracked files included, go under a backup ref; the act begins clean
 * - `keep-local`: commits stay where they are, on the local branch
 * - `backup-and-reset`: what only this clone has goes under a backup ref, the branch becomes the remote's
 * - `merge`: both sides in one commit; where they conflict nothing happens
 * - `switch`: to the pairing's branch; uncommitted changes come along where git can carry them
 * - `join`: take over what is there instead of beginning anew
 */
export type Choice =
  | 'stop'
  | 'go-on'
  | 'carry'
  | 'set-aside'
  | 'keep-local'
  | 'backup-and-reset'
  | 'merge'
  | 'switch'
  | 'join';

/** What the person decided. Without an entry, an obstacle that is not blocking goes by its first choice. */
export type Decisions = Partial<Record<Obstacle, Choice>>;

export type Finding = {
  obstacle: Obstacle;
  /** The act refuses (CairnError 'pairing-blocked') until one of the choices other than `stop` was decided. */
  isBlocking: boolean;
  detail: FindingDetail;
  /** The first is what to suggest. Only `['stop']`: there is no way on from here but outside of Cairn. */
  choices: Choice[];
};

/** Facts for the words. Names and paths are strangers' text. */
export type FindingDetail = {
  branch?: string;
  /** The branch, or the working tree, that it is about besides. */
  other?: string;
  /** Commits that only this clone has, and only the remote. */
  ahead?: number;
  behind?: number;
  /** Of all; `paths` holds the first 100. */
  count?: number;
  paths?: string[];
  /** Who made the newest of the others' commits. */
  by?: string;
};

export type WorkOptions = {
  /** The git program: the Git extension's `git.path`, else `git`. */
  program: string;
  /** Any folder inside of the working tree. */
  folder: string;
  /** Whether the repository's hooks run: `cairn.pairing.hooks`. */
  hooks: boolean;
  /** Where Cairn's askpass script may stand (global storage); needed with `account`. */
  scratch?: string;
  /** Who is signed in; the user's own credentials are asked first. */
  account?: Account;
  /** What git's environment is made from; `process.env` when left out. */
  env?: NodeJS.ProcessEnv;
  /** Hears of every call of git, without credentials. */
  log?: (line: string) => void;
  /** Milliseconds for which git may stay silent on a network call; 60,000. */
  patience?: number;
  /** For tests: called before each call of git that changes something; what it throws ends the act there. */
  step?: (name: string) => void | Promise<void>;
  now?: () => number;
};

/** How the branch of a pairing is named, as `mob` has it. */
export type MobConfig = {
  /** `origin` */
  remote: string;
  /** `mob/` */
  prefix: string;
  /** '' where there is none. */
  qualifier: string;
  /** `-` */
  separator: string;
  /** Subject of the commits of work in progress; mob's own when left out. */
  subject?: string;
};

/** A branch here, and at the remote as of the last fetch. */
export type BranchState = {
  /** Without `refs/heads/`. */
  name: string;
  local: string | null;
  remote: string | null;
  /** What it was at the remote before it was deleted there; known after a fetch only. */
  gone: string | null;
  /** Commits that only the local, and only the remote branch has; 0 where one of them is missing. */
  ahead: number;
  behind: number;
  /** The other working tree that has it checked out. */
  elsewhere: string | null;
};

export type Operation = 'rebase' | 'merge' | 'cherry-pick' | 'revert' | 'bisect' | 'am';

/** What git says of the repository, the working tree and the pairing's branches, in one look. */
export type WorkState = {
  /** Top of the working tree, absolute. */
  folder: string;
  /** Checked-out branch without `refs/heads/`; `null` while detached. */
  branch: string | null;
  /** `null` before the first commit. */
  head: string | null;
  operations: Operation[];
  /** Paths relative to the top, `/` between; the same path may be staged and unstaged. */
  staged: string[];
  unstaged: string[];
  untracked: string[];
  conflicted: string[];
  /** Submodules with changes, and untracked repositories inside of this one: left alone, always. */
  submodules: string[];
  isShallow: boolean;
  isSparse: boolean;
  config: MobConfig;
  /** Whether the remote exists. `url` is without credentials. */
  remote: { name: string; url: string } | null;
  base: BranchState | null;
  /** The pairing's branch. */
  wip: BranchState | null;
  /** The remote's default branch, where this clone knows it. */
  defaultBranch: string | null;
  /** Who commits by the user's settings. */
  me: Person | null;
  /** Whether a fetch that was asked for got no answer. */
  isOffline: boolean;
};

export type InspectOptions = {
  /** Branch onto which the work goes in the end; told from the current branch when left out. */
  base?: string;
  /** The pairing's branch; told from the base and mob's configuration when left out. */
  branch?: string;
  /** `null`: none, whatever mob's configuration says. */
  qualifier?: string | null;
  /** Whether to ask the remote first. */
  fetch?: boolean;
  signal?: AbortSignal;
};

/** A probable secret. Never the secret itself. */
export type Secret = { path: string; line: number; kind: string };

export type Prepared = { state: WorkState; base: string; branch: string; findings: Finding[] };

export type PreparedHandOff = Prepared & {
  /** As it will be committed; shown before anything is pushed. */
  message: string;
  /** What the commit changes against the last one. `status` as git says it: A, M, D, T. */
  files: { path: string; status: string }[];
  secrets: Secret[];
  /** For `handOff` only. */
  draft: {
    head: string;
    tree: string;
    index: string;
    stamp: string;
    seen: string;
    lfs: string[];
    options: HandOffOptions;
  };
};

export type HandOffOptions = {
  /** ULID of the handoff. */
  id: string;
  note: Note;
  /** Everybody who took part; whoever commits is left out by itself. */
  coAuthors: Person[];
  /** Where to go on, relative to the top. */
  lastFile: string | null;
} & InspectOptions;

export type Done = {
  branch: string;
  base: string;
  /** What the branch is at now. */
  commit: string;
  /** Backup refs that were made. */
  backups: string[];
};

export type PeekedTakeOver = Prepared & {
  /** What the branch is at, at the remote; `null` where it is not there. */
  commit: string | null;
  message: ReadMessage | null;
  /** Who made the last commit, and when (ISO time). */
  by: Person | null;
  at: string | null;
  /** What the last commit changed, at most 100. */
  files: { path: string; status: string }[];
};

export type ActOptions = { decisions?: Decisions; signal?: AbortSignal };

/** How a pairing ends: one commit on the base branch, all commits, or the branch stays as it is. */
export type EndHow = 'squash' | 'keep' | 'none';

export type EndOptions = InspectOptions & {
  /** Everybody who took part, also who never typed. */
  people: Person[];
  /** First line of the squashed commit, by the person. */
  subject?: string;
};

export type PreparedEnd = Prepared & {
  /** Proposed message with its `Co-authored-by` lines. */
  message: string;
  /** Commits that the pairing's branch has more than the base, oldest first. Untrusted. */
  commits: { oid: string; subject: string; by: Person; at: string }[];
  /** Everybody who took part but who commits. */
  people: Person[];
};

export type EndDone = Done & {
  how: EndHow;
  /** Whether the pairing's branch was taken away at the remote. */
  isRemoved: boolean;
};

export type Backup = {
  /** Full name of the ref. */
  ref: string;
  /** ISO time. */
  at: string;
  /** The act before which it was made: `take-over`, `hand-off`, `start`, `end`, `restore`. */
  what: string;
  /** `null`: HEAD was detached. */
  branch: string | null;
  /** What the branch was at. */
  commit: string;
  /** What the ref names: the same, or a commit of the uncommitted changes. */
  kept: string;
  /** Whether uncommitted changes are in it. */
  isDirty: boolean;
};

export type Restored = { branch: string | null; commit: string; backups: string[] };

export type { ReadMessage } from './message.ts';
export type { Note } from './note.ts';
export type { Person } from './person.ts';
