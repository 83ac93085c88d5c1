import { CairnError } from '../../model/errors.ts';
import type { Work } from '../work/work.ts';
import { keepChanges, keepTip } from './backup.ts';
import { dropDraft, indexOf, useDraft } from './draftIndex.ts';
import { settle } from './findings.ts';
import { runAfterCommit, runCommitHooks } from './hooks.ts';
import { headOf, look } from './inspect.ts';
import { makeCommit, mergeTree } from './mergeTree.ts';
import { wipSubject } from './message.ts';
import { checkOut, resetIndex } from './move.ts';
import { isThere } from './operations.ts';
import { findHandOff, prepareHandOff } from './prepareHandOff.ts';
import { pushBranch } from './push.ts';
import { localRef, remoteRef } from './refs.ts';
import { readStatus } from './status.ts';
import type { ActOptions, Done, PreparedHandOff } from './types.ts';

/**
 * Commits what was prepared and pushes it; only when the remote has it does anything change here.
 * @throws CairnError 'pairing-blocked', 'pairing-changed' where files or the branch changed since it was prepared,
 *   'pairing-newer-push', 'pairing-rejected', 'pairing-conflict', 'offline', …; branch, index and working tree are as
 *   they were then
 */
export async function handOff(work: Work, before: PreparedHandOff, options: ActOptions = {}): Promise<Done> {
  const wants = settle(before.findings, options.decisions);
  if ((wants['wrong-branch'] ?? wants.detached) === 'switch') return handOffThere(work, before, options);
  const { draft } = before;
  const env = { GIT_INDEX_FILE: draft.index };
  if (!(await isThere(draft.index))) throw changed();
  const [inDraft, { state }] = await Promise.all([
    readStatus(work, draft.index),
    look(work, { ...asked(before), status: { ...before.state, ...none } }),
  ]);
  const { wip } = state;
  if (!wip || state.head !== draft.head || state.branch !== before.state.branch) throw changed();
  if (inDraft.unstaged.length + inDraft.untracked.length + inDraft.conflicted.length > 0) throw changed();
  const decided = settle(findHandOff(state, { ...before, lfs: draft.lfs }), options.decisions);
  if (await isThere(`${indexOf(work)}.lock`)) {
    throw new CairnError(
      'git-failed',
      'Another git command is at work in this repository. Wait a moment, then try again.',
    );
  }

  const backups: string[] = [];
  const staged = new Set(before.state.staged);
  if (before.state.unstaged.some((path) => staged.has(path))) {
    // Staged words that are not in the file any more are in no commit either.
    const { ref, draft: copy } = await keepChanges(work, await readStatus(work), 'hand-off');
    await dropDraft(copy);
    backups.push(ref);
  }
  const { message, tree } = await runCommitHooks(work, { env, message: before.message, tree: draft.tree });
  const isMerge = (decided['newer-push'] ?? decided.diverged) === 'merge';
  const subject = state.config.subject ?? wipSubject;
  const own = await makeCommit(work, {
    tree,
    parents: [draft.head],
    message: isMerge ? `${subject}\n` : message,
  });
  let commit = own;
  if (isMerge) {
    const theirs = wip.remote as string;
    commit = await makeCommit(work, {
      tree: await mergeTree(work, own, theirs),
      parents: [own, theirs],
      message,
    });
  }
  if (wip.gone) {
    backups.push(
      await keepTip(work, { what: 'fetch', branch: `${state.config.remote}/${wip.name}`, oid: wip.gone }),
    );
  }
  const push = { branch: wip.name, oid: commit, seen: wip.remote, signal: options.signal };
  await pushBranch(work, state.config.remote, push);

  // All that is left is to say here what the remote knows already. Wherever this breaks off, the files stay.
  const isUsed = await useDraft(work, { path: draft.index, stamp: draft.stamp });
  await work.change(['update-ref', '-m', 'cairn: hand off', localRef(wip.name), own, draft.head]);
  if (!isUsed) {
    await resetIndex(work, 'hand-off', [draft.head, own]);
    await dropDraft({ path: draft.index });
  }
  if (isMerge) {
    const from = { ...inDraft, ...none, head: own, staged: [], unstaged: [], untracked: [] };
    await checkOut(work, { branch: wip.name, start: commit, from });
  }
  await runAfterCommit(work);
  return { branch: wip.name, base: before.base, commit, backups };
}

/** From another branch: goes to the pairing's with all that is not committed, and back where that does not do. */
async function handOffThere(work: Work, before: PreparedHandOff, options: ActOptions): Promise<Done> {
  const { state, status } = await look(work, asked(before));
  const { wip } = state;
  if (!wip || state.head !== before.draft.head || state.branch !== before.state.branch) throw changed();
  settle(findHandOff(state, { ...before, lfs: before.draft.lfs }), options.decisions);
  await dropDraft({ path: before.draft.index });
  const head = state.head as string;
  const backups =
    state.branch === null ? [await keepTip(work, { what: 'hand-off', branch: null, oid: head })] : [];
  const start = wip.local ?? remoteRef(state.config.remote, wip.name);
  await checkOut(work, { branch: wip.name, start, from: status });
  try {
    const again = await prepareHandOff(work, { ...before.draft.options, ...asked(before), fetch: false });
    const done = await handOff(work, again, options);
    return { ...done, backups: [...backups, ...done.backups] };
  } catch (error) {
    if ((await headOf(work)) === (wip.local ?? wip.remote)) {
      await checkOut(work, { branch: state.branch, start: head, from: status });
    }
    throw error;
  }
}

const none = { deleted: [], unindexed: [] };

function asked({ base, branch, state }: PreparedHandOff) {
  return { base, branch, gone: state.wip?.gone ?? null };
}

function changed(): CairnError {
  return new CairnError(
    'pairing-changed',
    'Files or branches have changed since the handoff was shown. Look at it again, then hand off.',
  );
}
