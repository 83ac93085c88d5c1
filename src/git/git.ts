import { CairnError } from '../model/errors.ts';
import { askpassEnvironment, isAtHost, writeAskpass } from './askpass.ts';
import { environment, hardened, type Where } from './environment.ts';
import { failure, gitMissing, scrub } from './failure.ts';
import { isMissing, type Ran, run, start } from './spawn.ts';
import type { GitOptions, Remote } from './types.ts';

export type CallOptions = {
  input?: Buffer | string;
  signal?: AbortSignal;
  /** Most bytes of output; 16 MB. */
  limit?: number;
  /** Variables that git gets on top. */
  env?: NodeJS.ProcessEnv;
  /** Exit codes or words that the caller knows what to do with. */
  accepts?: (ran: Ran) => boolean;
};

const localTimeout = 10 * 60_000;
const networkTimeout = 30 * 60_000;
const usualPatience = 60_000;
const usualLimit = 16 * 1024 * 1024;

/** Runs git for the other functions of this folder. */
export type Git = {
  readonly options: GitOptions;
  /** Runs git without a network. @throws CairnError 'git-missing', 'git-failed', 'cancelled' */
  local(where: Where, args: readonly string[], options?: CallOptions): Promise<Ran>;
  /**
   * Runs git against a remote, first with the user's own credentials, then, on the host that the user signed in to,
   * with that account's token.
   * @throws CairnError 'git-missing', 'offline', 'sync-unauthorized', 'bad-remote', 'git-failed', 'cancelled'
   */
  network(where: Where, remote: Remote, args: readonly string[], options?: CallOptions): Promise<Ran>;
  /** Starts git with open pipes; the caller ends it with `endGroup`. */
  open(where: Where, args: readonly string[]): ReturnType<typeof start>;
};

/** Starts nothing; the program is run when something is asked of it. */
export function createGit(options: GitOptions): Git {
  const { program, log } = options;
  const base = () => options.env ?? process.env;
  let sshCommand: Promise<NodeJS.ProcessEnv> | undefined;
  /** Which of the two let us in last, by server: asked first the next time. */
  const worked = new Map<string, 'own' | 'account'>();

  async function call(
    where: Where,
    args: readonly string[],
    env: NodeJS.ProcessEnv,
    more: CallOptions & { timeout: number; patience?: number; secret?: string | null },
  ): Promise<Ran> {
    const begin = performance.now();
    try {
      const ran = await run({ program, cwd: where.cwd, limit: usualLimit, ...more, args, env });
      const end = ran.stopped ?? `exit ${ran.code}`;
      log?.(
        scrub(
          `git ${args.filter((arg) => !hardened.includes(arg)).join(' ')}: ${end}, ${Math.round(performance.now() - begin)} ms`,
          more.secret,
        ),
      );
      return ran;
    } catch (error) {
      if (isMissing(error, where.cwd)) throw gitMissing(program, error);
      throw new CairnError('git-failed', 'git could not be started. Sync again.', {
        detail: String(error),
        cause: error,
      });
    }
  }

  async function local(where: Where, args: readonly string[], more: CallOptions = {}): Promise<Ran> {
    const env = { ...environment(base(), where), ...more.env };
    const ran = await call(where, [...hardened, ...args], env, { ...more, timeout: localTimeout });
    if ((ran.code === 0 && !ran.stopped) || (!ran.stopped && more.accepts?.(ran))) return ran;
    throw failure(ran, verbOf(args));
  }

  async function network(where: Where, remote: Remote, args: readonly string[], more: CallOptions = {}) {
    let refusal: CairnError | undefined;
    for (const way of waysIn(remote)) {
      const token = way === 'account' ? ((await options.account?.token()) ?? null) : null;
      if (way === 'account' && token === null) continue;
      const settings =
        token === null ? [] : ['-c', 'credential.helper=', '-c', 'credential.useHttpPath=false'];
      const env = {
        ...environment(base(), where, remote),
        ...(await ssh(where, remote)),
        // With the token no helper takes part: it would be handed the token to store.
        ...(token === null ? {} : askpassEnvironment(await writeAskpass(options.scratch), remote, token)),
        ...more.env,
      };
      const ran = await call(where, [...hardened, ...settings, ...args], env, {
        ...more,
        timeout: networkTimeout,
        patience: options.patience ?? usualPatience,
        secret: token,
      });
      if (!ran.stopped && (ran.code === 0 || more.accepts?.(ran))) {
        if (remote.origin) worked.set(remote.origin, way);
        return ran;
      }
      const failed = failure(ran, verbOf(args), remote, token);
      if (failed.code !== 'sync-unauthorized' && failed.code !== 'bad-remote') throw failed;
      // What the account was told says more than that nobody could be asked for a password.
      if (!refusal || way === 'account') refusal = failed;
    }
    throw refusal;
  }

  function waysIn(remote: Remote): ('own' | 'account')[] {
    const { account } = options;
    if (!account || !remote.origin || !isAtHost(remote, account.origin)) return ['own'];
    return worked.get(remote.origin) === 'account' ? ['account', 'own'] : ['own', 'account'];
  }

  /** ssh asks nothing; a command of the user's own is left as it is. */
  async function ssh(where: Where, remote: Remote): Promise<NodeJS.ProcessEnv> {
    if (remote.kind !== 'ssh' && remote.kind !== 'https') return {};
    sshCommand ??= local(where, ['config', '--get', 'core.sshCommand'], {
      accepts: ({ code }) => code === 1,
    }).then(({ stdout }) =>
      stdout.toString().trim() === ''
        ? { GIT_SSH_COMMAND: 'ssh -o BatchMode=yes -o ConnectTimeout=30', GIT_SSH_VARIANT: 'ssh' }
        : {},
    );
    try {
      return await sshCommand;
    } catch (error) {
      sshCommand = undefined;
      throw error;
    }
  }

  const open = (where: Where, args: readonly string[]) =>
    start({ program, args: [...hardened, ...args], cwd: where.cwd, env: environment(base(), where) });
  return { options, local, network, open };
}

/** `push` in `-c pack.window=0 push …`. */
function verbOf(args: readonly string[]): string {
  return args.find((arg) => /^[a-z][a-z-]+$/.test(arg)) ?? '';
}
