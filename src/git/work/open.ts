import { CairnError } from '../../model/errors.ts';
import { askpassEnvironment, isAtHost, writeAskpass } from '../askpass.ts';
import { gitMissing, scrub } from '../failure.ts';
import type { WorkOptions } from '../pairing/types.ts';
import { isMissing, type Ran, run } from '../spawn.ts';
import { workEnvironment, workSettings } from './environment.ts';
import { workFailure } from './refusal.ts';
import { remoteOf } from './remote.ts';
import type { Work, WorkCall } from './work.ts';

const localTimeout = 10 * 60_000;
const networkTimeout = 30 * 60_000;
const usualPatience = 60_000;
const usualLimit = 64 * 1024 * 1024;

/**
 * Opens the repository that holds a folder.
 * @throws CairnError 'no-repository' where there is none with a working tree, 'git-missing', 'git-failed'
 */
export async function openWork(options: WorkOptions): Promise<Work> {
  const { program, log, hooks } = options;
  const env = workEnvironment(options.env ?? process.env);
  const fixed = workSettings(hooks);

  type Way = {
    cwd: string;
    env: NodeJS.ProcessEnv;
    timeout: number;
    patience?: number;
    secret?: string | null;
  };

  async function call(args: readonly string[], way: Way, more: WorkCall): Promise<Ran> {
    const begin = performance.now();
    const { codes: _, accepts: __, ...rest } = more;
    try {
      const all = { program, limit: usualLimit, ...rest, ...way, env: { ...way.env, ...more.env } };
      const ran = await run({ ...all, args: [...fixed, ...args] });
      const took = Math.round(performance.now() - begin);
      log?.(scrub(`git ${args.join(' ')}: ${ran.stopped ?? `exit ${ran.code}`}, ${took} ms`, way.secret));
      return ran;
    } catch (error) {
      if (isMissing(error, way.cwd)) throw gitMissing(program, error);
      throw new CairnError(
        'no-repository',
        `Cairn cannot work in ${way.cwd}. Check that the folder is there.`,
        {
          detail: String(error),
          cause: error,
        },
      );
    }
  }

  const isFine = (ran: Ran, { codes = [0], accepts }: WorkCall) =>
    (!ran.stopped && codes.includes(ran.code ?? -1)) ||
    (ran.stopped !== 'aborted' && accepts?.(ran) === true);

  async function local(cwd: string, args: readonly string[], more: WorkCall, locks: '0' | '1'): Promise<Ran> {
    const way = { cwd, env: { ...env, GIT_OPTIONAL_LOCKS: locks }, timeout: localTimeout };
    const ran = await call(args, way, more);
    if (isFine(ran, more)) return ran;
    throw workFailure(ran, verbOf(args), null);
  }

  const [folder, settings] = await Promise.all([
    findFolders((...args) => local(options.folder, args, {}, '0')),
    local(options.folder, ['config', '-z', '--list'], {}, '0').then(({ stdout }) => readSettings(stdout)),
  ]);

  const work: Work = {
    ...folder,
    hooks,
    env: options.env ?? process.env,
    now: options.now ?? Date.now,
    setting: (key) => settings.get(key) ?? null,
    step: async (name) => options.step?.(name),
    read: (args, more = {}) => local(folder.folder, args, more, '0'),
    change: async (args, more = {}) => {
      await options.step?.(verbOf(args));
      return local(folder.folder, args, more, '1');
    },
    network: async ({ url }, args, more = {}) => {
      await options.step?.(verbOf(args));
      const remote = remoteOf(url);
      let refused: CairnError | undefined;
      for (const isOwn of [true, false]) {
        const isTried =
          isOwn || (options.account && options.scratch && isAtHost(remote, options.account.origin));
        const token = isOwn ? null : isTried ? ((await options.account?.token()) ?? null) : null;
        if (!isOwn && token === null) continue;
        const way = {
          cwd: folder.folder,
          env: {
            ...env,
            ...quietSsh(),
            ...(token && askpassEnvironment(await writeAskpass(options.scratch ?? ''), remote, token)),
          },
          timeout: networkTimeout,
          patience: options.patience ?? usualPatience,
          secret: token,
        };
        // With the token no helper takes part: it would be handed the token to store.
        const extra = token ? ['-c', 'credential.helper=', '-c', 'credential.useHttpPath=false'] : [];
        const ran = await call([...extra, ...args], way, more);
        if (isFine(ran, more)) return ran;
        refused = workFailure(ran, verbOf(args), remote, token);
        if (refused.code !== 'sync-unauthorized' && refused.code !== 'bad-remote') throw refused;
      }
      throw refused;
    },
  };

  /** ssh asks nothing; a command of the user's own is left as it is. */
  function quietSsh(): NodeJS.ProcessEnv {
    if (env.GIT_SSH_COMMAND || env.GIT_SSH || settings.get('core.sshcommand')) return {};
    return { GIT_SSH_COMMAND: 'ssh -o BatchMode=yes -o ConnectTimeout=30', GIT_SSH_VARIANT: 'ssh' };
  }
  return work;
}

/** Each by itself where a folder's name holds a line feed. */
async function findFolders(git: (...args: string[]) => Promise<Ran>) {
  const asked = ['--show-toplevel', '--absolute-git-dir', '--git-common-dir'];
  const absolute = ['rev-parse', '--path-format=absolute'];
  const lines = (await git(...absolute, ...asked)).stdout.toString().replace(/\n$/, '').split('\n');
  const [folder, gitDir, commonDir] =
    lines.length === 3
      ? lines
      : await Promise.all(
          asked.map(async (one) => (await git(...absolute, one)).stdout.toString().replace(/\n$/, '')),
        );
  if (!folder || !gitDir || !commonDir) {
    throw new CairnError('no-repository', 'This folder is not in a git repository. Open one that is.');
  }
  return { folder, gitDir, commonDir };
}

/** The last value of each key counts, as for git. */
function readSettings(output: Buffer): Map<string, string> {
  const settings = new Map<string, string>();
  for (const entry of output.toString().split('\0')) {
    const end = entry.indexOf('\n');
    if (entry !== '')
      settings.set(end < 0 ? entry : entry.slice(0, end), end < 0 ? 'true' : entry.slice(end + 1));
  }
  return settings;
}

/** `push` in `-c pack.window=0 push …`. */
function verbOf(args: readonly string[]): string {
  return args.find((arg) => /^[a-z][a-z-]+$/.test(arg)) ?? '';
}
