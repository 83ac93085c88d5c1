import { CairnError } from '../../model/errors.ts';
import type { Work } from '../work/work.ts';
import { isDirty, keepChanges, keepTip } from './backup.ts';
import { apart, blocking, findChanges, findCommon, prepared, settle, telling } from './findings.ts';
import { look } from './inspect.ts';
import { bringBack, checkOut, setAside } from './move.ts';
import { peekTakeOver } from './peek.ts';
import { pushBranch } from './push.ts';
import { remoteRef } from './refs.ts';
import { takeOver } from './takeOver.ts';
import type { ActOptions, Done, Finding, InspectOptions, Prepared, WorkState } from './types.ts';

/**
 * What the start of a pairing would find, after asking the remote. Changes nothing.
 * @throws CairnError 'sync-unauthorized', 'bad-remote', 'git-failed', 'cancelled'
 */
export async function prepareStart(work: Work, options: InspectOptions = {}): Promise<Prepared> {
  const { state } = await look(work, { fetch: true, ...options });
  return prepared(state, findStart(state));
}

/** What stands in the way of a pairing's start. */
export function findStart(state: WorkState): Finding[] {
  const found = findCommon(state, { remote: true, identity: false });
  const { base, wip } = state;
  if (state.isOffline) found.push(blocking('offline', ['stop']));
  if (!base || !wip) return [...found, blocking('detached', ['stop'])];
  if (base.local === null && base.remote === null) {
    found.push(blocking('no-branch', ['stop'], { branch: base.name }));
    return found;
  }
  if (state.branch === null) found.push(blocking('detached', ['switch', 'stop'], { other: wip.name }));
  else if (state.branch !== base.name && state.branch !== wip.name) {
    found.push(blocking('wrong-branch', ['switch', 'stop'], { branch: state.branch, other: wip.name }));
  }
  if (wip.elsewhere) found.push(blocking('elsewhere', ['stop'], { branch: wip.name, other: wip.elsewhere }));
  if (wip.remote !== null) {
    found.push(blocking('branch-exists', ['join', 'stop'], { branch: wip.name }));
    return found;
  }
  if (wip.local !== null && wip.local !== base.remote && wip.local !== base.local) {
    found.push(blocking('branch-exists', ['backup-and-reset', 'carry', 'stop'], { branch: wip.name }));
  }
  if (base.remote === null) found.push(telling('unpushed', ['carry'], { branch: base.name }));
  else if (base.ahead > 0) {
    const obstacle = base.behind > 0 ? 'diverged' : 'unpushed';
    found.push(blocking(obstacle, ['keep-local', 'carry', 'stop'], apart(base)));
  } else if (base.behind > 0) found.push(telling('behind', ['go-on'], apart(base)));
  return [...found, ...findChanges(state, ['carry', 'set-aside', 'stop'])];
}

/**
 * Makes the pairing's branch, at the remote first, and checks it out. Where one of `dirty` and `untracked` is set
 * aside, both are.
 * @throws CairnError 'pairing-blocked', 'pairing-newer-push' where somebody was faster, 'pairing-rejected',
 *   'pairing-conflict', 'offline', …; all is as it was then
 */
export async function startPairing(work: Work, before: Prepared, options: ActOptions = {}): Promise<Done> {
  const asked = {
    base: before.base,
    branch: before.branch,
    gone: before.state.wip?.gone ?? null,
    counted: before.state,
  };
  const { state, status } = await look(work, asked);
  const decided = settle(findStart(state), options.decisions);
  const { base, wip } = state;
  if (!base || !wip)
    throw new CairnError('pairing-blocked', 'No branch is checked out.', { detail: 'detached' });
  if (wip.remote !== null) {
    return takeOver(
      work,
      await peekTakeOver(work, { base: before.base, branch: before.branch, fetch: false }),
      options,
    );
  }
  const carriesBase = (decided.unpushed ?? decided.diverged) === 'carry';
  const from = carriesBase ? base.local : (base.remote ?? base.local);
  const target = (decided['branch-exists'] === 'carry' ? wip.local : from) as string;
  const backups: string[] = [];
  const keep = async (branch: string | null, oid: string) =>
    void backups.push(await keepTip(work, { what: 'start', branch, oid }));
  if (decided['branch-exists'] === 'backup-and-reset') await keep(wip.name, wip.local as string);
  if (state.branch === null && state.head !== null) await keep(null, state.head);

  const remote = state.config.remote;
  // The push makes this clone forget what the branch was.
  if (wip.gone) {
    backups.push(await keepTip(work, { what: 'fetch', branch: `${remote}/${wip.name}`, oid: wip.gone }));
  }
  await pushBranch(work, remote, { branch: wip.name, oid: target, seen: null, signal: options.signal });
  let kept: string | null = null;
  try {
    if ((decided.dirty === 'set-aside' || decided.untracked === 'set-aside') && isDirty(status)) {
      const { ref, ...rest } = await keepChanges(work, status, 'start');
      backups.push(ref);
      await setAside(work, state.head as string, { ...rest, what: 'start' });
      kept = ref;
    }
    await checkOut(work, { branch: wip.name, start: remoteRef(remote, wip.name), from: status });
  } catch (error) {
    // Nobody else can have found the branch useful yet; what they pushed meanwhile stays.
    await pushBranch(work, remote, { branch: wip.name, oid: null, seen: target }).catch(() => {});
    if (kept) await bringBack(work, state.head as string, kept);
    throw error;
  }
  return { branch: wip.name, base: base.name, commit: target, backups };
}
