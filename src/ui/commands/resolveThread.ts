import { chosenThread } from './chosenThread.ts';
import type { Command } from './deps.ts';

/** `cairn.resolveThread({feedback | thread} | feedback | row?)`: on GitHub, for everybody. */
export const resolveThread: Command = async (deps, ...args) => {
  const key = await chosenThread(deps, args);
  await (await deps.outbox()).resolve(key, true);
};

export const unresolveThread: Command = async (deps, ...args) => {
  const key = await chosenThread(deps, args);
  await (await deps.outbox()).resolve(key, false);
};
