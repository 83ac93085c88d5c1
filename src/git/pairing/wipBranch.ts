import type { MobConfig } from './types.ts';

/** The names of before `mob` had a prefix: on `master` without a qualifier it still uses them. */
const oldBase = 'master';
const oldWip = 'mob-session';

/** The branch that carries the work in progress on this base branch, as `mob` names it. */
export function wipBranchOf(base: string, { prefix, qualifier, separator }: MobConfig): string {
  if (base === oldBase && qualifier === '') return oldWip;
  return `${prefix}${base}${qualifier === '' ? '' : `${separator}${qualifier}`}`;
}

export function isWipBranch(branch: string, { prefix }: MobConfig): boolean {
  return branch === oldWip || (branch.startsWith(prefix) && branch.length > prefix.length);
}

export type Bases = {
  /** The likeliest base branch, or `null` where none is known: then somebody has to say. */
  base: string | null;
  /** All that it may be, the likeliest first. More than one: ask where it matters. */
  candidates: string[];
  /** Which branch `mob` takes for it. Where that is not the same, whoever goes on with `mob` ends elsewhere. */
  mobSays: string;
};

/**
 * The base branch of a branch with work in progress. `mob/release-2` may be about `release-2`, or about `release` with
 * the qualifier `2`: `mob` cuts at the last dash until there is such a local branch, and takes what is left over where
 * there is none. Here a branch counts only that is known, locally or at the remote.
 */
export function baseOf(
  wip: string,
  config: MobConfig,
  branches: { local: readonly string[]; remote: readonly string[] },
): Bases {
  if (wip === oldWip) return { base: oldBase, candidates: [oldBase], mobSays: oldBase };
  const name = wip.slice(config.prefix.length);
  const known = new Set([...branches.local, ...branches.remote]);
  const candidates = shorter(name, config).filter(
    (one) => known.has(one) && !isWipBranch(one, config) && one !== wip,
  );
  const suffix = `${config.separator}${config.qualifier}`;
  const named = config.qualifier !== '' && name.endsWith(suffix) ? name.slice(0, -suffix.length) : null;
  const first = named !== null && known.has(named) ? [named] : [];
  const ordered = [...new Set([...first, ...candidates])];
  return {
    base: ordered[0] ?? null,
    candidates: ordered,
    mobSays: byMob(name, config, new Set(branches.local)),
  };
}

/** The name, and what is left of it when it is cut at its last separator, again and again. */
function shorter(name: string, { separator }: MobConfig): string[] {
  const names = [name];
  for (let at = name.lastIndexOf(separator); at > 0; at = name.lastIndexOf(separator, at - 1))
    names.push(name.slice(0, at));
  return names.slice(0, 100);
}

/** As `removeWipQualifier` of `mob`. */
function byMob(name: string, { qualifier, separator }: MobConfig, local: ReadonlySet<string>): string {
  let branch = name;
  while (!local.has(branch) && branch.includes(separator)) {
    const suffix = `${separator}${qualifier}`;
    const at = qualifier === '' || branch.endsWith(suffix) ? branch.lastIndexOf(suffix) : -1;
    if (at < 0) break;
    branch = branch.slice(0, at);
  }
  return branch;
}
