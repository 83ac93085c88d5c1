import { homedir } from 'node:os';
import { join } from 'node:path';
import { scrub } from '../failure.ts';
import type { Work } from '../work/work.ts';
import { fetchBranches } from './fetch.ts';
import { readMobConfig } from './mobConfig.ts';
import { isThere, readOperations } from './operations.ts';
import { countApart, localRef, type Ref, readHead, readRefs, remoteRef } from './refs.ts';
import { readStatus, type Status } from './status.ts';
import type { BranchState, InspectOptions, MobConfig, WorkState } from './types.ts';
import { baseOf, isWipBranch, wipBranchOf } from './wipBranch.ts';

/** How `inspect` is asked by the acts. */
export type LookOptions = InspectOptions & {
  /** What the working tree was found to be a moment ago, where another look would tell nothing more. */
  status?: Status;
  /** What the pairing's branch was before it was deleted at the remote, as an earlier look found it. */
  gone?: string | null;
  /** What an earlier look counted, for branches that have not moved since. */
  counted?: Pick<WorkState, 'base' | 'wip'>;
};

/**
 * Looks at the repository, its working tree and the pairing's branches. With `fetch` the remote is asked first, and
 * nothing else changes.
 * @throws CairnError 'git-failed', 'sync-unauthorized', 'bad-remote', 'cancelled'; no answer is no error: `isOffline`
 */
export async function inspect(work: Work, options: InspectOptions = {}): Promise<WorkState> {
  return (await look(work, options)).state;
}

/** As `inspect`, with what the acts need besides. */
export async function look(
  work: Work,
  options: LookOptions = {},
): Promise<{ state: WorkState; status: Status }> {
  const [status, facts] = await Promise.all([
    options.status ?? readStatus(work),
    lookAtBranches(work, options),
  ]);
  const [operations, isShallow] = await Promise.all([
    readOperations(work),
    isThere(join(work.commonDir, 'shallow')),
  ]);
  const head = options.status ? facts.head : status.head;
  const state: WorkState = {
    folder: work.folder,
    branch: facts.branch,
    head,
    operations,
    staged: status.staged,
    unstaged: status.unstaged,
    untracked: status.untracked,
    conflicted: status.conflicted,
    submodules: status.submodules,
    isShallow,
    isSparse: work.setting('core.sparsecheckout') === 'true',
    config: facts.config,
    remote: facts.remote && { ...facts.remote, url: scrub(facts.remote.url) },
    base: facts.base,
    wip: facts.wip,
    defaultBranch: facts.defaultBranch,
    me: meOf(work),
    isOffline: facts.isOffline,
  };
  return { state, status: { ...status, head, branch: facts.branch } };
}

/** The commit that is checked out. */
export async function headOf(work: Work): Promise<string | null> {
  const { stdout, code } = await work.read(['rev-parse', '--verify', '--quiet', 'HEAD'], { codes: [0, 1] });
  return code === 0 ? stdout.toString().trim() : null;
}

async function lookAtBranches(work: Work, options: LookOptions) {
  const [{ branch, oid }, read] = await Promise.all([
    readHead(work),
    readMobConfig({ env: work.env, home: work.env.HOME ?? homedir(), root: work.folder }),
  ]);
  const config = options.qualifier === undefined ? read : { ...read, qualifier: options.qualifier ?? '' };
  const url = work.setting(`remote.${config.remote}.url`);
  const remote = url === null ? null : { name: config.remote, url };
  const named = await namesOf(work, branch, config, options);
  const names = [named.base, named.wip].filter((name) => name !== null);
  let there: Set<string> | null | undefined;
  if (options.fetch && remote && names.length > 0) {
    there = await fetchBranches(work, remote, names, options.signal);
  }
  const headRef = remoteRef(config.remote, 'HEAD');
  const wanted = [...names.flatMap((name) => [localRef(name), remoteRef(config.remote, name)]), headRef];
  if (branch !== null) wanted.push(localRef(branch));
  const refs = there === undefined && named.refs ? named.refs : await readRefs(work, wanted);
  const [base, wip] = await Promise.all(
    [named.base, named.wip].map((name, at) => {
      const gone = at === 1 ? (options.gone ?? null) : null;
      return name === null
        ? null
        : branchState(work, name, config, refs, {
            there,
            gone,
            counted: at === 0 ? options.counted?.base : options.counted?.wip,
          });
    }),
  );
  const prefix = remoteRef(config.remote, '');
  const symref = refs.get(headRef)?.symref ?? '';
  const defaultBranch = symref.startsWith(prefix) ? symref.slice(prefix.length) : null;
  const head = oid ?? (branch === null ? null : (refs.get(localRef(branch))?.oid ?? null));
  return {
    branch,
    head,
    config,
    remote,
    base: base ?? null,
    wip: wip ?? null,
    defaultBranch,
    isOffline: there === null,
  };
}

/** Which two branches it is about. */
async function namesOf(work: Work, branch: string | null, config: MobConfig, options: LookOptions) {
  const isOnWip = branch !== null && isWipBranch(branch, config) && branch !== options.base;
  let base = options.base ?? (isOnWip ? null : branch);
  const asked = options.branch ?? (isOnWip && options.base === undefined ? branch : null);
  let all: Map<string, Ref> | null = null;
  if (base === null && asked !== null) {
    all = await readRefs(work, ['refs/heads', `refs/remotes/${config.remote}`]);
    const refs = [...all.keys()];
    const under = (prefix: string) =>
      refs.filter((ref) => ref.startsWith(prefix)).map((ref) => ref.slice(prefix.length));
    const remote = under(remoteRef(config.remote, '')).filter((name) => name !== 'HEAD');
    base = baseOf(asked, config, { local: under('refs/heads/'), remote }).base;
  }
  return { refs: all, base, wip: asked ?? (base === null ? null : wipBranchOf(base, config)) };
}

async function branchState(
  work: Work,
  name: string,
  config: MobConfig,
  refs: Map<string, Ref>,
  before: {
    there: Set<string> | null | undefined;
    gone: string | null;
    counted: BranchState | null | undefined;
  },
): Promise<BranchState> {
  const here = refs.get(localRef(name));
  const seen = refs.get(remoteRef(config.remote, name))?.oid ?? null;
  const { there, gone, counted } = before;
  const isGone = seen !== null && (there ? !there.has(name) : seen === gone);
  const local = here?.oid ?? null;
  const remote = isGone ? null : seen;
  const isCounted = counted?.name === name && counted.local === local && counted.remote === remote;
  const [ahead, behind] = isCounted
    ? [counted.ahead, counted.behind]
    : local !== null && remote !== null
      ? await countApart(work, local, remote)
      : [0, 0];
  return {
    name,
    local,
    remote,
    gone: isGone ? seen : null,
    ahead,
    behind,
    elsewhere: here?.elsewhere ?? null,
  };
}

/** By the settings that git itself reads; what it would make up does not count. */
function meOf(work: Work): WorkState['me'] {
  const name = work.env.GIT_AUTHOR_NAME || work.setting('author.name') || work.setting('user.name');
  const email =
    work.env.GIT_AUTHOR_EMAIL || work.setting('author.email') || work.setting('user.email') || work.env.EMAIL;
  return name && email ? { name, email } : null;
}
