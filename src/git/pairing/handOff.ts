import { CairnError } from '../../model/errors.ts';
import type { Work } from '../work/work.ts';
import { keepChanges, keepTip } from './backup.ts';
import { dropDraft, indexOf, stampFiles, useDraft } from './draftIndex.ts';
import { settle } from './findings.ts';
import { handOffThere } from './handOffThere.ts';
import { runAfterCommit, runCommitHooks } from './hooks.ts';
import { look } from './inspect.ts';
import { makeCommit, mergeTree } from './mergeTree.ts';
import { wipSubject } from './message.ts';
import { checkOut, resetIndex } from './move.ts';
import { isThere } from './operations.ts';
import { asked, changed, findHandOff } from './prepareHandOff.ts';
import { pushBranch } from './push.ts';
import { localRef } from './refs.ts';
import { sentAs, sentInSpite } from './sent.ts';
import { readStatus } from './status.ts';
import type { ActOptions, Done, PreparedHandOff, WorkState } from './types.ts';

/**
 * Commits what was prepared and pushes it; only when the remote has it does anything change here.
 * @throws CairnError 'pairing-blocked', 'pairing-changed' where files or the branch changed since it was prepared,
 *   'pairing-newer-push', 'pairing-rejected', 'pairing-conflict', 'offline', …; branch, index and working tree are as
 *   they were then
 */
export async function handOff(work: Work, before: PreparedHandOff, options: ActOptions = {}): Promise<Done> {
  const wants = settle(before.findings, options.decisions);
  if ((wants['wrong-branch'] ?? wants.detached) === 'switch') {
    return handOffThere(work, before, options, handOff);
  }
  const { draft } = before;
  if (!(await isThere(draft.index))) throw changed();
  // The commit is what was shown. Files that came up since stay what they are: not committed.
  const [seen, { state }] = await Promise.all([
    stampFiles(work, before.state),
    look(work, { ...asked(before), status: { ...before.state, ...none } }),
  ]);
  const { wip } = state;
  if (!wip || state.head !== draft.head || state.branch !== before.state.branch) throw changed();
  if (seen !== draft.seen) throw changed();
  let sent = wip.behind > 0 && wip.remote !== null ? await sentAs(work, before, wip.remote) : null;
  const known = sent === null ? state : { ...state, wip: { ...wip, ahead: 0, behind: 0 } };
  const decided = settle(findHandOff(known, { ...before, lfs: draft.lfs }), options.decisions);
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
  const isMerge = (decided['newer-push'] ?? decided.diverged) === 'merge';
  const made = sent === null ? await makeHandOff(work, state, before, isMerge) : { own: sent, commit: sent };
  if (sent === null) {
    const remote = state.config.remote;
    if (wip.gone) {
      backups.push(await keepTip(work, { what: 'fetch', branch: `${remote}/${wip.name}`, oid: wip.gone }));
    }
    try {
      const push = { branch: wip.name, oid: made.commit, seen: wip.remote, signal: options.signal };
      await pushBranch(work, remote, push);
    } catch (error) {
      sent = isMerge ? null : await sentInSpite(work, before, error);
      if (sent === null) throw error;
    }
  }
  const { own, commit } = sent === null ? made : { own: sent, commit: sent };

  // All that is left is to say here what the remote knows already. Wherever this breaks off, the files stay.
  const isUsed = await useDraft(work, { path: draft.index, stamp: draft.stamp });
  await work.change(['update-ref', '-m', 'cairn: hand off', localRef(wip.name), own, draft.head]);
  if (!isUsed) {
    await resetIndex(work, 'hand-off', [draft.head, own]);
    await dropDraft({ path: draft.index });
  }
  if (isMerge) {
    const from = { ...before.state, ...none, head: own, staged: [], unstaged: [], untracked: [] };
    await checkOut(work, { branch: wip.name, start: commit, from });
  }
  await runAfterCommit(work);
  return { branch: wip.name, base: before.base, commit, backups };
}

/** The commits of a handoff: the person's own work, and where it is asked for, it together with the teammate's. */
async function makeHandOff(
  work: Work,
  state: WorkState,
  { draft, message: shown }: PreparedHandOff,
  isMerge: boolean,
): Promise<{ own: string; commit: string }> {
  const env = { GIT_INDEX_FILE: draft.index };
  const { message, tree } = await runCommitHooks(work, { env, message: shown, tree: draft.tree });
  const subject = `${state.config.subject ?? wipSubject}\n`;
  const own = await makeCommit(work, { tree, parents: [draft.head], message: isMerge ? subject : message });
  if (!isMerge) return { own, commit: own };
  const theirs = state.wip?.remote as string;
  const both = { tree: await mergeTree(work, own, theirs), parents: [own, theirs], message };
  return { own, commit: await makeCommit(work, both) };
}

const none = { deleted: [], unindexed: [] };
