import type { Ran } from '../spawn.ts';

export type WorkCall = {
  input?: Buffer | string;
  signal?: AbortSignal;
  /** Most bytes of output; 64 MB. */
  limit?: number;
  /** Variables that git gets on top: `GIT_INDEX_FILE`. */
  env?: NodeJS.ProcessEnv;
  /** Exit codes that the caller knows what to do with; 0 when left out. */
  codes?: readonly number[];
  /** The same by what git said, or by why it was stopped. */
  accepts?: (ran: Ran) => boolean;
};

/** Somebody's own repository, open for pairing. Made by `openWork`. */
export type Work = {
  /** Top of the working tree, absolute. */
  readonly folder: string;
  /** The git folder of this working tree, and the one that all working trees share; absolute. */
  readonly gitDir: string;
  readonly commonDir: string;
  readonly hooks: boolean;
  /** What git's environment was made from. */
  readonly env: NodeJS.ProcessEnv;
  now(): number;
  /** The user's settings of git: the last value of a key, in small letters as `git config` prints it. */
  setting(key: string): string | null;
  /**
   * Runs git in the working tree with the user's own settings, without a shell, prompts, editors or a network.
   * @throws CairnError 'git-missing', 'git-failed', 'cancelled'
   */
  read(args: readonly string[], call?: WorkCall): Promise<Ran>;
  /** As `read`, for what changes something: `WorkOptions.step` hears of it first. */
  change(args: readonly string[], call?: WorkCall): Promise<Ran>;
  /**
   * As `change`, against the remote: with the user's credentials, then with the signed-in account's on its host.
   * @throws CairnError 'offline', 'sync-unauthorized', 'bad-remote', 'git-failed', 'cancelled'
   */
  network(remote: { name: string; url: string }, args: readonly string[], call?: WorkCall): Promise<Ran>;
  /** Tells `WorkOptions.step` of a change that is not made by git. */
  step(name: string): Promise<void>;
};
