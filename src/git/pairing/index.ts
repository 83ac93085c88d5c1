/*
 * Handing over work in progress on a branch that the `mob` command-line tool understands, too. Load this with
 * `await import` when somebody pairs, not before.
 *
 *   const work = await openWork({ program: 'git', folder, hooks: false });
 *   const state = await inspect(work, { base });                    // looks, changes nothing
 *   const start = await prepareStart(work, {});                     // fetches
 *   await startPairing(work, start, { decisions });
 *   const packet = await prepareHandOff(work, { id, note, … });     // message, files, secrets; changes nothing
 *   await handOff(work, packet, { decisions });
 *   const peeked = await peekTakeOver(work, {});                    // fetches; the note, what changed
 *   await takeOver(work, peeked, { decisions });
 *   await endPairing(work, await prepareEnd(work, { people }), { how: 'squash', decisions });
 *   await restoreBackup(work, (await listBackups(work))[0].ref);
 *
 * Every act throws CairnError 'pairing-blocked' where a blocking finding is undecided, 'pairing-changed' where the
 * repository is no longer as it was when the act was prepared, 'pairing-conflict' where both sides changed the same
 * lines, 'pairing-rejected' and 'pairing-newer-push' where the remote did not take the push; then all is as it was.
 */

export { openWork } from '../work/open.ts';
export type { Work } from '../work/work.ts';
export { listBackups } from './backups.ts';
export { type EndActOptions, endPairing, prepareEnd } from './end.ts';
export { handOff } from './handOff.ts';
export { inspect } from './inspect.ts';
export { peekTakeOver } from './peek.ts';
export { prepareHandOff } from './prepareHandOff.ts';
export { restoreBackup } from './restore.ts';
export { prepareStart, startPairing } from './start.ts';
export { takeOver } from './takeOver.ts';
export type * from './types.ts';
