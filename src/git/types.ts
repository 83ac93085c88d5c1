/** The host that the user signed in to. Its token is asked for only when that very server wants one. */
export type Account = {
  /** Scheme, host and port without a trailing slash: `https://github.com`. */
  origin: string;
  /** The token as it is now; `null` where nobody is signed in any more. */
  token(): Promise<string | null>;
};

export type GitOptions = {
  /** The git program: the Git extension's `git.path`, else `git`. */
  program: string;
  /** A folder of Cairn's own (global storage) for the askpass script; made when needed. No secret goes there. */
  scratch: string;
  /** Who is signed in; without it only the user's own credential helpers and keys count. */
  account?: Account;
  /** What git's environment is made from; `process.env` when left out. `GIT_*` is never passed on. */
  env?: NodeJS.ProcessEnv;
  /** Hears of every call of git, without credentials: for the log. */
  log?: (line: string) => void;
  /** How long git may stay silent on a network call before it counts as hanging, in milliseconds; 60,000. */
  patience?: number;
};

/** A git remote that Cairn may talk to; made by `parseRemote` only. */
export type Remote = {
  kind: 'https' | 'http' | 'ssh' | 'path';
  /** What git is given: an address, or an absolute path. Never starts with `-`, holds no password. */
  url: string;
  /** `https://github.com` for https and http, for comparing with the signed-in host; else `null`. */
  origin: string | null;
  /** Host name in small letters, with the port of https and http where it is not the usual one; else `null`. */
  host: string | null;
  /** `owner/name` (deeper on some servers) without `.git`; `null` for a path. */
  repository: string | null;
  /** What to show to people: `github.com/ann/space`, `/srv/space.git`. */
  label: string;
};

/** What a space says of itself in `space.json`. */
export type SpaceIdentity = { id: string; name: string; createdAt: string };

/**
 * A clone of a space on this machine, with what the journal part does for it. `writer` and `renewWriter` are
 * called inside `hold` only, so they must not take the journal's lock again.
 */
export type SpaceClone = {
  /** The space's folder, with `space.json`. */
  folder: string;
  /** Runs `work` while no window appends to the journal (its `.lock`). */
  hold<T>(work: () => Promise<T>): Promise<T>;
  /** This clone's writer id, `null` while it never wrote. */
  writer(): Promise<string | null>;
  /** Gives this clone a new writer id, on disk when it resolves, and returns it. */
  renewWriter(): Promise<string>;
};

/**
 * Why something of the remote was not taken:
 * `link` a symbolic link, `submodule`, `path` no path of a journal, `folder` a folder where a file should be or
 * the other way round, `large` above 64 MB, `many` beyond what is read (20,000 writers, 2,000 files each),
 * `local` what is in its place on this disk is no ordinary file.
 */
export type SkipReason = 'link' | 'submodule' | 'path' | 'folder' | 'large' | 'many' | 'local';

/** Something of the shared space that was left alone. `path` may be a stranger's text: control characters are out. */
export type Skipped = { path: string; reason: SkipReason };

export type SyncResult = {
  /** Own events that this sync brought to the remote; erased lines count. */
  pushed: number;
  /** Other writers' files, relative to the space's folder, that are new or changed on this disk. */
  received: string[];
  skipped: Skipped[];
  /** Whether this clone took a new writer id, since the remote held lines under the old one that it did not know. */
  renewed: boolean;
  /** Whether something of other writers that the remote had lost was put back. */
  restored: boolean;
};

export type JoinResult = SpaceIdentity & Pick<SyncResult, 'received' | 'skipped'>;
