import { CairnError } from '../../model/errors.ts';
import type { Work } from '../work/work.ts';
import { isDirty, keepChanges, keepTip } from './backup.ts';
import { settle } from './findings.ts';
import { look } from './inspect.ts';
import { makeCommit, mergeTree } from './mergeTree.ts';
import { wipSubject } from './message.ts';
import { bringBack, checkOut, setAside } from './move.ts';
import { findTakeOver } from './peek.ts';
import { remoteRef } from './refs.ts';
import type { ActOptions, BranchState, Decisions, Done, PeekedTakeOver, WorkState } from './types.ts';

/**
 * Goes on where the remote's branch stands. Own commits stay, or are kept under a backup ref; uncommitted changes come
 * along or are set aside (both kinds, where one of `dirty` and `untracked` is).
 * @throws CairnError 'pairing-blocked', 'pairing-changed' where the branch is no longer what was peeked at,
 *   'pairing-conflict', 'git-failed'; all is as it was then
 */
export async function takeOver(work: Work, peeked: PeekedTakeOver, options: ActOptions = {}): Promise<Done> {
  const { state, status } = await look(work, {
    base: peeked.base,
    branch: peeked.branch,
    gone: peeked.state.wip?.gone ?? null,
    counted: peeked.state,
    ...unchanged(peeked.state),
  });
  if (!state.wip || (state.wip.remote !== peeked.commit && !peeked.state.wip?.gone)) {
    throw new CairnError(
      'pairing-changed',
      'The branch has changed since you looked. Look at what is new first.',
    );
  }
  const wip: BranchState = { ...state.wip, remote: peeked.commit, gone: peeked.state.wip?.gone ?? null };
  const seen: WorkState = { ...state, wip, isOffline: peeked.state.isOffline };
  const decided = settle(findTakeOver(seen), options.decisions);

  const target = await targetOf(work, wip, decided, state.config.subject ?? wipSubject);
  const backups: string[] = [];
  const keep = async (branch: string | null, oid: string) =>
    void backups.push(await keepTip(work, { what: 'take-over', branch, oid }));
  if ((decided.diverged ?? decided.unpushed) === 'backup-and-reset')
    await keep(wip.name, wip.local as string);
  if (state.branch === null && state.head !== null) await keep(null, state.head);
  let kept: string | null = null;
  try {
    if ((decided.dirty === 'set-aside' || decided.untracked === 'set-aside') && isDirty(status)) {
      const { ref, ...rest } = await keepChanges(work, status, 'take-over');
      backups.push(ref);
      await setAside(work, state.head as string, { ...rest, what: 'take-over' });
      kept = ref;
    }
    // By its name, so that the new branch follows the remote's.
    const start = wip.local === null ? remoteRef(state.config.remote, wip.name) : target;
    if (state.branch !== wip.name || state.head !== target) {
      await checkOut(work, { branch: wip.name, start, from: status });
    }
  } catch (error) {
    if (kept) await bringBack(work, state.head as string, kept);
    throw error;
  }
  return { branch: wip.name, base: peeked.base, commit: target, backups };
}

/** A clean working tree need not be looked at again: git itself refuses to write over what came up since. */
function unchanged(state: WorkState) {
  if (isDirty(state) || state.conflicted.length > 0) return {};
  const none = { staged: [], unstaged: [], untracked: [], conflicted: [], deleted: [], unindexed: [] };
  return { status: { branch: state.branch, head: state.head, submodules: state.submodules, ...none } };
}

/** What the branch will be at. */
async function targetOf(work: Work, wip: BranchState, decided: Decisions, subject: string): Promise<string> {
  if (wip.local === null || wip.remote === null) return (wip.remote ?? wip.local) as string;
  if (wip.ahead === 0) return wip.remote;
  const how = decided.diverged ?? decided.unpushed;
  if (how === 'backup-and-reset') return wip.remote;
  if (how !== 'merge') return wip.local;
  const parents = [wip.local, wip.remote];
  const tree = await mergeTree(work, wip.local, wip.remote);
  return makeCommit(work, { tree, parents, message: `${subject}\n\nBoth sides together.\n` });
}
