import { groupHere } from '../mentorship/groupHere.ts';
import { notHere } from './addMentee.ts';
import type { Command } from './deps.ts';

/**
 * `cairn.openCommonSpace()`: shows what the group of the active space has in common: shared goals, sessions for all, its
 * board of knowledge notes. Resolves to `{ space }`, its folder's name; rejects with 'invalid-argument' where the active
 * space belongs to no group, 'not-found' where the common space is not on this machine.
 */
export const openCommonSpace: Command = async (deps) => {
  const { common } = await groupHere(deps);
  if (!common) throw notHere();
  await deps.activeSpace.choose(common.slug);
  await deps.store.reload();
  return { space: common.slug };
};
