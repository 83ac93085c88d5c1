import type { Work } from '../work/work.ts';
import { keepTip } from './backup.ts';
import { dropDraft } from './draftIndex.ts';
import { settle } from './findings.ts';
import { headOf, look } from './inspect.ts';
import { checkOut } from './move.ts';
import { asked, changed, findHandOff, prepareHandOff } from './prepareHandOff.ts';
import { localRef, remoteRef } from './refs.ts';
import type { ActOptions, Done, PreparedHandOff } from './types.ts';

/** From another branch: goes to the pairing's with all that is not committed, and back where that does not do. */
export async function handOffThere(
  work: Work,
  before: PreparedHandOff,
  options: ActOptions,
  handOff: (work: Work, prepared: PreparedHandOff, options: ActOptions) => Promise<Done>,
): Promise<Done> {
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
      // It was made for this only, and is at the remote as far as anybody here knows.
      if (wip.local === null)
        await work.change(['update-ref', '-d', localRef(wip.name), wip.remote as string]);
    }
    throw error;
  }
}
