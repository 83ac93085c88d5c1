import { CairnError } from '../../model/errors.ts';
import type { Command } from './deps.ts';

/** Takes the newest act of this user back, by a newer event: nothing is ever deleted. */
export const undo: Command = async ({ store }) => {
  const act = await store.lastAct();
  if (act === undefined) throw new CairnError('nothing-to-undo', 'There is nothing of yours to undo.');
  await store.perform([{ type: 'act.undone', payload: { act } }]);
};
