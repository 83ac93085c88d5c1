import { CairnError } from '../../model/errors.ts';
import type { Work } from '../work/work.ts';
import { isDirty, keepChanges, keepTip } from './backup.ts';
import { dropDraft } from './draftIndex.ts';
import { findEnd, peopleOf, readCommits } from './endLook.ts';
import { completeMessage, isEmptyMessage, proposeMessage } from './endMessage.ts';
import { isWithin, squashed, startOf, together } from './endTarget.ts';
import { prepared, settle } from './findings.ts';
import { runMessageHooks } from './hooks.ts';
import { look } from './inspect.ts';
import { makeCommit } from './mergeTree.ts';
import { wipSubject, writeTrailers } from './message.ts';
import { bringBack, checkOut, setAside } from './move.ts';
import { pushBranch } from './push.ts';
import { localRef } from './refs.ts';
import type {
  ActOptions,
  BranchState,
  EndDone,
  EndHow,
  EndOptions,
  PreparedEnd,
  WorkState,
} from './types.ts';

/**
 * What the end of a pairing would bring onto the base branch, after asking the remote where `fetch` says so. Changes
 * nothing else.
 * @throws CairnError 'sync-unauthorized', 'bad-remote', 'git-failed', 'cancelled'
 */
export async function prepareEnd(work: Work, options: EndOptions): Promise<PreparedEnd> {
  const { people: given, subject, ...asked } = options;
  const { state } = await look(work, { fetch: true, ...asked });
  const commits = await readCommits(work, state);
  const people = peopleOf(commits, given, state.me);
  const others = commits.filter(({ by }) => by.email !== state.me?.email);
  return {
    ...prepared(state, findEnd(state, others.at(-1)?.by.name)),
    people,
    message: proposeMessage(commits, people, state.base?.name ?? '', subject),
    commits: commits.map(({ oid, subject, by, at }) => ({ oid, subject, by, at })),
  };
}

export type EndActOptions = ActOptions & {
  how: EndHow;
  /** Of the squashed commit; the proposed one when left out. */
  message?: string;
};

/**
 * Brings the work of a pairing onto the base branch here, which is never pushed, and takes the pairing's branch away:
 * at the remote only where all that it holds is in what was made and nobody has pushed since. Before that, what would
 * be reached by no branch is kept under backup refs. `none` leaves everything as it is.
 * @throws CairnError 'pairing-blocked', 'pairing-changed' where the repository is not as it was prepared,
 *   'pairing-newer-push' where a teammate was faster, 'pairing-conflict', 'offline', …; all is as it was then
 */
export async function endPairing(work: Work, before: PreparedEnd, options: EndActOptions): Promise<EndDone> {
  const { how } = options;
  const known = { branch: before.branch, base: before.base };
  if (how === 'none') {
    const { wip } = before.state;
    const commit = wip?.local ?? wip?.remote ?? before.state.head ?? '';
    return { ...known, how, commit, backups: [], isRemoved: false };
  }
  const { state, status } = await look(work, known);
  const seen = whatWasSeen(before.state, state);
  const { base, wip } = seen;
  const decided = settle(findEnd(seen), options.decisions);
  if (!base || !wip)
    throw new CairnError('pairing-blocked', 'No branch is checked out.', { detail: 'detached' });
  const message = options.message && !isEmptyMessage(options.message) ? options.message : before.message;

  const backups: string[] = [];
  const keep = async (branch: string | null, oid: string) =>
    void backups.push(await keepTip(work, { what: 'end', branch, oid }));
  const isReset = decided.diverged === 'backup-and-reset';
  const kept = isDirty(status) ? await keepChanges(work, status, 'end') : null;
  if (kept) backups.push(kept.ref);
  let isAside = false;
  const restore = async () => {
    if (kept && isAside) await bringBack(work, state.head as string, kept.ref);
  };
  try {
    const isCarried = !isReset && decided.dirty !== 'set-aside' && decided.untracked !== 'set-aside';
    const carried = kept && isCarried ? kept.tree : null;
    const tip = await tipOf(work, wip, { isReset, carried, subject: state.config.subject ?? wipSubject });
    const start = startOf(base);
    const target =
      how === 'squash'
        ? await squashed(
            work,
            start,
            tip,
            await runMessageHooks(work, completeMessage(message, before.people)),
          )
        : await together(work, start, tip, mergeMessage(wip, before));
    if (how === 'squash') await keep(wip.name, tip);
    for (const oid of [wip.local, wip.gone]) {
      if (oid !== null && !(await isWithin(work, oid, tip))) await keep(wip.name, oid);
    }
    if (state.branch === null && state.head !== null) await keep(null, state.head);

    const isRemoved = await removeRemote(work, seen, tip, options.signal);
    try {
      if (kept) {
        const { ref: _, ...rest } = kept;
        await setAside(work, state.head as string, { ...rest, what: 'end' });
        isAside = true;
      }
      await checkOut(work, { branch: base.name, start: target, from: status });
    } catch (error) {
      if (isRemoved) {
        const push = { branch: wip.name, oid: wip.remote, seen: null };
        await pushBranch(work, state.config.remote, push).catch(() => {});
      }
      throw error;
    }
    await removeLocal(work, wip);
    return { ...known, how, commit: target, backups, isRemoved };
  } catch (error) {
    await restore();
    throw error;
  } finally {
    if (kept) await dropDraft(kept.draft);
  }
}

/** @throws CairnError 'pairing-changed' where a branch moved since. */
function whatWasSeen(before: WorkState, now: WorkState): WorkState {
  const same = (a: BranchState | null, b: BranchState | null) =>
    a?.local === b?.local && (a?.remote ?? a?.gone) === (b?.remote ?? b?.gone);
  if (!same(before.wip, now.wip) || !same(before.base, now.base)) {
    throw new CairnError(
      'pairing-changed',
      'A branch has moved since you looked. Look again, then end the pairing.',
    );
  }
  // What the remote said, a look without asking it cannot know.
  return { ...now, wip: before.wip, base: before.base, isOffline: before.isOffline };
}

/** What of the work goes on: both sides, with the uncommitted changes. */
async function tipOf(
  work: Work,
  wip: BranchState,
  { isReset, carried, subject }: { isReset: boolean; carried: string | null; subject: string },
): Promise<string> {
  const { local, remote } = wip;
  const parents = local === null ? [] : [local];
  const own =
    carried === null ? local : await makeCommit(work, { tree: carried, parents, message: `${subject}\n` });
  if (own === null || isReset) return (remote ?? own) as string;
  return remote === null ? own : together(work, own, remote, `${subject}\n\nBoth sides together.\n`);
}

function mergeMessage(wip: BranchState, { people, base }: PreparedEnd): string {
  const trailers = writeTrailers(people);
  return [
    `Merge branch '${wip.name}' into ${base}`,
    ...(trailers.length > 0 ? [trailers.join('\n')] : []),
  ].join('\n\n');
}

/** @returns whether the branch is gone from the remote by this. @throws CairnError 'pairing-newer-push', 'offline' */
async function removeRemote(
  work: Work,
  { wip, config, isOffline }: WorkState,
  tip: string,
  signal?: AbortSignal,
) {
  if (!wip || wip.remote === null || isOffline || !(await isWithin(work, wip.remote, tip))) return false;
  try {
    const push = { branch: wip.name, oid: null, seen: wip.remote };
    await pushBranch(work, config.remote, signal ? { ...push, signal } : push);
    return true;
  } catch (error) {
    // A remote that lets nobody take a branch away keeps it; the pairing ends all the same.
    if (error instanceof CairnError && error.code === 'pairing-rejected') return false;
    throw error;
  }
}

/** Takes the branch away here, if it still is where it was and checked out nowhere. */
async function removeLocal(work: Work, { name, local, elsewhere }: BranchState): Promise<void> {
  if (local === null || elsewhere !== null) return;
  const input = `delete ${localRef(name)}\0${local}\0`;
  const { code } = await work.change(['update-ref', '--stdin', '-z'], { input, codes: [0, 1, 128] });
  if (code === 0)
    await work.change(['config', '--remove-section', `branch.${name}`], { codes: [0, 1, 5, 128] });
}
