import type { Command } from './deps.ts';

/** Signs in with VS Code's GitHub session, then pulls. */
export const signIn: Command = async ({ signIn: session, store, pulling, repositories }) => {
  await session.signIn();
  await store.reload();
  if ((await repositories.chosen()).length > 0) await pulling.pull();
};
