import { CairnError } from '../../model/errors.ts';
import type { Work } from '../work/work.ts';
import { addPaths, draftIndex, dropDraft, stampFiles, writeTree } from './draftIndex.ts';
import { apart, blocking, findCommon, prepared, some, telling } from './findings.ts';
import { look } from './inspect.ts';
import { writeMessage } from './message.ts';
import { readPacket } from './packet.ts';
import { keyOf } from './person.ts';
import type { Finding, HandOffOptions, PreparedHandOff, Secret, WorkState } from './types.ts';

/**
 * What a handoff would commit and push: its message, its files, probable secrets, and what stands in the way. Changes
 * nothing but objects that nobody sees; the remote is asked only with `fetch`.
 * @throws CairnError 'git-failed', 'cancelled'
 */
export async function prepareHandOff(work: Work, options: HandOffOptions): Promise<PreparedHandOff> {
  const { state, status } = await look(work, options);
  const me = state.me ? keyOf(state.me) : null;
  const message = writeMessage({
    ...(state.config.subject === undefined ? {} : { subject: state.config.subject }),
    note: options.note,
    coAuthors: options.coAuthors.filter((person) => keyOf(person) !== me),
    handoff: options.id,
    lastFile: options.lastFile,
  });
  const found = findHandOff(state, { secrets: [], lfs: [] });
  const empty = { head: state.head ?? '', tree: '', index: '', stamp: '', seen: '', lfs: [], options };
  if (found.some(({ choices }) => choices.length === 1 && choices[0] === 'stop')) {
    return { ...prepared(state, found), message, files: [], secrets: [], draft: empty };
  }
  const draft = await draftIndex(work);
  try {
    const seen = await stampFiles(work, status);
    await addPaths(work, draft, [...status.unstaged, ...status.untracked], status.deleted);
    const tree = await writeTree(work, draft.env);
    const { lfs, ...packet } = await readPacket(work, state, tree);
    const { path: index, stamp } = draft;
    return {
      ...prepared(state, findHandOff(state, { ...packet, lfs })),
      message,
      ...packet,
      draft: { head: state.head ?? '', tree, index, stamp, seen, lfs, options },
    };
  } catch (error) {
    await dropDraft(draft);
    throw error;
  }
}

/** What stands in the way of a handoff. Uncommitted changes do not: they are what is handed over. */
export function findHandOff(
  state: WorkState,
  { secrets, lfs }: { secrets: readonly Secret[]; lfs: readonly string[] },
): Finding[] {
  const found = findCommon(state, { remote: true, identity: true });
  const { wip } = state;
  if (!wip) return [...found, blocking('detached', ['stop'])];
  const isThere = wip.local !== null || wip.remote !== null;
  const ways = isThere && !wip.elsewhere ? (['switch', 'stop'] as const) : (['stop'] as const);
  if (state.branch === null) found.push(blocking('detached', [...ways], { other: wip.name }));
  else if (state.branch !== wip.name) {
    found.push(blocking('wrong-branch', [...ways], { branch: state.branch, other: wip.name }));
  }
  if (state.isOffline) found.push(blocking('offline', ['stop']));
  if (wip.gone) found.push(blocking('gone', ['stop', 'go-on'], { branch: wip.name }));
  if (wip.behind > 0) {
    found.push(blocking(wip.ahead > 0 ? 'diverged' : 'newer-push', ['merge', 'stop'], apart(wip)));
  } else if (wip.ahead > 0) found.push(telling('unpushed', ['carry'], apart(wip)));
  if (state.untracked.length > 0) {
    found.push(telling('untracked', ['carry'], some(state.untracked)));
  }
  if (secrets.length > 0) {
    const paths = [...new Set(secrets.map(({ path }) => path))].slice(0, 100);
    found.push(blocking('secrets', ['stop', 'go-on'], { count: secrets.length, paths }));
  }
  if (lfs.length > 0) found.push(blocking('lfs', ['stop', 'go-on'], some(lfs)));
  return found;
}

/** What a look has to be about when the handoff is made. */
export function asked({ base, branch, state }: PreparedHandOff) {
  return { base, branch, gone: state.wip?.gone ?? null, counted: state };
}

export function changed(): CairnError {
  return new CairnError(
    'pairing-changed',
    'Files or branches have changed since the handoff was shown. Look at it again, then hand off.',
  );
}
