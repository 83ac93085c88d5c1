import { CairnError } from '../../model/errors.ts';
import type {
  BranchState,
  Choice,
  Decisions,
  Finding,
  FindingDetail,
  Obstacle,
  Operation,
  Prepared,
  WorkState,
} from './types.ts';

const mostPaths = 100;

const operations: Record<Operation, Obstacle> = {
  rebase: 'rebasing',
  merge: 'merging',
  'cherry-pick': 'picking',
  revert: 'reverting',
  bisect: 'bisecting',
  am: 'applying',
};

/** Something that has to be decided. */
export function blocking(obstacle: Obstacle, choices: Choice[], detail: FindingDetail = {}): Finding {
  return { obstacle, isBlocking: true, detail, choices };
}

/** Something to know; the first choice is what happens. */
export function telling(obstacle: Obstacle, choices: Choice[], detail: FindingDetail = {}): Finding {
  return { obstacle, isBlocking: false, detail, choices };
}

/** What an act that was prepared tells the person. */
export function prepared(state: WorkState, findings: Finding[]): Prepared {
  return { state, base: state.base?.name ?? '', branch: state.wip?.name ?? '', findings };
}

export function some(paths: readonly string[]): FindingDetail {
  return { count: paths.length, paths: paths.slice(0, mostPaths) };
}

export function apart({ name, ahead, behind }: BranchState): FindingDetail {
  return { branch: name, ahead, behind };
}

/** What stands in the way of every act, and what is worth knowing before any. */
export function findCommon(state: WorkState, needs: { remote: boolean; identity: boolean }): Finding[] {
  const found: Finding[] = [];
  if (state.head === null) found.push(blocking('no-commit', ['stop']));
  for (const operation of state.operations) found.push(blocking(operations[operation], ['stop']));
  if (state.conflicted.length > 0) found.push(blocking('conflicted', ['stop'], some(state.conflicted)));
  if (needs.remote && !state.remote)
    found.push(blocking('no-remote', ['stop'], { other: state.config.remote }));
  if (needs.identity && !state.me) found.push(blocking('no-identity', ['stop']));
  if (state.isShallow) found.push(telling('shallow', ['go-on']));
  if (state.isSparse) found.push(telling('sparse', ['go-on']));
  if (state.submodules.length > 0) found.push(telling('submodule', ['go-on'], some(state.submodules)));
  const { wip, base } = state;
  // The pairing's branch is pushed without asking anybody: it must never be a branch of everybody's.
  if (wip && (wip.name === base?.name || wip.name === state.defaultBranch)) {
    found.push(blocking('protected-branch', ['stop'], { branch: wip.name }));
  }
  return found;
}

/** Each tracked and untracked change, of which somebody has to say where it goes. */
export function findChanges(state: WorkState, choices: Choice[]): Finding[] {
  const changed = [...new Set([...state.staged, ...state.unstaged])];
  const found: Finding[] = [];
  if (changed.length > 0) found.push(blocking('dirty', choices, some(changed)));
  if (state.untracked.length > 0) found.push(blocking('untracked', choices, some(state.untracked)));
  return found;
}

const reasons: Partial<Record<Obstacle, string>> = {
  'no-remote':
    'This repository has no such remote. Add one with "git remote add", or name another in your mob settings.',
  'no-commit': 'This repository has no commit yet. Make the first one.',
  detached: 'No branch is checked out. Check out a branch first.',
  rebasing:
    'A rebase is under way. Finish it with "git rebase --continue", or go back with "git rebase --abort".',
  merging: 'A merge is under way. Commit it, or go back with "git merge --abort".',
  picking: 'A cherry-pick is under way. Finish it, or go back with "git cherry-pick --abort".',
  reverting: 'A revert is under way. Finish it, or go back with "git revert --abort".',
  bisecting: 'A bisect is under way. End it with "git bisect reset".',
  applying: 'Patches are being applied. Finish that, or go back with "git am --abort".',
  conflicted: 'Files with conflicts are here. Resolve them first.',
  'protected-branch': 'The branch of the pairing would be one that everybody uses. Nothing is pushed to it.',
  offline: 'The remote cannot be reached. Try again when it can.',
  elsewhere:
    'The branch is checked out in another working tree. Go on there, or check out another branch there.',
  'no-branch': 'Nobody has pushed work in progress for this branch. Start a pairing, or check the branch.',
  gone: 'The branch of the pairing is gone from the remote: somebody has ended the pairing.',
  'no-identity': 'git does not know who you are. Set user.name and user.email in your git settings.',
};

/**
 * What was decided about each finding.
 * @throws CairnError 'pairing-blocked' where a blocking one has no decision, or the decision was to stop; `detail` is
 *   the obstacle
 */
export function settle(findings: readonly Finding[], decisions: Decisions = {}): Decisions {
  const settled: Decisions = {};
  for (const { obstacle, isBlocking, choices } of findings) {
    const decided = decisions[obstacle] ?? (isBlocking ? undefined : choices[0]);
    if (decided === undefined || decided === 'stop' || !choices.includes(decided)) {
      throw new CairnError(
        'pairing-blocked',
        reasons[obstacle] ?? 'Something has to be decided first. Look at what Cairn found, then try again.',
        { detail: obstacle },
      );
    }
    settled[obstacle] = decided;
  }
  return settled;
}
